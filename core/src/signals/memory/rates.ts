import { LRUCache } from 'lru-cache';
import type { Instant, RateLimit, RateRule } from '../../contracts/index.js';

interface Bucket {
  tokens: number;
  at: Instant;
  /** When it is full again and as good as absent. */
  fullAt: Instant;
}

/** The longest wait we name, in milliseconds: a rule that never refills says "tomorrow". */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;
/** Rounding of many small refills must not cost anybody a token. */
const NEARLY = 1e-9;
/** Takes between two looks for idle buckets, at least. */
const SWEEP_AFTER = 1_000;

/** Token buckets within this process. Buckets that are full again go by and by; beyond `maxBuckets` the least recently used goes. */
export class MemoryRates implements RateLimit {
  readonly #buckets: LRUCache<string, Bucket>;
  #takesLeft = SWEEP_AFTER;

  constructor(maxBuckets: number) {
    this.#buckets = new LRUCache<string, Bucket>({ max: maxBuckets });
  }

  take(rule: RateRule, now: Instant): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
    const perMs = rule.perMinute / 60_000;
    const bucket = this.#buckets.get(rule.key);
    // A clock that was set back refills nothing and takes nothing away.
    const elapsed = bucket === undefined ? 0 : Math.max(0, now - bucket.at);
    const before = bucket === undefined ? rule.burst : Math.min(rule.burst, bucket.tokens + elapsed * perMs);
    const cost = rule.tokens ?? 1;
    const ok = before >= cost - NEARLY;
    const tokens = ok ? Math.max(0, before - cost) : before;
    this.#buckets.set(rule.key, { tokens, at: now, fullAt: now + (rule.burst - tokens) / perMs });
    this.#evictIdle(now);
    if (ok) return Promise.resolve({ ok: true });
    return Promise.resolve({ ok: false, retryAfterMs: Math.min(LONGEST_WAIT_MS, Math.ceil((cost - before) / perMs)) });
  }

  /** Buckets held. */
  get size(): number {
    return this.#buckets.size;
  }

  clear(): void {
    this.#buckets.clear();
  }

  /** Once per as many takes as there are buckets, so that a take costs the same however many there are. */
  #evictIdle(now: Instant): void {
    this.#takesLeft -= 1;
    if (this.#takesLeft > 0) return;
    for (const [key, bucket] of [...this.#buckets.entries()]) {
      if (bucket.fullAt <= now) this.#buckets.delete(key);
    }
    this.#takesLeft = Math.max(SWEEP_AFTER, this.#buckets.size);
  }
}
