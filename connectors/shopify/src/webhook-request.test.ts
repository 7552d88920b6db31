import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostThat, NOW, request, SECRET, SHOP, webhook } from '../fixtures/host.js';
import { bodyOf, verifyWebhook } from './webhook-request.js';

const HOUR = 3_600_000;
const { inbound } = hostThat(() => new Error('webhooks must not reach for the network')).connector;
const refusal = (status: number, code: string): object => ({ ok: false, status, code });

describe('the signature of a webhook', () => {
  const headers = { 'x-shopify-topic': 'orders/updated', 'x-shopify-shop-domain': SHOP, 'x-shopify-webhook-id': 'w', 'x-shopify-hmac-sha256': 'VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=' };

  it('accepts the known vector and reads the body once', () => {
    const req = request({ body: Buffer.from('{"id":1}'), headers });
    expect(verifyWebhook(req, [SECRET], NOW)).toMatchObject({ ok: true, account: SHOP, claims: { topic: 'orders/updated', webhookId: 'w' } });
    expect(bodyOf(req)).toEqual({ id: 1 });
  });

  it('is over the raw bytes: one blank more is another body', () => {
    expect(verifyWebhook(request({ body: Buffer.from('{"id": 1}'), headers }), [SECRET], NOW)).toMatchObject(refusal(401, 'shopify.hmac'));
  });

  it('is checked before anything else is looked at', () => {
    const bytes = Buffer.from('Info');
    const signed = { 'x-shopify-hmac-sha256': '6ufKn53YDwFjg+2HbePaB4Yy4MIOwKA30/gtUW5JHTE=' };
    expect(verifyWebhook(request({ body: bytes, headers: signed }), [SECRET], NOW)).toMatchObject(refusal(400, 'shopify.topic'));
    expect(verifyWebhook(request({ body: bytes, headers: { ...headers, ...signed } }), [SECRET], NOW)).toMatchObject(refusal(400, 'json.syntax'));
    expect(verifyWebhook(request({ body: bytes, headers }), [SECRET], NOW)).toMatchObject(refusal(401, 'shopify.hmac'));
  });

  it('is missing: 401', () => {
    expect(verifyWebhook(request({ body: Buffer.from('{}') }), [SECRET], NOW)).toMatchObject(refusal(401, 'shopify.hmac-missing'));
  });

  it('may be of either secret during a rotation, and of no other', () => {
    expect(verifyWebhook(webhook('orders/updated', '{"id":1}', { secret: 'old' }), ['new', 'old'], NOW)).toMatchObject({ ok: true });
    expect(verifyWebhook(webhook('orders/updated', '{"id":1}', { secret: 'older' }), ['new', 'old'], NOW)).toMatchObject(refusal(401, 'shopify.hmac'));
    expect(verifyWebhook(webhook('orders/updated', '{"id":1}'), [], NOW)).toMatchObject(refusal(401, 'shopify.hmac'));
  });

  it('may come under the headers of the Events product, which are then all taken from there', () => {
    expect(verifyWebhook(webhook('orders/updated', '{"id":1}', { family: 'shopify-' }), [SECRET], NOW)).toMatchObject({ ok: true, account: SHOP });
    const mixed = webhook('orders/updated', '{"id":1}', { family: 'shopify-', headers: { 'x-shopify-shop-domain': 'other.myshopify.com' } });
    expect(verifyWebhook(mixed, [SECRET], NOW)).toMatchObject({ ok: true, account: SHOP });
  });
});

describe('a signed webhook', () => {
  const over = (headers: Record<string, string>, body = '{"id":1}', topic = 'orders/updated'): unknown => verifyWebhook(webhook(topic, body, { headers }), [SECRET], NOW);

  it.each([
    ['x-shopify-topic', '', 'shopify.topic'],
    ['x-shopify-topic', 'no topic', 'shopify.topic'],
    ['x-shopify-webhook-id', '', 'shopify.webhook-id'],
    ['x-shopify-webhook-id', 'a'.repeat(201), 'shopify.webhook-id'],
    ['x-shopify-shop-domain', '', 'shopify.shop'],
    ['x-shopify-shop-domain', 'demo.myshopify.com/', 'shopify.shop'],
    ['x-shopify-shop-domain', 'demo.myshopify.com.evil.com', 'shopify.shop'],
    ['x-shopify-shop-domain', 'demo.myshopify.com, other.myshopify.com', 'shopify.shop'],
    ['x-shopify-triggered-at', 'yesterday', 'shopify.triggered-at'],
    ['x-shopify-triggered-at', '2026-11-22T08:00:00', 'shopify.triggered-at'],
  ])('with %s %j is refused with 400', (name, value, code) => {
    expect(over({ [name]: value })).toMatchObject(refusal(400, code));
  });

  it('may be as old as the longest retry and no older, and hardly from the future', () => {
    const at = (ms: number): unknown => over({ 'x-shopify-triggered-at': new Date(NOW + ms).toISOString() });
    expect(at(-4.9 * HOUR)).toMatchObject({ ok: true });
    expect(at(-5.1 * HOUR)).toMatchObject(refusal(401, 'shopify.stale'));
    expect(at(4 * 60_000)).toMatchObject({ ok: true });
    expect(at(6 * 60_000)).toMatchObject(refusal(401, 'shopify.stale'));
  });

  it('has its time read to the millisecond, whatever digits follow', () => {
    expect(over({ 'x-shopify-triggered-at': '2026-11-22T00:00:00.123456789Z' })).toMatchObject({ ok: true, claims: { triggeredAt: String(Date.parse('2026-11-22T00:00:00.123Z')) } });
  });

  it('may lack the time, as older ones do', () => {
    const req = webhook('orders/updated', '{"id":1}');
    const { 'x-shopify-triggered-at': _, ...headers } = req.headers;
    expect(verifyWebhook({ ...req, headers }, [SECRET], NOW)).toMatchObject({ ok: true });
  });

  it('must not be about another shop than its header says', () => {
    expect(over({}, '{"id":1,"myshopify_domain":"other.myshopify.com"}', 'shop/update')).toMatchObject(refusal(401, 'shopify.shop-mismatch'));
    expect(over({}, '{"shop_domain":"other.myshopify.com"}', 'shop/redact')).toMatchObject(refusal(401, 'shopify.shop-mismatch'));
    expect(over({ 'x-shopify-shop-domain': 'DEMO.myshopify.com' }, '{"id":1,"myshopify_domain":"demo.myshopify.com"}', 'shop/update')).toMatchObject({ ok: true, account: SHOP });
  });

  it.each(['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact'])('%s must name the shop in what is signed', (topic) => {
    expect(over({}, '{"id":1}', topic)).toMatchObject(refusal(401, 'shopify.shop-unproven'));
  });

  it.each([
    ['[]', 'shopify.body'],
    ['7', 'shopify.body'],
    ['{"id":1,"id":2}', 'json.syntax'],
    ['{"__proto__":{}}', 'json.prototype-key'],
    ['{"a":'.repeat(40) + '1' + '}'.repeat(40), 'json.depth'],
    ['', 'json.syntax'],
  ])('with the body %s is refused with 400', (body, code) => {
    expect(over({}, body)).toMatchObject(refusal(400, code));
  });

  it('with any bytes at all is let in or refused, never thrown out', () => {
    const anything = fc.oneof(fc.uint8Array(), fc.json().map((text) => Buffer.from(text)), fc.string().map((text) => Buffer.from(text)));
    fc.assert(
      fc.property(anything, fc.string(), fc.string(), fc.constantFrom('orders/updated', 'shop/redact', 'customers/merge'), (body, shop, at, topic) => {
        const signature = createHmac('sha256', SECRET).update(body).digest('base64');
        const headers = { 'x-shopify-topic': topic, 'x-shopify-webhook-id': 'w', 'x-shopify-shop-domain': shop.length > 3 ? SHOP : shop, 'x-shopify-triggered-at': at.length > 3 ? at : '', 'x-shopify-hmac-sha256': signature };
        const verified = verifyWebhook(request({ body, headers }), [SECRET], NOW);
        expect([200, 400, 401]).toContain(verified.ok ? 200 : verified.status);
        if (!verified.ok) return;
        const parsed = inbound.parse(verified);
        expect(Array.isArray(parsed) || parsed.status === 422).toBe(true);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('must be POST', () => {
    expect(verifyWebhook({ ...webhook('orders/updated', '{}'), method: 'GET' }, [SECRET], NOW)).toMatchObject(refusal(405, 'shopify.method'));
  });
});
