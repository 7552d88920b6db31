import type { Claim } from '../contracts/index.js';

/** A claim nobody has renewed for this long, on our own monotonic clock, is a dead worker's. */
const STALE_MS = 15_000;
const FORGET_MS = 10 * 60_000;

/**
 * Decides whether a claim found in a record still has somebody behind it. Wall clocks of other machines are never
 * compared: only whether the beat moved while we watched.
 */
export interface ClaimWatch {
  /** Whether the holder may be presumed dead. The first look at another's claim starts the watch and says no. */
  isStale(key: string, claim: Claim): boolean;
}

/**
 * @param worker our own id: what we left behind ourselves is free at once
 * @param exclusive no other process can be at work on the store: every other claim is a dead process's
 * @param monotonic milliseconds that never jump
 */
export function createClaimWatch(worker: string, exclusive: boolean, monotonic: () => number): ClaimWatch {
  const seen = new Map<string, { mark: string; since: number }>();
  return {
    isStale(key, claim) {
      if (claim.worker === worker || exclusive) return true;
      const now = monotonic();
      const mark = `${claim.worker}/${claim.attempt}/${claim.beat}`;
      const before = seen.get(key);
      if (before?.mark !== mark) {
        seen.set(key, { mark, since: now });
        for (const [k, v] of seen) if (now - v.since > FORGET_MS) seen.delete(k);
        return false;
      }
      return now - before.since >= STALE_MS;
    },
  };
}
