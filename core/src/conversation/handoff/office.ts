import { WEEKDAYS, type BoardFigures, type BoardItem, type Clock, type DeskOffice, type TeamForm, type Visitor } from '../../contracts/index.js';
import type { Identities } from '../../security/index.js';
import type { Audit } from '../audit.js';
import type { Installations } from '../installations.js';
import type { HandoffRecord, InstallationRecord, Records } from '../records.js';
import { openBriefing } from './briefing.js';
import type { Handoffs } from './handoffs.js';
import type { Proposals } from './proposals.js';
import { refusalOf } from './rights.js';
import { HandoffSettings, NO_TEAMS, Team, type Hours } from './settings.js';

const DAY_MS = 86_400_000;
/** Shown of the queue, of one's own, and of what waits for review. */
const SHOWN = 10;
const REVIEWED = 3;
const LOOKED_AT = 1_000;
const ASKED = 200;

export function createDeskOffice(deps: { records: Records; installations: Installations; identities: Identities; handoffs: Handoffs; proposals: Proposals; audit: Audit; clock: Clock }): DeskOffice {
  const { records, installations, identities, handoffs, proposals, audit, clock } = deps;

  async function scene(installation: string, visitor: Visitor) {
    const desk = await installations.byId(installation);
    const settings = desk === null ? NO_TEAMS : await handoffs.settingsOf(desk.tenant);
    const teams = settings.teams.filter((t) => t.installation === installation);
    return { desk, settings, teams, may: mayDo(desk, teams, visitor) };
  }

  /** Those who run the desk's host, and whom a team names as its lead or as one who decides. */
  function mayDo(desk: InstallationRecord | null, teams: readonly Team[], { agent, admin }: Visitor): 'nothing' | 'work' | 'run' {
    if (desk?.state !== 'active' || agent.outside) return 'nothing';
    if (admin || teams.some((t) => t.lead === agent.id || t.approvers.includes(agent.id))) return 'run';
    return teams.length === 0 || teams.some((t) => refusalOf(t, agent) === null) ? 'work' : 'nothing';
  }

  async function askedOf(record: HandoffRecord): Promise<string> {
    const key = await identities.keyById(record.tenant, record.sealKey);
    return key === null ? '' : (openBriefing(record, key)?.asked ?? '').replace(/\s+/g, ' ').slice(0, ASKED);
  }

  async function itemOf(record: HandoffRecord): Promise<BoardItem> {
    const { id, number, reason, priority, team, agent, ref } = record;
    return { handoff: id, number, reason, priority, team, agent, asked: await askedOf(record), waitingSince: record.state === 'offered' ? record.offeredAt : record.unansweredSince, place: ref };
  }

  /** This desk's, of the teams the visitor belongs to; those who run it see all. */
  function seenBy(visitor: Visitor, teams: readonly Team[], may: 'work' | 'run', installation: string) {
    const own = new Set(teams.filter((t) => may === 'run' || refusalOf(t, visitor.agent) === null).map((t) => t.name));
    return (h: HandoffRecord) => h.desk?.installation === installation && h.team !== null && own.has(h.team);
  }

  async function figuresOf(tenant: string, ours: (h: HandoffRecord) => boolean): Promise<BoardFigures> {
    const latest = (await records.handoffs.find({ tenant }, { where: { offeredAt: { gte: clock() - DAY_MS } }, sort: [{ path: 'offeredAt', order: 'desc' }], limit: LOOKED_AT })).filter(ours);
    const waits = latest.flatMap((h) => (h.acceptedAt === null ? [] : [h.acceptedAt - h.offeredAt])).sort((a, b) => a - b);
    const replies = latest.flatMap((h) => (h.acceptedAt === null || h.answeredAt === null ? [] : [Math.max(0, h.answeredAt - h.acceptedAt)])).sort((a, b) => a - b);
    return { offered: latest.length, accepted: waits.length, nobodyCame: latest.filter((h) => h.ended === 'nobody-came').length, waitHalf: share(waits, 0.5), waitNine: share(waits, 0.9), replyHalf: share(replies, 0.5) };
  }

  async function saveTeams(desk: InstallationRecord, settings: HandoffSettings, visitor: Visitor, what: string): Promise<void> {
    await handoffs.saveSettings(desk.tenant, HandoffSettings.parse(settings), `${desk.connector}/${visitor.agent.id}`);
    await audit.note({ tenant: desk.tenant, actor: `${desk.connector}/${visitor.agent.id}`, act: 'handoff.settings', subject: desk.id, detail: what });
  }

  return {
    async board(installation, visitor) {
      const { desk, teams, may } = await scene(installation, visitor);
      const none = { may, shop: '', teams: [], queue: [], waiting: 0, mine: [], figures: NOTHING, proposals: [] };
      if (desk === null || may === 'nothing') return none;
      const ours = seenBy(visitor, teams, may, installation);
      const { tenant } = desk;
      const open = (await records.handoffs.find({ tenant }, { where: { state: { in: ['offered', 'accepted'] } }, sort: [{ path: 'offeredAt', order: 'asc' }], limit: LOOKED_AT })).filter(ours);
      const queue = open.filter((h) => h.state === 'offered').sort((a, b) => RANK[a.priority] - RANK[b.priority] || a.offeredAt - b.offeredAt);
      const mine = open.filter((h) => h.state === 'accepted' && h.agent?.id === visitor.agent.id);
      return {
        may,
        shop: await shopName(desk),
        teams: teams.map(formOf),
        queue: await Promise.all(queue.slice(0, SHOWN).map(itemOf)),
        waiting: queue.length,
        mine: await Promise.all(mine.slice(0, SHOWN).map(itemOf)),
        figures: await figuresOf(tenant, ours),
        proposals: may === 'run' ? await proposals.waiting(tenant, REVIEWED) : [],
      };
    },

    async find(installation, visitor, number) {
      const { desk, teams, may } = await scene(installation, visitor);
      if (desk === null || may === 'nothing') return null;
      const ours = seenBy(visitor, teams, may, installation);
      const [found] = (await records.handoffs.find({ tenant: desk.tenant }, { where: { number: number.trim().toUpperCase() }, limit: 10 })).filter(ours);
      return found === undefined ? null : itemOf(found);
    },

    async saveTeam(installation, visitor, before, form) {
      const { desk, settings, may } = await scene(installation, visitor);
      if (desk === null || may !== 'run') return 'not-allowed';
      const at = before === null ? settings.teams.length : settings.teams.findIndex((t) => t.name === before && t.installation === installation);
      if (at < 0) return 'gone';
      if (settings.teams.some((t, n) => n !== at && t.name === form.name)) return 'name-taken';
      const team = teamOf(form, settings.teams[at], installation);
      const renamed = (name: string) => (name === before ? form.name : name);
      await saveTeams(desk, {
        ...settings,
        teams: [...settings.teams.slice(0, at), team, ...settings.teams.slice(at + 1)].map((t) => ({ ...t, escalateTo: t.escalateTo === null ? null : renamed(t.escalateTo) })),
        routes: settings.routes.map((r) => ({ ...r, team: renamed(r.team) })),
      }, visitor, before === null ? `team ${form.name} added` : `team ${form.name} changed`);
      return 'saved';
    },

    async removeTeam(installation, visitor, name) {
      const { desk, settings, may } = await scene(installation, visitor);
      if (desk === null || may !== 'run') return 'not-allowed';
      if (!settings.teams.some((t) => t.name === name && t.installation === installation)) return 'gone';
      await saveTeams(desk, {
        ...settings,
        teams: settings.teams.filter((t) => t.name !== name).map((t) => ({ ...t, escalateTo: t.escalateTo === name ? null : t.escalateTo })),
        routes: settings.routes.filter((r) => r.team !== name),
      }, visitor, `team ${name} removed`);
      return 'saved';
    },

    async proposal(installation, visitor, id) {
      const { desk, may } = await scene(installation, visitor);
      return desk === null || may !== 'run' ? null : proposals.byId(desk.tenant, id);
    },

    async review(installation, visitor, id, decision) {
      const { desk, may } = await scene(installation, visitor);
      if (desk === null || may !== 'run') return 'not-allowed';
      const counted = await proposals.decide(desk.tenant, id, decision, `${desk.connector}/${visitor.agent.id}`);
      if (counted) await audit.note({ tenant: desk.tenant, actor: `${desk.connector}/${visitor.agent.id}`, act: `proposal.${decision.do}`, subject: id, detail: '' });
      return counted ? 'done' : 'decided';
    },
  };

  /** What shoppers know the shop by; the desk's own name where no shop is connected. */
  async function shopName(desk: InstallationRecord): Promise<string> {
    const all = await installations.ofTenant(desk.tenant);
    return (all.find((i) => i.id !== desk.id && i.state === 'active') ?? desk).settings.shopName;
  }
}

const NOTHING: BoardFigures = { offered: 0, accepted: 0, nobodyCame: 0, waitHalf: null, waitNine: null, replyHalf: null };
const RANK = { urgent: 0, high: 1, normal: 2 } as const;

/** The value that so large a share of a sorted list does not exceed; null of none. */
function share(sorted: readonly number[], part: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1))] ?? null;
}

function formOf({ name, target, language, capacity, times, lead, members, hours }: Team): TeamForm {
  const { acceptMinutes, escalateMinutes, giveUpMinutes, replyMinutes } = times;
  return { name, target, language, capacity, acceptMinutes, escalateMinutes, giveUpMinutes, replyMinutes, lead, members, hours: hours === null ? null : (formHours(hours) ?? 'as-set') };
}

/** Hours of one opening, the same on every working day; null where they are of another kind. */
function formHours({ timeZone, week }: Hours): Exclude<TeamForm['hours'], 'as-set' | null> | null {
  const days = WEEKDAYS.filter((day) => week[day].length > 0);
  const openings = new Set(days.map((day) => JSON.stringify(week[day])));
  const [first] = days;
  const [opening, second] = first === undefined ? [] : week[first];
  return openings.size !== 1 || opening === undefined || second !== undefined ? null : { timeZone, days, from: opening.from, to: opening.to };
}

/** What the form says, and for the rest what stood there before. */
function teamOf(form: TeamForm, before: Team | undefined, installation: string): Team {
  const { name, target, language, capacity, acceptMinutes, escalateMinutes, giveUpMinutes, replyMinutes, lead, members, hours } = form;
  const opening = (f: { from: string; to: string }) => [{ from: f.from, to: f.to }];
  const asked = hours === 'as-set' || hours === null ? null : hours;
  return Team.parse({
    ...before,
    name, target, language, capacity, lead, members, installation,
    times: { ...before?.times, acceptMinutes, escalateMinutes, giveUpMinutes, replyMinutes },
    hours: hours === 'as-set' ? (before?.hours ?? null) : asked === null ? null : { timeZone: asked.timeZone, week: Object.fromEntries(WEEKDAYS.map((day) => [day, asked.days.includes(day) ? opening(asked) : []])), holidays: before?.hours?.holidays ?? [] },
  });
}
