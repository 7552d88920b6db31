import { describe, expect, it, jest } from '@jest/globals';
import { MemoryCache } from './cache.js';
import { MemoryNews } from './news.js';
import { MemoryRates } from './rates.js';
import { MemoryWake } from './wake.js';

const T0 = Date.UTC(2026, 0, 1);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what the signals hold in memory', () => {
  it('caches no more than it may, the least recently used going first', async () => {
    const cache = new MemoryCache(() => T0, 3);
    const load = (value: string) => (): Promise<string> => Promise.resolve(value);
    for (const key of ['a', 'b', 'c']) await cache.through(key, 1_000, load(key));
    await cache.through('a', 1_000, load('again'));
    await cache.through('d', 1_000, load('d'));
    expect(cache.size).toBe(3);
    expect(await cache.through('a', 1_000, load('again'))).toBe('a');
    expect(await cache.through('b', 1_000, load('again'))).toBe('again');
  });

  it('lets go of buckets that are full again', async () => {
    const rates = new MemoryRates(100_000);
    for (let n = 0; n < 5_000; n += 1) await rates.take({ key: `k${n}`, perMinute: 60, burst: 1 }, T0);
    expect(rates.size).toBe(5_000);
    for (let n = 0; n < 10_000; n += 1) await rates.take({ key: 'busy', perMinute: 60, burst: 1 }, T0 + 2_000);
    expect(rates.size).toBe(1);
  });

  it('does not forget a bucket that is not full yet while looking for idle ones', async () => {
    const rates = new MemoryRates(100_000);
    const slow = { key: 'slow', perMinute: 1, burst: 1 };
    await rates.take(slow, T0);
    for (let n = 0; n < 5_000; n += 1) await rates.take({ key: `k${n}`, perMinute: 60_000, burst: 1 }, T0 + n);
    expect((await rates.take(slow, T0 + 5_000)).ok).toBe(false);
    expect(rates.size).toBeLessThan(2_500);
  });

  it('holds no more buckets than it may', async () => {
    const rates = new MemoryRates(100);
    for (let n = 0; n < 1_000; n += 1) await rates.take({ key: `k${n}`, perMinute: 1, burst: 5 }, T0);
    expect(rates.size).toBe(100);
  });

  it('names a finite wait for a rule that never refills', async () => {
    const rates = new MemoryRates(100);
    const rule = { key: 'k', perMinute: 0, burst: 1 };
    expect(await rates.take(rule, T0)).toEqual({ ok: true });
    expect(await rates.take(rule, T0)).toEqual({ ok: false, retryAfterMs: 86_400_000 });
  });

  it('keeps no topic that nobody listens to', () => {
    const news = new MemoryNews(undefined);
    const stops = Array.from({ length: 10 }, (_, n) => news.subscribe(`t${n % 5}`, () => undefined));
    news.publish('unheard');
    expect(news.size).toBe(5);
    for (const stop of stops) stop();
    expect(news.size).toBe(0);
  });

  it('logs a listener that throws and still tells the others', async () => {
    const error = jest.fn();
    const wake = new MemoryWake({ debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error });
    const heard: string[] = [];
    wake.onWake(() => {
      throw new Error('broken listener');
    });
    wake.onWake((mailbox) => heard.push(mailbox));
    wake.wake('m');
    await turn();
    expect(heard).toEqual(['m']);
    expect(error).toHaveBeenCalledWith({ err: expect.objectContaining({ message: 'broken listener' }) }, expect.any(String));
  });
});
