import { z } from 'zod';
import type { Clock, Instant } from '@parley/core/contracts';

const Cost = z.object({
  requestedQueryCost: z.number().nonnegative().nullish(),
  throttleStatus: z
    .object({ maximumAvailable: z.number().positive(), currentlyAvailable: z.number(), restoreRate: z.number().positive() })
    .nullish(),
});

/** What an answer says about its price and the bucket: https://shopify.dev/docs/api/usage/limits */
export interface CostReport {
  requested: number | null;
  bucket: { maximum: number; available: number; perSecond: number } | null;
}

/** Reads `extensions.cost` of an answer or a refusal; missing parts are null. */
export function costReport(extensions: unknown): CostReport {
  const parsed = z.object({ cost: Cost }).safeParse(extensions);
  if (!parsed.success) return { requested: null, bucket: null };
  const { requestedQueryCost, throttleStatus } = parsed.data.cost;
  return {
    requested: requestedQueryCost ?? null,
    bucket: throttleStatus ? { maximum: throttleStatus.maximumAvailable, available: throttleStatus.currentlyAvailable, perSecond: throttleStatus.restoreRate } : null,
  };
}

/** What an operation is taken to cost before its first answer told. */
const GUESS = 100;
/** A bucket is taken to be this before its first answer: less than the smallest plan has, so that a first burst starts slowly. */
const START = { maximum: 1000, perSecond: 100 };
/** How soon the first in line looks again while calls are under way: their answers give back what they did not use. */
const LOOK_MS = 50;

/** Ends a booking with the report of its answer; null where the call got none. Further calls do nothing. */
export type Settle = (report: CostReport | null) => void;

/**
 * The cost bucket of one shop as we see it. Calls stand in line and go when the bucket can pay, in the order they came,
 * so a burst does not run into the host's throttle. A call is booked at its requested price; its answer corrects the
 * picture, on which other processes and the merchant's other apps also draw.
 */
export class CostBucket {
  readonly #clock: Clock;
  readonly #sleep: (ms: number) => Promise<void>;
  #level: { points: number; maximum: number; perSecond: number; at: Instant };
  /** Points and number of calls that are booked and not answered. */
  #open = { points: 0, calls: 0 };
  readonly #prices = new Map<string, number>();
  #line: Promise<void> = Promise.resolve();

  constructor(clock: Clock, sleep: (ms: number) => Promise<void>) {
    this.#clock = clock;
    this.#sleep = sleep;
    this.#level = { points: START.maximum, ...START, at: clock() };
  }

  /** Waits in line until the call can be paid for. Where that is not before the deadline: how long it would still take. */
  async admit(operation: string, deadline: Instant): Promise<{ ok: true; settle: Settle } | { ok: false; retryAfterMs: number }> {
    const before = this.#line;
    let leave = (): void => undefined;
    this.#line = new Promise((resolve) => {
      leave = resolve;
    });
    try {
      await before;
      for (;;) {
        const waitMs = this.#waitFor(operation);
        if (waitMs === 0) return { ok: true, settle: this.#book(operation) };
        const now = this.#clock();
        // With nothing under way only time fills the bucket, and how long that takes is known.
        const alone = this.#open.calls === 0;
        if (now + (alone ? waitMs : 0) > deadline) return { ok: false, retryAfterMs: waitMs };
        await this.#sleep(alone ? waitMs : Math.min(waitMs, LOOK_MS));
      }
    } finally {
      leave();
    }
  }

  /** The host throttled a call without saying how much is left. */
  emptied(): void {
    this.#refill();
    this.#level.points = Math.min(0, this.#level.points);
  }

  #price(operation: string): number {
    // A call dearer than the whole bucket can only be judged by the host: it goes when the bucket is full.
    return Math.min(this.#prices.get(operation) ?? GUESS, this.#level.maximum);
  }

  #waitFor(operation: string): number {
    this.#refill();
    const missing = this.#price(operation) - this.#level.points;
    return missing <= 0 ? 0 : Math.ceil((missing / this.#level.perSecond) * 1000);
  }

  #book(operation: string): Settle {
    const price = this.#price(operation);
    this.#level.points -= price;
    this.#open.points += price;
    this.#open.calls += 1;
    let settled = false;
    return (report) => {
      if (settled) return;
      settled = true;
      this.#open.points -= price;
      this.#open.calls -= 1;
      if (report?.requested) this.#prices.set(operation, report.requested);
      this.#correct(price, report);
    };
  }

  #correct(price: number, report: CostReport | null): void {
    this.#refill();
    if (report?.bucket) {
      const { maximum, available, perSecond } = report.bucket;
      this.#level = { points: available - this.#open.points, maximum, perSecond, at: this.#clock() };
    } else {
      // Without a word from the host: the call may not have been counted at all.
      this.#level.points = Math.min(this.#level.maximum, this.#level.points + price);
    }
  }

  #refill(): void {
    const now = this.#clock();
    const elapsed = Math.max(0, now - this.#level.at);
    this.#level.points = Math.min(this.#level.maximum, this.#level.points + (elapsed / 1000) * this.#level.perSecond);
    this.#level.at = now;
  }
}
