import type { Instant } from '../../contracts/index.js';
import { afterWorking } from './hours.js';
import type { Team, Times } from './settings.js';

/** What is done when nobody has come, in this order; each is done once. */
export type OfferedStep = 'remind' | 'escalate' | 'give-up';
export const OFFERED_STEPS: readonly OfferedStep[] = ['remind', 'escalate', 'give-up'];
/** What is done when the agent who has it does not answer the shopper. */
export type AcceptedStep = 'remind-agent' | 'offer-anew';
export const ACCEPTED_STEPS: readonly AcceptedStep[] = ['remind-agent', 'offer-anew'];

/** Every step that leaves the hand-off open. */
export type LadderStep = Exclude<OfferedStep, 'give-up'> | 'write-later' | 'remind-agent';

/** Somebody who left an address is written to within this long, or told that nobody came after all. */
export const WRITE_LATER_MS = 3 * 86_400_000;

const MINUTE_MS = 60_000;

/** When step `rung` of a hand-off that nobody has accepted is due, counted from when the step before it was taken; null after the last. */
export function offeredDue(team: Team | null, rung: number, from: Instant): Instant | null {
  const times = timesOf(team);
  const minutes = [times.acceptMinutes, times.escalateMinutes, times.giveUpMinutes][rung];
  return minutes === undefined ? null : afterWorking(team?.hours ?? null, from, minutes * MINUTE_MS);
}

/**
 * When something is due on an accepted hand-off: an answer to what the shopper wrote at `unanswered`, or, where nothing waits for one,
 * the end of a conversation nobody writes in any more.
 */
export function acceptedDue(team: Team | null, rung: number, unanswered: Instant | null, lastWord: Instant): { due: Instant; is: 'answer' | 'idle' } {
  const times = timesOf(team);
  if (unanswered === null) return { due: lastWord + times.idleMinutes * MINUTE_MS, is: 'idle' };
  return { due: afterWorking(team?.hours ?? null, unanswered, times.replyMinutes * (rung + 1) * MINUTE_MS), is: 'answer' };
}

function timesOf(team: Team | null): Times {
  return team?.times ?? DEFAULT_TIMES;
}

/**
 * For a merchant without a team: who asked for a person stands among the waiting conversations of the admin page for three days, as long as
 * somebody may look there; then they are told that nobody came.
 */
const DEFAULT_TIMES: Times = { acceptMinutes: 60, escalateMinutes: 60, giveUpMinutes: 4_200, replyMinutes: 30, idleMinutes: 1_440 };
