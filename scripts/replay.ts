// npm run replay -- messages.jsonl [--shop f] [--json]: a file of real messages through signed requests, and what became of them.
import { readFile } from 'node:fs/promises';
import cliProgress from 'cli-progress';
import { z } from 'zod';
import { openChat, type ChatClient } from './stack/chat-client.js';
import { startStack, type Stack } from './stack/stack.js';
import { atEnd, command, Refusal } from './terminal/command.js';
import { readShop } from './terminal/shop-hints.js';

const USAGE = `usage: npm run replay -- messages.jsonl [--shop shop.json] [--json]
  messages.jsonl  a message a line: {"text", "customer"?, "conversation"?}
  --shop          another shop than the demo shop; docs/shop-file.md has the form
  --json          the report for machines
Starts a service and a shop of its own and stops them at the end.`;

const Line = z.object({ text: z.string(), customer: z.string().nullish(), conversation: z.union([z.string(), z.number()]).nullish() });
type Line = z.infer<typeof Line>;
const Turns = z.object({
  turns: z.array(
    z.object({
      record: z.looseObject({ seq: z.number(), decided: z.object({ intent: z.string(), outcome: z.string() }).nullable(), checked: z.object({ sentences: z.number(), withEvidence: z.number() }).nullable() }),
      event: z.looseObject({ body: z.looseObject({ hostMessageId: z.string().optional() }) }).nullable(),
    }),
  ),
});
/** Outcomes under the names of the report. */
const NAMES: Readonly<Record<string, string>> = { 'answered': 'answered', 'acted': 'acted', 'asked': 'askedBack', 'handed-off': 'handedOff', 'unknown': 'unknown', 'silent': 'silent' };
const AT_ONCE = 16;
/** The web chat takes no longer text; a replay says so instead of cutting. */
const LONGEST = 20_000;

const report = { messages: 0, byIntent: {} as Record<string, number>, byOutcome: {} as Record<string, number>, evidenceShare: 0, p50Ms: 0, p99Ms: 0, errors: 0 };
const latencies: number[] = [];
const reasons = new Map<string, number>();
let grounded = 0;
let answered = 0;
const bar = new cliProgress.SingleBar({ format: '{bar} {value}/{total} messages, {errors} errors, {eta_formatted} left', stream: process.stderr, noTTYOutput: false });

await command(USAGE, { allowPositionals: true, options: { shop: { type: 'string' }, json: { type: 'boolean', default: false } } }, async ({ values, positionals }) => {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal(USAGE);
  const lines = read(
    file,
    await readFile(file, 'utf8').catch((e: unknown) => {
      throw new Refusal(`${file} cannot be read: ${e instanceof Error ? e.message : String(e)}`);
    }),
  );
  readShop(values.shop);
  const stack = await startStack({ shopFile: values.shop, service: { WEBCHAT_MESSAGES_PER_MINUTE: '1000000', WEBCHAT_SESSIONS_PER_MINUTE: '1000000', LOG_LEVEL: 'error' } });
  atEnd(() => stack.stop());
  // A file goes through much faster than shoppers write: the API allowance of a large shop keeps the host's limits out of the report.
  await stack.control(`/shops/${stack.shop}/bucket`, { maximum: 20_000, restoreRate: 1_000, available: 20_000 });
  if (process.stderr.isTTY && !values.json) bar.start(lines.length, 0, { errors: 0 });
  const conversations = [...grouped(lines).values()];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let mine = next++; mine < conversations.length; mine = next++) await converse(stack, conversations[mine] ?? []);
    }),
  );
  bar.stop();
  print(values.json);
  return report.errors > 0 ? 1 : 0;
});

function print(json: boolean): void {
  latencies.sort((a, b) => a - b);
  const at = (p: number) => Math.round((latencies[Math.min(latencies.length - 1, Math.floor(p * latencies.length))] ?? 0) * 10) / 10;
  report.p50Ms = at(0.5);
  report.p99Ms = at(0.99);
  report.evidenceShare = answered === 0 ? 0 : Math.round((grounded / answered) * 1_000) / 1_000;
  report.byIntent = sorted(report.byIntent);
  report.byOutcome = sorted(report.byOutcome);
  if (json) console.log(JSON.stringify(report));
  else {
    console.log(`${report.messages} messages, ${report.errors} errors, reply p50 ${report.p50Ms} ms, p99 ${report.p99Ms} ms (16 conversations at once, this machine)`);
    console.log(`answers resting on evidence: ${(report.evidenceShare * 100).toFixed(1)} %\n`);
    for (const [title, counts] of [['outcome', report.byOutcome], ['intent', report.byIntent]] as const) {
      console.log(title);
      for (const [name, n] of Object.entries(counts)) console.log(`  ${String(n).padStart(6)}  ${((n / Math.max(1, report.messages)) * 100).toFixed(1).padStart(5)} %  ${name}`);
    }
    for (const [reason, n] of reasons) console.log(`error ×${n}: ${reason}`);
  }
}

/** One conversation, message after message, each answered before the next. */
async function converse(on: Stack, messages: readonly Line[]): Promise<void> {
  let chat: ChatClient | null = null;
  try {
    chat = await openChat(await on.session(messages[0]?.customer ?? null));
    for (const m of messages) await one(on, chat, m);
  } catch (e) {
    for (const _ of messages.slice(0, chat === null ? messages.length : 0)) miss(e);
  } finally {
    chat?.close();
  }
}

async function one(on: Stack, chat: ChatClient, m: Line): Promise<void> {
  try {
    if (m.text.length > LONGEST) throw new Error(`a message of ${m.text.length} characters is longer than the chat takes`);
    const { id, ms } = await chat.ask(m.text, 30_000);
    latencies.push(ms);
    const { turns } = Turns.parse(await on.operator(`/turns?site=${on.site}&thread=${encodeURIComponent(chat.session.thread)}&after=0`));
    const record = turns.find((t) => t.event?.body.hostMessageId === id)?.record;
    if (!record?.decided) throw new Error('the turn has no decision');
    report.messages++;
    count(report.byIntent, record.decided.intent);
    count(report.byOutcome, NAMES[record.decided.outcome] ?? record.decided.outcome);
    if (record.decided.outcome === 'answered') {
      answered++;
      if ((record.checked?.withEvidence ?? 0) > 0) grounded++;
    }
  } catch (e) {
    miss(e);
  }
  bar.increment(1, { errors: report.errors });
}

function miss(e: unknown): void {
  report.errors++;
  const reason = e instanceof Error ? e.message : String(e);
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

/** What must go one after the other: a customer has one thread wherever they write, a guest one per conversation. */
function grouped(all: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  all.forEach((line, i) => {
    const key = line.customer ? `customer ${line.customer}` : line.conversation === null || line.conversation === undefined ? `line ${i}` : `conversation ${line.conversation}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  });
  return groups;
}

function read(file: string, text: string): Line[] {
  const refuse = (line: number, why: string): never => {
    throw new Refusal(`${file}, line ${line}: ${why}`);
  };
  // Editors on Windows begin files with a byte order mark.
  const found = text.replace(/^\uFEFF/, '').split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return refuse(i + 1, 'this is not JSON; every line is a message: {"text", "customer"?, "conversation"?}');
    }
    const parsed = Line.safeParse(json);
    return parsed.success ? [parsed.data] : refuse(i + 1, `expects {"text", "customer"?, "conversation"?}: ${parsed.error.issues[0]?.message ?? ''}`);
  });
  if (found.length === 0) throw new Refusal(`${file} has no messages.`);
  return found;
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}
