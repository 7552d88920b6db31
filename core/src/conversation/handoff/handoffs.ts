import type { Agent, Clock, Conversation, HandoffReason, Language, Observer, Turn } from '../../contracts/index.js';
import { idOf } from '../../security/signatures/index.js';
import { DuplicateKey } from '../../storage/index.js';
import type { HandoffRecord, Records } from '../records.js';
import { outlookOf, type Outlook } from './estimate.js';
import { isOpen, opensAt } from './hours.js';
import { acceptedDue, OFFERED_STEPS, offeredDue, WRITE_LATER_MS, type LadderStep } from './ladder.js';
import { priorityOf, routeOf } from './routing.js';
import { HandoffSettings, NO_TEAMS, type Team } from './settings.js';

/** Once over, nothing is due any more. */
const NEVER = Number.MAX_SAFE_INTEGER;
const LAST_RUNG = OFFERED_STEPS.length - 1;
/** Latest hand-offs of a team that its waits are measured on, and how far back they may lie. */
const MEASURED = 50;
const MEASURED_MS = 14 * 86_400_000;

/** What a shopper can honestly be told when their conversation is offered. */
export interface Prospect {
  team: Team | null;
  /** How many stand before. */
  ahead: number;
  outlook: Outlook;
  /** When the team is at work again; null while it is, or where that is not known. */
  opensAt: number | null;
}

/** Every hand-off of the store: offered, taken, given back. Each change is made once, whoever repeats it. */
export interface Handoffs {
  settingsOf(tenant: string): Promise<HandoffSettings>;
  saveSettings(tenant: string, settings: HandoffSettings, by: string): Promise<void>;
  byId(tenant: string, id: string): Promise<HandoffRecord | null>;
  /** The hand-off shown at a desk's place; whose tenant is asking is not known yet. */
  byPlace(connector: string, account: string, hostThread: string): Promise<HandoffRecord | null>;
  /** Whether a desk is being shown a hand-off, offered since, of which it is not known yet where. */
  isPlacing(tenant: string, installation: string, since: number): Promise<boolean>;
  /** Begins one, or returns the one this turn began before. Null where an agent has the conversation already. */
  offer(w: { turn: Turn; conversation: Conversation; reason: HandoffReason; intent: string; language: Language }): Promise<{ record: HandoffRecord; prospect: Prospect } | null>;
  /** Null where it is not on offer any more, to anybody else. */
  accept(record: HandoffRecord, agent: Agent, turn: Turn): Promise<HandoffRecord | null>;
  /** Gives it to another agent, accepted by them in the same stroke. Null where it is over. */
  assign(record: HandoffRecord, agent: Agent, turn: Turn): Promise<HandoffRecord | null>;
  /** Offers it anew: its agent did not answer, or gave it up. */
  release(record: HandoffRecord, turn: Turn): Promise<HandoffRecord | null>;
  /** Ends it: the conversation is the bot's again, or over. */
  end(record: HandoffRecord, how: 'returned' | 'closed', why: NonNullable<HandoffRecord['ended']>, turn: Turn): Promise<HandoffRecord | null>;
  /** Notes the next step of the ladder, with the team it is passed on to; null where that step was taken by another turn. */
  climb(record: HandoffRecord, step: LadderStep, to: { team: Team; desk: NonNullable<HandoffRecord['desk']> } | null, turn: Turn): Promise<HandoffRecord | null>;
  /** A word of the shopper's or the agent's: what is due next follows from it. */
  word(record: HandoffRecord, from: 'shopper' | 'agent', at: number): Promise<void>;
  /** The desk shows it here. */
  placed(tenant: string, id: string, account: string, hostId: string): Promise<void>;
  teamOf(record: HandoffRecord): Promise<Team | null>;
  /** A team with its desk, where both are there. */
  teamNamed(tenant: string, name: string): Promise<{ team: Team; desk: NonNullable<HandoffRecord['desk']> } | null>;
  /** How many conversations an agent has in hand. */
  inHand(tenant: string, agent: string): Promise<number>;
  /** Notes, sealed, where the shopper wants to be written to. Whether anybody is being asked for them. */
  leaveAddress(tenant: string, handoff: string | null, sealed: string): Promise<boolean>;
  /** What agents read first, sealed; kept for the team it may go to next. */
  keepBriefing(record: HandoffRecord, sealed: string): Promise<void>;
  /** Whose time has come. */
  due(limit: number): Promise<HandoffRecord[]>;
  /** A desk is gone: whatever it had is nobody's, and comes to the last step of its ladder at once. */
  deskGone(tenant: string, installation: string): Promise<void>;
  /** Ends what is open of an installation that is gone, or of a shopper who was erased: there is nobody to go on with. */
  drop(tenant: string, of: { installation: string } | { sealKey: string }): Promise<void>;
}

export function placeOf(connector: string, account: string, hostThread: string): string {
  return idOf('desk-place', connector, account, hostThread);
}

export function createHandoffs(deps: { records: Records; clock: Clock; observer: Observer }): Handoffs {
  const { records, clock, observer } = deps;
  const rows = records.handoffs;

  async function settingsOf(tenant: string): Promise<HandoffSettings> {
    return (await records.handoffSettings.get({ tenant }, tenant))?.settings ?? NO_TEAMS;
  }

  async function teamOf(record: HandoffRecord): Promise<Team | null> {
    return (await settingsOf(record.tenant)).teams.find((t) => t.name === record.team) ?? null;
  }

  async function prospectFor(tenant: string, team: Team | null, self: { id: string; priority: HandoffRecord['priority']; offeredAt: number }): Promise<Prospect> {
    const now = clock();
    const name = team?.name ?? null;
    const inTeam = name === null ? {} : { team: name };
    const queue = await rows.find({ tenant }, { where: { ...inTeam, state: 'offered' }, sort: [{ path: 'offeredAt', order: 'asc' }], limit: 1_000 });
    const ahead = queue.filter((h) => h.id !== self.id && h.team === name && goesBefore(h, self)).length;
    const latest = await rows.find({ tenant }, { where: { ...inTeam, offeredAt: { gte: now - MEASURED_MS } }, sort: [{ path: 'offeredAt', order: 'desc' }], limit: MEASURED });
    const accepted = latest.flatMap((h) => (h.acceptedAt === null ? [] : [{ wait: h.acceptedAt - h.offeredAt, ahead: h.ahead }]));
    const usual = accepted.length === 0 ? 0 : accepted.reduce((sum, a) => sum + a.ahead, 0) / accepted.length;
    const hours = team?.hours ?? null;
    return { team, ahead, outlook: outlookOf(accepted.map((a) => a.wait), ahead, usual), opensAt: isOpen(hours, now) ? null : opensAt(hours, now) };
  }

  async function conversationTo(record: HandoffRecord, from: readonly string[], set: Record<string, unknown>, raise: boolean): Promise<void> {
    await records.conversations.update({ tenant: record.tenant }, record.conversation, { when: { status: { in: from }, handoff: record.id }, set: { ...set, updatedAt: clock() }, ...(raise ? { inc: { epoch: 1 } } : {}) });
  }

  /** Changes a hand-off in the state it was read in; the same turn doing the same again finds it done. */
  async function once(record: HandoffRecord, act: string, turn: Turn, from: readonly HandoffRecord['state'][], set: Partial<HandoffRecord>): Promise<HandoffRecord | null> {
    const changed = await rows.update({ tenant: record.tenant }, record.id, { when: { state: { in: from }, rung: record.rung }, set: { ...set, [`doneBy.${act}`]: turn.id } });
    if (changed !== null) {
      seen(changed, record.state);
      return changed;
    }
    const now = await rows.get({ tenant: record.tenant }, record.id);
    return now?.doneBy[act] === turn.id ? now : null;
  }

  /** What a change that was really made comes to, told once. */
  function seen(now: HandoffRecord, before: HandoffRecord['state'] | null): void {
    if (now.state === before) return;
    const is = now.state === 'returned' || now.state === 'closed' ? (now.ended ?? now.state) : now.state;
    observer.handedOff({ connector: now.connector, reason: now.reason, is, waitMs: now.acceptedAt === null ? null : now.acceptedAt - now.offeredAt });
  }

  const handoffs: Handoffs = {
    settingsOf,
    async saveSettings(tenant, settings, by) {
      const record = { id: tenant, tenant, settings: HandoffSettings.parse(settings), updatedAt: clock(), updatedBy: by };
      const changed = await records.handoffSettings.update({ tenant }, tenant, { set: { settings: record.settings, updatedAt: record.updatedAt, updatedBy: by } });
      if (changed === null) await records.handoffSettings.insert(record);
    },
    byId: (tenant, id) => rows.get({ tenant }, id),
    async byPlace(connector, account, hostThread) {
      const [found] = await rows.find('all', { where: { place: placeOf(connector, account, hostThread) }, limit: 1 });
      return found ?? null;
    },

    async isPlacing(tenant, installation, since) {
      const [found] = await rows.find({ tenant }, { where: { 'desk.installation': installation, 'state': { in: ['offered', 'accepted'] }, 'place': null, 'offeredAt': { gte: since } }, limit: 1 });
      return found !== undefined;
    },

    async offer({ turn, conversation, reason, intent, language }) {
      const { tenant } = turn;
      const id = idOf('handoff', conversation.id, turn.id);
      const now = clock();
      const priority = priorityOf(reason);
      const settings = await settingsOf(tenant);
      const routed = routeOf(settings, { reason, language, priority, intent, channel: turn.connector });
      const team = routed?.team ?? null;
      const desk = team === null ? null : await deskOf(tenant, team);
      const prospect = await prospectFor(tenant, team, { id, priority, offeredAt: now });
      const record: HandoffRecord = {
        id, tenant, number: numberOf(id), conversation: conversation.id, mailbox: turn.mailbox, sealKey: turn.sealKey, connector: turn.connector, installation: turn.installation, account: turn.account,
        reason, priority, intent, language, state: 'offered', team: team?.name ?? null, desk, ref: null, place: null, agent: null, passedFrom: null,
        rung: 0, dueAt: offeredDue(team, 0, now) ?? NEVER, offeredAt: now, acceptedAt: null, answeredAt: null, endedAt: null,
        unansweredSince: now, lastWordAt: now, ahead: prospect.ahead, ended: null, callBack: null, briefing: null, doneBy: { offer: turn.id },
      };
      const taken = await records.conversations.update({ tenant }, conversation.id, { when: { status: { in: ['bot', 'waiting'] }, handoff: { in: [null, id] } }, set: { status: 'waiting', handoff: id, updatedAt: now } });
      if (taken === null) return null;
      try {
        await rows.insert(record);
        seen(record, null);
      } catch (e) {
        if (!(e instanceof DuplicateKey)) throw e;
        const there = await rows.get({ tenant }, id);
        return there === null ? null : { record: there, prospect };
      }
      return { record, prospect };
    },

    async accept(record, agent, turn) {
      const now = clock();
      const due = acceptedDue(await teamOf(record), 0, record.unansweredSince === null ? null : now, now);
      const accepted = await once(record, 'accept', turn, ['offered'], { state: 'accepted', agent, acceptedAt: record.acceptedAt ?? now, rung: 0, dueAt: due.due, ...(record.unansweredSince === null ? {} : { unansweredSince: now }) });
      if (accepted !== null) await conversationTo(accepted, ['bot', 'waiting'], { status: 'agent' }, true);
      return accepted;
    },

    async assign(record, agent, turn) {
      if (record.state === 'offered' || record.doneBy['accept'] === turn.id) return handoffs.accept(record, agent, turn);
      return once(record, 'assign', turn, ['accepted'], { agent, rung: 0 });
    },

    async release(record, turn) {
      const released = await once(record, 'offer-anew', turn, ['accepted'], { state: 'offered', agent: null, rung: 0, dueAt: offeredDue(await teamOf(record), 0, clock()) ?? NEVER });
      if (released !== null) await conversationTo(released, ['agent'], { status: 'waiting' }, false);
      return released;
    },

    async end(record, how, why, turn) {
      const ended = await once(record, 'end', turn, ['offered', 'accepted'], { state: how, ended: why, endedAt: clock(), dueAt: NEVER });
      if (ended !== null) await conversationTo(ended, ['waiting', 'agent'], how === 'closed' ? { status: 'closed', handoff: null } : { status: 'bot', handoff: null }, how === 'closed');
      return ended;
    },

    async climb(record, step, to, turn) {
      const team = to?.team ?? (await teamOf(record));
      const rung = record.rung + 1;
      const dueAt = step === 'write-later' ? clock() + WRITE_LATER_MS : record.state === 'offered' ? (offeredDue(team, rung, clock()) ?? NEVER) : acceptedDue(team, rung, record.unansweredSince, record.lastWordAt).due;
      const { team: name, desk, ref } = record;
      const moved = to === null ? { passedFrom: null } : { team: to.team.name, desk: to.desk, ref: null, place: null, passedFrom: { team: name, desk, ref } };
      return once(record, step, turn, [record.state], { ...moved, rung, dueAt });
    },

    async word(record, from, at) {
      const unanswered = from === 'agent' ? null : (record.unansweredSince ?? at);
      const due = record.state === 'accepted' ? { rung: 0, dueAt: acceptedDue(await teamOf(record), 0, unanswered, at).due } : {};
      await rows.update({ tenant: record.tenant }, record.id, { when: { state: record.state }, set: { unansweredSince: unanswered, lastWordAt: at, ...due, ...(from === 'agent' && record.answeredAt === null ? { answeredAt: at } : {}) } });
    },

    async placed(tenant, id, account, hostId) {
      const record = await rows.get({ tenant }, id);
      if (record?.desk === null || record === null) return;
      await rows.update({ tenant }, id, { set: { ref: hostId, place: placeOf(record.desk.connector, account, hostId) } });
    },

    teamOf,
    async teamNamed(tenant, name) {
      const team = (await settingsOf(tenant)).teams.find((t) => t.name === name);
      const desk = team === undefined ? null : await deskOf(tenant, team);
      return team === undefined || desk === null ? null : { team, desk };
    },
    async inHand(tenant, agent) {
      const accepted = await rows.find({ tenant }, { where: { state: 'accepted' }, limit: 1_000 });
      return accepted.filter((h) => h.agent?.id === agent).length;
    },
    async leaveAddress(tenant, handoff, sealed) {
      if (handoff === null) return false;
      return (await rows.update({ tenant }, handoff, { when: { state: { in: ['offered', 'accepted'] } }, set: { callBack: sealed } })) !== null;
    },
    async keepBriefing(record, sealed) {
      await rows.update({ tenant: record.tenant }, record.id, { set: { briefing: sealed } });
    },
    due: (limit) => rows.find('all', { where: { state: { in: ['offered', 'accepted'] }, dueAt: { lte: clock() } }, sort: [{ path: 'dueAt', order: 'asc' }], limit }),
    async deskGone(tenant, installation) {
      for (;;) {
        const open = await rows.find({ tenant }, { where: { 'desk.installation': installation, 'state': { in: ['offered', 'accepted'] } }, limit: 500 });
        for (const h of open) {
          const left = await rows.update({ tenant }, h.id, { when: { state: h.state, rung: h.rung }, set: { state: 'offered', agent: null, desk: null, ref: null, place: null, rung: LAST_RUNG, dueAt: clock() } });
          if (left !== null) await conversationTo(left, ['agent'], { status: 'waiting' }, true);
        }
        if (open.length < 500) return;
      }
    },
    async drop(tenant, of) {
      for (;;) {
        const open = await rows.find({ tenant }, { where: { ...of, state: { in: ['offered', 'accepted'] } }, limit: 500 });
        for (const h of open) await rows.update({ tenant }, h.id, { when: { state: h.state }, set: { state: 'closed', ended: 'removed', endedAt: clock(), dueAt: NEVER, briefing: null, callBack: null } });
        if (open.length < 500) return;
      }
    },
  };
  return handoffs;

  async function deskOf(tenant: string, team: Team): Promise<HandoffRecord['desk']> {
    const installation = await records.installations.get({ tenant }, team.installation);
    return installation?.state === 'active' ? { installation: installation.id, connector: installation.connector, target: team.target, language: team.language } : null;
  }
}

const RANK = { urgent: 0, high: 1, normal: 2 } as const;

/** Whoever is there already at the same moment stands before. */
function goesBefore(a: Pick<HandoffRecord, 'priority' | 'offeredAt'>, b: Pick<HandoffRecord, 'priority' | 'offeredAt'>): boolean {
  return RANK[a.priority] < RANK[b.priority] || (RANK[a.priority] === RANK[b.priority] && a.offeredAt <= b.offeredAt);
}

/** Six characters that nobody confuses, from the id. */
function numberOf(id: string): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  let n = 0n;
  for (const c of id.slice(-12)) n = n * 131n + BigInt(c.charCodeAt(0));
  let out = '';
  for (let i = 0; i < 6; i++) {
    out += letters[Number(n % BigInt(letters.length))] ?? '';
    n /= BigInt(letters.length);
  }
  return `H-${out}`;
}
