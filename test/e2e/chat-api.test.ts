import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { openStream } from '../harness/event-stream.js';
import { startTestService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';

const Session = z.object({ token: z.string(), thread: z.string(), expiresAt: z.number(), endpoint: z.string(), language: z.string() });
const History = z.object({ entries: z.array(z.object({ n: z.number(), id: z.string(), from: z.string(), replyTo: z.array(z.string()), message: z.object({ parts: z.array(z.looseObject({ type: z.string() })) }) })) });
const Refused = z.object({ error: z.object({ code: z.string() }) });
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const SITE = 'https://www.shop.test';

describe('the chat’s HTTP API', () => {
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    service = await startTestService({ env: { WEBCHAT_MESSAGES_PER_MINUTE: '60' } });
    const chat = await service.composition.engine.installations.byAccount('webchat', service.site);
    if (chat === null) throw new Error('no chat');
    await service.composition.engine.installations.change(chat.id, { settings: { ...chat.settings, origins: [SITE] } });
    token = await guest();
  });
  afterAll(() => service.stop());

  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) => fetch(`${service.url}${path}`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  const bearer = (t: string) => ({ Authorization: `Bearer ${t}` });
  const open = (origin: string | null, body: object = { site: service.site }) => post('/webchat/session', JSON.stringify(body), origin === null ? {} : { Origin: origin });
  const say = (t: string, body: object) => post('/webchat/messages', JSON.stringify(body), bearer(t));
  const history = async (t: string) => History.parse(await (await fetch(`${service.url}/webchat/history`, { headers: bearer(t) })).json()).entries;
  const code = async (res: Response) => Refused.parse(await res.json()).error.code;
  async function guest(): Promise<string> {
    return Session.parse(await (await open(SITE)).json()).token;
  }

  it('opens an anonymous session for the site’s own origins, and no others', async () => {
    const res = await open(SITE, { site: service.site, locale: 'zh-CN' });
    expect(res.status).toBe(200);
    expect(res.headers.get('access-control-allow-origin')).toBe('*');
    expect(res.headers.get('cache-control')).toBe('no-store');
    expect(Session.parse(await res.json()).language).toBe('zh');
    for (const origin of ['https://evil.test', 'http://www.shop.test', 'https://www.shop.test.evil.test', 'https://www.shop.test:444', 'null', null]) {
      const refused = await open(origin);
      expect(refused.status).toBe(403);
      expect(await code(refused)).toBe('webchat.foreign-origin');
    }
    expect((await open(SITE, { site: 'site_nobody' })).status).toBe(404);
  });

  it('answers the pre-flight of a browser', async () => {
    for (const path of ['/webchat/messages', '/webchat/session', '/webchat/events', '/webchat/history', '/webchat/images', '/webchat/images/x']) {
      const res = await fetch(`${service.url}${path}`, { method: 'OPTIONS', headers: { 'Origin': SITE, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization,content-type' } });
      expect(res.status).toBe(204);
      expect(res.headers.get('access-control-allow-origin')).toBe('*');
      expect(res.headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type/);
      expect(res.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('says which methods a path takes', async () => {
    const res = await fetch(`${service.url}/webchat/messages`, { method: 'DELETE' });
    expect(res.status).toBe(405);
    expect(res.headers.get('allow')).toBe('POST, OPTIONS');
    expect((await fetch(`${service.url}/webchat/history`, { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await fetch(`${service.url}/shopify/webhooks`)).headers.get('allow')).toBe('POST');
  });

  it('takes the same id for the same message', async () => {
    const t = await guest();
    const id = randomUUID();
    const states = [];
    for (const text of ['hello', 'hello', 'hello there, changed']) states.push(z.object({ id: z.string(), state: z.string() }).parse(await (await say(t, { id, text })).json()));
    expect(states).toEqual([{ id, state: 'stored' }, { id, state: 'duplicate' }, { id, state: 'duplicate' }]);
    const entries = await until(() => history(t), (e) => e.length === 2, 'one question and one answer');
    expect(entries[0]?.message.parts).toEqual([{ type: 'text', text: 'hello' }]);
    // Another shopper's message of the same id is another message.
    expect(await (await say(await guest(), { id, text: 'hello' })).json()).toEqual({ id, state: 'stored' });
  });

  it('goes on where a stream broke off, by the browser’s own header or the address', async () => {
    const t = await guest();
    const stream = await openStream(`${service.url}/webchat/events`, bearer(t));
    for (const text of ['hello', 'can I talk to a person?']) {
      const known = stream.entries.length;
      expect((await say(t, { id: randomUUID(), text })).status).toBe(202);
      await until(() => Promise.resolve(stream.entries.length), (n) => n > known, 'the answer');
    }
    stream.close();
    await stream.ended;
    expect((await say(t, { id: randomUUID(), text: 'thanks' })).status).toBe(202);
    const [first] = stream.entries;
    const resumed = await openStream(`${service.url}/webchat/events?after=0`, { ...bearer(t), 'Last-Event-ID': String(first?.n) });
    const all = await until(() => Promise.resolve([...resumed.entries]), (e) => e.length === stream.entries.length, 'what came meanwhile');
    expect(all.map((e) => e.n)).toEqual(stream.entries.map((_, i) => (first?.n ?? 0) + 1 + i));
    const byAddress = await openStream(`${service.url}/webchat/events?after=${first?.n}`, bearer(t));
    await until(() => Promise.resolve(byAddress.entries.length), (n) => n === all.length, 'the same by address');
    expect(byAddress.entries).toEqual(all);
    resumed.close();
    byAddress.close();
    expect((await fetch(`${service.url}/webchat/events`, { headers: { ...bearer(t), 'Last-Event-ID': 'x' } })).status).toBe(400);
  });

  it('keeps a picture and shows it to its shopper alone', async () => {
    const sent = await post('/webchat/images', PNG, { ...bearer(token), 'Content-Type': 'image/png' });
    expect(sent.status).toBe(201);
    const { blob } = z.object({ blob: z.string(), mime: z.literal('image/png'), bytes: z.literal(PNG.length) }).parse(await sent.json());
    const id = randomUUID();
    expect((await say(token, { id, text: 'it came like this', images: [blob] })).status).toBe(202);
    const entries = await until(() => history(token), (e) => e.some((x) => x.replyTo.includes(id)), 'an answer');
    const image = entries.find((e) => e.id === id)?.message.parts.find((p) => p.type === 'image');
    expect(image).toMatchObject({ mime: 'image/png', bytes: PNG.length });
    const got = await fetch(`${service.url}/webchat/images/${encodeURIComponent(blob)}`, { headers: bearer(token) });
    expect(got.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
    const byHistory = await fetch(`${service.url}/webchat/images/${encodeURIComponent(String(image?.['blob']))}`, { headers: bearer(token) });
    expect(byHistory.status).toBe(200);
    const stranger = await guest();
    expect((await fetch(`${service.url}/webchat/images/${encodeURIComponent(blob)}`, { headers: bearer(stranger) })).status).toBe(404);
    expect((await say(stranger, { id: randomUUID(), images: [blob] })).status).toBe(422);
    // A picture alone is a message as well, and is answered.
    const alone = randomUUID();
    expect((await say(token, { id: alone, images: [blob] })).status).toBe(202);
    await until(() => history(token), (e) => e.some((x) => x.replyTo.includes(alone)), 'an answer to a picture alone');
  });

  it('refuses what is too large or no picture', async () => {
    const large = await post('/webchat/images', Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]), { ...bearer(token), 'Content-Type': 'image/png' });
    expect(large.status).toBe(413);
    expect(large.headers.get('access-control-allow-origin')).toBe('*');
    expect((await post('/webchat/images', 'text', { ...bearer(token), 'Content-Type': 'image/png' })).status).toBe(415);
    expect((await post('/webchat/messages', JSON.stringify({ id: randomUUID(), text: 'x'.repeat(200_000) }), bearer(token))).status).toBe(413);
    const long = await say(token, { id: randomUUID(), text: 'x'.repeat(20_001) });
    expect([long.status, await code(long)]).toEqual([422, 'webchat.text-too-long']);
  });

  it('tells who is too fast when to come back, and takes the message then', async () => {
    const t = await guest();
    const answers = await Promise.all(Array.from({ length: 40 }, () => say(t, { id: randomUUID(), text: 'hello' })));
    const refused = answers.filter((a) => a.status === 429);
    expect(answers.filter((a) => a.status === 202).length + refused.length).toBe(40);
    expect(answers.filter((a) => a.status === 202).length).toBeGreaterThanOrEqual(20);
    expect(refused.length).toBeGreaterThan(0);
    const wait = Number(refused[0]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused[0]?.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect((await say(await guest(), { id: randomUUID(), text: 'hello' })).status).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
    expect((await say(t, { id: randomUUID(), text: 'hello' })).status).toBe(202);
  });

  it('logged nothing as a warning or an error but the unreachable host', () => expect(service.logged.filter((l) => !/look-up failed|knowledge|page/i.test(l.message))).toEqual([]));
});
