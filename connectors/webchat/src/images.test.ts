import { describe, expect, it } from '@jest/globals';
import { call, endpoint, open, placeOf, request, setup, type Setup } from './testing/bench.js';
import { MAX_IMAGE_BYTES } from './images.js';
import { sniffImage } from './image-kind.js';
import { daily } from './rates.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const SAMPLES = { 'image/png': bytes('\x89PNG\r\n\x1a\n....'), 'image/jpeg': bytes('\xff\xd8\xff\xe0....'), 'image/gif': bytes('GIF89a....'), 'image/webp': bytes('RIFF\x01\x02\x03\x04WEBPVP8 ') };
const put = (s: Setup, token: string, type: string, body: Uint8Array) => call(s, 'POST', '/webchat/images', request({ body, token, headers: { 'content-type': type } }));
const get = (s: Setup, token: string, blob: string) => call(s, 'GET', '/webchat/images/:blob', request({ method: 'GET', token, params: { blob } }));

describe('images', () => {
  it.each(Object.entries(SAMPLES))('%s goes in and comes back to its shopper alone', async (mime, body) => {
    const s = setup();
    const { token } = await open(s);
    const stored = await put(s, token, mime, body);
    expect(stored.status).toBe(201);
    expect(stored.body).toMatchObject({ mime, bytes: body.length });
    for (const name of [String(stored.body['blob']), 'blob-1']) {
      const back = await get(s, token, name);
      expect(back).toMatchObject({ status: 200, headers: { 'content-type': mime, 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'content-security-policy': "default-src 'none'; sandbox" } });
      expect(back.body).toEqual(body);
      expect((await get(s, (await open(s)).token, name)).status).toBe(404);
    }
    expect((await get(s, 'nobody', 'blob-1')).status).toBe(401);
  });

  it('are known by their bytes, not by what is said of them', async () => {
    const s = setup({ imagesPerShopper: { perMinute: 600, burst: 600 } });
    const { token } = await open(s);
    expect((await put(s, token, 'image/png', SAMPLES['image/gif'])).status).toBe(415);
    expect((await put(s, token, 'image/svg+xml', bytes('<svg/>'))).status).toBe(415);
    expect((await put(s, token, 'image/png', bytes('<html>'))).status).toBe(415);
    expect((await put(s, token, 'image/png', new Uint8Array(0))).status).toBe(422);
    expect((await put(s, token, 'image/png', new Uint8Array(MAX_IMAGE_BYTES + 1))).status).toBe(413);
    expect((await put(s, '', 'image/png', SAMPLES['image/png'])).status).toBe(401);
    expect(sniffImage(bytes('RIFF....WAVE'))).toBeNull();
    expect(sniffImage(bytes(''))).toBeNull();
  });

  it('are asked for their token before they are read', async () => {
    const s = setup();
    const { token } = await open(s);
    const knock = (as: string) => endpoint(s.connector, 'POST', '/webchat/images').knock?.(request({ token: as, headers: { 'content-type': 'image/png' } }), s.clock.now());
    expect(knock(token)).toBeNull();
    expect(knock('nobody')).toMatchObject({ status: 401, body: { error: { code: 'webchat.bad-token' } } });
    expect(knock('')).toMatchObject({ status: 401 });
  });

  it.each(['imageBytesPerShopper', 'imageBytesPerAddress', 'imageBytesPerSite'] as const)('end with the day’s quota of %s, which comes back by and by', async (quota) => {
    const s = setup({ imagesPerShopper: { perMinute: 600, burst: 600 }, [quota]: daily(SAMPLES['image/png'].length * 2) });
    const { token } = await open(s);
    for (const status of [201, 201, 429]) expect((await put(s, token, 'image/png', SAMPLES['image/png'])).status).toBe(status);
    s.clock.pass(12 * 3_600_000);
    const fresh = await open(s);
    expect((await put(s, fresh.token, 'image/png', SAMPLES['image/png'])).status).toBe(201);
  });

  it('are limited per shopper', async () => {
    const s = setup({ imagesPerShopper: { perMinute: 1, burst: 1 } });
    const { token } = await open(s);
    expect((await put(s, token, 'image/png', SAMPLES['image/png'])).status).toBe(201);
    expect((await put(s, token, 'image/png', SAMPLES['image/png'])).status).toBe(429);
  });
});

describe('history', () => {
  it('shows both sides of the shopper’s own thread', async () => {
    const s = setup();
    const { token, thread } = await open(s);
    s.threads.say(placeOf(thread), 'message-1', 'Hi');
    await s.threads.append(placeOf(thread), 'k', { from: 'bot', message: { parts: [{ type: 'text', text: 'Hello' }] }, replyTo: ['message-1'] });
    const history = (query: string, as = token) => call(s, 'GET', '/webchat/history', request({ method: 'GET', token: as, query }));
    expect(await history('')).toMatchObject({ status: 200, body: { entries: [{ n: 0, id: 'message-1', from: 'shopper' }, { n: 1, from: 'bot', replyTo: ['message-1'] }] } });
    expect((await history('limit=1')).body['entries']).toHaveLength(1);
    expect((await history('', (await open(s)).token)).body['entries']).toEqual([]);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'limit=-5']) expect((await history(query)).status).toBe(400);
    expect((await history('', 'x')).status).toBe(401);
  });
});
