// How the demo shop's goods are written down, and how a line of the list becomes a product with its variants.
import type { ShopProduct, ShopVariant } from '../shop-file.js';

/** One product as its author writes it: once in English, once in Chinese. */
export interface CatalogEntry {
  readonly handle: string;
  /** Printed on the box; the first part of every SKU. */
  readonly model: string;
  readonly title: string;
  readonly zh: string;
  readonly type: string;
  /** English and Chinese search words. The first tag is the department. */
  readonly tags: readonly string[];
  /** US dollars. One price for all, or one for each value of the first option. */
  readonly price: number | readonly number[];
  readonly options: readonly (readonly [name: string, values: readonly string[]])[];
  readonly about: string;
  readonly aboutZh: string;
  /** Titles of variants that are sold out, or `all`. */
  readonly soldOut?: 'all' | readonly string[];
  readonly status?: 'DRAFT' | 'ARCHIVED';
}

/** Turns entry number `index` of the list into a product. `stock` says how many pieces a variant has that is not sold out. */
export function toProduct(entry: CatalogEntry, index: number, updatedAt: string, image: string, stock: () => number): ShopProduct {
  const choices = combinations(entry.options.map(([name, values]) => values.map((value) => ({ name, value }))));
  const variants = choices.map((selected, v): ShopVariant => {
    const title = selected.map((s) => s.value).join(' / ') || 'Default Title';
    const soldOut = entry.soldOut === 'all' || (entry.soldOut?.includes(title) ?? false);
    return {
      // Above 2^53 and odd, so that a parser that rounds makes two variants one.
      id: String(9_107_199_254_740_993n + BigInt(index * 100 + v) * 2n),
      title,
      sku: [entry.model, ...selected.map((s) => code(s.value))].join('-'),
      barcode: v === 0 ? `20000${String(index + 1).padStart(4, '0')}017` : null,
      price: priceOf(entry, selected[0]?.value).toFixed(2),
      inventoryQuantity: soldOut ? 0 : stock(),
      selectedOptions: selected.length > 0 ? selected : [{ name: 'Title', value: 'Default Title' }],
    };
  });
  return {
    id: String(7_402_110_000_001 + index * 37),
    handle: entry.handle,
    title: entry.title,
    descriptionHtml: `<p lang="en">${entry.about}</p><h3 lang="zh-CN">${entry.zh}</h3><p lang="zh-CN">${entry.aboutZh}</p>`,
    vendor: 'Fernway',
    productType: entry.type,
    tags: [...entry.tags],
    status: entry.status ?? 'ACTIVE',
    image,
    options: entry.options.length > 0 ? entry.options.map(([name, values]) => ({ name, values: [...values] })) : [{ name: 'Title', values: ['Default Title'] }],
    variants,
    updatedAt,
  };
}

function priceOf(entry: CatalogEntry, first: string | undefined): number {
  if (typeof entry.price === 'number') return entry.price;
  const values = entry.options[0]?.[1] ?? [];
  const price = entry.price[first === undefined ? 0 : values.indexOf(first)];
  if (price === undefined) throw new RangeError(`${entry.handle}: a price is missing for ${String(first)}`);
  return price;
}

/** `Forest green` -> `FORGRE`, `0.5 L` -> `05L`, `42` -> `42`: short, and different within one product. */
function code(value: string): string {
  return value.split(/\s+/).map((word) => word.replace(/[^A-Za-z0-9]/g, '').slice(0, 3).toUpperCase()).join('');
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((made, list) => made.flatMap((m) => list.map((one) => [...m, one])), [[]]);
}
