import type { Texts } from '../texts/index.js';
import type { ImagePart } from '../wire.js';
import { safeHref } from '../links.js';
import { el } from './el.js';

/** What every piece of the screen may use: words, locale, and the few things a press can cause. */
export interface Kit {
  texts: Texts;
  locale: string;
  say(text: string): void;
  retry(id: string): void;
  discard(id: string): void;
  imageUrl(part: ImagePart): Promise<string>;
  enlarge(src: string, alt: string, from: HTMLElement): void;
  /** Says something to screen readers alone. */
  announce(text: string): void;
}

/** A link that opens beside the shop and tells the other site nothing; plain text where the address is not safe. */
export function link(address: string | undefined, label: string | Node, kit: Kit, className: string): HTMLElement {
  const href = safeHref(address);
  if (href === null) return el('span', { class: className }, label);
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', class: className }, label, el('span', { class: 'sr' }, ` ${kit.texts.newTab}`));
}
