import { ParleyError, type Evidence, type MessagePart, type Product, type ProductVariant } from '../contracts/index.js';
import { result, type Flow, type FlowContext } from './flow.js';
import { offerHuman } from './human.js';
import { link } from './order-card.js';
import { humanButton } from './order-flow.js';
import { quote, say, type Say } from './say.js';

const SHOWN = 3;

/** Finding a product and telling price and stock as the shop holds them now. */
export const productQuestion: Flow = {
  id: 'product-question',
  async run(c) {
    let products: Product[];
    try {
      products = await findProducts(c);
    } catch (e) {
      if (!ParleyError.isInstance(e) || e.kind === 'bug') throw e;
      return result(c, { outcome: 'unknown', reason: `the shop's records are out of reach: ${e.code}`, say: [say('shop.unavailable')], ...offerHuman(c, 'product-question') });
    }
    if (products.length === 0) {
      return result(c, { outcome: 'unknown', reason: 'no product fits', say: [say('product.none')], parts: [{ type: 'buttons', buttons: [humanButton(c)] }], ...offerHuman(c, 'product-question') });
    }
    const evidence: Evidence[] = products.map((product, i) => ({ id: `product-${i + 1}`, kind: 'product', product }));
    return result(c, {
      outcome: 'answered',
      reason: `found ${products.length} product(s)`,
      say: [...(products.length > 1 ? [say('product.found')] : []), ...products.map((p, i) => productLine(c, p, `product-${i + 1}`)), ...detailLines(c, products, evidence)],
      evidence,
      parts: products.map(productCard),
      memory: { ...c.memory, asked: null, products: products.map((p) => ({ id: p.id, title: p.title })) },
    });
  },
};

/**
 * The shop's own pages name products in every language they are described in, so they are asked first;
 * price and stock always come live from the host.
 */
async function findProducts(c: FlowContext): Promise<Product[]> {
  const pointed = pointedProduct(c);
  const hits = c.shop.passages(c.text, c.language, ['product'], SHOWN);
  const titles = pointed !== null ? [pointed] : hits.filter((h) => h.sure).map((h) => h.passage.title);
  const found = new Map<string, Product>();
  for (const title of new Set(titles)) {
    for (const p of await c.shop.products({ text: title, limit: SHOWN })) if (p.title === title) found.set(p.id, p);
  }
  if (found.size === 0 && pointed === null) for (const p of await c.shop.products({ text: c.text, limit: SHOWN })) found.set(p.id, p);
  return [...found.values()].slice(0, SHOWN);
}

function pointedProduct(c: FlowContext): string | null {
  const { reference } = c.perception;
  if (reference === null || c.memory.products.length === 0) return null;
  if (reference.to === 'ordinal') return (reference.ordinal > 0 ? c.memory.products[reference.ordinal - 1] : c.memory.products.at(reference.ordinal))?.title ?? null;
  return (reference.to === 'other' ? c.memory.products[1] : c.memory.products[0])?.title ?? null;
}

function productLine(c: FlowContext, p: Product, evidence: string): Say {
  const named = namedVariant(c.text, p);
  const priced = (named === null ? p.variants : [named]).flatMap((v) => v.price ?? []);
  const [least] = [...priced].sort((a, b) => a.minor - b.minor);
  const most = [...priced].sort((a, b) => a.minor - b.minor).at(-1);
  const available = named === null ? p.variants.some((v) => v.available) : named.available;
  const title = named === null ? p.title : `${p.title} (${named.title})`;
  if (least === undefined || most === undefined) return say(available ? 'product.in-stock-unpriced' : 'product.sold-out-unpriced', { title }, [evidence]);
  const price = least.minor === most.minor ? c.format.money(least) : `${c.format.money(least)} – ${c.format.money(most)}`;
  return say(available ? 'product.in-stock' : 'product.sold-out', { title, price }, [evidence]);
}

/** The variant whose every option word the shopper wrote ("black XL"); null when none or several fit. */
function namedVariant(text: string, p: Product): ProductVariant | null {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const lower = text.toLowerCase();
  const says = (option: string) => (/^[\p{Script=Han}]+$/u.test(option) ? lower.includes(option) : option.split(/\s+/).every((w) => words.has(w)));
  const fits = p.variants.filter((v) => v.title !== 'Default Title' && v.title.toLowerCase().split(' / ').every(says));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** For a question about one product's make-up: the sentence of its description that answers. */
function detailLines(c: FlowContext, products: Product[], evidence: Evidence[]): Say[] {
  const [only] = products;
  if (c.intent !== 'product.details' && c.intent !== 'product.size') return [];
  const [hit] = c.shop.passages(c.text, c.language, ['product'], 1);
  if (only === undefined || hit === undefined || hit.passage.title !== only.title) return [];
  const passage: Evidence = { id: 'passage-1', kind: 'passage', passage: hit.passage, score: hit.score };
  evidence.push(passage);
  return hit.sentences.slice(0, 2).map((s) => quote(s, passage.id));
}

function productCard(p: Product): MessagePart {
  const prices = p.variants.flatMap((v) => v.price ?? []).sort((a, b) => a.minor - b.minor);
  const [least] = prices;
  const most = prices.at(-1);
  return {
    type: 'product-card',
    productId: p.id,
    title: p.title.slice(0, 300),
    available: p.variants.some((v) => v.available),
    ...(least === undefined ? {} : { price: least }),
    ...(most === undefined || most.minor === least?.minor ? {} : { priceMax: most }),
    ...link('image', p.image),
    ...link('url', p.url),
  };
}
