import type { Message, MessagePart, Reply } from '@parley/core/contracts';
import fc from 'fast-check';

/** Texts that are hard to cut: long, Chinese, beyond the basic plane, without a space, full of line ends. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 1_500 }).map((n) => '退货政策。'.repeat(n).slice(0, 5_000)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2_400 }).map((n) => '🏮'.repeat(n)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((n) => 'x'.repeat(n)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }).map((n) => Array.from({ length: n }, (_, k) => `- item ${k}`).join('\n').slice(0, 5_000)) },
);
const label = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }).filter((s) => s.trim() === s && s !== '');
const url = fc.constant('https://shop.example/orders/1001');

const buttons = fc.array(fc.record({ label, value: label }), { minLength: 1, maxLength: 10 }).map((all): MessagePart => ({ type: 'buttons', buttons: all }));
const card: fc.Arbitrary<MessagePart> = fc.oneof(
  fc.record({ name: fc.integer({ min: 1, max: 99_999 }).map((n) => `#${n}`), status: label, number: fc.stringMatching(/^[A-Z0-9]{8,20}$/) }).map(
    ({ name, status, number }): MessagePart => ({ type: 'order-card', orderId: `gid://${name}`, name, status, placedOn: '1 Nov 2026', items: [{ title: 'Rain jacket', quantity: 1 }], tracking: [{ carrier: 'DHL', number, status: 'on its way', url: 'https://track.example/1' }], url: 'https://shop.example/orders/1001' }),
  ),
  fc.record({ title: label, url }).map(({ title, url: at }): MessagePart => ({ type: 'product-card', productId: 'p', title, available: true, url: at })),
);

/** Replies as flows make them, and worse; like them, with one set of choices at most. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  language: fc.constantFrom('zh' as const, 'en' as const),
  sentences: fc.array(text.filter((t) => t.length >= 1 && t.trim() !== '').map((t) => ({ text: t.slice(0, 5_000), evidence: [], receipts: [] })), { minLength: 1, maxLength: 4 }),
  parts: fc.tuple(fc.array(card, { maxLength: 3 }), fc.option(buttons, { nil: null })).map(([cards, choices]) => (choices === null ? cards : [...cards, choices])),
});

/** Everything a reply must still say after rendering: each sentence, and what its parts stand for. */
export function mustSay(reply: Reply): string[] {
  return [...reply.sentences.map((s) => s.text), ...reply.parts.flatMap(saidBy)];
}

function saidBy(p: MessagePart): string[] {
  switch (p.type) {
    case 'buttons':
      return p.buttons.map((b) => b.label);
    case 'order-card':
      return [p.name, ...p.tracking.map((t) => t.number)];
    case 'product-card':
      return [p.title];
    default:
      return [];
  }
}

/** Everything rendered messages say, in order: the words of texts, and of parts that are kept as parts. */
export function saidIn(messages: readonly Message[]): string {
  return messages.flatMap((m) => m.parts.map((p) => (p.type === 'text' ? p.text : saidBy(p).join('\n')))).join('\n');
}

/** Without white space: what a seam may cost. */
export function bare(words: string): string {
  return words.replace(/\s+/gu, '');
}
