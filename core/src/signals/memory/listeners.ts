import type { Log } from '../../contracts/index.js';

/**
 * Calls listeners after the caller has gone on, one by one. A listener that throws is logged (or, without a log, ends up
 * as an uncaught exception) and keeps nobody else from hearing.
 */
export class Listeners<A extends readonly unknown[]> {
  readonly #all = new Set<(...facts: A) => void>();
  readonly #log: Log | undefined;

  constructor(log: Log | undefined) {
    this.#log = log;
  }

  get size(): number {
    return this.#all.size;
  }

  add(listener: (...facts: A) => void): () => void {
    // Wrapped, so that one function given twice is two listeners that stop one by one.
    const own = (...facts: A): void => listener(...facts);
    this.#all.add(own);
    return () => {
      this.#all.delete(own);
    };
  }

  tell(...facts: A): void {
    for (const listener of this.#all) {
      queueMicrotask(() => {
        if (this.#all.has(listener)) this.#call(listener, facts);
      });
    }
  }

  clear(): void {
    this.#all.clear();
  }

  #call(listener: (...facts: A) => void, facts: A): void {
    try {
      listener(...facts);
    } catch (error) {
      if (this.#log === undefined) throw error;
      this.#log.error({ err: error }, 'a listener of the signals failed');
    }
  }
}
