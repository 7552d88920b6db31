import type { Memory, Passage, Product } from '../contracts/index.js';
import { terms } from '../language/index.js';
import type { FlowContext } from './flow.js';
import { articleNumbers, byArticleNumber, byOptions, type Choice } from './variant-choice.js';

/** Products told of at once. */
const SHOWN = 3;
/** Records looked at for an article number, and passages for a name. */
const LOOKED_AT = 10;
/** A message this short that names nothing but a choice ("L?", "in black") goes on about what was shown. */
const SHORT = 40;
/** So long, in capitals and with a digit, a code is an article number and nothing else ("2-in-1"). */
const SURELY_A_NUMBER = 6;

/** A product a message is about, and which of its variants. */
export interface Meant extends Choice {
  product: Product;
  /** Whether it was named by its article number. */
  numbered: boolean;
}

/**
 * The products a message is about: named by article number, pointed back at, or found by their pages, which name them in
 * every language they are described in. Price and stock always come live from the host. Throws what the host's look-ups throw.
 */
export async function findProducts(c: FlowContext): Promise<Meant[]> {
  const numbered = await byNumber(c);
  if (numbered.length > 0) return numbered;
  // Something else that fits the words around a number is not the article asked for.
  const unfound = articleNumbers(c.text).some((code) => code.length >= SURELY_A_NUMBER && /\d/.test(code) && c.text.includes(code));
  const hits = c.shop.passages({ text: c.text, topic: null }, c.language, ['product'], LOOKED_AT).map((hit) => ({ sure: hit.sure, title: hit.passage.title, named: namedTerms(c.text, hit.passage) }));
  const most = Math.max(0, ...hits.map((hit) => hit.named));
  if (unfound && most === 0) return [];
  // "Does it come in XL" where nothing was shown: whatever fits those words is not "it".
  if (most === 0 && c.memory.products.length === 0 && ABOUT_ONE.has(c.intent) && MEANS_IT.test(c.text)) return [];
  const remembered = await rememberedProducts(c, most === 0 ? [] : hits.filter((hit) => hit.named === most).map((hit) => hit.title));
  const found = remembered.length > 0 ? remembered : await searched(c, titlesOf(c.intent, hits));
  return found.slice(0, SHOWN).map((product) => ({ product, ...byOptions(c.text, product), numbered: false }));
}

async function byNumber(c: FlowContext): Promise<Meant[]> {
  const codes = new Set([...articleNumbers(c.text), ...c.perception.entities.filter((e) => e.kind === 'product').map((e) => e.value.toUpperCase())]);
  const found = new Map<string, Meant>();
  for (const code of codes) {
    for (const product of await c.shop.products({ text: code, limit: LOOKED_AT })) {
      const choice = byArticleNumber(code, product);
      if (choice !== null && !found.has(product.id)) found.set(product.id, { product, ...choice, numbered: true });
    }
  }
  return [...found.values()].slice(0, SHOWN);
}

interface Hit {
  sure: boolean;
  title: string;
  named: number;
}

/** A question about a product is about the one whose name it holds, however well others' descriptions fit its words. */
function titlesOf(intent: string, hits: readonly Hit[]): string[] {
  const most = Math.max(0, ...hits.map((hit) => hit.named));
  const sure = hits.filter((hit) => hit.sure);
  // Who looks for a kind of thing says one word of many names; two are a name.
  const fitting = most === 0 || (most === 1 && intent === 'product.search' && sure.length > 0) ? sure : hits.filter((hit) => hit.named === most);
  return [...new Set(fitting.map((hit) => hit.title))].slice(0, SHOWN);
}

/** How many words of a product's name, in whichever language, a text holds; a kind or tag that it holds counts as one. */
function namedTerms(text: string, passage: Passage): number {
  const said = new Set(terms(text));
  const kinds = passage.text.split('\n').flatMap((line) => /^- (?:Tags|Type): (.+)$/.exec(line)?.[1]?.split(', ') ?? []);
  const kind = kinds.some((word) => word.length > 1 && (/\p{Script=Han}/u.test(word) ? text.includes(word) : terms(word).length > 0 && terms(word).every((term) => said.has(term)))) ? 1 : 0;
  const names = new Set([...terms(passage.title), ...terms(passage.headings[0] ?? '')]);
  // A single Han character is in too many words to name anything.
  return Math.max(kind, [...names].filter((term) => term.length > 1 && said.has(term)).length);
}

async function searched(c: FlowContext, titles: readonly string[]): Promise<Product[]> {
  const found = new Map<string, Product>();
  for (const title of titles) for (const p of await titled(c, title)) found.set(p.id, p);
  if (found.size === 0) for (const p of await c.shop.products({ text: c.text, limit: SHOWN })) found.set(p.id, p);
  return [...found.values()];
}

async function titled(c: FlowContext, title: string): Promise<Product[]> {
  return (await c.shop.products({ text: title, limit: SHOWN })).filter((p) => p.title === title);
}

/** Can only mean what was talked of. */
const MEANS_IT = /\b(?:it|its|they|them)\b|它/i;
const POINTS = /\b(?:this|that|these|those)\b|[这那](?:款|个|件|双|条|顶|只|台|把|张|种)|刚才|刚刚|上面/i;
/** Goes on about what was talked of: "what about L", "any other colours", "还有别的颜色吗". */
const GOES_ON = /^\s*(?:and|or|what about|how about|in)\b|\b(?:other|more|different|another|any|which|what)\s+(?:colou?rs?|sizes?|options?|versions?)\b|(?:别的|其他|其它|还有.{0,3}|有哪些|有什么)(?:颜色|尺码|尺寸|码|款式|规格|色)|呢[?？]?\s*$/i;

/** The products shown before that a message goes on about; empty where it speaks of something else. `named`: titles it holds words of. */
async function rememberedProducts(c: FlowContext, named: readonly string[]): Promise<Product[]> {
  const shown = c.memory.products;
  if (shown.length === 0) return [];
  const { reference } = c.perception;
  let meant = shown;
  if (reference?.to === 'ordinal') meant = [shown.at(reference.ordinal > 0 ? reference.ordinal - 1 : reference.ordinal)].filter((p) => p !== undefined);
  else if (reference?.to === 'other') meant = shown.slice(1, 2);
  else if (reference?.to === 'same') meant = shown.slice(0, 1);
  else if (named.length > 0) meant = amongShown(c, named);
  const products: Product[] = [];
  for (const { id, title } of meant.slice(0, SHOWN)) products.push(...(await titled(c, title)).filter((p) => p.id === id));
  if (reference !== null || named.length > 0 || MEANS_IT.test(c.text) || POINTS.test(c.text) || GOES_ON.test(c.text)) return products;
  if (c.text.length > SHORT) return [];
  // "Waterproof?", "防水吗" right after a product was shown.
  return ABOUT_ONE.has(c.intent) && c.memory.lastIntent?.startsWith('product.') === true ? products : products.filter((p) => byOptions(c.text, p).named !== '');
}

/** Wishes that are about one thing rather than in search of it. */
const ABOUT_ONE = new Set(['product.details', 'product.size', 'product.price', 'product.stock', 'product.options']);

/** Which of the products shown are meant where the text also holds words of names. */
function amongShown(c: FlowContext, named: readonly string[]): Memory['products'] {
  const both = c.memory.products.filter((p) => named.includes(p.title));
  if (both.length > 0) return ABOUT_ONE.has(c.intent) || MEANS_IT.test(c.text) || POINTS.test(c.text) ? both : [];
  return c.intent !== 'product.search' && MEANS_IT.test(c.text) ? c.memory.products : [];
}

/** Whether a text names the product itself, by its name in either language, its kind, a tag or one of its choices. */
export function isNamed(text: string, { product, numbered, named }: Meant, name: string): boolean {
  if (numbered || named !== '') return true;
  const said = new Set(terms(text));
  return [product.title, name, product.type ?? '', ...product.tags].flatMap((part) => terms(part)).some((term) => term.length > 1 && said.has(term));
}
