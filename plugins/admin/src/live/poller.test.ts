import { describe, expect, it } from '@jest/globals';
import { Failure } from '../api/failure.js';
import { Poller, type Live } from './poller.js';

interface Asked {
  signal: AbortSignal;
  answer: (n: number) => Promise<void>;
  fail: (e: unknown) => Promise<void>;
}

/** A poller over a clock and a service that the test moves by hand. */
function setUp() {
  let now = 0;
  let visible = true;
  let timer: { at: number; run: () => void } | null = null;
  const asked: Asked[] = [];
  const shown: Live<number>[] = [];
  const settled = async () => {
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
  };
  const poller = new Poller<number>({
    load: (signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          signal,
          answer: (n) => (resolve(n), settled()),
          fail: (e) => (reject(e instanceof Error ? e : new Error(String(e))), settled()),
        });
      }),
    every: 10_000,
    slowest: 60_000,
    now: () => now,
    later: (run, ms) => {
      const mine = { at: now + ms, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    visible: () => visible,
    show: (live) => shown.push(live),
  });
  return {
    poller,
    asked,
    last: () => shown.at(-1),
    due: () => (timer === null ? null : timer.at - now),
    pass: (ms: number) => {
      now += ms;
      if (timer !== null && timer.at <= now) {
        const { run } = timer;
        timer = null;
        run();
      }
    },
    look: (yes: boolean) => (visible = yes),
  };
}

describe('the poller', () => {
  it('asks again after each answer', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.answer(1);
    expect(s.last()).toEqual({ data: 1, at: 0, failure: null, loading: false });
    s.pass(10_000);
    expect(s.asked).toHaveLength(2);
    expect(s.last()).toMatchObject({ data: 1, loading: true });
  });

  it('keeps what it knows through failures, slows down, and recovers', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.answer(1);
    const waits: (number | null)[] = [];
    for (let i = 1; i <= 5; i += 1) {
      s.pass(60_000);
      await s.asked[i]!.fail(new Failure('offline', 'x'));
      waits.push(s.due());
    }
    expect(waits).toEqual([20_000, 40_000, 60_000, 60_000, 60_000]);
    expect(s.last()).toMatchObject({ data: 1, at: 0, failure: { kind: 'offline' } });
    s.pass(60_000);
    await s.asked[6]!.answer(2);
    expect(s.last()).toMatchObject({ data: 2, failure: null });
    expect(s.due()).toBe(10_000);
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.answer(1);
    s.look(false);
    s.pass(10_000);
    s.poller.wake();
    expect(s.asked).toHaveLength(1);
    s.look(true);
    s.poller.wake();
    s.poller.wake();
    expect(s.asked).toHaveLength(2);
  });

  it('does not ask twice when focus and visibility come together', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.answer(1);
    s.pass(999);
    s.poller.wake();
    expect(s.asked).toHaveLength(1);
    s.pass(1);
    s.poller.wake();
    expect(s.asked).toHaveLength(2);
  });

  it('drops an answer that began before a reload', async () => {
    const s = setUp();
    s.poller.start();
    s.poller.reload();
    expect(s.asked[0]!.signal.aborted).toBe(true);
    await s.asked[1]!.answer(2);
    await s.asked[0]!.answer(1);
    expect(s.last()?.data).toBe(2);
  });

  it('is silent after a stop and goes on with what it knew', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.answer(1);
    s.poller.stop();
    s.pass(60_000);
    s.poller.wake();
    s.poller.reload();
    expect(s.asked).toHaveLength(1);
    s.poller.start();
    expect(s.last()).toMatchObject({ data: 1, loading: true });
    s.poller.stop();
    await s.asked[1]!.answer(9);
    expect(s.last()?.data).toBe(1);
  });

  it('takes in a change, and none before it knows anything', async () => {
    const s = setUp();
    s.poller.start();
    s.poller.change((n) => n + 1);
    expect(s.last()?.data).toBeNull();
    await s.asked[0]!.answer(1);
    s.poller.change((n) => n + 1);
    expect(s.last()?.data).toBe(2);
  });

  it('shows a fault of its own as a failure too', async () => {
    const s = setUp();
    s.poller.start();
    await s.asked[0]!.fail(new RangeError('odd'));
    expect(s.last()?.failure).toMatchObject({ kind: 'broken', message: 'odd' });
  });
});
