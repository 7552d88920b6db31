// Webhook payloads: REST-shaped, snake_case, ids as bare integers, times in the shop's own zone.
// Shapes: https://shopify.dev/docs/api/webhooks - the fields that a customer-service app reads.
import type { ShopFile, ShopFulfillment, ShopOrder, ShopProduct } from '../shop/shop-file.js';
import { integer, type Writable } from './lossless.js';
import { cents, fromCents } from './resolve/context.js';
import { fulfillmentStatus } from './resolve/orders.js';
import type { ShopModel } from './shop-model.js';
import { numericId } from './shop-model.js';

type Payload = { readonly [key: string]: Writable | undefined };
type Customer = ShopFile['customers'][number];

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a zone; making one is dear, so each is kept. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset',
  });
  clocks.set(zone, clock);
  return clock;
}

/** An instant as REST payloads write it: local time of the shop and its offset, `2026-11-22T03:00:00-05:00`. */
function restTime(iso: string, zone: string): string {
  const parts = clockOf(zone).formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '');
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset === '' ? '+00:00' : offset}`;
}

const timeOrNull = (iso: string | null, zone: string): string | null => (iso === null ? null : restTime(iso, zone));
const orNull = (text: string): string | null => (text === '' ? null : text);

/** `app/uninstalled` and `shop/update`. */
export function shopPayload(shop: ShopModel): Payload {
  const { name, email, currency, timezone, locale, publicUrl } = shop.file.shop;
  return {
    id: integer(shop.id),
    name,
    email,
    domain: new URL(publicUrl).host,
    myshopify_domain: shop.domain,
    primary_locale: locale,
    currency,
    iana_timezone: timezone,
    plan_name: 'basic',
    plan_display_name: 'Basic',
    updated_at: restTime(shop.now().toISOString(), timezone),
  };
}

/** `app/scopes_update`. */
export function scopesPayload(shop: ShopModel, previous: readonly string[], current: readonly string[]): Payload {
  return { id: integer(shop.id), previous, current, updated_at: restTime(shop.now().toISOString(), shop.file.shop.timezone) };
}

/** Every `orders/…` topic. */
export function orderPayload(shop: ShopModel, o: ShopOrder): Payload {
  const zone = shop.file.shop.timezone;
  const customer = shop.file.customers.find((c) => c.id === o.customerId);
  const states = { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial', UNFULFILLED: null } as const;
  const left = cents(o.totalPrice) - cents(o.totalRefunded);
  const a = o.shippingAddress;
  const [first = '', ...rest] = a.name.split(' ');
  return {
    id: integer(o.id),
    admin_graphql_api_id: `gid://shopify/Order/${o.id}`,
    name: o.name,
    order_number: Number(o.name.replace(/\D/g, '')),
    confirmation_number: o.confirmationNumber,
    email: o.email,
    contact_email: o.email,
    phone: o.phone,
    created_at: restTime(o.createdAt, zone),
    processed_at: restTime(o.createdAt, zone),
    updated_at: restTime(o.updatedAt, zone),
    cancelled_at: timeOrNull(o.cancelledAt, zone),
    cancel_reason: o.cancelReason?.toLowerCase() ?? null,
    closed_at: null,
    currency: o.currency,
    financial_status: o.financialStatus.toLowerCase(),
    fulfillment_status: states[fulfillmentStatus(o)],
    total_price: o.totalPrice,
    current_total_price: left < 0n ? '0.00' : fromCents(left),
    subtotal_price: o.subtotalPrice,
    note: orNull(o.note),
    tags: o.tags.join(', '),
    test: false,
    customer: customer === undefined ? null : customerPayload(shop, customer),
    shipping_address: {
      first_name: orNull(first), last_name: orNull(rest.join(' ')), name: a.name, address1: orNull(a.address1), address2: orNull(a.address2), city: orNull(a.city),
      province: orNull(a.province), province_code: orNull(a.provinceCode), zip: orNull(a.zip), country: orNull(a.country), country_code: orNull(a.countryCode), phone: orNull(a.phone),
    },
    line_items: o.lineItems.map((l) => linePayload(o, l)),
    fulfillments: o.fulfillments.map((f) => fulfillmentPayload(shop, o, f)),
  };
}

function linePayload(o: ShopOrder, l: ShopOrder['lineItems'][number]): Payload {
  return {
    id: integer(l.id),
    admin_graphql_api_id: `gid://shopify/LineItem/${l.id}`,
    product_id: integer(l.productId),
    variant_id: integer(l.variantId),
    title: l.title,
    variant_title: orNull(l.variantTitle),
    name: l.variantTitle === '' ? l.title : `${l.title} - ${l.variantTitle}`,
    sku: orNull(l.sku),
    quantity: l.quantity,
    current_quantity: o.cancelledAt === null ? l.quantity : 0,
    price: l.price,
  };
}

/** `fulfillments/create` and `fulfillments/update`. */
export function fulfillmentPayload(shop: ShopModel, o: ShopOrder, f: ShopFulfillment): Payload {
  const zone = shop.file.shop.timezone;
  const shipment = f.events.at(-1)?.status.toLowerCase() ?? null;
  return {
    id: integer(f.id),
    admin_graphql_api_id: `gid://shopify/Fulfillment/${f.id}`,
    order_id: integer(o.id),
    name: `${o.name}.${o.fulfillments.indexOf(f) + 1}`,
    status: f.status.toLowerCase(),
    shipment_status: shipment,
    created_at: restTime(f.createdAt, zone),
    updated_at: restTime(f.updatedAt, zone),
    tracking_company: f.trackingCompany,
    tracking_number: f.trackingNumber,
    tracking_numbers: f.trackingNumber === null ? [] : [f.trackingNumber],
    tracking_url: f.trackingUrl,
    tracking_urls: f.trackingUrl === null ? [] : [f.trackingUrl],
    email: o.email,
    line_items: f.lineItems.flatMap((part) => o.lineItems.filter((l) => l.id === part.lineItemId).map((l) => ({ ...linePayload(o, l), quantity: part.quantity }))),
  };
}

/** `refunds/create`: one refund of an amount. */
export function refundPayload(shop: ShopModel, o: ShopOrder, amount: string): Payload {
  const zone = shop.file.shop.timezone;
  const at = shop.now().toISOString();
  const id = numericId(`refund:${o.id}:${at}`);
  return {
    id: integer(id),
    admin_graphql_api_id: `gid://shopify/Refund/${id}`,
    order_id: integer(o.id),
    created_at: restTime(at, zone),
    processed_at: restTime(at, zone),
    note: null,
    refund_line_items: [],
    transactions: [{ id: integer(numericId(`transaction:${id}`)), order_id: integer(o.id), kind: 'refund', status: 'success', amount, currency: o.currency }],
  };
}

/** `customers/update`, and the customer within an order. */
export function customerPayload(shop: ShopModel, c: Customer): Payload {
  return {
    id: integer(c.id),
    admin_graphql_api_id: `gid://shopify/Customer/${c.id}`,
    email: c.email,
    phone: c.phone,
    first_name: orNull(c.firstName),
    last_name: orNull(c.lastName),
    tags: c.tags.join(', '),
    currency: shop.file.shop.currency,
    updated_at: restTime(shop.now().toISOString(), shop.file.shop.timezone),
  };
}

/** `products/create` and `products/update`. */
export function productPayload(shop: ShopModel, p: ShopProduct): Payload {
  const updated = restTime(p.updatedAt, shop.file.shop.timezone);
  return {
    id: integer(p.id),
    admin_graphql_api_id: `gid://shopify/Product/${p.id}`,
    handle: p.handle,
    title: p.title,
    body_html: p.descriptionHtml,
    vendor: p.vendor,
    product_type: p.productType,
    status: p.status.toLowerCase(),
    tags: p.tags.join(', '),
    updated_at: updated,
    image: p.image === null ? null : { src: p.image },
    variants: p.variants.map((v, i) => ({
      id: integer(v.id),
      product_id: integer(p.id),
      admin_graphql_api_id: `gid://shopify/ProductVariant/${v.id}`,
      title: v.title,
      sku: orNull(v.sku),
      barcode: v.barcode,
      price: v.price,
      position: i + 1,
      inventory_quantity: v.inventoryQuantity,
      updated_at: updated,
    })),
    options: p.options.map((option, i) => ({ name: option.name, position: i + 1, values: option.values })),
  };
}

/** `products/delete`: the id is all that is left. */
export const deletedPayload = (id: string): Payload => ({ id: integer(id) });

/** `themes/publish`. */
export function themePayload(shop: ShopModel): Payload {
  const id = numericId(`theme:${shop.domain}`);
  return { id: integer(id), admin_graphql_api_id: `gid://shopify/OnlineStoreTheme/${id}`, name: 'Sandbox', role: 'main', processing: false, updated_at: restTime(shop.now().toISOString(), shop.file.shop.timezone) };
}

/** The three compliance topics. `customer` and their orders are left out of `shop/redact`. */
export function compliancePayload(shop: ShopModel, topic: string, customer: Customer | null): Payload {
  const base = { shop_id: integer(shop.id), shop_domain: shop.domain };
  if (customer === null) return base;
  const orders = shop.file.orders.filter((o) => o.customerId === customer.id).map((o) => integer(o.id));
  const who = { id: integer(customer.id), email: customer.email, phone: customer.phone };
  if (topic === 'customers/redact') return { ...base, customer: who, orders_to_redact: orders };
  return { ...base, orders_requested: orders, customer: who, data_request: { id: integer(numericId(`data_request:${customer.id}:${shop.now().toISOString()}`)) } };
}
