// The worst host: a made-up messaging host that is as difficult as the worst real ones. protocol.md describes it.
import type { Express } from 'express';
import type { Ledger } from '../ledger/ledger.js';
import type { Account } from './account.js';
import { Announcer } from './announcer.js';
import { appRoutes } from './app-routes.js';
import { controlRoutes } from './control.js';
import type { WorstState } from './state.js';

/** A running worst host. */
export interface WorstHost {
  /** Cancels everything that was to happen later: announcements, jobs, slow answers. */
  stop(): void;
}

/**
 * Puts the worst host's addresses (`/worst/…` and `/control/worst/…`) on an Express app. Call it before any body
 * parser is mounted: signatures are over raw bytes. `fetch` and `now` may be replaced by tests.
 */
export function mountWorstHost(app: Express, ledger: Ledger, options: { fetch?: typeof fetch; now?: () => Date } = {}): WorstHost {
  const timers = new Set<NodeJS.Timeout>();
  // Above 2^53 by far, so that neighbours are one and the same double.
  let id = 1_806_424_891_000_000_000n;
  const announcer = new Announcer(() => state, ledger, options.fetch ?? fetch);
  const state: WorstState = {
    accounts: new Map<string, Account>(),
    ledger,
    now: options.now ?? (() => new Date()),
    nextId: () => (id += 1n),
    later: (ms, run) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timer.unref();
      timers.add(timer);
    },
    announce: (account, thread) => announcer.announce(account, thread),
  };
  app.use('/control/worst', controlRoutes(state));
  app.use('/worst/:account/:secret', appRoutes(state));
  return {
    stop: () => {
      announcer.stop();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
