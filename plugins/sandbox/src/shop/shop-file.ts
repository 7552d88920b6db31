// The form in which the sandbox keeps a shop: one JSON file with everything a store holds that Parley may ask for.
// docs/shop-file.md describes it for people who write such files by hand or by a converter.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export { demoShop } from './demo-shop.js';

/** Host ids are decimal strings: many exceed 2^53, which JSON numbers cannot hold. */
const id = z.string().regex(/^[1-9]\d*$/, 'expected a decimal id as a string, such as "8012345678901234567"');
const instant = z.iso.datetime({ offset: true });
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'expected an amount as a string, such as "12.00"');

const policy = z.object({
  type: z.enum([
    'CONTACT_INFORMATION',
    'LEGAL_NOTICE',
    'PRIVACY_POLICY',
    'REFUND_POLICY',
    'SHIPPING_POLICY',
    'SUBSCRIPTION_POLICY',
    'TERMS_OF_SALE',
    'TERMS_OF_SERVICE',
  ]),
  title: z.string().min(1),
  body: z.string(),
  locale: z.string().min(2),
});

const page = z.object({ id, handle: z.string().min(1), title: z.string().min(1), body: z.string(), updatedAt: instant, locale: z.string().min(2) });

const variant = z.object({
  id,
  title: z.string(),
  sku: z.string(),
  barcode: z.string().nullable(),
  price: amount,
  inventoryQuantity: z.number().int(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
});

const product = z.object({
  id,
  handle: z.string().min(1),
  title: z.string().min(1),
  descriptionHtml: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  status: z.enum(['ACTIVE', 'DRAFT', 'ARCHIVED']),
  image: z.string().nullable(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(variant).min(1),
  updatedAt: instant,
});

const customer = z.object({
  id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  /** E.164, such as +15550100123. */
  phone: z.string().regex(/^\+[1-9]\d{5,14}$/, 'expected a phone number in E.164 form, such as +15550100123').nullable(),
  locale: z.string().min(2),
  tags: z.array(z.string()),
  /** Of the storefront's sign-in. A customer without one signs in with any. */
  password: z.string().optional(),
});

const address = z.object({
  name: z.string(),
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  province: z.string(),
  provinceCode: z.string(),
  zip: z.string(),
  country: z.string(),
  countryCode: z.string(),
  phone: z.string(),
});

const lineItem = z.object({
  id,
  productId: id.nullable(),
  variantId: id.nullable(),
  title: z.string().min(1),
  variantTitle: z.string(),
  sku: z.string(),
  quantity: z.number().int().positive(),
  price: amount,
  image: z.string().nullable(),
});

/** Shopify's FulfillmentEventStatus (Admin GraphQL 2026-07). */
const eventStatus = z.enum([
  'ATTEMPTED_DELIVERY', 'CARRIER_PICKED_UP', 'CONFIRMED', 'DELAYED', 'DELIVERED', 'FAILURE', 'IN_TRANSIT',
  'LABEL_PRINTED', 'LABEL_PURCHASED', 'OUT_FOR_DELIVERY', 'READY_FOR_PICKUP',
]);

/** Shopify's FulfillmentDisplayStatus (Admin GraphQL 2026-07). */
const displayStatus = z.enum([
  'ATTEMPTED_DELIVERY', 'CANCELED', 'CARRIER_PICKED_UP', 'CONFIRMED', 'DELAYED', 'DELIVERED', 'FAILURE', 'FULFILLED',
  'IN_TRANSIT', 'LABEL_PRINTED', 'LABEL_PURCHASED', 'LABEL_VOIDED', 'MARKED_AS_FULFILLED', 'NOT_DELIVERED',
  'OUT_FOR_DELIVERY', 'PICKED_UP', 'READY_FOR_PICKUP', 'SUBMITTED',
]);

const fulfillment = z.object({
  id,
  createdAt: instant,
  updatedAt: instant,
  status: z.enum(['CANCELLED', 'ERROR', 'FAILURE', 'OPEN', 'PENDING', 'SUCCESS']),
  displayStatus,
  trackingCompany: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.url({ protocol: /^https?$/ }).nullable(),
  estimatedDeliveryAt: instant.nullable(),
  inTransitAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  lineItems: z.array(z.object({ lineItemId: id, quantity: z.number().int().positive() })),
  events: z.array(
    z.object({ status: eventStatus, happenedAt: instant, message: z.string(), city: z.string(), province: z.string(), country: z.string() }),
  ),
});

const order = z.object({
  id,
  /** What shoppers call it, such as "#1001". */
  name: z.string().min(1),
  confirmationNumber: z.string(),
  createdAt: instant,
  updatedAt: instant,
  cancelledAt: instant.nullable(),
  cancelReason: z.enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF']).nullable(),
  /** null for a guest's order. */
  customerId: id.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Shopify's OrderDisplayFinancialStatus. */
  financialStatus: z.enum(['AUTHORIZED', 'EXPIRED', 'PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'PENDING', 'REFUNDED', 'VOIDED']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  totalPrice: amount,
  subtotalPrice: amount,
  shippingPrice: amount,
  totalRefunded: amount,
  shippingAddress: address,
  note: z.string(),
  tags: z.array(z.string()),
  lineItems: z.array(lineItem).min(1),
  fulfillments: z.array(fulfillment),
  /** Shopify's OrderReturnStatus. */
  returnStatus: z.enum(['IN_PROGRESS', 'INSPECTION_COMPLETE', 'NO_RETURN', 'RETURNED', 'RETURN_FAILED', 'RETURN_REQUESTED']),
});

const shop = z.object({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected a domain such as demo.myshopify.com'),
  name: z.string().min(1),
  email: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timezone: z.string().refine(isTimezone, 'expected an IANA time zone, such as Europe/Berlin'),
  locale: z.enum(['en', 'zh-CN']),
  locales: z.array(z.string()).min(1),
  publicUrl: z.url({ protocol: /^https?$/ }),
});

/** A whole shop. Parsing also refuses ids and order names that occur twice and references that lead nowhere. */
export const ShopFile = z
  .object({
    shop,
    policies: z.array(policy),
    pages: z.array(page),
    products: z.array(product),
    customers: z.array(customer),
    orders: z.array(order),
  })
  .superRefine((file, ctx) => {
    const complain = (path: (string | number)[], message: string): void => ctx.addIssue({ code: 'custom', path, message });
    unique(file.products.map((p) => p.id), (i) => complain(['products', i, 'id'], 'this product id occurs twice'));
    unique(file.products.map((p) => p.handle), (i) => complain(['products', i, 'handle'], 'this product handle occurs twice'));
    unique(file.products.flatMap((p) => p.variants.map((v) => v.id)), (i) => complain(['products'], `variant ${i} in file order repeats an id`));
    unique(file.pages.map((p) => p.id), (i) => complain(['pages', i, 'id'], 'this page id occurs twice'));
    unique(file.customers.map((c) => c.id), (i) => complain(['customers', i, 'id'], 'this customer id occurs twice'));
    unique(file.orders.map((o) => o.id), (i) => complain(['orders', i, 'id'], 'this order id occurs twice'));
    unique(file.orders.map((o) => o.name), (i) => complain(['orders', i, 'name'], 'this order name occurs twice'));
    const customers = new Set(file.customers.map((c) => c.id));
    file.orders.forEach((o, i) => {
      if (o.customerId !== null && !customers.has(o.customerId)) complain(['orders', i, 'customerId'], `no customer ${o.customerId} in this file`);
      const lines = new Set(o.lineItems.map((l) => l.id));
      o.fulfillments.forEach((f, j) => {
        for (const l of f.lineItems) {
          if (!lines.has(l.lineItemId)) complain(['orders', i, 'fulfillments', j], `no line item ${l.lineItemId} in this order`);
        }
      });
    });
  });
export type ShopFile = z.infer<typeof ShopFile>;

export type ShopPolicy = ShopFile['policies'][number];
export type ShopPage = ShopFile['pages'][number];
export type ShopProduct = ShopFile['products'][number];
export type ShopVariant = ShopProduct['variants'][number];
export type ShopOrder = ShopFile['orders'][number];
export type ShopFulfillment = ShopOrder['fulfillments'][number];

/** A shop file that could not be read, with the file's name and each mistake in it. */
export class BadShopFile extends Error {
  override readonly name = 'BadShopFile';
}

/** Reads a shop file. Throws `BadShopFile` naming the file and up to ten mistakes, each with its place. */
export function loadShopFile(path: string): ShopFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadShopFile(`shop file ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const parsed = ShopFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.slice(0, 10).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  const more = parsed.error.issues.length > 10 ? `\n  and ${parsed.error.issues.length - 10} more` : '';
  throw new BadShopFile(`shop file ${path} does not have the expected form:\n${mistakes.join('\n')}${more}`);
}

/** Calls back with the index of each value that occurred before. */
function unique(values: readonly string[], repeated: (index: number) => void): void {
  const seen = new Set<string>();
  values.forEach((value, i) => {
    if (seen.has(value)) repeated(i);
    seen.add(value);
  });
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
