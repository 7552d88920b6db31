import type { Language, Product } from '../contracts/index.js';
import type { FlowContext } from './flow.js';

const HAN = /\p{Script=Han}/u;
/** Passages looked at for a product's name: its own come first, since they bear its title. */
const LOOKED_AT = 8;

/**
 * What readers of the shopper's language call a product. Its shop's translation of its page stands under the translated
 * name; where there is none, the name the shop's records hold.
 */
export function productName(c: Pick<FlowContext, 'shop' | 'language'>, title: Product['title']): string {
  if (isIn(c.language, title)) return title;
  const own = c.shop.passages({ text: title, topic: null }, c.language, ['product'], LOOKED_AT).filter(({ passage }) => passage.title === title);
  return own.map(({ passage }) => passage.headings[0]).find((heading) => heading !== undefined && isIn(c.language, heading)) ?? title;
}

function isIn(language: Language, text: string): boolean {
  return HAN.test(text) === (language === 'zh');
}
