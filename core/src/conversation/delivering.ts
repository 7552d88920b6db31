import { endingOf, ParleyError, Retryable, SETTLED, type Clock, type Connector, type Conversation, type Delivery, type Ending, type Log, type Observer, type Sent, type Turn } from '../contracts/index.js';
import { nextWait, type Backoff } from './backoff.js';
import type { BegunSend, BegunSends } from './begun-sends.js';
import type { Carrier, Carriers, NoCarrier } from './carriers.js';
import type { ClaimWatch } from './claims.js';
import type { Installations } from './installations.js';
import { nextInLanes, type Lane } from './lanes.js';
import type { Records } from './records.js';
import { windowLeft } from './reply-window.js';
import type { TenantShares } from './tenant-shares.js';
import type { Probe } from './thinking.js';

export interface DeliveringOptions {
  backoff: Backoff;
  /** A delivery that could not be made within this time is dead. */
  deadlineMs: number;
  /** How long one call to a host may take. */
  timeoutMs: number;
}

export const DELIVERING: DeliveringOptions = { backoff: { firstMs: 500, capMs: 5 * 60_000 }, deadlineMs: 6 * 3_600_000, timeoutMs: 15_000 };

/** Sends what turns composed: each lane in order, each message as often as its channel's law allows and no more. */
export interface Delivering {
  /** Sends what is due in this mailbox. Returns when the next is due, if ever. */
  run(mailbox: string): Promise<{ dueAt: number | null }>;
}

export interface DeliveringDeps {
  records: Records;
  installations: Installations;
  connectors: ReadonlyMap<string, Connector>;
  carriers: Carriers;
  claims: ClaimWatch;
  begunSends: BegunSends;
  shares: TenantShares;
  worker: string;
  clock: Clock;
  /** Milliseconds that never jump. */
  monotonic: () => number;
  random: () => number;
  log: Log;
  observer: Observer;
  probe: Probe;
  options: DeliveringOptions;
}

/** Composed turns of a mailbox looked at together. */
const HEAD = 200;

/** How often a long-running send shows that it lives, and how long after its claim a send may begin: well before others would take it over. */
const BEAT_MS = 5_000;
const BEGIN_MS = 10_000;
const UNREADABLE_MS = 60_000;
/** A host may show what it took some seconds later: it does not have a message only if it still does not after this. */
const SHOWN_MS = 3_000;

type Changes = Partial<Omit<Delivery, 'id'>>;
/** What a delivery becomes instead of being sent. */
type Barred = Changes & { state: Delivery['state'] };

export function createDelivering(deps: DeliveringDeps): Delivering {
  const { records, installations, connectors, carriers, claims, begunSends, worker, clock, monotonic, random, log, observer, probe, options } = deps;

  return {
    async run(mailbox) {
      const begun = begunSends.of(mailbox);
      // Whoever writes it asks for the mailbox again.
      if (begun === 'under-way') return { dueAt: null };
      const open = begun === null ? await composed(mailbox) : [begun.turn];
      const [first] = open;
      if (first === undefined) return { dueAt: null };
      const leave = deps.shares.enter(first.tenant, mailbox);
      if (leave === null) return { dueAt: null };
      try {
        if (begun === null) return await sendAll(mailbox, open);
        begunSends.taken(mailbox);
        return (await sendBegun(begun)) === 'done' ? { dueAt: null } : await sendAll(mailbox, await composed(mailbox));
      } finally {
        leave();
      }
    },
  };

  function composed(mailbox: string): Promise<Turn[]> {
    return records.turns.find('all', { where: { mailbox, state: 'composed' }, sort: [{ path: 'seq', order: 'asc' }], limit: HEAD });
  }

  async function sendAll(mailbox: string, seen: Turn[]): Promise<{ dueAt: number | null }> {
    for (let open = seen; open.length > 0; open = await composed(mailbox)) {
      const lanes = nextInLanes(open, clock(), (turn, d) => d.claim !== null && claims.isStale(`${turn.id}/${d.id}`, d.claim));
      const moved = await Promise.all(lanes.map((lane) => step(lane)));
      if (!moved.some(Boolean)) return { dueAt: dueNext(lanes) };
      // Most often one reply was sent and that was all: whatever came meanwhile has woken us again.
      if (open.length === 1 && lanes.length === 1 && moved[0] === 'done') return { dueAt: null };
    }
    return { dueAt: null };
  }

  function dueNext(lanes: readonly Lane[]): number | null {
    const times = lanes.filter((l) => l.is === 'later').map((l) => l.dueAt);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Whether anything changed, so that the lane should be looked at again; `done` where the whole turn came to its end. */
  async function step(lane: Lane): Promise<boolean | 'done'> {
    if (lane.is === 'later' || lane.is === 'busy') return false;
    if (lane.is === 'settled') return settle(lane.turn);
    return lane.is === 'stale' ? recover(lane.turn, lane.delivery) : send(lane.turn, lane.delivery);
  }

  async function settle(turn: Turn): Promise<boolean> {
    return (await records.turns.update('all', turn.id, { when: { state: 'composed' }, set: { state: 'done', doneAt: clock() } })) !== null;
  }

  /** Writes a delivery's new state against the exact state it was read in. Finishes the turn with it when it was the last. */
  async function change(turn: Turn, d: Delivery, set: Changes): Promise<Turn | null> {
    const path = `deliveries.${d.id}`;
    const changes: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(set)) changes[`${path}.${field}`] = value;
    const state = set.state ?? d.state;
    const others = Object.values(turn.deliveries).filter((o) => o.id !== d.id);
    if (SETTLED.includes(state) && others.every((o) => SETTLED.includes(o.state))) Object.assign(changes, { state: 'done', doneAt: clock() });
    const attention = worstOf([state, ...others.map((o) => o.state)]);
    if (attention !== turn.attention) changes['attention'] = attention;
    if (set.dueAt !== undefined) changes['dueAt'] = set.dueAt;
    return records.turns.update('all', turn.id, { when: { state: 'composed', [`${path}.state`]: d.state, [`${path}.attempts`]: d.attempts, [`${path}.claim.worker`]: d.claim?.worker ?? null }, set: changes });
  }

  /** A `sending` whose sender is gone: never simply sent again; the channel's law decides. */
  async function recover(turn: Turn, d: Delivery): Promise<boolean | 'done'> {
    const carrier = await carriers.of(turn, d, await conversationOf(turn));
    if ('none' in carrier) return (await change(turn, d, { ...without(turn, carrier), claim: null })) !== null;
    log.info({ turn: turn.id, delivery: d.id, law: carrier.resend }, 'a send was interrupted; settling it by the law of its host');
    return unsettled(turn, d, carrier, 'the sender stopped before the host answered', 0);
  }

  /** After a call whose outcome nobody saw. */
  async function unsettled(turn: Turn, d: Delivery, carrier: Carrier, why: string, waitMs: number): Promise<boolean | 'done'> {
    switch (carrier.resend) {
      case 'key':
        return (await change(turn, d, { state: 'retry', claim: null, dueAt: clock() + waitMs, reason: why })) !== null;
      case 'blind':
        return (await change(turn, d, { state: 'uncertain', claim: null, reason: `${why}; this host cannot tell, so it is not sent again` })) !== null;
      case 'readback':
        return lookFirst(turn, d, carrier, why, waitMs);
    }
  }

  async function lookFirst(turn: Turn, d: Delivery, carrier: Carrier, why: string, waitMs: number): Promise<boolean | 'done'> {
    const { find } = carrier;
    if (find === null) return (await change(turn, d, { state: 'uncertain', claim: null, reason: `${why}; it cannot be looked up` })) !== null;
    let found: Sent | 'absent' | 'unknown';
    try {
      found = await installations.call(carrier.installation, 'find', (i) => find(i, d.firstSendAt ?? turn.storedAt));
    } catch (e) {
      if (!ParleyError.isInstance(e)) throw e;
      found = 'unknown';
    }
    if (typeof found === 'object') return delivered(turn, d, carrier, found);
    if (found === 'absent') {
      const lookAgainAt = Math.max(clock() + waitMs, (d.sendingAt ?? 0) + SHOWN_MS);
      if (lookAgainAt <= clock()) return (await change(turn, d, { state: 'retry', claim: null, dueAt: clock(), reason: `${why}; the host does not have it` })) !== null;
      // Looked up once more just before it is sent again.
      await change(turn, d, { dueAt: lookAgainAt, claim: null, reason: `${why}; the host does not have it yet` });
      return false;
    }
    if (clock() - (d.firstSendAt ?? clock()) > options.deadlineMs) return (await change(turn, d, { state: 'uncertain', claim: null, reason: `${why}; the host could not tell until the deadline` })) !== null;
    // Still `sending`, without a sender: looked up again when due.
    await change(turn, d, { dueAt: clock() + nextWait(options.backoff, d.attempts + 1, random), claim: null });
    return false;
  }

  async function delivered(turn: Turn, d: Delivery, carrier: Carrier, sent: Sent): Promise<boolean | 'done'> {
    // First what follows from it: a crash in between has it looked up or sent again, and done again.
    await carrier.arrived?.(sent);
    const after = await change(turn, d, { state: 'delivered', hostId: sent.hostId, deliveredAt: sent.at, claim: null, reason: null });
    return after?.state === 'done' ? 'done' : after !== null;
  }

  async function send(turn: Turn, d: Delivery): Promise<boolean | 'done'> {
    const ready = await readyToSend(turn, d);
    if ('state' in ready) return (await change(turn, d, ready)) !== null && ready.state !== 'held';
    const now = clock();
    const begunAt = monotonic();
    const taken = await change(turn, d, { state: 'sending', claim: { worker, attempt: d.attempts + 1, beat: 0 }, attempts: d.attempts + 1, sendingAt: now, firstSendAt: d.firstSendAt ?? now });
    const sending = taken?.deliveries[d.id];
    if (taken === null || sending === undefined) return false;
    probe('sending', turn.id);
    return call(taken, sending, ready, begunAt);
  }

  /** Sends what was taken for sending when it was composed. */
  async function sendBegun({ turn, begunAt }: BegunSend): Promise<boolean | 'done'> {
    const d = Object.values(turn.deliveries).find((one) => one.state === 'sending');
    if (d === undefined) return false;
    const ready = await readyToSend(turn, d);
    if ('state' in ready) return (await change(turn, d, { ...ready, claim: null })) !== null;
    return call(turn, d, ready, begunAt);
  }

  /** What is needed for the call, or what the delivery becomes instead. */
  async function readyToSend(turn: Turn, d: Delivery): Promise<Carrier | Barred> {
    const conversation = await conversationOf(turn);
    const barred = await barrier(turn, d, conversation);
    if (barred !== null) return barred;
    const carrier = await carriers.of(turn, d, conversation);
    return 'none' in carrier ? without(turn, carrier) : carrier;
  }

  /** What a delivery becomes that has no way to its host. */
  function without(turn: Turn, { none }: NoCarrier): Barred {
    switch (none) {
      case 'gone':
        return { state: 'dead', reason: 'its installation is gone' };
      case 'not-shown':
        return { state: 'dead', reason: 'the desk never showed this conversation' };
      case 'erased':
        return { state: 'superseded', reason: 'the shopper was erased' };
      case 'unreadable':
        return unreadable(turn);
    }
  }

  /** The call itself, with `d` in state `sending` and ours. */
  async function call(turn: Turn, d: Delivery, carrier: Carrier, begunAt: number): Promise<boolean | 'done'> {
    const at = clock();
    const beating = setInterval(() => void beat(turn, d).catch((e: unknown) => log.warn({ turn: turn.id, error: String(e) }, 'a beat could not be written')), BEAT_MS);
    const observed = (ending: Ending) => observer.sent({ turn, delivery: d.id, at, ms: monotonic() - begunAt, ending });
    try {
      const sent = await installations.call(carrier.installation, 'send', (i) => {
        // This process stood still, or renewing the credentials took long: somebody else may have taken over by now.
        if (monotonic() - begunAt > BEGIN_MS) throw new Retryable(`sending began more than ${BEGIN_MS} ms late`, { code: 'delivery.late' });
        return withTimeout(options.timeoutMs, (signal) => carrier.send(i, signal));
      });
      probe('host-accepted', turn.id);
      observed({ ok: true });
      return await delivered(turn, d, carrier, sent);
    } catch (e) {
      observed(endingOf(e));
      return await failed(turn, d, carrier, e);
    } finally {
      clearInterval(beating);
    }
  }

  /** Shows that the sender of a slow call lives. */
  async function beat(turn: Turn, d: Delivery): Promise<void> {
    const path = `deliveries.${d.id}`;
    await records.turns.update('all', turn.id, { when: { [`${path}.state`]: 'sending', [`${path}.attempts`]: d.attempts, [`${path}.claim.worker`]: worker }, inc: { [`${path}.claim.beat`]: 1 } });
  }

  /** What forbids sending now: an older epoch, the host's window, our own deadline. */
  async function barrier(turn: Turn, d: Delivery, conversation: Conversation | null): Promise<Barred | null> {
    if (conversation !== null && d.epoch < conversation.epoch) return { state: 'superseded', reason: 'the conversation went on with somebody else' };
    const laws = d.target === 'channel' ? connectors.get(turn.connector)?.channel?.laws : undefined;
    if (laws?.replyWindow) {
      const left = await windowLeft(records, turn, d, laws.replyWindow, clock());
      if (!left.open) {
        const dueAt = clock() + 60_000;
        if (clock() - (turn.composedAt ?? turn.storedAt) > laws.replyWindow.ms) return { state: 'dead', reason: `the host's reply window closed: ${left.why}` };
        return { state: 'held', dueAt, reason: left.why };
      }
    }
    return null;
  }

  async function failed(turn: Turn, d: Delivery, carrier: Carrier, e: unknown): Promise<boolean | 'done'> {
    if (!ParleyError.isInstance(e)) {
      log.error({ turn: turn.id, delivery: d.id, error: e instanceof Error ? (e.stack ?? e.message) : String(e) }, 'a channel threw outside the error family');
      return unsettled(turn, d, carrier, 'the connector failed in an unexpected way', nextWait(options.backoff, d.attempts, random));
    }
    const facts = { turn: turn.id, delivery: d.id, attempt: d.attempts, code: e.code, kind: e.kind };
    if (e.kind === 'rejected' || e.kind === 'bug') {
      log.error(facts, 'a delivery is dead');
      return (await change(turn, d, { state: 'dead', claim: null, reason: `${e.code}: ${e.message}`.slice(0, 500) })) !== null;
    }
    const wait = nextWait(options.backoff, d.attempts, random, e instanceof Retryable ? e.retryAfterMs : undefined);
    // Time in which the host's window was closed is not time in which it could be sent; a re-drive begins anew.
    const since = Math.max(turn.composedAt ?? turn.storedAt, d.firstSendAt ?? 0);
    if (clock() + wait - since > options.deadlineMs) {
      log.error(facts, 'a delivery is dead: its time is over');
      if (e instanceof Retryable && e.mayHaveHappened && carrier.resend !== 'key') return (await change(turn, d, { state: 'uncertain', claim: null, reason: `${e.code}: the host never answered` })) !== null;
      return (await change(turn, d, { state: 'dead', claim: null, reason: `${e.code}: not delivered within its time after ${d.attempts} tries` })) !== null;
    }
    log.warn({ ...facts, waitMs: wait }, 'a delivery is tried again');
    if (e instanceof Retryable && e.mayHaveHappened) return unsettled(turn, d, carrier, e.code, wait);
    return (await change(turn, d, { state: 'retry', claim: null, dueAt: clock() + wait, reason: e.code })) !== null;
  }

  async function conversationOf(turn: Turn): Promise<Conversation | null> {
    return turn.conversation === null ? null : records.conversations.get({ tenant: turn.tenant }, turn.conversation);
  }

  /** Written by a newer release, perhaps: one that can read it may come before its time is over. */
  function unreadable(turn: Turn): Barred {
    const over = clock() - (turn.composedAt ?? turn.storedAt) > options.deadlineMs;
    return over ? { state: 'dead', reason: 'this release cannot read it' } : { state: 'retry', dueAt: clock() + UNREADABLE_MS, reason: 'this release cannot read it' };
  }
}

/** What a person should see first. Nothing, once everything that was held has gone out. */
function worstOf(states: readonly Delivery['state'][]): Turn['attention'] {
  return (['dead', 'uncertain', 'held'] as const).find((state) => states.includes(state)) ?? null;
}

/** Runs a call with a signal that ends it. A call that was cut off may have happened. */
async function withTimeout<T>(ms: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Retryable(`the host did not answer within ${ms} ms`, { code: 'delivery.timeout', mayHaveHappened: true })), { once: true });
  });
  return Promise.race([run(signal), cut]);
}

