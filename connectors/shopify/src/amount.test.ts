import { describe, expect, it } from '@jest/globals';
import { exponentOf } from '@parley/core/contracts';
import { moneyOf } from './amount.js';
import { shopDomain, shopOfAddress } from './account.js';
import { docIdFor, docSubject } from './doc-id.js';
import { gidOf, numberOf } from './gid.js';
import { instantOf } from './instant.js';

describe('amounts', () => {
  it.each([
    ['129.9', 'USD', 12990],
    ['0.01', 'USD', 1],
    ['-5.00', 'EUR', -500],
    ['-0.00', 'EUR', 0],
    ['1000.0', 'JPY', 1000],
    ['1000.5', 'JPY', 1001],
    ['1.234', 'KWD', 1234],
    ['1.5', 'IQD', 1500],
    ['12.345', 'USD', 1235],
    ['12.344999', 'USD', 1234],
    ['0.999', 'CNY', 100],
    ['90071992547409.91', 'USD', 9007199254740991],
  ])('%s %s is %d minor units', (amount, currency, minor) => {
    expect(moneyOf(amount, currency)).toEqual({ minor, currency });
  });

  it.each([
    ['', 'USD'],
    ['1e3', 'USD'],
    ['1,000.00', 'USD'],
    ['.5', 'USD'],
    ['NaN', 'USD'],
    ['1', 'usd'],
    ['1', ''],
    ['90071992547409.92', 'USD'],
  ])('%j %j is no amount', (amount, currency) => {
    expect(moneyOf(amount, currency)).toBeNull();
  });

  it('count most currencies in hundredths', () => {
    expect([exponentOf('CNY'), exponentOf('KRW'), exponentOf('BHD'), exponentOf('CLF')]).toEqual([2, 0, 3, 4]);
  });
});

describe('names of the host', () => {
  it('shops have one key each', () => {
    expect(shopDomain('Demo-1.MyShopify.com')).toBe('demo-1.myshopify.com');
    for (const other of ['demo.myshopify.com/', 'demo.shopify.com', 'demo.myshopify.com.evil.com', '-x.myshopify.com', 'a.b.myshopify.com', 'myshopify.com', '', 'demo.myshopify.com\n']) expect(shopDomain(other)).toBeNull();
    expect(shopOfAddress('https://demo.myshopify.com/admin')).toBe('demo.myshopify.com');
    for (const other of ['http://demo.myshopify.com', 'https://demo.myshopify.com:8443', 'demo.myshopify.com', 'https://demo.myshopify.com@evil.com']) expect(shopOfAddress(other)).toBeNull();
  });

  it('ids are global, whichever form they come in', () => {
    expect(gidOf('Order', '1')).toBe('gid://shopify/Order/1');
    expect(gidOf('Order', 'gid://shopify/Order/1')).toBe('gid://shopify/Order/1');
    expect(numberOf('Customer', 'gid://shopify/Customer/7')).toBe('7');
    for (const other of ['gid://shopify/Customer/1', 'x', '', '1/2', '-1']) expect(gidOf('Order', other)).toBeNull();
  });

  it('times have a zone', () => {
    expect(instantOf('2026-11-22T09:00:00+01:00')).toBe(Date.UTC(2026, 10, 22, 8));
    expect(instantOf('2026-11-22T08:00:00.123456789Z')).toBe(Date.UTC(2026, 10, 22, 8, 0, 0, 123));
    for (const other of [null, undefined, '', '2026-11-22', '2026-11-22T08:00:00', '2026-13-22T08:00:00Z', '1969-01-01T00:00:00Z']) expect(instantOf(other)).toBeNull();
  });

  it('documents are found by what changed', () => {
    expect(docIdFor('product', '5')).toBe('product:gid://shopify/Product/5');
    expect(docIdFor('page', 'gid://shopify/Page/6')).toBe('page:gid://shopify/Page/6');
    expect(docIdFor('policy', 'REFUND_POLICY')).toBe('policy:REFUND_POLICY');
    expect([docIdFor('order', '5'), docIdFor('theme', '5'), docIdFor('product', 'x'), docIdFor('policy', 'a:b')]).toEqual([null, null, null, null]);
    expect(docSubject('page:gid://shopify/Page/6')).toEqual({ kind: 'page', gid: 'gid://shopify/Page/6' });
    expect(docSubject('policy:REFUND_POLICY')).toEqual({ kind: 'policy', type: 'REFUND_POLICY' });
    for (const other of ['', 'page', 'page:gid://shopify/Product/6', 'page:6', 'faq:1']) expect(docSubject(other)).toBeNull();
  });
});
