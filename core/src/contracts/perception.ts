import { z } from 'zod';
import { Language } from './ids.js';

/** Something concrete a shopper named. `value` is normalised, `text` is as written, offsets are UTF-16 units of the message text. */
export const Entity = z.strictObject({
  kind: z.enum(['order', 'tracking', 'email', 'phone', 'product', 'number', 'name', 'address']),
  value: z.string().max(500),
  text: z.string().max(500),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Entity = z.infer<typeof Entity>;

/** A pointer to something said before: "the other one", "第二个", "that order". `ordinal` counts from 1, -1 is the last. */
export const Reference = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('other') }),
  z.strictObject({ to: z.literal('same') }),
  z.strictObject({ to: z.literal('ordinal'), ordinal: z.number().int() }),
]);
export type Reference = z.infer<typeof Reference>;

/** One of several things wanted in one message; offsets are UTF-16 units of the message text. */
export const Wish = z.strictObject({ intent: z.string(), p: z.number(), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export type Wish = z.infer<typeof Wish>;

/** What one message was understood as. `intents` is sorted by probability, the likeliest first; ids come from the taxonomy. */
export const Perception = z.strictObject({
  language: Language,
  /** False where the message itself does not show its language (an order number, an emoji). */
  languageSure: z.boolean(),
  intents: z.array(z.strictObject({ id: z.string(), p: z.number() })).max(10),
  /** Whether the best guess is sure enough to act on; the threshold is the model's own. */
  known: z.boolean(),
  /** Where the message wants several things: each with its place in the text, in order. Empty where it is about one. */
  wishes: z.array(Wish).max(8).default([]),
  entities: z.array(Entity).max(50),
  reference: Reference.nullable(),
  mood: z.enum(['calm', 'unhappy', 'angry']).default('calm'),
  /** Whether somebody was hurt, or may be. */
  danger: z.boolean().default(false),
});
export type Perception = z.infer<typeof Perception>;
