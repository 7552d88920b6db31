import type { z } from 'zod';
import type { Doc } from '@parley/core/contracts';
import type { Access, Ask } from './admin.js';
import { inAllLanguages, productFacts } from './doc-body.js';
import { docIdFor } from './doc-id.js';
import { instantOf } from './instant.js';
import { PageNode, PageReadAnswer, PolicyReadAnswer, ProductDocNode, ProductReadAnswer } from './knowledge-answers.js';
import { PAGE_READ, POLICY_READ, PRODUCT_READ } from './operations/knowledge.js';
import { webAddress } from './shipments.js';

/** Records read by one question: pages and products carry long texts and each product its variants. */
const BATCH = 20;
const MAX_TITLE = 500;
const MAX_BODY = 500_000;

/** Policies of the given types; empty ones and those that are gone are left out. */
export async function readPolicies(ask: Ask, access: Access, types: readonly string[]): Promise<Doc[]> {
  if (types.length === 0) return [];
  const { shop } = await ask(access, POLICY_READ, PolicyReadAnswer);
  return shop.shopPolicies
    .filter((policy) => types.includes(policy.type))
    .flatMap((policy) => doc(docIdFor('policy', policy.type), 'policy', policy.title ?? titleOfType(policy.type), inAllLanguages(policy.body ?? '', policy), webAddress(policy.url), policy.updatedAt));
}

/** Published pages with the given ids. */
export async function readPages(ask: Ask, access: Access, ids: readonly string[]): Promise<Doc[]> {
  const docs: Doc[] = [];
  for (const batch of batches(ids)) {
    const { shop, nodes } = await ask(access, PAGE_READ, PageReadAnswer, { ids: batch });
    const base = shop.primaryDomain?.url.replace(/\/$/, '');
    for (const page of fitting(PageNode, nodes)) {
      if (page.isPublished !== true) continue;
      const url = base && page.handle ? webAddress(`${base}/pages/${encodeURIComponent(page.handle)}`) : null;
      docs.push(...doc(docIdFor('page', page.id), 'page', page.title ?? '', inAllLanguages(page.body ?? '', page), url, page.updatedAt));
    }
  }
  return docs;
}

/** Products on sale with the given ids. */
export async function readProducts(ask: Ask, access: Access, ids: readonly string[]): Promise<Doc[]> {
  const docs: Doc[] = [];
  for (const batch of batches(ids)) {
    const { nodes } = await ask(access, PRODUCT_READ, ProductReadAnswer, { ids: batch });
    for (const product of fitting(ProductDocNode, nodes)) {
      if (product.status !== 'ACTIVE' || webAddress(product.onlineStoreUrl) === null) continue;
      docs.push(...doc(docIdFor('product', product.id), 'product', product.title, `${inAllLanguages(product.descriptionHtml ?? '', product)}${productFacts(product)}`, webAddress(product.onlineStoreUrl), product.updatedAt));
    }
  }
  return docs;
}

function doc(id: string | null, kind: Doc['kind'], title: string, body: string, url: string | null, updatedAt: string | null | undefined): Doc[] {
  if (id === null || body.trim() === '') return [];
  return [{ id, kind, title: title.slice(0, MAX_TITLE), body: body.slice(0, MAX_BODY), format: 'html', language: null, url, updatedAt: instantOf(updatedAt) }];
}

/** Nodes of the wanted kind: an id that is gone answers null, one of another kind answers without fields. */
function fitting<T>(form: z.ZodType<T>, nodes: readonly unknown[]): T[] {
  return nodes.flatMap((node) => {
    const parsed = form.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
}

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += BATCH) yield ids.slice(from, from + BATCH);
}

function titleOfType(type: string): string {
  return type.toLowerCase().replaceAll('_', ' ');
}
