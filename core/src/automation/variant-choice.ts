import type { Product, ProductVariant } from '../contracts/index.js';

/** Which of a product's variants a shopper speaks of. */
export interface Choice {
  /** Those that fit what was named; all where nothing was. */
  variants: readonly ProductVariant[];
  /** What they have in common, as the shop writes it ("Black", "M / Ink"); empty where nothing was named. */
  named: string;
}

/** Letters and digits in parts ("AB-12-XL"), which in small letters hold a digit: "t-shirt" is a word. */
const CODE = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)+(?![A-Za-z0-9])/g;
const MOST_CODES = 3;

/** What in a text may be an article number, in capitals. */
export function articleNumbers(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(CODE)].map((m) => m[0]).filter((code) => code.length >= 4 && /[A-Za-z]/.test(code) && (/\d/.test(code) || code === code.toUpperCase()));
  return [...new Set(found.map((code) => code.toUpperCase()))].slice(0, MOST_CODES);
}

/** The variants with this article number or, where none has it, those whose number begins with it; null where none does. */
export function byArticleNumber(code: string, p: Product): Choice | null {
  const numbered = p.variants.flatMap((variant) => (variant.sku === null ? [] : [{ variant, sku: variant.sku.normalize('NFKC').toUpperCase() }]));
  const exact = numbered.filter(({ sku }) => sku === code);
  const fits = exact.length > 0 ? exact : numbered.filter(({ sku }) => sku.startsWith(code) && /[^A-Z0-9]/.test(sku.charAt(code.length)));
  const [first] = fits;
  if (first === undefined) return null;
  const named = fits.length === 1 ? choiceName(first.variant) : '';
  return { variants: fits.map(({ variant }) => variant), named };
}

/** The variants whose options a text names ("black", "M 码", "90 cm"). Words of the product's own name name no option. */
export function byOptions(text: string, p: Product): Choice {
  const own = new RegExp(p.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  const asked = text.normalize('NFKC').replace(own, ' ').toLowerCase();
  const parts = p.variants.map((variant) => ({ variant, options: optionsOf(variant) }));
  const named: string[] = [];
  let fits = parts.filter(({ options }) => options.length > 0);
  for (let i = 0; i < Math.max(0, ...parts.map(({ options }) => options.length)); i++) {
    const values = new Set(fits.flatMap(({ options }) => options[i] ?? []));
    const said = [...values].filter((value) => says(asked, value));
    // "XL" also says the "L" of "XL / L" to nobody, but "black" is said by "matt black": the longest is meant.
    const meant = said.filter((value) => !said.some((other) => other !== value && other.toLowerCase().includes(value.toLowerCase())));
    if (meant.length === 0) continue;
    fits = fits.filter(({ options }) => meant.includes(options[i] ?? ''));
    named.push(meant.join(', '));
  }
  if (named.length === 0 || fits.length === 0) return { variants: p.variants, named: '' };
  return { variants: fits.map(({ variant }) => variant), named: named.join(' / ') };
}

/** How a variant is called among its product's; empty where there is nothing to choose. */
export function choiceName(variant: ProductVariant): string {
  return variant.title === 'Default Title' ? '' : variant.title;
}

/** Hosts join a variant's option values so: "Black / XL". */
export function optionsOf(variant: ProductVariant): string[] {
  return choiceName(variant).split(' / ').map((value) => value.trim()).filter((value) => value !== '');
}

/** What shoppers of either language call common colours and sizes. */
const ALSO: readonly (readonly string[])[] = [
  ['black', '黑'], ['white', '白'], ['red', '红'], ['blue', '蓝'], ['green', '绿'], ['yellow', '黄'], ['grey', 'gray', '灰'], ['brown', '棕', '褐', '咖啡色'], ['pink', '粉'], ['purple', 'violet', '紫'], ['orange', '橙', '橘'], ['beige', '米色'], ['navy', '藏青', '深蓝'], ['silver', '银'], ['gold', '金'], ['sand', '沙色'], ['cream', '奶油色'],
  ['xs', 'extra small', '加小'], ['s', 'small', '小号', '小码'], ['m', 'medium', '中号', '中码'], ['l', 'large', '大号', '大码'], ['xl', 'x-large', 'extra large', '加大'], ['xxl', '2xl', '特大'],
];

/** @param text in small letters */
function says(text: string, value: string): boolean {
  const own = value.normalize('NFKC').toLowerCase();
  return [own, ...(ALSO.find((names) => names.includes(own)) ?? [])].some((name) => holds(text, name));
}

function holds(text: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return text.includes(name);
  // Single letters stand by themselves: neither the "m" of "I'm" nor the article "a".
  if (name === 'a' || name === 'i') return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => new RegExp(String.raw`(?<![\p{Script=Latin}\p{N}'’])${word}(?![\p{Script=Latin}\p{N}'’])`, 'u').test(text));
}
