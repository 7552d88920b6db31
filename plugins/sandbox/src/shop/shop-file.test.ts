import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoShop, loadShopFile, ShopFile } from './shop-file.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const put = (value: unknown): string => {
  const path = join(folder, 'shop.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const shop = () => demoShop(new Date('2026-11-22T12:00:00Z'));

describe('loading a shop file', () => {
  it('reads what was written, every digit of it', () => {
    expect(loadShopFile(put(shop()))).toEqual(shop());
  });

  it('accepts the example of the documentation', () => {
    const page = readFileSync(new URL('../../../../docs/shop-file.md', import.meta.url), 'utf8');
    const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)![1]!);
    expect(ShopFile.safeParse(example).error?.issues ?? []).toEqual([]);
  });

  it('says which file and where in it', () => {
    expect(() => loadShopFile(join(folder, 'none.json'))).toThrow(/none\.json:.*ENOENT/);
    expect(() => loadShopFile(put('{'))).toThrow(/shop\.json/);
    const bad = shop();
    bad.orders[3]!.totalPrice = '12,00';
    bad.shop.timezone = 'Middle/Earth';
    expect(() => loadShopFile(put(bad))).toThrow(/shop\.timezone: expected an IANA time zone[^]*orders\.3\.totalPrice: expected an amount/);
  });

  it.each<[string, (file: ShopFile) => void, RegExp]>([
    ['an order name twice', (f) => (f.orders[1]!.name = f.orders[0]!.name), /orders\.1\.name: this order name occurs twice/],
    ['a customer that is not there', (f) => (f.orders[0]!.customerId = '1'), /no customer 1 in this file/],
    ['a parcel with a line that is not there', (f) => (f.orders.find((o) => o.name === '#1001')!.fulfillments[0]!.lineItems[0]!.lineItemId = '1'), /no line item 1 in this order/],
    ['a product id twice', (f) => (f.products[1]!.id = f.products[0]!.id), /products\.1\.id/],
    ['an id as a word', (f) => (f.customers[0]!.id = 'emma'), /expected a decimal id/],
  ])('refuses %s', (_, spoil, message) => {
    const file = shop();
    spoil(file);
    expect(() => loadShopFile(put(file))).toThrow(message);
  });
});
