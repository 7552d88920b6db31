import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../scripts/stack/processes.js';
import { startStack, type Session, type Stack } from '../../scripts/stack/stack.js';
import { ended } from '../fault/child-process.js';
import { openStream } from '../harness/event-stream.js';
import { until } from '../harness/until.js';

const SHOPPERS = 12;
const QUESTIONS = ['can I return things I bought?', 'where is order #1002', '支持无理由退货吗？', 'how much is the family tent?', 'hello'];

describe('a stop under load', () => {
  let data: string;
  let stack: Stack;
  const service = { WEBCHAT_MESSAGES_PER_MINUTE: '1000000', WEBCHAT_SESSIONS_PER_MINUTE: '1000000' };

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'parley-stop-'));
    stack = await startStack({ data, service, servicePort: await freePort(), sandboxPort: await freePort() });
  }, 120_000);
  afterAll(async () => {
    await stack.stop();
    await rm(data, { recursive: true, force: true });
  }, 60_000);

  it('exits 0 within ten seconds and loses nothing it took: every message gets one reply after the restart', async () => {
    const sessions = await Promise.all(Array.from({ length: SHOPPERS }, (_, i) => stack.session(i % 3 === 0 ? 'emma@example.com' : null)));
    const taken = new Map<string, Session>();
    const streams = await Promise.all(sessions.slice(0, 4).map((s) => fetch(`${s.endpoint}/webchat/events`, { headers: { Authorization: `Bearer ${s.token}` } })));
    const streamsEnded = streams.map(async (res) => res.text().catch(() => 'cut'));
    let running = true;
    let refused = 0;
    const shoppers = sessions.map(async (s, who) => {
      for (let n = 0; running; n++) {
        const id = `load-${who}-${n}-of-the-stop-test`;
        const text = QUESTIONS[n % QUESTIONS.length] ?? 'hello';
        const status = await fetch(`${s.endpoint}/webchat/messages`, { method: 'POST', headers: { 'Authorization': `Bearer ${s.token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ id, text }) }).then(
          async (res) => {
            await res.arrayBuffer();
            return res.status;
          },
          () => 0,
        );
        if (status === 202) taken.set(id, s);
        else {
          refused++;
          if (status === 0) return;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    // However long it takes this machine, and for a second at least.
    await Promise.all([until(() => Promise.resolve(taken.size), (n) => n > 100, 'a hundred messages', 60_000), new Promise((resolve) => setTimeout(resolve, 1_000))]);
    const begun = performance.now();
    stack.service.child.kill('SIGTERM');
    const end = await ended(stack.service.child);
    const ms = performance.now() - begun;
    running = false;
    await Promise.all([...shoppers, ...streamsEnded]);
    expect({ ...end, tail: end.code === 0 ? '' : stack.service.tail() }).toEqual({ code: 0, signal: null, tail: '' });
    expect(ms).toBeLessThan(10_000);
    expect(taken.size).toBeGreaterThan(100);
    // Whoever came too late was told by a closed door, not by a failure.
    expect(refused).toBeLessThanOrEqual(SHOPPERS);

    const [servicePort, sandboxPort] = [Number(new URL(stack.serviceUrl).port), Number(new URL(stack.sandboxUrl).port)];
    await stack.stop();
    stack = await startStack({ data, service, servicePort, sandboxPort });
    // Sessions of one customer share one thread, so each thread is read once, from its beginning.
    const threads = new Map(sessions.map((s) => [s.thread, s]));
    const told = await Promise.all([...threads.values()].map((s) => openStream(`${s.endpoint}/webchat/events?after=0`, { Authorization: `Bearer ${s.token}` })));
    const unanswered = (replies: ReadonlyMap<string, number>) => [...taken.keys()].filter((id) => !replies.has(id));
    const repliesTo = () => {
      const replies = new Map<string, number>();
      for (const id of told.flatMap((t) => t.entries.flatMap((e) => e.replyTo))) replies.set(id, (replies.get(id) ?? 0) + 1);
      return Promise.resolve(replies);
    };
    await until(async () => unanswered(await repliesTo()), (ids) => ids.length === 0, 'a reply to every message', 30_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const replies = await repliesTo();
    expect([...taken.keys()].filter((id) => replies.get(id) !== 1)).toEqual([]);
    for (const t of told) t.close();
  }, 120_000);
});
