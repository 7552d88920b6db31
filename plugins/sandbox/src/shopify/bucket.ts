// The bucket of query points that one app has in one shop. https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits

/** What `extensions.cost.throttleStatus` says. */
interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** Points a standard plan restores each second, and how many it holds. */
const STANDARD_PLAN = { restoreRate: 100, maximum: 2000 } as const;

/** A bucket that fills by itself. Time comes from outside, in milliseconds. */
export class CostBucket {
  #maximum: number;
  #restoreRate: number;
  #available: number;
  #at: number;
  readonly #nowMs: () => number;

  constructor(nowMs: () => number, plan: { restoreRate: number; maximum: number } = STANDARD_PLAN) {
    this.#nowMs = nowMs;
    this.#maximum = plan.maximum;
    this.#restoreRate = plan.restoreRate;
    this.#available = plan.maximum;
    this.#at = nowMs();
  }

  /** Takes the points when they are there, and says whether they were. */
  take(points: number): boolean {
    this.#refill();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Gives back what a query did not use. */
  giveBack(points: number): void {
    this.#refill();
    this.#available = Math.min(this.#maximum, this.#available + points);
  }

  /** Changes the plan; `available` sets the level at once, otherwise it stays (but never above the maximum). */
  configure(plan: { restoreRate?: number | undefined; maximum?: number | undefined; available?: number | undefined }): void {
    this.#refill();
    this.#restoreRate = plan.restoreRate ?? this.#restoreRate;
    this.#maximum = plan.maximum ?? this.#maximum;
    this.#available = Math.min(this.#maximum, plan.available ?? (plan.maximum === undefined ? this.#available : plan.maximum));
  }

  status(): ThrottleStatus {
    this.#refill();
    return { maximumAvailable: this.#maximum, currentlyAvailable: Math.floor(this.#available), restoreRate: this.#restoreRate };
  }

  #refill(): void {
    const now = this.#nowMs();
    this.#available = Math.min(this.#maximum, this.#available + ((now - this.#at) / 1000) * this.#restoreRate);
    this.#at = now;
  }
}
