import { beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from './failure.js';
import { createOutbox, type Outbox, type Pending } from './outbox.js';
import type { Memory } from './storage.js';

function memory(): Memory {
  const kept = new Map<string, string>();
  return { get: (k) => kept.get(k) ?? null, set: (k, v) => void kept.set(k, v), remove: (k) => void kept.delete(k), keys: (start) => [...kept.keys()].filter((k) => k.startsWith(start)) };
}
const settle = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};
const message = (id: string, at: number): Pending => ({ id, thread: 'g_1', text: id, images: [], at });

describe('the outbox', () => {
  let mem: Memory;
  let box: Outbox;
  let posted: string[];
  let states: string[];
  let answers: (Failure | null)[];
  let waiting: { ms: number; go: () => void }[];

  const create = (): Outbox =>
    createOutbox({
      memory: mem,
      post(m) {
        posted.push(m.id);
        const answer = answers.shift() ?? null;
        return answer === null ? Promise.resolve() : Promise.reject(answer);
      },
      timer(ms, go) {
        const entry = { ms, go };
        waiting.push(entry);
        return () => (waiting = waiting.filter((w) => w !== entry));
      },
      random: () => 1,
      onState: (m, state) => states.push(`${m.id} ${state}`),
    });
  const elapse = async (): Promise<void> => {
    const due = waiting;
    waiting = [];
    for (const w of due) w.go();
    await settle();
  };

  beforeEach(() => {
    mem = memory();
    posted = [];
    states = [];
    answers = [];
    waiting = [];
    box = create();
  });

  it('sends in order, one at a time, and forgets what was acknowledged', async () => {
    box.add(message('a', 1));
    box.add(message('b', 2));
    expect(posted).toEqual(['a']);
    await settle();
    expect(posted).toEqual(['a', 'b']);
    expect(states.filter((s) => s.endsWith('sent'))).toEqual(['a sent', 'b sent']);
    expect(box.pending()).toEqual([]);
  });

  it('tries again with the same id, waiting longer each time, and tells the shopper in the end', async () => {
    answers = Array.from({ length: 4 }, () => new Failure(0, 'TypeError'));
    box.add(message('a', 1));
    box.add(message('b', 2));
    await settle();
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      waits.push(waiting[0]?.ms);
      await elapse();
    }
    expect(waits).toEqual([800, 1_600, 3_200, 6_400]);
    expect(posted).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
    expect(states.filter((s) => s.startsWith('a') && !s.endsWith('sending'))).toEqual(['a waiting', 'a waiting', 'a waiting', 'a failed', 'a sent']);
  });

  it('waits as long as the service asks', async () => {
    answers = [new Failure(429, 'webchat.too-many', 7_000)];
    box.add(message('a', 1));
    await settle();
    expect(waiting.map((w) => w.ms)).toEqual([7_000]);
  });

  it('keeps a refused message for the shopper to decide on, and goes on with the next', async () => {
    answers = [new Failure(422, 'webchat.empty')];
    box.add(message('a', 1));
    box.add(message('b', 2));
    await settle();
    expect(posted).toEqual(['a', 'b']);
    expect(box.pending().map((m) => m.id)).toEqual(['a']);
    box.retry();
    await settle();
    expect(posted).toEqual(['a', 'b']);
    box.retry('a');
    await settle();
    expect(posted).toEqual(['a', 'b', 'a']);
    expect(box.pending()).toEqual([]);
  });

  it('goes on after the page was left, with the same id', async () => {
    answers = [new Failure(0, 'TypeError')];
    box.add(message('a', 1));
    await settle();
    posted = [];
    const next = create();
    expect(next.pending().map((m) => m.id)).toEqual(['a']);
    next.retry();
    await settle();
    expect(posted).toEqual(['a']);
    expect(next.pending()).toEqual([]);
  });

  it('does not send what was deleted while it waited', async () => {
    answers = [new Failure(503, '')];
    box.add(message('a', 1));
    await settle();
    box.discard('a');
    await elapse();
    expect(posted).toEqual(['a']);
    expect(waiting).toEqual([]);
  });

  it('takes a guest’s messages along, and drops a customer’s', () => {
    answers = Array.from({ length: 9 }, () => new Failure(0, ''));
    box.add(message('a', 1));
    box.rehome('g_1', 'c_7');
    expect(box.pending()).toEqual([{ ...message('a', 1), thread: 'c_7' }]);
    box.rehome('c_7', null);
    expect(box.pending()).toEqual([]);
  });

  it('passes over what others wrote into its storage', () => {
    mem.set('out:x', 'not json');
    mem.set('out:y', '{"id":1}');
    expect(box.pending()).toEqual([]);
  });
});
