import type { Log } from '../../contracts/index.js';
import type { News } from '../port.js';
import { Listeners } from './listeners.js';

/** News within this process. A topic nobody listens to takes no room. */
export class MemoryNews implements News {
  readonly #topics = new Map<string, Listeners<[]>>();
  readonly #log: Log | undefined;

  constructor(log: Log | undefined) {
    this.#log = log;
  }

  publish(topic: string): void {
    this.#topics.get(topic)?.tell();
  }

  subscribe(topic: string, listener: () => void): () => void {
    const listeners = this.#topics.get(topic) ?? new Listeners<[]>(this.#log);
    this.#topics.set(topic, listeners);
    const stop = listeners.add(listener);
    return () => {
      stop();
      if (listeners.size === 0 && this.#topics.get(topic) === listeners) this.#topics.delete(topic);
    };
  }

  /** Topics somebody listens to. */
  get size(): number {
    return this.#topics.size;
  }

  clear(): void {
    for (const listeners of this.#topics.values()) listeners.clear();
    this.#topics.clear();
  }
}
