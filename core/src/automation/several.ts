import type { MessagePart, Outcome } from '../contracts/index.js';
import type { FlowResult } from './flow.js';
import type { Say } from './say.js';

/** What the whole was, where parts of it went differently: the part that needs most of the shopper or of people. */
const WEIGHT: readonly Outcome[] = ['silent', 'answered', 'acted', 'unknown', 'asked', 'handed-off'];
/** Said once at most, wherever it is said: first things first, offers last. */
const ONCE_FIRST = new Set(['complaint.sorry', 'safety.first']);
const ONCE_LAST = new Set(['human.offer', 'request.not-mine', 'unknown']);
const MOST_BUTTONS = 6;

/** The answers to several wishes of one message as one, in their order; evidence and actions of later ones get ids of their own. */
export function joinResults([first, ...rest]: readonly [FlowResult, ...FlowResult[]]): FlowResult {
  const all = [first, ...rest.map((r, i) => renamed(r, `wish-${i + 2}-`))];
  const proofs = all.flatMap((r) => (r.proof === null ? [] : [r.proof]));
  const last = all.at(-1) ?? first;
  return {
    outcome: all.reduce<Outcome>((most, r) => (WEIGHT.indexOf(r.outcome) > WEIGHT.indexOf(most) ? r.outcome : most), 'silent'),
    reason: all.map((r) => r.reason).join('; and ').slice(0, 500),
    say: once(all.flatMap((r) => r.say)),
    evidence: all.flatMap((r) => r.evidence),
    parts: withOneRow(all.flatMap((r) => r.parts)),
    // Each flow was given the memory of the one before.
    memory: { ...last.memory, asked: all.findLast((r) => r.memory.asked !== null)?.memory.asked ?? null },
    actions: all.flatMap((r) => r.actions).filter((a, i, list) => list.findIndex((b) => b.kind === a.kind) === i),
    proof: proofs.length === 0 ? null : proofs.reduce((sum, p) => ({ ...sum, ...p, orders: [...(sum.orders ?? []), ...(p.orders ?? [])].slice(0, 50) })),
  };
}

function renamed(r: FlowResult, prefix: string): FlowResult {
  const own = (ids: readonly string[]): string[] => ids.map((id) => prefix + id);
  return { ...r, say: r.say.map((s) => ({ ...s, evidence: own(s.evidence) })), evidence: r.evidence.map((e) => ({ ...e, id: prefix + e.id })) };
}

function once(all: readonly Say[]): Say[] {
  const phraseOf = (s: Say): string => (s.kind === 'phrase' ? s.phrase : '');
  const early = all.filter((s, i) => ONCE_FIRST.has(phraseOf(s)) && all.findIndex((t) => phraseOf(t) === phraseOf(s)) === i);
  const late = all.filter((s, i) => ONCE_LAST.has(phraseOf(s)) && all.findLastIndex((t) => phraseOf(t) === phraseOf(s)) === i);
  return [...early, ...all.filter((s) => !ONCE_FIRST.has(phraseOf(s)) && !ONCE_LAST.has(phraseOf(s))), ...late];
}

/** One row of buttons below everything, each button once. */
function withOneRow(parts: readonly MessagePart[]): MessagePart[] {
  const buttons = parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : [])).filter((b, i, list) => list.findIndex((c) => c.value === b.value) === i);
  const others = parts.filter((p) => p.type !== 'buttons');
  return buttons.length === 0 ? others : [...others, { type: 'buttons', buttons: buttons.slice(0, MOST_BUTTONS) }];
}
