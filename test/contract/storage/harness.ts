import { afterEach, beforeEach } from '@jest/globals';
import type { Collection, CollectionSpec, Store, WholeStore } from '@parley/core/storage';
import { z } from 'zod';

/** One empty store, opened for one test. */
export interface OpenedStore {
  store: WholeStore;
  /** Closes the store that was opened last and opens its data anew. */
  reopen(): Promise<WholeStore>;
  /** Closes whatever is open and removes the data. */
  dispose(): Promise<void>;
}

/** Opens an empty store of the engine under test. */
export type OpenStore = () => Promise<OpenedStore>;

export const Thing = z.object({
  id: z.string(),
  tenant: z.string(),
  name: z.string().nullish(),
  rank: z.number().nullish(),
  open: z.boolean().nullish(),
  box: z.string().nullish(),
  seq: z.number().nullish(),
  claim: z.object({ worker: z.string(), attempt: z.number() }).nullish(),
  parts: z.record(z.string(), z.object({ state: z.string(), tries: z.number().optional() })).optional(),
  note: z.unknown().optional(),
  tags: z.array(z.unknown()).optional(),
});
export type Thing = z.infer<typeof Thing>;

/** A collection with every kind of declared path, a compound unique index and plain ones. */
export const THINGS: CollectionSpec<Thing> = {
  name: 'things',
  parse: (document) => Thing.parse(document),
  paths: { name: 'string', rank: 'number', open: 'boolean', box: 'string', seq: 'number', 'claim.worker': 'string', 'claim.attempt': 'number' },
  unique: [{ name: 'box-seq', paths: ['box', 'seq'] }],
  indexes: [
    { name: 'rank', paths: ['tenant', 'rank'] },
    { name: 'worker', paths: ['claim.worker', 'claim.attempt'] },
  ],
};

export const A = { tenant: 'a' };
export const B = { tenant: 'b' };

/** What each test works on. */
export interface Bench {
  opened: OpenedStore;
  store: Store;
  things: Collection<Thing>;
}

/** Opens an empty store before each test of the enclosing block and disposes of it afterwards. */
export function freshStore(open: OpenStore): () => Bench {
  let bench: Bench | null = null;
  beforeEach(async () => {
    const opened = await open();
    bench = { opened, store: opened.store, things: opened.store.collection(THINGS) };
  });
  afterEach(async () => {
    await bench?.opened.dispose();
    bench = null;
  });
  return () => {
    if (bench === null) throw new Error('no store is open outside of a test');
    return bench;
  };
}

/** The error a promise is rejected with; fails when it resolves. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('expected a rejection with an error');
}

/** Everything an iteration yields. */
export async function all<R>(iterable: AsyncIterable<R>): Promise<R[]> {
  const items: R[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}
