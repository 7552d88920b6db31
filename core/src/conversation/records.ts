import { z } from 'zod';
import { Conversation, InstallationSettings, InstallationState, Turn } from '../contracts/index.js';
import type { Collection, CollectionSpec, Store } from '../storage/index.js';

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
  };
}
