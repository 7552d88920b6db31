import { LRUCache } from 'lru-cache';
import type { Clock } from '../contracts/index.js';
import { Bm25Index } from './bm25.js';
import { REMOVALS_KEPT_MS, type Documents } from './documents.js';

/** One installation's pages and products, indexed. */
export interface Shelf {
  readonly pages: Bm25Index;
  readonly products: Bm25Index;
}

/** Indexes of the installations that are asked about, in this process' memory, built when first needed and kept up with the store. */
export interface Shelves {
  /** Has the installation's shelf at hand, with everything this process was told of. Throws what the store throws. */
  ready(installation: string): Promise<void>;
  /** The shelf as it is; undefined before `ready`. */
  of(installation: string): Shelf | undefined;
  /** Something was written: the next `ready` looks. */
  changed(installation: string): void;
  forget(installation: string): void;
}

/** Where news of a change was lost, it is seen after this. */
const LOOK_MS = 30_000;
/** Writers' clocks may differ from ours, and what is written takes a moment to be seen: looking back further costs little. */
const OVERLAP_MS = 120_000;
/** At hand at once in one process: a shop's, and its own beside it. */
const SHELVES = 1_000;

interface Held extends Shelf {
  /** Which revision of each document is indexed. */
  revisions: Map<string, number>;
  lookedAt: number | null;
  stale: boolean;
  looking: Promise<void> | null;
}

/**
 * @param follow subscribes to changes of an installation's documents; returns the way to stop
 */
export function createShelves(deps: { documents: Documents; clock: Clock; follow: (installation: string, onNews: () => void) => () => void }): Shelves {
  const { documents, clock, follow } = deps;
  const following = new Map<string, () => void>();
  const held = new LRUCache<string, Held>({
    max: SHELVES,
    dispose(_shelf, installation, reason) {
      if (reason === 'set') return;
      following.get(installation)?.();
      following.delete(installation);
    },
  });

  function hold(installation: string): Held {
    const known = held.get(installation);
    // Removals older than this are forgotten: only reading everything anew tells what is gone.
    if (known !== undefined && (known.lookedAt === null || clock() - known.lookedAt < REMOVALS_KEPT_MS / 2)) return known;
    const fresh: Held = { pages: new Bm25Index(), products: new Bm25Index(), revisions: new Map(), lookedAt: null, stale: true, looking: null };
    held.set(installation, fresh);
    if (!following.has(installation)) following.set(installation, follow(installation, () => changed(installation)));
    return fresh;
  }

  function changed(installation: string): void {
    const shelf = held.peek(installation);
    if (shelf !== undefined) shelf.stale = true;
  }

  async function look(installation: string, shelf: Held): Promise<void> {
    const now = clock();
    shelf.stale = false;
    try {
      for await (const row of documents.written(installation, shelf.lookedAt === null ? null : shelf.lookedAt - OVERLAP_MS)) {
        if (shelf.revisions.get(row.docId) === row.revision) continue;
        shelf.pages.remove(row.docId);
        shelf.products.remove(row.docId);
        if (row.doc !== null) (row.doc.kind === 'product' ? shelf.products : shelf.pages).put(row.doc);
        shelf.revisions.set(row.docId, row.revision);
      }
      shelf.lookedAt = now;
    } catch (e) {
      shelf.stale = true;
      throw e;
    }
  }

  function lookOnce(installation: string, shelf: Held): Promise<void> {
    shelf.looking ??= look(installation, shelf).finally(() => (shelf.looking = null));
    return shelf.looking;
  }

  return {
    async ready(installation) {
      const shelf = hold(installation);
      // A look that began before the change may have missed it.
      if (shelf.looking !== null) await shelf.looking;
      if (shelf.stale || shelf.lookedAt === null || clock() - shelf.lookedAt > LOOK_MS) await lookOnce(installation, shelf);
    },
    of: (installation) => held.get(installation),
    changed,
    forget: (installation) => void held.delete(installation),
  };
}
