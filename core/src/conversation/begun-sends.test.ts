import { describe, expect, it } from '@jest/globals';
import { turnOf } from '../contracts/examples.fixture.js';
import { createBegunSends } from './begun-sends.js';

describe('a send begun in the write that composed it', () => {
  it('is nobody’s while it is written, then one sender’s', async () => {
    const sends = createBegunSends();
    const turn = turnOf({ id: 't', tenant: 'tn', installation: 'in', mailbox: 'm', seq: 1, sealKey: 'k', event: 'e' });
    let written = (_: typeof turn | null) => {};
    const during = sends.during('m', 7, () => new Promise((resolve) => (written = resolve)));
    expect(sends.of('m')).toBe('under-way');
    written(turn);
    await during;
    expect(sends.of('m')).toEqual({ turn, begunAt: 7 });
    sends.taken('m');
    expect(sends.of('m')).toBeNull();
  });

  it('is none where the write failed or found the claim gone', async () => {
    const sends = createBegunSends();
    await sends.during('m', 7, () => Promise.resolve(null));
    expect(sends.of('m')).toBeNull();
    await expect(sends.during('m', 7, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(sends.of('m')).toBeNull();
  });
});
