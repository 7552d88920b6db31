import type { Language, Message, MessagePart, Reply } from '@parley/core/contracts';

/** Longest text of one message, in UTF-16 units. */
export const MAX_CHARS = 20_000;
/** More choices than this are no longer read. */
export const MAX_BUTTONS = 6;
/** A message holds at most this many parts by contract. */
const MAX_PARTS = 30;
/** A paragraph is closed by the first sentence that takes it past this; about five lines of the widget. */
const PARAGRAPH = { en: 240, zh: 100 } as const;
const OWN_LINE = /^\s*(?:[-*•–]|\d{1,3}[.)、])\s*\S/;

/** Words first, then cards, then buttons, in as few messages as the limits allow. */
export function render(reply: Reply): Message[] {
  const texts = split(paragraphs(reply.sentences.map((s) => s.text), reply.language)).map((text): MessagePart => ({ type: 'text', text }));
  const parts = [...texts, ...reply.parts.flatMap(downgrade)];
  const messages: Message[] = [];
  let current: MessagePart[] = [];
  let chars = 0;
  let buttons = 0;
  for (const part of parts) {
    const size = part.type === 'text' ? part.text.length : 0;
    const choices = part.type === 'buttons' ? part.buttons.length : 0;
    if (current.length > 0 && (current.length >= MAX_PARTS || chars + size > MAX_CHARS || buttons + choices > MAX_BUTTONS)) {
      messages.push({ parts: current });
      current = [];
      chars = 0;
      buttons = 0;
    }
    current.push(part);
    chars += size;
    buttons += choices;
  }
  if (current.length > 0) messages.push({ parts: current });
  return messages;
}

/** Joins sentences as people write: a space between English ones, none between Chinese ones, list items on lines of their own. */
export function paragraphs(sentences: readonly string[], language: Language): string {
  let text = '';
  let length = 0;
  let afterItem = false;
  for (const raw of sentences) {
    const sentence = raw.trim();
    if (sentence === '') continue;
    const item = OWN_LINE.test(sentence);
    const joint = text === '' ? '' : item ? '\n' : afterItem || length > PARAGRAPH[language] ? '\n\n' : gap(text, sentence);
    if (joint.startsWith('\n')) length = 0;
    text += joint + sentence;
    length += sentence.length;
    afterItem = item;
  }
  return text;
}

/** Between two sentences: one space, but none after Chinese punctuation, nor between Chinese and Chinese. */
function gap(before: string, after: string): string {
  if (/[。！？；：，、）》」』…]$/u.test(before)) return '';
  return /\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after) ? '' : ' ';
}

/** Cuts a text that is too long at the last line end or sentence end that fits. */
function split(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > MAX_CHARS) {
    const window = rest.slice(0, MAX_CHARS);
    const seam = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('. ') + 1, window.lastIndexOf('。') + 1);
    let cut = seam > MAX_CHARS / 2 ? seam : MAX_CHARS;
    // Never between the halves of a character.
    if (/[\ud800-\udbff]/.test(rest.charAt(cut - 1))) cut--;
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Buttons beyond the limit become lines of text: fewer to press, none lost. */
function downgrade(part: MessagePart): MessagePart[] {
  if (part.type !== 'buttons' || part.buttons.length <= MAX_BUTTONS) return [part];
  const listed = part.buttons.slice(MAX_BUTTONS).map((b) => `- ${b.label}`);
  return [
    { type: 'text', text: listed.join('\n') },
    { type: 'buttons', buttons: part.buttons.slice(0, MAX_BUTTONS) },
  ];
}
