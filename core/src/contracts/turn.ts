import { z } from 'zod';
import { Id, Instant, Language } from './ids.js';

/** How a turn ended for the shopper. */
export const Outcome = z.enum(['answered', 'acted', 'asked', 'handed-off', 'unknown', 'silent']);
export type Outcome = z.infer<typeof Outcome>;

/**
 * received: stored, waiting for its place in the mailbox; decided: what to do is fixed, nothing done yet (a turn that only says
 * something goes from received to composed: its decision and its words are one write);
 * composed: reply and deliveries fixed, deliveries under way; done: nothing left to do;
 * merged: answered by a later turn of the same claim.
 */
export const TurnState = z.enum(['received', 'decided', 'composed', 'done', 'merged']);
export type TurnState = z.infer<typeof TurnState>;

/** States behind which the next turn of the mailbox may be claimed. */
export const FINISHED: readonly TurnState[] = ['composed', 'done', 'merged'];

export const DeliveryState = z.enum(['planned', 'sending', 'delivered', 'retry', 'held', 'uncertain', 'superseded', 'drafted', 'dead']);
export type DeliveryState = z.infer<typeof DeliveryState>;
/** Nothing more will happen by itself. `uncertain` and `dead` are shown to people and can be re-driven. */
export const SETTLED: readonly DeliveryState[] = ['delivered', 'uncertain', 'superseded', 'drafted', 'dead'];

/** Who is at work on something, and that they still are: others take over after an unchanged beat. */
export const Claim = z.strictObject({ worker: Id, attempt: z.number().int().positive(), beat: z.number().int().nonnegative() });
export type Claim = z.infer<typeof Claim>;

/** An epoch that nothing raises: what an agent says, and what the desk is shown, no change of hands calls off. */
export const ANY_EPOCH = Number.MAX_SAFE_INTEGER;

/** One message going out of a turn. */
export const Delivery = z.strictObject({
  id: Id,
  target: z.enum(['channel', 'desk', 'mail']),
  /** Place within the turn: a lane is sent in (seq, order). */
  order: z.number().int().nonnegative(),
  state: DeliveryState,
  /** What the host is given to recognise a repeated send. */
  key: Id,
  epoch: z.number().int().nonnegative(),
  /** Sealed `HostMessage`, `DeskDelivery` where the target is a desk, or `Mail`. */
  sealed: z.string(),
  attempts: z.number().int().nonnegative(),
  /** When to try (again). */
  dueAt: Instant,
  claim: Claim.nullable(),
  sendingAt: Instant.nullable(),
  /** Before this we have never sent it: where a read-back starts looking. */
  firstSendAt: Instant.nullable(),
  hostId: Id.nullable(),
  deliveredAt: Instant.nullable(),
  /** Why it is held, uncertain, superseded or dead. Carries no personal data. */
  reason: z.string().max(500).nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** An effect decided on, recorded before the first call: planned -> calling -> done | pending | refused | uncertain. */
export const ActionIntent = z.strictObject({
  id: Id,
  key: Id,
  kind: z.string().max(60),
  state: z.enum(['planned', 'calling', 'done', 'pending', 'refused', 'uncertain']),
  /** Sealed `Receipt` once done. */
  receipt: z.string().nullable(),
  reason: z.string().max(500).nullable(),
});
export type ActionIntent = z.infer<typeof ActionIntent>;

/** The part of the record that needs no personal data: what KPIs, learning and explanations are read from. */
export const Understood = z.object({
  language: Language,
  intents: z.array(z.strictObject({ id: z.string(), p: z.number() })).max(10),
  known: z.boolean(),
  entityKinds: z.array(z.string()).max(50),
});

export const Decided = z.strictObject({
  flow: z.string(),
  intent: z.string(),
  outcome: Outcome,
  /** Why this and not another, in words for a person. */
  reason: z.string().max(500),
  /** The ways considered with the probability each had of being taken. */
  alternatives: z.array(z.strictObject({ flow: z.string(), p: z.number() })).max(10),
  evidenceKinds: z.array(z.string()).max(50),
});

export const Checked = z.strictObject({
  sentences: z.number().int(),
  withEvidence: z.number().int(),
  /** Sentences the guard took out, by rule. */
  removed: z.array(z.string().max(100)).max(50),
});

/** One event in a mailbox and all that followed; the record is the trace. Everything personal is inside the sealed parts. */
export const Turn = z.object({
  /** hash(connector, account, event key): the same event is the same turn. */
  id: Id,
  tenant: Id,
  connector: z.string(),
  installation: Id,
  account: Id,
  mailbox: Id,
  /** 1, 2, 3 … without gaps within the mailbox. */
  seq: z.number().int().positive(),
  kind: z.enum(['message', 'amendment', 'desk', 'timer', 'lifecycle', 'privacy', 'changed']),
  /** Key id the sealed parts are sealed with. */
  sealKey: Id,
  /** Sealed `InboundEvent`. */
  event: z.string(),
  state: TurnState,
  /** When somebody must look at it next; scalar and indexed for the sweep. */
  dueAt: Instant,
  claim: Claim.nullable(),
  /** The worst thing about its deliveries that a person should see; indexed. */
  attention: z.enum(['dead', 'uncertain', 'held']).nullable(),
  /** Times thinking was begun. */
  attempts: z.number().int().nonnegative(),
  /** Ids of earlier turns this one answers too. */
  merges: z.array(Id),
  conversation: Id.nullable(),
  /** The hand-off it began, carried or ended. */
  handoff: Id.nullable().default(null),
  understood: Understood.nullable(),
  decided: Decided.nullable(),
  checked: Checked.nullable(),
  /** Sealed thought: perception, evidence, decision, memory after. */
  thought: z.string().nullable(),
  /** Sealed reply as it passed the guard. */
  reply: z.string().nullable(),
  intents: z.record(z.string(), ActionIntent),
  deliveries: z.record(z.string(), Delivery),
  hostAt: Instant.nullable(),
  storedAt: Instant,
  decidedAt: Instant.nullable(),
  composedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** Model cost in micro-units of the currency of account; 0 without a model. */
  modelCostMicros: z.number().int().nonnegative(),
  /** Claimed resolution and its proof; filled by later turns. */
  resolution: z.strictObject({ claim: z.string(), proof: z.string().nullable() }).nullable(),
  /** Milliseconds per step of the last attempt. */
  steps: z.record(z.string(), z.number()),
  release: z.string(),
});
export type Turn = z.infer<typeof Turn>;
