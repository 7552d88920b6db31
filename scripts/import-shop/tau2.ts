// tau2-bench retail: users, products with variants, orders without dates. Its policy.md speaks to agents, not to
// customers, and is therefore left out.
import { z } from 'zod';
import type { ShopFile } from '../../plugins/sandbox/src/shop/shop-file.js';
import { cents, idOf, money, readSource, stableId, stableNumber } from './source.js';

const Address = z.object({ address1: z.string(), address2: z.string(), city: z.string(), country: z.string(), state: z.string(), zip: z.string() });
const Options = z.record(z.string(), z.string());
const Db = z.object({
  products: z.record(z.string(), z.object({
    name: z.string(), product_id: z.string(),
    variants: z.record(z.string(), z.object({ item_id: z.string(), options: Options, available: z.boolean(), price: z.number() })),
  })),
  users: z.record(z.string(), z.object({
    user_id: z.string(), name: z.object({ first_name: z.string(), last_name: z.string() }), address: Address, email: z.string(),
  })),
  orders: z.record(z.string(), z.object({
    order_id: z.string(), user_id: z.string(), address: Address, status: z.string(),
    items: z.array(z.object({ name: z.string(), product_id: z.string(), item_id: z.string(), price: z.number(), options: Options })).min(1),
    fulfillments: z.array(z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) })),
    payment_history: z.array(z.object({ transaction_type: z.string(), amount: z.number(), payment_method_id: z.string() })),
  })),
});
type Db = z.infer<typeof Db>;
type SourceOrder = Db['orders'][string];
type Order = ShopFile['orders'][number];

const HOUR = 3_600_000;
/** Hours between `now` and the placing of an order, from and to, by its status: the source has no dates. */
const AGE: Record<string, readonly [number, number]> = { pending: [1, 40], processed: [48, 96], delivered: [192, 720], cancelled: [72, 720] };

/** Converts the folder with db.json. Dates are made up, lie before `now`, and keep their distance to it on every run. */
export function fromTau2(folder: string, now: Date, publicUrl: string): ShopFile {
  const db = readSource(folder, 'db.json', Db);
  const domain = 'tau2-retail.myshopify.com';
  const iso = (hoursAgo: number): string => new Date(now.getTime() - hoursAgo * HOUR).toISOString();
  return {
    shop: { domain, name: 'Retail', email: 'service@retail.example', currency: 'USD', timezone: 'America/New_York', locale: 'en', locales: ['en'], publicUrl: `${publicUrl}/store/${domain}` },
    policies: [],
    pages: [],
    products: Object.values(db.products).map((p) => {
      const variants = Object.values(p.variants);
      const names = [...new Set(variants.flatMap((v) => Object.keys(v.options)))];
      return {
        id: idOf('product', p.product_id), handle: handle(p.name, p.product_id), title: p.name, descriptionHtml: `<p>${escaped(p.name)}</p>`,
        vendor: 'Retail', productType: p.name, tags: [`source:${p.product_id}`], status: 'ACTIVE' as const, image: null,
        options: names.map((name) => ({ name, values: [...new Set(variants.flatMap((v) => v.options[name] ?? []))] })),
        variants: variants.map((v) => ({
          id: idOf('item', v.item_id), title: Object.values(v.options).join(' / ') || 'Default Title', sku: v.item_id, barcode: null, price: money(cents(v.price)),
          inventoryQuantity: v.available ? 10 : 0, selectedOptions: Object.entries(v.options).map(([name, value]) => ({ name, value })),
        })),
        updatedAt: iso(24 * 90),
      };
    }),
    customers: Object.values(db.users).map((u) => ({
      id: stableId('user', u.user_id), firstName: u.name.first_name, lastName: u.name.last_name, email: u.email, phone: null, locale: 'en', tags: [`source:${u.user_id}`],
    })),
    orders: Object.values(db.orders).map((o) => order(db, o, iso)).sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  };
}

function order(db: Db, o: SourceOrder, iso: (hoursAgo: number) => string): Order {
  const status = o.status.split(' ')[0] ?? o.status;
  const [from, to] = AGE[status] ?? [1, 40];
  const age = from + stableNumber((to - from) * 60, 'age', o.order_id) / 60;
  const user = db.users[o.user_id];
  const lines = o.items.map((item, i) => ({
    id: stableId('line', o.order_id, String(i)), productId: idOf('product', item.product_id), variantId: idOf('item', item.item_id), title: item.name,
    variantTitle: Object.values(item.options).join(' / '), sku: item.item_id, quantity: 1, price: money(cents(item.price)), image: null,
  }));
  const total = o.items.reduce((sum, item) => sum + cents(item.price), 0);
  const paid = o.payment_history.filter((p) => p.transaction_type === 'payment').reduce((sum, p) => sum + cents(p.amount), 0);
  const refunded = Math.min(total, o.payment_history.filter((p) => p.transaction_type === 'refund').reduce((sum, p) => sum + cents(p.amount), 0));
  const cancelled = status === 'cancelled';
  // A cancelled order was never sent: the tracking number that the source gives it leads nowhere.
  const fulfillments = cancelled || status === 'pending' ? [] : o.fulfillments.map((f, i) => parcel(o, f, i, lines, status === 'delivered', age, iso));
  const cancelledAt = cancelled ? iso(age * 0.9) : null;
  const [street, rest] = [o.address.address1, o.address.address2];
  return {
    id: stableId('order', o.order_id), name: o.order_id, confirmationNumber: o.order_id.replace(/^#/, ''), createdAt: iso(age),
    updatedAt: [iso(age), cancelledAt ?? '', ...fulfillments.map((f) => f.updatedAt)].sort().at(-1) ?? iso(age),
    cancelledAt, cancelReason: cancelled ? 'CUSTOMER' : null,
    customerId: user ? stableId('user', o.user_id) : null, email: user?.email ?? null, phone: null,
    financialStatus: refunded >= total ? 'REFUNDED' : refunded > 0 ? 'PARTIALLY_REFUNDED' : cancelled ? 'VOIDED' : paid > 0 ? 'PAID' : 'PENDING',
    currency: 'USD', totalPrice: money(total), subtotalPrice: money(total), shippingPrice: '0.00', totalRefunded: money(refunded),
    shippingAddress: {
      name: user ? `${user.name.first_name} ${user.name.last_name}` : '', address1: street, address2: rest, city: o.address.city, province: o.address.state,
      provinceCode: o.address.state, zip: o.address.zip, country: o.address.country === 'USA' ? 'United States' : o.address.country, countryCode: 'US', phone: '',
    },
    note: `Paid with ${[...new Set(o.payment_history.map((p) => p.payment_method_id))].join(', ')}`,
    tags: [`source:${o.order_id}`, `status:${o.status}`], lineItems: lines, fulfillments, returnStatus: 'NO_RETURN',
  };
}

function parcel(o: SourceOrder, f: SourceOrder['fulfillments'][number], i: number, lines: Order['lineItems'], delivered: boolean, age: number, iso: (hoursAgo: number) => string): Order['fulfillments'][number] {
  const number = f.tracking_id[0] ?? null;
  const sent = age - 20;
  const way: Order['fulfillments'][number]['events'] = (delivered
    ? ([['LABEL_PRINTED', 0], ['CARRIER_PICKED_UP', 6], ['IN_TRANSIT', 30], ['OUT_FOR_DELIVERY', 70], ['DELIVERED', 76]] as const)
    : ([['LABEL_PRINTED', 0], ['CONFIRMED', 4]] as const)
  ).map(([status, after]) => ({ status, happenedAt: iso(sent - after), message: '', city: status === 'DELIVERED' ? o.address.city : '', province: status === 'DELIVERED' ? o.address.state : '', country: 'US' }));
  const at = (status: string): string | null => way.find((e) => e.status === status)?.happenedAt ?? null;
  // An item that was bought twice is one line each time; the source names it once per piece.
  const open = [...f.item_ids];
  const within = lines.filter((l) => {
    const found = open.indexOf(l.sku);
    if (found >= 0) open.splice(found, 1);
    return found >= 0;
  });
  return {
    id: stableId('fulfillment', o.order_id, String(i)), createdAt: iso(sent), updatedAt: way.at(-1)?.happenedAt ?? iso(sent), status: 'SUCCESS',
    displayStatus: delivered ? 'DELIVERED' : 'CONFIRMED', trackingCompany: number === null ? null : 'Other', trackingNumber: number, trackingUrl: null,
    estimatedDeliveryAt: null, inTransitAt: at('IN_TRANSIT'), deliveredAt: at('DELIVERED'),
    lineItems: (within.length > 0 ? within : lines).map((l) => ({ lineItemId: l.id, quantity: l.quantity })), events: way,
  };
}

function handle(name: string, id: string): string {
  return `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-${id}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
