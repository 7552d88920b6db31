import { describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@parley/core/contracts';
import { threadOf } from '@parley/core/conversation';
import { smallModel } from './small-mind.js';
import { ACCOUNT, deliveriesOf, START, worstEngine } from './worst-engine.js';

const HOUR = 3_600_000;

function message(key: string, thread: string, text = 'hello'): InboundEvent {
  return { account: ACCOUNT, eventKey: key, at: START, mailbox: { kind: 'thread', hostThread: thread }, body: { type: 'message', from: { id: `shopper of ${thread}` }, message: { parts: [{ type: 'text', text }] }, hostMessageId: `host-${key}` } };
}

describe('storing', () => {
  it('stores an event once, however often and through however many processes it comes', async () => {
    const w = await worstEngine('key');
    const one = await w.start();
    const two = w.bare({ shared: true });
    const events = Array.from({ length: 20 }, (_, n) => message(`e-${n}`, 't-1'));
    const stored = (await Promise.all([one, two, one, two].map((p) => p.engine.intake.store(w.connector, events)))).flat();
    expect(stored.filter((s) => s.state === 'stored')).toHaveLength(20);
    expect(stored.filter((s) => s.state === 'duplicate')).toHaveLength(60);
    const turns = await one.turns(threadOf(w.connector, ACCOUNT, 't-1'));
    expect(turns.map((t) => t.seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(new Set(turns.map((t) => t.id)).size).toBe(20);
  });

  it('keeps the host’s order within a mailbox and answers in it', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    for (let n = 1; n <= 4; n++) {
      await w.write('t-1', `m-${n}`, `hello ${n}`);
      await p.work();
    }
    const turns = await p.turns(threadOf(w.connector, ACCOUNT, 't-1'));
    expect(turns.map((t) => [t.seq, t.state])).toEqual([[1, 'done'], [2, 'done'], [3, 'done'], [4, 'done']]);
    const keys = deliveriesOf(turns).map((d) => d.key);
    expect(w.host.taken(ACCOUNT).map((e) => e.key)).toEqual(keys);
    expect(keys).toHaveLength(4);
  });

  it('goes on from its cursor after a restart and reads nothing twice', async () => {
    const w = await worstEngine('readback');
    const first = await w.start();
    await w.write('t-1', 'm-1', 'hello');
    await first.work();
    await first.stop();
    const pulled = w.host.ledger.last();

    const second = w.bare();
    await second.work();
    const pulls = w.host.ledger.since(pulled).filter((e) => e.kind === 'worst-host.pull');
    expect(pulls).toHaveLength(1);
    expect(pulls[0]?.detail).toMatchObject({ events: 0 });
    expect(pulls[0]?.detail['cursor']).not.toBe('');
    await w.write('t-1', 'm-2', 'hello again');
    await second.work();
    expect(await second.turns()).toHaveLength(2);
    expect(await w.shown('t-1')).toHaveLength(2);
  });

  it('pulls page after page while there is more', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    for (let n = 0; n < 130; n += 1) await w.write(`t-${n % 13}`, `m-${n}`, 'hello');
    await p.work();
    expect(await p.turns()).toHaveLength(130);
    expect(w.host.ledger.find({ kind: 'worst-host.pull' }).map((e) => e.detail['events'])).toEqual([100, 30]);
  });
});

describe('merging', () => {
  it('answers all waiting messages of a shopper together, naming each', async () => {
    const w = await worstEngine('key');
    const model = smallModel();
    const p = await w.start({ model });
    for (const n of [1, 2, 3]) await w.write('t-1', `m-${n}`, `hello part ${n}`);
    await p.work();
    const turns = await p.turns();
    expect(turns.map((t) => t.state)).toEqual(['merged', 'merged', 'done']);
    expect(turns[2]?.merges).toEqual([turns[0]?.id, turns[1]?.id]);
    expect(model.asked).toEqual(['hello part 1\nhello part 2\nhello part 3']);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('keeps the words in order when a crash comes between two marks', async () => {
    const w = await worstEngine('key');
    const model = smallModel();
    const p = await w.start();
    for (const n of [1, 2, 3, 4]) await w.write('t-1', `m-${n}`, `hello part ${n}`);
    p.engine.pulling.poke(p.installation.id);
    await p.engine.pulling.idle();
    const turns = await p.turns();
    // What a process leaves behind that claimed the last turn, marked the first, and died.
    const [first, second, third, last] = turns;
    if (first === undefined || second === undefined || third === undefined || last === undefined) throw new Error('four turns were expected');
    await p.engine.records.turns.update('all', last.id, { set: { merges: [first.id, second.id, third.id], claim: { worker: 'dead', attempt: 1, beat: 0 }, attempts: 1 } });
    await p.engine.records.turns.update('all', first.id, { set: { state: 'merged' } });
    await p.stop();

    const next = w.bare({ model });
    await next.work();
    expect(model.asked).toEqual(['hello part 1\nhello part 2\nhello part 3\nhello part 4']);
    expect(await w.shown('t-1')).toHaveLength(1);
  });

  it('leaves out what another process has taken up in the meantime', async () => {
    const w = await worstEngine('key');
    const model = smallModel();
    const p = await w.start();
    for (const n of [1, 2, 3]) await w.write('t-1', `m-${n}`, `hello part ${n}`);
    p.engine.pulling.poke(p.installation.id);
    await p.engine.pulling.idle();
    const [first, second, last] = await p.turns();
    if (first === undefined || second === undefined || last === undefined) throw new Error('three turns were expected');
    // A process claimed the last turn for all three and stood still; another, which saw its first claim grow stale, answered the first alone.
    await p.engine.records.turns.update('all', last.id, { set: { merges: [first.id, second.id], claim: { worker: 'dead', attempt: 1, beat: 0 }, attempts: 1 } });
    await p.engine.records.turns.update('all', first.id, { set: { state: 'done' } });
    await p.engine.records.turns.update('all', second.id, { set: { state: 'merged' } });
    await p.stop();

    const next = w.bare({ model });
    await next.work();
    expect(model.asked).toEqual(['hello part 2\nhello part 3']);
    expect((await next.turns()).at(-1)).toMatchObject({ state: 'done', merges: [second.id] });
  });

  it('answers what gathered while nobody was there with one message, not with the whole reply window', async () => {
    const w = await worstEngine('key');
    const p = await w.start();
    for (let n = 1; n <= 8; n += 1) await w.write('t-1', `m-${n}`, `hello part ${n}`);
    await p.engine.worker.start();
    p.engine.pulling.poke(p.installation.id);
    await p.engine.pulling.idle();
    await p.engine.worker.idle();
    expect(await w.shown('t-1')).toHaveLength(1);
    expect((await p.turns()).map((t) => t.state)).toEqual([...Array.from({ length: 7 }, () => 'merged'), 'done']);
  });

  it('does not merge what two shoppers wrote in one thread', async () => {
    const w = await worstEngine('key');
    const model = smallModel();
    const p = await w.start({ model });
    const other = message('e-2', 't-1', 'hello from another');
    if (other.body.type === 'message') other.body.from.id = 'another shopper';
    await w.write('t-1', 'm-1', 'hello');
    await p.engine.intake.store(w.connector, [message('e-1', 't-1'), other]);
    await p.engine.worker.sweep();
    await p.engine.worker.idle();
    expect(model.asked).toEqual(['hello', 'hello from another']);
  });
});

describe('events of an account that nobody has connected', () => {
  it('are parked, adopted in order when it is connected, and then stored as ever', async () => {
    const w = await worstEngine('key');
    const p = w.bare();
    const events = [message('e-1', 't-1', 'hello one'), message('e-2', 't-1', 'hello two')];
    expect((await p.engine.intake.store(w.connector, events)).map((s) => s.state)).toEqual(['parked', 'parked']);
    expect((await p.engine.intake.store(w.connector, events)).map((s) => s.state)).toEqual(['parked', 'parked']);
    expect(await p.turns()).toHaveLength(0);

    await w.connect(p);
    expect(await p.engine.intake.adopt(w.connector, ACCOUNT)).toBe(2);
    const turns = await p.turns();
    expect(turns.map((t) => t.seq)).toEqual([1, 2]);
    expect((await p.engine.intake.store(w.connector, events)).map((s) => s.state)).toEqual(['duplicate', 'duplicate']);
    expect(await p.engine.intake.adopt(w.connector, ACCOUNT)).toBe(0);
  });

  it('keep their order when they were parked in the same millisecond', async () => {
    const w = await worstEngine('key');
    const p = w.bare();
    const events = Array.from({ length: 30 }, (_, n) => message(`e-${n}`, 't-1', `hello ${n}`));
    await p.engine.intake.store(w.connector, events);
    await w.connect(p);
    await p.engine.intake.adopt(w.connector, ACCOUNT);
    const model = smallModel();
    const next = w.bare({ model });
    await p.stop();
    await w.write('t-1', 'm-0', 'hello last');
    await next.work();
    expect(model.asked[0]?.split('\n').slice(0, 30)).toEqual(events.map((_, n) => `hello ${n}`));
  });

  it('are adopted however many there are', async () => {
    const w = await worstEngine('key');
    const p = w.bare();
    await p.engine.intake.store(w.connector, Array.from({ length: 1_001 }, (_, n) => message(`e-${n}`, `t-${n}`)));
    await w.connect(p);
    expect(await p.engine.intake.adopt(w.connector, ACCOUNT)).toBe(1_001);
    expect(await p.engine.records.turns.count('all', { state: 'received' })).toBe(1_001);
  });

  it('are not left parked by a process that has not heard of the connecting yet', async () => {
    const w = await worstEngine('key');
    const one = w.bare({ shared: true });
    const two = w.bare({ shared: true });
    expect(await two.engine.installations.byAccount(w.connector, ACCOUNT)).toBeNull();
    await w.connect(one);
    expect(await one.engine.intake.adopt(w.connector, ACCOUNT)).toBe(0);
    expect((await two.engine.intake.store(w.connector, [message('e-1', 't-1')])).map((s) => s.state)).toEqual(['stored']);
    expect(await one.turns()).toHaveLength(1);
    expect(await one.engine.records.parked.count('all', {})).toBe(0);
  });

  it('are gone after an hour', async () => {
    const w = await worstEngine('key');
    const p = w.bare();
    await p.engine.intake.store(w.connector, [message('e-1', 't-1')]);
    w.host.pass(HOUR - 1);
    expect(await p.engine.intake.expireParked()).toBe(0);
    w.host.pass(2);
    await p.engine.worker.sweep();
    await w.connect(p);
    expect(await p.engine.intake.adopt(w.connector, ACCOUNT)).toBe(0);
    expect(await p.turns()).toHaveLength(0);
  });

  it('are found by nobody but the account they name', async () => {
    const w = await worstEngine('key');
    const p = w.bare();
    await p.engine.intake.store(w.connector, [{ ...message('e-1', 't-1'), account: 'another' }]);
    await w.connect(p);
    expect(await p.engine.intake.adopt(w.connector, ACCOUNT)).toBe(0);
  });
});
