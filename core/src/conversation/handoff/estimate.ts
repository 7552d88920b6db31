/** How soon somebody may come, from what was measured. */
export type Outlook =
  /** Minutes, rounded up to what is honest to say. */
  | { is: 'minutes'; minutes: 2 | 5 | 10 | 15 | 30 | 60 }
  /** Longer than an hour. */
  | { is: 'long' }
  /** Too little was measured to say. */
  | { is: 'unknown' };

/** Fewer measured waits than this say nothing. */
const ENOUGH = 5;
const STEPS = [2, 5, 10, 15, 30, 60] as const;

/**
 * The wait of somebody at a place in the queue. What nine of ten lately waited, scaled by how much longer than usual the queue
 * is: a promise that is broken half of the time would be none. Pure.
 * @param waits milliseconds from offer to acceptance of the latest hand-offs of the team, any order
 * @param ahead how many stand before this one now
 * @param usual how many stood before those, on average
 */
export function outlookOf(waits: readonly number[], ahead: number, usual: number): Outlook {
  if (waits.length < ENOUGH) return { is: 'unknown' };
  const sorted = [...waits].sort((a, b) => a - b);
  const ninth = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.9) - 1)] ?? 0;
  const scaled = (ninth * (ahead + 1)) / (Math.min(usual, ahead) + 1);
  const minutes = STEPS.find((m) => scaled <= m * 60_000);
  return minutes === undefined ? { is: 'long' } : { is: 'minutes', minutes };
}
