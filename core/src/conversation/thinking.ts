import { endingOf, ParleyError, textOf, type ActionIntent, type ChannelLaws, type Clock, type Connector, type InboundEvent, type Ending, type Log, type Observer, type Outcome, type StepTime, type Turn } from '../contracts/index.js';
import type { Identities, SealKey } from '../security/index.js';
import type { ClaimWatch } from './claims.js';
import type { BegunSends } from './begun-sends.js';
import { decisionOf, type Decision } from './decision.js';
import { beginFirst, planDeliveries } from './plan-deliveries.js';
import { failedPlan } from './failed-plan.js';
import type { FirstClaims } from './first-claims.js';
import type { HandoffTurns } from './handoff/handoff-turns.js';
import type { Relay } from './handoff/relay.js';
import type { HostEvents } from './host-events.js';
import type { Installations } from './installations.js';
import type { Pipeline } from './pipeline.js';
import type { Records } from './records.js';
import type { Sessions } from './session.js';
import type { ShopOf } from './shop.js';
import { createTaking } from './taking.js';
import type { TenantShares } from './tenant-shares.js';
import { openEvent, openTurn, type Planned, type Received, type Thought } from './work.js';

/** A turn that failed this often is answered with an honest apology instead of being tried for ever. */
const MAX_ATTEMPTS = 3;
/** Where even that fails so often, the turn ends, and the merchant sees it: those behind it must not wait for ever. Some three minutes. */
const GIVE_UP_ATTEMPTS = 20;
const RETRY_MS = 1_000;
const HOST_EVENT_RETRY_MS = 60_000;
/** How often a long-running claim shows that it lives. */
const BEAT_MS = 5_000;
const HEAD = 50;

/** What an attempt came to: its steps, and how it ended for the shopper. */
interface Ended {
  timeline: readonly StepTime[];
  outcome: Outcome | null;
}
const UNTHOUGHT: Ended = { timeline: [], outcome: null };

/** Points at which a fault test may stop the process; does nothing in production. */
export type Probe = (point: 'inserted' | 'decided' | 'sending' | 'host-accepted', id: string) => void;

/** Takes a mailbox's turns in order, each thought through exactly once. */
export interface Thinking {
  /** Works on the mailbox until its head is finished, in another's hands, or not due yet. Returns when it is due, if ever. */
  run(mailbox: string): Promise<{ dueAt: number | null }>;
}

export interface ThinkingDeps {
  records: Records;
  installations: Installations;
  identities: Identities;
  connectors: ReadonlyMap<string, Connector>;
  pipeline: Pipeline;
  sessions: Sessions;
  shopOf: ShopOf;
  hostEvents: HostEvents;
  handoffTurns: HandoffTurns;
  relay: Relay;
  claims: ClaimWatch;
  firstClaims: FirstClaims;
  shares: TenantShares;
  worker: string;
  clock: Clock;
  monotonic: () => number;
  log: Log;
  observer: Observer;
  probe: Probe;
  /** Where a first delivery is kept that was taken for sending in the same write. */
  begunSends: BegunSends;
  /** Called when a turn has deliveries to send. */
  onComposed(turn: Turn): void;
}

export function createThinking(deps: ThinkingDeps): Thinking {
  const { records, installations, identities, connectors, pipeline, sessions, hostEvents, handoffTurns, relay, firstClaims, worker, clock, monotonic, log, observer, probe } = deps;

  const taking = createTaking({ records, claims: deps.claims, firstClaims, worker, clock });

  return {
    async run(mailbox) {
      for (;;) {
        const { waiting, laneFree } = await unfinished(mailbox);
        const [head] = waiting;
        if (head === undefined) return { dueAt: null };
        if (head.dueAt > clock()) return { dueAt: head.dueAt };
        const leave = deps.shares.enter(head.tenant, mailbox);
        if (leave === null) return { dueAt: null };
        try {
          if (!(await takeHead(head, waiting, laneFree))) return { dueAt: null };
        } finally {
          leave();
        }
      }
    },
  };

  /** Works on what is first in a mailbox. Whether there may be more to do in it at once. */
  async function takeHead(head: Turn, waiting: readonly Turn[], laneFree: boolean): Promise<boolean> {
    const claimed = await taking.claim(head);
    if (claimed === null) return false;
    const answered = await taking.mergeInto(claimed, waiting);
    const ended = await attempt(answered, laneFree);
    // Whatever came meanwhile has woken us again; only what we saw and left needs another look now.
    return !(ended && answered.id === waiting.at(-1)?.id && waiting.length < HEAD);
  }

  /** Turns of a mailbox that are not thought through, in order, and whether no earlier reply is still on its way. One look-up serves for both. */
  async function unfinished(mailbox: string): Promise<{ waiting: Turn[]; laneFree: boolean }> {
    const inStates = (states: readonly Turn['state'][]) => records.turns.find('all', { where: { mailbox, state: { in: states } }, sort: [{ path: 'seq', order: 'asc' }], limit: HEAD });
    const seen = await inStates(['received', 'decided', 'composed']);
    const waiting = seen.filter((t) => t.state !== 'composed');
    const laneFree = waiting.length === seen.length;
    // Replies that wait for their window may fill the page.
    if (!laneFree && seen.length === HEAD) return { waiting: await inStates(['received', 'decided']), laneFree };
    return { waiting, laneFree };
  }

  /** Whether the turn came to its end; otherwise it is tried again later. */
  async function attempt(turn: Turn, laneFree: boolean): Promise<boolean> {
    const beating = setInterval(() => void taking.beat(turn).catch((e: unknown) => log.warn({ turn: turn.id, error: String(e) }, 'a beat could not be written')), BEAT_MS);
    const at = clock();
    const begun = monotonic();
    let ended: Ended = UNTHOUGHT;
    let ending: Ending = { ok: true };
    try {
      ended = await think(turn, laneFree);
      return true;
    } catch (e) {
      ending = endingOf(e);
      await postpone(turn, e);
      return false;
    } finally {
      clearInterval(beating);
      observer.thought({ turn, at, begun, ms: monotonic() - begun, waitedMs: Math.max(0, at - turn.storedAt), ...ended, ending });
    }
  }

  async function postpone(turn: Turn, e: unknown): Promise<void> {
    // Somebody waits for what an agent does; hosts' own records can wait.
    const wait = turn.kind === 'message' ? RETRY_MS * turn.attempts : turn.kind === 'desk' ? Math.min(RETRY_MS * 2 ** Math.min(turn.attempts, 6), HOST_EVENT_RETRY_MS) : Math.min(HOST_EVENT_RETRY_MS * 2 ** Math.min(turn.attempts - 1, 6), 3_600_000);
    log.error(
      { turn: turn.id, tenant: turn.tenant, attempt: turn.attempts, code: ParleyError.isInstance(e) ? e.code : 'unexpected', error: e instanceof Error ? (e.stack ?? e.message) : String(e) },
      'a turn failed; it is tried again',
    );
    await records.turns.update('all', turn.id, { when: taking.mine(turn), set: { claim: null, dueAt: clock() + wait } });
  }

  async function think(turn: Turn, laneFree: boolean): Promise<Ended> {
    const key = await identities.keyById(turn.tenant, turn.sealKey);
    if (key === null && turn.kind === 'privacy') {
      // Only the erasure of its whole tenant destroys the key of such a turn: it broke off, and goes on.
      await hostEvents.eraseOn(turn);
      return finish(turn, null);
    }
    if (key === null) return finish(turn, 'the shopper was erased before this was answered');
    const event = openEvent(turn, key);
    if (turn.handoff !== null || event.body.type === 'amendment') return inHandoff(turn, event, key);
    if (event.body.type !== 'message') {
      await hostEvents.handle(turn, event);
      return finish(turn, null);
    }
    const received = await receive(turn, event, key);
    if (received === null) return finish(turn, 'the installation is gone');
    // Whatever they write about: a request to erase them names them by this.
    if (received.shopper.customerId !== null) await identities.link({ tenant: turn.tenant, installation: turn.installation, identity: received.shopper.identity }, { customerId: received.shopper.customerId });
    if (turn.attempts > GIVE_UP_ATTEMPTS) return giveUp(turn);
    if (turn.state === 'decided') {
      // What was decided cannot be worded or sent by this release: an apology, and a person, instead of trying for ever.
      const resumed = turn.attempts > MAX_ATTEMPTS * 2 ? await failedPlan(received, { sessions, shopOf: deps.shopOf }) : await resume(received);
      return resumed === null ? finish(turn, 'its conversation is gone') : compose(resumed, laneFree);
    }
    const decided = await decide(received);
    return decided === null ? UNTHOUGHT : compose(decided.planned, laneFree, decided.unsaved);
  }

  /** What an agent did, a clock said, or a shopper changed afterwards: its effects, and what it sends, in one write. */
  async function inHandoff(turn: Turn, event: InboundEvent, key: SealKey): Promise<Ended> {
    // What can never be done must not stand in the shopper's way.
    if (turn.attempts > GIVE_UP_ATTEMPTS) return giveUp(turn);
    const { conversation, deliveries } = await handoffTurns.handle(turn, event, key);
    const open = Object.keys(deliveries).length > 0;
    const now = clock();
    const saved = await records.turns.update('all', turn.id, { when: taking.mine(turn), set: { state: open ? 'composed' : 'done', composedAt: now, doneAt: open ? null : now, dueAt: now, claim: null, conversation, deliveries } });
    if (saved === null) return UNTHOUGHT;
    firstClaims.finished(saved);
    if (open) deps.onComposed(saved);
    return UNTHOUGHT;
  }

  async function finish(turn: Turn, note: string | null): Promise<Ended> {
    if (note !== null) log.info({ turn: turn.id }, note);
    return end(turn, {});
  }

  async function giveUp(turn: Turn): Promise<Ended> {
    log.error({ turn: turn.id, tenant: turn.tenant, attempts: turn.attempts }, 'a turn is given up: it can be neither answered nor apologised for');
    return end(turn, { attention: 'dead' });
  }

  async function end(turn: Turn, more: Pick<Turn, 'attention'> | Record<string, never>): Promise<Ended> {
    const saved = await records.turns.update('all', turn.id, { when: taking.mine(turn), set: { state: 'done', doneAt: clock(), claim: null, ...more } });
    if (saved !== null) firstClaims.finished(saved);
    return UNTHOUGHT;
  }

  async function receive(turn: Turn, event: InboundEvent, key: SealKey): Promise<Received | null> {
    const installation = await installations.byId(turn.installation);
    if (installation === null || installation.state === 'uninstalled' || event.body.type !== 'message') return null;
    const laws: ChannelLaws | undefined = connectors.get(turn.connector)?.channel?.laws;
    if (laws === undefined) return null;
    const earlier = await Promise.all(turn.merges.map((id) => records.turns.get({ tenant: turn.tenant }, id)));
    // A merge that a crash interrupted may list them in another order than they were written.
    // One that is not marked was taken up by another process while we, or whoever claimed them together, stood still: it has an answer of its own.
    const inOrder = earlier.filter((t): t is Turn => t?.state === 'merged').sort((a, b) => a.seq - b.seq);
    const bodies = inOrder.flatMap((t) => {
      const { body } = openEvent(t, key);
      return body.type === 'message' ? [body] : [];
    });
    bodies.push(event.body);
    return {
      turn,
      event,
      text: bodies.map((b) => textOf(b.message)).filter((t) => t !== '').join('\n'),
      messages: bodies.map((b) => b.message),
      merges: inOrder.map((t) => t.id),
      replyTo: bodies.map((b) => b.hostMessageId),
      images: bodies.reduce((n, b) => n + b.message.parts.filter((p) => p.type === 'image').length, 0),
      shopper: { identity: event.body.from.id, customerId: event.body.from.customerId ?? null },
      key,
      installation,
      laws,
      now: clock(),
      timeline: [],
    };
  }

  /**
   * Thinks up to the plan. A plan that does something is saved before it is done; one that only says something is saved with its
   * words in one write, before they are sent: until then nobody can have seen an effect of it.
   */
  async function decide(received: Received): Promise<{ planned: Planned; unsaved: Decision | null } | null> {
    const { turn } = received;
    const planned = turn.attempts > MAX_ATTEMPTS ? await failedPlan(received, { sessions, shopOf: deps.shopOf }) : await pipeline.think(received);
    const decision = decisionOf(planned, clock());
    if (planned.plan.actions.length === 0) return { planned: { ...planned, turn: { ...turn, ...decision } }, unsaved: decision };
    const saved = await records.turns.update('all', turn.id, { when: taking.mine(turn), set: { state: 'decided', ...decision } });
    if (saved === null) return null;
    probe('decided', turn.id);
    return { planned: { ...planned, turn: saved }, unsaved: null };
  }

  /** Goes on from what was decided before a crash. */
  async function resume(received: Received): Promise<Planned | null> {
    const { turn, key } = received;
    const { thought } = openTurn(turn, key);
    if (thought === null) return null;
    const conversation = await records.conversations.get({ tenant: turn.tenant }, turn.conversation ?? '');
    if (conversation === null) return null;
    const shop = await deps.shopOf(received.installation);
    return { ...received, masked: { text: thought.masked, slots: thought.slots }, perception: thought.perception, recalled: { conversation, memory: thought.plan.memory, shop }, plan: thought.plan };
  }

  /** Acts, words, checks, and saves the reply with its deliveries in one write, and in the same what was decided where that is yet unsaved. */
  async function compose(planned: Planned, laneFree: boolean, unsaved: Decision | null = null): Promise<Ended> {
    const { turn, key, plan, perception } = planned;
    const guarded = plan.say.length === 0 ? null : await pipeline.answer(planned);
    const reply = guarded?.checked.reply ?? null;
    const thought: Thought = { perception, plan, masked: planned.masked.text, slots: planned.masked.slots };
    const now = clock();
    const channel = connectors.get(turn.connector)?.channel;
    const atDesk = await relay.of(planned, guarded, now);
    const deliveries = { ...(reply === null || plan.draft ? {} : planDeliveries({ work: planned, reply, channel, now })), ...atDesk.deliveries };
    const open = Object.values(deliveries).some((d) => d.state === 'planned');
    const begun = laneFree && beginFirst(deliveries, channel, worker, now);
    const intents: Record<string, ActionIntent> = {};
    for (const intent of Object.values(turn.intents)) {
      const receipt = guarded?.receipts.find((r) => r.id === intent.id);
      intents[intent.id] = receipt === undefined ? { ...intent, state: 'refused', reason: 'the conversation is with an agent already' } : { ...intent, state: 'done', receipt: key.seal(JSON.stringify(receipt), `turn/${turn.id}`) };
    }
    const write = () => records.turns.update('all', turn.id, {
      when: taking.mine(turn),
      set: {
        ...unsaved,
        state: open ? 'composed' : 'done',
        composedAt: now,
        doneAt: open ? null : now,
        dueAt: now,
        claim: null,
        reply: reply === null ? null : key.seal(JSON.stringify(reply), `turn/${turn.id}/reply`),
        checked: { sentences: reply?.sentences.length ?? 0, withEvidence: reply?.sentences.filter((s) => s.evidence.length + s.receipts.length > 0).length ?? 0, removed: guarded?.checked.removed ?? [] },
        deliveries,
        handoff: atDesk.handoff,
        intents,
        steps: Object.fromEntries(planned.timeline.map((t) => [t.step, t.ms])),
      },
    });
    const saved = await (begun ? deps.begunSends.during(turn.mailbox, monotonic(), write) : write());
    const ended: Ended = { timeline: planned.timeline, outcome: plan.outcome };
    if (saved === null) return ended;
    firstClaims.finished(saved);
    if (begun) probe('sending', turn.id);
    if (open) deps.onComposed(saved);
    await sessions.apply(planned.recalled.conversation, saved, thought, key);
    return ended;
  }
}
