import { z } from 'zod';
import { textOf, type Conversation, type Delivery, type Evidence, type Turn } from '@parley/core/contracts';
import { previewPlace, readSent, readTurn, transcriptOf } from '@parley/core/conversation';
import { sealedWith } from '@parley/core/security';
import { TAXONOMY } from '@parley/core/language';
import type { Composition } from '../composition.js';
import type { Tenancy } from '../tenancy.js';

export const ConversationsQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), before: z.coerce.number().int().positive().optional() });

const INTENT_NAMES = new Map(TAXONOMY.map((i) => [i.id, i.name]));

/** As a list shows it; the first words are opened with their writer's key, and are gone with it. */
export async function listed(c: Composition, conversation: Conversation) {
  const { id, status, openedAt, updatedAt, language, lastIntent, lastOutcome } = conversation;
  return { id, status, openedAt, updatedAt, preview: await previewOf(c, conversation), language, lastIntent, lastIntentName: lastIntent === null ? null : (INTENT_NAMES.get(lastIntent) ?? null), lastOutcome };
}

async function previewOf(c: Composition, { id, tenant, preview }: Conversation): Promise<string> {
  const key = preview === '' ? null : await c.engine.identities.keyById(tenant, sealedWith(preview));
  return key === null ? '' : key.open(preview, previewPlace(id));
}

/** The latest conversations of a tenant, newest first. */
export async function listConversations(c: Composition, t: Tenancy, q: z.infer<typeof ConversationsQuery>) {
  const found = await c.engine.records.conversations.find(
    { tenant: t.shop.tenant },
    { where: q.before === undefined ? {} : { updatedAt: { lt: q.before } }, sort: [{ path: 'updatedAt', order: 'desc' }], limit: q.limit },
  );
  return { conversations: await Promise.all(found.map((one) => listed(c, one))), next: found.length === q.limit ? (found.at(-1)?.updatedAt ?? null) : null };
}

/** One conversation with everything said in it and why; null where the tenant has no such conversation. */
export async function readConversation(c: Composition, t: Tenancy, id: string) {
  const scope = { tenant: t.shop.tenant };
  const conversation = await c.engine.records.conversations.get(scope, id);
  if (conversation === null) return null;
  const turns = await transcriptOf(c.engine.records, conversation);
  const entries = await Promise.all(turns.map((turn) => entriesOf(c, turn)));
  return { conversation: await listed(c, conversation), entries: entries.flat() };
}

/** Nothing where its writer was erased; what this release cannot read is said to be there. */
async function entriesOf(c: Composition, turn: Turn): Promise<Entry[]> {
  const key = await c.engine.identities.keyById(turn.tenant, turn.sealKey);
  if (key === null) return [];
  if (turn.kind !== 'message') return readSent(turn, key).map(({ from, text, delivery }) => ({ ...entry(`${turn.id}-${delivery.id}`, turn.storedAt, from, text), deliveryState: delivery.state }));
  const { event, thought, reply } = readTurn(turn, key);
  const wrote = event?.body.type === 'message' ? textOf(event.body.message) : null;
  const entries = [entry(`${turn.id}-in`, turn.storedAt, 'shopper', wrote)];
  // What was only proposed to the agent was never said.
  if (turn.reply === null || thought?.plan.draft === true) return entries;
  const said = entry(`${turn.id}-out`, turn.composedAt ?? turn.storedAt, 'bot', reply === null ? null : reply.sentences.map((s) => s.text).join('\n'));
  entries.push({ ...said, ...(thought === null ? {} : reasonsOf(thought)), deliveryState: worstOf(Object.values(turn.deliveries)) });
  return entries;
}

function reasonsOf({ perception, plan }: NonNullable<ReturnType<typeof readTurn>['thought']>): Pick<Entry, 'outcome' | 'intent' | 'intentName' | 'confidence' | 'reason' | 'evidence'> {
  return {
    outcome: plan.outcome,
    intent: plan.intent,
    intentName: INTENT_NAMES.get(plan.intent) ?? null,
    confidence: perception.intents[0]?.p ?? null,
    reason: plan.reason,
    evidence: plan.evidence.map(shown),
  };
}

interface Entry {
  id: string;
  at: number;
  from: 'shopper' | 'bot' | 'agent' | 'system';
  text: string;
  /** It is there, but cannot be shown. */
  unreadable: boolean;
  outcome: string | null;
  intent: string | null;
  intentName: { zh: string; en: string } | null;
  confidence: number | null;
  reason: string | null;
  evidence: ReturnType<typeof shown>[];
  deliveryState: Delivery['state'] | null;
}

/** @param text null: it does not open */
function entry(id: string, at: number, from: Entry['from'], text: string | null): Entry {
  return { id, at, from, text: text ?? '', unreadable: text === null, outcome: null, intent: null, intentName: null, confidence: null, reason: null, evidence: [], deliveryState: null };
}

function shown(e: Evidence) {
  switch (e.kind) {
    case 'order':
      return { kind: e.kind, title: e.order.name, url: e.order.statusUrl };
    case 'product':
      return { kind: e.kind, title: e.product.title, url: e.product.url };
    case 'passage':
      return { kind: e.kind, title: e.passage.title, url: e.passage.url };
  }
}

const SEVERITY: readonly Delivery['state'][] = ['dead', 'uncertain', 'held', 'retry', 'sending', 'planned', 'drafted', 'superseded', 'delivered'];

function worstOf(deliveries: readonly Delivery[]): Delivery['state'] | null {
  return SEVERITY.find((state) => deliveries.some((d) => d.state === state)) ?? null;
}
