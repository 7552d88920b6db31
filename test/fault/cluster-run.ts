import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMongoStore } from '@parley/core/storage';
import { connectorIdOf } from '../contract/worst-host/flavour.js';
import { mulberry32 } from '../harness/random.js';
import { freshDatabase, mongoServerClasses, startMongoServer } from '../servers/mongo.js';
import { startRedis } from '../servers/redis.js';
import { FLAVOURS, type AccountList } from './accounts.js';
import { inflict, planOf, type Fault } from './cluster-faults.js';
import { startLoad } from './load.js';
import { startMember, type Member, type Role } from './member.js';
import { freePort } from './patient.js';
import { settled, turnsIn, verdictsOf, type Verdicts } from './settled.js';
import { startWire } from './wire.js';
import { startWitness, type Witness } from './witness.js';

/** How the run is made up. */
export interface ClusterOptions {
  faults: number;
  /** Start of the sequence that faults and times are drawn from. */
  seed?: number;
  /** Only these, in turn. */
  among?: readonly Fault[];
  /** Milliseconds of load between the end of one fault and the next. */
  restMs?: number;
  onFault?: (done: number, fault: Fault) => void;
  /** Told where lost messages stand in the service's own record. */
  onLost?: (where: string, count: number) => void;
}

/** What the run found. `recoveryMs` is from the beginning of a fault to the first answer to a message written after it; the longest of each kind. */
export interface ClusterReport extends Verdicts {
  faults: number;
  byFault: Partial<Record<Fault, { times: number; recoveryMs: number | null }>>;
  recoveryMs: { median: number; longest: number };
}

const WITHHELD = 0.1;
/** Five processes, two servers and the host share the machine: the load is one they can bear, or the run would measure the machine. */
const TICK_MS = 600;
const REST_MS = 3_000;
const MEMBERS: readonly Role[] = ['web', 'web', 'worker', 'worker', 'jobs'];

/**
 * Two web processes, two workers and one for background jobs over a MongoDB and a Redis, under load: processes are killed, drained and
 * frozen, both servers stopped and restarted, connections cut, clocks set wrong. The sandbox, which is left alone, is the witness.
 */
export async function runCluster(options: ClusterOptions): Promise<ClusterReport> {
  const random = mulberry32(options.seed ?? 1);
  const classes = mongoServerClasses('the fault test of a cluster');
  if (classes === null) throw new Error('the fault test of a cluster needs a MongoDB server of its own: see above for how to get one');
  const folder = await mkdtemp(join(tmpdir(), 'parley-cluster-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const witness = await startWitness(join(folder, 'sandbox'));
    undo.push(() => witness.stop());
    const redis = await startRedis();
    undo.push(() => redis.stop());
    const file = join(folder, 'mongo.mv');
    let mongo = await startMongoServer(classes, { file });
    undo.push(() => mongo.stop());
    const { port: mongoPort } = mongo;
    const servers = { mongoPort, redisPort: redis.port, database: freshDatabase(), prefix: 'cluster:' };

    const webPorts = [await freePort(), await freePort()];
    const balancer = await startWire(webPorts);
    undo.push(() => balancer.stop());
    const accounts: AccountList = FLAVOURS.map((flavour) => ({ flavour, account: `shop-${flavour}`, secret: `signing secret of ${flavour}`, pathSecret: `path-${flavour}`, host: witness.url }));
    for (const [n, a] of accounts.entries()) {
      const webhookUrl = `http://127.0.0.1:${balancer.port}/${connectorIdOf(a.flavour)}/${a.account}/${a.pathSecret}`;
      await witness.account(a, webhookUrl, { withhold: WITHHELD, seed: (options.seed ?? 1) * 10 + n });
    }
    const members: Member[] = [];
    for (const [n, role] of MEMBERS.entries()) {
      const port = role === 'web' ? (webPorts[members.filter((m) => m.role === 'web').length] ?? 0) : 0;
      members.push(await startMember(`${role}-${n}`, role, { folder: join(folder, `member-${n}`), port, accounts }, servers));
    }
    const stopMembers = () => Promise.all(members.splice(0).map((m) => m.stop()));
    undo.push(stopMembers);

    const load = startLoad(witness, accounts, random, TICK_MS);
    const suffered: { fault: Fault; at: number }[] = [];
    const ground = {
      members,
      redis,
      random,
      mongo: {
        now: () => mongo,
        async restart() {
          await mongo.kill();
          mongo = await startMongoServer(classes, { file, port: mongoPort });
        },
      },
    };
    await sleep(REST_MS);
    for (const fault of planOf(options.faults, random, options.among)) {
      suffered.push({ fault, at: Date.now() });
      await inflict(fault, ground);
      await sleep((options.restMs ?? REST_MS) * (0.5 + random()));
      options.onFault?.(suffered.length, fault);
    }
    await load.stop();
    const worker = members.find((m) => m.role === 'worker');
    await settled(() => worker?.now().counts() ?? Promise.resolve(null), witness, load);
    await stopMembers();
    const store = await openMongoStore({ uri: `mongodb://127.0.0.1:${mongoPort}/${servers.database}`, clock: Date.now, log: QUIET });
    const turns = await turnsIn(store).finally(() => store.close());
    return { faults: suffered.length, ...(await verdictsOf(accounts, witness, turns, options.onLost)), ...(await recoveries(witness, suffered)) };
  } finally {
    for (const one of undo.reverse()) await one();
  }
}

const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** By the host's clock alone. Threads of one message tell which answer belongs to which question. */
async function recoveries(witness: Witness, suffered: readonly { fault: Fault; at: number }[]): Promise<Pick<ClusterReport, 'byFault' | 'recoveryMs'>> {
  const single = (thread: string | null | undefined) => thread?.startsWith('single-') === true;
  const place = (e: { detail: { account: string; thread?: string | null | undefined } }) => `${e.detail.account}/${e.detail.thread ?? ''}`;
  const asked = new Map((await witness.ledger('worst-host.message')).flatMap((e) => (single(e.detail.thread) ? [[place(e), Date.parse(e.at)] as const] : [])));
  const answered = (await witness.ledger('worst-host.send')).flatMap((e) => (single(e.detail.thread) && e.detail['accepted'] === true ? [{ asked: asked.get(place(e)) ?? 0, at: Date.parse(e.at) }] : []));
  const byFault: ClusterReport['byFault'] = {};
  const all: number[] = [];
  for (const { fault, at } of suffered) {
    const first = Math.min(...answered.filter((a) => a.asked >= at).map((a) => a.at));
    const ms = Number.isFinite(first) ? first - at : null;
    if (ms !== null) all.push(ms);
    const before = byFault[fault];
    byFault[fault] = { times: (before?.times ?? 0) + 1, recoveryMs: ms === null ? (before?.recoveryMs ?? null) : Math.max(ms, before?.recoveryMs ?? 0) };
  }
  all.sort((a, b) => a - b);
  return { byFault, recoveryMs: { median: all[Math.floor(all.length / 2)] ?? 0, longest: all.at(-1) ?? 0 } };
}
