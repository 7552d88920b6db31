import { z } from 'zod';
import { seeded } from '../shop/demo/random.js';

const share = z.number().min(0).max(1).default(0);

/** What may go wrong in an account; protocol.md, "Control". */
export const Faults = z.strictObject({
  seed: z.number().int().default(1),
  withhold: share,
  withholdHow: z.enum(['close', 'hang']).default('close'),
  hangMs: z.number().int().min(0).default(30_000),
  lie: share,
  tooFast: share,
  retryAfter: z.number().int().min(0).default(1),
  unavailable: share,
  internal: share,
  slow: share,
  slowMs: z.number().int().min(0).default(1_000),
  showsAfterMs: z.number().int().min(0).default(0),
  announceTwice: share,
  announceNever: share,
});
export type Faults = z.infer<typeof Faults>;

/** What is in store for one request. `refuse` strikes before anything is done, `withhold` after. */
export interface Fate {
  readonly refuse: 'tooFast' | 'unavailable' | 'internal' | null;
  readonly withhold: 'close' | 'hang' | 'lie' | null;
  readonly slow: boolean;
}

/** Draws fates from the sequence that the faults' seed starts. Every request takes the same number of draws. */
export class Dice {
  readonly #random: () => number;
  constructor(readonly faults: Faults) {
    this.#random = seeded(faults.seed);
  }

  request(): Fate {
    const [before, after, pause] = [this.#random(), this.#random(), this.#random()];
    const f = this.faults;
    return {
      refuse: before < f.tooFast ? 'tooFast' : before < f.tooFast + f.unavailable ? 'unavailable' : before < f.tooFast + f.unavailable + f.internal ? 'internal' : null,
      withhold: after < f.withhold ? f.withholdHow : after < f.withhold + f.lie ? 'lie' : null,
      slow: pause < f.slow,
    };
  }

  /** How often one announcement is sent at its first attempt. */
  announcements(): 0 | 1 | 2 {
    const [never, twice] = [this.#random(), this.#random()];
    return never < this.faults.announceNever ? 0 : twice < this.faults.announceTwice ? 2 : 1;
  }
}
