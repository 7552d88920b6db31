import { fieldsOf, flag, listOf, number, oneOf, oneOfOrNull, orNull, text, webAddress, type Read } from './read.js';

export const STATUSES = ['bot', 'waiting', 'agent', 'closed'] as const;
export const OUTCOMES = ['answered', 'acted', 'asked', 'handed-off', 'unknown', 'silent'] as const;
export const DELIVERY_STATES = ['planned', 'sending', 'delivered', 'retry', 'held', 'uncertain', 'superseded', 'drafted', 'dead'] as const;
export const SPEAKERS = ['shopper', 'bot', 'agent', 'system'] as const;

export type Status = (typeof STATUSES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type Speaker = (typeof SPEAKERS)[number];

/** An intent's name in both languages of this page. */
export interface IntentName {
  en: string;
  zh: string;
}

/** One conversation as the list shows it. Times are ms since 1970. */
export interface Conversation {
  id: string;
  status: Status;
  openedAt: number;
  updatedAt: number;
  /** The last shopper message, personal data replaced by tokens such as `[EMAIL_1]`. */
  preview: string;
  language: 'zh' | 'en' | null;
  lastIntent: string | null;
  lastIntentName: IntentName | null;
  lastOutcome: Outcome | null;
}

/** What a reply rests on. `url` is null where there is nothing to open. */
export interface Evidence {
  kind: 'order' | 'product' | 'passage' | null;
  title: string;
  url: string | null;
}

/** One thing said in a conversation; the fields from `outcome` on explain a reply of Parley's. */
export interface Entry {
  id: string;
  at: number;
  from: Speaker;
  text: string;
  /** Something was said that cannot be shown. */
  unreadable: boolean;
  outcome: Outcome | null;
  intent: string | null;
  intentName: IntentName | null;
  /** 0 to 1. */
  confidence: number | null;
  /** The service's own note on why it decided so, in English. */
  reason: string | null;
  evidence: Evidence[];
  deliveryState: DeliveryState | null;
}

export interface ConversationPage {
  conversations: Conversation[];
  /** Pass as `before` for the page that follows; null at the end. */
  next: number | null;
}

export interface Transcript {
  conversation: Conversation;
  entries: Entry[];
}

const intentName: Read<IntentName> = (value, path) => {
  const at = fieldsOf(value, path);
  return { en: at('en', text), zh: at('zh', text) };
};

const conversation: Read<Conversation> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    id: at('id', text),
    status: at('status', oneOf(STATUSES)),
    openedAt: at('openedAt', number),
    updatedAt: at('updatedAt', number),
    preview: at('preview', text),
    language: at('language', oneOfOrNull(['zh', 'en'])),
    lastIntent: at('lastIntent', orNull(text)),
    lastIntentName: at('lastIntentName', orNull(intentName)),
    lastOutcome: at('lastOutcome', oneOfOrNull(OUTCOMES)),
  };
};

const evidence: Read<Evidence> = (value, path) => {
  const at = fieldsOf(value, path);
  return { kind: at('kind', oneOfOrNull(['order', 'product', 'passage'])), title: at('title', text), url: at('url', webAddress) };
};

const entry: Read<Entry> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    id: at('id', text),
    at: at('at', number),
    from: at('from', oneOf(SPEAKERS)),
    text: at('text', text),
    unreadable: at('unreadable', flag),
    outcome: at('outcome', oneOfOrNull(OUTCOMES)),
    intent: at('intent', orNull(text)),
    intentName: at('intentName', orNull(intentName)),
    confidence: at('confidence', orNull(number)),
    reason: at('reason', orNull(text)),
    evidence: at('evidence', listOf(evidence)),
    deliveryState: at('deliveryState', oneOfOrNull(DELIVERY_STATES)),
  };
};

/** Reads the answer of `GET /api/admin/conversations`. */
export const conversationPage: Read<ConversationPage> = (value, path) => {
  const at = fieldsOf(value, path);
  return { conversations: at('conversations', listOf(conversation)), next: at('next', orNull(number)) };
};

/** Reads the answer of `GET /api/admin/conversations/:id`. */
export const transcript: Read<Transcript> = (value, path) => {
  const at = fieldsOf(value, path);
  return { conversation: at('conversation', conversation), entries: at('entries', listOf(entry)) };
};
