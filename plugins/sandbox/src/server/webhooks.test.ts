import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BIG_ID } from './tiny-shop.fixture.js';
import { KEYS, openBench, SHOP, type Bench, type Seen } from './bench.fixture.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.control(`/shops/${SHOP}/install`);
});
afterEach(() => bench.close());

const settled = () => bench.control('/webhooks/settled');
const topics = (): unknown[] => bench.seen.map((s) => s.headers['x-shopify-topic']);
const signed = (one: Seen): boolean => one.headers['x-shopify-hmac-sha256'] === createHmac('sha256', KEYS.apiSecret).update(one.body).digest('base64');

describe('a webhook', () => {
  it('is signed over its raw body and carries every header', async () => {
    const { webhookIds } = await bench.control(`/shops/${SHOP}/products/501`, { title: 'Night lamp' });
    await settled();
    const [one] = bench.seen;
    expect(one).toMatchObject({
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': 'products/update',
        'x-shopify-shop-domain': SHOP,
        'x-shopify-api-version': '2026-07',
        'x-shopify-webhook-id': (webhookIds as string[])[0],
        'x-shopify-event-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-shopify-triggered-at': '2026-11-23T12:00:00.000Z',
      },
    });
    expect(one!.url.pathname).toBe('/shopify/webhooks');
    expect(signed(one!)).toBe(true);
    expect(JSON.parse(one!.body)).toMatchObject({ id: 501, title: 'Night lamp', status: 'active', tags: 'outdoor, light', updated_at: '2026-11-23T13:00:00+01:00' });
  });

  it('writes ids beyond 2^53 digit by digit', async () => {
    await bench.control(`/shops/${SHOP}/orders/1001/tracking`, { status: 'DELIVERED', city: 'Berlin', trackingNumber: 'JD002' });
    await settled();
    const { body } = bench.seen[0]!;
    expect(body).toContain(`"order_id":${BIG_ID},`);
    expect(body).toContain('"id":9007199254740995901,');
    expect(JSON.parse(body)).toMatchObject({ shipment_status: 'delivered', tracking_number: 'JD002', tracking_numbers: ['JD002'] });
  });

  it('follows from what happens in the shop', async () => {
    await bench.control(`/shops/${SHOP}/orders/1002/fulfill`, { trackingNumber: 'X1' });
    await settled();
    expect(topics().sort()).toEqual(['fulfillments/create', 'orders/fulfilled', 'orders/updated']);
    await bench.control(`/shops/${SHOP}/orders/1003/cancel`, { reason: 'INVENTORY' });
    await bench.control(`/shops/${SHOP}/orders/1003/refund`, { amount: '25.00' });
    await bench.control(`/shops/${SHOP}/customers/301`, { firstName: 'Anna' });
    await bench.control(`/shops/${SHOP}/theme`);
    await bench.control(`/shops/${SHOP}/update`, { name: 'Tinier' });
    await bench.control(`/shops/${SHOP}/scopes`, { scopes: ['read_orders'] });
    await settled();
    expect(topics().slice(3).sort()).toEqual(['app/scopes_update', 'customers/update', 'orders/cancelled', 'orders/updated', 'orders/updated', 'refunds/create', 'shop/update', 'themes/publish']);
  });

  it('of the compliance kind goes to its own address', async () => {
    await bench.control(`/shops/${SHOP}/compliance`, { topic: 'customers/data_request', customerId: '301' });
    await settled();
    expect(bench.seen[0]!.url.pathname).toBe('/shopify/webhooks/compliance');
    expect(bench.seen[0]!.body).toContain(`"orders_requested":[${BIG_ID},805]`);
    expect(JSON.parse(bench.seen[0]!.body)).toMatchObject({ shop_domain: SHOP, customer: { id: 301, email: 'ann@example.com' } });
  });

  it('stays home for topics without a subscription', async () => {
    expect(await bench.control(`/shops/${SHOP}/webhooks`, { topic: 'disputes/create', payload: {} })).toEqual({ webhookIds: [] });
  });

  it('after an uninstall is only about that and about erasure', async () => {
    await bench.control(`/shops/${SHOP}/uninstall`, { redact: true });
    await bench.control(`/shops/${SHOP}/products/501`, { title: 'x' });
    await settled();
    expect(topics().sort()).toEqual(['app/uninstalled', 'shop/redact']);
    expect(JSON.parse(bench.seen.find((s) => s.headers['x-shopify-topic'] === 'app/uninstalled')!.body)).toMatchObject({ myshopify_domain: SHOP, domain: 'tiny.example' });
  });
});

describe('delivery', () => {
  const change = () => bench.control(`/shops/${SHOP}/products/501`, {});
  const attempts = () => bench.sandbox.ledger.find({ kind: 'webhook' });

  it('is tried again with the same id until it is taken', async () => {
    let left = 3;
    bench.app = () => ({ status: left-- > 0 ? 500 : 200 });
    await change();
    await settled();
    expect(attempts().map((e) => [e.status, e.detail['attempt']])).toEqual([[500, 1], [500, 2], [500, 3], [200, 4]]);
    expect(new Set(bench.seen.map((s) => s.headers['x-shopify-webhook-id'])).size).toBe(1);
  });

  it('ends after eight retries, and a redirect is no success', async () => {
    bench.app = () => ({ status: 302, headers: { location: '/elsewhere' } });
    await change();
    await settled();
    expect(attempts()).toHaveLength(9);
    expect(bench.sandbox.ledger.find({ kind: 'webhook-given-up' })).toHaveLength(1);
  });

  it('comes twice, out of order or wrongly signed when told so', async () => {
    await bench.control(`/shops/${SHOP}/faults`, { duplicateWebhooks: true });
    await change();
    await settled();
    expect(bench.seen.map((s) => s.headers['x-shopify-webhook-id'])).toEqual(Array(2).fill(bench.seen[0]!.headers['x-shopify-webhook-id']));

    bench.seen.length = 0;
    await bench.control(`/shops/${SHOP}/faults`, { reorderWebhooks: true });
    await bench.control(`/shops/${SHOP}/webhooks`, { topic: 'products/update', payload: { id: 1 } });
    await bench.control(`/shops/${SHOP}/webhooks`, { topic: 'products/update', text: '{"id":2}' });
    await settled();
    expect(bench.seen.map((s) => s.body)).toEqual(['{"id":2}', '{"id":1}']);

    bench.seen.length = 0;
    await bench.control(`/shops/${SHOP}/faults`, { badWebhookSignature: true });
    await change();
    await settled();
    expect(signed(bench.seen[0]!)).toBe(false);
  });

  it('counts an answer that comes too late as none', async () => {
    const quick = await openBench({ webhookAnswerMs: 50 });
    let late = 1;
    quick.app = () => (late-- > 0 ? null : { status: 200 });
    await quick.control(`/shops/${SHOP}/install`);
    await quick.control(`/shops/${SHOP}/products/501`, {});
    await quick.control('/webhooks/settled');
    expect(quick.sandbox.ledger.find({ kind: 'webhook' }).map((e) => [e.status, e.detail['reason']])).toEqual([[0, 'TimeoutError'], [200, undefined]]);
    await quick.close();
  });

  it('of what is pending ends with a reset', async () => {
    const slow = await openBench({ webhookTimeFactor: 1 });
    slow.app = () => ({ status: 500 });
    await slow.control(`/shops/${SHOP}/install`);
    await slow.control(`/shops/${SHOP}/products/501`, {});
    expect(slow.sandbox.host.webhooks.pending).toBe(1);
    await slow.control('/reset', { ledger: true });
    expect(slow.sandbox.host.webhooks.pending).toBe(0);
    expect(slow.sandbox.host.shop(SHOP).install).toBeNull();
    await slow.close();
  });
});
