import { describe, expect, it } from '@jest/globals';
import type { Process } from './engine-bench.js';
import { ACCOUNT, deliveriesOf, worstEngine, type WorstEngine } from './worst-engine.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Takes in what was written, without thinking about it. */
async function pull(p: Process & { installation: { id: string } }): Promise<void> {
  p.engine.pulling.poke(p.installation.id);
  await p.engine.pulling.idle();
}

/** `count` pieces of text, each nearly a whole message of the host. */
function longPage(count: number): string[] {
  const word = (n: number) => Array.from({ length: 330 }, (_, k) => `w${n}x${k % 10}`).join(' ');
  return Array.from({ length: count }, (_, n) => `${word(n)}.`);
}

const states = async (p: Process) => deliveriesOf(await p.turns()).map((d) => d.state);

describe('the reply window', () => {
  /** A reply of seven messages; five may go. */
  async function tooLong(w: WorstEngine) {
    const p = await w.start({ pages: longPage(7) });
    await w.write('t-1', 'm-1', 'policy on returns?');
    await p.work();
    return p;
  }

  it('holds what is beyond it and sends that, in order, when the shopper writes again', async () => {
    const w = await worstEngine('key');
    const p = await tooLong(w);
    const held = (await states(p)).slice(5);
    expect((await states(p)).slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'delivered'));
    expect(held[0]).toBe('held');
    expect((await p.turns())[0]).toMatchObject({ attention: 'held', deliveries: { c5: { reason: '5 messages were sent since the shopper\'s last one' } } });
    await w.passWorking(p, HOUR, 3);
    expect(w.host.ledger.find({ kind: 'worst-host.send' })).toHaveLength(5);

    await w.write('t-1', 'm-2', 'hello');
    await p.work();
    await w.passWorking(p, 2 * MINUTE, 2);
    const turns = await p.turns();
    expect(deliveriesOf(turns).map((d) => d.state)).toEqual(Array.from({ length: deliveriesOf(turns).length }, () => 'delivered'));
    expect(w.host.taken(ACCOUNT).map((e) => e.key)).toEqual(deliveriesOf(turns).map((d) => d.key));
    // Obeyed, not found out: the host never had to refuse.
    expect(w.host.ledger.find({ kind: 'worst-host.send' }).filter((e) => e.detail['code'] !== null)).toEqual([]);
    expect(turns[0]).toMatchObject({ state: 'done', attention: null });
  });

  it('does not count a message against itself', async () => {
    const w = await worstEngine('key');
    let sends = 0;
    // The host takes the fifth message, the last of the window, and its answer is lost.
    const losing = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => async (url, init) => {
      const response = await fetch(url, init);
      if (init?.method === 'POST' && ++sends === 5) throw new TypeError('fetch failed');
      return response;
    };
    const p = await w.start({ pages: longPage(7), connectors: (fetch) => [w.connectorOf(losing(fetch))] });
    await w.write('t-1', 'm-1', 'policy on returns?');
    await p.work();
    expect((await states(p)).slice(4, 6)).toEqual(['retry', 'planned']);
    await w.passWorking(p, 2 * MINUTE);
    expect((await states(p)).slice(4, 6)).toEqual(['delivered', 'held']);
    expect(w.host.taken(ACCOUNT)).toHaveLength(5);
  });

  const refusals = (w: WorstEngine) => w.host.ledger.find({ kind: 'worst-host.send' }).flatMap((e) => (e.detail['code'] === null || e.detail['code'] === 'unavailable' ? [] : [e.detail['code']]));

  it('counts what was sent for a turn far behind the newest', async () => {
    const w = await worstEngine('key');
    const p = await w.start({ pages: longPage(3) });
    for (let n = 0; n < 160; n += 1) await w.write('t-1', `m-${n}`, 'policy on returns?');
    await p.work();
    await w.passWorking(p, 5 * MINUTE, 3);
    expect((await p.turns()).filter((t) => t.state !== 'merged').length).toBeGreaterThan(2);
    expect(w.host.taken(ACCOUNT)).toHaveLength(5);
    expect(refusals(w)).toEqual([]);
  });

  it('counts a message when it was taken, not when it was first tried', async () => {
    const w = await worstEngine('key');
    const p = await w.start({ pages: longPage(7) });
    await w.write('t-1', 'm-1', 'policy on returns?');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    expect((await states(p))[0]).toBe('retry');
    await w.faults({});
    w.host.pass(10_000);
    await w.write('t-1', 'm-2', 'hello');
    await p.work();
    await w.passWorking(p, 5 * MINUTE, 3);
    expect(w.host.taken(ACCOUNT)).toHaveLength(5);
    expect(refusals(w)).toEqual([]);
  });

  it('closes after 48 hours, and opens when the shopper writes', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    // Nobody was there for nearly two days; then the host is.
    w.host.pass(48 * HOUR - MINUTE);
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    expect(await states(p)).toEqual(['retry']);
    await w.faults({});
    w.host.pass(MINUTE);
    await p.work();
    expect(await states(p)).toEqual(['held']);
    expect(w.host.ledger.find({ kind: 'worst-host.send' }).map((e) => e.status)).toEqual([503]);
    w.host.pass(10 * HOUR);
    await w.write('t-1', 'm-2', 'hello, anybody?');
    await p.work();
    await w.passWorking(p, 2 * MINUTE, 2);
    expect(await states(p)).toEqual(['delivered', 'delivered']);
  });

  it('leaves a message that was held its full time to be retried', async () => {
    const w = await worstEngine('key');
    const p = await tooLong(w);
    await w.passWorking(p, 10 * HOUR, 2);
    await w.write('t-1', 'm-2', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    expect((await states(p))[5]).toBe('retry');
    await w.faults({});
    await w.passWorking(p, 2 * MINUTE, 2);
    expect(new Set(await states(p))).toEqual(new Set(['delivered']));
  });

  it('ends dead when it stays closed, with the reason', async () => {
    const w = await worstEngine('key');
    const p = await tooLong(w);
    await w.passWorking(p, 49 * HOUR, 3);
    const [turn] = await p.turns();
    expect(turn).toMatchObject({ state: 'done', attention: 'dead' });
    expect(turn?.deliveries['c5']?.reason).toMatch(/reply window closed/);
    expect(w.host.ledger.find({ kind: 'worst-host.send' })).toHaveLength(5);
  });
});
