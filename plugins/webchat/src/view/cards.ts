import { money } from '../format.js';
import { safeHref } from '../links.js';
import { fill, textsFor, type Texts } from '../texts/index.js';
import type { OrderCard, ProductCard } from '../wire.js';
import { el, icon, type IconName } from './el.js';
import { link, type Kit } from './kit.js';

const ITEMS_SHOWN = 3;

/** An order at a glance: state, parcels with their numbers, things bought. */
export function orderCard(card: OrderCard, kit: Kit): HTMLElement {
  const { locale } = kit;
  const texts = textsOf(card);
  const rest = card.items.slice(ITEMS_SHOWN).reduce((sum, i) => sum + i.quantity, 0);
  const title = fill(texts.order, { name: card.name });
  return el(
    'section',
    { class: 'card order', 'aria-label': title },
    el(
      'header',
      {},
      el('div', {}, el('strong', {}, title), card.placedOn === '' ? null : el('small', {}, fill(texts.placed, { date: card.placedOn }))),
      card.status === '' ? null : el('span', { class: 'pill' }, card.status),
    ),
    ...card.tracking.map((t) => parcel(t, kit, texts)),
    el(
      'ul',
      { class: 'items' },
      ...card.items.slice(0, ITEMS_SHOWN).map((i) => el('li', {}, thumb(i.image, 'box'), el('span', { class: 'name' }, i.title), el('span', { class: 'count', 'aria-label': fill(texts.quantity, { n: i.quantity }) }, `× ${i.quantity}`))),
      rest > 0 ? el('li', { class: 'faint' }, fill(texts.more, { n: rest })) : null,
    ),
    card.total === null ? null : el('div', { class: 'sum' }, el('span', {}, texts.total), el('strong', {}, money(card.total, locale))),
    safeHref(card.url) === null ? null : link(card.url, texts.viewOrder, kit, 'action'),
  );
}

/** The card's words are in the language of the answer, which may be another than the page's. */
function textsOf(card: OrderCard): Texts {
  return textsFor(/\p{Script=Han}/u.test(card.status + card.placedOn) ? 'zh' : 'en');
}

function parcel(t: OrderCard['tracking'][number], kit: Kit, texts: Texts): HTMLElement {
  const copy = el('button', { type: 'button', class: 'ghost', 'aria-label': texts.copy, title: texts.copy, onclick: () => void copyNumber() }, icon('copy'));
  async function copyNumber(): Promise<void> {
    // Refused on pages without https; the number can still be selected by hand.
    const done = await navigator.clipboard.writeText(t.number).then(() => true, () => false);
    if (!done) return;
    copy.replaceChildren(icon('check'));
    kit.announce(texts.copied);
    setTimeout(() => copy.replaceChildren(icon('copy')), 2_000);
  }
  const about = [t.carrier, t.status].filter((s) => s !== '').join(' · ');
  return el(
    'div',
    { class: 'parcel' },
    icon('truck'),
    el(
      'div',
      { class: 'grow' },
      el('span', { class: 'line' }, about),
      t.number === '' ? null : el('span', { class: 'number' }, el('span', { class: 'sr' }, `${texts.tracking} `), t.number),
      safeHref(t.url) === null ? null : link(t.url, texts.track, kit, 'go'),
    ),
    t.number === '' ? null : copy,
  );
}

/** Products side by side; the row scrolls where they do not fit. */
export function carousel(cards: readonly ProductCard[], kit: Kit): HTMLElement {
  const many = cards.length > 1;
  return el('div', { class: many ? 'carousel' : 'carousel single', role: 'list', 'aria-label': kit.texts.products, tabindex: many ? '0' : null }, ...cards.map((c) => productCard(c, kit)));
}

function productCard(card: ProductCard, kit: Kit): HTMLElement {
  const { texts, locale } = kit;
  const ranged = card.price !== null && card.priceMax !== null && card.priceMax.minor > card.price.minor;
  const price = card.price === null ? '' : ranged ? fill(texts.from, { price: money(card.price, locale) }) : money(card.price, locale);
  return el(
    'article',
    { class: 'card product', role: 'listitem' },
    thumb(card.image, 'image'),
    el(
      'div',
      { class: 'about' },
      el('strong', { class: 'name' }, card.title),
      el('div', { class: 'facts' }, el('span', { class: 'price' }, price), el('span', { class: card.available ? 'stock' : 'stock out' }, card.available ? texts.available : texts.soldOut)),
      safeHref(card.url) === null ? null : link(card.url, texts.viewProduct, kit, 'action'),
    ),
  );
}

/** The picture, or a drawing where there is none or it does not load. */
function thumb(address: string | undefined, instead: IconName): HTMLElement {
  const frame = el('div', { class: 'thumb' });
  const src = safeHref(address);
  if (src === null) frame.append(icon(instead));
  else frame.append(el('img', { src, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer', onerror: () => frame.replaceChildren(icon(instead)) }));
  return frame;
}
