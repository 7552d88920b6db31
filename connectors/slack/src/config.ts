import type { Clock, Language, Log } from '@parley/core/contracts';

export const CONNECTOR = 'slack';
/** The name under which the composing process keeps the signing secrets. */
export const SIGNING_SECRET = 'slack-signing';

/** The Slack app this service is. */
export interface SlackSettings {
  clientId: string;
  clientSecret: string;
  /** The service's own address: where Slack sends people back to. */
  appOrigin: string;
  /** Slack's Web API and pages; another address where a host stands in for it. */
  apiUrl?: string;
  authorizeUrl?: string;
}

/** What the bot may do, each for a reason that a reviewer can try. */
export const SLACK_SCOPES = [
  // Posts the threads, answers in them, and tells one agent alone what was not done.
  'chat:write',
  // Hears what agents write in its own threads.
  'channels:history',
  'groups:history',
  // Calls agents by the name shoppers are told.
  'users:read',
] as const;

export interface SlackDeps {
  clock: Clock;
  log: Log;
  fetch: typeof globalThis.fetch;
  /** The bot's token and own user of an installation; null where it is not connected. */
  botOf(account: string): Promise<{ token: string; userId: string } | null>;
  /** What the people of an installation read. */
  languageOf(account: string): Promise<Language>;
}
