import type { Clock, DeskOffice, Language, Log } from '@parley/core/contracts';

export const CONNECTOR = 'slack';
/** The name under which the composing process keeps the signing secrets. */
export const SIGNING_SECRET = 'slack-signing';
/** As the manifest names them. */
export const COMMAND = '/parley';
export const LEARN_SHORTCUT = 'learn';

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
  // Shows who waits to whoever types the command, and lets a message be kept as knowledge.
  'commands',
  // Joins the public channel that an administrator chooses for a team.
  'channels:join',
  // Takes the pictures agents add in its threads to the shopper, and brings the shopper's there.
  'files:read',
  'files:write',
] as const;

export interface SlackDeps {
  clock: Clock;
  log: Log;
  fetch: typeof globalThis.fetch;
  /** The bot's token and own user of an installation; null where it is not connected. */
  botOf(account: string): Promise<{ token: string; userId: string } | null>;
  /** The installation's id; null where it is not connected. */
  deskOf(account: string): Promise<string | null>;
  office: DeskOffice;
  /** Runs once the request at hand need not wait for it; what fails is logged. Only for what nobody misses when it is lost. */
  later(task: () => Promise<void>): void;
  /** What the people of an installation read. */
  languageOf(account: string): Promise<Language>;
}
