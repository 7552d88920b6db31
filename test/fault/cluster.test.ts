import { expect, it } from '@jest/globals';
import { sharedServersAt } from '../servers/shared.js';
import { FAULTS, planOf } from './cluster-faults.js';
import { runCluster } from './cluster-run.js';
import { holds } from './settled.js';

it('has every fault once before any comes twice', () => {
  const plan = planOf(FAULTS.length + 2, () => 0.5);
  expect(new Set(plan.slice(0, FAULTS.length)).size).toBe(FAULTS.length);
  expect(plan).toHaveLength(FAULTS.length + 2);
});

/** The short form of `npm run fault:cluster`. */
(sharedServersAt('the fault test of a cluster') && process.env['MONGODB_URI'] === undefined ? it : it.skip)(
  'loses nothing, says nothing twice and keeps the order while workers, Redis and the database die',
  async () => {
    const report = await runCluster({ faults: 3, among: ['kill-worker', 'redis-loss', 'mongo-restart'], restMs: 1_500 });
    expect(report).toMatchObject({ faults: 3, lost: 0, duplicated: 0, misordered: 0 });
    expect(holds(report)).toBe(true);
  },
  240_000,
);
