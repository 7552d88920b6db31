// Slack, as far as an app with a desk in it needs it: strict about what it takes, and witness of what it got.
import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type { Ledger } from '../ledger/ledger.js';
import { apiRoutes } from './api-routes.js';
import { controlRoutes, fill } from './control.js';
import { demoWorkspace } from './demo.js';
import { fileRoutes } from './files.js';
import { hookRoutes } from './hooks.js';
import { keepWorkspaces } from './keeper.js';
import { featuresOf, mountSlackPages } from './pages/slack-pages.js';
import { createSender } from './sender.js';
import type { SlackApp, SlackHostState } from './state.js';
import { newWorkspace } from './workspace.js';

export type { SlackApp } from './state.js';

export interface SlackHostOptions {
  readonly app: SlackApp;
  /** Where people reach this Slack. */
  readonly origin: () => string;
  /** The app's manifest: what it puts into Slack's own menus. With it come the pages of the client, and a workspace to try. */
  readonly manifest?: unknown;
  /** Where the workspaces are kept over a restart; nowhere by default. */
  readonly file?: string | null;
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
  readonly timeFactor?: number;
}

/**
 * Puts Slack's addresses (`/slack/api/…` and `/control/slack/…`) on an Express app. `timeFactor` shortens the waits between retries of events.
 */
export function mountSlackHost(app: Express, ledger: Ledger, options: SlackHostOptions): { stop(): void } {
  const now = options.now ?? (() => Date.now());
  let last = 0;
  let serial = 0;
  const state: SlackHostState = {
    app: options.app,
    workspaces: new Map(),
    codes: new Map(),
    ledger,
    origin: options.origin,
    now,
    nextTs() {
      // Microseconds, as Slack writes them; two in one millisecond differ.
      last = Math.max(last + 1, now() * 1_000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    nextId: (prefix) => `${prefix}${(serial += 1).toString(36).toUpperCase().padStart(4, '0')}${randomBytes(4).toString('hex').toUpperCase()}`,
  };
  const sender = createSender(state, { fetch: options.fetch ?? fetch, timeFactor: options.timeFactor ?? 1 });
  app.use('/control/slack', controlRoutes(state, sender));
  app.use('/slack/api', apiRoutes(state));
  app.use('/slack/hooks', hookRoutes(state));
  app.use('/slack', fileRoutes(state));
  const keeper = keepWorkspaces(options.file ?? null, state.workspaces);
  if (options.manifest !== undefined) {
    const features = featuresOf(options.manifest);
    const demo = demoWorkspace(features.name);
    if (!state.workspaces.has(demo.id)) {
      const w = newWorkspace(demo.id, demo.name);
      fill(w, demo);
      state.workspaces.set(w.id, w);
    }
    mountSlackPages(app, state, features);
  }
  return {
    stop() {
      sender.stop();
      keeper.stop();
    },
  };
}
