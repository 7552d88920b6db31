import { z } from 'zod';
import { Agent, Conversation, HandoffReason, HandoffState, Id, Instant, InstallationSettings, InstallationState, Language, Priority, Turn } from '../contracts/index.js';
import type { Collection, CollectionSpec, Store } from '../storage/index.js';
import { HandoffSettings } from './handoff/settings.js';

/** An installation as it is kept: credentials sealed by the master. */
export const InstallationRecord = z.object({
  id: z.string(),
  tenant: z.string(),
  connector: z.string(),
  account: z.string(),
  state: InstallationState,
  scopes: z.array(z.string()),
  settings: InstallationSettings,
  sealedCredentials: z.string().nullable(),
  /** When credentials must be renewed at the latest; null where they never end. */
  expiresAt: z.number().nullable(),
  /** When the host last granted access: what it reports of an earlier time is of an earlier install. */
  installedAt: z.number(),
  updatedAt: z.number(),
  lastEventAt: z.number().nullable(),
  /** Who is renewing the credentials, and until when others leave it to them. */
  renewal: z.object({ by: z.string(), until: z.number() }).nullable().optional(),
  /** How far a host that only announces has been read. */
  cursor: z.string().nullable(),
});
export type InstallationRecord = z.infer<typeof InstallationRecord>;

/** A valid event of an account nobody has connected (yet); adopted when it is, gone after an hour. */
export const ParkedEvent = z.object({ id: z.string(), tenant: z.string(), connector: z.string(), account: z.string(), sealed: z.string(), expiresAt: z.number() });
export type ParkedEvent = z.infer<typeof ParkedEvent>;

/** One outgoing entry of a thread whose host we are. */
export const ThreadRecord = z.object({
  id: z.string(),
  tenant: z.string(),
  thread: z.string(),
  n: z.number(),
  at: z.number(),
  from: z.enum(['bot', 'agent', 'system']),
  sealKey: z.string(),
  /** Sealed { message, replyTo }. */
  sealed: z.string(),
});
export type ThreadRecord = z.infer<typeof ThreadRecord>;

/** Whose file a blob is, so that erasing the owner takes it along. `unusedUntil`: when it goes unless a message names it; null once one did. */
export const BlobRecord = z.object({ id: z.string(), tenant: z.string(), owner: z.string(), installation: z.string(), mime: z.string(), bytes: z.number(), at: z.number(), unusedUntil: z.number().nullable() });
export type BlobRecord = z.infer<typeof BlobRecord>;

/** What was done on a privacy request, by staff or by an operator: kept for proof. Staff are named by the host's id of them; what was said or changed is not in it. */
export const AuditRecord = z.object({ id: z.string(), tenant: z.string(), at: z.number(), actor: z.string(), act: z.string(), subject: z.string(), detail: z.string() });
export type AuditRecord = z.infer<typeof AuditRecord>;

/**
 * The passing of a conversation to people, and back. Changed by the turns of the shopper's own mailbox alone, by compare-and-set;
 * each change names the turn that made it, so that doing it again after a crash is seen to be done.
 */
export const HandoffRecord = z.object({
  id: Id,
  tenant: Id,
  /** Short, for people. */
  number: z.string(),
  conversation: Id,
  /** The shopper's mailbox, and whose key seals what is said. */
  mailbox: Id,
  sealKey: Id,
  /** The shopper's channel: what the turns of the mailbox are filed under. */
  connector: z.string(),
  installation: Id,
  account: Id,
  reason: HandoffReason,
  priority: Priority,
  intent: z.string(),
  language: Language,
  state: HandoffState,
  /** Who was asked; null where the merchant has no team. */
  team: z.string().nullable(),
  desk: z.object({ installation: Id, connector: z.string(), target: Id, language: Language }).nullable(),
  /** Where it is shown at the desk, and the hash of that place by which its events find it; null until the desk has it. */
  ref: Id.nullable(),
  place: Id.nullable(),
  agent: Agent.nullable(),
  /** Where it was before it was passed on to another team. */
  passedFrom: z.object({ team: z.string().nullable(), desk: z.object({ installation: Id, connector: z.string(), target: Id, language: Language }).nullable(), ref: Id.nullable() }).nullable(),
  /** Steps of the present state's ladder that were taken. */
  rung: z.number().int().nonnegative(),
  /** When somebody must look; in the far future once it is over. */
  dueAt: Instant,
  offeredAt: Instant,
  acceptedAt: Instant.nullable(),
  /** When the agent first wrote to the shopper. */
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** A shopper's message nobody has answered, and the last word of either side. */
  unansweredSince: Instant.nullable(),
  lastWordAt: Instant,
  /** How many stood before it when it was offered. */
  ahead: z.number().int().nonnegative(),
  ended: z.enum(['returned', 'closed', 'nobody-came', 'idle', 'removed']).nullable(),
  /** Sealed address the shopper left to be written to. */
  callBack: z.string().nullable().default(null),
  /** Sealed `Briefing`, as it was when it was offered. */
  briefing: z.string().nullable(),
  /** The turns that made it what it is: by what was done. A turn tried again finds here what it did. */
  doneBy: z.record(z.string(), Id),
});
export type HandoffRecord = z.infer<typeof HandoffRecord>;

/** A tenant's rules for handing off: one record each, with the tenant's id. */
export const HandoffSettingsRecord = z.object({ id: Id, tenant: Id, settings: HandoffSettings, updatedAt: Instant, updatedBy: z.string() });
export type HandoffSettingsRecord = z.infer<typeof HandoffSettingsRecord>;

/** An agent's words that wait to be looked at, or were. `sealed`: question, suggestion and answer, without what names a person. */
export const ProposalRecord = z.object({
  id: Id,
  tenant: Id,
  /** Whose words it came from: erasing them takes it along. */
  sealKey: Id,
  kind: z.enum(['edited', 'marked']),
  sealed: z.string(),
  by: z.string(),
  at: Instant,
  state: z.enum(['waiting', 'used', 'dropped']),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type ProposalRecord = z.infer<typeof ProposalRecord>;

/** A single-use link by which an installation joins a tenant; its id is the hash of what its holder has. */
export const LinkRecord = z.object({ id: Id, tenant: Id, connector: z.string(), expiresAt: Instant, usedAt: Instant.nullable() });
export type LinkRecord = z.infer<typeof LinkRecord>;

/** Whom the canary serves: one record. */
export const CanaryRecord = z.object({ id: z.string(), tenant: z.string(), share: z.number().min(0).max(1), tenants: z.array(z.string()), updatedAt: z.number() });
export type CanaryRecord = z.infer<typeof CanaryRecord>;

const CANARY: CollectionSpec<CanaryRecord> = { name: 'canary', parse: (d) => CanaryRecord.parse(d), paths: {}, unique: [], indexes: [] };

const TURNS: CollectionSpec<Turn> = {
  name: 'turns',
  parse: (d) => Turn.parse(d),
  paths: { mailbox: 'string', seq: 'number', state: 'string', dueAt: 'number', sealKey: 'string', storedAt: 'number', kind: 'string', attention: 'string', 'decided.outcome': 'string' },
  unique: [{ name: 'mailbox_seq', paths: ['mailbox', 'seq'] }],
  indexes: [
    { name: 'due', paths: ['state', 'dueAt'] },
    { name: 'open', paths: ['mailbox', 'state', 'seq'] },
    { name: 'identity', paths: ['tenant', 'sealKey', 'seq'] },
    { name: 'recent', paths: ['tenant', 'storedAt'] },
    { name: 'attention', paths: ['attention', 'tenant'] },
    { name: 'outcome', paths: ['tenant', 'decided.outcome', 'storedAt'] },
  ],
};

const CONVERSATIONS: CollectionSpec<Conversation> = {
  name: 'conversations',
  parse: (d) => Conversation.parse(d),
  paths: { thread: 'string', episode: 'number', status: 'string', updatedAt: 'number', installation: 'string' },
  unique: [{ name: 'thread_episode', paths: ['thread', 'episode'] }],
  indexes: [
    { name: 'recent', paths: ['tenant', 'updatedAt'] },
    { name: 'status', paths: ['tenant', 'status'] },
  ],
};

const INSTALLATIONS: CollectionSpec<InstallationRecord> = {
  name: 'installations',
  parse: (d) => InstallationRecord.parse(d),
  paths: { connector: 'string', account: 'string', state: 'string', expiresAt: 'number' },
  unique: [{ name: 'connector_account', paths: ['connector', 'account'] }],
  indexes: [{ name: 'tenant', paths: ['tenant', 'connector'] }],
};

const PARKED: CollectionSpec<ParkedEvent> = {
  name: 'parked',
  parse: (d) => ParkedEvent.parse(d),
  paths: { connector: 'string', account: 'string', expiresAt: 'number' },
  unique: [],
  indexes: [
    { name: 'account', paths: ['connector', 'account'] },
    { name: 'expiry', paths: ['expiresAt'] },
  ],
};

const THREADS: CollectionSpec<ThreadRecord> = {
  name: 'thread_entries',
  parse: (d) => ThreadRecord.parse(d),
  paths: { thread: 'string', n: 'number', sealKey: 'string' },
  unique: [{ name: 'thread_n', paths: ['thread', 'n'] }],
  indexes: [{ name: 'identity', paths: ['tenant', 'sealKey'] }],
};

const BLOBS: CollectionSpec<BlobRecord> = {
  name: 'blob_owners',
  parse: (d) => BlobRecord.parse(d),
  paths: { owner: 'string', unusedUntil: 'number' },
  unique: [],
  indexes: [
    { name: 'owner', paths: ['tenant', 'owner'] },
    { name: 'unused', paths: ['unusedUntil'] },
  ],
};

const AUDIT: CollectionSpec<AuditRecord> = {
  name: 'audit',
  parse: (d) => AuditRecord.parse(d),
  paths: { at: 'number', act: 'string' },
  unique: [],
  indexes: [{ name: 'recent', paths: ['tenant', 'at'] }],
};

const HANDOFFS: CollectionSpec<HandoffRecord> = {
  name: 'handoffs',
  parse: (d) => HandoffRecord.parse(d),
  paths: { conversation: 'string', state: 'string', dueAt: 'number', place: 'string', number: 'string', team: 'string', offeredAt: 'number', sealKey: 'string', installation: 'string', 'desk.installation': 'string' },
  unique: [{ name: 'place', paths: ['place'] }],
  indexes: [
    { name: 'due', paths: ['state', 'dueAt'] },
    { name: 'queue', paths: ['tenant', 'team', 'state', 'offeredAt'] },
    { name: 'recent', paths: ['tenant', 'offeredAt'] },
    { name: 'conversation', paths: ['conversation'] },
    { name: 'number', paths: ['tenant', 'number'] },
    { name: 'identity', paths: ['tenant', 'sealKey'] },
  ],
};

const HANDOFF_SETTINGS: CollectionSpec<HandoffSettingsRecord> = { name: 'handoff_settings', parse: (d) => HandoffSettingsRecord.parse(d), paths: {}, unique: [], indexes: [] };

const PROPOSALS: CollectionSpec<ProposalRecord> = {
  name: 'proposals',
  parse: (d) => ProposalRecord.parse(d),
  paths: { state: 'string', at: 'number', sealKey: 'string' },
  unique: [],
  indexes: [
    { name: 'waiting', paths: ['tenant', 'state', 'at'] },
    { name: 'identity', paths: ['tenant', 'sealKey'] },
  ],
};

const LINKS: CollectionSpec<LinkRecord> = { name: 'links', parse: (d) => LinkRecord.parse(d), paths: { expiresAt: 'number' }, unique: [], indexes: [{ name: 'expiry', paths: ['expiresAt'] }] };

/** Every collection the conversation engine keeps, opened on one store. */
export interface Records {
  turns: Collection<Turn>;
  conversations: Collection<Conversation>;
  installations: Collection<InstallationRecord>;
  parked: Collection<ParkedEvent>;
  threads: Collection<ThreadRecord>;
  blobs: Collection<BlobRecord>;
  audit: Collection<AuditRecord>;
  canary: Collection<CanaryRecord>;
  handoffs: Collection<HandoffRecord>;
  handoffSettings: Collection<HandoffSettingsRecord>;
  proposals: Collection<ProposalRecord>;
  links: Collection<LinkRecord>;
}

export function openRecords(store: Store): Records {
  return {
    turns: store.collection(TURNS),
    conversations: store.collection(CONVERSATIONS),
    installations: store.collection(INSTALLATIONS),
    parked: store.collection(PARKED),
    threads: store.collection(THREADS),
    blobs: store.collection(BLOBS),
    audit: store.collection(AUDIT),
    canary: store.collection(CANARY),
    handoffs: store.collection(HANDOFFS),
    handoffSettings: store.collection(HANDOFF_SETTINGS),
    proposals: store.collection(PROPOSALS),
    links: store.collection(LINKS),
  };
}
