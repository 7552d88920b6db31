import { expect, it } from '@jest/globals';
import type { CollectionSpec } from '@parley/core/storage';
import { A, failure, freshStore, type OpenStore, type Thing, THINGS } from './harness.js';

/** Opening, closing, and a later release that declares more than the one before. */
export function describeLife(open: OpenStore): void {
  const bench = freshStore(open);

  it('answers a ping, and no longer once it is closed', async () => {
    const { store } = bench();
    await store.ping();
    await store.close();
    await failure(store.ping());
  });

  it('keeps documents and blobs over closing and opening', async () => {
    const { opened, store, things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await store.blobs.put({ id: 'b', tenant: 'a', mime: 'x/y', bytes: Uint8Array.of(1) });
    const again = await opened.reopen();
    expect(await again.collection(THINGS).get(A, '1')).toEqual({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    expect(await again.blobs.get(A, 'b')).toMatchObject({ mime: 'x/y' });
    expect(await failure(again.collection(THINGS).insert({ id: '2', tenant: 'a', box: 'm', seq: 1 }))).toMatchObject({ index: 'box-seq' });
  });

  it('finishes what was begun before it closes, and takes nothing afterwards', async () => {
    const { opened, store, things } = bench();
    const begun = Array.from({ length: 300 }, (_, n) => things.insert({ id: `n${n}`, tenant: 'a' }));
    await store.close();
    await Promise.all(begun);
    await failure(things.insert({ id: 'late', tenant: 'a' }));
    await failure(things.get(A, 'n1'));
    const again = (await opened.reopen()).collection(THINGS);
    expect(await again.count(A, {})).toBe(300);
  });

  it('can be closed twice', async () => {
    await bench().store.close();
    await bench().store.close();
  });

  it('finds documents of an earlier release by paths and indexes that a later one declares', async () => {
    const { opened, store } = bench();
    const before: CollectionSpec<Thing> = { ...THINGS, name: 'growing', paths: { rank: 'number' }, unique: [], indexes: [{ name: 'rank', paths: ['rank'] }] };
    const old = store.collection(before);
    await Promise.all(
      Array.from({ length: 1_200 }, (_, n) => old.insert({ id: `n${n}`, tenant: 'a', rank: n, name: `name ${n}`, open: n % 2 === 0, claim: n === 7 ? { worker: 'w', attempt: 3 } : null })),
    );
    const after: CollectionSpec<Thing> = {
      ...before,
      paths: { rank: 'number', name: 'string', open: 'boolean', 'claim.worker': 'string' },
      unique: [{ name: 'name', paths: ['tenant', 'name'] }],
      indexes: [{ name: 'worker', paths: ['claim.worker'] }],
    };
    const grown = (await opened.reopen()).collection(after);
    expect((await grown.find(A, { where: { name: 'name 1100' } })).map((thing) => thing.id)).toEqual(['n1100']);
    expect((await grown.find(A, { where: { 'claim.worker': 'w' } })).map((thing) => thing.id)).toEqual(['n7']);
    expect(await grown.count(A, { open: true })).toBe(600);
    expect(await failure(grown.insert({ id: 'new', tenant: 'a', name: 'name 5' }))).toMatchObject({ index: 'name' });
    await grown.update(A, 'n5', { set: { name: 'renamed' } });
    await grown.insert({ id: 'new', tenant: 'a', name: 'name 5' });
  });

  it('is ready again and again, and no longer once it is closed', async () => {
    const { store, things } = bench();
    await store.ready();
    await things.insert({ id: '1', tenant: 'a' });
    store.collection({ ...THINGS, name: 'later' });
    await store.ready();
    await store.close();
    await failure(store.ready());
  });

  it('refuses a new unique index that documents break before anything is done with it, and changes nothing', async () => {
    const { opened, store } = bench();
    const before: CollectionSpec<Thing> = { ...THINGS, name: 'doubles', unique: [] };
    const things = store.collection(before);
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: 1 });
    const again = await opened.reopen();
    // An engine may say so when the collection is asked for, or when it is to be ready.
    const refused = await failure(Promise.resolve().then(() => again.collection({ ...THINGS, name: 'doubles' })).then(() => again.ready()));
    expect(refused).toMatchObject({ kind: 'rejected', code: 'storage.not-unique', message: expect.stringMatching(/box \+ seq.*box-seq/) });
    expect(await (await opened.reopen()).collection(before).count(A, { box: 'm' })).toBe(2);
  });

  it('refuses two specs for one collection', () => {
    const { store } = bench();
    store.collection({ ...THINGS });
    expect(() => store.collection({ ...THINGS, indexes: [] })).toThrow(/two different specs/);
  });

  it('serves an earlier release again, and the later one after that', async () => {
    const { opened, store } = bench();
    const narrow: CollectionSpec<Thing> = { ...THINGS, name: 'swinging', paths: { rank: 'number' }, unique: [], indexes: [] };
    const wide: CollectionSpec<Thing> = { ...narrow, paths: { rank: 'number', name: 'string' }, unique: [{ name: 'name', paths: ['name'] }] };
    await store.collection(wide).insert({ id: '1', tenant: 'a', name: 'one' });
    const earlier = (await opened.reopen()).collection(narrow);
    await earlier.update(A, '1', { set: { name: 'two' } });
    await earlier.insert({ id: '2', tenant: 'a', name: 'three' });
    const later = (await opened.reopen()).collection(wide);
    expect((await later.find(A, { where: { name: { in: ['one', 'two', 'three'] } }, sort: [{ path: 'id', order: 'asc' }] })).map((thing) => thing.name)).toEqual(['two', 'three']);
  });
}
