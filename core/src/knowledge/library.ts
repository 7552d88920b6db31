import { z } from 'zod';
import { ParleyError, type Clock, type Connector, type Doc, type Language, type Log, type Passage } from '../contracts/index.js';
import type { JobKind, Jobs, News } from '../signals/index.js';
import type { Store } from '../storage/index.js';
import { bestAnswers, type Found, type Question } from './answers.js';
import { idOf } from '../security/signatures/index.js';
import { createDocuments, type Place } from './documents.js';
import { createReading, type ChangedEntity, type Sources } from './reading.js';
import { createShelves } from './shelves.js';

/** Pages and policies announce no change at some hosts: everything is read anew this often. */
const REREAD_MS = 60 * 60_000;

/** Reading everything of an installation: hosts that are away for a while are tried for the better part of an hour. */
const READING: JobKind<{ installation: string }> = { name: 'read-pages', data: z.strictObject({ installation: z.string() }), attempts: 8, atOnce: 4 };

/** What the shops' pages and products say: read from the hosts, kept, indexed, and brought up to date by change events. */
export interface KnowledgeLibrary {
  /** @param reads whether this process sees to it that every shop is read, now and every hour; one process is enough */
  start(options: { reads: boolean }): Promise<void>;
  stop(): Promise<void>;
  /** Has everything of an installation read anew, in the background, wherever background work is done. Throws `Retryable` where that cannot be asked for now. */
  refresh(installation: string): Promise<void>;
  /** Brings one changed record up to date. */
  changed(installation: string, entity: ChangedEntity, entityId: string, change: 'created' | 'updated' | 'deleted'): Promise<void>;
  /** Keeps a document that is read from no host: what the shop's own people have written. */
  put(place: Place, doc: Doc): Promise<void>;
  forget(installation: string): Promise<void>;
  /** Has these installations' indexes at hand for `search`, which sees only what is. */
  ready(installations: readonly string[]): Promise<void>;
  /** The passages that answer best, best first. */
  search(installations: readonly string[], question: Question, language: Language, kinds: readonly Passage['kind'][], limit: number): Found[];
  status(installation: string): Promise<{ documents: number; updatedAt: number | null }>;
}

/** Under which a tenant's own documents are kept, beside those read from its installations. */
export function ownShelf(tenant: string): string {
  return idOf('own-shelf', tenant);
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
    async put(place, doc) {
      if (await documents.keep(place, doc)) written(place.installation);
    },
    async forget(installation) {
      await documents.forgetAll(installation);
      shelves.forget(installation);
    },
    async ready(installations) {
      await Promise.all(installations.map((id) => shelves.ready(id)));
    },
    search(installations, question, language, kinds, limit) {
      const shelvesOf = installations.flatMap((id) => shelves.of(id) ?? []);
      // Reading the question costs more than looking it up: where there is nothing, it is not read.
      const indexes = shelvesOf.map((shelf) => (kinds.includes('product') ? shelf.products : shelf.pages)).filter((index) => index.size > 0);
      return bestAnswers(indexes, question, language, kinds, limit);
    },
    status: (installation) => documents.status(installation),
  };
  return library;
}
