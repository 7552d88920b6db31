import { describe, expect, it } from '@jest/globals';
import { Bug, Rejected, Retryable, Unauthorized } from '../../contracts/index.js';
import { progressFilter, waitAfter } from './attempts.js';

describe('attempts at a job', () => {
  it('are further apart each time, with jitter, and never more than ten minutes', () => {
    const busy = new Retryable('busy', { code: 'a.busy' });
    expect([1, 2, 3, 50].map((n) => waitAfter(busy, n, () => 0))).toEqual([500, 1_000, 2_000, 300_000]);
    expect([1, 2, 3, 50].map((n) => waitAfter(new Error('?'), n, () => 1))).toEqual([1_000, 2_000, 4_000, 600_000]);
  });

  it('wait for as long as a host asked', () => {
    expect(waitAfter(new Retryable('busy', { code: 'a.busy', retryAfterMs: 3_600_000 }), 1, () => 1)).toBe(3_600_000);
    expect(waitAfter(new Retryable('busy', { code: 'a.busy', retryAfterMs: 1 }), 1, () => 1)).toBe(1_000);
  });

  it('end where another would not help', () => {
    for (const e of [new Rejected('', { code: 'a' }), new Unauthorized('', { code: 'a' }), new Bug('', { code: 'a' })]) expect(waitAfter(e, 1, () => 0)).toBeNull();
  });

  it('tell of progress that is some', () => {
    const told: number[] = [];
    const progress = progressFilter((share) => told.push(share));
    for (const share of [0, 0.001, 0.02, 0.021, Number.NaN, -3, 0.5, 2, 1]) progress(share);
    expect(told).toEqual([0.02, 0, 0.5, 1]);
  });
});
