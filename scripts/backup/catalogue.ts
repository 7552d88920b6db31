import { openRecords } from '@parley/core/conversation';
import { createKnowledgeLibrary } from '@parley/core/knowledge';
import { createIdentities, type Master } from '@parley/core/security';
import { createMemoryJobs, createMemorySignals } from '@parley/core/signals';
import { openSqliteStore, type Catalogue, type CollectionSpec, type Store, type Stored } from '@parley/core/storage';
import { quiet } from './quiet.js';

/** Every collection this release keeps: asked of those who keep them, on a store in memory, so that none can be forgotten here. */
export async function catalogueOf(master: Master): Promise<Catalogue> {
  const specs = new Map<string, CollectionSpec<Stored>>();
  const inner = await openSqliteStore({ file: ':memory:' });
  const store: Store = {
    exclusive: inner.exclusive,
    blobs: inner.blobs,
    ready: () => inner.ready(),
    ping: () => inner.ping(),
    close: () => inner.close(),
    collection<T extends Stored>(spec: CollectionSpec<T>) {
      specs.set(spec.name, spec);
      return inner.collection(spec);
    },
  };
  const clock = Date.now;
  const signals = createMemorySignals({ clock, log: quiet });
  const jobs = createMemoryJobs({ clock, log: quiet });
  openRecords(store);
  createIdentities({ store, master, clock, random: (n) => new Uint8Array(n) });
  const sources = { all: () => Promise.resolve([]), byId: () => Promise.resolve(null), call: () => Promise.reject(new Error('no host is asked while collections are listed')) };
  createKnowledgeLibrary({ store, sources, connectors: new Map(), news: signals.news, jobs, clock, log: quiet });
  await jobs.close();
  await signals.close();
  await inner.close();
  return specs;
}
