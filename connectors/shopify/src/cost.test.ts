import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CostBucket, costReport, type Settle } from './cost.js';

const report = (available: number, requested = 100): ReturnType<typeof costReport> => ({ requested, bucket: { maximum: 1000, available, perSecond: 50 } });

/** A bucket whose waits move the clock on, and tell of themselves. */
function given(): { bucket: CostBucket; waits: number[]; pass: (ms: number) => void; now: () => number; admit: (operation?: string, deadline?: number) => Promise<Settle> } {
  let now = 0;
  const waits: number[] = [];
  const bucket = new CostBucket(
    () => now,
    async (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  );
  const admit = async (operation = 'A', deadline = Infinity): Promise<Settle> => {
    const admitted = await bucket.admit(operation, deadline);
    if (!admitted.ok) throw new Error(`refused for ${admitted.retryAfterMs} ms`);
    return admitted.settle;
  };
  return { bucket, waits, pass: (ms) => (now += ms), now: () => now, admit };
}

describe('a cost bucket', () => {
  it('starts slowly while nothing is known of the shop', async () => {
    const { admit, waits } = given();
    for (let n = 0; n < 10; n++) await admit();
    expect(waits).toEqual([]);
    await admit();
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(1000);
  });

  it('lets a call go when it can be paid for', async () => {
    const { admit, waits } = given();
    (await admit())(report(50));
    (await admit())(report(0));
    await admit();
    expect(waits).toEqual([1000, 2000]);
  });

  it('keeps the order in which calls came, dear ones too', async () => {
    const { admit } = given();
    (await admit('Dear'))(report(1000, 900));
    (await admit('Cheap'))(report(0, 1));
    const gone: string[] = [];
    const go = async (operation: string): Promise<void> => {
      const settle = await admit(operation);
      gone.push(operation);
      settle(null);
    };
    await Promise.all([go('Dear'), go('Cheap'), go('Dear'), go('Cheap')]);
    expect(gone).toEqual(['Dear', 'Cheap', 'Dear', 'Cheap']);
  });

  it('fills up with time, never beyond its size', async () => {
    const { admit, waits, pass } = given();
    (await admit())(report(0));
    pass(1_000_000);
    for (let n = 0; n < 10; n++) await admit();
    expect(waits).toEqual([]);
    await admit();
    expect(waits.length).toBeGreaterThan(0);
  });

  it('uses at once what answers give back, instead of waiting for time', async () => {
    const { admit, now } = given();
    (await admit())(report(200, 200));
    const first = await admit();
    const second = admit();
    // Most of the price was not used: the answer says so.
    first(report(190, 200));
    await second;
    expect(now()).toBe(200);
  });

  it('gives back what a call that never reached the host had booked, once', async () => {
    const { admit, waits } = given();
    (await admit())(report(100));
    const lost = await admit();
    lost(null);
    lost(null);
    await admit();
    expect(waits).toEqual([]);
    await admit();
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(2000);
  });

  it('refuses what cannot be paid before the deadline, and says how long it would take', async () => {
    const { admit, bucket } = given();
    (await admit())(report(0));
    expect(await bucket.admit('A', 1999)).toEqual({ ok: false, retryAfterMs: 2000 });
    expect(await bucket.admit('A', 2000)).toMatchObject({ ok: true });
  });

  it('does not let a refused call hold up the line', async () => {
    const { admit, bucket } = given();
    (await admit('Cheap'))(report(1000, 1));
    (await admit('Dear'))(report(10, 900));
    const [dear, cheap] = await Promise.all([bucket.admit('Dear', 100), bucket.admit('Cheap', 100)]);
    expect([dear.ok, cheap.ok]).toEqual([false, true]);
  });

  it('lets even a call that is dearer than the bucket go once it is full', async () => {
    const { admit, waits } = given();
    (await admit())(report(1000, 5000));
    await admit();
    expect(waits).toEqual([]);
  });

  it('waits for the whole price after a throttle that says nothing', async () => {
    const { admit, bucket, waits } = given();
    (await admit())(report(900));
    bucket.emptied();
    await admit();
    expect(waits).toEqual([2000]);
  });

  it('never spends more points than the host restores', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ after: fc.nat(3000), price: fc.integer({ min: 1, max: 300 }) }), { maxLength: 40 }), async (calls) => {
        const { admit, pass, now } = given();
        let points = 1000;
        let last = 0;
        const host = (price: number): number => {
          points = Math.min(1000, points + ((now() - last) / 1000) * 50) - price;
          last = now();
          return points;
        };
        for (const price of new Set(calls.map((call) => call.price))) (await admit(`P${price}`))({ requested: price, bucket: { maximum: 1000, available: host(0), perSecond: 50 } });
        for (const { after, price } of calls) {
          pass(after);
          const settle = await admit(`P${price}`);
          const left = host(price);
          expect(left).toBeGreaterThanOrEqual(-0.001);
          settle({ requested: price, bucket: { maximum: 1000, available: left, perSecond: 50 } });
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('reads reports leniently', () => {
    expect(costReport(undefined)).toEqual({ requested: null, bucket: null });
    expect(costReport({ cost: { requestedQueryCost: 5 } })).toEqual({ requested: 5, bucket: null });
    expect(costReport({ cost: { requestedQueryCost: '5' } })).toEqual({ requested: null, bucket: null });
  });
});
