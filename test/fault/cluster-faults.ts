import { setTimeout as sleep } from 'node:timers/promises';
import type { MongoServer } from '../servers/mongo.js';
import { redisWire } from '../servers/redis-wire.js';
import type { RedisServer } from '../servers/redis.js';
import type { Member, Role } from './member.js';

/** Everything that can go wrong on purpose. */
export const FAULTS = ['kill-worker', 'kill-web', 'kill-jobs', 'drain-worker', 'drain-web', 'freeze-worker', 'redis-loss', 'redis-flush', 'redis-pause', 'mongo-restart', 'mongo-pause', 'cut-wires', 'skew-clock'] as const;
export type Fault = (typeof FAULTS)[number];

/** What faults are done to. The database is asked for anew: it is another process after a restart. */
export interface Ground {
  members: readonly Member[];
  redis: RedisServer;
  mongo: { now(): MongoServer; restart(): Promise<void> };
  random: () => number;
}

/** How far a clock goes wrong: more than any retry waits, less than a token lives. */
const SKEW_MS = 5 * 60_000;

/** Does one fault and resolves when its cause is over; what follows from it goes on. */
export async function inflict(fault: Fault, { members, redis, mongo, random }: Ground): Promise<void> {
  const below = (n: number) => Math.floor(random() * n);
  const oneOf = (role: Role): Member => {
    const among = members.filter((m) => m.role === role);
    const chosen = among[below(among.length)];
    if (chosen === undefined) throw new Error(`the cluster has no ${role}`);
    return chosen;
  };
  switch (fault) {
    case 'kill-worker':
    case 'kill-web':
    case 'kill-jobs':
      oneOf(fault === 'kill-worker' ? 'worker' : fault === 'kill-web' ? 'web' : 'jobs').now().kill();
      return;
    case 'drain-worker':
    case 'drain-web':
      return drain(oneOf(fault === 'drain-worker' ? 'worker' : 'web'));
    case 'freeze-worker': {
      // Longer than a claim holds without a sign of life: what it goes on with afterwards is another's.
      const worker = oneOf('worker').now();
      worker.freeze();
      await sleep(18_000);
      worker.thaw();
      return;
    }
    case 'redis-loss':
      return redis.restartWithLoss();
    case 'redis-flush': {
      // Everything is gone while every connection stays: nobody is told that there is something to put back.
      const wire = await redisWire(redis.uri);
      await wire.command('FLUSHALL').finally(() => wire.close());
      return;
    }
    case 'redis-pause':
      redis.pause();
      await sleep(2_000 + below(2_000));
      redis.resume();
      return;
    case 'mongo-restart':
      return mongo.restart();
    case 'mongo-pause': {
      const server = mongo.now();
      server.freeze();
      await sleep(2_000 + below(2_000));
      server.thaw();
      return;
    }
    case 'cut-wires': {
      const member = oneOf(below(2) === 0 ? 'worker' : 'web');
      const ms = 1_000 + below(2_000);
      member.wires.mongo.cut(ms);
      member.wires.redis.cut(ms);
      await sleep(ms);
      return;
    }
    case 'skew-clock': {
      const worker = oneOf('worker');
      worker.skew(below(2) === 0 ? SKEW_MS : -SKEW_MS);
      worker.now().kill();
      return;
    }
  }
}

async function drain(member: Member): Promise<void> {
  const life = await member.up();
  const end = await life.stop();
  if (end.code !== 0) throw new Error(`${member.name} did not drain in peace (${end.signal ?? end.code ?? ''}): ${life.complaints()}`);
}

/** Every fault once before any comes twice, in mixed order. */
export function planOf(faults: number, random: () => number, among: readonly Fault[] = FAULTS): Fault[] {
  const plan: Fault[] = [];
  while (plan.length < faults) {
    const round = [...among];
    while (round.length > 0 && plan.length < faults) plan.push(...round.splice(Math.floor(random() * round.length), 1));
  }
  return plan;
}
