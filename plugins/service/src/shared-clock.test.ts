import { describe, expect, it } from '@jest/globals';
import { createSharedClock } from './shared-clock.js';

const lines: string[] = [];
const log = { debug: () => {}, info: () => {}, error: () => {}, warn: (facts: object) => void lines.push(JSON.stringify(facts)) };

describe('the shared clock', () => {
  it.each([300_000, -300_000, 40, 0])('of a machine that is %d ms off tells the servers’ time', async (wrong) => {
    const clock = createSharedClock(() => 1_000_000 + wrong, log);
    await clock.follow(() => Promise.resolve(1_000_000));
    clock.stop();
    expect(clock.now()).toBe(1_000_000);
  });
  it('says once that a clock is wrong, and nothing of a small difference', async () => {
    lines.length = 0;
    const wrong = createSharedClock(() => 0, log);
    await wrong.follow(() => Promise.resolve(60_000));
    await wrong.follow(() => Promise.resolve(60_200));
    wrong.stop();
    expect(lines).toEqual(['{"aheadMs":-60000}']);
  });
  it('goes on as it was while nobody tells it, or tells it late', async () => {
    let own = 5_000;
    const clock = createSharedClock(() => own, log);
    await clock.follow(() => Promise.reject(new Error('down')));
    expect(clock.now()).toBe(5_000);
    await clock.follow(() => {
      own += 10_000;
      return Promise.resolve(99_000);
    });
    clock.stop();
    expect(clock.now()).toBe(15_000);
  });
});
