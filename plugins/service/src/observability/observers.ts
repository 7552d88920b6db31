import type { Observer } from '@parley/core/contracts';

/** One observer that tells several. */
export function observers(all: readonly Observer[]): Observer {
  return {
    stored: (seen) => all.forEach((o) => o.stored(seen)),
    thought: (seen) => all.forEach((o) => o.thought(seen)),
    sent: (seen) => all.forEach((o) => o.sent(seen)),
    called: (seen) => all.forEach((o) => o.called(seen)),
    handedOff: (seen) => all.forEach((o) => o.handedOff(seen)),
  };
}
