import { Briefing, textOf, type Evidence, type Language, type Outcome, type Turn } from '../../contracts/index.js';
import { formatFor, orderCard, phrase } from '../../automation/index.js';
import { TAXONOMY, type Mood } from '../../language/index.js';
import type { SealKey } from '../../security/index.js';
import { customerValue } from '../customer-value.js';
import type { HandoffRecord, Records } from '../records.js';
import { transcriptOf } from '../transcript.js';
import { readTurn, type Planned } from '../work.js';
import type { Team } from './settings.js';

/** Turns told of, and the length of each line. */
const LINES = 10;
const LINE = 2_000;
const TRIED = 5;

/** Where a hand-off's briefing is sealed for. */
function briefingPlace(handoff: string): string {
  return `handoff/${handoff}`;
}

export function sealBriefing(briefing: Briefing, key: SealKey): string {
  return key.seal(JSON.stringify(briefing), briefingPlace(briefing.handoff));
}

/** As it was when the hand-off was offered; null where it was never made, or another release made it. */
export function openBriefing(record: HandoffRecord, key: SealKey): Briefing | null {
  if (record.briefing === null) return null;
  const read = Briefing.safeParse(JSON.parse(key.open(record.briefing, briefingPlace(record.id))));
  return read.success ? read.data : null;
}

/** Everything an agent needs to go on without asking the shopper anything twice. */
export async function briefingOf(records: Records, w: Planned, record: HandoffRecord, team: Team | null): Promise<Briefing> {
  const deskLanguage: Language = team?.language ?? 'en';
  const earlier = (await transcriptOf(records, w.recalled.conversation)).filter((t) => t.seq < w.turn.seq && !w.merges.includes(t.id)).slice(-LINES);
  const { conversation } = w.recalled;
  const evidence = new Map<string, { title: string; url: string | null }>();
  const orders: Briefing['orders'] = [];
  const value = await customerValue(w.recalled.shop, w.shopper.customerId);
  const words = { language: deskLanguage, format: formatFor(deskLanguage, w.installation.settings.timeZone) };
  for (const e of [...earlier.flatMap((t) => evidenceOf(t, w.key)), ...w.plan.evidence]) {
    const one = titled(e);
    evidence.set(`${e.kind}/${one.title}`, one);
    if (e.kind === 'order' && !orders.some((o) => o.orderId === e.order.id)) orders.push(orderCard(words, e.order));
  }
  return {
    handoff: record.id,
    number: record.number,
    hostThread: conversation.hostThread,
    channel: record.connector,
    reason: record.reason,
    priority: record.priority,
    language: record.language,
    deskLanguage,
    shopper: {
      name: w.event.body.type === 'message' ? (w.event.body.from.name ?? null) : null,
      proven: w.shopper.customerId !== null || w.recalled.memory.proven.length > 0,
      orders: value?.orders ?? null,
      spent: value?.spent ?? null,
    },
    mood: worst([w.perception.mood, ...earlier.slice(-MOODS).map((t) => readTurn(t, w.key).thought?.perception.mood ?? 'calm')]),
    asked: w.text.slice(0, LINE),
    tried: [...new Set(earlier.flatMap((t) => (t.decided === null || t.decided.outcome === 'silent' ? [] : [triedOf(t.decided, deskLanguage)])))].slice(-TRIED),
    evidence: [...evidence.values()].slice(-10),
    orders: orders.slice(-5),
    said: earlier.flatMap((t) => linesOf(t, w.key)).slice(-LINES * 2),
    proposal: openingFor(w, record.language, orders),
    dueAt: record.dueAt,
  };
}

/** Turns whose mood still counts. */
const MOODS = 3;

function worst(moods: readonly Mood[]): Mood {
  return moods.includes('angry') ? 'angry' : moods.includes('unhappy') ? 'unhappy' : 'calm';
}

/** First words for the agent to send or to change, in the shopper's language, which need not be theirs. */
function openingFor(w: Planned, language: Language, orders: Briefing['orders']): string {
  const { shopName } = w.installation.settings;
  const order = orders.at(-1);
  return order === undefined ? phrase(language, 'desk.opening', { shop: shopName }) : phrase(language, 'desk.opening.order', { shop: shopName, order: order.name });
}

const INTENTS = new Map(TAXONOMY.map((i) => [i.id, i.name]));
const OUTCOMES: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  en: { 'answered': 'answered', 'acted': 'done', 'asked': 'asked back', 'handed-off': 'handed over', 'unknown': 'not known', 'silent': 'not answered' },
  zh: { 'answered': '已回答', 'acted': '已办理', 'asked': '已追问', 'handed-off': '已转交', 'unknown': '未能回答', 'silent': '未回复' },
};

function triedOf({ intent, outcome }: NonNullable<Turn['decided']>, language: Language): string {
  return `${INTENTS.get(intent)?.[language] ?? intent}: ${OUTCOMES[language][outcome]}`;
}

function linesOf(turn: Turn, key: SealKey): Briefing['said'] {
  const { event, thought, reply } = readTurn(turn, key);
  const lines: Briefing['said'] = [];
  if (event?.body.type === 'message') lines.push({ from: 'shopper', text: textOf(event.body.message).slice(0, LINE), at: turn.storedAt });
  if (event?.body.type === 'desk' && event.body.act.do === 'say') lines.push({ from: 'agent', text: textOf(event.body.act.message).slice(0, LINE), at: turn.storedAt });
  if (event?.body.type === 'desk' && event.body.act.do === 'return' && event.body.act.agreed !== '') lines.push({ from: 'agent', text: event.body.act.agreed, at: turn.storedAt });
  // What was only proposed to an agent was never said.
  if (reply !== null && thought?.plan.draft !== true) lines.push({ from: 'bot', text: reply.sentences.map((s) => s.text).join(' ').slice(0, LINE), at: turn.composedAt ?? turn.storedAt });
  return lines;
}

function evidenceOf(turn: Turn, key: SealKey): Evidence[] {
  return readTurn(turn, key).thought?.plan.evidence ?? [];
}

/** What a piece of evidence is called, and where it can be looked at; within what a desk takes. */
export function titled(e: Evidence): { title: string; url: string | null } {
  const { title, url } = named(e);
  return { title: title.slice(0, 300), url: url === null ? null : url.slice(0, 2_000) };
}

function named(e: Evidence): { title: string; url: string | null } {
  switch (e.kind) {
    case 'order':
      return { title: e.order.name, url: e.order.statusUrl };
    case 'product':
      return { title: e.product.title, url: e.product.url };
    case 'passage':
      return { title: e.passage.title, url: e.passage.url };
  }
}
