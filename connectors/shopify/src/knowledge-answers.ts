import { z } from 'zod';

/** The forms of knowledge answers: only what is used. */

const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const Updated = z.string().nullish();

const Translated = z.array(z.object({ key: z.string(), value: z.string().nullish() })).nullish();
/** Published translations by locale; empty where the shop has none. */
const Translations = { zhCn: Translated, zhTw: Translated, en: Translated };
export type Translations = { [L in keyof typeof Translations]?: z.infer<typeof Translated> };

/** One page of a connection. */
export interface Listed<T> {
  nodes: T[];
  pageInfo: z.infer<typeof PageInfo>;
}

export const PolicyListAnswer = z.object({ shop: z.object({ shopPolicies: z.array(z.object({ type: z.string(), updatedAt: Updated })) }) });
export const PageListAnswer = z.object({ pages: z.object({ nodes: z.array(z.object({ id: z.string(), isPublished: z.boolean().nullish(), updatedAt: Updated })), pageInfo: PageInfo }) });
export const ProductListAnswer = z.object({ products: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string(), updatedAt: Updated })), pageInfo: PageInfo }) });

export const PolicyReadAnswer = z.object({
  shop: z.object({ shopPolicies: z.array(z.object({ type: z.string(), title: z.string().nullish(), body: z.string().nullish(), url: z.string().nullish(), updatedAt: Updated, ...Translations })) }),
});

export const PageNode = z.object({ id: z.string(), title: z.string().nullish(), body: z.string().nullish(), handle: z.string().nullish(), isPublished: z.boolean().nullish(), updatedAt: Updated, ...Translations });
export const PageReadAnswer = z.object({ shop: z.object({ primaryDomain: z.object({ url: z.string() }).nullish() }), nodes: z.array(z.unknown()) });

export const ProductDocNode = z.object({
  id: z.string(),
  title: z.string(),
  descriptionHtml: z.string().nullish(),
  vendor: z.string().nullish(),
  productType: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  status: z.string(),
  onlineStoreUrl: z.string().nullish(),
  updatedAt: Updated,
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()).nullish() })).nullish(),
  variants: z.object({ nodes: z.array(z.object({ sku: z.string().nullish(), barcode: z.string().nullish() })) }).nullish(),
  ...Translations,
});
export type ProductDocNode = z.infer<typeof ProductDocNode>;
export const ProductReadAnswer = z.object({ nodes: z.array(z.unknown()) });
