import { z } from 'zod';
import { Id, type Instant, type Language } from './ids.js';
import type { Credentials, Grant, Installation, ShopFacts, Staff } from './installation.js';
import type { Endpoint, HttpReply, RawRequest, Refusal, Route } from './http.js';
import type { EventBody, InboundEvent } from './event.js';
import type { Agent, Briefing, DeskEntry, DeskView } from './handoff.js';
import { Message } from './message.js';
import type { Order, OrderQuery, Product, ProductQuery } from './order.js';
import type { Doc, DocRef } from './passage.js';
import type { RateRule } from './ports.js';
import type { Receipt, Reply } from './reply.js';

/** How a merchant's account gets connected, and stays so. */
export interface Install {
  /** Where the flow starts at our side; absent where the host installs (Shopify). */
  begin?(state: string): { redirect: string };
  /** Turns the host's proof (session token, callback) into a grant. Throws `Unauthorized` or `Rejected`. */
  complete(req: RawRequest, now: Instant): Promise<Grant>;
  /** Reads the signed proof of who is in the host's admin; cheap, no network. */
  staff?(req: RawRequest, now: Instant): Promise<Staff | Refusal>;
  /** New credentials before the old ones end. The caller holds the single-flight claim. */
  refresh?(i: Installation): Promise<Credentials>;
  /** What the host says of the shop now; asked again when it tells that the shop has changed. */
  facts?(i: Installation): Promise<ShopFacts>;
  provision?(i: Installation): Promise<void>;
  check(i: Installation): Promise<Health>;
  revoke?(i: Installation): Promise<void>;
}

/** The truth about a connection, for the admin page. `missingScopes` names features that are off. */
export interface Health {
  ok: boolean;
  account: string;
  name: string;
  grantedScopes: string[];
  missingScopes: string[];
  /** Whether the shopper-facing piece is switched on in the host; null where the host cannot tell. */
  storefront: 'on' | 'off' | null;
  /** Where the merchant switches it. */
  storefrontSwitchUrl: string | null;
  problem: string | null;
}

/** Which secret signs a request: one of the app's, or one of an installation's. */
export type SecretRef = { of: 'app'; name: string } | { of: 'installation'; account: string; name: string };
/** Secrets that are valid now, newest first: more than one during a rotation. */
export type Secret = string;

/** A request whose signature, freshness and replay id are proven. Only now may it be parsed. */
export interface Verified {
  ok: true;
  req: RawRequest;
  /** From signed bytes. */
  account: string;
  /** What `verify` read on the way and `parse` needs (for example the claims of a token). */
  claims: Readonly<Record<string, string>>;
}

export type Stored = { eventKey: string; turn: string; state: 'stored' | 'duplicate' | 'parked' };

/** How events come in. Order is fixed: method, raw body, signature, freshness, replay id, parse. */
export interface Inbound {
  routes: Route[];
  secretOf(req: RawRequest): SecretRef | Refusal;
  verify(req: RawRequest, secrets: readonly Secret[], now: Instant): Verified | Refusal;
  /** How long the host waits for an answer, less what the way takes, in milliseconds; what is not stored by then is refused as unavailable. No limit of ours where it names none. */
  patienceMs?: number;
  /** What whoever pressed something is shown, and the host answered, when nothing could be stored in time; a bare 503 where the host shows people nothing. */
  unavailable?(v: Verified): Promise<HttpReply>;
  /** What `parse` and `answer` need that takes a moment: the vendor's own reading of the request, a form to be opened at once. Within the host's patience. */
  prepare?(v: Verified): Promise<void>;
  /** 0..n events; a payload that is not of the host's form is a refusal, never an exception. */
  parse(v: Verified): InboundEvent[] | Refusal;
  /** Buckets a verified request must find a token in before anything is stored; none where the host limits itself. */
  limits?(v: Verified): RateRule[];
  /** `passive` is a message the acknowledgement itself carries, for hosts that take one. */
  answer(v: Verified, stored: readonly Stored[], passive?: HostMessage): HttpReply;
  /** For hosts that only announce: fetches what is new since the cursor. */
  pull?(i: Installation, cursor: string | null, signal: AbortSignal): Promise<{ events: InboundEvent[]; cursor: string | null; more: boolean }>;
}

/** What the host allows, as data: the core obeys before it sends. */
export interface ChannelLaws {
  /** Milliseconds the host waits for our acknowledgement. */
  acknowledgeMs: number;
  /** How long after the shopper's last message, and how often, we may write; null: no limit. */
  replyWindow: { ms: number; messages: number } | null;
  /** Longest text of one message: UTF-8 bytes or UTF-16 units. */
  maxText: { unit: 'bytes' | 'chars'; limit: number };
  maxButtons: number;
  images: boolean;
  /** Whether replies of the bot must carry a visible label. */
  aiLabel: boolean;
  /** Words the host forbids, lower-case. */
  forbidden: readonly string[];
  reach: 'none' | 'assist' | 'full';
  /** What a repeated send does: the host knows our key; it can be looked up; or nobody can tell. */
  resend: 'key' | 'readback' | 'blind';
}

/** Where a message goes within an installation. */
export interface Address {
  hostThread: string;
  identity: string;
}

/** One host message, rendered; `replyTo` names the host messages it answers, `by` the agent whose words they are. */
export const HostMessage = z.strictObject({ message: Message, replyTo: z.array(Id), from: z.enum(['bot', 'agent', 'system']), by: z.string().max(200).optional() });
export type HostMessage = z.infer<typeof HostMessage>;

export interface Sent {
  hostId: string;
  at: Instant;
}

export interface Channel {
  laws: ChannelLaws;
  /** Pure: splits, labels and downgrades a reply to what the host can show. */
  render(r: Reply): Message[];
  /** Throws the error family; `Retryable.mayHaveHappened` where the host may have taken it. */
  send(i: Installation, to: Address, m: HostMessage, key: string, signal: AbortSignal): Promise<Sent>;
  /** Required where `laws.resend` is `readback`. */
  find?(i: Installation, to: Address, key: string, since: Instant): Promise<Sent | 'absent' | 'unknown'>;
  amend?(i: Installation, to: Address, sent: Sent, m: HostMessage | null): Promise<void>;
  typing?(i: Installation, to: Address): Promise<void>;
}

/** What the host allows to be done with an order right now. */
export interface ActionOption {
  kind: string;
  /** `request` files it for the merchant, `decide` does it. */
  mode: 'request' | 'decide';
  maxMinor: number | null;
  currency: string | null;
  /** Version of the order this holds for. */
  version: string;
}
export interface Action {
  kind: string;
  orderId: string;
  amountMinor: number | null;
  currency: string | null;
  params: Readonly<Record<string, string>>;
}
/** Accepted by the host, not finished: `hostJob` is what to ask for. */
export interface Pending {
  pending: true;
  hostJob: string;
}

/** Orders, products and what may be done with them. A host that only reads leaves the acting half out. */
export interface Commerce {
  orders(i: Installation, q: OrderQuery): Promise<Order[]>;
  products?(i: Installation, q: ProductQuery): Promise<Product[]>;
  actions?: {
    options(i: Installation, o: Order): Promise<ActionOption[]>;
    perform(i: Installation, a: Action, key: string): Promise<Receipt | Pending>;
    lookup(i: Installation, a: Action, key: string): Promise<Receipt | Pending | 'absent' | 'unknown'>;
  };
}

/** What a desk's host allows, as data. */
export interface DeskLaws {
  /** Longest text of one entry, in UTF-16 units; the connector splits or shortens beyond it. */
  maxText: number;
  /** Whether files go both ways. */
  files: boolean;
  /** What repeating a post does; see `ChannelLaws.resend`. */
  resend: 'key' | 'readback' | 'blind';
}

/** Where at a desk something is looked for: what `open` made in a team, or what was posted below it. */
export type DeskPlace = { in: 'team'; team: string } | { in: 'handoff'; ref: DeskRef };

/** A file as a desk gets it. */
export interface DeskFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** Where the merchant's agents work. `relay`: we carry messages both ways; `native`: the host's own assignment. What agents do comes in as events of type `desk`. */
export interface Desk {
  mode: 'relay' | 'native';
  laws: DeskLaws;
  /** Shows a conversation to a team, with its briefing; `team` is the host's own name of where. `hostId` of what comes back is the place's own. The same key again yields what is there. */
  open(i: Installation, team: string, b: Briefing, key: string, signal: AbortSignal): Promise<Sent>;
  /** Adds an entry below. */
  post(i: Installation, ref: DeskRef, e: DeskEntry, key: string, signal: AbortSignal): Promise<Sent>;
  /** Adds a file below; required where `laws.files`. */
  attach?(i: Installation, ref: DeskRef, f: DeskFile, key: string, signal: AbortSignal): Promise<Sent>;
  /** A file an agent added, from where its event says it is. Throws `Rejected` where it is larger than `most` bytes, or not to be had. */
  fetchFile?(i: Installation, url: string, most: number, signal: AbortSignal): Promise<{ mime: string; bytes: Uint8Array }>;
  /** Required where `laws.resend` is `readback`. */
  find?(i: Installation, at: DeskPlace, key: string, since: Instant): Promise<Sent | 'absent' | 'unknown'>;
  /** Changes an entry posted earlier; null takes it away. Doing it again changes nothing. */
  amend?(i: Installation, ref: DeskRef, hostId: string, e: DeskEntry | null, signal: AbortSignal): Promise<void>;
  /** Shows how the hand-off stands; `b` is what `open` was given, for hosts that show both in one piece. Doing it again changes nothing. */
  reflect(i: Installation, ref: DeskRef, v: DeskView, b: Briefing | null, signal: AbortSignal): Promise<void>;
  /** Says something to one agent alone. */
  tell?(i: Installation, ref: DeskRef, agent: Agent, text: string, signal: AbortSignal): Promise<void>;
}
export interface DeskRef {
  /** The host's id of the place: also the `hostThread` of the events that come from it. */
  hostId: string;
  /** What those who read there speak. */
  language: Language;
}

export interface KnowledgeSource {
  /** The document a changed record is the source of; null where it is the source of none. */
  docOf(entity: Extract<EventBody, { type: 'changed' }>['entity'], entityId: string): string | null;
  list(i: Installation, cursor: string | null): Promise<{ items: DocRef[]; cursor: string | null }>;
  read(i: Installation, refs: readonly DocRef[]): Promise<Doc[]>;
}

/** A platform: its id and whichever of the six facets it has. What it has, it can do. */
export interface Connector {
  id: string;
  install?: Install;
  inbound?: Inbound;
  channel?: Channel;
  commerce?: Commerce;
  desk?: Desk;
  knowledge?: KnowledgeSource;
  /** Paths beside `inbound` that carry no events. */
  endpoints?: Endpoint[];
}
