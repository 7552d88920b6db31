import { describe, expect, it } from '@jest/globals';
import { Order, Product, type OrderQuery } from '@parley/core/contracts';
import { data, fixture, hostThat, installation, NOW, type Answer, type Host, type Seen } from '../fixtures/host.js';

interface Detail {
  order: Record<string, unknown> & { lineItems: { nodes: Record<string, unknown>[] }; fulfillments: Record<string, unknown>[] };
}
const detail = (): Detail => JSON.parse(fixture('order.json')) as Detail;
const hit = (name: string, over: object = {}): object => ({ id: `gid://shopify/Order/${name}`, name, customer: { id: 'gid://shopify/Customer/7007' }, fulfillments: [{ trackingInfo: [{ number: '1Z 999 AA1 01 2345 6784' }] }], ...over });
const ORDER: OrderQuery = { by: 'name', name: '#1001' };

function shopWith(hits: object[], answer: (seen: Seen) => Answer = () => data(detail())): Host {
  return hostThat((seen) => (seen.operation === 'OrderSearch' ? data({ orders: { nodes: hits } }) : answer(seen)));
}
async function find(host: Host, q: OrderQuery): Promise<Order[]> {
  const orders = await host.connector.commerce.orders(installation(), q);
  for (const order of orders) Order.parse(order);
  return orders;
}
const searched = (host: Host): unknown => host.seen.find((seen) => seen.operation === 'OrderSearch')?.variables['query'];
const read = (host: Host): unknown[] => host.seen.filter((seen) => seen.operation === 'OrderDetail').map((seen) => seen.variables['id']);

describe('orders', () => {
  it('come with everything a shopper asks about', async () => {
    expect(await find(shopWith([hit('#1001')]), ORDER)).toEqual([
      {
        id: 'gid://shopify/Order/5005550001001',
        name: '#1001',
        createdAt: Date.parse('2026-11-02T09:15:00Z'),
        cancelledAt: null,
        customerId: 'gid://shopify/Customer/7007',
        email: 'lin.mei@example.com',
        phone: '+8613800000001',
        payment: 'partially-refunded',
        fulfilment: 'partial',
        total: { minor: 12990, currency: 'USD' },
        refunded: { minor: 1250, currency: 'USD' },
        lines: [
          { id: 'gid://shopify/LineItem/1', title: 'Rain jacket', variant: 'M / Blue', sku: 'RJ-M-BL', productId: 'gid://shopify/Product/11', quantity: 1, price: { minor: 11740, currency: 'USD' }, image: 'https://cdn.example.com/rj.png' },
          { id: 'gid://shopify/LineItem/2', title: 'Gift card', variant: null, sku: null, productId: null, quantity: 1, price: { minor: 1250, currency: 'USD' }, image: null },
        ],
        shipments: [
          {
            id: 'gid://shopify/Fulfillment/21',
            status: 'out-for-delivery',
            carrier: 'UPS',
            trackingNumber: '1Z 999 AA1 01 2345 6784',
            trackingUrl: 'https://track.example.com/1Z999',
            shippedAt: Date.parse('2026-11-03T18:00:00Z'),
            estimatedAt: Date.parse('2026-11-06T12:00:00Z'),
            deliveredAt: null,
            lines: ['gid://shopify/LineItem/1'],
            events: [
              { at: Date.parse('2026-11-03T18:00:00Z'), status: 'in-transit', message: null, place: null },
              { at: Date.parse('2026-11-06T07:00:00Z'), status: 'out-for-delivery', message: 'On the van', place: 'Berlin, DE' },
            ],
          },
          expect.objectContaining({ id: 'gid://shopify/Fulfillment/21#2', trackingNumber: '1Z999AA10123456785', trackingUrl: null }),
        ],
        statusUrl: 'https://demo.myshopify.com/1/orders/abc/authenticate?key=k',
        readAt: NOW,
      },
    ]);
  });

  it.each(['1001', '#1001', ' # 1001 ', '＃1001', '１００１'])('are found by the name %j, and only by the very name', async (name) => {
    const host = shopWith([hit('#1001-A'), hit('#1001'), hit('#11001')]);
    expect(await find(host, { by: 'name', name })).toHaveLength(1);
    expect(searched(host)).toBe('name:"1001" OR name:"#1001"');
    expect(read(host)).toEqual(['gid://shopify/Order/#1001']);
  });

  it('are found in shops that name them otherwise', async () => {
    expect(await find(shopWith([hit('EN1001-a')]), { by: 'name', name: 'en1001-A' })).toHaveLength(1);
  });

  it('cannot be fished for with search syntax', async () => {
    const host = shopWith([hit('#1001')]);
    expect(await find(host, { by: 'name', name: '1001" OR name:*' })).toEqual([]);
    expect(searched(host)).toBe('name:"1001\\"ORNAME:*" OR name:"#1001\\"ORNAME:*"');
    expect(read(host)).toEqual([]);
  });

  it.each<OrderQuery>([
    { by: 'name', name: '' },
    { by: 'name', name: '#' },
    { by: 'name', name: '1'.repeat(100) },
    { by: 'tracking', number: '123' },
    { by: 'customer', customerId: 'lin.mei@example.com', limit: 5 },
    { by: 'customer', customerId: 'gid://shopify/Order/1', limit: 5 },
    { by: 'customer', customerId: '7007', limit: 0 },
  ])('are not asked for with %j', async (q) => {
    const host = shopWith([hit('#1001')]);
    expect(await find(host, q)).toEqual([]);
    expect(host.seen).toEqual([]);
  });

  it('are found by the tracking number however it is typed', async () => {
    const host = shopWith([hit('#1001'), hit('#1002', { fulfillments: [{ trackingInfo: [{ number: '1Z999AA10123456784X' }] }] }), hit('#1003', { fulfillments: null })]);
    expect(await find(host, { by: 'tracking', number: '1z999-aa10123456784' })).toHaveLength(1);
    expect(searched(host)).toBe('"1Z999AA10123456784" OR "1z999-aa10123456784"');
    expect(read(host)).toEqual(['gid://shopify/Order/#1001']);
  });

  it('are found by a tracking number the search does not know among those that left last', async () => {
    const pages: Record<string, unknown> = {
      first: { orders: { nodes: [hit('#1009', { fulfillments: [] })], pageInfo: { hasNextPage: true, endCursor: 'a' } } },
      a: { orders: { nodes: [hit('#1001')], pageInfo: { hasNextPage: true, endCursor: 'b' } } },
    };
    const host = shopWith([], (seen) => (seen.operation === 'ShippedOrders' ? data(pages[seen.variables['after'] === 'a' ? 'a' : 'first']) : data(detail())));
    expect(await find(host, { by: 'tracking', number: '1Z999AA10123456784' })).toHaveLength(1);
    expect(read(host)).toEqual(['gid://shopify/Order/#1001']);
    const before = host.seen.length;
    expect(await find(host, { by: 'tracking', number: '1Z000000000000000' })).toEqual([]);
    expect(host.seen.length - before).toBe(3);
  });

  it.each(['7007', 'gid://shopify/Customer/7007'])('of the customer %s come newest first, and of nobody else', async (customerId) => {
    const host = shopWith([hit('#1009'), hit('#1008', { customer: { id: 'gid://shopify/Customer/70070' } }), hit('#1007', { customer: null }), hit('#1001')]);
    await find(host, { by: 'customer', customerId, limit: 5 });
    expect(searched(host)).toBe('customer_id:7007');
    expect(host.seen[0]?.variables['first']).toBe(5);
    expect(read(host)).toEqual(['gid://shopify/Order/#1009', 'gid://shopify/Order/#1001']);
  });

  it('with many lines are read to the end', async () => {
    const line = (n: number): object => ({ id: `gid://shopify/LineItem/${n}`, quantity: 1 });
    const host = shopWith([hit('#1001')], (seen) => {
      if (seen.operation === 'OrderLines') return data({ order: { lineItems: { nodes: [line(seen.variables['after'] === 'a' ? 101 : 102)], pageInfo: { hasNextPage: seen.variables['after'] === 'a', endCursor: 'b' } } } });
      return data({ order: { ...detail().order, lineItems: { nodes: [line(100)], pageInfo: { hasNextPage: true, endCursor: 'a' } } } });
    });
    const [order] = await find(host, ORDER);
    expect(order?.lines.map((l) => l.id)).toEqual(['gid://shopify/LineItem/100', 'gid://shopify/LineItem/101', 'gid://shopify/LineItem/102']);
  });

  it('that are gone meanwhile are left out', async () => {
    expect(await find(shopWith([hit('#1001')], () => data({ order: null, x: 1 })), ORDER)).toEqual([]);
  });

  it('with little in them are read leniently', async () => {
    const host = shopWith([hit('#1001')], () => data({ order: { id: 'gid://shopify/Order/1', name: '#1001', createdAt: '2026-11-02T09:15:00Z', lineItems: { nodes: [] } } }));
    expect(await find(host, ORDER)).toMatchObject([{ payment: 'pending', fulfilment: 'unfulfilled', total: null, refunded: null, customerId: null, email: null, shipments: [] }]);
  });

  it('in a state that is not known claim least and are logged without their data', async () => {
    const order = detail();
    Object.assign(order.order, { displayFinancialStatus: 'LEASED', displayFulfillmentStatus: 'TELEPORTED' });
    const host = shopWith([hit('#1001')], () => data(order));
    expect(await find(host, ORDER)).toMatchObject([{ payment: 'pending', fulfilment: 'unfulfilled' }]);
    expect(host.logged.filter((line) => line.includes('shopify.unknown-state'))).toHaveLength(2);
    expect(host.logged.join()).not.toContain('lin.mei');
  });

  it.each([
    ['AUTHORIZED', 'authorized'], ['EXPIRED', 'expired'], ['PAID', 'paid'], ['PARTIALLY_PAID', 'partially-paid'],
    ['PARTIALLY_REFUNDED', 'partially-refunded'], ['PENDING', 'pending'], ['REFUNDED', 'refunded'], ['VOIDED', 'voided'],
  ])('paid as %s are %s', async (displayFinancialStatus, payment) => {
    expect(await find(shopWith([hit('#1001')], () => data({ order: { ...detail().order, displayFinancialStatus } })), ORDER)).toMatchObject([{ payment }]);
  });

  it.each([
    ['FULFILLED', 'fulfilled'], ['IN_PROGRESS', 'in-progress'], ['ON_HOLD', 'on-hold'], ['OPEN', 'unfulfilled'], ['PARTIALLY_FULFILLED', 'partial'],
    ['PENDING_FULFILLMENT', 'in-progress'], ['REQUEST_DECLINED', 'unfulfilled'], ['RESTOCKED', 'unfulfilled'], ['SCHEDULED', 'unfulfilled'], ['UNFULFILLED', 'unfulfilled'],
  ])('fulfilled as %s are %s', async (displayFulfillmentStatus, fulfilment) => {
    expect(await find(shopWith([hit('#1001')], () => data({ order: { ...detail().order, displayFulfillmentStatus } })), ORDER)).toMatchObject([{ fulfilment }]);
  });

  it.each([
    ['ATTEMPTED_DELIVERY', 'SUCCESS', 'attempted'], ['CANCELED', 'SUCCESS', 'cancelled'], ['CARRIER_PICKED_UP', 'SUCCESS', 'in-transit'], ['CONFIRMED', 'SUCCESS', 'label-created'],
    ['DELAYED', 'SUCCESS', 'delayed'], ['DELIVERED', 'SUCCESS', 'delivered'], ['FAILURE', 'SUCCESS', 'failed'], ['FULFILLED', 'SUCCESS', 'in-transit'],
    ['IN_TRANSIT', 'SUCCESS', 'in-transit'], ['LABEL_PRINTED', 'SUCCESS', 'label-created'], ['LABEL_PURCHASED', 'SUCCESS', 'label-created'], ['LABEL_VOIDED', 'SUCCESS', 'pending'],
    ['MARKED_AS_FULFILLED', 'SUCCESS', 'in-transit'], ['NOT_DELIVERED', 'SUCCESS', 'failed'], ['OUT_FOR_DELIVERY', 'SUCCESS', 'out-for-delivery'], ['PICKED_UP', 'SUCCESS', 'delivered'],
    ['READY_FOR_PICKUP', 'SUCCESS', 'ready-for-pickup'], ['SUBMITTED', 'SUCCESS', 'pending'],
    ['DELIVERED', 'CANCELLED', 'cancelled'], [null, 'SUCCESS', 'in-transit'], [null, 'ERROR', 'failed'], [null, 'OPEN', 'pending'],
  ])('a parcel shown as %s of a record in %s is %s', async (displayStatus, status, expected) => {
    const order = detail();
    const answer = { order: { ...order.order, fulfillments: [{ ...order.order.fulfillments[0], displayStatus, status, trackingInfo: [] }] } };
    expect(await find(shopWith([hit('#1001')], () => data(answer)), ORDER)).toMatchObject([{ shipments: [{ id: 'gid://shopify/Fulfillment/21', status: expected, trackingNumber: null }] }]);
  });
});

describe('products', () => {
  const jacket = {
    id: 'gid://shopify/Product/11', title: 'Rain jacket', description: 'Keeps dry.', vendor: 'Nord', productType: '', tags: ['rain'], status: 'ACTIVE',
    onlineStoreUrl: 'https://demo.example.com/products/rain-jacket', featuredMedia: { preview: { image: { url: 'https://cdn.example.com/rj.png' } } },
    variants: { nodes: [{ id: 'gid://shopify/ProductVariant/1', title: 'M', sku: 'RJ-M', price: '12000', availableForSale: true }, { id: 'gid://shopify/ProductVariant/2', title: null, sku: '', price: null, availableForSale: null }] },
  };
  const shop = (found: (query: string) => object[]): Host => hostThat((seen) => data({ shop: { currencyCode: 'JPY' }, products: { nodes: found(String(seen.variables['query'])) } }));
  const find = async (host: Host, text: string, limit = 5): Promise<Product[]> => {
    const products = (await host.connector.commerce.products?.(installation(), { text, limit })) ?? [];
    for (const product of products) Product.parse(product);
    return products;
  };
  const queries = (host: Host): unknown[] => host.seen.map((seen) => seen.variables['query']);

  it('come with their variants in the shop’s currency, on sale only', async () => {
    expect(await find(shop(() => [jacket, { ...jacket, id: 'gid://shopify/Product/12', status: 'DRAFT' }]), 'rain')).toEqual([
      {
        id: 'gid://shopify/Product/11', title: 'Rain jacket', description: 'Keeps dry.', vendor: 'Nord', type: null, tags: ['rain'],
        url: 'https://demo.example.com/products/rain-jacket', image: 'https://cdn.example.com/rj.png',
        variants: [
          { id: 'gid://shopify/ProductVariant/1', title: 'M', sku: 'RJ-M', price: { minor: 12000, currency: 'JPY' }, available: true },
          { id: 'gid://shopify/ProductVariant/2', title: '', sku: null, price: null, available: false },
        ],
        readAt: NOW,
      },
    ]);
  });

  it('must have every word first, and any word where that finds nothing', async () => {
    const host = shop((query) => (query.includes(' OR ') ? [jacket] : []));
    expect(await find(host, 'warm rain jacket')).toHaveLength(1);
    expect(queries(host)).toEqual(['status:active AND published_status:published AND ("warm" AND "rain" AND "jacket")', 'status:active AND published_status:published AND ("warm" OR "rain" OR "jacket")']);
    const sure = shop(() => [jacket]);
    await find(sure, 'rain jacket', 500);
    expect(sure.seen).toHaveLength(1);
    expect(sure.seen[0]?.variables['first']).toBe(20);
  });

  it('are found by an article number, and read with more of their variants where few are asked for', async () => {
    const host = shop((query) => (query.includes('sku:"RJ-M"') ? [jacket] : []));
    expect((await find(host, 'RJ-M', 3)).map((p) => p.title)).toEqual(['Rain jacket']);
    await find(host, 'jacket', 3);
    await find(host, 'jacket', 20);
    expect(queries(host)).toEqual(['status:active AND published_status:published AND ("RJ-M" OR sku:"RJ-M")', 'status:active AND published_status:published AND ("jacket")', 'status:active AND published_status:published AND ("jacket")']);
    expect(host.seen.map((seen) => seen.variables['variants'])).toEqual([50, 50, 20]);
  });

  it('are searched by words alone: nothing typed becomes syntax', async () => {
    const host = shop(() => []);
    await find(host, 'status:draft) OR ("RJ-200" 雨衣 *');
    expect(queries(host)[0]).toBe('status:active AND published_status:published AND ("status" AND "draft" AND "OR" AND "RJ-200" AND "雨衣")');
    const nothing = shop(() => [jacket]);
    expect([await find(nothing, '?! *'), await find(nothing, 'rain', 0)]).toEqual([[], []]);
    expect(nothing.seen).toEqual([]);
  });
});
