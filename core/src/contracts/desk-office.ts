import { z } from 'zod';
import { Agent, HandoffReason, Priority } from './handoff.js';
import { Id, Instant, Language } from './ids.js';

/** A member of staff who looks at a desk's own pages; `admin` where the host counts them among those who run it. */
export const Visitor = z.strictObject({ agent: Agent, admin: z.boolean() });
export type Visitor = z.infer<typeof Visitor>;

/** One hand-off as a list shows it. */
export const BoardItem = z.strictObject({
  handoff: Id,
  number: z.string(),
  reason: HandoffReason,
  priority: Priority,
  team: z.string().nullable(),
  agent: Agent.nullable(),
  /** What the shopper wants, in a line; empty where it cannot be read any more. */
  asked: z.string(),
  /** Since when the shopper waits; null where the last word is the team's. */
  waitingSince: Instant.nullable(),
  /** The desk's own name of where it is shown; null until it is. */
  place: Id.nullable(),
});
export type BoardItem = z.infer<typeof BoardItem>;

/** What a team's desk came to in the last 24 hours. Times in milliseconds; null where nothing was measured. */
export const BoardFigures = z.strictObject({
  offered: z.number().int(),
  accepted: z.number().int(),
  /** Of those offered, who was told that nobody could come. */
  nobodyCame: z.number().int(),
  /** Half of the accepted waited no longer; nine of ten waited no longer. */
  waitHalf: z.number().nullable(),
  waitNine: z.number().nullable(),
  /** From acceptance to the agent's first words, half of them. */
  replyHalf: z.number().nullable(),
});
export type BoardFigures = z.infer<typeof BoardFigures>;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A time of day such as 09:00; 24:00 ends a day. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day such as 09:00');

/** What of a team is set at the desk itself; the rest is set in the shop's admin. Minutes are of the team's hours. */
export const TeamForm = z.strictObject({
  name: z.string().min(1).max(100),
  target: Id,
  language: Language,
  capacity: z.number().int().min(1).max(100),
  acceptMinutes: z.number().int().min(1).max(10_080),
  escalateMinutes: z.number().int().min(1).max(10_080),
  giveUpMinutes: z.number().int().min(1).max(10_080),
  replyMinutes: z.number().int().min(1).max(10_080),
  lead: Id.nullable(),
  members: z.array(Id).max(500),
  /** null: at work at any time. `as-set`: hours that a form of one opening a day does not show, left as they are. */
  hours: z.union([z.literal('as-set'), z.null(), z.strictObject({ timeZone: z.string(), days: z.array(z.enum(WEEKDAYS)).min(1), from: ClockTime, to: ClockTime })]),
});
export type TeamForm = z.infer<typeof TeamForm>;

/** An agent's better words, waiting for somebody to look at them before they are used. */
export const Proposal = z.strictObject({
  id: Id,
  /** edited: an agent changed a suggestion before sending it; marked: an agent marked words as worth keeping. */
  kind: z.enum(['edited', 'marked']),
  question: z.string(),
  /** What Parley had suggested; null where it had nothing. */
  suggested: z.string().nullable(),
  answer: z.string(),
  by: z.string(),
  at: Instant,
});
export type Proposal = z.infer<typeof Proposal>;

export type ProposalDecision = { do: 'use'; question: string; answer: string } | { do: 'drop' };

/** What a desk's own home page shows to one visitor. */
export interface Board {
  /** nothing: a stranger; work: a member; run: may also change settings and review proposals. */
  may: 'nothing' | 'work' | 'run';
  shop: string;
  teams: TeamForm[];
  /** Nobody has them yet, the most pressing first. */
  queue: BoardItem[];
  /** How many there are in all, of which `queue` shows the first. */
  waiting: number;
  mine: BoardItem[];
  figures: BoardFigures;
  /** The oldest that wait for review, for those who may. */
  proposals: Proposal[];
}

/** The core's side of a desk's own pages: what connectors show there, and what is changed there. `installation` is the desk's. */
export interface DeskOffice {
  board(installation: string, visitor: Visitor): Promise<Board>;
  /** A hand-off of this desk by its number, for those who may see it. */
  find(installation: string, visitor: Visitor, number: string): Promise<BoardItem | null>;
  /** @param before the name of the team that is changed; null for a new one */
  saveTeam(installation: string, visitor: Visitor, before: string | null, form: TeamForm): Promise<'saved' | 'not-allowed' | 'name-taken' | 'gone'>;
  removeTeam(installation: string, visitor: Visitor, name: string): Promise<'saved' | 'not-allowed' | 'gone'>;
  proposal(installation: string, visitor: Visitor, id: string): Promise<Proposal | null>;
  /** Decided once: whoever comes second learns that it is. */
  review(installation: string, visitor: Visitor, id: string, decision: ProposalDecision): Promise<'done' | 'decided' | 'not-allowed'>;
}
