// npm run bench:desk [-- --json]: a shopper's message to the Slack thread, and an agent's reply to the shopper, while many hand-offs are open;
// then acknowledgements while the store is slow.
import { z } from 'zod';
import { command, Refusal } from '../../../scripts/terminal/command.js';
import { latency, type Latency } from './latency.js';
import { slowStore, type SlowResult } from './slow-store.js';

const USAGE = `usage: npm run bench:desk -- [--handoffs 200] [--runs 3] [--seconds 20] [--rate 10] [--json]
  --handoffs  open at the same time, each accepted by one of three agents
  --runs      of each direction; the median counts
  --seconds   length of each
  --rate      messages a second, in either direction
The part with a slow store needs redis-server, a JDK and Maven (Debian: apt-get install redis-server default-jdk-headless maven).`;

const Options = z.object({ handoffs: z.coerce.number().int().min(1).max(300), runs: z.coerce.number().int().min(1).max(9), seconds: z.coerce.number().min(2).max(600), rate: z.coerce.number().min(0.1).max(200) });

await command(
  USAGE,
  { options: { handoffs: { type: 'string', default: '200' }, runs: { type: 'string', default: '3' }, seconds: { type: 'string', default: '20' }, rate: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } } },
  async ({ values }) => {
    const read = Options.safeParse(values);
    if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
    const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);
    const measured = await latency(read.data, say);
    sayLatency(measured, say);
    const slow = await slowStore(read.data.rate, say);
    for (const s of slow) saySlow(s, say);
    if (values.json) process.stdout.write(`${JSON.stringify({ ...measured, slowStore: slow })}\n`);
    return slow.every((s) => s.acknowledgedUnstored === 0) ? 0 : 1;
  },
);

function sayLatency(m: Latency, say: (line: string) => void): void {
  say(`${m.handoffs} open hand-offs, ${m.perSecond} messages a second, ${m.samples} of them`);
  say(`  shopper to thread   p50 ${m.toSlack.p50Ms} ms, p99 ${m.toSlack.p99Ms} ms (runs ${m.toSlack.runsP99Ms.join(', ')})`);
  say(`  agent to shopper    p50 ${m.toShopper.p50Ms} ms, p99 ${m.toShopper.p99Ms} ms (runs ${m.toShopper.runsP99Ms.join(', ')})`);
  say(`  bare post to Slack  p50 ${m.barePost.p50Ms} ms, p99 ${m.barePost.p99Ms} ms; shopper to thread is x${m.ratio} of it at p50`);
}

function saySlow(s: SlowResult, say: (line: string) => void): void {
  say(`store ${s.lateMs} ms late: ${s.events} events, ${s.taken} taken at once, ${s.refused} answered 503 and brought again; answer p50 ${s.p50Ms} ms, p99 ${s.p99Ms} ms; given up by Slack ${s.givenUp}, acknowledged unstored ${s.acknowledgedUnstored}`);
  say(`  ${s.presses} presses, ${s.pressesTaken} taken, ${s.toldToPressAgain} told to press again, slowest answer ${s.slowestPressMs} ms`);
}
