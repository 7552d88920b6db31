import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KEYS, openBench, SHOP, type Bench, type Seen } from './bench.fixture.js';

const STORE = `/store/${SHOP}/apps/parley`;
let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.control(`/shops/${SHOP}/install`);
});
afterEach(() => bench.close());

/** The documented check, written out once more: decoded pairs, repeats joined by a comma, sorted, nothing between. */
function signed({ url }: Pick<Seen, 'url'>): boolean {
  const keys = [...new Set(url.searchParams.keys())].filter((key) => key !== 'signature');
  const message = keys.map((key) => `${key}=${url.searchParams.getAll(key).join(',')}`).sort().join('');
  return url.searchParams.get('signature') === createHmac('sha256', KEYS.apiSecret).update(message).digest('hex');
}

describe('the app proxy', () => {
  it('forwards a guest with an empty, signed customer id and without cookies', async () => {
    bench.app = () => ({ status: 201, headers: { 'content-type': 'application/json', 'set-cookie': 'a=b', 'x-app': '1' }, body: '{"a":1}' });
    const reply = await bench.get(`${STORE}/session/x%20y?lang=zh&extra=1&extra=2`, { cookie: 'secret=1', 'accept-language': 'zh' });
    expect(reply.status).toBe(201);
    expect(reply.text).toBe('{"a":1}');
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(reply.headers.get('x-app')).toBe('1');
    expect(reply.headers.get('set-cookie')).toBeNull();
    const [one] = bench.seen;
    expect(one!.url.pathname).toBe('/shopify/proxy/session/x%20y');
    expect(Object.fromEntries(one!.url.searchParams)).toMatchObject({ shop: SHOP, path_prefix: '/apps/parley', logged_in_customer_id: '', timestamp: '1795435200', lang: 'zh' });
    expect(one!.headers.cookie).toBeUndefined();
    expect(one!.headers['accept-language']).toBe('zh');
    expect(signed(one!)).toBe(true);
  });

  it('names the shopper who is signed in, whatever the query claims', async () => {
    const { cookie, customerId } = await bench.control(`/shops/${SHOP}/sign-in`, { email: 'ann@example.com' });
    await bench.get(`${STORE}?logged_in_customer_id=999&shop=other.myshopify.com&signature=x`, { cookie: String(cookie) });
    const [one] = bench.seen;
    expect(one!.url.searchParams.getAll('logged_in_customer_id')).toEqual([customerId]);
    expect(one!.url.searchParams.getAll('shop')).toEqual([SHOP]);
    expect(signed(one!)).toBe(true);
  });

  it('knows passwords, and forgets who signed out', () => {
    const { host } = bench.sandbox;
    expect(host.signIn(SHOP, 'ann@example.com', 'wrong')).toBeNull();
    expect(host.signIn(SHOP, 'nobody@example.com', 'x')).toBeNull();
    expect(host.signIn(SHOP, 'mary.ann@example.com', 'anything')).not.toBeNull();
    const cookie = host.signIn(SHOP, 'Ann@example.com', 'lamp') ?? '';
    expect(host.shopperOf(SHOP, `a=b; _sandbox_shopper=${cookie}`)?.id).toBe('301');
    host.signOut(SHOP, cookie);
    expect(host.shopperOf(SHOP, `_sandbox_shopper=${cookie}`)).toBeNull();
  });

  it('passes bodies on as they are, and redirects back to the shopper', async () => {
    bench.app = () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } });
    const reply = await bench.post(`${STORE}/messages`, '{"text":"你好"}');
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toBe('https://elsewhere.example/');
    expect(bench.seen[0]).toMatchObject({ method: 'POST', body: '{"text":"你好"}', headers: { 'content-type': 'application/json' } });
    expect(bench.seen).toHaveLength(1);
  });

  it('renders Liquid', async () => {
    bench.app = () => ({ status: 200, headers: { 'content-type': 'application/liquid' }, body: '<h1>{{ shop.name }}</h1>' });
    const reply = await bench.get(`${STORE}/page`);
    expect(reply.text).toBe('<h1>Tiny</h1>');
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('is not there before the install, and answers 502 when the app is away', async () => {
    await bench.control(`/shops/${SHOP}/uninstall`);
    expect((await bench.get(STORE)).status).toBe(404);
    const away = await openBench({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await away.control(`/shops/${SHOP}/install`);
    expect((await away.get(STORE)).status).toBe(502);
    await away.close();
  });

  it('signs queries for tests', async () => {
    const { url } = await bench.control(`/shops/${SHOP}/proxy-query`, { path: '/session', query: { a: ['1', '2'] }, customerId: '301' });
    expect(String(url)).toMatch(new RegExp(`^${bench.appUrl}/shopify/proxy/session\\?a=1&a=2&shop=`));
    expect(signed({ url: new URL(String(url)) })).toBe(true);
  });
});
