import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECRET } from '../fixtures/host.js';
import { verifyAppProxy } from './app-proxy.js';

const AT = 1_317_327_555_000;
const VECTOR = 'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555';
const SIGNED = `${VECTOR}&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb`;
const GUEST = `${VECTOR.replace('customer_id=1', 'customer_id=')}&signature=e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb`;

/** Signs whatever a test wants to have signed; the message is given apart, as the rule is what is tested. */
function signed(query: string, message: string): string {
  return `${query}&signature=${createHmac('sha256', SECRET).update(message).digest('hex')}`;
}
const of = (rawQuery: string, now = AT, secrets: readonly string[] = [SECRET]): unknown => verifyAppProxy(rawQuery, secrets, now);

describe('the app proxy', () => {
  it('knows a signed-in customer by the vendor’s vector', () => {
    expect(of(SIGNED)).toEqual({ ok: true, shop: 'shop-name.myshopify.com', customerId: 'gid://shopify/Customer/1', pathPrefix: '/apps/awesome_reviews', at: AT, params: { extra: '1,2' } });
  });

  it('knows a guest by the empty id, which is signed too', () => {
    expect(of(GUEST)).toMatchObject({ ok: true, customerId: null });
    expect(of(GUEST.replace('customer_id=&', 'customer_id=1&'))).toMatchObject({ ok: false, status: 401, code: 'shopify.signature' });
    expect(of(GUEST.replace('logged_in_customer_id=&', ''))).toMatchObject({ ok: false, status: 401 });
  });

  it('accepts either secret during a rotation', () => {
    expect(of(SIGNED, AT, ['new', SECRET])).toMatchObject({ ok: true });
    expect(of(SIGNED, AT, ['new'])).toMatchObject({ ok: false, status: 401 });
  });

  it('is fresh for 90 s both ways', () => {
    expect(of(SIGNED, AT + 90_000)).toMatchObject({ ok: true });
    expect(of(SIGNED, AT - 90_000)).toMatchObject({ ok: true });
    expect(of(SIGNED, AT + 91_000)).toMatchObject({ ok: false, status: 401, code: 'shopify.stale' });
    expect(of(SIGNED, AT - 91_000)).toMatchObject({ ok: false, status: 401, code: 'shopify.stale' });
  });

  it.each(['shop=other.myshopify.com', 'shop=shop-name.myshopify.com', 'timestamp=1317327555', 'signature=00', 'logged_in_customer_id=2', 'path_prefix=x', 'sho%70=x'])('refuses a second %s', (extra) => {
    expect(of(`${SIGNED}&${extra}`)).toMatchObject({ ok: false, status: 400, code: 'shopify.query-repeated' });
    expect(of(`${extra}&${SIGNED}`)).toMatchObject({ ok: false, status: 400, code: 'shopify.query-repeated' });
  });

  it('refuses repeated own parameters even when they are signed as joined', () => {
    const query = 'logged_in_customer_id=5&logged_in_customer_id=&path_prefix=%2Fapps%2Fp&shop=s.myshopify.com&timestamp=1317327555';
    expect(of(signed(query, 'logged_in_customer_id=5,path_prefix=/apps/pshop=s.myshopify.comtimestamp=1317327555'))).toMatchObject({ ok: false, code: 'shopify.query-repeated' });
  });

  it('refuses a signed query whose parameters could be cut in another way', () => {
    // The same signed text as that of a guest's `a=1`, cut so that a customer appears.
    const query = 'a=1logged_in_customer_id%3D7&logged_in_customer_id=&path_prefix=%2Fapps%2Fp&shop=s.myshopify.com&timestamp=1317327555';
    const message = 'a=1logged_in_customer_id=7logged_in_customer_id=path_prefix=/apps/pshop=s.myshopify.comtimestamp=1317327555';
    expect(of(signed(query, message))).toMatchObject({ ok: false, status: 400, code: 'shopify.query-ambiguous' });
  });

  it.each([
    ['', 'shopify.timestamp'],
    ['&timestamp=', 'shopify.timestamp'],
    ['&timestamp=NaN', 'shopify.timestamp'],
    ['&timestamp=1317327555.5', 'shopify.timestamp'],
    ['&timestamp=1e9', 'shopify.timestamp'],
  ])('refuses a signed query with the timestamp %j', (timestamp, code) => {
    const query = `shop=s.myshopify.com${timestamp}`;
    expect(of(signed(query, query.replace('&', '')))).toMatchObject({ ok: false, status: 401, code });
  });

  it('refuses signed queries without a shop of Shopify or with a customer that is none', () => {
    expect(of(signed('shop=evil.com&timestamp=1317327555', 'shop=evil.comtimestamp=1317327555'))).toMatchObject({ ok: false, status: 400, code: 'shopify.shop' });
    const query = 'logged_in_customer_id=x&shop=s.myshopify.com&timestamp=1317327555';
    expect(of(signed(query, query.replaceAll('&', '')))).toMatchObject({ ok: false, status: 400, code: 'shopify.customer' });
  });

  it.each([
    ['', 'shopify.signature-missing'],
    [VECTOR, 'shopify.signature-missing'],
    [`${VECTOR}&signature=`, 'shopify.signature-missing'],
    [`${VECTOR}&signature=${'0'.repeat(64)}`, 'shopify.signature'],
    ['a=%E0%A4%A', 'shopify.query-encoding'],
    [`a=${'x'.repeat(20_000)}`, 'shopify.query-size'],
    ['a&'.repeat(101), 'shopify.query-size'],
  ])('refuses %#', (query, code) => {
    expect(of(query)).toMatchObject({ ok: false, code });
  });

  it('refuses any query that is not signed, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webQueryParameters()), (query) => {
        for (const text of [query, `${query}&signature=${'ab'.repeat(32)}`, `${SIGNED}&${query}`]) {
          const verdict = verifyAppProxy(text, [SECRET], AT);
          // Only empty pieces may be added to a signed query without breaking it.
          expect(verdict.ok).toBe(text.startsWith(SIGNED) && /^&*$/.test(query));
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('reads a plus as a space', () => {
    const query = 'q=a+b&shop=s.myshopify.com&timestamp=1317327555';
    expect(of(signed(query, 'q=a bshop=s.myshopify.comtimestamp=1317327555'))).toMatchObject({ ok: true, params: { q: 'a b' } });
  });
});
