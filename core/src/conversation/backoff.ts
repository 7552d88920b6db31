/** How long to wait between tries. */
export interface Backoff {
  firstMs: number;
  capMs: number;
}

/**
 * Exponential with full jitter: a uniformly random wait up to first * 2^(attempt-1), so that many senders
 * that failed together do not come back together. A wait the host asked for is a lower bound.
 * Source: Marc Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
export function nextWait(backoff: Backoff, attempt: number, random: () => number, hostAsked?: number): number {
  const ceiling = Math.min(backoff.capMs, backoff.firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round((hostAsked ?? 0) + Math.max(1, ceiling * random()));
}
