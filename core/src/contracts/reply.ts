import { z } from 'zod';
import { Id, Language } from './ids.js';
import { MessagePart } from './message.js';
import { Order, Product } from './order.js';
import { Passage } from './passage.js';

/** What a sentence of ours may rest on. Ids are unique within a turn. */
export const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, kind: z.literal('order'), order: Order }),
  z.strictObject({ id: Id, kind: z.literal('product'), product: Product }),
  z.strictObject({ id: Id, kind: z.literal('passage'), passage: Passage, score: z.number() }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** The host's own proof that something was done. No receipt, no claim. */
export const Receipt = z.strictObject({
  id: Id,
  /** What was done, for example `refund` or `hand-off`. */
  act: z.string().max(60),
  /** The host's id of the result. */
  hostId: Id,
  at: z.number().int(),
  amountMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  /** What else it vouches for, as it may be said: a place in a queue, a time. */
  proves: z.array(z.string().max(200)).max(10).optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** One sentence and what it rests on; `evidence` and `receipts` hold ids. A sentence with neither may state no fact. */
export const Sentence = z.strictObject({ text: z.string().min(1).max(5_000), evidence: z.array(Id), receipts: z.array(Id) });
export type Sentence = z.infer<typeof Sentence>;

/** An answer before a channel renders it: sentences first, then cards and buttons. */
export const Reply = z.strictObject({ language: Language, sentences: z.array(Sentence).min(1), parts: z.array(MessagePart) });
export type Reply = z.infer<typeof Reply>;
