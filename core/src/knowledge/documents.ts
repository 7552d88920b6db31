import { z } from 'zod';
import { Doc, type Clock } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import { DuplicateKey, type CollectionSpec, type Store } from '../storage/index.js';

/** A document as it was last read; without `doc`, the host has it no more. */
export const DocumentRecord = z.object({ id: z.string(), tenant: z.string(), installation: z.string(), docId: z.string(), doc: Doc.nullable(), gone: z.boolean(), writtenAt: z.number(), revision: z.number() });
export type DocumentRecord = z.infer<typeof DocumentRecord>;

const SPEC: CollectionSpec<DocumentRecord> = {
  name: 'documents',
  parse: (d) => DocumentRecord.parse(d),
  paths: { installation: 'string', gone: 'boolean', writtenAt: 'number' },
  unique: [],
  indexes: [
    { name: 'installation', paths: ['installation', 'id'] },
    { name: 'written', paths: ['installation', 'writtenAt'] },
  ],
};

/** When everything of an installation was last read to the end. */
const ReadingRecord = z.object({ id: z.string(), tenant: z.string(), readAt: z.number() });
type ReadingRecord = z.infer<typeof ReadingRecord>;

const READINGS: CollectionSpec<ReadingRecord> = { name: 'readings', parse: (d) => ReadingRecord.parse(d), paths: {}, unique: [], indexes: [] };

const PAGE = 500;
/** A removal is remembered this long, so that processes that hold the document hear of it; one that was away longer reads everything anew. */
export const REMOVALS_KEPT_MS = 24 * 3_600_000;

export type Place = { tenant: string; installation: string };

/** What was read of the shops' pages and products, kept. */
export interface Documents {
  /** Whether this is news: false where the same was kept already. */
  keep(place: Place, doc: Doc): Promise<boolean>;
  drop(place: Place, docId: string): Promise<boolean>;
  /** Everything of an installation that was written since, removals among it; `null`: from the beginning. */
  written(installation: string, since: number | null): AsyncIterable<DocumentRecord>;
  /** How much there is, and when it was last brought up to date; null: never. */
  status(installation: string): Promise<{ documents: number; updatedAt: number | null }>;
  /** Everything was read to the end. */
  noteReading(place: Place): Promise<void>;
  /** Forgets removals that everybody has heard of. */
  forgetRemovals(installation: string): Promise<void>;
  forgetAll(installation: string): Promise<void>;
}

export function createDocuments(store: Store, clock: Clock): Documents {
  const rows = store.collection(SPEC);
  const readings = store.collection(READINGS);
  const idIn = (place: Place, docId: string) => idOf('doc', place.installation, docId);

  async function* pages(where: Readonly<Record<string, string | boolean | { gte: number } | { lt: number }>>): AsyncIterable<DocumentRecord> {
    let after = '';
    for (;;) {
      const page = await rows.find('all', { where: { ...where, id: { gt: after } }, sort: [{ path: 'id', order: 'asc' }], limit: PAGE });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  }

  async function write(place: Place, docId: string, doc: Doc | null): Promise<boolean> {
    const id = idIn(place, docId);
    const known = await rows.get({ tenant: place.tenant }, id);
    if (known !== null && JSON.stringify(known.doc) === JSON.stringify(doc)) return false;
    if (known === null && doc === null) return false;
    // Read before the change that somebody else has written meanwhile.
    if (doc !== null && known?.doc?.updatedAt != null && doc.updatedAt !== null && known.doc.updatedAt > doc.updatedAt) return false;
    const set = { doc, gone: doc === null, writtenAt: clock() };
    if ((await rows.update({ tenant: place.tenant }, id, { set, inc: { revision: 1 } })) !== null) return true;
    try {
      await rows.insert({ id, ...place, docId, ...set, revision: 1 });
    } catch (e) {
      // Somebody else read the same document at the same moment.
      if (!(e instanceof DuplicateKey)) throw e;
      await rows.update({ tenant: place.tenant }, id, { set, inc: { revision: 1 } });
    }
    return true;
  }

  return {
    keep: (place, doc) => write(place, doc.id, doc),
    drop: (place, docId) => write(place, docId, null),
    written: (installation, since) => pages({ installation, ...(since === null ? { gone: false } : { writtenAt: { gte: since } }) }),
    async status(installation) {
      const [documents, reading, [latest]] = await Promise.all([
        rows.count('all', { installation, gone: false }),
        readings.get('all', installation),
        rows.find('all', { where: { installation }, sort: [{ path: 'writtenAt', order: 'desc' }], limit: 1 }),
      ]);
      const times = [reading?.readAt, latest?.writtenAt].filter((t) => t !== undefined);
      return { documents, updatedAt: times.length === 0 ? null : Math.max(...times) };
    },
    async noteReading(place) {
      const readAt = clock();
      if ((await readings.update('all', place.installation, { set: { readAt } })) !== null) return;
      try {
        await readings.insert({ id: place.installation, tenant: place.tenant, readAt });
      } catch (e) {
        if (!(e instanceof DuplicateKey)) throw e;
      }
    },
    async forgetRemovals(installation) {
      for await (const row of pages({ installation, gone: true, writtenAt: { lt: clock() - REMOVALS_KEPT_MS } })) await rows.remove('all', row.id);
    },
    async forgetAll(installation) {
      await readings.remove('all', installation);
      for await (const row of pages({ installation })) await rows.remove('all', row.id);
    },
  };
}
