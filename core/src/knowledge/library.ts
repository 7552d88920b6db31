import { z } from 'zod';
import { ParleyError, type Clock, type Connector, type Language, type Log, type Passage } from '../contracts/index.js';
import type { JobKind, Jobs, News } from '../signals/index.js';
import type { Store } from '../storage/index.js';
import { createDocuments } from './documents.js';
import { bestSentences } from './quote.js';
import { createReading, type ChangedEntity, type Sources } from './reading.js';
import { sentencesOf } from './sentences.js';
import { createShelves } from './shelves.js';

/** Below this share of the question covered, "I don't know" is the better answer. */
const SURE = 0.4;
const SENTENCES = 3;
/** Pages and policies announce no change at some hosts: everything is read anew this often. */
const REREAD_MS = 60 * 60_000;

/** Reading everything of an installation: hosts that are away for a while are tried for the better part of an hour. */
const READING: JobKind<{ installation: string }> = { name: 'read-pages', data: z.strictObject({ installation: z.string() }), attempts: 8, atOnce: 4 };

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

/** What the shops' pages and products say: read from the hosts, kept, indexed, and brought up to date by change events. */
export interface KnowledgeLibrary {
  /** @param reads whether this process sees to it that every shop is read, now and every hour; one process is enough */
  start(options: { reads: boolean }): Promise<void>;
  stop(): Promise<void>;
  /** Has everything of an installation read anew, in the background, wherever background work is done. Throws `Retryable` where that cannot be asked for now. */
  refresh(installation: string): Promise<void>;
  /** Brings one changed record up to date. */
  changed(installation: string, entity: ChangedEntity, entityId: string, change: 'created' | 'updated' | 'deleted'): Promise<void>;
  forget(installation: string): Promise<void>;
  /** Has these installations' indexes at hand for `search` and `onTopic`, which see only what is. */
  ready(installations: readonly string[]): Promise<void>;
  /** What the page on a topic says to a question whose own words it need not hold; null where no page is on that topic. */
  onTopic(installations: readonly string[], topic: string, text: string, language: Language, kinds: readonly Passage['kind'][]): Found | null;
  search(installations: readonly string[], text: string, language: Language, kinds: readonly Passage['kind'][], limit: number): Found[];
  status(installation: string): Promise<{ documents: number; updatedAt: number | null }>;
}

export function createKnowledgeLibrary(deps: { store: Store; sources: Sources; connectors: ReadonlyMap<string, Connector>; news: News; jobs: Jobs; clock: Clock; log: Log }): KnowledgeLibrary {
  const { store, sources, connectors, news, jobs, clock, log } = deps;
  const documents = createDocuments(store, clock);
  const topic = (installation: string) => `pages/${installation}`;
  const shelves = createShelves({ documents, clock, follow: (installation, onNews) => news.subscribe(topic(installation), onNews) });
  const reading = createReading({ documents, sources, connectors, log, onWritten: written });
  let rereading: NodeJS.Timeout | undefined;

  function written(installation: string): void {
    shelves.changed(installation);
    news.publish(topic(installation));
  }

  async function schedule(installation: string): Promise<void> {
    await jobs.add(READING, { installation }, { key: installation });
  }

  async function rereadAll(wanted: (installation: string) => Promise<boolean>): Promise<void> {
    try {
      for (const record of await sources.all()) if (record.state === 'active' && connectors.get(record.connector)?.knowledge !== undefined && (await wanted(record.id))) await schedule(record.id);
    } catch (e) {
      log.error({ code: ParleyError.isInstance(e) ? e.code : 'unexpected', error: e instanceof Error ? e.message : String(e) }, 'the shops to read anew could not be listed');
    }
  }

  const library: KnowledgeLibrary = {
    async start({ reads }) {
      if (!reads) return;
      jobs.define(READING, (run) => reading.all(run.data.installation, run.signal, (share) => run.progress(share)));
      await rereadAll(async (installation) => (await documents.status(installation)).updatedAt === null);
      rereading = setInterval(() => void rereadAll(() => Promise.resolve(true)), REREAD_MS);
    },
    stop() {
      clearInterval(rereading);
      return Promise.resolve();
    },
    refresh: schedule,
    changed: (installation, entity, entityId, change) => reading.one(installation, entity, entityId, change),
    async forget(installation) {
      await documents.forgetAll(installation);
      shelves.forget(installation);
    },
    async ready(installations) {
      await Promise.all(installations.map((id) => shelves.ready(id)));
    },
    search(installations, text, language, kinds, limit) {
      const wanted = new Set(kinds);
      const found = installations.flatMap((id) => {
        const shelf = shelves.of(id);
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
      const index = installations.map((id) => shelves.of(id)?.pages).find((i) => i?.passagesOf(page.passage.docId).length);
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
    status: (installation) => documents.status(installation),
  };
  return library;
}
