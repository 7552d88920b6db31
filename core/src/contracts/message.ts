import { z } from 'zod';
import { Id } from './ids.js';
import { Money } from './money.js';

/** The longest text a shopper's message is kept with, in UTF-16 units; connectors refuse longer input before storing. */
export const MAX_TEXT = 20_000;

const Text = z.string().max(MAX_TEXT);
/** A stored file: `blob` names it in our blob store, `url` where the host keeps it. */
const Media = { blob: Id.optional(), url: z.url().optional(), mime: z.string().max(100), bytes: z.number().int().nonnegative().optional() };

export const TextPart = z.strictObject({ type: z.literal('text'), text: Text });
export const ImagePart = z.strictObject({ type: z.literal('image'), ...Media, alt: z.string().max(500).optional() });
export const VoicePart = z.strictObject({ type: z.literal('voice'), ...Media, seconds: z.number().nonnegative().optional(), transcript: Text.optional() });
export const FilePart = z.strictObject({ type: z.literal('file'), ...Media, name: z.string().max(300) });

/** An order as a shopper sees it in the chat: what, where it is, and a link to the host's own page. */
export const OrderCardPart = z.strictObject({
  type: z.literal('order-card'),
  orderId: Id,
  name: z.string().max(100),
  status: z.string().max(200),
  /** The day in the shop's own time zone and the reply's language, so that card and sentence name the same one. */
  placedOn: z.string().max(60),
  total: Money.optional(),
  items: z.array(z.strictObject({ title: z.string().max(300), quantity: z.number().int(), image: z.url().optional() })).max(20),
  tracking: z.array(z.strictObject({ carrier: z.string().max(100), number: z.string().max(100), url: z.url().optional(), status: z.string().max(200) })).max(10),
  url: z.url().optional(),
});

export const ProductCardPart = z.strictObject({
  type: z.literal('product-card'),
  productId: Id,
  title: z.string().max(300),
  price: Money.optional(),
  priceMax: Money.optional(),
  available: z.boolean(),
  image: z.url().optional(),
  url: z.url().optional(),
});

/** Quick replies: pressing one sends `value` as the shopper's message. */
export const ButtonsPart = z.strictObject({
  type: z.literal('buttons'),
  buttons: z.array(z.strictObject({ label: z.string().min(1).max(80), value: z.string().min(1).max(500) })).min(1).max(10),
});

export const MessagePart = z.discriminatedUnion('type', [TextPart, ImagePart, VoicePart, FilePart, OrderCardPart, ProductCardPart, ButtonsPart]);
export type MessagePart = z.infer<typeof MessagePart>;

/** One message, in either direction: its parts in reading order. */
export const Message = z.strictObject({ parts: z.array(MessagePart).min(1).max(30) });
export type Message = z.infer<typeof Message>;

/** The message's words alone, in order, one line per text part. */
export function textOf(message: Message): string {
  return message.parts.flatMap((p) => (p.type === 'text' ? [p.text] : p.type === 'voice' && p.transcript ? [p.transcript] : [])).join('\n');
}
