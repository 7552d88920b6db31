import { startStack } from '../../../scripts/stack/stack.js';
import { sharedServers, type SharedServers } from '../../servers/shared.js';
import { closedLoop, median } from './load.js';
import { UNLIMITED } from './embedded.js';
import { AT_ONCE, measure, ready, round, type Measured, type Plan } from './measure.js';

export interface DistributedResult extends Measured {
  workers: number;
  /** Turns a second with a 50 ms stand-in for a model call in each, at most `STAND_IN_AT_ONCE` at a time in one worker. */
  withStandInPerSecond: number;
}

/** One at a time, so that it is the waiting that limits a worker and not the machine they share. */
export const STAND_IN = { waitMs: 50, atOnce: 1 };

/** The same code over MongoDB and Redis: one web process, so many workers, one for background jobs. */
export async function distributed(workers: number, plan: Plan): Promise<DistributedResult> {
  const measured = await onServers((shared) => bench(shared, workers, plan));
  const withStandInPerSecond = await onServers((shared) => standIn(shared, workers, plan));
  return { workers, ...measured, withStandInPerSecond };
}

type Shared = SharedServers['env'];

async function bench(shared: Shared, workers: number, plan: Plan): Promise<Measured> {
  const stack = await startStack({ shared: { env: shared, workers }, service: UNLIMITED });
  try {
    const at = await ready(stack);
    const measured = await measure(stack, at, plan, workers);
    at.wire.close();
    return measured;
  } finally {
    await stack.stop();
  }
}

async function standIn(shared: Shared, workers: number, { runs, ms }: Plan): Promise<number> {
  const stack = await startStack({ shared: { env: shared, workers }, serviceMain: 'test/bench/turns/service-with-stand-in.ts', service: { ...UNLIMITED, STAND_IN_MS: String(STAND_IN.waitMs), STAND_IN_AT_ONCE: String(STAND_IN.atOnce) } });
  try {
    const { wire, conversations } = await ready(stack);
    const closed = conversations.slice(0, AT_ONCE);
    await closedLoop(wire, closed, ms / 2, 1);
    const rates = [];
    for (let r = 0; r < runs; r++) rates.push((await closedLoop(wire, closed, ms, 100 * (r + 1))).perSecond);
    wire.close();
    return round(median(rates), 1);
  } finally {
    await stack.stop();
  }
}

async function onServers<T>(run: (shared: Shared) => Promise<T>): Promise<T> {
  const servers = await sharedServers('the distributed benchmark');
  try {
    return await run(servers.env);
  } finally {
    await servers.stop();
  }
}
