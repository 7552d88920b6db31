import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, deliveriesOf, START, worstEngine } from './worst-engine.js';
import type { Process } from './engine-bench.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Takes in what was written, without thinking about it. */
async function pull(p: Process & { installation: { id: string } }): Promise<void> {
  p.engine.pulling.poke(p.installation.id);
  await p.engine.pulling.idle();
}

const states = async (p: Process) => deliveriesOf(await p.turns()).map((d) => d.state);

describe('what this release cannot read', () => {
  it('waits for one that can, ends dead with its reason when its time is over, and is seen', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    const [turn] = await p.turns();
    const [d] = deliveriesOf(await p.turns());
    if (turn === undefined || d === undefined) throw new Error('a delivery was expected');
    await p.engine.records.turns.update('all', turn.id, { set: { [`deliveries.${d.id}.sealed`]: 'g9.of-a-newer.release' } });
    await w.faults({});
    w.host.pass(HOUR);
    await p.work();
    expect(deliveriesOf(await p.turns())[0]).toMatchObject({ state: 'retry', reason: 'this release cannot read it' });
    w.host.pass(6 * HOUR);
    await p.work();
    expect((await p.turns())[0]).toMatchObject({ state: 'done', attention: 'dead' });
    expect(deliveriesOf(await p.turns())[0]).toMatchObject({ state: 'dead' });
  });

  it('once decided is answered with an apology in the end, and does not block those behind it', async () => {
    const w = await worstEngine('key');
    const first = await w.start({ killAt: 'decided' });
    await w.write('t-1', 'm-1', 'human please');
    await first.work();
    const next = w.bare();
    const [turn] = await next.turns();
    if (turn === undefined) throw new Error('a turn was expected');
    await next.engine.records.turns.update('all', turn.id, { set: { thought: 'g9.of-a-newer.release' } });
    await w.write('t-1', 'm-2', 'hello again');
    for (let n = 0; n < 30; n++) {
      w.host.pass(30_000);
      await next.work();
    }
    expect((await next.turns()).map((t) => t.state)).toEqual(['done', 'done']);
    expect(await w.shown('t-1')).toHaveLength(2);
  });
});

describe('retrying', () => {
  it('waits as long as the host asks, and no shorter', async () => {
    const w = await worstEngine('blind');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ tooFast: 1, retryAfter: 7 });
    await p.work();
    const [waiting] = deliveriesOf(await p.turns());
    expect(waiting).toMatchObject({ state: 'retry', reason: 'worst.too-fast', attempts: 1 });
    expect(waiting?.dueAt).toBeGreaterThan(START + 7_000);
    expect(waiting?.dueAt).toBeLessThanOrEqual(START + 8_000);

    await w.faults({});
    w.host.pass(6_999);
    await p.work();
    expect(await states(p)).toEqual(['retry']);
    w.host.pass(1_001);
    await p.work();
    expect(deliveriesOf(await p.turns())[0]).toMatchObject({ state: 'delivered', attempts: 2, reason: null });
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('backs off further with every try', async () => {
    const w = await worstEngine('key');
    const p = await w.start({ delivering: { backoff: { firstMs: 1_000, capMs: 8_000 } } });
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    const ceilings = [1_000, 2_000, 4_000, 8_000, 8_000];
    for (const [n, ceiling] of ceilings.entries()) {
      await p.work();
      const [d] = deliveriesOf(await p.turns());
      expect(d).toMatchObject({ state: 'retry', attempts: n + 1 });
      const wait = (d?.dueAt ?? 0) - w.host.now();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(ceiling);
      w.host.pass(wait);
    }
  });

  it('ends dead with its reason when the time is over, and lives again on a person’s word', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    await w.passWorking(p, 5.9 * HOUR, 10);
    expect(await states(p)).toEqual(['retry']);
    await w.passWorking(p, 12 * MINUTE, 4);
    const [turn] = await p.turns();
    expect(turn).toMatchObject({ state: 'done', attention: 'dead', deliveries: { c0: { state: 'dead' } } });
    expect(turn?.deliveries['c0']?.reason).toMatch(/^worst\.unavailable: not delivered within its time after \d+ tries$/);

    await w.faults({});
    await w.passWorking(p, HOUR);
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
    expect(await p.engine.redrive.all(p.installation.tenant, ['dead'])).toBe(1);
    await p.work();
    expect((await p.turns())[0]).toMatchObject({ state: 'done', attention: null, deliveries: { c0: { state: 'delivered' } } });
    expect(await p.engine.redrive.all(p.installation.tenant, ['dead'])).toBe(0);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('does not repeat what the host will never take', async () => {
    const w = await worstEngine('key');
    const p = await w.start({
      connectors: (fetch) => {
        const c = w.connectorOf(fetch);
        // A rendering that breaks the law the host enforces.
        return [{ ...c, channel: { ...c.channel, render: () => [{ parts: [{ type: 'text', text: 'x'.repeat(2_049) }] }] } }];
      },
    });
    await w.write('t-1', 'm-1', 'hello');
    await p.work();
    await w.passWorking(p, HOUR, 3);
    expect(deliveriesOf(await p.turns())[0]).toMatchObject({ state: 'dead', attempts: 1 });
    expect(w.host.ledger.find({ kind: 'worst-host.send' })).toHaveLength(1);
  });
});

describe('an answer that never comes', () => {
  it.each(['close', 'hang', 'lie'] as const)('(%s) is repeated under the same key: one message', async (how) => {
    const w = await worstEngine('key');
    const p = await w.start({ delivering: { timeoutMs: 150, backoff: { firstMs: 1_000, capMs: 1_000 } } });
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults(how === 'lie' ? { lie: 1 } : { withhold: 1, withholdHow: how });
    await p.work();
    expect(await states(p)).toEqual(['retry']);
    await w.faults({});
    await w.passWorking(p, 1_001);
    expect(await states(p)).toEqual(['delivered']);
    const sends = w.host.ledger.find({ kind: 'worst-host.send' });
    expect(sends.map((e) => [e.detail['accepted'], e.detail['repeated']])).toEqual([[true, false], [false, true]]);
    expect(new Set(sends.map((e) => e.key)).size).toBe(1);
  });

  it.each(['close', 'hang', 'lie'] as const)('(%s) is looked up where that is possible: one message', async (how) => {
    const w = await worstEngine('readback');
    const p = await w.start({ delivering: { timeoutMs: 150 } });
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults(how === 'lie' ? { lie: 1 } : { withhold: 1, withholdHow: how });
    await p.work();
    const [d] = deliveriesOf(await p.turns());
    expect(d).toMatchObject({ state: 'delivered', hostId: w.host.taken(ACCOUNT)[0]?.detail['hostId'] });
    expect(w.host.ledger.find({ kind: 'worst-host.send' })).toHaveLength(1);
  });

  it('is not sent again to a host that shows it late', async () => {
    const w = await worstEngine('readback', { faults: { lie: 1, showsAfterMs: 1_000 } });
    const p = await w.start({ delivering: { timeoutMs: 150, backoff: { firstMs: 500, capMs: 500 } } });
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await p.work();
    expect(await states(p)).toEqual(['sending']);
    await w.faults({});
    await w.passWorking(p, 3_000);
    expect(await states(p)).toEqual(['delivered']);
    expect(w.host.ledger.find({ kind: 'worst-host.send' })).toHaveLength(1);
  });

  it('is looked for until the host can say, and only then sent again', async () => {
    const w = await worstEngine('readback');
    const p = await w.start({ killAt: 'sending' });
    await w.write('t-1', 'm-1', 'hello');
    await p.work();
    await w.faults({ unavailable: 1 });
    const next = w.bare();
    await next.work();
    expect(await states(next)).toEqual(['sending']);
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
    await w.faults({});
    await w.passWorking(next, 2 * MINUTE);
    expect(await states(next)).toEqual(['delivered']);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it.each(['close', 'hang', 'lie'] as const)('(%s) stays uncertain where nobody can tell, until a person decides', async (how) => {
    const w = await worstEngine('blind');
    const p = await w.start({ delivering: { timeoutMs: 150 } });
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults(how === 'lie' ? { lie: 1 } : { withhold: 1, withholdHow: how });
    await p.work();
    await w.faults({});
    await w.passWorking(p, 7 * HOUR, 4);
    expect((await p.turns())[0]).toMatchObject({ state: 'done', attention: 'uncertain', deliveries: { c0: { state: 'uncertain' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(1);

    expect(await p.engine.redrive.all(p.installation.tenant, ['dead'])).toBe(0);
    expect(await p.engine.redrive.all(p.installation.tenant, ['uncertain'])).toBe(1);
    await p.work();
    expect(await states(p)).toEqual(['delivered']);
    expect(w.host.taken(ACCOUNT)).toHaveLength(2);
  });

  it('does not hold up the lane of a blind channel', async () => {
    const w = await worstEngine('blind');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ withhold: 1 });
    await p.work();
    await w.faults({});
    await w.write('t-1', 'm-2', 'hello again');
    await p.work();
    expect(await states(p)).toEqual(['uncertain', 'delivered']);
  });
});

describe('a newer epoch', () => {
  it('supersedes what was not sent yet', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    const [turn] = await p.turns();
    await p.engine.records.conversations.update('all', turn?.conversation ?? '', { set: { status: 'agent' }, inc: { epoch: 1 } });
    await w.faults({});
    await w.passWorking(p, 2 * MINUTE);
    expect((await p.turns())[0]).toMatchObject({ state: 'done', deliveries: { c0: { state: 'superseded', reason: 'the conversation went on with somebody else' } } });
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
  });

  it('comes with an uninstall: nothing goes out any more', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await pull(p);
    await w.faults({ unavailable: 1 });
    await p.work();
    await p.engine.intake.store(w.connector, [{ account: ACCOUNT, eventKey: 'gone', at: null, mailbox: { kind: 'entity', topic: 'installation', entity: ACCOUNT }, body: { type: 'lifecycle', change: 'uninstalled' } }]);
    await p.engine.worker.sweep();
    await p.engine.worker.idle();
    await w.faults({});
    await w.passWorking(p, 2 * MINUTE);
    expect(await states(p)).toEqual(['superseded']);
    expect(w.host.taken(ACCOUNT)).toHaveLength(0);
  });
});

describe('long replies', () => {
  it('reach the shopper whole, in messages of at most 2,048 bytes', async () => {
    const w = await worstEngine('readback');
    const page = Array.from({ length: 3 }, (_, n) => `第${n}条：${'七天无理由退货，请保持商品完好。'.repeat(40)}`);
    const p = await w.start({ pages: page });
    await w.write('t-1', 'm-1', 'policy 退货政策是什么？');
    await p.work();
    const shown = await w.shown('t-1');
    expect(shown.length).toBeGreaterThan(2);
    for (const text of shown) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
      expect(text).not.toMatch(/\ufffd/);
    }
    const bare = (text: string) => text.replace(/\s/gu, '');
    expect(bare(shown.join(''))).toContain(bare(page.join('')));
    expect(w.host.ledger.find({ kind: 'worst-host.send' }).every((e) => e.detail['accepted'] === true)).toBe(true);
  });
});
