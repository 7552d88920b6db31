import type { Log } from '../../contracts/index.js';

/** Tells the operator of what is wrong in the shared Redis: each kind of trouble once in the log, every time in the counts. */
export class Reports {
  readonly #told = new Set<string>();
  readonly #log: Log | undefined;
  readonly #count: (what: string) => void;

  constructor(log: Log | undefined, count: (what: string) => void) {
    this.#log = log;
    this.#count = count;
  }

  /** Keys are never named in the log: what callers put into them may be personal. */
  once(kind: string, facts: object, message: string): void {
    this.#count(`signals/${kind}`);
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#log?.warn({ kind, ...facts }, message);
  }

  /** A kind of trouble is over, and worth telling of should it come again. */
  over(kind: string, facts: object, message: string): void {
    if (this.#told.delete(kind)) this.#log?.info({ kind, ...facts }, message);
  }

  /** Something under one of our keys that is not ours. */
  foreign(part: string): void {
    this.once(`foreign-${part}`, {}, `a ${part} key in Redis held something that is not Parley's; it was taken as absent and overwritten. Does another program use the same prefix?`);
  }

  /** A command that Redis refused (out of memory, no permission, a script it does not run); the caller goes on without. */
  refused(part: string, error: unknown): void {
    this.once(`refused-${part}`, { error: error instanceof Error ? error.message : String(error) }, `Redis refuses the commands of ${part}; going on without it`);
  }
}
