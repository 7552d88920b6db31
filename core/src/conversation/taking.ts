import type { Clock, Turn } from '../contracts/index.js';
import type { Where } from '../storage/index.js';
import type { ClaimWatch } from './claims.js';
import type { FirstClaims } from './first-claims.js';
import type { Records } from './records.js';

/** Taking turns in hand, and what holds while they are. */
export interface Taking {
  /** Compare-and-set on exactly the claim that was seen: of two workers one wins, and the other sees it. Null: it is another's. */
  claim(turn: Turn): Promise<Turn | null>;
  /**
   * With the head of the mailbox in hand, takes every shopper message waiting directly behind it: the last is answered
   * with all their texts, the others end merged. Each step can be repeated after a crash.
   */
  mergeInto(head: Turn, waiting: readonly Turn[]): Promise<Turn>;
  /** Holds only while the claim is ours: a worker that was taken for dead can write nothing any more. */
  mine(turn: Turn): Where;
  /** Shows that whoever holds the turn lives. */
  beat(turn: Turn): Promise<void>;
}

export function createTaking(deps: { records: Records; claims: ClaimWatch; firstClaims: FirstClaims; worker: string; clock: Clock }): Taking {
  const { records, claims, firstClaims, worker, clock } = deps;

  async function take(turn: Turn, merges: string[]): Promise<Turn | null> {
    if (turn.claim !== null && !claims.isStale(turn.id, turn.claim)) return null;
    return records.turns.update('all', turn.id, {
      when: { state: turn.state, attempts: turn.attempts, 'claim.worker': turn.claim?.worker ?? null, 'claim.beat': turn.claim?.beat ?? null },
      set: { claim: { worker, attempt: turn.attempts + 1, beat: 0 }, merges },
      inc: { attempts: 1 },
    });
  }

  const mine = (turn: Turn): Where => ({ 'claim.worker': worker, 'claim.attempt': turn.attempts });

  return {
    claim: async (turn) => (firstClaims.take(turn) ? turn : take(turn, turn.merges)),
    async mergeInto(head, waiting) {
      if (head.state !== 'received' || head.kind !== 'message') return head;
      const behind: Turn[] = [];
      for (const turn of waiting.slice(1)) {
        if (turn.state !== 'received' || turn.kind !== 'message' || turn.sealKey !== head.sealKey) break;
        behind.push(turn);
      }
      const last = behind.at(-1);
      if (last === undefined) return head;
      const earlier = [head, ...behind.slice(0, -1)];
      const taken = await take(last, [...new Set([...earlier.flatMap((t) => [...t.merges, t.id]), ...last.merges])]);
      if (taken === null) return head;
      for (const t of earlier) await records.turns.update('all', t.id, { when: { state: 'received' }, set: { state: 'merged', doneAt: clock(), claim: null } });
      return taken;
    },
    mine,
    async beat(turn) {
      await records.turns.update('all', turn.id, { when: mine(turn), inc: { 'claim.beat': 1 } });
    },
  };
}
