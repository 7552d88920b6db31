import { describe, expect, it } from '@jest/globals';
import type { Turn } from '../contracts/index.js';
import { createFirstClaims } from './first-claims.js';

const turn = (seq: number, more: Partial<Turn> = {}): Turn => ({ id: `t-${seq}`, mailbox: 'm', seq, claim: null, ...more }) as Turn;
const CLAIMED = { claim: { worker: 'w', attempt: 1, beat: 0 }, attempts: 1 };

describe('a claim stored with its turn', () => {
  it('is given to the first of a mailbox, and to one whose predecessor is finished', () => {
    const first = createFirstClaims('w', true);
    expect(first.of(turn(1))).toEqual(CLAIMED);
    expect(first.of(turn(2))).toEqual({});
    first.finished(turn(1));
    expect(first.of(turn(2))).toEqual(CLAIMED);
    expect(first.of(turn(3))).toEqual({});
    expect(first.of(turn(9, { mailbox: 'another' }))).toEqual({});
  });

  it('is taken up once, and only as it was stored', () => {
    const first = createFirstClaims('w', true);
    first.of(turn(1));
    expect(first.take(turn(1, { claim: { worker: 'w', attempt: 1, beat: 0 } }))).toBe(true);
    expect(first.take(turn(1, { claim: { worker: 'w', attempt: 1, beat: 0 } }))).toBe(false);
    first.of(turn(1));
    expect(first.take(turn(1, { claim: { worker: 'another', attempt: 2, beat: 0 } }))).toBe(false);
    first.of(turn(1));
    first.drop('t-1');
    expect(first.take(turn(1, { claim: { worker: 'w', attempt: 1, beat: 0 } }))).toBe(false);
  });

  it('is none where others work on the same store', () => {
    const shared = createFirstClaims('w', false);
    shared.finished(turn(1));
    expect([shared.of(turn(1)), shared.of(turn(2))]).toEqual([{}, {}]);
  });
});
