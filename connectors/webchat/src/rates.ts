import { idOf } from '@parley/core/security/signatures';
import type { RateLimit, RateRule, Refusal } from '@parley/core/contracts';

/** How fast one bucket refills, and how many tokens it holds. */
export interface Rate {
  perMinute: number;
  burst: number;
}

/** Every limit of the web chat. Replays and load tests raise them; shops keep the defaults. */
export interface WebchatRates {
  messagesPerShopper: Rate;
  messagesPerAddress: Rate;
  sessionsPerAddress: Rate;
  sessionsPerSite: Rate;
  imagesPerShopper: Rate;
  imagesPerAddress: Rate;
  /** Bytes of pictures, as `daily` counts them. */
  imageBytesPerShopper: Rate;
  imageBytesPerAddress: Rate;
  imageBytesPerSite: Rate;
  /** History, streams and image downloads together. */
  readsPerShopper: Rate;
  /** Event streams that one shopper may hold open at once, per process. */
  streamsPerShopper: number;
}

/** A day's quota: all of it at once or by and by. */
export function daily(amount: number): Rate {
  return { perMinute: amount / 1_440, burst: amount };
}

const MB = 1024 * 1024;

/** An office or a phone network shares one address, so addresses get room for many shoppers. */
export const DEFAULT_RATES: WebchatRates = {
  messagesPerShopper: { perMinute: 30, burst: 10 },
  messagesPerAddress: { perMinute: 300, burst: 100 },
  sessionsPerAddress: { perMinute: 30, burst: 30 },
  sessionsPerSite: { perMinute: 3_000, burst: 1_000 },
  imagesPerShopper: { perMinute: 12, burst: 8 },
  imagesPerAddress: { perMinute: 60, burst: 40 },
  imageBytesPerShopper: daily(60 * MB),
  imageBytesPerAddress: daily(600 * MB),
  imageBytesPerSite: daily(2_000 * MB),
  readsPerShopper: { perMinute: 240, burst: 120 },
  streamsPerShopper: 5,
};

/** A bucket for whoever `who` names. Addresses and shopper ids are personal, so the key holds their hash. */
export function rule(what: string, rate: Rate, ...who: readonly string[]): RateRule {
  return { key: `webchat/${what}/${idOf(...who)}`, perMinute: rate.perMinute, burst: rate.burst };
}

/** Takes one token of each bucket; the first empty one is a refusal that says when to come back. */
export async function takeAll(limit: RateLimit, rules: readonly RateRule[], now: number): Promise<Refusal | null> {
  for (const r of rules) {
    const taken = await limit.take(r, now);
    if (!taken.ok) return { ok: false, status: 429, code: 'webchat.too-many', reason: `bucket ${r.key} is empty`, retryAfterMs: taken.retryAfterMs };
  }
  return null;
}
