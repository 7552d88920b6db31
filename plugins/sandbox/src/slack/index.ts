// Slack, as far as an app with a desk in it needs it: strict about what it takes, and witness of what it got.
import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type { Ledger } from '../ledger/ledger.js';
import { apiRoutes } from './api-routes.js';
import { controlRoutes } from './control.js';
import { createSender } from './sender.js';
import type { SlackApp, SlackHostState } from './state.js';

export type { SlackApp } from './state.js';

/**
 * Puts Slack's addresses (`/slack/api/…` and `/control/slack/…`) on an Express app. `timeFactor` shortens the waits between retries of events.
 */
export function mountSlackHost(app: Express, ledger: Ledger, options: { app: SlackApp; now?: () => number; fetch?: typeof fetch; timeFactor?: number }): { stop(): void } {
  const now = options.now ?? (() => Date.now());
  let last = 0;
  let serial = 0;
  const state: SlackHostState = {
    app: options.app,
    workspaces: new Map(),
    codes: new Map(),
    ledger,
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
  return { stop: () => sender.stop() };
}
