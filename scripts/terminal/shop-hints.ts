import { loadShopFile, type ShopFile } from '../../plugins/sandbox/src/shop/shop-file.js';
import { messageOf, Refusal } from './command.js';

/** Reads a shop file before anything is started. Throws `Refusal` with what is wrong in it. */
export function readShop(file: string | undefined): ShopFile | null {
  if (file === undefined) return null;
  if (file.trim() === '') throw new Refusal('--shop expects a file; docs/shop-file.md describes its form.');
  try {
    return loadShopFile(file);
  } catch (e) {
    throw new Refusal(`${messageOf(e)}\ndocs/shop-file.md describes the form; npm run import:shop makes such files from public data sets.`);
  }
}

/** What to try, in words that are true of the shop. */
export function hintsFor(shop: ShopFile | null): string {
  if (shop === null) {
    return `What to try: sign in on the storefront as one of the demo people and ask
  "Where is my order?"   "我的订单到哪了？"   "and the other one?"   "那第二个呢"
  "Do you ship to Canada?"   "支持无理由退货吗？"   "I want a person"
As a guest, ask for order #1001 and see that it takes the buyer's e-mail address.`;
  }
  const buyer = shop.customers.find((c) => c.email !== null && shop.orders.some((o) => o.customerId === c.id));
  const order = shop.orders.find((o) => o.customerId === buyer?.id) ?? shop.orders[0];
  const product = shop.products.find((p) => p.status === 'ACTIVE');
  const lines = [
    ...(buyer?.email === null || buyer === undefined ? [] : [`What to try: sign in on the storefront as ${buyer.email} and ask`, '  "Where is my order?"   "我的订单到哪了？"']),
    ...(product === undefined ? [] : [`  "Do you have ${product.title}?"`]),
    ...(order === undefined ? [] : [`As a guest, ask for order ${order.name} and see that it takes the buyer's e-mail address.`]),
  ];
  return lines.length === 0 ? 'This shop has neither customers nor orders; ask about its pages.' : lines.join('\n');
}
