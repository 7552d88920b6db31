import { UNOBSERVED, type Clock, type Connector, type DeskOffice, type Log, type Mailer, type Observer, type RandomBytes, type ThreadLog } from '../contracts/index.js';
import type { KnowledgeLibrary } from '../knowledge/index.js';
import type { Classifier } from '../language/index.js';
import { createIdentities, type Identities, type Master } from '../security/index.js';
import type { Signals } from '../signals/index.js';
import type { Store } from '../storage/index.js';
import { createHandoffs, type Handoffs } from './handoff/handoffs.js';
import { createAgentFiles } from './handoff/agent-files.js';
import { createHandoffTurns } from './handoff/handoff-turns.js';
import { createDeskOffice } from './handoff/office.js';
import { createProposals } from './handoff/proposals.js';
import { createRelay } from './handoff/relay.js';
import { createTimers } from './handoff/timers.js';
import { createAudit, type Audit } from './audit.js';
import { createBegunSends } from './begun-sends.js';
import { createBlobs, type KeptBlobs } from './blobs.js';
import { createCanary, type Canary } from './canary.js';
import { createCarriers } from './carriers.js';
import { createCallsForWork } from './calls-for-work.js';
import { createClaimWatch } from './claims.js';
import { createDelivering, DELIVERING, type DeliveringOptions } from './delivering.js';
import { createHostEvents } from './host-events.js';
import { createInstallations, type Installations } from './installations.js';
import { createFirstClaims } from './first-claims.js';
import { createIntake, type Intake } from './intake.js';
import { createLinks, type Links } from './links.js';
import { createPipeline } from './pipeline.js';
import { createPrivacy, type Privacy } from './privacy.js';
import { openRecords, type Records } from './records.js';
import { createPulling, type Pulling } from './pulling.js';
import { createRedrive, type Redrive } from './redrive.js';
import { createSessions } from './session.js';
import { createShopOf } from './shop.js';
import { createShopFactsReader } from './shop-facts.js';
import { createThreadLog } from './thread-log.js';
import { createThinking, type Probe } from './thinking.js';
import { createTenantShares } from './tenant-shares.js';
import { createWorker, SHARES, type Worker } from './worker.js';

export interface EngineDeps {
  store: Store;
  signals: Signals;
  /** Filled by the composer after the engine exists: connectors may need its thread log. */
  connectors: ReadonlyMap<string, Connector>;
  knowledge: (installations: Installations) => KnowledgeLibrary;
  model: Classifier;
  master: Master;
  clock: Clock;
  /** Milliseconds that never jump. */
  monotonic: () => number;
  random: RandomBytes;
  log: Log;
  /** Name of this process, unique among all that share the store. */
  worker: string;
  release: string;
  /** How letters go out; none do if left out. */
  mailer?: Mailer | null;
  delivering?: Partial<DeliveringOptions>;
  probe?: Probe;
  /** Who measures; nobody if left out. */
  observer?: Observer;
}

/** The conversation engine, composed: what comes in is stored, worked off in order, and delivered. */
export interface Engine {
  records: Records;
  installations: Installations;
  identities: Identities;
  intake: Intake;
  worker: Worker;
  threads: ThreadLog;
  blobs: KeptBlobs;
  knowledge: KnowledgeLibrary;
  privacy: Privacy;
  audit: Audit;
  handoffs: Handoffs;
  office: DeskOffice;
  links: Links;
  redrive: Redrive;
  pulling: Pulling;
  canary: Canary;
}

export function createEngine(deps: EngineDeps): Engine {
  const { store, signals, connectors, model, master, clock, monotonic, random, log, release } = deps;
  const mailer = deps.mailer ?? null;
  const probe = deps.probe ?? (() => {});
  const observer = deps.observer ?? UNOBSERVED;
  const records = openRecords(store);
  const canary = createCanary({ records, news: signals.news, clock, log });
  const calls = createCallsForWork(signals.wake, (tenant) => canary.trackOf(tenant));
  const installations = createInstallations({ records, connectors, signals, master, clock, random, monotonic, log, observer });
  const identities = createIdentities({ store, master, clock, random });
  const knowledge = deps.knowledge(installations);
  const audit = createAudit({ records, clock, random });
  const handoffs = createHandoffs({ records, clock, observer });
  const blobs = createBlobs({ records, store, installations, identities, clock, random });
  const proposals = createProposals({ records, identities, knowledge, clock });
  const privacy = createPrivacy({ records, store, identities, knowledge, audit, handoffs, clock, log });
  const firstClaims = createFirstClaims(deps.worker, store.exclusive);
  const intake = createIntake({ records, installations, identities, master, calls, firstClaims, clock, monotonic, log, observer, release, probe });
  const sessions = createSessions(records, clock);
  const shopOf = createShopOf({ installations, connectors, cache: signals.cache, knowledge, random, log });
  const pipeline = createPipeline({ model, sessions, shopOf, rates: signals.rates, identities, handoffs, callBack: mailer !== null, monotonic });
  const claims = createClaimWatch(deps.worker, store.exclusive, monotonic);
  const hostEvents = createHostEvents({ records, handoffs, intake, installations, knowledge, privacy, shopFacts: createShopFactsReader({ installations, connectors, log }), cache: signals.cache, clock, log });
  const shares = { thinking: createTenantShares(SHARES.thinking, (mailbox) => worker.think(mailbox)), delivering: createTenantShares(SHARES.delivering, (mailbox) => worker.deliver(mailbox)) };
  const begunSends = createBegunSends();
  const delivering = createDelivering({
    records,
    installations,
    connectors,
    carriers: createCarriers({ records, installations, identities, connectors, blobs, mailer, placed: (tenant, handoff, account, hostId) => handoffs.placed(tenant, handoff, account, hostId), clock, log }),
    claims,
    begunSends,
    shares: shares.delivering,
    worker: deps.worker,
    clock,
    monotonic,
    observer,
    random: () => (random(4).reduce((n, byte) => n * 256 + byte, 0) + 0.5) / 2 ** 32,
    log,
    probe,
    options: { ...DELIVERING, ...deps.delivering },
  });
  const thinking = createThinking({
    records,
    installations,
    identities,
    connectors,
    pipeline,
    sessions,
    shopOf,
    hostEvents,
    handoffTurns: createHandoffTurns({ records, handoffs, proposals, connectors, clock, files: createAgentFiles({ installations, connectors, blobs, log }), installations }),
    relay: createRelay({ records, handoffs, connectors }),
    claims,
    firstClaims,
    shares: shares.thinking,
    worker: deps.worker,
    clock,
    monotonic,
    observer,
    log,
    probe,
    begunSends,
    onComposed: (turn) => worker.deliver(turn.mailbox),
  });
  const pulling = createPulling({ records, installations, connectors, intake, calls, log });
  const worker = createWorker({ records, thinking, delivering, intake, blobs, timers: createTimers({ handoffs, intake, clock }), calls, shares, pull: (installation) => pulling.poke(installation), clock, log });
  return {
    records,
    installations,
    identities,
    intake,
    worker,
    threads: createThreadLog({ records, installations, identities, signals, clock }),
    blobs,
    knowledge,
    privacy,
    audit,
    handoffs,
    office: createDeskOffice({ records, installations, identities, handoffs, proposals, audit, clock }),
    links: createLinks({ records, clock, random }),
    pulling,
    canary,
    redrive: createRedrive({ records, clock, calls }),
  };
}
