import { describe, expect, it } from '@jest/globals';
import { placeOf } from './place.js';

const mailboxes = Array.from({ length: 10_000 }, (_, n) => `mailbox ${n}`);
const workers = ['k3Jx', 'pQ9_', 'z-Tb', 'A0aa'];

describe('the place of a mailbox', () => {
  it('is nowhere without members, and whatever their order the same', () => {
    expect(placeOf('m', [])).toBeNull();
    for (const m of mailboxes.slice(0, 200)) expect(placeOf(m, workers.toReversed())).toBe(placeOf(m, workers));
  });

  it('gives every member its share', () => {
    const shares = new Map<string | null, number>();
    for (const m of mailboxes) shares.set(placeOf(m, workers), (shares.get(placeOf(m, workers)) ?? 0) + 1);
    for (const w of workers) expect(Math.abs((shares.get(w) ?? 0) - 2_500)).toBeLessThan(250);
  });

  it('moves only the mailboxes of a member that leaves', () => {
    const left = workers.slice(1);
    for (const m of mailboxes) if (placeOf(m, workers) !== workers[0]) expect(placeOf(m, left)).toBe(placeOf(m, workers));
  });
});
