// npm run bench:turns [-- --json]: signed message in to reply on the shopper's stream, through the whole service; a bare Express handler beside it.
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demoShop } from '../../../plugins/sandbox/src/shop/demo-shop.js';
import { freePort, run, untilReady } from '../../../scripts/stack/processes.js';
import { startStack, type Session } from '../../../scripts/stack/stack.js';
import { closedLoop, listen, median, openLoop, percentile } from './load.js';
import { createWire } from './wire.js';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '8' }, runs: { type: 'string', default: '3' } } });
const ms = Number(values.seconds) * 1_000;
const runs = Number(values.runs);
const AT_ONCE = 50;
const OPEN_CONVERSATIONS = 200;
const OPEN_RATE = 300;
const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

const stack = await startStack({ ...(process.env['BENCH_SERVICE_MAIN'] === undefined ? {} : { serviceMain: process.env['BENCH_SERVICE_MAIN'] }), service: { WEBCHAT_MESSAGES_PER_MINUTE: '1000000', WEBCHAT_SESSIONS_PER_MINUTE: '1000000', LOG_LEVEL: 'error' } });
try {
  // A shop with this traffic is on Shopify Plus: 1,000 points of Admin API cost a second, 20,000 at most.
  await stack.control(`/shops/${stack.shop}/bucket`, { maximum: 20_000, restoreRate: 1_000, available: 20_000 });
  const emails = demoShop(new Date()).customers.flatMap((c) => c.email ?? []);
  say(`${AT_ONCE} conversations at once, ${runs} runs of ${ms / 1_000} s after a warm-up; every second shopper is signed in.`);
  const sessions: Session[] = [];
  for (let i = 0; i < OPEN_CONVERSATIONS; i++) sessions.push(await stack.session(i % 2 === 0 ? (emails[(i / 2) % emails.length] ?? null) : null));
  // A customer's thread is one wherever he signs in: several sessions of one customer would be one conversation.
  const distinct = [...new Map(sessions.map((s) => [s.thread, s])).values()];
  const wire = createWire(stack.serviceUrl);
  const conversations = await listen(wire, distinct);
  const closed = conversations.slice(0, AT_ONCE);

  await closedLoop(wire, closed, ms / 2, 1);
  const measured = [];
  const cpuBefore = cpuMs(stack.service.child.pid);
  for (let r = 0; r < runs; r++) measured.push(await closedLoop(wire, closed, ms, 100 * (r + 1)));
  const cpuAfter = cpuMs(stack.service.child.pid);
  const open: number[][] = [];
  for (let r = 0; r < runs; r++) open.push(await openLoop(wire, conversations, OPEN_RATE, ms, 1_000 * (r + 1)));
  wire.close();

  const baselinePerSecond = await baseline(distinct[0]!);
  const turnsPerSecond = median(measured.map((m) => m.perSecond));
  const at = (p: number) => Math.round(median(open.map((latencies) => percentile(latencies, p))) * 10) / 10;
  const result = {
    turnsPerSecond: Math.round(turnsPerSecond),
    p50Ms: at(50),
    p95Ms: at(95),
    p99Ms: at(99),
    baselinePerSecond: Math.round(baselinePerSecond),
    ratio: Math.round((turnsPerSecond / baselinePerSecond) * 1_000) / 1_000,
    cpuMsPerTurn: cpuBefore === null || cpuAfter === null ? null : Math.round(((cpuAfter - cpuBefore) / measured.reduce((n, m) => n + m.latencies.length, 0)) * 100) / 100,
    closedLoop: { atOnce: AT_ONCE, p50Ms: round(percentile(measured.flatMap((m) => m.latencies), 50)), p99Ms: round(percentile(measured.flatMap((m) => m.latencies), 99)), runs: measured.map((m) => Math.round(m.perSecond)) },
    openLoop: { perSecond: OPEN_RATE, messages: open.reduce((n, l) => n + l.length, 0), runsP99Ms: open.map((l) => round(percentile(l, 99))) },
    stepsMs: await steps(distinct.slice(0, 20)),
  };
  if (values.json) console.log(JSON.stringify(result));
  else {
    say(`closed loop   ${result.turnsPerSecond} turns/s (runs ${result.closedLoop.runs.join(', ')}), p50 ${result.closedLoop.p50Ms} ms, p99 ${result.closedLoop.p99Ms} ms`);
    say(`processor     ${result.cpuMsPerTurn ?? 'unknown'} ms a turn`);
    say(`open loop     Poisson ${OPEN_RATE}/s, from the scheduled time: p50 ${result.p50Ms} ms, p95 ${result.p95Ms} ms, p99 ${result.p99Ms} ms`);
    say(`bare Express  ${result.baselinePerSecond} requests/s; ratio ${result.ratio}`);
    say(`steps (median ms of the last turns)  ${Object.entries(result.stepsMs).map(([k, v]) => `${k} ${v}`).join(', ')}`);
  }
} finally {
  await stack.stop();
}
process.exit();

/** Processor time a process has used so far, in milliseconds; null where the system does not tell (other than Linux). */
function cpuMs(pid: number | undefined): number | null {
  if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return null;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  // utime and stime in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** The same load against a handler that only checks and parses. */
async function baseline(like: Session): Promise<number> {
  const port = await freePort();
  const secret = randomBytes(32).toString('base64url');
  const bare = run('test/bench/turns/baseline.ts', { PORT: String(port), BASELINE_SECRET: secret }, { show: false });
  const wire = createWire(`http://127.0.0.1:${port}`);
  try {
    await untilReady(`http://127.0.0.1:${port}/ready`, bare, 15_000);
    const payload = `v1.${like.token.split('.')[1] ?? ''}`;
    const session = { ...like, token: `${payload}.${createHmac('sha256', secret).update(payload).digest('base64url')}` };
    const loop = async (length: number) => {
      const begun = performance.now();
      let count = 0;
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (performance.now() - begun < length) {
          const status = await wire.post(session, `bare-${count++}`, 'where is my order?');
          if (status !== 202) throw new Error(`the baseline answered ${status}`);
        }
      }));
      return count / ((performance.now() - begun) / 1_000);
    };
    await loop(ms / 4);
    const rates = [];
    for (let r = 0; r < runs; r++) rates.push(await loop(ms / 2));
    return median(rates);
  } finally {
    wire.close();
    await bare.stop();
  }
}

/** Where the time goes, by the turns' own records. */
async function steps(sessions: readonly Session[]): Promise<Record<string, number>> {
  const Turns = z.object({ turns: z.array(z.object({ record: z.looseObject({ steps: z.record(z.string(), z.number()), storedAt: z.number(), decidedAt: z.number().nullable(), composedAt: z.number().nullable() }) })) });
  const seen = new Map<string, number[]>();
  for (const s of sessions) {
    const { turns } = Turns.parse(await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(s.thread)}&after=0`));
    for (const { record } of turns.slice(-50)) for (const [name, took] of Object.entries(record.steps)) seen.set(name, [...(seen.get(name) ?? []), took]);
  }
  return Object.fromEntries([...seen].map(([name, took]) => [name, Math.round(median(took) * 1_000) / 1_000]));
}
