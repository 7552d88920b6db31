import { z } from 'zod';
import { Id, Instant } from './ids.js';

/** One document of a tenant's knowledge as its source holds it: a policy, a page, an article, a product, an FAQ. */
export const Doc = z.object({
  id: Id,
  kind: z.enum(['policy', 'page', 'article', 'faq', 'product']),
  title: z.string().max(500),
  /** Plain text or HTML, as `format` says. */
  body: z.string().max(500_000),
  format: z.enum(['text', 'html']),
  language: z.enum(['zh', 'en', 'other']).nullable(),
  url: z.string().nullable(),
  updatedAt: Instant.nullable(),
});
export type Doc = z.infer<typeof Doc>;
export type DocRef = { id: string; updatedAt: Instant | null };

/** A piece of a document small enough to quote: what answers rest on. */
export const Passage = z.object({
  id: Id,
  docId: Id,
  kind: Doc.shape.kind,
  title: z.string(),
  /** The heading path above the passage, outermost first. */
  headings: z.array(z.string()),
  text: z.string(),
  language: z.enum(['zh', 'en', 'other']),
  url: z.string().nullable(),
  updatedAt: Instant.nullable(),
});
export type Passage = z.infer<typeof Passage>;
