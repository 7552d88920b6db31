import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Signals } from '@parley/core/signals';
import fc from 'fast-check';

/** One engine of signals, opened for one test. */
export interface OpenedSignals {
  signals: Signals;
  /** Lets this many milliseconds pass for cached values; the rate limit is told its time. */
  pass(ms: number): Promise<void>;
  /** Resolves when every subscription made so far has taken effect, and whoever had to look again because of it has been told. */
  settled(): Promise<void>;
  dispose(): Promise<void>;
}

/** A load that ends when the test says so. */
function held<T>(): { load: () => Promise<T>; begun: Promise<void>; finish: (value: T) => void } {
  let begin: () => void = () => undefined;
  let finish: (value: T) => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const value = new Promise<T>((resolve) => (finish = resolve));
  return {
    begun,
    finish: (v) => finish(v),
    load: () => {
      begin();
      return value;
    },
  };
}

/** All that the signals ports promise. Every engine calls this; nothing in here knows which engine it is. */
export function describeSignals(name: string, open: () => Promise<OpenedSignals>): void {
  describe(`signals: ${name}`, () => {
    let opened: OpenedSignals;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.dispose();
    });

    /** Waits until a wake-up sent now has come through; whatever was sent before it has, too. */
    const wakesDelivered = async (): Promise<void> => {
      const { wake } = opened.signals;
      await new Promise<void>((resolve) => {
        const stop = wake.onWake((mailbox) => {
          if (mailbox !== 'fence') return;
          stop();
          resolve();
        });
        wake.wake('fence');
      });
    };
    const newsDelivered = async (): Promise<void> => {
      const { news } = opened.signals;
      await new Promise<void>((resolve) => {
        const stop = news.subscribe('fence', () => {
          stop();
          resolve();
        });
        news.publish('fence');
      });
    };

    describe('wake', () => {
      it('tells every listener which mailbox, after the caller has gone on', async () => {
        const { wake } = opened.signals;
        const heard: string[] = [];
        wake.onWake((mailbox) => heard.push(`1 ${mailbox}`));
        wake.onWake((mailbox) => heard.push(`2 ${mailbox}`));
        wake.wake('m');
        expect(heard).toEqual([]);
        await wakesDelivered();
        expect(heard.filter((one) => !one.endsWith('fence')).sort()).toEqual(['1 m', '2 m']);
      });

      it('tells nobody who stopped listening', async () => {
        const { wake } = opened.signals;
        const heard: string[] = [];
        const stop = wake.onWake((mailbox) => heard.push(mailbox));
        stop();
        stop();
        wake.wake('m');
        await wakesDelivered();
        expect(heard).toEqual([]);
      });

      it('comes to a process from its first listener to its last', () => {
        const { wake } = opened.signals;
        expect(wake.comesHere('m')).toBe(false);
        const stops = [wake.onWake(() => undefined), wake.onWake(() => undefined)];
        expect(wake.comesHere('m')).toBe(true);
        stops[0]?.();
        stops[0]?.();
        expect(wake.comesHere('m')).toBe(true);
        stops[1]?.();
        expect(wake.comesHere('m')).toBe(false);
      });

      it('needs no listener', async () => {
        opened.signals.wake.wake('m');
        await wakesDelivered();
      });
    });

    describe('news', () => {
      it('tells the listeners of the topic and no others', async () => {
        const { news } = opened.signals;
        const heard: string[] = [];
        news.subscribe('a', () => heard.push('a1'));
        news.subscribe('a', () => heard.push('a2'));
        news.subscribe('b', () => heard.push('b'));
        await opened.settled();
        heard.length = 0;
        news.publish('a');
        news.publish('nobody');
        await newsDelivered();
        expect(heard.sort()).toEqual(['a1', 'a2']);
      });

      it('stops one listener without stopping its neighbours, also when both are the same function', async () => {
        const { news } = opened.signals;
        let heard = 0;
        const listener = (): void => {
          heard += 1;
        };
        const stop = news.subscribe('a', listener);
        const other = news.subscribe('a', listener);
        stop();
        stop();
        await opened.settled();
        heard = 0;
        news.publish('a');
        await newsDelivered();
        expect(heard).toBe(1);
        other();
        news.subscribe('a', listener);
        await opened.settled();
        heard = 0;
        news.publish('a');
        await newsDelivered();
        expect(heard).toBe(1);
      });
    });

    describe('cache', () => {
      it('loads once and keeps the value for its time', async () => {
        const { cache } = opened.signals;
        let loads = 0;
        const load = (): Promise<{ n: number }> => Promise.resolve({ n: (loads += 1) });
        expect(await cache.through('k', 60_000, load)).toEqual({ n: 1 });
        expect(await cache.through('k', 60_000, load)).toEqual({ n: 1 });
        await opened.pass(40_000);
        expect(await cache.through('k', 60_000, load)).toEqual({ n: 1 });
        await opened.pass(20_001);
        expect(await cache.through('k', 60_000, load)).toEqual({ n: 2 });
        expect(await cache.through('other', 60_000, load)).toEqual({ n: 3 });
      });

      it('keeps null like any other value', async () => {
        const { cache } = opened.signals;
        let loads = 0;
        const load = (): Promise<null> => {
          loads += 1;
          return Promise.resolve(null);
        };
        expect(await cache.through('k', 60_000, load)).toBeNull();
        expect(await cache.through('k', 60_000, load)).toBeNull();
        expect(loads).toBe(1);
      });

      it('keeps nothing that has no time', async () => {
        const { cache } = opened.signals;
        let loads = 0;
        const load = (): Promise<number> => Promise.resolve((loads += 1));
        expect([await cache.through('k', 0, load), await cache.through('k', 0, load)]).toEqual([1, 2]);
      });

      it('loads once for all who ask at the same time', async () => {
        const { cache } = opened.signals;
        let loads = 0;
        const slow = held<string>();
        const load = (): Promise<string> => {
          loads += 1;
          return slow.load();
        };
        const asked = Array.from({ length: 50 }, () => cache.through('k', 60_000, load));
        await slow.begun;
        await newsDelivered();
        slow.finish('v');
        expect(new Set(await Promise.all(asked))).toEqual(new Set(['v']));
        expect(loads).toBe(1);
      });

      it.each([
        ['rejects', () => Promise.reject(new Error('down'))],
        [
          'throws at once',
          (): Promise<string> => {
            throw new Error('down');
          },
        ],
      ])('fails every waiter alike when a load %s, and keeps nothing of it', async (_, load) => {
        const { cache } = opened.signals;
        const outcomes = await Promise.allSettled([cache.through('k', 60_000, load), cache.through('k', 60_000, load)]);
        for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'down' } });
        expect(await cache.through('k', 60_000, () => Promise.resolve('up'))).toBe('up');
      });

      it('forgets what is dropped', async () => {
        const { cache } = opened.signals;
        await cache.through('k', 60_000, () => Promise.resolve('old'));
        await cache.drop('k');
        await cache.drop('never there');
        expect(await cache.through('k', 60_000, () => Promise.resolve('new'))).toBe('new');
      });

      it('does not keep what was being loaded when the key was dropped', async () => {
        const { cache } = opened.signals;
        const old = held<string>();
        const slow = cache.through('k', 60_000, () => old.load());
        await old.begun;
        await cache.drop('k');
        const fresh = cache.through('k', 60_000, () => Promise.resolve('new'));
        old.finish('old');
        expect([await slow, await fresh]).toEqual(['old', 'new']);
        expect(await cache.through('k', 60_000, () => Promise.resolve('newer'))).toBe('new');
      });
    });

    describe('rates', () => {
      const T0 = Date.UTC(2026, 0, 1);
      const rule = { key: 'k', perMinute: 60, burst: 3 };

      it('lets a burst through, then says how long until the next token', async () => {
        const { rates } = opened.signals;
        for (let n = 0; n < 3; n += 1) expect(await rates.take(rule, T0)).toEqual({ ok: true });
        expect(await rates.take(rule, T0)).toEqual({ ok: false, retryAfterMs: 1_000 });
        expect(await rates.take(rule, T0 + 400)).toEqual({ ok: false, retryAfterMs: 600 });
        expect(await rates.take(rule, T0 + 1_000)).toEqual({ ok: true });
        expect(await rates.take(rule, T0 + 1_000)).toEqual({ ok: false, retryAfterMs: 1_000 });
      });

      it('never holds more than the burst', async () => {
        const { rates } = opened.signals;
        await rates.take(rule, T0);
        const later = T0 + 3_600_000;
        const taken = [];
        for (let n = 0; n < 5; n += 1) taken.push((await rates.take(rule, later)).ok);
        expect(taken).toEqual([true, true, true, false, false]);
      });

      it('counts each key for itself', async () => {
        const { rates } = opened.signals;
        const one = { key: 'one', perMinute: 1, burst: 1 };
        expect((await rates.take(one, T0)).ok).toBe(true);
        expect((await rates.take(one, T0)).ok).toBe(false);
        expect((await rates.take({ ...one, key: 'two' }, T0)).ok).toBe(true);
      });

      it('takes as many as the rule says, all or none', async () => {
        const { rates } = opened.signals;
        const quota = { key: 'bytes', perMinute: 60, burst: 1_000 };
        expect(await rates.take({ ...quota, tokens: 700 }, T0)).toEqual({ ok: true });
        expect(await rates.take({ ...quota, tokens: 400 }, T0)).toEqual({ ok: false, retryAfterMs: 100_000 });
        expect(await rates.take({ ...quota, tokens: 300 }, T0)).toEqual({ ok: true });
        expect((await rates.take({ ...quota, tokens: 1_001 }, T0 + 86_400_000)).ok).toBe(false);
      });

      it('gives exactly the burst to many at once', async () => {
        const { rates } = opened.signals;
        const taken = await Promise.all(Array.from({ length: 100 }, () => rates.take({ key: 'many', perMinute: 60, burst: 10 }, T0)));
        expect(taken.filter((one) => one.ok)).toHaveLength(10);
      });

      it('gives nothing away when the clock is set back', async () => {
        const { rates } = opened.signals;
        for (let n = 0; n < 3; n += 1) await rates.take(rule, T0);
        expect(await rates.take(rule, T0 - 60_000)).toEqual({ ok: false, retryAfterMs: expect.any(Number) });
      });

      it('never gives more than burst and refill together, and always after the wait it named', async () => {
        const { rates } = opened.signals;
        let run = 0;
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(5_000), { minLength: 1, maxLength: 60 }), async (perMinute, burst, gaps) => {
            const own = { key: `run ${(run += 1)}`, perMinute, burst };
            let now = T0;
            let given = 0;
            for (const gap of gaps) {
              now += gap;
              const taken = await rates.take(own, now);
              if (taken.ok) {
                given += 1;
              } else {
                now += taken.retryAfterMs;
                expect(await rates.take(own, now)).toEqual({ ok: true });
                given += 1;
              }
              expect(given).toBeLessThanOrEqual(burst + ((now - T0) * perMinute) / 60_000 + 1e-6);
            }
          }),
          { numRuns: 100, seed: 20260101 },
        );
      });
    });

    it('answers while it is open', async () => {
      await opened.signals.ping();
    });

    it('falls silent when it is closed', async () => {
      const { signals } = opened;
      const heard: string[] = [];
      signals.wake.onWake((mailbox) => heard.push(mailbox));
      signals.news.subscribe('a', () => heard.push('a'));
      signals.wake.wake('m');
      await signals.close();
      signals.wake.wake('m');
      signals.news.publish('a');
      await new Promise((resolve) => setImmediate(resolve));
      expect(heard.filter((one) => one === 'a')).toEqual([]);
      await signals.close();
    });
  });
}
