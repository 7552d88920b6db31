import { LRUCache } from 'lru-cache';
import type { Turn } from '../contracts/index.js';

/** Mailboxes whose last finished turn is remembered. */
const REMEMBERED = 50_000;

/**
 * Claims taken in the very write that stores a turn: one write less, and a commit sooner, for every message that finds its mailbox
 * idle. Only where this process works on the store alone. A claim that was stored and not taken up is a dead process's for the next one.
 */
export interface FirstClaims {
  /** What a turn is stored with: a claim of this process where the turn before it is known to be finished, else nothing. */
  of(turn: { id: string; mailbox: string; seq: number }): Pick<Turn, 'claim' | 'attempts'> | Record<string, never>;
  /** The turn was not stored after all. */
  drop(id: string): void;
  /** Whether the turn is still in the hands of this process since it was stored; from now on the caller's. */
  take(turn: Turn): boolean;
  /** This turn of its mailbox, and with it every one before, needs no more thinking. */
  finished(turn: Turn): void;
}

export function createFirstClaims(worker: string, exclusive: boolean): FirstClaims {
  const held = new Set<string>();
  const lastFinished = new LRUCache<string, number>({ max: REMEMBERED });
  return {
    of({ id, mailbox, seq }) {
      if (!exclusive || (seq > 1 && lastFinished.get(mailbox) !== seq - 1)) return {};
      held.add(id);
      return { claim: { worker, attempt: 1, beat: 0 }, attempts: 1 };
    },
    drop: (id) => void held.delete(id),
    take: ({ id, claim }) => held.delete(id) && claim?.worker === worker && claim.attempt === 1,
    finished(turn) {
      if (exclusive) lastFinished.set(turn.mailbox, turn.seq);
    },
  };
}
