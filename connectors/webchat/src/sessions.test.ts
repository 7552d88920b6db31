import { describe, expect, it } from '@jest/globals';
import { call, open, request, SECRETS, setup, START, type Setup } from './testing/bench.js';
import { readToken, RENEWABLE_MS, signToken, TOKEN_LIFE_MS } from './token.js';

const HOME = { origin: 'https://shop.example' };
const session = (s: Setup, json: unknown, headers: Record<string, string> = HOME) => call(s, 'POST', '/webchat/session', request({ json, headers }));
const claims = (token: string, now = START) => {
  const r = readToken(token, SECRETS, now);
  return 'claims' in r ? r.claims : r;
};

describe('opening a session', () => {
  it('gives a stranger a thread of their own', async () => {
    const s = setup();
    const a = await session(s, { site: 'shop-1', locale: 'zh-CN' });
    const b = await session(s, { site: 'shop-1' });
    expect(a).toMatchObject({ status: 200, body: { expiresAt: START + TOKEN_LIFE_MS, shop: { name: 'Lantern & Co' }, language: 'zh', endpoint: 'https://chat.example' } });
    expect(a.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(b.body).toMatchObject({ language: 'en' });
    expect(a.body['thread']).not.toBe(b.body['thread']);
    expect(claims(String(a.body['token']))).toEqual({ site: 'shop-1', thread: a.body['thread'], identity: a.body['thread'], iat: START, exp: START + TOKEN_LIFE_MS });
  });

  it('is for the shop’s own pages and the service’s own', async () => {
    const s = setup();
    expect((await session(s, { site: 'shop-1' }, { origin: 'https://chat.example' })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil.example', 'http://shop.example', '']) {
      expect(await session(s, { site: 'shop-1' }, { origin })).toMatchObject({ status: 403, body: { error: { code: 'webchat.foreign-origin' } } });
    }
    expect((await session(s, { site: 'shop-1' }, {})).status).toBe(403);
  });

  it('refuses what is no request, and shops that are not there', async () => {
    const s = setup();
    expect(await session(s, { site: 'nobody' })).toMatchObject({ status: 404, body: { error: { code: 'webchat.unknown-site' } } });
    expect(await session(s, { site: 'closed' })).toMatchObject({ status: 403, body: { error: { code: 'webchat.site-off' } } });
    expect((await session(s, { site: 'shop-1', customer: '5' })).status).toBe(422);
    expect((await session(s, { site: 'shop-1', locale: '<script>' })).status).toBe(422);
    expect((await call(s, 'POST', '/webchat/session', request({ body: '{', headers: HOME }))).status).toBe(400);
    expect((await call(s, 'POST', '/webchat/session', request({ json: {}, headers: { ...HOME, 'content-type': 'text/plain' } }))).status).toBe(415);
  });

  it('is limited per address, and says when to come back', async () => {
    const s = setup({ sessionsPerAddress: { perMinute: 6, burst: 2 } });
    await session(s, { site: 'shop-1' });
    await session(s, { site: 'shop-1' });
    expect(await session(s, { site: 'shop-1' })).toMatchObject({ status: 429, headers: { 'retry-after': '10' }, body: { error: { code: 'webchat.too-many' } } });
    s.clock.pass(10_000);
    expect((await session(s, { site: 'shop-1' })).status).toBe(200);
  });
});

describe('renewing a session', () => {
  it('keeps an anonymous thread, up to 30 days after the token ended', async () => {
    const s = setup();
    const first = await open(s);
    s.clock.pass(TOKEN_LIFE_MS + RENEWABLE_MS - 1);
    const later = await open(s, { token: first.token });
    expect(later.thread).toBe(first.thread);
    expect(later.expiresAt).toBe(s.clock.now() + TOKEN_LIFE_MS);
    s.clock.pass(TOKEN_LIFE_MS + RENEWABLE_MS);
    expect((await open(s, { token: later.token })).thread).not.toBe(first.thread);
  });

  it('keeps a proven customer for as long as the proof was given, and no longer', async () => {
    const s = setup();
    const token = signToken({ site: 'shop-1', thread: 'c_7', identity: 'c_7', customer: '7', iat: START, exp: START + TOKEN_LIFE_MS }, SECRETS[1] ?? '');
    s.clock.pass(TOKEN_LIFE_MS - 1);
    const renewed = await open(s, { token });
    expect(claims(renewed.token, s.clock.now())).toMatchObject({ customer: '7', exp: START + TOKEN_LIFE_MS });
    s.clock.pass(1);
    expect((await open(s, { token })).thread).toMatch(/^g_/);
  });

  it('does not believe tokens of another shop, of another signer, or from the future', async () => {
    const s = setup();
    const mine = { thread: 'g_x', identity: 'g_x', iat: START, exp: START + TOKEN_LIFE_MS };
    const tokens = [
      signToken({ ...mine, site: 'shop-2' }, SECRETS[0] ?? ''),
      signToken({ ...mine, site: 'shop-1' }, 'somebody else’s secret'),
      signToken({ ...mine, site: 'shop-1', iat: START + 120_000 }, SECRETS[0] ?? ''),
      'v1.x.y',
    ];
    for (const token of tokens) expect((await open(s, { token })).thread).not.toBe('g_x');
  });
});

describe('minting for a host', () => {
  const mint = async (s: Setup, m: { customerId: string | null; existing?: string; account?: string }) => {
    const r = await s.connector.mintToken({ account: 'shop-1', ...m, now: s.clock.now() });
    if ('ok' in r) throw new Error(r.code);
    return claims(r.token, s.clock.now());
  };

  it('ties a signed-in customer to one thread on every device', async () => {
    expect(await mint(setup(), { customerId: '42' })).toMatchObject({ thread: 'c_42', identity: 'c_42', customer: '42' });
  });

  it('keeps a guest’s thread, but never a customer’s after they signed out', async () => {
    const s = setup();
    const guest = await open(s);
    expect(await mint(s, { customerId: null, existing: guest.token })).toMatchObject({ thread: guest.thread });
    const customer = await s.connector.mintToken({ account: 'shop-1', customerId: '42', now: START });
    const after = await mint(s, { customerId: null, existing: 'token' in customer ? customer.token : '' });
    expect(after).toMatchObject({ thread: expect.stringMatching(/^g_/) });
    expect(after).not.toHaveProperty('customer');
    expect(await mint(s, { customerId: '', existing: 'rubbish' })).toMatchObject({ thread: expect.stringMatching(/^g_/) });
  });

  it('refuses shops that are not there', async () => {
    const s = setup();
    expect(await s.connector.mintToken({ account: 'nobody', customerId: '1', now: START })).toMatchObject({ ok: false, status: 404 });
    expect(await s.connector.mintToken({ account: 'closed', customerId: null, now: START })).toMatchObject({ ok: false, status: 403 });
  });
});
