import type { Connector, Doc, DocRef, EventBody, Installation, KnowledgeSource, Log } from '../contracts/index.js';
import type { Documents, Place } from './documents.js';

const READ_AT_ONCE = 50;

/** An installation as reading needs it: found, and opened for a call. */
export interface Sources {
  all(): Promise<SourceRecord[]>;
  byId(id: string): Promise<SourceRecord | null>;
  call<T>(id: string, run: (i: Installation) => Promise<T>): Promise<T>;
}
export type SourceRecord = { id: string; tenant: string; connector: string; state: string };

export type ChangedEntity = Extract<EventBody, { type: 'changed' }>['entity'];

/** Reads what the hosts hold into the kept documents. */
export interface Reading {
  /** Everything of one installation; what the host lists no more goes. `progress` is called with 0 to 1. Ends early, with what was read kept, when the signal says so. */
  all(installation: string, signal: AbortSignal, progress: (share: number) => void): Promise<void>;
  /** One changed record. */
  one(installation: string, entity: ChangedEntity, entityId: string, change: 'created' | 'updated' | 'deleted'): Promise<void>;
}

/** @param onWritten told after documents of an installation changed */
export function createReading(deps: { documents: Documents; sources: Sources; connectors: ReadonlyMap<string, Connector>; log: Log; onWritten: (installation: string) => void }): Reading {
  const { documents, sources, connectors, log, onWritten } = deps;

  async function sourceOf(installation: string): Promise<{ place: Place; knowledge: KnowledgeSource } | null> {
    const record = await sources.byId(installation);
    const knowledge = record === null ? undefined : connectors.get(record.connector)?.knowledge;
    return record?.state === 'active' && knowledge !== undefined ? { place: { tenant: record.tenant, installation: record.id }, knowledge } : null;
  }

  async function refsOf(installation: string, knowledge: KnowledgeSource, signal: AbortSignal): Promise<DocRef[]> {
    const refs: DocRef[] = [];
    let cursor: string | null = null;
    do {
      const from: string | null = cursor;
      const page: { items: DocRef[]; cursor: string | null } = await sources.call(installation, (i) => knowledge.list(i, from));
      refs.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null && !signal.aborted);
    return refs;
  }

  return {
    async all(installation, signal, progress) {
      const source = await sourceOf(installation);
      if (source === null) return;
      const { place, knowledge } = source;
      const refs = await refsOf(installation, knowledge, signal);
      const listed = new Set<string>();
      let written = 0;
      const keep = async (docs: readonly Doc[]) => {
        for (const doc of docs) {
          listed.add(doc.id);
          if (await documents.keep(place, doc)) written += 1;
        }
      };
      for (let at = 0; at < refs.length; at += READ_AT_ONCE) {
        // Only a complete reading may say what is gone.
        signal.throwIfAborted();
        const some = refs.slice(at, at + READ_AT_ONCE);
        await keep(await sources.call(installation, (i) => knowledge.read(i, some)));
        progress(Math.min(1, (at + some.length) / refs.length));
        if (written > 0) onWritten(installation);
      }
      signal.throwIfAborted();
      const gone: string[] = [];
      for await (const row of documents.written(installation, null)) if (!listed.has(row.docId)) gone.push(row.docId);
      for (const docId of gone) await documents.drop(place, docId);
      await documents.forgetRemovals(installation);
      await documents.noteReading(place);
      if (written + gone.length > 0) onWritten(installation);
      log.info({ installation, documents: listed.size, written, gone: gone.length }, 'read the shop’s pages and products');
    },
    async one(installation, entity, entityId, change) {
      const source = await sourceOf(installation);
      const docId = source?.knowledge.docOf(entity, entityId) ?? null;
      if (source === null || docId === null) return;
      const { place, knowledge } = source;
      const [doc] = change === 'deleted' ? [] : await sources.call(installation, (i) => knowledge.read(i, [{ id: docId, updatedAt: null }]));
      const written = await (doc === undefined ? documents.drop(place, docId) : documents.keep(place, doc));
      if (written) onWritten(installation);
    },
  };
}
