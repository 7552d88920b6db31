const FIRST_MS = 800;
const LONGEST_MS = 30_000;

/** How long to wait before try `attempt` (from 1): doubling, capped, and spread so that a thousand shoppers do not come back at once. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full / 2 + (full / 2) * random());
}
