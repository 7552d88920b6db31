import { z } from 'zod';
import { CHANNEL } from '../../../scripts/stack/connect-slack.js';
import { startWire } from '../../fault/wire.js';
import { mulberry32 } from '../../harness/random.js';
import { sharedServers, sharedServersAt } from '../../servers/shared.js';
import { percentile } from '../turns/load.js';
import { round } from '../turns/measure.js';
import { openHandoffs, type DeskBench } from './open-handoffs.js';
import { WORKSPACE } from './slack-host.js';

export interface SlowResult {
  /** How much later each answer of the store comes. */
  lateMs: number;
  events: number;
  /** Acknowledged at the first try; answered 503 at the first try. */
  taken: number;
  refused: number;
  p50Ms: number;
  p99Ms: number;
  /** Never acknowledged, until Slack stopped bringing them. */
  givenUp: number;
  /** Acknowledged and not in the store afterwards: must be 0. */
  acknowledgedUnstored: number;
  presses: number;
  pressesTaken: number;
  toldToPressAgain: number;
  slowestPressMs: number;
}

const WHAT = 'the benchmark of a slow store';
const HANDOFFS = 100;
/** Few enough that two seldom write into one thread at the same time. */
const MOST_A_SECOND = 5;
const SECONDS = 15;
const PRESSES = 10;

/** What Slack sees while every answer of the store is late: one second, which fits into its patience, and five, which do not. */
export async function slowStore(rate: number, say: (line: string) => void): Promise<SlowResult[]> {
  if (!sharedServersAt(WHAT)) return [];
  const servers = await sharedServers(WHAT);
  const mongo = new URL(servers.env.MONGODB_URI);
  const wire = await startWire([Number(mongo.port)]);
  mongo.host = `127.0.0.1:${wire.port}`;
  try {
    say(`opening ${HANDOFFS} hand-offs over a store that can be slowed …`);
    const bench = await openHandoffs(HANDOFFS, { shared: { env: { ...servers.env, MONGODB_URI: mongo.toString() }, workers: 1 } });
    try {
      const results = [];
      for (const lateMs of [1_000, 5_000]) results.push(await slowed(bench, wire, lateMs, Math.min(rate, MOST_A_SECOND)));
      return results;
    } finally {
      for (const h of bench.handoffs) h.chat.close();
      wire.slow(0);
      await bench.close();
    }
  } finally {
    await wire.stop();
    await servers.stop();
  }
}

let serial = 0;

async function slowed(bench: DeskBench, wire: { slow(ms: number): void }, lateMs: number, rate: number): Promise<SlowResult> {
  const { slack, handoffs } = bench;
  const random = mulberry32(lateMs);
  const mark = slack.ledger.last();
  wire.slow(lateMs);
  const words: string[] = [];
  const running: Promise<unknown>[] = [];
  const told: { status: number }[] = [];
  for (let n = 0; n < rate * SECONDS; n++) {
    const h = handoffs[Math.floor(random() * handoffs.length)];
    const other = handoffs[((h === undefined ? 0 : handoffs.indexOf(h)) + 1) % handoffs.length];
    if (h === undefined || other === undefined) break;
    const text = `slow-${++serial}.`;
    words.push(text);
    running.push(slack.control(`${WORKSPACE}/write`, { user: h.agent, channel: CHANNEL, text, threadTs: h.ts }));
    if (n % Math.ceil((rate * SECONDS) / PRESSES) === 0) running.push(slack.control(`${WORKSPACE}/press`, { user: other.agent, channel: CHANNEL, ts: other.ts, action: 'handoff.suggest' }).then((answer) => void told.push(z.object({ status: z.number() }).parse(answer))));
    await new Promise((r) => setTimeout(r, 1_000 / rate));
  }
  await Promise.all(running);
  const seen = slack.ledger.since(mark);
  const first = seen.filter((e) => e.kind === 'slack.event' && e.detail['retry'] === null);
  const times = first.map((e) => e.ms);
  wire.slow(0);
  // Slack's retries, at a tenth of their time, and the worker's own.
  await new Promise((r) => setTimeout(r, 50_000));
  const events = slack.ledger.since(mark).filter((e) => e.kind === 'slack.event');
  const acknowledged = new Set(events.filter((e) => e.status === 200).map((e) => e.key));
  const givenUp = new Set(events.filter((e) => !acknowledged.has(e.key)).map((e) => e.key)).size;
  const missing = await unstored(bench, words);
  return {
    lateMs,
    events: first.length,
    taken: first.filter((e) => e.status === 200).length,
    refused: first.filter((e) => e.status === 503).length,
    p50Ms: round(percentile(times, 50), 0),
    p99Ms: round(percentile(times, 99), 0),
    givenUp,
    acknowledgedUnstored: Math.max(0, missing - givenUp),
    presses: told.length,
    pressesTaken: told.filter((t) => t.status === 200).length,
    toldToPressAgain: seen.filter((e) => e.kind === 'slack.hook').length,
    slowestPressMs: round(Math.max(0, ...seen.filter((e) => e.kind === 'slack.interaction').map((e) => e.ms)), 0),
  };
}

/** Of what agents wrote, what never reached its shopper. */
async function unstored({ handoffs }: DeskBench, words: readonly string[]): Promise<number> {
  const reached = new Set<string>();
  for (const h of handoffs) {
    const res = await fetch(`${h.chat.session.endpoint}/webchat/history?limit=100`, { headers: { Authorization: `Bearer ${h.chat.session.token}` } });
    for (const [text] of (await res.text()).matchAll(/slow-\d+\./g)) reached.add(text);
  }
  return words.filter((text) => !reached.has(text)).length;
}
