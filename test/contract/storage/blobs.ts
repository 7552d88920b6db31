import { expect, it } from '@jest/globals';
import { DuplicateKey } from '@parley/core/storage';
import { A, B, failure, freshStore, type OpenStore } from './harness.js';

/** Bytes in, the same bytes out, for their tenant alone. */
export function describeBlobs(open: OpenStore): void {
  const bench = freshStore(open);

  it('gives back every byte, from any view and of any size', async () => {
    const { store } = bench();
    const all = Uint8Array.from({ length: 256 }, (_, n) => n);
    const large = new Uint8Array(3_000_000).map((_, n) => n % 251);
    for (const [id, bytes] of Object.entries({ all, part: all.subarray(10, 20), buffer: Buffer.from('多字节'), empty: new Uint8Array(0), large })) {
      await store.blobs.put({ id, tenant: 'a', mime: 'image/png', bytes });
      const got = await store.blobs.get(A, id);
      expect(got?.mime).toBe('image/png');
      expect(Buffer.compare(Buffer.from(got?.bytes ?? 'missing'), Buffer.from(bytes))).toBe(0);
    }
  });

  it('copies on the way in and on the way out', async () => {
    const { store } = bench();
    const bytes = Uint8Array.of(1, 2, 3);
    const putting = store.blobs.put({ id: '1', tenant: 'a', mime: 'x/y', bytes });
    bytes[0] = 9;
    await putting;
    (await store.blobs.get(A, '1'))?.bytes.fill(7);
    expect([...((await store.blobs.get(A, '1'))?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  it('shows, replaces and removes only its own tenant’s', async () => {
    const { store } = bench();
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/y', bytes: Uint8Array.of(1) });
    expect(await store.blobs.get(B, '1')).toBeNull();
    expect(await store.blobs.remove(B, '1')).toBe(false);
    expect(await failure(store.blobs.put({ id: '1', tenant: 'b', mime: 'x/z', bytes: Uint8Array.of(2) }))).toBeInstanceOf(DuplicateKey);
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/q', bytes: Uint8Array.of(3) });
    expect(await store.blobs.get('all', '1')).toMatchObject({ mime: 'x/q' });
    expect(await store.blobs.remove(A, '1')).toBe(true);
    expect(await store.blobs.get(A, '1')).toBeNull();
    expect(await store.blobs.remove(A, '1')).toBe(false);
  });
}
