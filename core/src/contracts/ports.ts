import type { Instant, Language } from './ids.js';
import type { Message } from './message.js';

/** Milliseconds since 1970, UTC. Passed in so that tests and replays own the time. */
export type Clock = () => Instant;

/** Cryptographically strong random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** Structured log: facts first, then a sentence. Facts carry ids and counts, never personal data or secrets. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Tokens refill evenly at `perMinute` up to `burst`. */
export interface RateRule {
  key: string;
  perMinute: number;
  burst: number;
  /** What this take costs, where it is not one: bytes, for a quota of bytes. More than the burst is never given. */
  tokens?: number;
}

/** One bucket per key, shared by every process of an installation of Parley. */
export interface RateLimit {
  /** Takes the rule's tokens, all or none; when too few are left says how long until there are enough. */
  take(rule: RateRule, now: Instant): Promise<{ ok: true } | { ok: false; retryAfterMs: number }>;
}

/** One entry of a thread whose host we are ourselves, as its stream and history show it. */
export interface ThreadEntry {
  /** Place in the thread's outgoing log, from 1; 0 for a shopper's own message, which is not streamed. */
  n: number;
  id: string;
  at: Instant;
  from: 'shopper' | 'bot' | 'agent' | 'system';
  /** The agent's name, where they are one. */
  by?: string;
  message: Message;
  /** Host message ids this answers. */
  replyTo: readonly string[];
}

/** What a thread is found by: within one installation, so that no other tenant's can ever be read. */
export interface ThreadPlace {
  installation: string;
  hostThread: string;
  identity: string;
}

/** The kept log of threads whose host we are (the web chat): append once per key, read on from a cursor, follow live. */
export interface ThreadLog {
  /** Adds an entry, or returns the one already there under `key`. */
  append(place: ThreadPlace, key: string, entry: Pick<ThreadEntry, 'by' | 'message' | 'replyTo'> & { from: 'bot' | 'agent' | 'system' }): Promise<ThreadEntry>;
  find(place: ThreadPlace, key: string): Promise<ThreadEntry | null>;
  /** Outgoing entries with n > after, oldest first. */
  after(place: ThreadPlace, after: number, limit: number): Promise<ThreadEntry[]>;
  /** Both sides of the thread, oldest first, at most `limit` of the newest. */
  history(place: ThreadPlace, limit: number): Promise<ThreadEntry[]>;
  /** Calls back (possibly more than once for one entry, never with its content) when there may be something new. Returns the way to stop. */
  follow(place: ThreadPlace, onNews: () => void): () => void;
}

/** Files that shoppers and agents send. */
export interface Blobs {
  put(installation: string, identity: string, mime: string, bytes: Uint8Array): Promise<{ blob: string }>;
  get(installation: string, identity: string, blob: string): Promise<{ mime: string; bytes: Uint8Array } | null>;
}

/** What a channel whose host we are needs to know of an installation before anybody proves anything. */
export interface PublicInstallation {
  id: string;
  account: string;
  shopName: string;
  defaultLanguage: Language;
  /** Web origins that may open anonymous sessions. */
  origins: readonly string[];
  active: boolean;
  /** Whether Parley answers now; false while the merchant has switched it off. */
  answering: boolean;
}
