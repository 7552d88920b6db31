import { Bug, Rejected } from '../../contracts/index.js';
import type { Collection, CollectionSpec, Stored, WholeStore } from '../port.js';
import type { BackupItem } from './read.js';

/** The collections a release keeps, by name. */
export type Catalogue = ReadonlyMap<string, CollectionSpec<Stored>>;

/** Writes under way at a time: enough to fill group commits and a pool of connections. */
const AT_ONCE = 200;

/** Throws `Rejected` when this release does not keep such a document; for looking through a backup before it is loaded. */
export function mustFit(item: BackupItem, catalogue: Catalogue): void {
  if (item.kind === 'head') {
    const unknown = item.head.collections.find(({ name, count }) => count > 0 && !catalogue.has(name));
    if (unknown !== undefined) throw unknownCollection(unknown.name);
    return;
  }
  if (item.kind === 'blob') return;
  const spec = catalogue.get(item.collection);
  if (spec === undefined) throw unknownCollection(item.collection);
  try {
    spec.parse(item.document);
  } catch (cause) {
    throw new Rejected(`the backup holds ${item.collection}/${item.document.id}, which this release cannot read: restore it with the release that made it.`, { code: 'backup.newer-schema', cause });
  }
}

/**
 * Fills an empty store. No process can open it anew until all of it is there: a load that fails or dies leaves a store
 * that says so. Throws `Rejected` when the store is not empty, or when the items do not fit it.
 */
export async function loadBackup(store: WholeStore, items: AsyncIterable<BackupItem>, catalogue: Catalogue): Promise<{ documents: number; blobs: number }> {
  await store.beginFilling();
  const collections = new Map<string, Collection<Stored>>();
  for (const [name, spec] of catalogue) collections.set(name, store.collection(spec));
  await store.ready();
  const loaded = { documents: 0, blobs: 0 };
  let writing: Promise<void>[] = [];
  try {
    for await (const item of items) {
      if (item.kind === 'head') continue;
      if (item.kind === 'blob') {
        // One at a time: they are large.
        await store.blobs.put(item.blob);
        loaded.blobs += 1;
        continue;
      }
      const rows = collections.get(item.collection);
      if (rows === undefined) throw unknownCollection(item.collection);
      writing.push(rows.insert(item.document));
      loaded.documents += 1;
      if (writing.length < AT_ONCE) continue;
      await Promise.all(writing);
      writing = [];
    }
    await Promise.all(writing);
  } finally {
    // What was begun beside a write that failed ends before this does.
    await Promise.allSettled(writing);
  }
  let kept = 0;
  for (const rows of collections.values()) kept += await rows.count('all', {});
  if (kept !== loaded.documents) throw new Bug(`${loaded.documents} documents were loaded and ${kept} are there`, { code: 'backup.count' });
  await store.endFilling();
  return loaded;
}

function unknownCollection(name: string): Rejected {
  return new Rejected(`the backup holds a collection "${name}" this release does not know: it is of a newer release, restore it with that.`, { code: 'backup.newer-schema' });
}
