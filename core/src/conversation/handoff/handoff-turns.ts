import { textOf, type Agent, type Clock, type Connector, type Delivery, type DeskAct, type DeskMessage, type DeskView, type InboundEvent, type Language, type Message, type Turn } from '../../contracts/index.js';
import { phrase, type PhraseId } from '../../automation/index.js';
import type { SealKey } from '../../security/index.js';
import type { HandoffRecord, Records } from '../records.js';
import { readTurn } from '../work.js';
import type { AgentFiles } from './agent-files.js';
import type { Installations } from '../installations.js';
import { letterFor } from './call-back.js';
import { openBriefing } from './briefing.js';
import { deskWord, type DeskWord } from './desk-words.js';
import type { Handoffs } from './handoffs.js';
import { acceptedDue, ACCEPTED_STEPS, OFFERED_STEPS } from './ladder.js';
import { createOutgoing, type Outgoing } from './outgoing.js';
import type { Proposals } from './proposals.js';
import { refusalOf } from './rights.js';
import type { Team } from './settings.js';

/** What a turn of a hand-off comes to. */
export interface HandoffDone {
  conversation: string | null;
  deliveries: Record<string, Delivery>;
}

/** Turns in the shopper's mailbox that are no message of theirs: what agents do, what a clock says, and what the shopper changed afterwards. */
export interface HandoffTurns {
  /** Every effect is done once, however often the turn is tried. */
  handle(turn: Turn, event: InboundEvent, key: SealKey): Promise<HandoffDone>;
}

const NOTHING: HandoffDone = { conversation: null, deliveries: {} };
const MINUTE_MS = 60_000;
/** Turns looked through for the message an edit is about. */
const LOOK_BACK = 200;

/** What comes of a hand-off's time. */
const STEPS = ['remind', 'escalate', 'give-up', 'write-later', 'remind-agent', 'offer-anew', 'idle'] as const;
type Step = (typeof STEPS)[number];

/** One hand-off in one turn. */
interface Scene {
  turn: Turn;
  record: HandoffRecord;
  team: Team | null;
  /** The host's own desk: it decides who has a thread, and shows the shopper by itself what agents do and say. */
  native: boolean;
  /** What the desk reads. */
  reads: Language;
  out: Outgoing;
  key: SealKey;
}

export function createHandoffTurns(deps: { records: Records; handoffs: Handoffs; proposals: Proposals; connectors: ReadonlyMap<string, Connector>; files: AgentFiles; installations: Pick<Installations, 'byId'>; clock: Clock }): HandoffTurns {
  const { records, handoffs, proposals, connectors, files, clock } = deps;

  return {
    async handle(turn, event, key) {
      const { body } = event;
      const handoff = turn.handoff ?? (body.type === 'amendment' ? await openHandoffOf(turn) : null);
      const record = handoff === null ? null : await handoffs.byId(turn.tenant, handoff);
      if (record === null) return NOTHING;
      const team = await handoffs.teamOf(record);
      const native = record.desk !== null && connectors.get(record.desk.connector)?.desk?.mode === 'native';
      const scene: Scene = { turn, record, team, native, reads: team?.language ?? 'en', out: createOutgoing({ turn, key, now: clock() }), key };
      if (body.type === 'desk') await act(scene, body.by, body.act);
      if (body.type === 'timer') await step(scene, body.rung);
      if (body.type === 'amendment') amended(scene, body.message);
      return { conversation: record.conversation, deliveries: scene.out.deliveries() };
    },
  };

  async function openHandoffOf(turn: Turn): Promise<string | null> {
    const [conversation] = await records.conversations.find({ tenant: turn.tenant }, { where: { thread: turn.mailbox }, sort: [{ path: 'episode', order: 'desc' }], limit: 1 });
    return conversation?.handoff ?? null;
  }

  async function act(s: Scene, by: Agent, done: DeskAct): Promise<void> {
    // Among agents only: nothing of it concerns the shopper or the state of things.
    if (done.do === 'note') return;
    const refused = s.native ? null : refusalOf(s.team, by);
    if (refused !== null) { tell(s, by, refused, { team: s.team?.name ?? '' }); return; }
    // What was said can be kept after the conversation is over as well.
    if (done.do === 'learn') return learn(s, by, done);
    if (s.record.state === 'returned' || s.record.state === 'closed') {
      // Its own turn, tried again, has ended it: then what it had to say is said.
      const repeats = s.record.doneBy['end'] === s.turn.id;
      if (!repeats) { tell(s, by, 'no.over'); return; }
    }
    switch (done.do) {
      case 'accept':
        await accept(s, by);
        return;
      case 'assign':
        return assign(s, by, done.to);
      case 'say':
        return sayToShopper(s, by, done.message, done.suggestion);
      case 'send':
        return sendSuggestion(s, by, done.suggestion);
      case 'amend':
        return amend(s, by, done.hostMessageId, done.message);
      case 'suggest':
        return suggest(s, by);
      case 'return':
        return giveBack(s, by, done.agreed.trim());
      case 'close':
        return close(s, by);
    }
  }

  /** Whether it is this agent's now, or a colleague's who may be helped. */
  async function accept(s: Scene, by: Agent): Promise<boolean> {
    if (s.record.state === 'accepted' && s.record.doneBy['accept'] !== s.turn.id) {
      if (s.record.agent?.id !== by.id) tell(s, by, 'no.taken', { agent: s.record.agent?.name ?? '' });
      return s.record.agent?.id === by.id;
    }
    const full = s.native ? Infinity : (s.team?.capacity ?? Infinity);
    if (s.record.state === 'offered' && (await handoffs.inHand(s.record.tenant, by.id)) >= full) {
      tell(s, by, 'no.full', { count: String(full) });
      return false;
    }
    const accepted = await handoffs.accept(s.record, by, s.turn);
    if (accepted === null) {
      const now = await handoffs.byId(s.record.tenant, s.record.id);
      tell(s, by, now?.state === 'accepted' ? 'no.taken' : 'no.over', { agent: now?.agent?.name ?? '' });
      return false;
    }
    s.record = accepted;
    if (s.native) return true;
    toShopper(s, 'desk.joined', { agent: by.name });
    note(s, 'accepted', { agent: by.name });
    reflect(s);
    return true;
  }

  async function assign(s: Scene, by: Agent, to: Agent): Promise<void> {
    const refused = refusalOf(s.team, to);
    if (refused !== null) { tell(s, by, refused, { team: s.team?.name ?? '' }); return; }
    const first = s.record.state === 'offered';
    const assigned = await handoffs.assign(s.record, to, s.turn);
    if (assigned === null) { tell(s, by, 'no.over'); return; }
    s.record = assigned;
    if (first || assigned.doneBy['accept'] === s.turn.id) toShopper(s, 'desk.joined', { agent: to.name });
    note(s, 'assigned', { by: by.name, agent: to.name });
    reflect(s);
  }

  /** Whoever writes to the shopper first has taken it; afterwards colleagues may help. */
  async function sayToShopper(s: Scene, by: Agent, message: Message, madeFrom: string | null = null): Promise<void> {
    const free = s.record.state === 'offered' || s.record.doneBy['accept'] === s.turn.id;
    if (free && !(await accept(s, by))) return;
    const suggestion = madeFrom === null ? null : await suggestionOf(s, madeFrom);
    if (suggestion !== null) await proposals.edited({ tenant: s.record.tenant, turn: s.turn, key: s.key, by, suggestion, answer: textOf(message) });
    // A host's own desk shows its files to the shopper by itself.
    const { message: kept, leftOut } = s.native ? { message, leftOut: [] } : await files.kept(s, message);
    for (const { why, name } of leftOut) tell(s, by, why, { name });
    if (kept === null) return;
    if (!s.native) for (const one of rendered(s, kept)) s.out.toShopper({ message: one, replyTo: [], from: 'agent', by: by.name });
    if (!s.native) await writeTo(s, by, kept);
    await handoffs.word(s.record, 'agent', s.turn.storedAt);
  }

  /** Who left an address, and is not there any more, gets the words by letter as well. */
  async function writeTo(s: Scene, by: Agent, message: Message): Promise<void> {
    const shop = (await deps.installations.byId(s.record.installation))?.settings.shopName ?? '';
    const letter = await letterFor(records, { record: s.record, turn: s.turn, key: s.key, shop, agent: by.name }, message);
    if (letter !== null) s.out.toMail(letter);
  }

  async function learn(s: Scene, by: Agent, { question, answer }: Extract<DeskAct, { do: 'learn' }>): Promise<void> {
    await proposals.marked({ tenant: s.record.tenant, turn: s.turn, key: s.key, by, question, answer });
    tell(s, by, 'learned');
  }

  /** The shopper's turn that a suggestion was made for. */
  async function suggestionOf(s: Scene, id: string): Promise<Turn | null> {
    const turn = await records.turns.get({ tenant: s.record.tenant }, id);
    return turn?.mailbox === s.record.mailbox ? turn : null;
  }

  async function sendSuggestion(s: Scene, by: Agent, suggestion: string): Promise<void> {
    const opening = suggestion === s.record.id ? (openBriefing(s.record, s.key)?.proposal ?? null) : null;
    if (opening !== null) return sayToShopper(s, by, { parts: [{ type: 'text', text: opening }] });
    const turn = await suggestionOf(s, suggestion);
    const words = turn === null ? null : readTurn(turn, s.key).reply;
    if (words === null) { tell(s, by, 'no.suggestion'); return; }
    return sayToShopper(s, by, { parts: [{ type: 'text', text: words.sentences.map((one) => one.text).join(s.record.language === 'zh' ? '' : ' ') }] });
  }

  function rendered(s: Scene, message: Message): Message[] {
    const channel = connectors.get(s.record.connector)?.channel;
    const text = textOf(message);
    const parts = message.parts.filter((p) => p.type !== 'text');
    if (channel === undefined || text === '') return [message];
    return channel.render({ language: s.record.language, sentences: [{ text: text.slice(0, 5_000), evidence: [], receipts: [] }], parts });
  }

  /** What was sent is changed where the host can; what has not gone out yet is called off. */
  async function amend(s: Scene, by: Agent, hostMessageId: string, message: Message | null): Promise<void> {
    const said = await turnSaying(s, hostMessageId);
    if (said === null) return;
    if (message !== null) {
      toShopper(s, 'desk.corrected', { text: textOf(message) }, by);
      tell(s, by, 'no.amend'); return;
    }
    if (!(await calledOff(said))) tell(s, by, 'no.unsend');
  }

  async function turnSaying(s: Scene, hostMessageId: string): Promise<Turn | null> {
    const latest = await records.turns.find({ tenant: s.record.tenant }, { where: { mailbox: s.record.mailbox, kind: 'desk', seq: { lt: s.turn.seq } }, sort: [{ path: 'seq', order: 'desc' }], limit: LOOK_BACK });
    const says = (t: Turn): boolean => {
      const body = readTurn(t, s.key).event?.body;
      return body?.type === 'desk' && body.act.do === 'say' && body.act.hostMessageId === hostMessageId;
    };
    return latest.find(says) ?? null;
  }

  /** Takes back what has not been sent. Whether all of it was. */
  async function calledOff(said: Turn): Promise<boolean> {
    let all = true;
    for (const d of Object.values(said.deliveries)) {
      if (d.target !== 'channel' || d.state === 'superseded') continue;
      const path = `deliveries.${d.id}`;
      const waits = d.state === 'planned' || d.state === 'retry' || d.state === 'held';
      const changed = waits ? await records.turns.update({ tenant: said.tenant }, said.id, { when: { [`${path}.state`]: d.state, [`${path}.attempts`]: d.attempts }, set: { [`${path}.state`]: 'superseded', [`${path}.reason`]: 'its writer deleted it' } }) : null;
      all = all && changed !== null;
    }
    return all;
  }

  /** The latest answer Parley would have given, for the agent to send or to change. */
  async function suggest(s: Scene, by: Agent): Promise<void> {
    const latest = await records.turns.find({ tenant: s.record.tenant }, { where: { mailbox: s.record.mailbox, kind: 'message', seq: { lt: s.turn.seq } }, sort: [{ path: 'seq', order: 'desc' }], limit: 20 });
    for (const turn of latest) {
      const { thought, reply } = readTurn(turn, s.key);
      if (thought === null || reply === null || thought.plan.evidence.length === 0) continue;
      s.out.toDesk(s.record, { do: 'post', entry: { kind: 'suggestion', id: turn.id, text: reply.sentences.map((one) => one.text).join(' ').slice(0, 5_000), evidence: [] } });
      return;
    }
    tell(s, by, 'no.suggestion');
  }

  async function giveBack(s: Scene, by: Agent, agreed: string): Promise<void> {
    const ended = await handoffs.end(s.record, 'returned', 'returned', s.turn);
    if (ended === null) { tell(s, by, 'no.over'); return; }
    s.record = ended;
    // From here on it is ours again, whoever's desk it was.
    if (agreed === '') toShopper(s, 'desk.returned', { agent: by.name });
    else toShopper(s, 'desk.returned.agreed', { agent: by.name, agreed });
    if (agreed !== '' && !s.native) await writeTo(s, by, { parts: [{ type: 'text', text: agreed }] });
    if (s.native) return;
    note(s, agreed === '' ? 'returned.plain' : 'returned', { agent: by.name, agreed });
    reflect(s);
  }

  async function close(s: Scene, by: Agent): Promise<void> {
    const ended = await handoffs.end(s.record, 'closed', 'closed', s.turn);
    if (ended === null) { tell(s, by, 'no.over'); return; }
    s.record = ended;
    if (s.native) return;
    toShopper(s, 'desk.closed', { agent: by.name });
    note(s, 'closed', { agent: by.name });
    reflect(s);
  }

  function amended(s: Scene, message: Message | null): void {
    if (s.record.state !== 'offered' && s.record.state !== 'accepted') return;
    if (message === null) note(s, 'shopper.deleted');
    else note(s, 'shopper.edited', { text: textOf(message).slice(0, 2_500) });
  }

  /** A rung of the ladder: taken once, told by whoever tries the turn again. Whoever has moved the hand-off since has moved its time as well. */
  async function step(s: Scene, rung: number): Promise<void> {
    const before = stepOf(s.record, s.turn);
    const due = s.record.rung === rung && s.record.dueAt <= clock();
    const taken = before ?? (due ? await take(s) : null);
    if (taken !== null) tellStep(s, taken);
  }

  /** What this turn has done already. */
  function stepOf(record: HandoffRecord, turn: Turn): Step | null {
    const [done] = Object.entries(record.doneBy).find(([, by]) => by === turn.id) ?? [];
    if (done === 'end') return record.ended === 'idle' ? 'idle' : 'give-up';
    return STEPS.find((step) => step === done) ?? null;
  }

  /** Takes the step that is due; null where somebody else has moved it meanwhile. */
  async function take(s: Scene): Promise<Step | null> {
    const { record, turn } = s;
    const done = (changed: HandoffRecord | null, what: Step): Step | null => {
      if (changed !== null) s.record = changed;
      return changed === null ? null : what;
    };
    if (record.state === 'offered') {
      const what = OFFERED_STEPS[record.rung] ?? 'give-up';
      // Who left an address is not given up yet: the team can still write.
      if (OFFERED_STEPS[record.rung] === 'give-up' && record.callBack !== null && record.desk !== null) return done(await handoffs.climb(record, 'write-later', null, turn), 'write-later');
      if (what === 'give-up') return done(await handoffs.end(record, 'returned', 'nobody-came', turn), what);
      return done(await handoffs.climb(record, what, what === 'escalate' ? await nextTeam(s) : null, turn), what);
    }
    if (record.state !== 'accepted') return null;
    if (acceptedDue(s.team, record.rung, record.unansweredSince, record.lastWordAt).is === 'idle') return done(await handoffs.end(record, 'closed', 'idle', turn), 'idle');
    const what = ACCEPTED_STEPS[record.rung] ?? 'offer-anew';
    return what === 'remind-agent' ? done(await handoffs.climb(record, what, null, turn), what) : done(await handoffs.release(record, turn), what);
  }

  async function nextTeam(s: Scene): Promise<{ team: Team; desk: NonNullable<HandoffRecord['desk']> } | null> {
    const name = s.team?.escalateTo ?? null;
    return name === null ? null : handoffs.teamNamed(s.record.tenant, name);
  }

  function tellStep(s: Scene, what: Step): void {
    const { record } = s;
    const lead = s.team?.lead == null ? '' : `<@${s.team.lead}> `;
    switch (what) {
      case 'remind':
        return note(s, 'remind', { lead, minutes: minutesSince(record.offeredAt) });
      case 'escalate':
        return record.passedFrom === null ? note(s, 'remind', { lead, minutes: minutesSince(record.offeredAt) }) : passedOn(s, record.passedFrom);
      case 'give-up':
        // The shopper is told so, and is not left alone.
        toShopper(s, 'desk.nobody', {});
        note(s, 'give-up');
        return reflect(s);
      case 'write-later':
        toShopper(s, 'desk.nobody.call-back', {});
        return note(s, 'write-later', { lead, minutes: minutesSince(record.offeredAt) });
      case 'remind-agent':
        return note(s, 'remind-agent', { agent: record.agent?.name ?? '', minutes: minutesSince(record.unansweredSince ?? record.lastWordAt) });
      case 'offer-anew':
        toShopper(s, 'desk.anew', {});
        note(s, 'offer-anew');
        return reflect(s);
      case 'idle':
        note(s, 'idle');
        return reflect(s);
    }
  }

  /** Told where it was; shown, with all that is known, where it goes. */
  function passedOn(s: Scene, from: NonNullable<HandoffRecord['passedFrom']>): void {
    const { record } = s;
    const there: HandoffRecord = { ...record, team: from.team, desk: from.desk, ref: from.ref };
    const briefing = openBriefing(record, s.key);
    const reads = from.desk?.language ?? s.reads;
    const words = deskWord(reads, 'escalate', { lead: '', team: record.team ?? '' });
    s.out.toDesk(there, { do: 'post', entry: { kind: 'event', text: words, tone: 'warning' } });
    s.out.toDesk(there, { do: 'reflect', view: { ...viewOf({ ...s, reads }, there), state: 'closed', dueAt: null, ended: words }, briefing: briefing === null ? null : { ...briefing, deskLanguage: reads } });
    if (briefing === null) return;
    const language = record.desk?.language ?? s.reads;
    s.out.toDesk(record, { do: 'open', team: record.desk?.target ?? '', briefing: { ...briefing, deskLanguage: language, dueAt: record.dueAt } });
    s.out.toDesk(record, { do: 'post', entry: { kind: 'event', text: deskWord(language, 'escalated.here', { team: from.team ?? '' }), tone: 'warning' } });
  }

  function minutesSince(at: number): string {
    return String(Math.max(1, Math.round((clock() - at) / MINUTE_MS)));
  }

  function toShopper(s: Scene, id: PhraseId, values: Record<string, string>, by: Agent | null = null): void {
    const text = phrase(s.record.language, id, values);
    for (const message of rendered(s, { parts: [{ type: 'text', text }] })) s.out.toShopper({ message, replyTo: [], ...(by === null ? { from: 'system' as const } : { from: 'agent' as const, by: by.name }) });
  }

  function note(s: Scene, id: DeskWord, values: Record<string, string> = {}): void {
    const warning = ['remind', 'give-up', 'write-later', 'remind-agent', 'offer-anew'].includes(id);
    s.out.toDesk(s.record, { do: 'post', entry: { kind: 'event', text: deskWord(s.reads, id, values), tone: warning ? 'warning' : 'info' } });
  }

  function tell(s: Scene, agent: Agent, id: DeskWord, values: Record<string, string> = {}): void {
    const message: DeskMessage = { do: 'tell', agent, text: deskWord(s.reads, id, values) };
    s.out.toDesk(s.record, message);
  }

  function reflect(s: Scene): void {
    s.out.toDesk(s.record, { do: 'reflect', view: viewOf(s, s.record), briefing: openBriefing(s.record, s.key) });
  }
}

/** How a hand-off stands, as its desk's card shows it. */
function viewOf(s: Scene, record: HandoffRecord): DeskView {
  const over = record.state === 'returned' || record.state === 'closed';
  const ended: Readonly<Record<NonNullable<HandoffRecord['ended']>, DeskWord>> = { 'returned': 'returned.plain', 'closed': 'closed', 'nobody-came': 'give-up', 'idle': 'idle', 'removed': 'uninstalled' };
  return {
    handoff: record.id,
    number: record.number,
    state: record.state,
    agent: record.agent,
    dueAt: over ? null : record.dueAt,
    priority: record.priority,
    deskLanguage: s.reads,
    ended: record.ended === null ? null : deskWord(s.reads, ended[record.ended], { agent: record.agent?.name ?? '' }),
  };
}
