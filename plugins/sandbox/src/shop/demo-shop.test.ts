import { describe, expect, it } from '@jest/globals';
import { demoShop, ShopFile } from './shop-file.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const shop = demoShop(NOW);

describe('demo shop', () => {
  it('has the form of a shop file', () => {
    const parsed = ShopFile.safeParse(shop);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(shop);
  });

  it('has the promised size', () => {
    expect(shop.products).toHaveLength(60);
    expect(shop.customers).toHaveLength(40);
    expect(shop.orders).toHaveLength(300);
    expect(shop.policies.length + shop.pages.length).toBeGreaterThanOrEqual(25);
  });

  it('has the same documents in both languages', () => {
    const count = (locale: string) => [shop.policies.filter((p) => p.locale === locale).length, shop.pages.filter((p) => p.locale === locale).length];
    expect(count('en')).toEqual(count('zh-CN'));
    for (const page of shop.pages.filter((p) => p.locale === 'en')) {
      expect(shop.pages.some((p) => p.handle === `${page.handle}-zh` && p.locale === 'zh-CN')).toBe(true);
    }
  });

  it('is the same shop for the same instant, and moves as a whole with the instant', () => {
    expect(demoShop(NOW)).toEqual(shop);
    const later = demoShop(new Date(NOW.getTime() + 86_400_000));
    expect(later.orders.map((o) => o.totalPrice)).toEqual(shop.orders.map((o) => o.totalPrice));
    expect(Date.parse(later.orders[0]!.createdAt) - Date.parse(shop.orders[0]!.createdAt)).toBe(86_400_000);
    expect(demoShop(NOW, { seed: 2 }).orders).not.toEqual(shop.orders);
  });

  it('gives each variant a model number of its own', () => {
    const skus = shop.products.flatMap((p) => p.variants.map((v) => v.sku));
    expect(new Set(skus).size).toBe(skus.length);
  });

  it('describes every product in Chinese too', () => {
    for (const product of shop.products) {
      expect(product.descriptionHtml).toMatch(/lang="zh-CN"/);
      expect(product.tags.some((tag) => /\p{Script=Han}/u.test(tag))).toBe(true);
    }
    expect(shop.products.some((p) => p.variants.every((v) => v.inventoryQuantity === 0))).toBe(true);
  });

  it('has ids that a double cannot hold', () => {
    const exact = (id: string) => String(Number(id)) === id;
    expect(shop.orders.every((o) => exact(o.id))).toBe(false);
    expect(shop.customers.some((c) => !exact(c.id)) && shop.customers.some((c) => exact(c.id))).toBe(true);
  });

  it('holds every state an order can be in', () => {
    const shown = new Set(shop.orders.flatMap((o) => o.fulfillments.map((f) => f.displayStatus)));
    for (const status of [
      'LABEL_PRINTED', 'CONFIRMED', 'IN_TRANSIT', 'DELAYED', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'READY_FOR_PICKUP',
      'PICKED_UP', 'DELIVERED', 'FAILURE', 'NOT_DELIVERED',
    ]) {
      expect([...shown]).toContain(status);
    }
    const paid = new Set(shop.orders.map((o) => o.financialStatus));
    for (const status of ['PAID', 'PENDING', 'AUTHORIZED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'VOIDED']) expect([...paid]).toContain(status);
    const returns = new Set(shop.orders.map((o) => o.returnStatus));
    for (const status of ['NO_RETURN', 'RETURN_REQUESTED', 'IN_PROGRESS', 'RETURNED']) expect([...returns]).toContain(status);
    expect(shop.orders.some((o) => o.fulfillments.length === 2)).toBe(true);
    expect(shop.orders.some((o) => o.customerId === null && o.email !== null)).toBe(true);
    expect(shop.orders.some((o) => o.cancelledAt !== null)).toBe(true);
    expect(shop.orders.some((o) => o.fulfillments.length === 0 && o.cancelledAt === null)).toBe(true);
    const partly = shop.orders.find((o) => o.name === '#1006')!;
    const sent = partly.fulfillments.flatMap((f) => f.lineItems).length;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(partly.lineItems.length);
  });

  it('lets nothing happen in the future or before the order', () => {
    for (const order of shop.orders) {
      const created = Date.parse(order.createdAt);
      expect(created).toBeLessThan(NOW.getTime());
      const instants = [order.updatedAt, order.cancelledAt, ...order.fulfillments.flatMap((f) => [f.createdAt, f.updatedAt, f.deliveredAt, ...f.events.map((e) => e.happenedAt)])];
      for (const instant of instants) {
        if (instant === null) continue;
        expect(Date.parse(instant)).toBeGreaterThanOrEqual(created);
        expect(Date.parse(instant)).toBeLessThanOrEqual(NOW.getTime());
      }
      for (const f of order.fulfillments) expect(f.events.map((e) => e.happenedAt)).toEqual(f.events.map((e) => e.happenedAt).sort());
    }
    const created = shop.orders.map((o) => o.createdAt);
    expect(created).toEqual([...created].sort());
  });

  it('adds up', () => {
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    for (const order of shop.orders) {
      const lines = order.lineItems.reduce((sum, l) => sum + cents(l.price) * l.quantity, 0);
      expect(cents(order.subtotalPrice)).toBe(lines);
      expect(cents(order.totalPrice)).toBe(lines + cents(order.shippingPrice));
      expect(cents(order.totalRefunded)).toBeLessThanOrEqual(cents(order.totalPrice));
    }
  });

  it('keeps its promises to the demo people', () => {
    const order = (name: string) => shop.orders.find((o) => o.name === name)!;
    const id = (email: string) => shop.customers.find((c) => c.email === email)!.id;
    expect(order('#1001').customerId).toBe(id('emma@example.com'));
    expect(order('#1001').fulfillments.map((f) => [f.displayStatus, f.trackingNumber])).toEqual([['IN_TRANSIT', '1Z999AA10123456784']]);
    expect(order('#1002').fulfillments[0]!.displayStatus).toBe('DELIVERED');
    expect(order('#1003').customerId).toBe(id('xiaoyu@example.com'));
    expect(order('#1003').fulfillments[0]!.displayStatus).toBe('OUT_FOR_DELIVERY');
    expect(order('#1004').fulfillments).toEqual([]);
  });
});
