import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exchangeForm, KEYS, openBench, SHOP, type Bench } from './bench.fixture.js';
import { signQuery } from '../shopify/signatures.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.connect();
});
afterEach(() => bench.close());

const faults = (settings: Record<string, unknown>) => bench.control(`/shops/${SHOP}/faults`, settings);
const QUERY = '{ shop { name } }';

describe('faults', () => {
  it('answers 429 with Retry-After for the next requests, then as before', async () => {
    await faults({ http429: { next: 2, retryAfter: 4 } });
    for (let i = 0; i < 2; i += 1) {
      const reply = await bench.query(QUERY);
      expect(reply.status).toBe(429);
      expect(reply.headers.get('retry-after')).toBe('4.0');
    }
    expect((await bench.query(QUERY)).status).toBe(200);
  });

  it('strikes a share of all requests', async () => {
    await faults({ http5xx: { share: 0.51, status: 502 } });
    expect((await bench.query(QUERY)).status).toBe(502);
    await faults({ http5xx: { share: 0.5 } });
    expect((await bench.query(QUERY)).status).toBe(200);
  });

  it('throttles inside 200 although the bucket is full', async () => {
    await faults({ throttled: { next: 1 } });
    expect((await bench.query(QUERY)).json).toMatchObject({ errors: [{ extensions: { code: 'THROTTLED' } }] });
    expect((await bench.query(QUERY)).json).toHaveProperty('data');
  });

  it('carries out and withholds the answer', async () => {
    await faults({ hang: { next: 1 } });
    const { sessionToken } = await bench.control(`/shops/${SHOP}/session-token`);
    const call = new AbortController();
    const hanging = fetch(`${bench.url}/hosts/${SHOP}/admin/oauth/access_token`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(exchangeForm(String(sessionToken))), signal: call.signal,
    });
    await new Promise<void>((resolve) => {
      const stop = bench.sandbox.ledger.watch((entry) => {
        if (entry.kind !== 'token') return;
        stop();
        resolve();
      });
    });
    call.abort();
    await expect(hanging).rejects.toThrow();
    expect(bench.sandbox.ledger.find({ kind: 'token' }).at(-1)).toMatchObject({ status: 0, detail: { carriedOut: 200, answerWithheld: true, issued: 'offline' } });
  });

  it('gives tokens of the lifetime that is set', async () => {
    await faults({ tokenLifetimeS: 30 });
    await bench.connect();
    bench.pass(29);
    expect((await bench.query(QUERY)).status).toBe(200);
    bench.pass(1);
    expect((await bench.query(QUERY)).status).toBe(401);
  });

  it('are refused when misspelt, and all off after an empty setting', async () => {
    expect((await bench.post(`/control/shops/${SHOP}/faults`, { slow: 1 })).status).toBe(400);
    await faults({ throttled: { share: 1 } });
    await faults({});
    expect((await bench.query(QUERY)).json).toHaveProperty('data');
  });
});

describe('control', () => {
  it('answers 404, 400 and 422 where they belong', async () => {
    expect((await bench.post('/control/shops/x.myshopify.com/install', {})).status).toBe(404);
    expect((await bench.post('/control/nothing', {})).status).toBe(404);
    expect((await bench.post(`/control/shops/${SHOP}/embed`, { on: 'yes' })).status).toBe(400);
    expect((await bench.post('/control/reset', '{')).status).toBe(400);
    expect((await bench.post(`/control/shops/${SHOP}/orders/9999/cancel`, {})).status).toBe(422);
    expect((await bench.post(`/control/shops/${SHOP}/orders/1001/cancel`, {})).status).toBe(422);
    expect((await bench.post(`/control/shops/${SHOP}/sign-in`, { email: 'ann@example.com', password: 'no' })).status).toBe(422);
  });

  it('hands out an app address that is signed over all its parameters', async () => {
    const { url } = await bench.control(`/shops/${SHOP}/app-load-url`, { locale: 'zh-CN' });
    const { origin, pathname, searchParams } = new URL(String(url));
    expect(origin + pathname).toBe(`${bench.appUrl}/shopify/app`);
    expect([...searchParams.keys()].sort()).toEqual(['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp']);
    expect(Buffer.from(searchParams.get('host') ?? '', 'base64').toString()).toBe('admin.shopify.com/store/tiny');
    expect(searchParams.get('hmac')).toBe(signQuery(KEYS.apiSecret, Object.fromEntries(searchParams)));
  });

  it('reads the ledger from a number on', async () => {
    await bench.query('query Name { shop { name } }');
    const all = (await bench.get('/control/ledger?kind=graphql')).json as { last: number; entries: { n: number; key: string; detail: Record<string, unknown> }[] };
    expect(all.entries.at(-1)).toMatchObject({ key: 'Name', detail: { requestedQueryCost: 1 } });
    expect((await bench.get(`/control/ledger?since=${all.last}`)).json).toEqual({ last: all.last, entries: [] });
  });

  it('keeps one order, changed, visible to the Admin API', async () => {
    await bench.control(`/shops/${SHOP}/orders/1002/fulfill`, { trackingNumber: 'Z9', trackingCompany: 'UPS' });
    const reply = await bench.query('{ order(id: "gid://shopify/Order/802") { displayFulfillmentStatus fulfillments(first: 1) { trackingInfo { number } } } }');
    expect(reply.json).toMatchObject({ data: { order: { displayFulfillmentStatus: 'FULFILLED', fulfillments: [{ trackingInfo: [{ number: 'Z9' }] }] } } });
    expect((await bench.post(`/control/shops/${SHOP}/orders/1002/fulfill`, {})).status).toBe(422);
  });
});
