/**
 * The whole error family. Callers act on the kind alone:
 * `Retryable` try again (after `retryAfterMs`), `Unauthorized` the installation must be renewed,
 * `Rejected` will never work as asked, `Bug` our own fault.
 */
export type ErrorKind = 'retryable' | 'unauthorized' | 'rejected' | 'bug';

/** What every error of the family says: a stable code, the connector it came from, and what it is about. */
export interface ErrorFacts {
  /** Stable, namespaced and machine-readable, for example `shopify.throttled`. */
  code: string;
  /** The connector that met it, or `core`. */
  connector?: string;
  cause?: unknown;
}

const brand = Symbol.for('parley.error');

/** Base of the four kinds. Never thrown itself; the brand survives duplicated packages where `instanceof` does not. */
export abstract class ParleyError extends Error {
  abstract readonly kind: ErrorKind;
  readonly [brand] = true;
  readonly code: string;
  readonly connector: string;

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = facts.code;
    this.connector = facts.connector ?? 'core';
  }

  static isInstance(e: unknown): e is ParleyError {
    return e instanceof Error && brand in e;
  }
}

/** Passing trouble: time-outs, 429, 5xx. The same call may succeed later. */
export class Retryable extends ParleyError {
  readonly kind = 'retryable';
  /** Milliseconds the host asked us to wait, where it said so. */
  readonly retryAfterMs: number | undefined;
  /** Whether the host may have carried the call out although we saw no answer. */
  readonly mayHaveHappened: boolean;

  constructor(message: string, facts: ErrorFacts & { retryAfterMs?: number; mayHaveHappened?: boolean }) {
    super(message, facts);
    this.retryAfterMs = facts.retryAfterMs;
    this.mayHaveHappened = facts.mayHaveHappened ?? false;
  }
}

/** The installation's credentials no longer work: the merchant must open or re-install the app. */
export class Unauthorized extends ParleyError {
  readonly kind = 'unauthorized';
}

/** The host or a rule refuses this call as it stands; repeating it will not help. */
export class Rejected extends ParleyError {
  readonly kind = 'rejected';
}

/** An invariant of ours is broken. The message says which, for whom, and what to look at. */
export class Bug extends ParleyError {
  readonly kind = 'bug';
}
