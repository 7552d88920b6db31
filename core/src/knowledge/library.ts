import { z } from 'zod';
import { Doc, ParleyError, type Clock, type Connector, type DocRef, type EventBody, type Installation, type KnowledgeSource, type Language, type Log, type Passage } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import type { CollectionSpec, Store } from '../storage/index.js';
import { Bm25Index } from './bm25.js';
import { bestSentences } from './quote.js';
import { sentencesOf } from './sentences.js';

/** A document as it was last read. */
const DocumentRecord = z.object({ id: z.string(), tenant: z.string(), installation: z.string(), doc: Doc, readAt: z.number() });
type DocumentRecord = z.infer<typeof DocumentRecord>;

const DOCUMENTS: CollectionSpec<DocumentRecord> = {
  name: 'documents',
  parse: (d) => DocumentRecord.parse(d),
  paths: { installation: 'string' },
  unique: [],
  indexes: [{ name: 'installation', paths: ['installation', 'id'] }],
};

/** Below this share of the question covered, "I don't know" is the better answer. */
const SURE = 0.4;
const SENTENCES = 3;
const READ_AT_ONCE = 50;
/** Pages and policies announce no change at some hosts: everything is read anew this often. */
const REREAD_MS = 60 * 60_000;
/** A source that could not be read is tried again after this. */
const RETRY_MS = 60_000;
const PAGE = 500;

/** A passage that may answer, with the sentences that do, exactly as they stand there. */
export interface Found {
  passage: Passage;
  score: number;
  sentences: string[];
  /** 0 to 1: how much of the question it covers. */
  coverage: number;
  /** Whether it answers well enough to be said. */
  sure: boolean;
}

/** An installation as the library needs it: found, and opened for a call. */
export interface Sources {
  all(): Promise<SourceRecord[]>;
  byId(id: string): Promise<SourceRecord | null>;
  call<T>(id: string, run: (i: Installation) => Promise<T>): Promise<T>;
}
export type SourceRecord = { id: string; tenant: string; connector: string; state: string };

/** What the shops' pages and products say: read from the hosts, kept, indexed, and brought up to date by change events. */
export interface KnowledgeLibrary {
  /** Indexes what is kept, and reads what never was. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Reads everything of an installation anew, in the background, one run at a time. */
  refresh(installation: string): void;
  /** Brings one changed record up to date. */
  changed(installation: string, entity: Extract<EventBody, { type: 'changed' }>['entity'], entityId: string, change: 'created' | 'updated' | 'deleted'): Promise<void>;
  forget(installation: string): Promise<void>;
  /** What the page on a topic says to a question whose own words it need not hold; null where no page is on that topic. */
  onTopic(installations: readonly string[], topic: string, text: string, language: Language, kinds: readonly Passage['kind'][]): Found | null;
  search(installations: readonly string[], text: string, language: Language, kinds: readonly Passage['kind'][], limit: number): Found[];
  status(installation: string): { documents: number; passages: number; updatedAt: number | null };
}

interface Shelf {
  pages: Bm25Index;
  products: Bm25Index;
  documents: Set<string>;
  updatedAt: number | null;
}

export function createKnowledgeLibrary(deps: { store: Store; sources: Sources; connectors: ReadonlyMap<string, Connector>; clock: Clock; log: Log }): KnowledgeLibrary {
  const { sources, connectors, clock, log } = deps;
  const rows = deps.store.collection(DOCUMENTS);
  const shelves = new Map<string, Shelf>();
  const refreshing = new Map<string, Promise<void>>();
  const retries = new Set<NodeJS.Timeout>();
  let rereading: NodeJS.Timeout | undefined;
  let stopped = false;

  function shelfOf(installation: string): Shelf {
    let shelf = shelves.get(installation);
    if (shelf === undefined) shelves.set(installation, (shelf = { pages: new Bm25Index(), products: new Bm25Index(), documents: new Set(), updatedAt: null }));
    return shelf;
  }

  function index(installation: string, doc: Doc, at: number): void {
    const shelf = shelfOf(installation);
    (doc.kind === 'product' ? shelf.products : shelf.pages).put(doc);
    shelf.documents.add(doc.id);
    shelf.updatedAt = Math.max(shelf.updatedAt ?? 0, at);
  }

  async function keep(source: SourceRecord, doc: Doc): Promise<void> {
    const id = idOf('doc', source.id, doc.id);
    const now = clock();
    const updated = await rows.update({ tenant: source.tenant }, id, { set: { doc, readAt: now } });
    if (updated === null) await rows.insert({ id, tenant: source.tenant, installation: source.id, doc, readAt: now });
    index(source.id, doc, now);
  }

  async function drop(source: SourceRecord, docId: string): Promise<void> {
    await rows.remove({ tenant: source.tenant }, idOf('doc', source.id, docId));
    const shelf = shelfOf(source.id);
    shelf.pages.remove(docId);
    shelf.products.remove(docId);
    shelf.documents.delete(docId);
    shelf.updatedAt = clock();
  }

  async function sourceOf(installation: string): Promise<{ record: SourceRecord; knowledge: KnowledgeSource } | null> {
    const record = await sources.byId(installation);
    const knowledge = record === null ? undefined : connectors.get(record.connector)?.knowledge;
    return record?.state === 'active' && knowledge !== undefined ? { record, knowledge } : null;
  }

  async function readAll(installation: string): Promise<void> {
    const source = await sourceOf(installation);
    if (source === null) return;
    const { record, knowledge } = source;
    const listed = new Set<string>();
    let cursor: string | null = null;
    do {
      const from: string | null = cursor;
      const page: { items: DocRef[]; cursor: string | null } = await sources.call(installation, (i) => knowledge.list(i, from));
      for (let at = 0; at < page.items.length; at += READ_AT_ONCE) {
        const some = page.items.slice(at, at + READ_AT_ONCE);
        for (const doc of await sources.call(installation, (i) => knowledge.read(i, some))) {
          listed.add(doc.id);
          await keep(record, doc);
        }
      }
      cursor = page.cursor;
    } while (cursor !== null && !stopped);
    // What the host no longer lists is gone there too; only a complete reading may say so.
    if (!stopped) for (const docId of [...shelfOf(installation).documents]) if (!listed.has(docId)) await drop(record, docId);
    log.info({ installation, documents: listed.size }, 'read the shop’s pages and products');
  }

  async function rereadAll(): Promise<void> {
    try {
      for (const record of await sources.all()) if (record.state === 'active') library.refresh(record.id);
    } catch (e) {
      log.error({ error: e instanceof Error ? e.message : String(e) }, 'the shops to read anew could not be listed');
    }
  }

  function later(installation: string): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      retries.delete(timer);
      library.refresh(installation);
    }, RETRY_MS);
    timer.unref();
    retries.add(timer);
  }

  const library: KnowledgeLibrary = {
    async start() {
      let after = '';
      for (;;) {
        const page = await rows.find('all', { where: { id: { gt: after } }, sort: [{ path: 'id', order: 'asc' }], limit: PAGE });
        for (const row of page) index(row.installation, row.doc, row.readAt);
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        after = last.id;
      }
      for (const record of await sources.all()) if (record.state === 'active' && shelfOf(record.id).documents.size === 0) library.refresh(record.id);
      rereading = setInterval(() => void rereadAll(), REREAD_MS);
    },
    async stop() {
      stopped = true;
      clearInterval(rereading);
      for (const t of retries) clearTimeout(t);
      await Promise.allSettled(refreshing.values());
    },
    refresh(installation) {
      if (stopped || refreshing.has(installation)) return;
      const run = readAll(installation)
        .catch((e: unknown) => {
          const code = ParleyError.isInstance(e) ? e.code : 'unexpected';
          log.error({ installation, code, error: e instanceof Error ? e.message : String(e) }, 'the shop’s pages could not be read; it is tried again');
          later(installation);
        })
        .finally(() => refreshing.delete(installation));
      refreshing.set(installation, run);
    },
    async changed(installation, entity, entityId, change) {
      const source = await sourceOf(installation);
      const docId = source?.knowledge.docOf(entity, entityId) ?? null;
      if (source === null || docId === null) return;
      const { record, knowledge } = source;
      const [doc] = change === 'deleted' ? [] : await sources.call(installation, (i) => knowledge.read(i, [{ id: docId, updatedAt: null }]));
      await (doc === undefined ? drop(record, docId) : keep(record, doc));
    },
    async forget(installation) {
      shelves.delete(installation);
      for (;;) {
        const page = await rows.find('all', { where: { installation }, limit: PAGE });
        for (const row of page) await rows.remove('all', row.id);
        if (page.length < PAGE) return;
      }
    },
    search(installations, text, language, kinds, limit) {
      const wanted = new Set(kinds);
      const found = installations.flatMap((id) => {
        const shelf = shelves.get(id);
        if (shelf === undefined) return [];
        const index = wanted.has('product') ? shelf.products : shelf.pages;
        return index
          .search(text, { limit: limit + 2, language })
          .filter((h) => wanted.has(h.passage.kind))
          .map((h): Found => {
            const quote = bestSentences(h.passage, text, language, SENTENCES, (term) => index.weight(term));
            return { passage: h.passage, score: h.score, sentences: quote.sentences.map((s) => s.text), coverage: quote.score, sure: quote.score >= SURE };
          });
      });
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
    onTopic(installations, topic, text, language, kinds) {
      const [page] = library.search(installations, topic, language, kinds, 1);
      if (page?.sure !== true) return null;
      const index = installations.map((id) => shelves.get(id)?.pages).find((i) => i?.passagesOf(page.passage.docId).length);
      if (index === undefined) return null;
      const all = index.passagesOf(page.passage.docId);
      const inLanguage = all.filter((p) => p.language === language);
      // Words the shop never uses tell nothing about which of its passages is meant.
      const weigh = (term: string) => (index.knows(term) ? index.weight(term) : 0);
      const ranked = (inLanguage.length > 0 ? inLanguage : all).map((passage) => ({ passage, quote: bestSentences(passage, text, language, SENTENCES, weigh) })).sort((a, b) => b.quote.score - a.quote.score);
      const [best] = ranked;
      if (best === undefined) return null;
      const sentences = best.quote.sentences.length > 0 ? best.quote.sentences : sentencesOf(best.passage.text).slice(0, 2);
      return { passage: best.passage, score: page.score, sentences: sentences.map((s) => s.text), coverage: page.coverage, sure: true };
    },
    status(installation) {
      const shelf = shelves.get(installation);
      return shelf === undefined ? { documents: 0, passages: 0, updatedAt: null } : { documents: shelf.documents.size, passages: shelf.pages.size + shelf.products.size, updatedAt: shelf.updatedAt };
    },
  };
  return library;
}
