import { describe, expect, it } from '@jest/globals';
import { open, placeOf, setup, SHOP, stream, type Setup } from './testing/bench.js';
import { TOKEN_LIFE_MS } from './token.js';

/** Lets everything that is ready run. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 40; i++) await Promise.resolve();
};

const bot = (s: Setup, thread: string, text: string) => s.threads.append(placeOf(thread), text, { from: 'bot', message: { parts: [{ type: 'text', text }] }, replyTo: [] });

async function listen(s: Setup, token: string, part: Parameters<typeof stream>[2] = {}) {
  const reply = await stream(s, token, part);
  if (!('run' in reply)) return { reply, chunks: [], close: () => undefined, ended: Promise.resolve() };
  const chunks: string[] = [];
  const closer = new AbortController();
  const ended = reply.run((chunk) => {
    chunks.push(chunk);
    return Promise.resolve();
  }, closer.signal);
  await settle();
  return { reply, chunks, close: () => closer.abort(), ended };
}
const ids = (chunks: readonly string[]) => chunks.flatMap((c) => /^id: (\d+)$/m.exec(c)?.[1] ?? []);

describe('the event stream', () => {
  it('tells what was missed, then what comes, each once and in order', async () => {
    const s = setup();
    const { token, thread } = await open(s);
    for (const t of ['one', 'two', 'three']) await bot(s, thread, t);
    const l = await listen(s, token, { query: 'after=1' });
    expect(ids(l.chunks)).toEqual(['2', '3']);
    await bot(s, thread, 'four');
    await bot(s, thread, 'four');
    await settle();
    expect(ids(l.chunks)).toEqual(['2', '3', '4']);
    expect(l.chunks.at(-1)).toBe(`id: 4\nevent: message\ndata: ${JSON.stringify({ n: 4, id: 'out-4', at: s.clock.now(), from: 'bot', message: { parts: [{ type: 'text', text: 'four' }] }, replyTo: [] })}\n\n`);
    l.close();
    await l.ended;
    expect(s.threads.followers()).toBe(0);
  });

  it('goes on from the last event id', async () => {
    const s = setup();
    const { token, thread } = await open(s);
    for (let i = 0; i < 250; i++) await bot(s, thread, `m${i}`);
    const l = await listen(s, token, { query: 'after=3', headers: { authorization: `Bearer ${token}`, 'last-event-id': '20' } });
    for (let i = 0; i < 20; i++) await settle();
    expect(ids(l.chunks)).toEqual(Array.from({ length: 230 }, (_, i) => String(i + 21)));
    l.close();
    await l.ended;
  });

  it('misses nothing that is written while it reads', async () => {
    const s = setup();
    const { token, thread } = await open(s);
    const read = s.threads.after.bind(s.threads);
    let during = 0;
    s.threads.after = async (place, after, limit) => {
      const page = await read(place, after, limit);
      // Written after the read and before its result is used.
      if (during++ < 3) await bot(s, thread, `during ${during}`);
      return page;
    };
    const l = await listen(s, token);
    expect(ids(l.chunks)).toEqual(['1', '2', '3']);
    l.close();
    await l.ended;
  });

  it('waits for a slow reader before it reads on', async () => {
    const s = setup();
    const { token, thread } = await open(s);
    for (const t of ['one', 'two', 'three']) await bot(s, thread, t);
    const reply = await stream(s, token);
    if (!('run' in reply)) throw new Error('refused');
    const taken: (() => void)[] = [];
    const closer = new AbortController();
    const ended = reply.run(() => new Promise((done) => taken.push(done)), closer.signal);
    await settle();
    expect(taken).toHaveLength(1);
    taken[0]?.();
    await settle();
    expect(taken).toHaveLength(2);
    // A reader who leaves without taking the chunk does not hold the stream.
    closer.abort();
    await ended;
    expect(s.threads.followers()).toBe(0);
  });

  it('beats while it is quiet and ends with the token', async () => {
    const s = setup();
    const { token } = await open(s);
    const l = await listen(s, token);
    s.clock.pass(15_000);
    await settle();
    expect(l.chunks.at(-1)).toBe(': beat\n\n');
    s.clock.pass(TOKEN_LIFE_MS);
    await l.ended;
    expect(l.chunks.at(-1)).toBe('event: expired\ndata: {}\n\n');
  });

  it('tells at once, and when it changes, whether anybody answers', async () => {
    const shop = { ...SHOP, answering: false };
    const s = setup({}, [shop]);
    const l = await listen(s, (await open(s)).token);
    const told = () => l.chunks.filter((c) => c.startsWith('event: status')).map((c) => /"answering":(\w+)/.exec(c)?.[1]);
    expect(told()).toEqual(['false']);
    for (const answering of [false, true, true]) {
      shop.answering = answering;
      s.clock.pass(15_000);
      await settle();
    }
    expect(told()).toEqual(['false', 'true']);
    l.close();
    await l.ended;
  });

  it('of a reader who left while it was admitted ends at once and is not counted', async () => {
    const s = setup({ streamsPerShopper: 1 });
    const { token } = await open(s);
    const reply = await stream(s, token);
    if (!('run' in reply)) throw new Error('refused');
    await reply.run(() => new Promise(() => undefined), AbortSignal.abort());
    expect(s.threads.followers()).toBe(0);
    expect((await listen(s, token)).reply.status).toBe(200);
  });

  it('is capped per shopper, and a closed one makes room', async () => {
    const s = setup({ streamsPerShopper: 2 });
    const { token } = await open(s);
    const a = await listen(s, token);
    await listen(s, token);
    expect((await listen(s, token)).reply).toMatchObject({ status: 429, body: { error: { code: 'webchat.too-many-streams' } } });
    expect((await listen(s, (await open(s)).token)).reply.status).toBe(200);
    a.close();
    await a.ended;
    expect((await listen(s, token)).reply.status).toBe(200);
  });

  it('shows nobody another’s thread, and refuses cursors that are none', async () => {
    const s = setup();
    const mine = await open(s);
    const other = await open(s);
    await bot(s, other.thread, 'a secret');
    expect((await listen(s, mine.token)).chunks.join('')).not.toContain('secret');
    for (const query of ['after=-1', 'after=1e9', 'after=x', 'after=99999999999999999999']) {
      expect((await listen(s, mine.token, { query })).reply).toMatchObject({ status: 400, body: { error: { code: 'webchat.bad-cursor' } } });
    }
    expect((await listen(s, 'v1.forged.token')).reply.status).toBe(401);
  });

  it('logs a failing log and ends, so that the widget comes again', async () => {
    const s = setup();
    const { token } = await open(s);
    s.threads.after = () => Promise.reject(new Error('disk'));
    const l = await listen(s, token);
    await l.ended;
    expect(s.log.lines).toHaveLength(1);
    expect(s.log.lines[0]).not.toContain(token);
  });
});
