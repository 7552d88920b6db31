import { describe, expect, it } from '@jest/globals';
import { data, faults, hostThat, installation, json, SHOP, type Answer, type Host, type Seen } from '../fixtures/host.js';
import { redact } from './redaction.js';

const NONE = { orders: { nodes: [] } };
const ask = async (host: Host, over: Parameters<typeof installation>[0] = {}): Promise<unknown> => host.connector.commerce.orders(installation(over), { by: 'name', name: '#1001' });

describe('a question to the Admin API', () => {
  it('goes to the shop with its own token and version', async () => {
    const host = hostThat(() => data(NONE));
    expect(await ask(host)).toEqual([]);
    expect(host.seen[0]).toMatchObject({ url: `https://${SHOP}/admin/api/2026-07/graphql.json`, method: 'POST', operation: 'OrderSearch' });
    expect(host.seen[0]?.headers.get('x-shopify-access-token')).toBe('shpat_first');
  });

  it('goes in a version the SDK has never heard of', async () => {
    const host = hostThat(() => data(NONE), { apiVersion: '2026-10' });
    await ask(host);
    expect(host.seen[0]?.url).toContain('/admin/api/2026-10/');
  });

  it('goes where each connector’s own host is, side by side', async () => {
    const one = hostThat(() => data(NONE), { originOverride: (shop) => `http://localhost:8090/hosts/${shop}` });
    const two = hostThat(() => data(NONE), { originOverride: (shop) => `http://localhost:9090/x/${shop}/` });
    const three = hostThat(() => data(NONE));
    await Promise.all([ask(one), ask(two), ask(three), ask(one, { account: 'other.myshopify.com' })]);
    expect(one.seen.map((seen) => seen.url).sort()).toEqual([
      'http://localhost:8090/hosts/demo.myshopify.com/admin/api/2026-07/graphql.json',
      'http://localhost:8090/hosts/other.myshopify.com/admin/api/2026-07/graphql.json',
    ]);
    expect(two.seen.map((seen) => seen.url)).toEqual(['http://localhost:9090/x/demo.myshopify.com/admin/api/2026-07/graphql.json']);
    expect(three.seen.map((seen) => seen.url)).toEqual([`https://${SHOP}/admin/api/2026-07/graphql.json`]);
  });

  it.each<[string, () => Answer, object]>([
    ['301', () => new Response(null, { status: 301, headers: { location: 'https://elsewhere.example.com/' } }), { kind: 'rejected', code: 'shopify.moved' }],
    ['401', () => json({ errors: 'no' }, 401), { kind: 'unauthorized', code: 'shopify.unauthorized' }],
    ['402', () => json({ errors: 'no' }, 402), { kind: 'rejected', code: 'shopify.shop-frozen' }],
    ['403', () => json({ errors: 'no' }, 403), { kind: 'rejected', code: 'shopify.forbidden' }],
    ['404', () => json({ errors: 'no' }, 404), { kind: 'rejected', code: 'shopify.not-found' }],
    ['423', () => json({ errors: 'no' }, 423), { kind: 'rejected', code: 'shopify.shop-locked' }],
    ['430', () => json({ errors: 'no' }, 430), { kind: 'rejected', code: 'shopify.security-rejection' }],
    ['418', () => json({ errors: 'no' }, 418), { kind: 'rejected', code: 'shopify.http-418' }],
    ['429', () => json({ errors: 'no' }, 429, { 'retry-after': '2.5' }), { kind: 'retryable', code: 'shopify.too-many-requests', retryAfterMs: 2500 }],
    ['429 without a time', () => json({ errors: 'no' }, 429), { kind: 'retryable', retryAfterMs: undefined }],
    ['500', () => new Response('<html>oops', { status: 500 }), { kind: 'retryable', code: 'shopify.unavailable' }],
    ['503', () => json({}, 503, { 'retry-after': '1' }), { kind: 'retryable', code: 'shopify.unavailable', retryAfterMs: 1000 }],
    ['a page', () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }), { kind: 'retryable', code: 'shopify.unreadable' }],
    ['half an answer', () => new Response('{"data":', { status: 200, headers: { 'content-type': 'application/json' } }), { kind: 'retryable', code: 'shopify.unreadable' }],
    ['nothing', () => json({}), { kind: 'retryable', code: 'shopify.unreadable' }],
    ['no connection', () => new Error('ECONNRESET'), { kind: 'retryable', code: 'shopify.network' }],
    ['ACCESS_DENIED', () => faults('ACCESS_DENIED'), { kind: 'rejected', code: 'shopify.access-denied' }],
    ['SHOP_INACTIVE', () => faults('SHOP_INACTIVE'), { kind: 'rejected', code: 'shopify.shop-inactive' }],
    ['MAX_COST_EXCEEDED', () => faults('MAX_COST_EXCEEDED'), { kind: 'bug', code: 'shopify.max-cost' }],
    ['INTERNAL_SERVER_ERROR', () => faults('INTERNAL_SERVER_ERROR'), { kind: 'retryable', code: 'shopify.internal' }],
    ['a field it does not know', () => faults('undefinedField'), { kind: 'bug', code: 'shopify.graphql' }],
    ['another form of answer', () => data({ orders: 7 }), { kind: 'bug', code: 'shopify.answer-form' }],
  ])('answered with %s ends in the right kind of error', async (_what, answer, expected) => {
    await expect(ask(hostThat(answer))).rejects.toMatchObject({ connector: 'shopify', ...expected });
  });

  it('quotes the host’s request id and nothing of its body', async () => {
    const host = hostThat(() => json({ errors: [{ message: 'lin.mei@example.com shpat_first' }] }, 403, { 'x-request-id': 'r-77' }));
    const error = await ask(host).catch((e: unknown) => e);
    expect(String(error)).toContain('r-77');
    expect(String(error)).not.toMatch(/lin\.mei|shpat_/);
    expect(error).not.toHaveProperty('cause');
    expect(host.logged.join()).not.toMatch(/lin\.mei|shpat_/);
  });

  it('is given up when no answer comes in time', async () => {
    const hanging = hostThat(async () => new Promise<Response>(() => undefined), { timeoutMs: 20 });
    await expect(ask(hanging)).rejects.toMatchObject({ kind: 'retryable', code: 'shopify.timeout', mayHaveHappened: true });
  });

  it('is given up when an answer begins and does not end', async () => {
    const stuck = hostThat(() => new Response(new ReadableStream({ start: (c) => c.enqueue(Buffer.from('{"data":')) }), { status: 200 }), { timeoutMs: 20 });
    await expect(ask(stuck)).rejects.toMatchObject({ kind: 'retryable', code: 'shopify.timeout' });
  });

  it('needs a token', async () => {
    const host = hostThat(() => data(NONE));
    await expect(ask(host, { credentials: { values: {}, expiresAt: null, refreshExpiresAt: null } })).rejects.toMatchObject({ kind: 'unauthorized', code: 'shopify.no-token' });
    expect(host.seen).toEqual([]);
  });
});

describe('the price of questions', () => {
  it('a throttled question is repeated when the bucket can pay for it', async () => {
    const host = hostThat((_seen, nth) => (nth === 1 ? faults('THROTTLED', { requested: 202, available: 52 }) : data(NONE)));
    expect(await ask(host)).toEqual([]);
    expect(host.seen).toHaveLength(2);
    expect(host.waits).toEqual([1500]);
  });

  it('a question that stays throttled ends at the deadline and says when to come back', async () => {
    const host = hostThat(() => faults('THROTTLED', { requested: 900, available: 0 }), { deadlineMs: 20_000 });
    await expect(ask(host)).rejects.toMatchObject({ kind: 'retryable', code: 'shopify.throttled', retryAfterMs: 9000 });
    expect(host.seen).toHaveLength(3);
  });

  it('a host that throttles whatever its bucket says is given time as well, and up at the deadline', async () => {
    const host = hostThat((_seen, nth) => (nth > 100 ? data(NONE) : faults('THROTTLED', { requested: 200, available: 2000 })), { deadlineMs: 10_000 });
    await expect(ask(host)).rejects.toMatchObject({ kind: 'retryable', code: 'shopify.throttled' });
    expect(host.seen.length).toBeLessThan(15);
  });

  it('a question the bucket cannot pay for yet holds back on its own', async () => {
    const host = hostThat(() => data(NONE, 30, 130));
    await ask(host);
    await ask(host);
    expect(host.waits).toEqual([1000]);
    expect(host.seen).toHaveLength(2);
  });

  it('an empty bucket refuses what cannot be paid within the deadline, without asking', async () => {
    const host = hostThat(() => data(NONE, 0, 500), { deadlineMs: 1000 });
    await ask(host);
    await expect(ask(host)).rejects.toMatchObject({ kind: 'retryable', code: 'shopify.throttled', retryAfterMs: 5000 });
    expect(host.seen).toHaveLength(1);
  });

  it('each shop has a bucket of its own', async () => {
    const host = hostThat((seen: Seen) => data(NONE, seen.url.includes('other') ? 1990 : 0, 500), { deadlineMs: 1000 });
    await ask(host);
    expect(await ask(host, { account: 'other.myshopify.com' })).toEqual([]);
    expect(host.waits).toEqual([]);
  });
});

describe('logs of the SDK', () => {
  it('lose whatever is secret or personal', () => {
    expect(redact('token shpat_0123abc and eyJhbGciOi.eyJpc3Mi.sig')).toBe('token [token] and [jwt]');
    expect(redact('{"client_secret":"hush","refresh_token": "x1","shop":"s"}')).toBe('{"client_secret":"[secret]","refresh_token": "[secret]","shop":"s"}');
    expect(redact('X-Shopify-Access-Token: abc, Authorization: Bearer abc.def')).toBe('X-Shopify-Access-Token: [secret], Authorization: [secret]');
    expect(redact('sent to lin.mei@example.com')).toBe('sent to [email]');
  });
});

describe('a wrong configuration', () => {
  it.each([
    [{ apiSecrets: [] }, 'apiSecrets'],
    [{ apiVersion: '2026-08' }, 'apiVersion'],
    [{ apiKey: '' }, 'apiKey'],
    [{ appUrl: 'parley' }, 'appUrl'],
    [{ blockHandle: 'a/b' }, 'blockHandle'],
  ])('%j is named', (config, name) => {
    expect(() => hostThat(() => data(NONE), config)).toThrow(name);
  });
});
