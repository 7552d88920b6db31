import type { RateLimit } from '../contracts/index.js';

export type { RateLimit };

/** Which release of several that work at once: the one for everybody, or a new one for a share of the tenants. */
export type Track = 'stable' | 'canary';

/**
 * Tells workers that a mailbox has something to do. One process hears of it, always the same one for a mailbox while the
 * processes that listen stay the same. Losing a wake-up costs time (the sweep finds it), never a message.
 */
export interface Wake {
  /** Goes to the processes of this track; where none of it is at work, to any. `stable` when left out. */
  wake(mailbox: string, track?: Track): void;
  /** A process takes its share of the mailboxes from its first listener to its last. Returns the way to stop listening. */
  onWake(listener: (mailbox: string) => void): () => void;
  /** Whether a wake-up of this mailbox comes to this process now. A hint for who looks first, never a lock: two processes may both say yes for a moment. */
  comesHere(mailbox: string, track?: Track): boolean;
}

/** Fire-and-forget news on a topic to whoever listens, in any process: live streams, dropped cache entries. */
export interface News {
  publish(topic: string): void;
  /**
   * A call means "look again": it says nothing of how much there is, and also comes when news may have been missed (once the
   * subscription has taken effect, after a broken connection).
   */
  subscribe(topic: string, listener: () => void): () => void;
}

/** Values that are cheap to lose: JSON only, shared with other callers and not to be changed. One load at a time per key, whoever asks. */
export interface Cache {
  /** The value under `key`, or what `load` yields, kept for `ttlMs`. A failed load is not kept and fails every waiter alike. */
  through<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T>;
  /** Never read again in this process once it resolves, and in others a moment later. What was being loaded meanwhile is not kept. */
  drop(key: string): Promise<void>;
}

/** The four ports of one engine. */
export interface Signals {
  wake: Wake;
  news: News;
  cache: Cache;
  rates: RateLimit;
  /** The time that every process on this engine agrees on, in milliseconds since 1970. Throws `Retryable` where it cannot be asked. */
  time(): Promise<number>;
  /** Whether the engine answers now; for `/ready`. Throws `Retryable` when it does not. Everything above goes on without it, slower. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
