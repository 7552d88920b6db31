import type { Message, MessagePart, Reply } from '@parley/core/contracts';
import { splitByBytes } from './split.js';

/** Everything as plain text, since this host knows nothing else, in messages of at most 2,048 bytes. */
export function renderForWorst(reply: Reply): Message[] {
  const words = reply.sentences.map((s) => s.text.trim()).join(reply.language === 'zh' ? '' : ' ');
  const lines = [words, ...reply.parts.map(linesOf)].filter((line) => line.trim() !== '');
  return splitByBytes(lines.join('\n')).map((text) => ({ parts: [{ type: 'text', text }] }));
}

/** What one message says, for a message that was not rendered here. */
export function plainText(message: Message): string {
  return message.parts.map(linesOf).filter((line) => line !== '').join('\n');
}

function linesOf(part: MessagePart): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'buttons':
      return part.buttons.map((b) => `- ${b.label}`).join('\n');
    case 'image':
      return [part.alt, part.url].filter(Boolean).join(' ');
    case 'voice':
      return [part.transcript, part.url].filter(Boolean).join(' ');
    case 'file':
      return [part.name, part.url].filter(Boolean).join(' ');
    case 'order-card':
      return [
        `${part.name}: ${part.status}`,
        ...part.items.map((item) => `- ${item.quantity} x ${item.title}`),
        ...part.tracking.map((t) => [t.carrier, t.number, t.status, t.url].filter(Boolean).join(' ')),
        part.url ?? '',
      ]
        .filter((line) => line !== '')
        .join('\n');
    case 'product-card':
      return [part.title, part.url].filter(Boolean).join(' ');
  }
}
