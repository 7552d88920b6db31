import { LRUCache } from 'lru-cache';
import { Bug, InboundEvent, type Clock, type Log, type MailboxRef, type Observer, type Stored, type Turn } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Identities, Master, SealKey } from '../security/index.js';
import { DuplicateKey } from '../storage/index.js';
import { keepNamed } from './blobs.js';
import type { CallsForWork } from './calls-for-work.js';
import type { FirstClaims } from './first-claims.js';
import type { Installations } from './installations.js';
import type { HandoffRecord, InstallationRecord, Records } from './records.js';
import type { Probe } from './thinking.js';

/** A valid event of an unknown account is kept this long in case the install is still on its way. */
const PARK_MS = 3_600_000;
/** More collisions in a row than this many other web processes could cause. */
const MAX_SEQ_TRIES = 200;
const ADOPTED_AT_ONCE = 1_000;

/** Stores verified events as turns: once each, in order, at the end of their mailbox. */
export interface Intake {
  /** Resolves when every event is durable; only then may the host get its acknowledgement. */
  store(connector: string, events: readonly InboundEvent[]): Promise<Stored[]>;
  /**
   * Stores what a desk or a clock of ours has to say at the end of the mailbox of a hand-off, sealed with its shopper's key. `gone` where that
   * key is destroyed: nobody is there to be told anything.
   */
  within(handoff: HandoffRecord, id: string, event: InboundEvent): Promise<'stored' | 'duplicate' | 'gone'>;
  /** Takes in what was parked for an account that has just been connected. */
  adopt(connector: string, account: string): Promise<number>;
  /** Forgets parked events whose time is over. Returns how many. */
  expireParked(): Promise<number>;
}

/** Mailboxes with something new, each with its tenant. */
type Moved = Map<string, string>;

/** Everybody whose texts are sealed but who is no shopper: the merchant's own host events. */
const TENANT_IDENTITY = 'tenant';

export function mailboxOf(connector: string, account: string, ref: MailboxRef): string {
  return ref.kind === 'thread' ? threadOf(connector, account, ref.hostThread) : idOf('entity', connector, account, ref.topic, ref.entity);
}

/** A thread's id follows from where it is, so storing needs no look-up. */
export function threadOf(connector: string, account: string, hostThread: string): string {
  return idOf('thread', connector, account, hostThread);
}

export function createIntake(deps: {
  records: Records;
  installations: Installations;
  identities: Identities;
  master: Master;
  calls: CallsForWork;
  firstClaims: FirstClaims;
  clock: Clock;
  monotonic: () => number;
  log: Log;
  observer: Observer;
  release: string;
  probe: Probe;
}): Intake {
  const { records, installations, identities, master, calls, firstClaims, clock, monotonic, log, observer, release, probe } = deps;
  /** Last sequence number seen per mailbox: a hint that saves a read; the unique index is the truth. */
  const lastSeq = new LRUCache<string, number>({ max: 50_000 });

  async function readLastSeq(mailbox: string): Promise<number> {
    const [last] = await records.turns.find('all', { where: { mailbox }, sort: [{ path: 'seq', order: 'desc' }], limit: 1 });
    return last?.seq ?? 0;
  }

  /** @param moved is told which mailbox has something new, and whose it is */
  async function storeOne(connector: string, event: InboundEvent, moved: Moved): Promise<Stored> {
    const id = idOf('turn', connector, event.account, event.eventKey);
    const at = clock();
    const begun = monotonic();
    const installation = await installations.byAccount(connector, event.account);
    const stored = await (installation === null ? park(connector, id, event, moved) : append(installation, id, event, moved));
    observer.stored({ connector, turn: id, state: stored.state, at, ms: monotonic() - begun });
    return stored;
  }

  async function append(installation: InstallationRecord, id: string, event: InboundEvent, moved: Moved): Promise<Stored> {
    const identity = 'from' in event.body ? event.body.from.id : TENANT_IDENTITY;
    const key = await identities.keyOf({ tenant: installation.tenant, installation: installation.id, identity });
    const mailbox = mailboxOf(installation.connector, event.account, event.mailbox);
    const turn = newTurn({ tenant: installation.tenant, connector: installation.connector, installation: installation.id, account: installation.account, handoff: null }, id, mailbox, event, key);
    await keepNamed(records, { tenant: turn.tenant, owner: turn.sealKey, body: event.body });
    return atTheEnd(turn, event, moved);
  }

  /** Gives a turn the next place in its mailbox. */
  async function atTheEnd(turn: Turn, event: InboundEvent, moved: Moved): Promise<Stored> {
    const { id, mailbox } = turn;
    let seq = lastSeq.get(mailbox) ?? (await readLastSeq(mailbox));
    for (let attempt = 0; attempt < MAX_SEQ_TRIES; attempt++) {
      try {
        await records.turns.insert({ ...turn, seq: seq + 1, ...firstClaims.of({ id, mailbox, seq: seq + 1 }) });
        lastSeq.set(mailbox, seq + 1);
        moved.set(mailbox, turn.tenant);
        probe('inserted', id);
        return { eventKey: event.eventKey, turn: id, state: 'stored' };
      } catch (e) {
        firstClaims.drop(id);
        if (!(e instanceof DuplicateKey)) throw e;
        if (e.index !== 'mailbox_seq') return duplicate(event, id);
        // Somebody was quicker. It may even have been this same event through another process.
        if ((await records.turns.get('all', id)) !== null) return duplicate(event, id);
        seq = await readLastSeq(mailbox);
      }
    }
    throw new Bug(`mailbox ${mailbox} moved ${MAX_SEQ_TRIES} times while one event was stored`, { code: 'intake.contended', connector: turn.connector });
  }

  function duplicate(event: InboundEvent, turn: string): Stored {
    return { eventKey: event.eventKey, turn, state: 'duplicate' };
  }

  function newTurn(of: Pick<Turn, 'tenant' | 'connector' | 'installation' | 'account' | 'handoff'>, id: string, mailbox: string, event: InboundEvent, key: SealKey): Turn {
    const now = clock();
    return {
      ...of,
      id,
      mailbox,
      seq: 1,
      kind: event.body.type,
      sealKey: key.id,
      event: key.seal(JSON.stringify(event), `turn/${id}`),
      state: 'received',
      dueAt: now,
      claim: null,
      attention: null,
      attempts: 0,
      merges: [],
      conversation: null,
      understood: null,
      decided: null,
      checked: null,
      thought: null,
      reply: null,
      intents: {},
      deliveries: {},
      hostAt: event.at,
      storedAt: now,
      decidedAt: null,
      composedAt: null,
      doneAt: null,
      modelCostMicros: 0,
      resolution: null,
      steps: {},
      release,
    };
  }

  async function park(connector: string, id: string, event: InboundEvent, moved: Moved): Promise<Stored> {
    const sealed = master.seal(JSON.stringify(event), `parked/${id}`);
    try {
      await records.parked.insert({ id, tenant: 'parked', connector, account: event.account, sealed, expiresAt: clock() + PARK_MS });
      log.info({ connector, turn: id }, 'parked an event of an account that is not connected');
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e;
    }
    // Connected while this was on its way, or by a process we have not heard from: whoever adopted may have looked too early.
    const [connected] = await records.installations.find('all', { where: { connector, account: event.account }, limit: 1 });
    if (connected === undefined) return { eventKey: event.eventKey, turn: id, state: 'parked' };
    const stored = await append(connected, id, event, moved);
    await records.parked.remove('all', id);
    return stored;
  }

  async function storeAll(connector: string, events: readonly InboundEvent[]): Promise<Stored[]> {
    const stored: Stored[] = [];
    const moved: Moved = new Map();
    try {
      // One after the other: events of one payload keep their order within a mailbox.
      for (const event of events) {
        stored.push(await storeOne(connector, event, moved));
      }
    } finally {
      // Only now: what came together is answered together, instead of spending the host's reply window message by message.
      for (const [mailbox, tenant] of moved) calls.call('think', mailbox, tenant);
    }
    return stored;
  }

  return {
    store: storeAll,
    async within(handoff, id, event) {
      const key = await identities.keyById(handoff.tenant, handoff.sealKey);
      if (key === null) return 'gone';
      const { tenant, connector, installation, account, mailbox } = handoff;
      const moved: Moved = new Map();
      const { state } = await atTheEnd(newTurn({ tenant, connector, installation, account, handoff: handoff.id }, id, mailbox, event, key), event, moved);
      for (const [one, whose] of moved) calls.call('think', one, whose);
      return state === 'duplicate' ? 'duplicate' : 'stored';
    },
    async adopt(connector, account) {
      let adopted = 0;
      for (;;) {
        const parked = await records.parked.find('all', { where: { connector, account }, sort: [{ path: 'expiresAt', order: 'asc' }], limit: ADOPTED_AT_ONCE });
        const stored = await storeAll(connector, parked.map((p) => InboundEvent.parse(JSON.parse(master.open(p.sealed, `parked/${p.id}`)))));
        for (const [n, p] of parked.entries()) {
          // Not connected after all: it stays parked.
          if (stored[n]?.state === 'parked') return adopted;
          await records.parked.remove('all', p.id);
          adopted += 1;
        }
        if (parked.length < ADOPTED_AT_ONCE) return adopted;
      }
    },
    async expireParked() {
      const over = await records.parked.find('all', { where: { expiresAt: { lt: clock() } }, limit: 1_000 });
      for (const p of over) await records.parked.remove('all', p.id);
      return over.length;
    },
  };
}
