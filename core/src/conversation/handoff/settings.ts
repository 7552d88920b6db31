import { z } from 'zod';
import { ClockTime, HandoffReason, Id, Language, Money, Priority } from '../../contracts/index.js';

const Opening = z.strictObject({ from: ClockTime, to: ClockTime }).refine((o) => o.from < o.to, 'an opening ends after it begins; what goes past midnight is two openings');
const Day = z.array(Opening).max(6);

/** When a team is at work, by its own clock. A day without openings is a day off; holidays are days off whatever the week says. */
export const Hours = z.strictObject({
  timeZone: z.string().refine((zone) => isTimeZone(zone), 'a time zone such as Asia/Shanghai'),
  week: z.strictObject({ mon: Day, tue: Day, wed: Day, thu: Day, fri: Day, sat: Day, sun: Day }),
  /** ISO dates. */
  holidays: z.array(z.iso.date()).max(400).default([]),
});
export type Hours = z.infer<typeof Hours>;

/** How long each step of a hand-off may take, in minutes of the team's hours. */
export const Times = z.strictObject({
  /** Until somebody has accepted; then the team is reminded. */
  acceptMinutes: z.number().int().min(1).max(10_080).default(5),
  /** After this much more it goes to the team named by `escalateTo`, and the lead is called. */
  escalateMinutes: z.number().int().min(1).max(10_080).default(10),
  /** After this much more the bot takes the conversation back and says so. */
  giveUpMinutes: z.number().int().min(1).max(10_080).default(30),
  /** Until the agent who accepted has answered a shopper's message; then they are reminded, and after as much again it is offered anew. */
  replyMinutes: z.number().int().min(1).max(10_080).default(10),
  /** Minutes of the clock without a word from the shopper after which an accepted conversation is closed. */
  idleMinutes: z.number().int().min(5).max(43_200).default(1_440),
});
export type Times = z.infer<typeof Times>;

/** Who answers, where, and when. */
export const Team = z.strictObject({
  name: z.string().min(1).max(100),
  /** The desk: an installation of a connector that has one. */
  installation: Id,
  /** Where at the desk, in the host's own terms (a Slack channel's id). */
  target: Id,
  /** The language the team reads; the shopper's stays theirs. */
  language: Language.default('en'),
  hours: Hours.nullable().default(null),
  times: Times.default(() => Times.parse({})),
  /** Conversations one agent may have at a time. */
  capacity: z.number().int().min(1).max(100).default(5),
  /** The host's ids of who belongs to it; empty: whoever the host lets in, guests from outside excepted. */
  members: z.array(Id).max(500).default([]),
  /** Who may decide on what needs approval; empty: every member. */
  approvers: z.array(Id).max(100).default([]),
  /** Who is called by name when nobody accepts. */
  lead: Id.nullable().default(null),
  escalateTo: z.string().max(100).nullable().default(null),
});
export type Team = z.infer<typeof Team>;

/** A hand-off that matches all that is named goes to the team. */
export const Route = z.strictObject({
  when: z.strictObject({
    reasons: z.array(HandoffReason).default([]),
    languages: z.array(Language).default([]),
    priorities: z.array(Priority).default([]),
    /** Beginnings of intent ids, for example `refund.`. */
    intents: z.array(z.string().max(100)).default([]),
    channels: z.array(z.string().max(60)).default([]),
  }),
  team: z.string().max(100),
});
export type Route = z.infer<typeof Route>;

/** When people are called without being asked for, where there is a team to call. */
export const Automatic = z.strictObject({
  /** Messages in a row that were not understood; 0 never calls anybody. */
  unknownInARow: z.number().int().min(0).max(10).default(2),
  angry: z.boolean().default(true),
  danger: z.boolean().default(true),
  /** Customers whose wishes that Parley cannot fulfil go to people at once: by orders placed or by what they have paid, whichever is reached; null never. */
  vip: z.strictObject({ orders: z.number().int().min(1).nullable().default(null), spent: Money.nullable().default(null) }).nullable().default(null),
});
export type Automatic = z.infer<typeof Automatic>;

/** A tenant's whole set of hand-off rules. */
export const HandoffSettings = z
  .strictObject({
    teams: z.array(Team).max(50),
    /** The first that matches; the first team where none does. */
    routes: z.array(Route).max(200).default([]),
    automatic: Automatic.default(() => Automatic.parse({})),
  })
  .superRefine((s, ctx) => {
    const names = new Set(s.teams.map((t) => t.name));
    if (names.size !== s.teams.length) ctx.addIssue({ code: 'custom', path: ['teams'], message: 'two teams have one name' });
    for (const [n, r] of s.routes.entries()) if (!names.has(r.team)) ctx.addIssue({ code: 'custom', path: ['routes', n, 'team'], message: `there is no team named ${r.team}` });
    for (const [n, t] of s.teams.entries()) if (t.escalateTo !== null && (!names.has(t.escalateTo) || t.escalateTo === t.name)) ctx.addIssue({ code: 'custom', path: ['teams', n, 'escalateTo'], message: 'names another team' });
  });
export type HandoffSettings = z.infer<typeof HandoffSettings>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (e) {
    if (e instanceof RangeError) return false;
    throw e;
  }
}

/** A tenant's before anybody has set anything. */
export const NO_TEAMS: HandoffSettings = HandoffSettings.parse({ teams: [] });
