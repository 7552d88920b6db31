// Products and variants.
import { z } from 'zod';
import type { ShopProduct, ShopVariant } from '../../shop/shop-file.js';
import { connect, pageArguments } from '../connection.js';
import type { SearchIndex } from '../search-match.js';
import { cents, fromCents, gid, image, instant, plainText, type GraphContext, type GraphObject, type Listing } from './context.js';

/** What `products(query:)` searches. */
const productIndex: SearchIndex<ShopProduct> = {
  fields: {
    id: { kind: 'id', values: (p) => [p.id] },
    title: { kind: 'text', values: (p) => [p.title] },
    handle: { kind: 'keyword', values: (p) => [p.handle] },
    vendor: { kind: 'keyword', values: (p) => [p.vendor] },
    product_type: { kind: 'keyword', values: (p) => [p.productType] },
    status: { kind: 'keyword', values: (p) => [p.status] },
    tag: { kind: 'keyword', values: (p) => p.tags },
    tag_not: { kind: 'keyword', values: (p) => p.tags, negated: true },
    sku: { kind: 'keyword', values: (p) => p.variants.map((v) => v.sku) },
    barcode: { kind: 'keyword', values: (p) => p.variants.map((v) => v.barcode) },
    variant_id: { kind: 'id', values: (p) => p.variants.map((v) => v.id) },
    variant_title: { kind: 'text', values: (p) => p.variants.map((v) => v.title) },
    price: { kind: 'number', values: (p) => p.variants.map((v) => v.price) },
    inventory_total: { kind: 'number', values: (p) => [String(stock(p))] },
    updated_at: { kind: 'time', values: (p) => [p.updatedAt] },
    published_status: { kind: 'keyword', values: (p) => (p.status === 'ACTIVE' ? ['published', 'visible', 'online_store_channel'] : ['unpublished', 'online_store_channel']) },
  },
  defaults: (p) => [p.title, p.vendor, p.productType, ...p.tags, ...p.variants.map((v) => v.sku)],
};

/** How products are listed. */
export function productListing(context: GraphContext): Listing<ShopProduct> {
  return {
    field: 'products',
    index: productIndex,
    defaultSort: 'ID',
    id: (p) => p.id,
    toNode: (p) => productNode(context, p),
    sorts: {
      ID: (p) => BigInt(p.id),
      RELEVANCE: (p) => BigInt(p.id),
      TITLE: (p) => p.title,
      VENDOR: (p) => p.vendor,
      PRODUCT_TYPE: (p) => p.productType,
      UPDATED_AT: (p) => Date.parse(p.updatedAt),
      INVENTORY_TOTAL: stock,
    },
  };
}

type OwnedVariant = { product: ShopProduct; variant: ShopVariant };

/** How variants are listed over all products. */
export function variantListing(context: GraphContext): Listing<OwnedVariant> {
  return {
    field: 'productVariants',
    defaultSort: 'ID',
    id: ({ variant }) => variant.id,
    toNode: ({ product, variant }) => variantNode(context, product, variant),
    sorts: {
      ID: ({ variant }) => BigInt(variant.id),
      RELEVANCE: ({ variant }) => BigInt(variant.id),
      SKU: ({ variant }) => variant.sku,
      TITLE: ({ variant }) => variant.title,
      INVENTORY_QUANTITY: ({ variant }) => variant.inventoryQuantity,
    },
    index: {
      fields: {
        id: { kind: 'id', values: ({ variant }) => [variant.id] },
        sku: { kind: 'keyword', values: ({ variant }) => [variant.sku] },
        barcode: { kind: 'keyword', values: ({ variant }) => [variant.barcode] },
        title: { kind: 'text', values: ({ variant }) => [variant.title] },
        product_id: { kind: 'id', values: ({ product }) => [product.id] },
        product_status: { kind: 'keyword', values: ({ product }) => [product.status] },
        product_type: { kind: 'keyword', values: ({ product }) => [product.productType] },
        vendor: { kind: 'keyword', values: ({ product }) => [product.vendor] },
        tag: { kind: 'keyword', values: ({ product }) => product.tags },
        inventory_quantity: { kind: 'number', values: ({ variant }) => [String(variant.inventoryQuantity)] },
      },
      defaults: ({ product, variant }) => [product.title, variant.title, variant.sku, product.vendor, product.productType, ...product.tags],
    },
  };
}

const truncation = z.object({ truncateAt: z.number().int().nullish() });
const firstArgument = z.object({ first: z.number().int().min(0).nullish() });

/** One product. */
export function productNode(context: GraphContext, p: ShopProduct): GraphObject {
  const { currency, publicUrl } = context.shop.file.shop;
  const prices = p.variants.map((v) => cents(v.price)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const money = (amount: bigint | undefined): GraphObject => ({ amount: fromCents(amount ?? 0n), currencyCode: currency });
  const picture = image(p.image, p.title);
  const url = p.status === 'ACTIVE' ? `${publicUrl.replace(/\/$/, '')}/products/${p.handle}` : null;
  const media =
    picture === null
      ? null
      : { __typename: 'MediaImage', id: gid('MediaImage', p.id), alt: p.title, mediaContentType: 'IMAGE', status: 'READY', image: picture, preview: { image: picture, status: 'READY' } };
  const text = plainText(p.descriptionHtml);
  return {
    __typename: 'Product',
    id: gid('Product', p.id),
    legacyResourceId: p.id,
    handle: p.handle,
    title: p.title,
    description: (args: unknown) => text.slice(0, truncation.parse(args).truncateAt ?? undefined),
    descriptionHtml: p.descriptionHtml,
    vendor: p.vendor,
    productType: p.productType,
    tags: p.tags,
    status: p.status,
    updatedAt: instant(p.updatedAt),
    isGiftCard: false,
    hasOnlyDefaultVariant: p.variants.length === 1 && p.options.length <= 1 && p.variants[0]?.title === 'Default Title',
    hasOutOfStockVariants: p.variants.some((v) => v.inventoryQuantity <= 0),
    totalInventory: stock(p),
    tracksInventory: true,
    onlineStoreUrl: url,
    onlineStorePreviewUrl: url,
    featuredImage: picture,
    featuredMedia: media,
    media: (args: unknown) => connect(media === null ? [] : [media], { value: () => 0, id: () => p.id }, pageArguments.parse(args), 'media', (m) => m),
    images: (args: unknown) => connect(picture === null ? [] : [picture], { value: () => 0, id: () => p.id }, pageArguments.parse(args), 'images', (m) => m),
    mediaCount: { count: media === null ? 0 : 1, precision: 'EXACT' },
    options: (args: unknown) =>
      p.options.slice(0, firstArgument.parse(args).first ?? undefined).map((option, i) => ({
        __typename: 'ProductOption',
        id: gid('ProductOption', `${p.id}${i + 1}`),
        name: option.name,
        position: i + 1,
        values: option.values,
      })),
    priceRangeV2: { minVariantPrice: money(prices[0]), maxVariantPrice: money(prices.at(-1)) },
    variantsCount: { count: p.variants.length, precision: 'EXACT' },
    variants: (args: unknown) =>
      connect([...p.variants.entries()], { value: ([i]) => i, id: ([, v]) => v.id }, pageArguments.parse(args), 'variants', ([, v]) => variantNode(context, p, v)),
    translations: [],
  };
}

/** One variant of a product. */
export function variantNode(context: GraphContext, p: ShopProduct, v: ShopVariant): GraphObject {
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', v.id),
    legacyResourceId: v.id,
    title: v.title,
    displayName: `${p.title} - ${v.title}`,
    sku: v.sku === '' ? null : v.sku,
    barcode: v.barcode,
    price: v.price,
    compareAtPrice: null,
    position: p.variants.indexOf(v) + 1,
    inventoryQuantity: v.inventoryQuantity,
    sellableOnlineQuantity: Math.max(0, v.inventoryQuantity),
    availableForSale: p.status === 'ACTIVE' && v.inventoryQuantity > 0,
    inventoryPolicy: 'DENY',
    selectedOptions: v.selectedOptions,
    updatedAt: instant(p.updatedAt),
    product: () => productNode(context, p),
    translations: [],
  };
}

function stock(p: ShopProduct): number {
  return p.variants.reduce((sum, v) => sum + v.inventoryQuantity, 0);
}
