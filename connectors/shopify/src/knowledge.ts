import { Rejected, type DocRef, type KnowledgeSource, type Log } from '@parley/core/contracts';
import type { Access, Ask } from './admin.js';
import { CONNECTOR } from './config.js';
import { docIdFor, docSubject } from './doc-id.js';
import { instantOf } from './instant.js';
import { PageListAnswer, PolicyListAnswer, ProductListAnswer, type Listed } from './knowledge-answers.js';
import { readPages, readPolicies, readProducts } from './knowledge-reading.js';
import { PAGE_LIST, POLICY_LIST, PRODUCT_LIST } from './operations/knowledge.js';

/** Documents named by one step of a listing. */
const PAGE_SIZE = 100;

type Section = 'policies' | 'pages' | 'products';
const AFTER: Record<Section, Section | null> = { policies: 'pages', pages: 'products', products: null };

interface Step {
  items: DocRef[];
  /** Where this section goes on; null at its end. */
  next: string | null;
}

/**
 * Policies, pages and products as documents. A section whose scope the shop has not granted is left out and logged, so
 * that one missing scope does not take the rest of the knowledge away. The cursor is `<section>:<host's cursor>`.
 */
export function shopifyKnowledge(ask: Ask, log: Log): KnowledgeSource {
  return {
    docOf: docIdFor,

    async list(i, cursor) {
      const { section, after } = readCursor(cursor);
      const step = await allowed(log, i, section, async () => listSection(ask, i, section, after));
      if (step.next !== null) return { items: step.items, cursor: `${section}:${step.next}` };
      const following = AFTER[section];
      return { items: step.items, cursor: following === null ? null : `${following}:` };
    },

    async read(i, refs) {
      const subjects = refs.map((ref) => docSubject(ref.id)).filter((subject) => subject !== null);
      const types = subjects.flatMap((subject) => (subject.kind === 'policy' ? [subject.type] : []));
      const ids = (kind: 'page' | 'product'): string[] => subjects.flatMap((subject) => (subject.kind === kind ? [subject.gid] : []));
      return [...(await readPolicies(ask, i, types)), ...(await readPages(ask, i, ids('page'))), ...(await readProducts(ask, i, ids('product')))];
    },
  };
}

function readCursor(cursor: string | null): { section: Section; after: string | null } {
  const match = /^(policies|pages|products):(.*)$/s.exec(cursor ?? 'policies:');
  const section = match?.[1];
  if (section !== 'policies' && section !== 'pages' && section !== 'products') {
    throw new Rejected('Shopify: a cursor that is not one of ours', { code: 'shopify.cursor', connector: CONNECTOR });
  }
  return { section, after: match?.[2] ? match[2] : null };
}

async function listSection(ask: Ask, access: Access, section: Section, after: string | null): Promise<Step> {
  switch (section) {
    case 'policies': {
      const { shop } = await ask(access, POLICY_LIST, PolicyListAnswer);
      return { items: shop.shopPolicies.flatMap((policy) => ref(docIdFor('policy', policy.type), policy.updatedAt)), next: null };
    }
    case 'pages': {
      const { pages } = await ask(access, PAGE_LIST, PageListAnswer, { first: PAGE_SIZE, after });
      return step(pages, (node) => (node.isPublished === true ? ref(docIdFor('page', node.id), node.updatedAt) : []));
    }
    case 'products': {
      const { products } = await ask(access, PRODUCT_LIST, ProductListAnswer, { first: PAGE_SIZE, after });
      return step(products, (node) => (node.status === 'ACTIVE' ? ref(docIdFor('product', node.id), node.updatedAt) : []));
    }
  }
}

function step<T>(listed: Listed<T>, refs: (node: T) => DocRef[]): Step {
  const { hasNextPage, endCursor } = listed.pageInfo;
  return { items: listed.nodes.flatMap(refs), next: hasNextPage && endCursor ? endCursor : null };
}

function ref(id: string | null, updatedAt: string | null | undefined): DocRef[] {
  return id === null ? [] : [{ id, updatedAt: instantOf(updatedAt) }];
}

async function allowed(log: Log, access: Access, section: Section, list: () => Promise<Step>): Promise<Step> {
  try {
    return await list();
  } catch (e) {
    if (!(e instanceof Rejected) || e.code !== 'shopify.access-denied') throw e;
    log.warn({ connector: CONNECTOR, account: access.account, section, code: e.code }, 'a part of the knowledge is not granted');
    return { items: [], next: null };
  }
}
