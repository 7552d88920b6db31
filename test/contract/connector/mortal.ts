import type { Store } from '@parley/core/storage';

/** A process that can die at any instruction: from then on nothing it does reaches the disk or the network. */
export interface Mortal {
  store: Store;
  fetch: typeof fetch;
  /** Ends it now, between two instructions. */
  kill: () => void;
  dead: () => boolean;
}

/**
 * Puts a store and the network into the hands of one "process". What it wrote before its end stays, nothing comes after:
 * exactly what a killed process leaves behind.
 * @param exclusive whether the store says that no other process can be at work on it
 */
export function mortal(store: Store, exclusive: boolean): Mortal {
  let gone = false;
  async function alive<T>(run: () => Promise<T>): Promise<T> {
    if (gone) throw new Error('this process is dead');
    const result = await run();
    // What was asked before the end is done; its answer reaches nobody.
    if (dead()) throw new Error('this process is dead');
    return result;
  }
  const dead = () => gone;
  return {
    dead,
    kill: () => {
      gone = true;
    },
    fetch: (url, init) => alive(() => fetch(url, init)),
    store: {
      exclusive,
      ready: () => alive(() => store.ready()),
      collection: (spec) => {
        const inner = store.collection(spec);
        return {
          insert: (d) => alive(() => inner.insert(d)),
          get: (scope, id) => alive(() => inner.get(scope, id)),
          find: (scope, query) => alive(() => inner.find(scope, query)),
          count: (scope, where) => alive(() => inner.count(scope, where)),
          update: (scope, id, change) => alive(() => inner.update(scope, id, change)),
          remove: (scope, id) => alive(() => inner.remove(scope, id)),
        };
      },
      blobs: {
        put: (blob) => alive(() => store.blobs.put(blob)),
        get: (scope, id) => alive(() => store.blobs.get(scope, id)),
        remove: (scope, id) => alive(() => store.blobs.remove(scope, id)),
      },
      ping: () => alive(() => store.ping()),
      close: () => Promise.resolve(),
    },
  };
}
