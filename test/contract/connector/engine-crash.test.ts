import { describe, expect, it } from '@jest/globals';
import type { Flavour } from '../worst-host/flavour.js';
import { smallModel } from './small-mind.js';
import { ACCOUNT, deliveriesOf, worstEngine } from './worst-engine.js';

const FLAVOURS: readonly Flavour[] = ['key', 'readback', 'blind'];

describe('a process that dies', () => {
  it.each(FLAVOURS)('right after an event is stored (%s) loses nothing', async (flavour) => {
    const w = await worstEngine(flavour);
    const first = await w.start({ killAt: 'inserted' });
    await w.write('t-1', 'm-1', 'hello');
    await w.write('t-1', 'm-2', 'hello again');
    await first.work();
    expect(first.dead()).toBe(true);
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
    const second = w.bare();
    await second.work();
    expect((await second.turns()).map((t) => t.state)).toEqual(['merged', 'done']);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it.each(FLAVOURS)('right after deciding (%s) is continued, and nothing is decided again', async (flavour) => {
    const w = await worstEngine(flavour);
    const before = smallModel();
    const after = smallModel();
    const first = await w.start({ killAt: 'decided', model: before });
    await w.write('t-1', 'm-1', 'human please');
    await first.work();
    const [left] = await w.bare().turns();
    expect(left).toMatchObject({ state: 'decided', decided: { intent: 'human' }, intents: { 'hand-off': { state: 'planned' } }, deliveries: {} });

    const second = w.bare({ model: after });
    await second.work();
    const [done] = await second.turns();
    expect(done).toMatchObject({ state: 'done', decidedAt: left?.decidedAt, decided: left?.decided });
    expect([before.asked, after.asked]).toEqual([['human please'], []]);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('has one moment less to die in where nothing but words comes of a turn: decision and words are one write', async () => {
    const w = await worstEngine('key');
    const points: string[] = [];
    const p = await w.start({ probe: (point) => points.push(point) });
    await w.write('t-1', 'm-1', 'hello');
    await p.work();
    expect(points).toEqual(['inserted', 'sending', 'host-accepted']);
    expect((await p.turns())[0]).toMatchObject({ state: 'done', decided: { intent: 'greeting' }, decidedAt: expect.any(Number) as unknown });
  });

  it('does not take what was decided for what comes later', async () => {
    const w = await worstEngine('key');
    const first = await w.start({ killAt: 'decided' });
    await w.write('t-1', 'm-1', 'human please');
    await first.work();
    const after = smallModel();
    const second = w.bare({ model: after });
    await w.write('t-1', 'm-2', 'policy on returns?');
    await second.work();
    expect((await second.turns()).map((t) => [t.state, t.merges.length])).toEqual([['done', 0], ['done', 0]]);
    expect(after.asked).toEqual(['policy on returns?']);
    expect(await w.shown('t-1')).toHaveLength(2);
  });

  it.each(['key', 'readback'] as const)('just before the call (%s) sends it once', async (flavour) => {
    const w = await worstEngine(flavour);
    const first = await w.start({ killAt: 'sending' });
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
    const second = w.bare();
    await second.work();
    // Where it must be looked for, a host gets three seconds to show what it took.
    await w.passWorking(second, 3_000);
    expect(await w.shown('t-1')).toHaveLength(1);
    expect((await second.turns())[0]).toMatchObject({ state: 'done', attention: null, deliveries: { c0: { state: 'delivered' } } });
  });

  it.each(['key', 'readback'] as const)('after the host took the message (%s) does not send it again', async (flavour) => {
    const w = await worstEngine(flavour);
    const first = await w.start({ killAt: 'host-accepted' });
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);
    const second = w.bare();
    await second.work();
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);
    const [turn] = await second.turns();
    expect(turn).toMatchObject({ state: 'done', deliveries: { c0: { state: 'delivered', hostId: w.host.taken(ACCOUNT)[0]?.detail['hostId'] } } });
  });

  it('after a host took the message that shows it late does not send it again', async () => {
    const w = await worstEngine('readback', { faults: { showsAfterMs: 2_000 } });
    const first = await w.start({ killAt: 'host-accepted' });
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    const second = w.bare();
    await second.work();
    expect((await second.turns())[0]).toMatchObject({ state: 'composed', deliveries: { c0: { state: 'sending', claim: null } } });
    await w.passWorking(second, 3_000);
    expect((await second.turns())[0]).toMatchObject({ state: 'done', deliveries: { c0: { state: 'delivered' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);
  });

  it.each(['sending', 'host-accepted'] as const)('at %s on a blind channel leaves it uncertain and never sends it again', async (point) => {
    const w = await worstEngine('blind');
    const first = await w.start({ killAt: point });
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    const taken = point === 'sending' ? 0 : 1;
    expect(w.host.taken(ACCOUNT)).toHaveLength(taken);
    const second = w.bare();
    await w.passWorking(second, 3_600_000, 3);
    expect(w.host.taken(ACCOUNT)).toHaveLength(taken);
    expect((await second.turns())[0]).toMatchObject({ state: 'done', attention: 'uncertain', deliveries: { c0: { state: 'uncertain' } } });
  });

  it.each(FLAVOURS)('again and again (%s) still answers every message once', async (flavour) => {
    const w = await worstEngine(flavour);
    let p = await w.start({ killAt: 'inserted' });
    const points = ['decided', 'sending', 'host-accepted', 'inserted'] as const;
    for (let n = 0; n < 12; n += 1) {
      await w.write(`t-${n % 3}`, `m-${n}`, `${n % 4 === 3 ? 'human' : 'hello'} ${n}`);
      await p.work();
      if (p.dead()) p = Object.assign(w.bare({ killAt: points[n % 4] ?? 'decided' }), { installation: p.installation });
    }
    const last = w.bare();
    await last.work();
    const turns = await last.turns();
    expect(turns).toHaveLength(12);
    expect(turns.filter((t) => t.state !== 'done' && t.state !== 'merged')).toEqual([]);
    const deliveries = deliveriesOf(turns);
    const keys = w.host.taken(ACCOUNT).map((e) => e.key);
    expect(new Set(keys).size).toBe(keys.length);
    if (flavour === 'blind') expect(deliveries.filter((d) => d.state === 'delivered').every((d) => keys.includes(d.key))).toBe(true);
    else expect(deliveries.map((d) => [d.state, keys.includes(d.key)])).toEqual(deliveries.map(() => ['delivered', true]));
  });
});

describe('several processes on one store', () => {
  it('take over a turn only from a worker whose beat has stood still for 15 s', async () => {
    const w = await worstEngine('key');
    let ticks = 0;
    const first = await w.start({ shared: true, killAt: 'decided' });
    await w.write('t-1', 'm-1', 'human please');
    await first.work();
    const second = w.bare({ shared: true, monotonic: () => ticks });
    await second.work();
    ticks = 14_999;
    await second.work();
    expect((await second.turns())[0]).toMatchObject({ state: 'decided', claim: { worker: 'process-1' } });
    ticks = 15_000;
    await second.work();
    expect((await second.turns())[0]).toMatchObject({ state: 'done' });
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('leave a turn to a worker that still beats', async () => {
    const w = await worstEngine('key');
    let ticks = 0;
    const first = await w.start({ shared: true, killAt: 'decided' });
    await w.write('t-1', 'm-1', 'human please');
    await first.work();
    const second = w.bare({ shared: true, monotonic: () => ticks });
    for (let beat = 1; beat <= 4; beat += 1) {
      await second.work();
      ticks += 10_000;
      const [turn] = await second.turns();
      await second.engine.records.turns.update('all', turn?.id ?? '', { inc: { 'claim.beat': 1 } });
    }
    expect((await second.turns())[0]).toMatchObject({ state: 'decided', claim: { worker: 'process-1', beat: 4 } });
  });

  it('settle a send whose sender went silent by the law of its channel', async () => {
    const w = await worstEngine('readback');
    let ticks = 0;
    const first = await w.start({ shared: true, killAt: 'host-accepted' });
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    const second = w.bare({ shared: true, monotonic: () => ticks });
    await second.work();
    expect((await second.turns())[0]).toMatchObject({ state: 'composed', deliveries: { c0: { state: 'sending' } } });
    ticks = 15_000;
    await second.work();
    expect((await second.turns())[0]).toMatchObject({ state: 'done', deliveries: { c0: { state: 'delivered' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);
  });

  it('do not begin a send that another may have taken over while they stood still', async () => {
    const w = await worstEngine('readback');
    let ticks = 0;
    let stopped = false;
    const p = await w.start({
      shared: true,
      monotonic: () => ticks,
      // The moment before the call: the process is stopped for a while and then goes on.
      probe: (point) => {
        if (point !== 'sending' || stopped) return;
        stopped = true;
        ticks += 11_000;
      },
    });
    await w.write('t-1', 'm-1', 'hello');
    await p.work();
    expect((await p.turns())[0]).toMatchObject({ state: 'composed', deliveries: { c0: { state: 'retry', reason: 'delivery.late' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
    await w.passWorking(p, 2_000);
    expect((await p.turns())[0]).toMatchObject({ state: 'done', deliveries: { c0: { state: 'delivered' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);
  });

  it('write nothing any more once another has taken their turn', async () => {
    const w = await worstEngine('key');
    let ticks = 0;
    const other = w.bare({ shared: true, monotonic: () => ticks });
    let taken = false;
    const slow = await w.start({
      shared: true,
      // The moment after deciding: another process takes the turn, as after a long pause of this one.
      probe: (point, id) => {
        if (point !== 'decided' || taken) return;
        taken = true;
        void other.engine.records.turns.update('all', id, { set: { claim: { worker: 'process-1', attempt: 2, beat: 0 }, attempts: 2 } });
      },
    });
    await w.write('t-1', 'm-1', 'human please');
    await slow.work();
    expect((await slow.turns())[0]).toMatchObject({ state: 'decided', deliveries: {}, claim: { worker: 'process-1', attempt: 2 } });
    await other.work();
    ticks = 15_000;
    await other.work();
    expect((await other.turns())[0]).toMatchObject({ state: 'done' });
    expect(await w.shown('t-1')).toHaveLength(1);
  });
});
