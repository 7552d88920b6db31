import { linkify } from '../links.js';
import { clockTime } from '../format.js';
import type { Item } from '../timeline.js';
import type { ImagePart, Part } from '../wire.js';
import { carousel, orderCard } from './cards.js';
import { el, icon } from './el.js';
import { link, type Kit } from './kit.js';

/** Codes of the service that have words of their own. */
const TOO_MANY = 'webchat.too-many';
const TOO_LONG = ['webchat.text-too-long', 'webchat.too-large'];

/** Where an item stands among its neighbours: only the first of a run is named, only the last is dated. */
export interface Standing {
  first: boolean;
  last: boolean;
  /** Whether its quick replies may still be pressed. */
  fresh: boolean;
}

/** One message, with everything that belongs to it. */
export function bubble(item: Item, standing: Standing, kit: Kit): HTMLElement {
  const { texts } = kit;
  if (item.from === 'system') return el('div', { class: 'note' }, ...item.parts.flatMap((p) => (p.type === 'text' ? [p.text] : [])));
  const mine = item.from === 'shopper';
  const who = mine ? texts.you : item.from === 'agent' ? (item.by === '' ? texts.team : item.by) : texts.assistant;
  const body = el('div', { class: 'body' });
  if (standing.first) body.append(el('span', { class: mine ? 'sr' : 'who' }, who));
  body.append(...partsOf(item.parts, standing, kit));
  if (mine && (item.state === 'failed' || item.state === 'waiting' || item.state === 'sending' || standing.last)) body.append(statusOf(item, kit));
  if (!mine && standing.last) body.append(el('span', { class: 'meta' }, clockTime(item.at, kit.locale)));
  const avatar = mine ? null : el('div', { class: standing.last ? 'avatar' : 'avatar away' }, standing.last ? icon(item.from === 'agent' ? 'person' : 'spark') : null);
  const look = ['row', mine ? 'mine' : 'theirs', standing.first ? 'first' : '', item.state === 'failed' ? 'failed' : ''];
  // Nobody needs to hear again what they have just written; a failure speaks up for itself.
  return el('div', { class: look.join(' ').trim(), 'aria-live': mine ? 'off' : null }, avatar, body);
}

function partsOf(parts: readonly Part[], standing: Standing, kit: Kit): HTMLElement[] {
  const nodes: HTMLElement[] = [];
  const products = parts.filter((p) => p.type === 'product-card');
  for (const part of parts) {
    switch (part.type) {
      case 'text':
        if (part.text !== '') nodes.push(el('div', { class: 'bubble', dir: 'auto' }, ...words(part.text, kit)));
        break;
      case 'image':
        nodes.push(picture(part, kit));
        break;
      case 'file':
        nodes.push(el('div', { class: 'bubble file' }, icon('file'), link(part.url, part.name === '' ? kit.texts.voice : part.name, kit, '')));
        break;
      case 'order-card':
        nodes.push(orderCard(part, kit));
        break;
      case 'product-card':
        // All products of a message are shown side by side where the first one stands.
        if (part === products[0]) nodes.push(carousel(products, kit));
        break;
      case 'buttons':
        if (standing.fresh) nodes.push(quickReplies(part.buttons, kit));
        break;
    }
  }
  return nodes;
}

function words(text: string, kit: Kit): (string | HTMLElement)[] {
  return linkify(text).map((p) => (p.href === null ? p.text : link(p.href, p.text, kit, '')));
}

function quickReplies(buttons: readonly { label: string; value: string }[], kit: Kit): HTMLElement {
  return el(
    'div',
    { class: 'chips', role: 'group', 'aria-label': kit.texts.options },
    ...buttons.map((b) => el('button', { type: 'button', class: 'chip', onclick: () => kit.say(b.value) }, b.label)),
  );
}

function picture(part: ImagePart, kit: Kit): HTMLElement {
  const img = el('img', { alt: part.alt ?? kit.texts.image, loading: 'lazy', referrerpolicy: 'no-referrer' });
  const frame = el('button', { type: 'button', class: 'picture', 'aria-label': kit.texts.openImage, onclick: () => kit.enlarge(img.src, img.alt, frame) }, img);
  const missing = (): void => frame.replaceWith(el('div', { class: 'bubble faint' }, kit.texts.imageMissing));
  img.addEventListener('error', missing);
  kit.imageUrl(part).then((url) => (img.src = url), missing);
  return frame;
}

function statusOf(item: Item, kit: Kit): HTMLElement {
  const { texts } = kit;
  if (item.state === 'failed') {
    const why = TOO_LONG.includes(item.problem) ? texts.tooLong : item.problem.startsWith('webchat.') && item.problem !== TOO_MANY ? texts.refused : texts.failed;
    return el(
      'span',
      { class: 'meta bad', role: 'alert' },
      icon('alert'),
      el('span', {}, why),
      el('button', { type: 'button', class: 'text', onclick: () => kit.retry(item.id) }, texts.retry),
      el('button', { type: 'button', class: 'text', onclick: () => kit.discard(item.id) }, texts.discard),
    );
  }
  if (item.state === 'sending') return el('span', { class: 'meta' }, texts.sending);
  if (item.state === 'waiting') return el('span', { class: 'meta' }, item.problem === TOO_MANY ? texts.queued : texts.waiting);
  return el('span', { class: 'meta' }, clockTime(item.at, kit.locale), icon('check'), el('span', { class: 'sr' }, texts.sent));
}

/** Three dots while an answer is being written. */
export function typingRow(kit: Kit): HTMLElement {
  return el(
    'div',
    { class: 'row theirs first typing' },
    el('div', { class: 'avatar' }, icon('spark')),
    el('div', { class: 'body' }, el('div', { class: 'bubble dots' }, el('span', { class: 'sr' }, kit.texts.typing), el('i'), el('i'), el('i'))),
  );
}
