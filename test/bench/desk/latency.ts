import { CHANNEL } from '../../../scripts/stack/connect-slack.js';
import { mulberry32 } from '../../harness/random.js';
import { median, percentile } from '../turns/load.js';
import { round } from '../turns/measure.js';
import { openHandoffs, type DeskBench, type OpenHandoff } from './open-handoffs.js';
import { WORKSPACE } from './slack-host.js';

interface Times {
  p50Ms: number;
  p99Ms: number;
  runsP99Ms: number[];
}

export interface Latency {
  handoffs: number;
  perSecond: number;
  /** Messages measured in each direction. */
  samples: number;
  /** From the shopper's send to its arrival in the thread; from the agent's word to the shopper's stream. */
  toSlack: Times;
  toShopper: Times;
  /** A post to the same Slack without anything of ours. */
  barePost: Times;
  ratio: number;
}

/** Longer than this, and a message is lost. */
const LOST_MS = 30_000;

export async function latency(plan: { handoffs: number; runs: number; seconds: number; rate: number }, say: (line: string) => void): Promise<Latency> {
  say(`opening ${plan.handoffs} hand-offs …`);
  const bench = await openHandoffs(plan.handoffs);
  try {
    const arrivals = listenForArrivals(bench);
    const toSlack = (h: OpenHandoff, words: string) => arrivals.inSlack(words, () => h.chat.send(words));
    const toShopper = (h: OpenHandoff, words: string) => arrivals.atShopper(words, () => bench.slack.control(`${WORKSPACE}/write`, { user: h.agent, channel: CHANNEL, text: words, threadTs: h.ts }));
    const bare = (h: OpenHandoff, words: string) => arrivals.inSlack(words, () => barePost(bench, h.ts, words));
    const measured = async (send: (h: OpenHandoff, words: string) => Promise<number>, seed: number) => {
      await openLoop(bench.handoffs, plan.rate, Math.min(5, plan.seconds), seed, send);
      const runs = [];
      for (let r = 0; r < plan.runs; r++) runs.push(await openLoop(bench.handoffs, plan.rate, plan.seconds, seed + r + 1, send));
      return runs;
    };
    const there = await measured(toSlack, 1_000);
    const back = await measured(toShopper, 2_000);
    const alone = await measured(bare, 3_000);
    const [a, c] = [timesOf(there), timesOf(alone)];
    return { handoffs: bench.handoffs.length, perSecond: plan.rate, samples: there.flat().length, toSlack: a, toShopper: timesOf(back), barePost: c, ratio: round(a.p50Ms / c.p50Ms, 1) };
  } finally {
    for (const h of bench.handoffs) h.chat.close();
    await bench.close();
  }
}

function timesOf(runs: readonly number[][]): Times {
  const at = (p: number) => runs.map((latencies) => percentile(latencies, p));
  return { p50Ms: round(median(at(50)), 1), p99Ms: round(median(at(99)), 1), runsP99Ms: at(99).map((n) => round(n, 1)) };
}

/** Who waits for which words; each send resolves with the milliseconds until they arrived. */
function listenForArrivals(bench: DeskBench) {
  const waiting = new Map<string, () => void>();
  const hear = (text: string): void => {
    const words = /bench-\d+/.exec(text)?.[0];
    if (words !== undefined) waiting.get(words)?.();
  };
  // In the thread our suggestions may quote a question; the shopper's own words come first.
  bench.slack.onEntry((e) => {
    if (e.kind === 'slack.call' && e.status === 200 && e.detail['method'] === 'chat.postMessage') hear(String(e.detail['text']));
  });
  for (const h of bench.handoffs) h.chat.onEntry((entry) => { if (entry.from === 'agent') hear(entry.message.parts.map((p) => p.text ?? '').join(' ')); });

  const timed = async (words: string, send: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const arrived = new Promise<void>((resolve, reject) => {
      waiting.set(words, resolve);
      timer = setTimeout(() => reject(new Error(`“${words}” did not arrive within ${LOST_MS} ms`)), LOST_MS);
    });
    try {
      await Promise.all([arrived, send()]);
      return performance.now() - from;
    } finally {
      clearTimeout(timer);
      waiting.delete(words);
    }
  };
  return { inSlack: timed, atShopper: timed };
}

let serial = 0;

/** Words come when they come (Poisson), to any of the hand-offs. */
async function openLoop(handoffs: readonly OpenHandoff[], perSecond: number, seconds: number, seed: number, send: (h: OpenHandoff, words: string) => Promise<number>): Promise<number[]> {
  const random = mulberry32(seed);
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  let due = begun;
  while (due - begun < seconds * 1_000) {
    due += (-Math.log(1 - random()) / perSecond) * 1_000;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((r) => setTimeout(r, wait));
    const h = handoffs[Math.floor(random() * handoffs.length)];
    if (h !== undefined) running.push(send(h, `bench-${++serial}`).then((ms) => void latencies.push(ms)));
  }
  await Promise.all(running);
  return latencies;
}

async function barePost({ slack }: DeskBench, thread: string, words: string): Promise<void> {
  const token = await tokenOf(slack);
  const res = await fetch(`${slack.url}/slack/api/chat.postMessage`, { method: 'POST', headers: { 'Authorization': `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ channel: CHANNEL, thread_ts: thread, text: words }) });
  const answer = (await res.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(`a bare post was refused: ${answer.error ?? ''}`);
}

const tokens = new WeakMap<DeskBench['slack'], Promise<string>>();

/** The token the service posts with, as the host gave it out. */
function tokenOf(slack: DeskBench['slack']): Promise<string> {
  const known = tokens.get(slack) ?? slack.control(`${WORKSPACE}/token`).then((answer) => (answer as { token: string }).token);
  tokens.set(slack, known);
  return known;
}
