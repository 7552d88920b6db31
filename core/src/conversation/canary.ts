import { createHash } from 'node:crypto';
import { ParleyError, type Clock, type Log } from '../contracts/index.js';
import type { News, Track } from '../signals/index.js';
import { DuplicateKey } from '../storage/index.js';
import type { CanaryRecord, Records } from './records.js';

/** Which tenants the canary's workers serve. */
export interface CanaryPlan {
  /** 0 to 1 of all tenants; who is in stays in as it grows. */
  share: number;
  /** Further ones, by name: the operator's own shop first. */
  tenants: string[];
}

/** A new release is tried with some tenants: workers started on the track `canary` get their turns, the others everybody else's. */
export interface Canary {
  /** On whose track this tenant's turns are worked off. From memory, at most some seconds old. */
  trackOf(tenant: string): Track;
  plan(): Promise<CanaryPlan>;
  set(plan: CanaryPlan): Promise<void>;
}

const ID = 'canary';
/** The plan belongs to no shop. */
const TENANT = 'operator';
const TOPIC = 'canary';
/** Where news of a change was lost, it is seen after this. */
const LOOK_MS = 5_000;
const NOBODY: CanaryPlan = { share: 0, tenants: [] };

export function createCanary(deps: { records: Records; news: News; clock: Clock; log: Log }): Canary {
  const { records, news, clock, log } = deps;
  let known: CanaryPlan = NOBODY;
  let lookedAt = -Infinity;
  let looking = false;
  let following = false;

  async function read(): Promise<CanaryPlan> {
    const found = await records.canary.get('all', ID);
    return found === null ? NOBODY : { share: found.share, tenants: found.tenants };
  }

  async function look(): Promise<void> {
    looking = true;
    lookedAt = clock();
    try {
      known = await read();
    } catch (e) {
      // What was known goes on; the next turn asks again.
      log.warn({ code: ParleyError.isInstance(e) ? e.code : 'unexpected' }, 'the canary plan could not be read');
    } finally {
      looking = false;
    }
  }

  return {
    trackOf(tenant) {
      if (!following) {
        following = true;
        news.subscribe(TOPIC, () => (lookedAt = -Infinity));
      }
      if (!looking && clock() - lookedAt > LOOK_MS) void look();
      return placeOf(tenant) < known.share || known.tenants.includes(tenant) ? 'canary' : 'stable';
    },
    plan: read,
    async set(plan) {
      const record: CanaryRecord = { id: ID, tenant: TENANT, ...plan, updatedAt: clock() };
      if ((await records.canary.update('all', ID, { set: { ...plan, updatedAt: record.updatedAt } })) === null) {
        await records.canary.insert(record).catch(async (e: unknown) => {
          if (!(e instanceof DuplicateKey)) throw e;
          await records.canary.update('all', ID, { set: { ...plan, updatedAt: record.updatedAt } });
        });
      }
      lookedAt = -Infinity;
      news.publish(TOPIC);
    },
  };
}

/** A tenant's fixed place from 0 to 1. */
function placeOf(tenant: string): number {
  return createHash('sha256').update(`canary/${tenant}`).digest().readUInt32BE(0) / 2 ** 32;
}
