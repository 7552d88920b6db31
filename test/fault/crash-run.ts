import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteStore } from '@parley/core/storage';
import { connectorIdOf } from '../contract/worst-host/flavour.js';
import { FLAVOURS, POINTS, type AccountList, type Point } from './accounts.js';
import { startLoad } from './load.js';
import { freePort, startPatient, type Home } from './patient.js';
import { settled, turnsIn, verdictsOf, type Verdicts } from './settled.js';
import { mulberry32 } from '../harness/random.js';
import { startWitness } from './witness.js';

/** How the run is made up. */
export interface CrashOptions {
  kills: number;
  /** Start of the sequence that times and faults are drawn from. */
  seed?: number;
  /** Told after each kill. */
  onKill?: (done: number, at: Point | 'random') => void;
  /** Told where lost messages stand in the service's own record. */
  onLost?: (where: string, count: number) => void;
}

/** What the run found. Counts are sums over the channels. */
export interface CrashReport extends Verdicts {
  kills: number;
  byPoint: Record<Point | 'random', number>;
}

const WITHHELD = 0.2;
/** An armed point is reached within this under load, or something is wrong. */
const LIFE_MS = 60_000;
/** Passes of a point before the kill is drawn from 1 to this. */
const MAX_NTH = 12;

/**
 * Runs the service under load and kills it again and again: a fifth of the kills right at each point of the probe, the
 * rest at random moments, some of them while it still starts. Then waits until everything is settled and judges.
 */
export async function runCrashes(options: CrashOptions): Promise<CrashReport> {
  const random = mulberry32(options.seed ?? 1);
  const folder = await mkdtemp(join(tmpdir(), 'parley-fault-'));
  const witness = await startWitness(join(folder, 'sandbox'));
  try {
    const port = await freePort();
    const accounts: AccountList = FLAVOURS.map((flavour) => ({ flavour, account: `shop-${flavour}`, secret: `signing secret of ${flavour}`, pathSecret: `path-${flavour}`, host: witness.url }));
    for (const [n, a] of accounts.entries()) {
      const webhookUrl = `http://127.0.0.1:${port}/${connectorIdOf(a.flavour)}/${a.account}/${a.pathSecret}`;
      await witness.account(a, webhookUrl, { withhold: WITHHELD, seed: (options.seed ?? 1) * 10 + n });
    }
    const home: Home = { folder: join(folder, 'service'), port, accounts };
    const byPoint: Record<Point | 'random', number> = { 'inserted': 0, 'decided': 0, 'sending': 0, 'host-accepted': 0, 'random': 0 };

    const load = startLoad(witness, accounts, random);
    for (const [n, at] of planOf(options.kills, random).entries()) {
      await oneLife(home, at, random);
      byPoint[at] += 1;
      options.onKill?.(n + 1, at);
    }
    const last = startPatient(home, null);
    await last.ready;
    // Some are written to the living as well.
    await sleep(1_000);
    await load.stop();
    await settled(() => last.counts(), witness, load);
    const end = await last.stop();
    if (end.code !== 0) throw new Error(`the service did not stop in peace (${end.signal ?? end.code ?? ''}): ${last.complaints()}`);
    const store = await openSqliteStore({ file: join(home.folder, 'parley.db') });
    const turns = await turnsIn(store).finally(() => store.close());
    return { ...(await verdictsOf(accounts, witness, turns, options.onLost)), kills: Object.values(byPoint).reduce((a, b) => a + b, 0), byPoint };
  } finally {
    await witness.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A fifth of the kills for each point, at least one where there are enough; the rest at random. In mixed order. */
function planOf(kills: number, random: () => number): (Point | 'random')[] {
  const each = kills < POINTS.length ? 0 : Math.max(1, Math.floor(kills / (POINTS.length + 1)));
  const plan: (Point | 'random')[] = POINTS.flatMap((point) => Array.from({ length: each }, () => point));
  while (plan.length < kills) plan.push('random');
  for (let i = plan.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [plan[i], plan[j]];
    if (a !== undefined && b !== undefined) [plan[i], plan[j]] = [b, a];
  }
  return plan;
}

async function oneLife(home: Home, at: Point | 'random', random: () => number): Promise<void> {
  const patient = startPatient(home, at === 'random' ? null : { point: at, nth: 1 + Math.floor(random() * MAX_NTH) });
  if (at === 'random') {
    // A third of them while it still starts.
    if (random() < 1 / 3) await sleep(300 + random() * 2_000);
    else {
      await patient.ready;
      await sleep(random() * 1_500);
    }
    patient.kill();
  }
  const waiting = new AbortController();
  const end = await Promise.race([patient.ended, sleep(LIFE_MS, null, { signal: waiting.signal })]);
  waiting.abort();
  if (end?.signal === 'SIGKILL') return;
  patient.kill();
  throw new Error(end === null ? `the service never came to ${at}: ${patient.complaints()}` : `the service ended by itself (${end.signal ?? end.code ?? ''}) instead of at ${at}: ${patient.complaints()}`);
}
