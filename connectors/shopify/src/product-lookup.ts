import { z } from 'zod';
import type { Clock, Product, ProductQuery } from '@parley/core/contracts';
import type { Access, Ask } from './admin.js';
import { moneyOf } from './amount.js';
import { PRODUCT_SEARCH } from './operations/products.js';
import { quoted, searchWords } from './search-text.js';
import { webAddress } from './shipments.js';

const MAX_PRODUCTS = 20;
const MAX_WORDS = 12;
/** Variants read of each product: many where few products are asked for, so that the price of one query stays within its limit. */
const VARIANTS = { ofFew: 50, ofMany: 20 };
const FEW = 10;

const ProductNode = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  vendor: z.string().nullish(),
  productType: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  status: z.string(),
  onlineStoreUrl: z.string().nullish(),
  featuredMedia: z.object({ preview: z.object({ image: z.object({ url: z.string().nullish() }).nullish() }).nullish() }).nullish(),
  variants: z.object({
    nodes: z.array(z.object({ id: z.string(), title: z.string().nullish(), sku: z.string().nullish(), price: z.string().nullish(), availableForSale: z.boolean().nullish() })),
  }),
});
type ProductNode = z.infer<typeof ProductNode>;
const ProductSearchAnswer = z.object({ shop: z.object({ currencyCode: z.string() }), products: z.object({ nodes: z.array(ProductNode) }) });

/** Products on sale that fit a text: those with every word of it first, and where there are none, those with any. */
export async function findProducts(ask: Ask, clock: Clock, access: Access, q: ProductQuery): Promise<Product[]> {
  const typed = searchWords(q.text, MAX_WORDS);
  const words = typed.map(quoted);
  const first = Math.min(Math.max(0, q.limit), MAX_PRODUCTS);
  if (words.length === 0 || first === 0) return [];
  // A single code may be an article number, which is asked for as such too: it need not be among what a bare word searches.
  const code = words.length === 1 && /\d|-/.test(typed[0] ?? '');
  const all = await search(ask, clock, access, code ? `${words.join('')} OR sku:${words.join('')}` : words.join(' AND '), first);
  if (all.length > 0 || words.length === 1) return all;
  return search(ask, clock, access, words.join(' OR '), first);
}

async function search(ask: Ask, clock: Clock, access: Access, words: string, first: number): Promise<Product[]> {
  const answer = await ask(access, PRODUCT_SEARCH, ProductSearchAnswer, { query: `status:active AND published_status:published AND (${words})`, first, variants: first <= FEW ? VARIANTS.ofFew : VARIANTS.ofMany });
  const readAt = clock();
  // Active is not on sale: what has no page in the online store (wholesale, a drop being prepared) is not for shoppers to hear of.
  return answer.products.nodes.filter((node) => node.status === 'ACTIVE' && webAddress(node.onlineStoreUrl) !== null).map((node) => productOf(node, answer.shop.currencyCode, readAt));
}

function productOf(node: ProductNode, currency: string, readAt: number): Product {
  return {
    id: node.id,
    title: node.title,
    description: node.description ?? '',
    vendor: node.vendor ? node.vendor : null,
    type: node.productType ? node.productType : null,
    tags: node.tags ?? [],
    url: webAddress(node.onlineStoreUrl),
    image: webAddress(node.featuredMedia?.preview?.image?.url),
    variants: node.variants.nodes.map((variant) => ({
      id: variant.id,
      title: variant.title ?? '',
      sku: variant.sku ? variant.sku : null,
      price: variant.price ? moneyOf(variant.price, currency) : null,
      available: variant.availableForSale ?? false,
    })),
    readAt,
  };
}
