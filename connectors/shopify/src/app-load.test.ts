import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hostThat, NOW, SECRET } from '../fixtures/host.js';
import { frameAncestors, verifyAppLoad } from './app-load.js';

const SPACED = 'code=c&host=YWJj&shop=demo.myshopify.com&state=a%20b&timestamp=1795305600';
const SPACED_HMAC = 'fb1245b2d9c5ab13a83d7d9788a1b338979c4968192d02fdaf9c1d91c7dd2840';
const signed = (query: string): string => `${query}&hmac=${createHmac('sha256', SECRET).update(query).digest('hex')}`;
const of = (rawQuery: string, now = NOW): unknown => verifyAppLoad(rawQuery, [SECRET], now);

describe('the load of the embedded page', () => {
  it('accepts the vendor’s vector', () => {
    const query = 'code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173';
    expect(of(`${query}&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf`, 1_337_178_173_000)).toMatchObject({ ok: true, shop: 'some-shop.myshopify.com' });
  });

  it('accepts a space in the form Shopify signs it, in whatever form and order it arrives', () => {
    expect(of(`${SPACED}&hmac=${SPACED_HMAC}`)).toMatchObject({ ok: true, shop: 'demo.myshopify.com' });
    expect(of(`hmac=${SPACED_HMAC}&timestamp=1795305600&state=a+b&shop=demo.myshopify.com&host=YWJj&code=c`)).toMatchObject({ ok: true });
    expect(of(`${SPACED}&hmac=77dca55457a71db57a8f3a1ba4707e62db8a3efd82e3ea13fc186bf43cbd0259`)).toMatchObject({ ok: false, status: 401 });
  });

  it('refuses what is not signed, whoever it says it is', () => {
    expect(of(SPACED)).toMatchObject({ ok: false, status: 401, code: 'shopify.signature-missing' });
    expect(of(`${SPACED.replace('demo', 'other')}&hmac=${SPACED_HMAC}`)).toMatchObject({ ok: false, status: 401, code: 'shopify.signature' });
  });

  it('refuses old, early and timeless queries', () => {
    const query = `${SPACED}&hmac=${SPACED_HMAC}`;
    expect(of(query, NOW + 91_000)).toMatchObject({ ok: false, status: 401, code: 'shopify.stale' });
    expect(of(query, NOW - 91_000)).toMatchObject({ ok: false, status: 401, code: 'shopify.stale' });
    expect(of(signed('shop=demo.myshopify.com'))).toMatchObject({ ok: false, status: 401, code: 'shopify.timestamp' });
  });

  it.each(['shop=other.myshopify.com', 'timestamp=1795305600', `hmac=${SPACED_HMAC}`, 'host=x'])('refuses a second %s', (extra) => {
    expect(of(`${SPACED}&hmac=${SPACED_HMAC}&${extra}`)).toMatchObject({ ok: false, status: 400, code: 'shopify.query-repeated' });
  });

  it('refuses a signed query for something that is no shop', () => {
    expect(of(signed('shop=demo.myshopify.com.evil.com&timestamp=1795305600'))).toMatchObject({ ok: false, status: 400, code: 'shopify.shop' });
  });
});

describe('who may frame a page', () => {
  it('is the admin of the proven shop, and nobody otherwise', () => {
    expect(frameAncestors('demo.myshopify.com')).toBe('frame-ancestors https://demo.myshopify.com https://admin.shopify.com;');
    expect(frameAncestors(null)).toBe("frame-ancestors 'none';");
    expect(frameAncestors("x'; script-src *")).toBe("frame-ancestors 'none';");
  });

  it('is the stand-in’s origin where the host is not Shopify', () => {
    const { connector } = hostThat(() => new Error('unused'), { originOverride: (shop) => `http://localhost:8090/hosts/${shop}` });
    expect(connector.frameAncestors('demo.myshopify.com')).toBe('frame-ancestors http://localhost:8090;');
    expect(connector.frameAncestors(null)).toBe("frame-ancestors 'none';");
    expect(connector.appLoad(`${SPACED}&hmac=${SPACED_HMAC}`, NOW)).toMatchObject({ ok: true });
    expect(connector.appProxy('', NOW)).toMatchObject({ ok: false, status: 401 });
  });
});
