import { LRUCache } from 'lru-cache';

/** Characters of bodies kept per collection. */
const MAX_CHARS = 4 * 1024 * 1024;

/** A document as it stands in the file. */
export interface KeptBody {
  tenant: string;
  body: string;
}

/**
 * The bodies written or read last, by collection and id. Right only because this process holds the file alone: every
 * write passes by here. Written inside the transaction, so a transaction that fails must `clear` it.
 */
export class BodyCache {
  readonly #kept = new Map<string, LRUCache<string, KeptBody>>();

  of(collection: string): LRUCache<string, KeptBody> {
    let kept = this.#kept.get(collection);
    if (kept === undefined) this.#kept.set(collection, (kept = new LRUCache<string, KeptBody>({ maxSize: MAX_CHARS, sizeCalculation: (k) => k.body.length + 1 })));
    return kept;
  }

  clear(): void {
    for (const kept of this.#kept.values()) kept.clear();
  }
}
