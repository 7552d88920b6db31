import type { Encodable } from './bare-integers.js';

/** What a call came to, before faults touch the answer. */
export interface Outcome {
  readonly status: number;
  readonly body: Record<string, Encodable>;
  /** Refusal code for the ledger; null for a success. */
  readonly code: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the host's one form. */
export function refused(status: number, code: string, message: string, more: Record<string, Encodable> = {}): Outcome {
  return { status, code, body: { error: { code, message }, ...more } };
}

/** A success. */
export function done(status: number, body: Record<string, Encodable>): Outcome {
  return { status, code: null, body };
}
