// npm run bench:turns [-- --json]: signed message in to reply on the shopper's stream, through the whole service; a bare
// Express handler beside it. With --mode distributed --workers 1,2 also over MongoDB and Redis, in the same run.
import { z } from 'zod';
import { command, Refusal } from '../../../scripts/terminal/command.js';
import { distributed, STAND_IN, type DistributedResult } from './distributed.js';
import { embedded, type EmbeddedResult } from './embedded.js';
import { AT_ONCE, round, type Measured, type Plan } from './measure.js';

const USAGE = `usage: npm run bench:turns -- [--mode embedded] [--workers 1,2] [--runs 3] [--seconds 8] [--json]
  --mode     embedded (one process on its own store) or distributed (that, and then over a MongoDB and a Redis)
  --workers  distributed: with how many workers, one after the other
  --runs     closed and open loops; the median counts
  --seconds  length of each`;

const count = z.coerce.number().int().min(1).max(16);
const Options = z.object({ mode: z.enum(['embedded', 'distributed']), workers: z.string().transform((text) => text.split(',').map(Number)).pipe(z.array(z.number().int().min(1).max(16)).min(1)), seconds: z.coerce.number().min(1).max(600), runs: count });
/** Far from what the machine can do, so that what is measured is what a turn costs and not what processes cost one another. */
const OPEN_RATE_PER_WORKER = 25;

let say = (line: string): void => void process.stdout.write(`${line}\n`);

await command(
  USAGE,
  { options: { json: { type: 'boolean', default: false }, mode: { type: 'string', default: 'embedded' }, workers: { type: 'string', default: '1,2' }, seconds: { type: 'string', default: '8' }, runs: { type: 'string', default: '3' } } },
  async ({ values }) => {
    const read = Options.safeParse(values);
    if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
    const { mode, workers, seconds, runs } = read.data;
    if (values.json) say = (line) => void process.stderr.write(`${line}\n`);
    say(`${AT_ONCE} conversations at once, ${runs} runs of ${seconds} s after a warm-up; every second shopper is signed in.`);
    const plan: Plan = { runs, ms: seconds * 1_000, openRate: mode === 'embedded' ? 300 : OPEN_RATE_PER_WORKER };
    const alone = await embedded(plan);
    sayEmbedded(alone);
    const result = mode === 'embedded' ? alone : { embedded: alone, ...(await overShared(workers, plan)) };
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  },
);

async function overShared(workers: readonly number[], plan: Plan): Promise<{ distributed: DistributedResult[]; growth: ReturnType<typeof growthOf> }> {
  const shared: DistributedResult[] = [];
  for (const n of workers) {
    // Each worker has the same to do, however many there are.
    const result = await distributed(n, { ...plan, openRate: n * plan.openRate });
    shared.push(result);
    sayDistributed(result);
  }
  const growth = growthOf(shared);
  if (growth !== null) say(`from ${growth.from} to ${growth.to} workers: processor time a turn x${growth.cpu} at the same load a worker (x${growth.cpuAtFullLoad} with all cores full), operations a turn x${growth.operations}; with the stand-in x${growth.withStandIn} the turns`);
  return { distributed: shared, growth };
}

function sayLoops(m: Measured): void {
  say(`  closed loop   ${m.turnsPerSecond} turns/s (runs ${m.closedLoop.runs.join(', ')}), p50 ${m.closedLoop.p50Ms} ms, p99 ${m.closedLoop.p99Ms} ms`);
  say(`  open loop     Poisson ${m.openLoop.perSecond}/s, from the scheduled time: p50 ${m.p50Ms} ms, p95 ${m.p95Ms} ms, p99 ${m.p99Ms} ms (runs ${m.openLoop.runsP99Ms.join(', ')})`);
  say(`  processor     ${m.cpuMsPerTurn} ms a turn in the closed loop (${listed(m.cpuMsPerTurnByRole)}), ${m.openLoop.cpuMsPerTurn} in the open loop`);
}

function sayEmbedded(e: EmbeddedResult): void {
  say('embedded: one process');
  sayLoops(e);
  say(`  bare Express  ${e.baselinePerSecond} requests/s; ratio ${e.ratio}`);
  say(`  steps         median ms of the last turns: ${listed(e.stepsMs)}`);
}

function sayDistributed(d: DistributedResult): void {
  say(`distributed: one web, ${d.workers} worker${d.workers === 1 ? '' : 's'}, one for jobs; MongoDB and Redis on the same machine`);
  sayLoops(d);
  say(`  store         ${d.storeOperationsPerTurn} operations a turn (${listed(d.storeOperations)})`);
  say(`  Redis         ${d.redisOperationsPerTurn} commands a turn (${listed(d.redisOperations)})`);
  say(`  with ${STAND_IN.waitMs} ms of waiting in each turn, ${STAND_IN.atOnce} at once a worker: ${d.withStandInPerSecond} turns/s`);
}

function listed(parts: Record<string, number>): string {
  return Object.entries(parts).sort(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}`).join(', ');
}

/** What grows from the fewest workers to the most. */
function growthOf(results: readonly DistributedResult[]): { from: number; to: number; cpu: number; cpuAtFullLoad: number; operations: number; withStandIn: number } | null {
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const operations = (d: DistributedResult) => d.storeOperationsPerTurn + d.redisOperationsPerTurn;
  return { from: first.workers, to: last.workers, cpu: round(last.openLoop.cpuMsPerTurn / first.openLoop.cpuMsPerTurn, 2), cpuAtFullLoad: round(last.cpuMsPerTurn / first.cpuMsPerTurn, 2), operations: round(operations(last) / operations(first), 2), withStandIn: round(last.withStandInPerSecond / first.withStandInPerSecond, 2) };
}
