// What a workspace holds: people, channels, messages, and what the app may do in it.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isBot: boolean;
  /** A guest of the workspace. */
  readonly restricted: boolean;
  /** Among those who run it. */
  readonly admin: boolean;
  /** What their Slack is set to: `en-US`, `zh-CN`. */
  readonly locale: string;
  readonly timeZone: string;
  /** The workspace a person of a shared channel comes from; its own otherwise. */
  readonly team: string;
}

export interface MessageFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  /** Where people look at it. */
  readonly url: string;
}

/** A file as Slack keeps it; without `shared` its upload is not complete. */
export interface StoredFile extends MessageFile {
  /** Base64; empty where only its size matters. */
  data: string;
  shared: boolean;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  user: string;
  text: string;
  blocks: readonly unknown[];
  readonly threadTs: string | null;
  readonly metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  readonly files: readonly MessageFile[];
  edited: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly members: Set<string>;
  archived: boolean;
  /** Only its members see it, and nobody joins without being asked. */
  readonly secret: boolean;
  /** Shared with another organisation. */
  readonly shared: boolean;
  readonly messages: Message[];
}

/** A message one person alone sees. */
export interface Ephemeral {
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly at: number;
}

/** A form somebody has open. */
export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly view: Record<string, unknown>;
  /** What the app found wrong with it, by block; what Slack says itself stands under an empty name. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface Token {
  readonly value: string;
  readonly scopes: readonly string[];
  readonly botUser: string;
  /** Ends then; null where tokens do not rotate. */
  readonly expiresAt: number | null;
}

export interface SlackFaults {
  /** The next so many calls of the Web API are answered 429 with this many seconds. */
  ratelimited: number;
  retryAfter: number;
  /** The next so many calls are answered HTTP 503. */
  unavailable: number;
  /** The next so many posts are taken and not answered. */
  withhold: number;
  /** The next so many looks into a channel or thread are answered 429: apps that are not reviewed have one a minute. */
  blind: number;
  /** The next so many files are shared, and it is not answered. */
  withholdFiles: number;
  /** The next so many calls name this error. */
  error: string | null;
  errors: number;
}

export const CALM: SlackFaults = { ratelimited: 0, retryAfter: 1, unavailable: 0, withhold: 0, blind: 0, withholdFiles: 0, error: null, errors: 0 };

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly ephemerals: Ephemeral[];
  readonly views: Map<string, OpenView>;
  /** Trigger ids and when they were given: good for three seconds, once. */
  /** What the app shows each person on its own page. */
  readonly homes: Map<string, Record<string, unknown>>;
  /** Where answers to a press may be sent, five times within half an hour. */
  readonly hooks: Map<string, { channel: string; user: string; threadTs: string | null; at: number; used: number }>;
  readonly files: Map<string, StoredFile>;
  readonly triggers: Map<string, { at: number; user: string }>;
  readonly tokens: Map<string, Token>;
  /** The organisation it belongs to, and whether the app was let into all of that at once. */
  enterprise: string | null;
  everywhere: boolean;
  refreshToken: string | null;
  installed: boolean;
  faults: SlackFaults;
  /** Whether posts are limited as Slack limits them; off where something else is measured. */
  limited: boolean;
  /** When the app posted into each channel: Slack lets about one a second through, with bursts. */
  readonly posted: Map<string, number[]>;
}

export function newWorkspace(id: string, name: string): Workspace {
  return { id, name, people: new Map(), channels: new Map(), ephemerals: [], views: new Map(), homes: new Map(), files: new Map(), hooks: new Map(), triggers: new Map(), tokens: new Map(), enterprise: null, everywhere: false, refreshToken: null, installed: false, faults: { ...CALM }, limited: true, posted: new Map() };
}
