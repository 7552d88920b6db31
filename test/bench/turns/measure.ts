import { demoShop } from '../../../plugins/sandbox/src/shop/demo-shop.js';
import type { Session, Stack } from '../../../scripts/stack/stack.js';
import { closedLoop, listen, median, openLoop, percentile, type Conversation } from './load.js';
import { scrape, type Totals } from './scrape.js';
import { createWire, type Wire } from './wire.js';

export const AT_ONCE = 50;
const CONVERSATIONS = 200;
/** Turns of a process before it is measured: with fewer, more processes would be measured colder. */
const WARM_UP_TURNS = 1_500;

/** What the service is to be measured with. */
export interface Plan {
  runs: number;
  /** Length of one run. */
  ms: number;
  /** Messages a second in the open loop. */
  openRate: number;
}

export interface Measured {
  turnsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Processor time of all processes of the service, by role, for one turn. */
  cpuMsPerTurn: number;
  cpuMsPerTurnByRole: Record<string, number>;
  /** Commands to the shared store and the shared Redis for one turn; 0 where there is none. */
  storeOperationsPerTurn: number;
  storeOperations: Record<string, number>;
  redisOperationsPerTurn: number;
  redisOperations: Record<string, number>;
  closedLoop: { atOnce: number; p50Ms: number; p99Ms: number; runs: number[] };
  /** Processor time here is of a load that is the same however many processes share it. */
  openLoop: { perSecond: number; messages: number; cpuMsPerTurn: number; runsP99Ms: number[] };
}

/** A stack with conversations open on it. */
export interface Ready {
  wire: Wire;
  sessions: Session[];
  conversations: Conversation[];
}

/** @param idle see `createWire` */
export async function ready(stack: Stack, idle?: number): Promise<Ready> {
  // A shop with this traffic is on Shopify Plus: 1,000 points of Admin API cost a second, 20,000 at most.
  await stack.control(`/shops/${stack.shop}/bucket`, { maximum: 20_000, restoreRate: 1_000, available: 20_000 });
  const emails = demoShop(new Date()).customers.flatMap((c) => c.email ?? []);
  const opened: Session[] = [];
  for (let i = 0; i < CONVERSATIONS; i++) opened.push(await stack.session(i % 2 === 0 ? (emails[(i / 2) % emails.length] ?? null) : null));
  // A customer's thread is one wherever he signs in: several sessions of one customer would be one conversation.
  const sessions = [...new Map(opened.map((s) => [s.thread, s])).values()];
  const wire = createWire(stack.serviceUrl, idle);
  return { wire, sessions, conversations: await listen(wire, sessions) };
}

/** Throughput with so many conversations at once, what a turn costs meanwhile, then latency at a given rate. `thinking`: processes that share the turns. */
export async function measure(stack: Stack, { wire, conversations }: Ready, plan: Plan, thinking: number): Promise<Measured> {
  const closed = conversations.slice(0, AT_ONCE);
  await closedLoop(wire, closed, plan.ms / 2, 1, WARM_UP_TURNS * thinking);
  const before = await scrape(stack.processes);
  const runs = [];
  for (let r = 0; r < plan.runs; r++) runs.push(await closedLoop(wire, closed, plan.ms, 100 * (r + 1)));
  const after = await scrape(stack.processes);
  const beforeOpen = await scrape(stack.processes);
  const open: number[][] = [];
  for (let r = 0; r < plan.runs; r++) open.push(await openLoop(wire, conversations, plan.openRate, plan.ms, 1_000 * (r + 1)));
  const afterOpen = await scrape(stack.processes);

  const turns = runs.reduce((n, m) => n + m.latencies.length, 0);
  const grown = (from: Totals, to: Totals, count: number, pick: (t: Totals) => Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(pick(to)).map(([name, n]): [string, number] => [name, round((n - (pick(from)[name] ?? 0)) / count, 3)]).filter(([, n]) => n !== 0));
  const each = (pick: (t: Totals) => Record<string, number>) => grown(before, after, turns, pick);
  const sum = (parts: Record<string, number>) => round(Object.values(parts).reduce((n, x) => n + x, 0), 2);
  const cpu = each((t) => t.cpuMs);
  const store = each((t) => t.store);
  const redis = each((t) => t.redis);
  const at = (p: number) => round(median(open.map((latencies) => percentile(latencies, p))), 1);
  const messages = open.reduce((n, l) => n + l.length, 0);
  const all = runs.flatMap((m) => m.latencies);
  return {
    turnsPerSecond: Math.round(median(runs.map((m) => m.perSecond))),
    p50Ms: at(50),
    p95Ms: at(95),
    p99Ms: at(99),
    cpuMsPerTurn: sum(cpu),
    cpuMsPerTurnByRole: cpu,
    storeOperationsPerTurn: sum(store),
    storeOperations: store,
    redisOperationsPerTurn: sum(redis),
    redisOperations: redis,
    closedLoop: { atOnce: AT_ONCE, p50Ms: round(percentile(all, 50), 1), p99Ms: round(percentile(all, 99), 1), runs: runs.map((m) => Math.round(m.perSecond)) },
    openLoop: { perSecond: plan.openRate, messages, cpuMsPerTurn: sum(grown(beforeOpen, afterOpen, messages, (t) => t.cpuMs)), runsP99Ms: open.map((l) => round(percentile(l, 99), 1)) },
  };
}

export function round(n: number, digits: number): number {
  return Math.round(n * 10 ** digits) / 10 ** digits;
}
