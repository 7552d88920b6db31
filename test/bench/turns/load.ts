import type { Session } from '../../../scripts/stack/stack.js';
import { mulberry32 } from '../../harness/random.js';
import type { Wire } from './wire.js';

/** What shoppers write in the benchmark, by weight: the daily mix of a shop, in both languages. */
const MIX: readonly { weight: number; texts: readonly string[] }[] = [
  { weight: 40, texts: ['where is my order?', '我的订单到哪了？', 'has my parcel shipped yet', '查一下物流'] },
  { weight: 30, texts: ['how long does shipping take', '可以七天无理由退货吗', 'what is your return policy', '运费怎么算'] },
  { weight: 15, texts: ['hello', '你好', 'hi there', '在吗'] },
  { weight: 10, texts: ['how much is the family tent', '有露营灯吗'] },
  { weight: 5, texts: ['thank you', '谢谢'] },
];

export interface Conversation {
  session: Session;
  /** Waiting for their reply: id to what to call with. */
  waiting: Map<string, () => void>;
}

/** Opens the streams of all conversations. */
export async function listen(wire: Wire, sessions: readonly Session[]): Promise<Conversation[]> {
  const conversations = sessions.map((session): Conversation => ({ session, waiting: new Map() }));
  await Promise.all(
    conversations.map((c) =>
      wire.follow(c.session, (ids) => {
        for (const id of ids) {
          c.waiting.get(id)?.();
          c.waiting.delete(id);
        }
      }),
    ),
  );
  return conversations;
}

let serial = 0;

function pick(random: () => number): string {
  let at = random() * MIX.reduce((n, m) => n + m.weight, 0);
  const group = MIX.find((m) => (at -= m.weight) < 0) ?? MIX[0]!;
  return group.texts[Math.floor(random() * group.texts.length)] ?? 'hello';
}

/** One message, from the send to the reply on the stream. Resolves with milliseconds since `from`. */
async function turn(wire: Wire, c: Conversation, text: string, from: number): Promise<number> {
  const id = `bench-${process.pid}-${++serial}`;
  const replied = new Promise<void>((resolve) => c.waiting.set(id, resolve));
  const status = await wire.post(c.session, id, text);
  if (status !== 202) throw new Error(`a message was answered ${status}`);
  await replied;
  return performance.now() - from;
}

/** Every conversation sends its next message when the last was answered, for so long and until there were so many turns. */
export async function closedLoop(wire: Wire, conversations: readonly Conversation[], ms: number, seed: number, atLeast = 0): Promise<{ perSecond: number; latencies: number[] }> {
  const end = performance.now() + ms;
  const begun = performance.now();
  const latencies: number[] = [];
  await Promise.all(
    conversations.map(async (c, i) => {
      const random = mulberry32(seed + i);
      while (performance.now() < end || latencies.length < atLeast) latencies.push(await turn(wire, c, pick(random), performance.now()));
    }),
  );
  return { perSecond: latencies.length / ((performance.now() - begun) / 1_000), latencies };
}

/** Messages come when they come (Poisson), whatever the service does; each is timed from when it was due. */
export async function openLoop(wire: Wire, conversations: readonly Conversation[], perSecond: number, ms: number, seed: number): Promise<number[]> {
  const random = mulberry32(seed);
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  let due = begun;
  while (due - begun < ms) {
    due += (-Math.log(1 - random()) / perSecond) * 1_000;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((r) => setTimeout(r, wait));
    const idle = conversations.filter((c) => c.waiting.size === 0);
    const from = idle.length > 0 ? idle : conversations;
    const c = from[Math.floor(random() * from.length)];
    if (c === undefined) throw new Error('no conversation');
    const scheduled = due;
    running.push(turn(wire, c, pick(random), scheduled).then((latency) => void latencies.push(latency)));
  }
  await Promise.all(running);
  return latencies;
}

export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
