import { z } from 'zod';
import { Id, Instant, Language } from './ids.js';

export const ConversationStatus = z.enum(['bot', 'waiting', 'agent', 'closed']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** What a conversation remembers between turns; holds personal data, so it is sealed at rest. */
export const Memory = z.strictObject({
  language: Language.nullable(),
  /** Orders talked about, in the order they were first told, as { id, name }. */
  orders: z.array(z.strictObject({ id: Id, name: z.string() })).max(50),
  /** Index into `orders` of the one last talked about. */
  focus: z.number().int().nullable(),
  /** Products last shown, in shown order. */
  products: z.array(z.strictObject({ id: Id, title: z.string() })).max(20),
  /** Order ids whose buyer this shopper proved to be in this conversation. */
  proven: z.array(Id).max(50),
  /** The question we asked and wait an answer for. */
  asked: z
    .strictObject({
      flow: z.string(),
      intent: z.string(),
      /** `order-number`: which order; `proof`: the e-mail or phone of `orderName`; `offer-human`: yes or no; `call-back`: an e-mail address. */
      need: z.enum(['order-number', 'proof', 'offer-human', 'call-back']),
      orderName: z.string().nullable(),
    })
    .nullable(),
  lastIntent: z.string().nullable(),
  /** Messages in a row that were not understood. */
  unknownInARow: z.number().int().nonnegative().default(0),
});
export type Memory = z.infer<typeof Memory>;

export const EMPTY_MEMORY: Memory = { language: null, orders: [], focus: null, products: [], proven: [], asked: null, lastIntent: null, unknownInARow: 0 };

/** An episode in a thread. A projection: `appliedSeq` is the last turn whose effect it shows, and it can be rebuilt from turns. */
export const Conversation = z.object({
  id: Id,
  tenant: Id,
  /** Mailbox of the thread it belongs to. */
  thread: Id,
  /** 1 for the thread's first episode. */
  episode: z.number().int().positive(),
  connector: z.string(),
  installation: Id,
  hostThread: Id,
  identity: Id,
  status: ConversationStatus,
  /** The hand-off that is going on. */
  handoff: Id.nullable().default(null),
  /** Raised by accept, close, uninstall and erase: deliveries of an older epoch are superseded. */
  epoch: z.number().int().nonnegative(),
  appliedSeq: z.number().int().nonnegative(),
  openedAt: Instant,
  updatedAt: Instant,
  /** Sealed first words of the last shopper message, masked, for lists; empty at first and after erasure. */
  preview: z.string().max(2_000),
  lastIntent: z.string().nullable(),
  lastOutcome: z.string().nullable(),
  language: Language.nullable(),
  /** Sealed `Memory`; null at first and after erasure. */
  memory: z.string().nullable(),
});
export type Conversation = z.infer<typeof Conversation>;
