import { describe, expect, it } from '@jest/globals';
import { foldsOf } from './folds.js';
import { mcc, scored, type Judged } from './score.js';

const judged = (truth: string | null, guess: string | null, known: boolean, p = 0.9): Judged => ({ truth, guess, p, known });

describe('the figures of the intent benchmark', () => {
  it('count what was acted on, what was turned away, and the best guess before that', () => {
    const s = scored([judged('a', 'a', true), judged('a', 'a', false), judged('b', 'a', true), judged('b', 'b', true), judged(null, 'a', false), judged(null, 'b', true)]);
    expect(s.accuracy).toBeCloseTo(3 / 6);
    expect(s.inScopeAccuracy).toBeCloseTo(3 / 4);
    expect(s.oosRecall).toBeCloseTo(1 / 2);
    expect(s.falseRejection).toBeCloseTo(1 / 4);
    expect(scored([judged('a', 'a', true)]).oosRecall).toBeNull();
  });

  it('give a Matthews correlation of one for all right, none for guesses that know nothing, and below zero for the reverse', () => {
    expect(mcc([['a', 'a'], ['b', 'b'], ['c', 'c']])).toBeCloseTo(1);
    expect(mcc([['a', 'a'], ['b', 'a'], ['c', 'a']])).toBe(0);
    expect(mcc([['a', 'b'], ['b', 'a']])).toBeCloseTo(-1);
    // Two classes: the usual formula, with 3 true positives, 1 false negative, 2 false positives, 4 true negatives.
    const pairs: [string, string][] = [...Array.from({ length: 3 }, (): [string, string] => ['y', 'y']), ['y', 'n'], ['n', 'y'], ['n', 'y'], ...Array.from({ length: 4 }, (): [string, string] => ['n', 'n'])];
    expect(mcc(pairs)).toBeCloseTo((3 * 4 - 2 * 1) / Math.sqrt(5 * 4 * 6 * 5));
  });

  it('measure how far sureness lies from being right', () => {
    expect(scored([judged('a', 'a', true, 1), judged('a', 'a', true, 1)]).ece).toBe(0);
    expect(scored([judged('a', 'a', true, 0.95), judged('a', 'b', true, 0.95)]).ece).toBeCloseTo(0.45);
  });

  it('hold every row out exactly once, in the same order every time', () => {
    const rows = Array.from({ length: 23 }, (_, i) => ({ text: `t${i}`, label: 'x' }));
    const folds = foldsOf(rows, 5);
    expect(folds.flatMap((f) => f.test.map((r) => r.text)).sort()).toEqual(rows.map((r) => r.text).sort());
    for (const f of folds) expect(f.train.length + f.test.length).toBe(23);
    expect(foldsOf(rows, 5)).toEqual(folds);
  });
});
