import { describe, expect, it } from '@jest/globals';
import type { Log } from '../contracts/index.js';
import { createKeyedLoop } from './keyed-loop.js';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('a keyed loop', () => {
  it('never runs a key twice at once, and again when poked while running', async () => {
    const runs: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((r) => (open = r));
    const loop = createKeyedLoop('t', 4, async (key) => {
      runs.push(key);
      if (runs.length === 1) await gate;
    }, silent);
    loop.poke('a');
    loop.poke('a');
    loop.poke('a');
    expect(runs).toEqual(['a']);
    open();
    await loop.idle();
    expect(runs).toEqual(['a', 'a']);
  });
  it('keeps to its width and to the order of pokes', async () => {
    let now = 0;
    let most = 0;
    const order: string[] = [];
    const loop = createKeyedLoop('t', 2, async (key) => {
      order.push(key);
      most = Math.max(most, ++now);
      await new Promise((r) => setImmediate(r));
      now--;
    }, silent);
    for (const k of ['a', 'b', 'c', 'd', 'e']) loop.poke(k);
    await loop.idle();
    expect(most).toBe(2);
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  it('goes on after a run failed, and says which', async () => {
    const failures: object[] = [];
    const loop = createKeyedLoop('t', 1, (key) => (key === 'bad' ? Promise.reject(new Error('boom')) : Promise.resolve()), { ...silent, error: (facts) => failures.push(facts) });
    loop.poke('bad');
    loop.poke('good');
    await loop.idle();
    expect(failures).toEqual([expect.objectContaining({ loop: 't', key: 'bad' })]);
  });
  it('takes nothing more once stopped, and ends what runs', async () => {
    const ended: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((r) => (open = r));
    const loop = createKeyedLoop('t', 1, async (key) => {
      await gate;
      ended.push(key);
    }, silent);
    loop.poke('a');
    loop.poke('b');
    const stopped = loop.stop();
    open();
    await stopped;
    loop.poke('c');
    await loop.idle();
    expect(ended).toEqual(['a']);
  });
});
