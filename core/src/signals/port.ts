import type { RateLimit } from '../contracts/index.js';

export type { RateLimit };

/** Tells workers that a mailbox has something to do. Losing a wake-up costs time (the sweep finds it), never a message. */
export interface Wake {
  wake(mailbox: string): void;
  /** Returns the way to stop listening. */
  onWake(listener: (mailbox: string) => void): () => void;
}

/** Fire-and-forget news on a topic to whoever listens, in any process: live streams, dropped cache entries. */
export interface News {
  publish(topic: string): void;
  subscribe(topic: string, listener: () => void): () => void;
}

/** Values that are cheap to lose. One load at a time per key, whoever asks. */
export interface Cache {
  /** The value under `key`, or what `load` yields, kept for `ttlMs`. A failed load is not kept and fails every waiter alike. */
  through<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T>;
  drop(key: string): Promise<void>;
}

/** The four ports of one engine. */
export interface Signals {
  wake: Wake;
  news: News;
  cache: Cache;
  rates: RateLimit;
  close(): Promise<void>;
}
