import { z } from 'zod';
import { Id, Instant } from './ids.js';
import { Agent, DeskAct } from './handoff.js';
import { Message } from './message.js';

/**
 * Who wrote, as the host vouches for it. `id` names the channel identity within the account;
 * `customerId` is set only where the host signed it, and is then proof of who is asking.
 */
export const ChannelIdentity = z.strictObject({
  id: Id,
  customerId: Id.optional(),
  name: z.string().max(200).optional(),
  locale: z.string().max(35).optional(),
});
export type ChannelIdentity = z.infer<typeof ChannelIdentity>;

const Customer = z.strictObject({ id: Id.nullable(), email: z.string().max(320).nullable(), phone: z.string().max(50).nullable() });

/** What happened, in words every host shares. */
export const EventBody = z.discriminatedUnion('type', [
  /** A shopper wrote. */
  z.strictObject({ type: z.literal('message'), from: ChannelIdentity, message: Message, hostMessageId: Id }),
  /** A shopper or agent changed (`message`) or deleted (`null`) an earlier message. */
  z.strictObject({ type: z.literal('amendment'), from: ChannelIdentity, hostMessageId: Id, message: Message.nullable() }),
  /** Staff did something at a desk. `handoff` where the host gives back what we had written there; else the mailbox tells. */
  z.strictObject({ type: z.literal('desk'), by: Agent, act: DeskAct, handoff: Id.nullable() }),
  /** A time of ours has come: the hand-off's ladder has a step to take. */
  z.strictObject({ type: z.literal('timer'), handoff: Id, rung: z.number().int().nonnegative() }),
  /** The installation itself changed. */
  z.strictObject({ type: z.literal('lifecycle'), change: z.enum(['uninstalled', 'scopes-changed', 'shop-updated']), scopes: z.array(z.string().max(200)).max(200).optional() }),
  /** A host's privacy duty: hand out or erase what we hold. */
  z.strictObject({ type: z.literal('privacy'), request: z.enum(['export-shopper', 'erase-shopper', 'erase-tenant']), customer: Customer.nullable(), orderIds: z.array(Id).max(10_000) }),
  /** Something the host holds changed; readers fetch it anew. */
  z.strictObject({ type: z.literal('changed'), entity: z.enum(['order', 'shipment', 'refund', 'return', 'customer', 'product', 'policy', 'page', 'dispute', 'theme']), entityId: Id, change: z.enum(['created', 'updated', 'deleted']), updatedAt: Instant.nullable() }),
]);
export type EventBody = z.infer<typeof EventBody>;

/** What an event is queued behind: the host's conversation, or one of the host's own records. */
export const MailboxRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thread'), hostThread: Id }),
  z.strictObject({ kind: z.literal('entity'), topic: z.string().min(1).max(100), entity: Id }),
]);
export type MailboxRef = z.infer<typeof MailboxRef>;

/** One event parsed from a verified payload. `account` and `eventKey` come from signed bytes only. */
export const InboundEvent = z.strictObject({
  account: Id,
  /** The host's own id of this event: the same event always has the same key. */
  eventKey: Id,
  /** When it happened by the host's clock, where it says so. */
  at: Instant.nullable(),
  mailbox: MailboxRef,
  body: EventBody,
});
export type InboundEvent = z.infer<typeof InboundEvent>;
