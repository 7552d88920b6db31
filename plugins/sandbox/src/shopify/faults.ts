// The switches that make the emulated host misbehave in the ways the real one does.
import { z } from 'zod';

/** How often a fault strikes: the next `next` requests, and beside that a `share` (0..1) of all. */
const aim = z.strictObject({ next: z.number().int().min(0).default(0), share: z.number().min(0).max(1).default(0) });
type Aim = z.infer<typeof aim>;

const NEVER: Aim = { next: 0, share: 0 };

/**
 * Faults of one shop. All off by default; each is set through `POST /control/shops/:shop/faults`.
 * - `slowMs`: every Admin request and token request is answered this many milliseconds later.
 * - `http429`: refused with 429 and `Retry-After: retryAfter` seconds.
 * - `throttled`: GraphQL answered with THROTTLED inside HTTP 200, whatever the bucket holds.
 * - `http5xx`: answered with `status` (500..599) before anything is carried out.
 * - `hang`: carried out in full, but the answer is withheld until the caller gives up.
 * - `duplicateWebhooks`: every webhook is delivered twice with the same webhook id.
 * - `reorderWebhooks`: webhooks are held back in pairs and sent in the opposite order.
 * - `badWebhookSignature`: webhooks carry a signature that does not match.
 * - `tokenLifetimeS`: lifetime of access tokens issued from now on, in seconds; null is the real 3,600.
 */
export const faultSettings = z.strictObject({
  slowMs: z.number().int().min(0).max(60_000).default(0),
  http429: aim.extend({ retryAfter: z.number().min(0).default(2) }).default({ ...NEVER, retryAfter: 2 }),
  throttled: aim.default(NEVER),
  http5xx: aim.extend({ status: z.number().int().min(500).max(599).default(503) }).default({ ...NEVER, status: 503 }),
  hang: aim.default(NEVER),
  duplicateWebhooks: z.boolean().default(false),
  reorderWebhooks: z.boolean().default(false),
  badWebhookSignature: z.boolean().default(false),
  tokenLifetimeS: z.number().int().min(0).nullable().default(null),
});
export type FaultSettings = z.infer<typeof faultSettings>;

type AimedFault = 'http429' | 'throttled' | 'http5xx' | 'hang';

/** One shop's switches, with the drawing of lots in it. */
export class Faults {
  #settings: FaultSettings = faultSettings.parse({});
  readonly #random: () => number;

  /** `random` gives numbers in [0, 1). */
  constructor(random: () => number) {
    this.#random = random;
  }

  get settings(): Readonly<FaultSettings> {
    return this.#settings;
  }

  /** Replaces the switches; what the given object leaves out goes back to off. */
  set(settings: FaultSettings): void {
    this.#settings = structuredClone(settings);
  }

  /** Does this fault strike now? Counts down `next` when it does so by that. */
  strikes(fault: AimedFault): boolean {
    const lot = this.#settings[fault];
    if (lot.next > 0) {
      lot.next -= 1;
      return true;
    }
    return lot.share > 0 && this.#random() < lot.share;
  }
}
