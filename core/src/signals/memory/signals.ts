import type { Clock, Log } from '../../contracts/index.js';
import type { Signals } from '../port.js';
import { MemoryCache } from './cache.js';
import { MemoryNews } from './news.js';
import { MemoryRates } from './rates.js';
import { MemoryWake } from './wake.js';

/** What the in-process signals may be given. */
export interface MemorySignalsOptions {
  /** Ages cached values; the system's clock when left out. */
  clock?: Clock;
  /** Hears of listeners that throw; without it they end up as uncaught exceptions. */
  log?: Log;
  /** Cached values at most; 10,000 when left out. */
  maxCached?: number;
  /** Rate-limit buckets at most; 100,000 when left out. */
  maxBuckets?: number;
}

/** The signals of a single process: nothing is kept when it ends, nothing is heard outside of it. */
export function createMemorySignals(options: MemorySignalsOptions = {}): Signals {
  const wake = new MemoryWake(options.log);
  const news = new MemoryNews(options.log);
  const cache = new MemoryCache(options.clock ?? Date.now, options.maxCached ?? 10_000);
  const rates = new MemoryRates(options.maxBuckets ?? 100_000);
  return {
    wake,
    news,
    cache,
    rates,
    time: () => Promise.resolve((options.clock ?? Date.now)()),
    ping: () => Promise.resolve(),
    close: () => {
      for (const part of [wake, news, cache, rates]) part.clear();
      return Promise.resolve();
    },
  };
}
