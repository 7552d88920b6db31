// The shop that a visitor finds after `npm start`: Fernway, things for home and outdoors, in English and Chinese.
import { toProduct } from './demo/catalog.js';
import { CAMP } from './demo/goods-camp.js';
import { HOME } from './demo/goods-home.js';
import { KITCHEN } from './demo/goods-kitchen.js';
import { TRAIL } from './demo/goods-trail.js';
import { orders } from './demo/orders.js';
import { PAGES_EN } from './demo/pages-en.js';
import { PAGES_ZH } from './demo/pages-zh.js';
import { people } from './demo/people.js';
import { POLICIES_EN } from './demo/policies-en.js';
import { POLICIES_ZH } from './demo/policies-zh.js';
import { between, seeded } from './demo/random.js';
import type { ShopFile } from './shop-file.js';

const DAY = 86_400_000;

/**
 * Makes the demo shop as it stands at `now`. The same seed gives the same shop, apart from the instants, which keep
 * their distance to `now`. `publicUrl` is where browsers find the storefront (no trailing slash); pictures lie below it.
 */
export function demoShop(now: Date, options: { publicUrl?: string; seed?: number } = {}): ShopFile {
  const publicUrl = options.publicUrl ?? 'http://localhost:4100/store/demo.myshopify.com';
  const random = seeded(options.seed ?? 20_260_601);
  const daysAgo = (days: number): string => new Date(now.getTime() - days * DAY).toISOString();
  const products = [...CAMP, ...TRAIL, ...KITCHEN, ...HOME].map((entry, i) =>
    toProduct(entry, i, daysAgo(3 + (i % 40)), `${publicUrl}/images/${entry.handle}.svg`, () => between(random, 3, 80)),
  );
  const persons = people();
  return {
    shop: {
      domain: 'demo.myshopify.com', name: 'Fernway', email: 'service@fernway.example', currency: 'USD',
      timezone: 'America/Los_Angeles', locale: 'en', locales: ['en', 'zh-CN'], publicUrl,
    },
    policies: [...POLICIES_EN, ...POLICIES_ZH],
    pages: [...PAGES_EN, ...PAGES_ZH].map((page, i) => ({ ...page, id: String(115_300_000_001 + i * 13), updatedAt: daysAgo(10 + i) })),
    products,
    customers: persons.map((p) => p.customer),
    orders: orders(products, persons, now, random),
  };
}
