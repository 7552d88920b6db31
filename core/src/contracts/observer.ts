import { ParleyError } from './errors.js';
import type { Stored } from './facets.js';
import type { HandoffReason } from './handoff.js';
import type { Outcome, Turn } from './turn.js';

/** How a call or an attempt ended: `ok`, or the code of what went wrong. */
export type Ending = { ok: true } | { ok: false; code: string };

/** One step of a turn: when it began, on a clock that never jumps, and how long it took, both in milliseconds. */
export interface StepTime {
  step: string;
  from: number;
  ms: number;
}

/** The ending an exception stands for. */
export function endingOf(e: unknown): Ending {
  return { ok: false, code: ParleyError.isInstance(e) ? e.code : 'unexpected' };
}

/**
 * What the engine tells whoever measures it, after the fact. Implementations are quick, synchronous and never throw; what they
 * are told holds ids and times, never personal data. Durations are milliseconds of a clock that never jumps.
 */
export interface Observer {
  /** An event was written, or was there already, or was parked. */
  stored(seen: { connector: string; turn: string; state: Stored['state']; at: number; ms: number }): void;
  /** An attempt at thinking a turn through ended. `at` and `begun` are one moment on the wall's clock and on the steady one; `waitedMs` is how long it lay in its mailbox before. */
  thought(seen: { turn: Turn; at: number; begun: number; ms: number; waitedMs: number; timeline: readonly StepTime[]; outcome: Outcome | null; ending: Ending }): void;
  /** One try at giving a message to a host ended. */
  sent(seen: { turn: Turn; delivery: string; at: number; ms: number; ending: Ending }): void;
  /** A call to a host for facts (orders, products, pages, credentials) ended. */
  called(seen: { connector: string; what: string; at: number; ms: number; ending: Ending }): void;
  /** A hand-off was offered, accepted, or over; `waitMs` is how long its shopper waited for somebody, null where nobody came. */
  handedOff(seen: { connector: string; reason: HandoffReason; is: 'offered' | 'accepted' | 'returned' | 'closed' | 'nobody-came' | 'idle' | 'removed'; waitMs: number | null }): void;
}

/** Nobody is watching. */
export const UNOBSERVED: Observer = { stored: () => {}, thought: () => {}, sent: () => {}, called: () => {}, handedOff: () => {} };
