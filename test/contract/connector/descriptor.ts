import type { Action, Address, Briefing, Connector, Desk, DeskRef, ErrorKind, InboundEvent, Installation, Order, OrderQuery, ProductQuery, RawRequest, Reply } from '@parley/core/contracts';
import type { Exemptions } from './rules.js';

/** A request as the host really makes it, and what must come of it. */
export interface Sample {
  name: string;
  request: RawRequest;
  /** How many events it holds. */
  events: number;
}

/** Requests of the host, rightly signed unless said otherwise. */
export interface InboundBench {
  /** Secrets that are valid now; the first is the newest. */
  secrets: readonly string[];
  samples: readonly Sample[];
  /** The same event as the first sample's, as the host repeats it. */
  repeated: RawRequest;
  /** The first sample without a signature, and signed by somebody who does not know the secret. */
  unsigned: RawRequest;
  forged: RawRequest;
  /** Rightly signed long ago, and for a time to come. */
  stale: RawRequest;
  future: RawRequest;
  /** Any bytes, rightly signed. */
  signed(body: Uint8Array): RawRequest;
  /** Rightly signed requests whose unsigned parts name another account. */
  foreign: readonly RawRequest[];
  /** An id beyond 2^53 that must be found in the events of the samples or of `pulled`. */
  bigId: string | null;
}

/** The host's side of a channel. */
export interface ChannelBench {
  to: Address;
  /** Texts the shopper got to see at `to`, oldest first. */
  shown(i: Installation): Promise<string[]>;
  /** Situations in which a send must fail, and how. */
  refusals: readonly { name: string; kind: ErrorKind; mayHaveHappened?: boolean; arrange(): Promise<void>; text?: string; to?: Address }[];
  /** The connector with a host that answers every call so. */
  answering?: (response: () => Response) => Connector;
}

/** The host's side of commerce. */
export interface CommerceBench {
  orders: readonly OrderQuery[];
  products: readonly ProductQuery[];
  /** The connector with a host that answers every call so. */
  answering: (response: () => Response) => Connector;
  order?: Order;
  action?: Action;
  /** Ends the job with a receipt. */
  finish?(hostJob: string): Promise<void>;
}

/** The host's side of a desk. */
export interface DeskBench {
  /** A shopper's thread that is there to be handed over, and a team that takes it. */
  hostThread: string;
  team: string;
  /** What agents see first, what stands below it, and the state of what was opened. */
  seen(): Promise<{ state: 'waiting' | 'accepted' | 'over'; head: string; notes: string[] }[]>;
  accept(ref: DeskRef): Promise<void>;
  /** An opening that this host must refuse for good. */
  refusedOpening(desk: Desk, i: Installation, b: Briefing): Promise<unknown>;
  /** Files that stand at the desk, as the host hands them to people. Required where the desk takes files. */
  files?(): Promise<{ name: string; bytes: Uint8Array }[]>;
  /** The longest note, in the host's own measure. */
  maxNote: number;
  sizeOf(note: string): number;
}

/** Everything around one fresh connector. */
export interface ConnectorBench {
  connector: Connector;
  /** The connector's clock. */
  now: number;
  installation: Installation;
  inbound?: InboundBench;
  /** Makes something to pull, and how many events it must give. */
  pulled?: { prepare(): Promise<number>; break(): Promise<void> };
  /** Events to be stored for an account nobody has connected. */
  events(): Promise<InboundEvent[]>;
  channel?: ChannelBench;
  commerce?: CommerceBench;
  desk?: DeskBench;
  close(): Promise<void>;
}

/** A connector that is to pass the suite. */
export interface ConnectorDescriptor {
  name: string;
  /** Everything fresh, for one test. */
  make(): Promise<ConnectorBench>;
  exempt?: Exemptions;
}

/** A reply of plain sentences. */
export function replyOf(...texts: string[]): Reply {
  return { language: 'en', sentences: texts.map((text) => ({ text, evidence: [], receipts: [] })), parts: [] };
}

/** A briefing of a shopper who asks for something. */
export function briefingFor(hostThread: string, asked: string): Briefing {
  return {
    handoff: 'h-1', number: 'H-1', hostThread, channel: 'webchat', reason: 'asked', priority: 'normal', language: 'en', deskLanguage: 'en',
    shopper: { name: null, proven: false, orders: null, spent: null }, mood: 'calm', asked, tried: [], evidence: [], orders: [], said: [], proposal: null, dueAt: 0,
  };
}
