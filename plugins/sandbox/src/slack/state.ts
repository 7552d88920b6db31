// Everything the Slack host keeps, and what its parts need of one another.
import type { Ledger } from '../ledger/ledger.js';
import type { Workspace } from './workspace.js';

export interface SlackApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** Where events, presses and forms go. */
  readonly requestUrl: string;
}

export interface SlackHostState {
  readonly app: SlackApp;
  readonly workspaces: Map<string, Workspace>;
  /** Codes of approved installs: whose they are, where they may be handed in; good once, for ten minutes. */
  readonly codes: Map<string, { workspace: string; everywhere: boolean; redirectUri: string; scopes: readonly string[]; at: number }>;
  readonly ledger: Ledger;
  /** Where people reach this Slack. */
  origin(): string;
  now(): number;
  /** The next message's timestamp: unique and growing. */
  nextTs(): string;
  nextId(prefix: string): string;
}
