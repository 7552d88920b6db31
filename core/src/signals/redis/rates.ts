import { z } from 'zod';
import type { Instant, RateLimit, RateRule } from '../../contracts/index.js';
import type { MemoryRates } from '../memory/rates.js';
import { isReply, type RedisLink } from './link.js';
import type { Reports } from './reports.js';
import { Script } from './script.js';

/**
 * The same bucket as `MemoryRates`, in Redis: "tokens instant" under one key, which expires a minute after the bucket is full
 * again. Numbers are written with 17 digits, so that nothing is lost between two takes.
 */
const TAKE = new Script(
  'rates.take',
  `
local perMs, burst, now, longest, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
if not now then
  local t = redis.call('TIME')
  now = t[1] * 1000 + t[2] / 1000
end
local foreign = 0
local before = burst
local kept = redis.pcall('GET', KEYS[1])
if kept then
  local tokens, at
  if type(kept) == 'string' then tokens, at = string.match(kept, '^(%d[%d.e+-]*) (%d[%d.e+-]*)$') end
  tokens, at = tonumber(tokens), tonumber(at)
  if tokens and at then before = math.min(burst, tokens + math.max(0, now - at) * perMs) else foreign = 1 end
end
local ok = 0
local tokens = before
if before >= cost - 1e-9 then
  ok = 1
  tokens = math.max(0, before - cost)
end
local fullIn = longest
if perMs > 0 then fullIn = (burst - tokens) / perMs end
redis.call('SET', KEYS[1], string.format('%.17g %.17g', tokens, now), 'PX', string.format('%.0f', math.min(math.ceil(fullIn) + 60000, 1e12)))
if ok == 1 then return {1, 0, foreign} end
local wait = longest
if perMs > 0 then wait = math.min(longest, math.ceil((cost - before) / perMs)) end
return {0, wait, foreign}
`,
);
const Taken = z.tuple([z.number(), z.number(), z.number()]);

/** The longest wait we name, in milliseconds: a rule that never refills says "tomorrow". */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

export interface RedisRatesDeps {
  link: RedisLink;
  reports: Reports;
  /** What stands in for Redis while it is out of reach. */
  local: MemoryRates;
  keyOf: (name: string) => string;
  /** Whose time refills buckets: Redis', so that no process's wrong clock opens or shuts a limit, or the caller's. */
  refilledBy: 'server' | 'caller';
}

/**
 * Token buckets shared by all processes, one round trip a take. While Redis is out of reach each process limits by itself
 * with the same rules: limits guard against guessing, so they must not open up; at worst a shopper gets the burst once more
 * from every process. What was taken through Redis is taken from the process's own buckets too, so that these start
 * an outage as empty as this process has made them.
 */
export class RedisRates implements RateLimit {
  readonly #deps: RedisRatesDeps;

  constructor(deps: RedisRatesDeps) {
    this.#deps = deps;
  }

  async take(rule: RateRule, now: Instant): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
    const { link, reports, local, keyOf, refilledBy } = this.#deps;
    const own = local.take(rule, now);
    try {
      const instant = refilledBy === 'caller' ? now : '';
      const [ok, retryAfterMs, foreign] = Taken.parse(await TAKE.run(link, [keyOf(rule.key)], [rule.perMinute / 60_000, rule.burst, instant, LONGEST_WAIT_MS, rule.tokens ?? 1]));
      if (foreign === 1) reports.foreign('rate');
      return ok === 1 ? { ok: true } : { ok: false, retryAfterMs };
    } catch (e) {
      if (isReply(e) || e instanceof z.ZodError) reports.refused('rates', e);
      return own;
    }
  }
}
