import { asFailure, type Failure } from '../api/failure.js';

/** What is known of something that is asked for again and again. */
export interface Live<T> {
  /** The last good answer; it stays while later attempts fail. */
  data: T | null;
  /** When `data` came, in ms since 1970. */
  at: number | null;
  /** Why the last attempt failed; null after a good one. */
  failure: Failure | null;
  /** An attempt is under way. */
  loading: boolean;
}

export interface PollerOptions<T> {
  readonly load: (signal: AbortSignal) => Promise<T>;
  /** Time between an answer and the next attempt, in ms; doubled after each failure up to `slowest`. */
  every: number;
  slowest: number;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
  /** Whether anybody looks: nothing is asked for a page in the background. */
  readonly visible: () => boolean;
  readonly show: (live: Live<T>) => void;
}

/** Keeps one answer of the service fresh: one attempt at a time, none while nobody looks, slower after failures. */
export class Poller<T> {
  #live: Live<T> = { data: null, at: null, failure: null, loading: false };
  #failures = 0;
  #attempt: AbortController | null = null;
  #cancel: (() => void) | null = null;
  #stopped = true;
  readonly #options: PollerOptions<T>;

  constructor(options: PollerOptions<T>) {
    this.#options = options;
  }

  /** Begins, or goes on after `stop` with what was known. */
  start(): void {
    this.#stopped = false;
    this.reload();
  }

  /** Ends the attempt under way and asks no more. */
  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
    this.#cancel = null;
    this.#attempt?.abort();
    this.#attempt = null;
  }

  /** Asks now; an attempt under way is dropped, since it may have begun before what the caller just changed. */
  reload(): void {
    if (this.#stopped) return;
    this.#cancel?.();
    this.#cancel = null;
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#set({ ...this.#live, loading: true });
    this.#options.load(attempt.signal).then(
      (data) => {
        if (this.#attempt !== attempt) return;
        this.#failures = 0;
        this.#end({ data, at: this.#options.now(), failure: null, loading: false });
      },
      (thrown: unknown) => {
        if (this.#attempt !== attempt) return;
        this.#failures += 1;
        this.#end({ ...this.#live, failure: asFailure(thrown), loading: false });
      },
    );
  }

  /** Somebody looks again (the tab came to the front): asks unless an attempt is under way or its answer is a second old. */
  wake(): void {
    if (this.#stopped || this.#attempt !== null || !this.#options.visible()) return;
    if (this.#live.failure === null && this.#live.at !== null && this.#options.now() - this.#live.at < 1_000) return;
    this.reload();
  }

  /** Puts in what a change just answered, so that the screen need not wait for the next attempt. */
  change(by: (data: T) => T): void {
    if (this.#live.data !== null) this.#set({ ...this.#live, data: by(this.#live.data) });
  }

  #end(live: Live<T>): void {
    this.#attempt = null;
    this.#set(live);
    const wait = Math.min(this.#options.every * 2 ** this.#failures, Math.max(this.#options.slowest, this.#options.every));
    this.#cancel = this.#options.later(() => {
      this.#cancel = null;
      // In the background it sleeps; `wake` goes on.
      if (this.#options.visible()) this.reload();
    }, wait);
  }

  #set(live: Live<T>): void {
    this.#live = live;
    this.#options.show(live);
  }
}
