import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextWait } from './backoff.js';

const backoff = { firstMs: 500, capMs: 60_000 };

describe('nextWait', () => {
  it('doubles its ceiling up to the cap', () => {
    const always = () => 1;
    expect([1, 2, 3, 4].map((n) => nextWait(backoff, n, always))).toEqual([500, 1_000, 2_000, 4_000]);
    expect(nextWait(backoff, 30, always)).toBe(60_000);
  });
  it('never waits less than the host asked for, nor more than that plus the ceiling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 100_000 }), (attempt, r, asked) => {
        const wait = nextWait(backoff, attempt, () => r, asked);
        expect(wait).toBeGreaterThan(asked);
        expect(wait).toBeLessThanOrEqual(asked + 60_001);
      }),
    );
  });
});
