import { LRUCache } from 'lru-cache';
import type { Clock } from '../../contracts/index.js';
import type { Cache } from '../port.js';

/** A value with the instant it ends. Wrapped, so that null and undefined can be kept too. */
interface Kept {
  value: unknown;
  until: number;
}

/** Values within this process, the least recently used going first when there are too many. Callers share the value itself: they must not change it. */
export class MemoryCache implements Cache {
  readonly #kept: LRUCache<string, Kept>;
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly #clock: Clock;

  constructor(clock: Clock, maxEntries: number) {
    this.#clock = clock;
    this.#kept = new LRUCache<string, Kept>({ max: maxEntries });
  }

  through<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    // What a key holds is what its callers' `load` yields: the key stands for the type, which no check could prove here.
    const kept = this.#kept.get(key);
    if (kept !== undefined && this.#clock() < kept.until) return Promise.resolve(kept.value as T);
    const loading = this.#loading.get(key);
    if (loading !== undefined) return loading as Promise<T>;
    // `load` begins after it is registered here, and its synchronous throw is a rejection like any other.
    const started = Promise.resolve().then(load);
    this.#loading.set(key, started);
    const settle = (kept: Kept | null): void => {
      // Dropped meanwhile: what was loaded may be what the drop was about. Those who waited get it, nobody after them.
      if (this.#loading.get(key) !== started) return;
      this.#loading.delete(key);
      if (kept !== null) this.#kept.set(key, kept);
    };
    started.then(
      (value) => settle({ value, until: this.#clock() + ttlMs }),
      () => settle(null),
    );
    return started;
  }

  drop(key: string): Promise<void> {
    this.#kept.delete(key);
    this.#loading.delete(key);
    return Promise.resolve();
  }

  /** Entries kept, ended ones that nobody asked for again included. */
  get size(): number {
    return this.#kept.size;
  }

  clear(): void {
    this.#kept.clear();
    this.#loading.clear();
  }
}
