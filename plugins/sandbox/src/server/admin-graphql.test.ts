import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BIG_ID } from './tiny-shop.fixture.js';
import { openBench, SHOP, type Bench, type Reply } from './bench.fixture.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.control('/reset');
  await bench.connect();
});

const names = (reply: Reply): string[] => (reply.json as { data: { orders: { nodes: { name: string }[] } } }).data.orders.nodes.map((o) => o.name);
const orders = async (query: string, more = ''): Promise<string[]> => names(await bench.query(`query Q($q: String) { orders(first: 10, query: $q ${more}) { nodes { name } } }`, { q: query }));

describe('the door', () => {
  it('answers 401 without a live token, word for word', async () => {
    for (const token of ['', 'shpat_x']) {
      const reply = await bench.query('{shop{name}}', {}, token);
      expect(reply.status).toBe(401);
      expect(reply.json).toEqual({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' });
    }
    await bench.control(`/shops/${SHOP}/tokens/expire`);
    expect((await bench.query('{shop{name}}')).status).toBe(401);
  });

  it('answers 404 to unknown versions, shops and paths', async () => {
    for (const path of [`/hosts/${SHOP}/admin/oauth/authorize`, `/hosts/${SHOP}/admin/api/2019-04/graphql.json`, '/hosts/x.myshopify.com/admin/api/2026-07/graphql.json', `/hosts/${SHOP}/admin/api/2026-07/orders.json`]) {
      expect((await bench.post(path, { query: '{shop{name}}' })).status).toBe(404);
    }
  });

  it('is reached by the shop\'s own Host header as well', async () => {
    const { access_token } = await bench.connect();
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${bench.url}/admin/api/2026-10/graphql.json`, { method: 'POST', headers: { host: SHOP, 'content-type': 'application/json', 'x-shopify-access-token': access_token } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.once('error', reject);
      call.end('{"query":"{shop{name}}"}');
    });
    expect(status).toBe(200);
  });

  it('refuses what is no request with 400, and bad GraphQL inside 200', async () => {
    const path = `/hosts/${SHOP}/admin/api/2026-07/graphql.json`;
    const { access_token } = await bench.connect();
    for (const body of ['{', '{"query":1}', '[]', '']) expect((await bench.post(path, body, { 'x-shopify-access-token': access_token })).status).toBe(400);
    for (const query of ['{', '{ nope }', '{ orders(first: "x") { nodes { id } } }', 'query A {shop{id}} query B {shop{id}}']) {
      const reply = await bench.query(query);
      expect(reply.status).toBe(200);
      expect(reply.json).toHaveProperty('errors');
      expect(reply.json).not.toHaveProperty('data');
    }
  });
});

describe('reading', () => {
  it('gives an order with tracking, ids beyond 2^53 intact', async () => {
    const reply = await bench.query(`{ order(id: "gid://shopify/Order/${BIG_ID}") { id legacyResourceId name displayFulfillmentStatus displayFinancialStatus returnStatus
      customer { id defaultEmailAddress { emailAddress } numberOfOrders }
      shippingAddress { city countryCodeV2 }
      lineItems(first: 5) { nodes { title quantity unfulfilledQuantity product { handle } variant { sku } } }
      fulfillments(first: 5) { status displayStatus deliveredAt trackingInfo { company number url } events(first: 5) { nodes { status happenedAt city message } } } } }`);
    expect(reply.json).toMatchObject({
      data: {
        order: {
          id: `gid://shopify/Order/${BIG_ID}`,
          legacyResourceId: BIG_ID,
          displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
          customer: { defaultEmailAddress: { emailAddress: 'ann@example.com' }, numberOfOrders: '2' },
          shippingAddress: { city: 'Berlin', countryCodeV2: 'DE' },
          lineItems: { nodes: [{ quantity: 2, unfulfilledQuantity: 1, product: { handle: 'trail-lamp' }, variant: { sku: 'LAMP-R' } }] },
          fulfillments: [{ displayStatus: 'IN_TRANSIT', deliveredAt: null, trackingInfo: [{ company: 'DHL', number: 'JD001' }], events: { nodes: [{ status: 'IN_TRANSIT', happenedAt: '2026-11-04T10:00:00Z', city: 'Leipzig' }] } }],
        },
      },
    });
  });

  it('finds orders as loosely as the host', async () => {
    expect(await orders('name:#1001')).toEqual(['#1001', '#1001-A']);
    expect(await orders('email:ann@example.com')).toEqual(['#1001', '#1002', '#1003']);
    expect(await orders('email:"ann@example.com"')).toEqual(['#1001', '#1002']);
    expect(await orders(`id:${BIG_ID}`)).toEqual(['#1001']);
    expect(await orders('customer_id:301')).toEqual(['#1001']);
    expect(await orders('confirmation_number:C1002')).toEqual(['#1002']);
    expect(await orders('phone:+4915112345678')).toEqual(['#1001']);
    expect(await orders('fulfillment_status:unfulfilled financial_status:pending')).toEqual(['#1003']);
    expect(await orders('tag:gift')).toEqual(['#1001']);
  });

  it('shows 60 days of orders only, unless all may be read', async () => {
    expect(await orders('')).toEqual(['#1001', '#1002', '#1003', '#1001-A']);
    await bench.control(`/shops/${SHOP}/scopes`, { scopes: ['read_orders', 'read_all_orders'] });
    await bench.connect();
    expect(await orders('')).toContain('#0900');
  });

  it('warns of filters it dropped, and refuses those it has no data for', async () => {
    const reply = await bench.query('{ orders(first: 1, query: "nonsense:1") { nodes { name } } }');
    expect(reply.json).toMatchObject({ extensions: { search: [{ path: ['orders'], query: 'nonsense:1', warnings: [{ field: 'nonsense', code: 'invalid_field' }] }] } });
    expect((await bench.query('{ orders(first: 1, query: "gateway:bogus") { nodes { name } } }')).json).toMatchObject({ errors: [{ extensions: { code: 'NOT_EMULATED' } }] });
  });

  it('pages both ways without losing or repeating anything', async () => {
    const page = async (args: string) => (await bench.query(`{ orders(${args}) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`)).json as {
      data: { orders: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string } } };
    };
    const seen: string[] = [];
    let after = '';
    for (let turn = 0; turn < 5; turn += 1) {
      const { orders: connection } = (await page(`first: 3, reverse: true${after}`)).data;
      seen.push(...connection.edges.map((e) => e.node.name));
      if (!connection.pageInfo.hasNextPage) break;
      after = `, after: "${connection.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(['#1001-A', '#1003', '#1002', '#1001']);
    const last = (await page('last: 2')).data.orders;
    expect(last.edges.map((e) => e.node.name)).toEqual(['#1003', '#1001-A']);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = (await page(`last: 2, before: "${last.pageInfo.startCursor}"`)).data.orders;
    expect(before.edges.map((e) => e.node.name)).toEqual(['#1001', '#1002']);
  });

  it.each(['orders { nodes { id } }', 'orders(first: 251) { nodes { id } }', 'orders(first: 1, last: 1) { nodes { id } }', 'orders(first: 1, after: "x") { nodes { id } }', 'order(id: "12") { id }'])('refuses %s', async (field) => {
    expect((await bench.query(`{ ${field} }`)).json).toHaveProperty('errors');
  });

  it('finds customers exactly by identifier and products by words', async () => {
    const reply = await bench.query(`{
      byMail: customerByIdentifier(identifier: { emailAddress: "ANN@example.com" }) { id }
      byPhone: customerByIdentifier(identifier: { phoneNumber: "+4915112345678" }) { id orders(first: 5) { nodes { name } } }
      none: customerByIdentifier(identifier: { emailAddress: "ann@example" }) { id }
      lamps: products(first: 5, query: "lamp status:active") { nodes { title onlineStoreUrl priceRangeV2 { minVariantPrice { amount } maxVariantPrice { amount currencyCode } } variants(first: 5) { nodes { sku availableForSale } } } }
      chinese: products(first: 5, query: "耳机") { nodes { title } }
      bySku: productVariants(first: 5, query: "sku:LAMP-B") { nodes { id product { title } } } }`);
    expect(reply.json).toMatchObject({
      data: {
        byMail: { id: 'gid://shopify/Customer/301' },
        byPhone: { orders: { nodes: [{ name: '#1001' }] } },
        none: null,
        lamps: { nodes: [{ title: 'Trail lamp', onlineStoreUrl: 'https://tiny.example/products/trail-lamp', priceRangeV2: { minVariantPrice: { amount: '10.00' }, maxVariantPrice: { amount: '12.50', currencyCode: 'EUR' } }, variants: { nodes: [{ sku: 'LAMP-R', availableForSale: true }, { sku: 'LAMP-B', availableForSale: false }] } }] },
        chinese: { nodes: [{ title: '无线蓝牙耳机' }] },
        bySku: { nodes: [{ id: 'gid://shopify/ProductVariant/602' }] },
      },
    });
  });

  it('gives one policy per type with its translations, pages, locales and scopes', async () => {
    const reply = await bench.query(`{ shop { ianaTimezone currencyCode shopPolicies { type body translations(locale: "zh-CN") { key value } } }
      pages(first: 5) { nodes { handle bodySummary } } articles(first: 5) { nodes { id } } shopLocales { locale primary } currentAppInstallation { accessScopes { handle } } }`);
    expect(reply.json).toMatchObject({
      data: {
        shop: { ianaTimezone: 'Europe/Berlin', shopPolicies: [{ type: 'REFUND_POLICY', body: '<p>30 days.</p>', translations: [{ key: 'title', value: '退款政策' }, { key: 'body' }] }, { type: 'SHIPPING_POLICY', translations: [] }] },
        pages: { nodes: [{ handle: 'faq', bodySummary: 'Questions We & you.' }] },
        articles: { nodes: [] },
        shopLocales: [{ locale: 'en', primary: true }, { locale: 'zh-CN', primary: false }],
        currentAppInstallation: { accessScopes: expect.arrayContaining([{ handle: 'read_orders' }]) },
      },
    });
  });

  it('shows the app embed in the settings of the published theme', async () => {
    const blocks = async (): Promise<unknown[]> => {
      const reply = await bench.query('{ themes(first: 1, roles: MAIN) { nodes { files(filenames: ["config/settings_data.json"]) { nodes { body { ... on OnlineStoreThemeFileBodyText { content } } } userErrors { code } } } } }');
      const { content } = (reply.json as { data: { themes: { nodes: { files: { nodes: { body: { content: string } }[] } }[] } } }).data.themes.nodes[0]!.files.nodes[0]!.body;
      return Object.values((JSON.parse(content.replace(/^\/\*[^]*?\*\//, '')) as { current: { blocks: Record<string, unknown> } }).current.blocks);
    };
    expect(await blocks()).toEqual([{ type: 'shopify://apps/parley/blocks/chat/key', disabled: true, settings: {} }]);
    await bench.control(`/shops/${SHOP}/embed`, { on: true });
    expect(await blocks()).toMatchObject([{ disabled: false }]);
  });

  it('gives nodes of several types', async () => {
    const reply = await bench.query('{ nodes(ids: ["gid://shopify/Product/501", "gid://shopify/Order/802", "gid://shopify/Product/1"]) { id ... on Product { title } ... on Order { name } } }');
    expect(reply.json).toMatchObject({ data: { nodes: [{ title: 'Trail lamp' }, { name: '#1002' }, null] } });
  });
});

describe('refusing', () => {
  it('denies what the scopes do not reach, with the field null', async () => {
    await bench.control(`/shops/${SHOP}/scopes`, { scopes: ['read_products'] });
    await bench.connect();
    const reply = await bench.query('{ product(id: "gid://shopify/Product/501") { title } order(id: "gid://shopify/Order/802") { name } node(id: "gid://shopify/Customer/301") { id } }');
    expect(reply.json).toMatchObject({ data: { product: { title: 'Trail lamp' }, order: null, node: null } });
    expect((reply.json['errors'] as { message: string; extensions: { code: string } }[]).map((e) => e.extensions.code)).toEqual(['ACCESS_DENIED', 'ACCESS_DENIED']);
    expect(reply.text).toContain('Access denied for order field. Required access: `read_orders` access scope');
  });

  it('answers an error, never an invented value, for what it does not emulate', async () => {
    const reply = await bench.query('{ order(id: "gid://shopify/Order/802") { name attribution { handle } } }');
    expect(reply.json).toMatchObject({ errors: [{ message: 'The sandbox holds no data for Order.attribution', extensions: { code: 'NOT_EMULATED' } }] });
    const mutation = await bench.query('mutation { tagsAdd(id: "gid://shopify/Order/802", tags: ["x"]) { userErrors { message } } }');
    expect(mutation.json).toMatchObject({ errors: [{ extensions: { code: 'NOT_EMULATED' } }] });
  });
});

describe('cost', () => {
  const cost = (reply: Reply) => (reply.json as { extensions: { cost: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: { currentlyAvailable: number; maximumAvailable: number; restoreRate: number } } } }).extensions.cost;

  it('counts objects and pages, and gives back what was not used', async () => {
    expect(cost(await bench.query('{ shop { name } }'))).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1, throttleStatus: { maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 1999 } });
    bench.pass(60);
    const variables = { n: 50 };
    expect(cost(await bench.query('query Q($n: Int!) { orders(first: $n) { nodes { id customer { id } } pageInfo { hasNextPage } } }', variables))).toMatchObject({ requestedQueryCost: 102, actualQueryCost: 8, throttleStatus: { currentlyAvailable: 1992 } });
  });

  it('throttles inside HTTP 200, and restores by the second', async () => {
    await bench.control(`/shops/${SHOP}/bucket`, { maximum: 300, restoreRate: 5, available: 1 });
    const dear = '{ orders(first: 7) { nodes { id name customer { id } } } }';
    const throttled = await bench.query(dear);
    expect(throttled.status).toBe(200);
    expect(throttled.json).toMatchObject({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost: { requestedQueryCost: 16, actualQueryCost: null, throttleStatus: { currentlyAvailable: 1, restoreRate: 5 } } } });
    bench.pass(2);
    expect((await bench.query(dear)).json).not.toHaveProperty('data');
    bench.pass(1);
    expect((await bench.query(dear)).json).toHaveProperty('data');
  });

  it('does not run a query that costs more than a thousand', async () => {
    const reply = await bench.query('{ products(first: 100) { nodes { variants(first: 100) { nodes { product { id } } } } } }');
    expect(reply.json).toMatchObject({ errors: [{ extensions: { code: 'MAX_COST_EXCEEDED', maxCost: 1000 } }] });
    expect(reply.json).not.toHaveProperty('data');
  });
});
