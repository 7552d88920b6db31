import type { Conversation, Turn } from '@parley/core/contracts';
import type { HandoffRecord } from '@parley/core/conversation';

/** What is known after a run: what was written, what Slack and the shoppers' channel saw, and what our store holds. */
export interface Witnessed {
  shoppers: { thread: string; key: string; text: string }[];
  /** Agents' messages in the order in which they were first acknowledged. */
  taken: { place: string; text: string }[];
  said: { thread: string; from: string; text: string }[];
  shown: { ts: string; user: string; text: string; threadTs: string | null; blocks: unknown[] }[];
  /** Agents' messages of which their writer was told that they were not sent. */
  refused: string[];
  turns: Turn[];
  handoffs: HandoffRecord[];
  conversations: Conversation[];
  bot: string;
}

export function judge(w: Witnessed): { messages: number; lost: number; duplicated: number; misordered: number; orphaned: number; refused: number } {
  const fromAgents = agentsWords(w);
  const fromShoppers = shoppersWords(w);
  return {
    messages: w.shoppers.length + w.taken.length,
    lost: fromAgents.lost + fromShoppers.lost,
    duplicated: fromAgents.duplicated + fromShoppers.duplicated,
    misordered: fromAgents.misordered + fromShoppers.misordered,
    orphaned: orphans(w),
    refused: fromAgents.refused,
  };
}

/** Each goes to the shopper once and in order, or its writer is told that it does not. */
function agentsWords(w: Witnessed) {
  const seen = w.said.filter((s) => s.from === 'agent').map((s) => ({ ...s, text: s.text.trim() }));
  const missing = w.taken.filter((t) => !seen.some((s) => s.text === t.text));
  const refused = missing.filter((t) => w.refused.includes(t.text)).length;
  const duplicated = w.taken.filter((t) => seen.filter((s) => s.text === t.text).length > 1).length;
  let misordered = 0;
  for (const place of new Set(w.taken.map((t) => t.place))) {
    const wanted = w.taken.filter((t) => t.place === place).map((t) => t.text);
    const got = seen.flatMap((s) => (wanted.includes(s.text) ? [wanted.indexOf(s.text)] : []));
    misordered += inversions(got);
  }
  return { lost: missing.length - refused, duplicated, misordered, refused };
}

/** What was written while people had been called stands in the thread once and in order; everything else was answered. */
function shoppersWords(w: Witnessed) {
  const replies = w.shown.filter((m) => m.user === w.bot && m.threadTs !== null && m.text.startsWith('Shopper'));
  const count = (text: string) => replies.filter((m) => m.text.includes(text)).length;
  const turnOf = new Map(w.turns.filter((t) => t.kind === 'message').map((t) => [t.id, t]));
  const unfinished = [...turnOf.values()].filter((t) => t.state !== 'done' && t.state !== 'merged').length;
  const order = w.shoppers.map((s) => replies.findIndex((m) => m.text.includes(s.text)));
  let misordered = 0;
  for (const thread of new Set(w.shoppers.map((s) => s.thread))) misordered += inversions(w.shoppers.flatMap((s, n) => (s.thread === thread && (order[n] ?? -1) >= 0 ? [order[n] ?? 0] : [])));
  // A turn that belongs to a hand-off and did not begin it shows its words there.
  const offered = new Set(w.handoffs.map((h) => h.doneBy['offer']));
  const relayed = [...turnOf.values()].filter((t) => t.handoff !== null && !offered.has(t.id)).reduce((sum, t) => sum + 1 + t.merges.length, 0);
  return { lost: unfinished + Math.max(0, relayed - replies.length) + Math.max(0, w.shoppers.length - turnOf.size), duplicated: w.shoppers.filter((s) => count(s.text) > 1).length, misordered };
}

function inversions(numbers: readonly number[]): number {
  return numbers.filter((n, at) => at > 0 && n < (numbers[at - 1] ?? 0)).length;
}

function orphans(w: Witnessed): number {
  const open = w.handoffs.filter((h) => h.state === 'offered' || h.state === 'accepted');
  const ownerless = open.filter((h) => (h.state === 'accepted' && h.agent === null) || h.dueAt >= Number.MAX_SAFE_INTEGER || h.desk === null || h.ref === null);
  const forgotten = open.filter((h) => w.conversations.find((c) => c.id === h.conversation)?.handoff !== h.id);
  const stuck = w.conversations.filter((c) => (c.status === 'waiting' || c.status === 'agent') && !open.some((h) => h.id === c.handoff));
  return ownerless.length + forgotten.length + stuck.length;
}
