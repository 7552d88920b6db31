// What all parts of the worst host share: accounts, ids, clock, ledger, and the way an event becomes known.
import type { Ledger } from '../ledger/ledger.js';
import type { Account, Thread } from './account.js';
import type { Encodable } from './bare-integers.js';
import { hostTime } from './host-time.js';

export interface WorstState {
  readonly accounts: Map<string, Account>;
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** A new id of 19 digits; two ids differ by less than a double can tell. */
  readonly nextId: () => bigint;
  /** Runs something later; the host's stop cancels it. */
  readonly later: (ms: number, run: () => void) => void;
  /** Sends the announcement of an event. */
  readonly announce: (account: Account, thread: string | null) => void;
}

/** Records an event behind the cursor and announces it. */
export function tell(state: WorstState, account: Account, type: string, thread: string | null, more: Record<string, Encodable>): bigint {
  const id = state.nextId();
  account.happened({ id, type, thread, at: hostTime(state.now()), more });
  state.announce(account, thread);
  return id;
}

/** The thread's open assignment (waiting or accepted), if any. */
export function openAssignment(thread: Thread): Thread['assignments'][number] | undefined {
  return thread.assignments.find((a) => a.state === 'waiting' || a.state === 'accepted');
}
