// What merchants and carriers do in a shop: each change alters the data and sends the webhooks that follow from it.
import { z } from 'zod';
import type { ShopFile, ShopFulfillment, ShopOrder } from '../shop/shop-file.js';
import { cents, fromCents } from './resolve/context.js';
import { fulfillmentStatus } from './resolve/orders.js';
import { compliancePayload, customerPayload, deletedPayload, fulfillmentPayload, orderPayload, productPayload, refundPayload, scopesPayload, shopPayload, themePayload } from './payloads.js';
import { numericId, type ShopModel } from './shop-model.js';
import type { Writable } from './lossless.js';

/** Something asked for that the shop does not have, or cannot do in its present state. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

export const COMPLIANCE_TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'] as const;

/** A new parcel. Without `lineItems` everything that is still open goes into it. */
export const fulfilInput = z.strictObject({
  trackingCompany: z.string().nullable().default(null),
  trackingNumber: z.string().nullable().default(null),
  trackingUrl: z.string().nullable().default(null),
  estimatedDeliveryAt: z.iso.datetime({ offset: true }).nullable().default(null),
  lineItems: z.array(z.strictObject({ lineItemId: z.string(), quantity: z.number().int().positive() })).optional(),
});

/** A carrier's scan, and with it other tracking details where given. Without `fulfillmentId` the newest parcel is meant. */
export const trackInput = z.strictObject({
  fulfillmentId: z.string().optional(),
  status: z.enum(['CONFIRMED', 'LABEL_PURCHASED', 'LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'DELAYED', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'READY_FOR_PICKUP', 'DELIVERED', 'FAILURE']).optional(),
  message: z.string().default(''),
  city: z.string().default(''),
  province: z.string().default(''),
  country: z.string().default(''),
  trackingCompany: z.string().optional(),
  trackingNumber: z.string().optional(),
  trackingUrl: z.string().optional(),
});

export const cancelInput = z.strictObject({ reason: z.enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF']).default('CUSTOMER') });
export const refundInput = z.strictObject({ amount: z.string().regex(/^\d+\.\d{2}$/) });
export const productInput = z.strictObject({
  title: z.string().min(1).optional(),
  descriptionHtml: z.string().optional(),
  status: z.enum(['ACTIVE', 'DRAFT', 'ARCHIVED']).optional(),
  tags: z.array(z.string()).optional(),
  price: z.string().regex(/^\d+\.\d{2}$/).optional(),
  inventoryQuantity: z.number().int().optional(),
});
export const customerInput = z.strictObject({ email: z.string().nullable().optional(), phone: z.string().nullable().optional(), firstName: z.string().optional(), lastName: z.string().optional() });

type Send = (shop: ShopModel, topic: string, payload: Writable) => string[];

/** The changes of one sandbox. Every method returns the ids of the webhooks it sent. */
export class Changes {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** `fulfillments/create`, `orders/updated`, and `orders/fulfilled` once nothing is open any more. */
  fulfil(shop: ShopModel, idOrName: string, input: z.infer<typeof fulfilInput>): string[] {
    const order = this.#order(shop, idOrName);
    if (order.cancelledAt !== null) throw new ChangeRefused(`${order.name} is cancelled`);
    const open = order.lineItems
      .map((l) => ({ lineItemId: l.id, quantity: l.quantity - shippedOf(order, l.id) }))
      .filter((l) => l.quantity > 0);
    const chosen = input.lineItems ?? open;
    if (chosen.length === 0) throw new ChangeRefused(`${order.name} has nothing left to fulfil`);
    for (const part of chosen) {
      if ((open.find((l) => l.lineItemId === part.lineItemId)?.quantity ?? 0) < part.quantity) throw new ChangeRefused(`${order.name} has no ${part.quantity} open of line ${part.lineItemId}`);
    }
    const at = shop.now().toISOString();
    const { trackingCompany, trackingNumber, trackingUrl, estimatedDeliveryAt } = input;
    const fulfillment: ShopFulfillment = {
      id: numericId(`fulfillment:${order.id}:${order.fulfillments.length}`),
      createdAt: at,
      updatedAt: at,
      status: 'SUCCESS',
      displayStatus: 'FULFILLED',
      trackingCompany,
      trackingNumber,
      trackingUrl,
      estimatedDeliveryAt,
      inTransitAt: null,
      deliveredAt: null,
      lineItems: chosen,
      events: [],
    };
    order.fulfillments.push(fulfillment);
    order.updatedAt = at;
    return [
      ...this.#send(shop, 'fulfillments/create', fulfillmentPayload(shop, order, fulfillment)),
      ...this.#orderTopics(shop, order, fulfillmentStatus(order) === 'FULFILLED' ? ['orders/fulfilled', 'orders/updated'] : ['orders/updated']),
    ];
  }

  /** `fulfillments/update`. */
  track(shop: ShopModel, idOrName: string, input: z.infer<typeof trackInput>): string[] {
    const order = this.#order(shop, idOrName);
    const parcel = input.fulfillmentId === undefined ? order.fulfillments.at(-1) : order.fulfillments.find((f) => f.id === input.fulfillmentId);
    if (parcel === undefined) throw new ChangeRefused(`${order.name} has no such fulfilment`);
    const at = shop.now().toISOString();
    if (input.status !== undefined) {
      const { status, message, city, province, country } = input;
      parcel.events.push({ status, happenedAt: at, message, city, province, country });
      parcel.displayStatus = status;
      if (status === 'IN_TRANSIT' || status === 'CARRIER_PICKED_UP') parcel.inTransitAt ??= at;
      if (status === 'DELIVERED') parcel.deliveredAt = at;
    }
    parcel.trackingCompany = input.trackingCompany ?? parcel.trackingCompany;
    parcel.trackingNumber = input.trackingNumber ?? parcel.trackingNumber;
    parcel.trackingUrl = input.trackingUrl ?? parcel.trackingUrl;
    parcel.updatedAt = at;
    return this.#send(shop, 'fulfillments/update', fulfillmentPayload(shop, order, parcel));
  }

  /** `orders/cancelled` and `orders/updated`. Refused when something was shipped already, as the host refuses it. */
  cancel(shop: ShopModel, idOrName: string, input: z.infer<typeof cancelInput>): string[] {
    const order = this.#order(shop, idOrName);
    if (order.cancelledAt !== null) throw new ChangeRefused(`${order.name} is cancelled already`);
    if (fulfillmentStatus(order) !== 'UNFULFILLED') throw new ChangeRefused(`${order.name} has been shipped`);
    const at = shop.now().toISOString();
    order.cancelledAt = at;
    order.cancelReason = input.reason;
    order.updatedAt = at;
    return this.#orderTopics(shop, order, ['orders/cancelled', 'orders/updated']);
  }

  /** `refunds/create` and `orders/updated`. */
  refund(shop: ShopModel, idOrName: string, input: z.infer<typeof refundInput>): string[] {
    const order = this.#order(shop, idOrName);
    const total = cents(order.totalRefunded) + cents(input.amount);
    if (total > cents(order.totalPrice)) throw new ChangeRefused(`${order.name}: a refund of ${input.amount} exceeds what was paid`);
    order.totalRefunded = fromCents(total);
    order.financialStatus = total === cents(order.totalPrice) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    order.updatedAt = shop.now().toISOString();
    return [...this.#send(shop, 'refunds/create', refundPayload(shop, order, input.amount)), ...this.#orderTopics(shop, order, ['orders/updated'])];
  }

  /** `orders/create`. The order must be one the shop file would hold. */
  addOrder(shop: ShopModel, order: ShopOrder): string[] {
    if (shop.order(order.id) !== undefined || shop.order(order.name) !== undefined) throw new ChangeRefused(`${order.name} exists already`);
    shop.file.orders.push(order);
    return this.#orderTopics(shop, order, ['orders/create']);
  }

  /** `products/update`. Price and stock, when given, go to every variant. */
  updateProduct(shop: ShopModel, id: string, input: z.infer<typeof productInput>): string[] {
    const product = this.#product(shop, id);
    product.title = input.title ?? product.title;
    product.descriptionHtml = input.descriptionHtml ?? product.descriptionHtml;
    product.status = input.status ?? product.status;
    product.tags = input.tags ?? product.tags;
    for (const variant of product.variants) {
      variant.price = input.price ?? variant.price;
      variant.inventoryQuantity = input.inventoryQuantity ?? variant.inventoryQuantity;
    }
    product.updatedAt = shop.now().toISOString();
    return this.#send(shop, 'products/update', productPayload(shop, product));
  }

  /** `products/create`. */
  addProduct(shop: ShopModel, product: ShopFile['products'][number]): string[] {
    if (shop.file.products.some((p) => p.id === product.id || p.handle === product.handle)) throw new ChangeRefused(`product ${product.handle} exists already`);
    shop.file.products.push(product);
    return this.#send(shop, 'products/create', productPayload(shop, product));
  }

  /** `products/delete`. */
  deleteProduct(shop: ShopModel, id: string): string[] {
    const product = this.#product(shop, id);
    shop.file.products.splice(shop.file.products.indexOf(product), 1);
    return this.#send(shop, 'products/delete', deletedPayload(product.id));
  }

  /** `customers/update`. */
  updateCustomer(shop: ShopModel, id: string, input: z.infer<typeof customerInput>): string[] {
    const customer = this.#customer(shop, id);
    customer.email = input.email === undefined ? customer.email : input.email;
    customer.phone = input.phone === undefined ? customer.phone : input.phone;
    customer.firstName = input.firstName ?? customer.firstName;
    customer.lastName = input.lastName ?? customer.lastName;
    return this.#send(shop, 'customers/update', customerPayload(shop, customer));
  }

  /** `shop/update`. */
  updateShop(shop: ShopModel, name: string | undefined): string[] {
    shop.file.shop.name = name ?? shop.file.shop.name;
    return this.#send(shop, 'shop/update', shopPayload(shop));
  }

  /** `themes/publish`: another theme goes live, and app embeds start switched off in it. */
  publishTheme(shop: ShopModel): string[] {
    shop.embed = false;
    return this.#send(shop, 'themes/publish', themePayload(shop));
  }

  /** `app/scopes_update`: the merchant grants another set of scopes. Tokens issued from now on carry it. */
  changeScopes(shop: ShopModel, scopes: readonly string[]): string[] {
    if (shop.install === null) throw new ChangeRefused('the app is not installed');
    const previous = shop.install.scopes;
    shop.install = { ...shop.install, scopes: [...scopes] };
    return this.#send(shop, 'app/scopes_update', scopesPayload(shop, previous, scopes));
  }

  /** `app/uninstalled`, after everything of the install is gone. Uninstalling twice changes nothing. */
  uninstall(shop: ShopModel): string[] {
    if (shop.install === null) return [];
    shop.revoke();
    return this.#send(shop, 'app/uninstalled', shopPayload(shop));
  }

  /** One of the three compliance topics. `customerId` is needed for all but `shop/redact`. */
  compliance(shop: ShopModel, topic: (typeof COMPLIANCE_TOPICS)[number], customerId: string | undefined): string[] {
    if (topic === 'shop/redact') return this.#send(shop, topic, compliancePayload(shop, topic, null));
    if (customerId === undefined) throw new ChangeRefused(`${topic} needs a customerId`);
    return this.#send(shop, topic, compliancePayload(shop, topic, this.#customer(shop, customerId)));
  }

  #orderTopics(shop: ShopModel, order: ShopOrder, topics: readonly string[]): string[] {
    return topics.flatMap((topic) => this.#send(shop, topic, orderPayload(shop, order)));
  }

  #order(shop: ShopModel, idOrName: string): ShopOrder {
    const order = shop.order(idOrName);
    if (order === undefined) throw new ChangeRefused(`no order ${idOrName}`);
    return order;
  }

  #product(shop: ShopModel, id: string): ShopFile['products'][number] {
    const product = shop.file.products.find((p) => p.id === id || p.handle === id);
    if (product === undefined) throw new ChangeRefused(`no product ${id}`);
    return product;
  }

  #customer(shop: ShopModel, id: string): ShopFile['customers'][number] {
    const customer = shop.file.customers.find((c) => c.id === id || c.email === id);
    if (customer === undefined) throw new ChangeRefused(`no customer ${id}`);
    return customer;
  }
}

function shippedOf(order: ShopOrder, lineItemId: string): number {
  return order.fulfillments
    .filter((f) => f.status === 'SUCCESS' || f.status === 'OPEN' || f.status === 'PENDING')
    .flatMap((f) => f.lineItems)
    .filter((l) => l.lineItemId === lineItemId)
    .reduce((sum, l) => sum + l.quantity, 0);
}
