import { describe, expect, it } from '@jest/globals';
import { forgedSignature, queryMessage, signedQuery, signProxyQuery, signQuery, signWebhook } from './signatures.js';

const SECRET = 'hush';

describe('query signature', () => {
  it('matches the vendor vector', () => {
    const query = { code: '0907a61c0c8d55e99db179b68161bc00', shop: 'some-shop.myshopify.com', state: '0.6784241404160823', timestamp: '1337178173' };
    expect(signQuery(SECRET, query)).toBe('700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf');
  });

  it('writes a space as %20 and leaves hmac and signature out', () => {
    const query = { timestamp: '1795305600', state: 'a b', shop: 'demo.myshopify.com', host: 'YWJj', code: 'c', hmac: 'x', signature: 'y' };
    expect(queryMessage(query)).toBe('code=c&host=YWJj&shop=demo.myshopify.com&state=a%20b&timestamp=1795305600');
    expect(signQuery(SECRET, query)).toBe('fb1245b2d9c5ab13a83d7d9788a1b338979c4968192d02fdaf9c1d91c7dd2840');
    expect(signedQuery(SECRET, query)).toMatch(/&state=a%20b&timestamp=1795305600&hmac=fb1245b2/);
  });
});

describe('app proxy signature', () => {
  const common = 'extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555';

  it('matches the vendor vector of a signed-in shopper, whatever the order of the parameters', () => {
    const expected = '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb';
    expect(signProxyQuery(SECRET, new URLSearchParams(`${common}&logged_in_customer_id=1`))).toBe(expected);
    expect(signProxyQuery(SECRET, new URLSearchParams(`logged_in_customer_id=1&${common}&signature=whatever`))).toBe(expected);
  });

  it('matches the vendor vector of a guest: the empty id is signed', () => {
    expect(signProxyQuery(SECRET, new URLSearchParams(`${common}&logged_in_customer_id=`))).toBe('e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb');
  });
});

describe('webhook signature', () => {
  it('matches the recorded vectors', () => {
    expect(signWebhook(SECRET, Buffer.from('{"id":1}'))).toBe('VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=');
    expect(signWebhook(SECRET, Buffer.from('Info'))).toBe('6ufKn53YDwFjg+2HbePaB4Yy4MIOwKA30/gtUW5JHTE=');
  });

  it('forges signatures of the same form that fit nothing', () => {
    expect(forgedSignature()).toHaveLength(signWebhook(SECRET, Buffer.from('x')).length);
    expect(forgedSignature()).not.toBe(forgedSignature());
  });
});
