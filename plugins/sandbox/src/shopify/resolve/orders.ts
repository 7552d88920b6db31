// Orders, their lines, fulfilments and tracking, as the Admin schema shapes them.
import { z } from 'zod';
import type { ShopFulfillment, ShopOrder } from '../../shop/shop-file.js';
import { connect, pageArguments } from '../connection.js';
import type { SearchIndex } from '../search-match.js';
import { cents, fromCents, gid, image, instant, instantOrNull, list, moneyBag, type GraphContext, type GraphObject, type Listing } from './context.js';
import { customerNode } from './customers.js';
import { productNode, variantNode } from './products.js';

type Line = ShopOrder['lineItems'][number];
const firstArgument = z.object({ first: z.number().int().min(0).nullish() });

/** Pieces of a line that left the house in fulfilments that were not cancelled. */
function shipped(order: ShopOrder, line: Line): number {
  return order.fulfillments
    .filter((f) => f.status !== 'CANCELLED' && f.status !== 'ERROR' && f.status !== 'FAILURE')
    .flatMap((f) => f.lineItems)
    .filter((l) => l.lineItemId === line.id)
    .reduce((sum, l) => sum + l.quantity, 0);
}

/** Shopify's OrderDisplayFulfillmentStatus, worked out from what was shipped. */
export function fulfillmentStatus(order: ShopOrder): 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' {
  const sent = order.lineItems.map((line) => ({ line, sent: shipped(order, line) }));
  if (sent.every(({ line, sent: count }) => count >= line.quantity)) return 'FULFILLED';
  return sent.some(({ sent: count }) => count > 0) ? 'PARTIALLY_FULFILLED' : 'UNFULFILLED';
}

const FILTER_WORDS = { FULFILLED: ['fulfilled', 'shipped'], PARTIALLY_FULFILLED: ['partial', 'unfulfilled'], UNFULFILLED: ['unfulfilled', 'unshipped'] } as const;

/** What `orders(query:)` searches. `phone` is not in the schema's table but is taken by the host all the same. */
export const orderIndex: SearchIndex<ShopOrder> = {
  fields: {
    name: { kind: 'text', values: (o) => [o.name] },
    email: { kind: 'text', values: (o) => [o.email] },
    phone: { kind: 'digits', values: (o) => [o.phone, o.shippingAddress.phone] },
    confirmation_number: { kind: 'keyword', values: (o) => [o.confirmationNumber] },
    customer_id: { kind: 'id', values: (o) => [o.customerId] },
    id: { kind: 'id', values: (o) => [o.id] },
    financial_status: { kind: 'keyword', values: (o) => [o.financialStatus] },
    fulfillment_status: { kind: 'keyword', values: (o) => FILTER_WORDS[fulfillmentStatus(o)] },
    return_status: { kind: 'keyword', values: (o) => [o.returnStatus] },
    status: { kind: 'keyword', values: (o) => (o.cancelledAt === null ? ['open', 'not_closed'] : ['cancelled', 'not_closed']) },
    created_at: { kind: 'time', values: (o) => [o.createdAt] },
    processed_at: { kind: 'time', values: (o) => [o.createdAt] },
    updated_at: { kind: 'time', values: (o) => [o.updatedAt] },
    current_total_price: { kind: 'number', values: (o) => [o.totalPrice] },
    sku: { kind: 'keyword', values: (o) => o.lineItems.map((l) => l.sku) },
    tag: { kind: 'keyword', values: (o) => o.tags },
    tag_not: { kind: 'keyword', values: (o) => o.tags, negated: true },
  },
  defaults: (o) => [o.name, o.email, o.phone, o.confirmationNumber, o.shippingAddress.name, ...o.tags],
};

/** How orders are listed; `context` is bound because nodes need it. */
function orderListing(context: GraphContext, defaultSort = 'PROCESSED_AT'): Listing<ShopOrder> {
  const total = (o: ShopOrder): bigint => cents(o.totalPrice);
  return {
    field: 'orders',
    index: orderIndex,
    defaultSort,
    id: (o) => o.id,
    toNode: (o) => orderNode(context, o),
    sorts: {
      ID: (o) => BigInt(o.id),
      RELEVANCE: (o) => BigInt(o.id),
      ORDER_NUMBER: (o) => Number(o.name.replace(/\D/g, '')),
      CREATED_AT: (o) => Date.parse(o.createdAt),
      PROCESSED_AT: (o) => Date.parse(o.createdAt),
      UPDATED_AT: (o) => Date.parse(o.updatedAt),
      TOTAL_PRICE: total,
      CURRENT_TOTAL_PRICE: total,
      CUSTOMER_NAME: (o) => o.shippingAddress.name,
      DESTINATION: (o) => `${o.shippingAddress.city} ${o.shippingAddress.countryCode}`,
      FINANCIAL_STATUS: (o) => o.financialStatus,
      FULFILLMENT_STATUS: (o) => fulfillmentStatus(o),
      TOTAL_ITEMS_QUANTITY: (o) => o.lineItems.reduce((sum, l) => sum + l.quantity, 0),
    },
  };
}

/** One order. */
export function orderNode(context: GraphContext, o: ShopOrder): GraphObject {
  const bag = (amount: string): GraphObject => moneyBag(amount, o.currency);
  const pieces = o.lineItems.reduce((sum, l) => sum + l.quantity, 0);
  const refundable = ['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED'].includes(o.financialStatus);
  const customer = context.shop.file.customers.find((c) => c.id === o.customerId);
  const left = cents(o.totalPrice) - cents(o.totalRefunded);
  return {
    __typename: 'Order',
    id: gid('Order', o.id),
    legacyResourceId: o.id,
    name: o.name,
    number: Number(o.name.replace(/\D/g, '')),
    confirmationNumber: o.confirmationNumber,
    confirmed: true,
    createdAt: instant(o.createdAt),
    processedAt: instant(o.createdAt),
    updatedAt: instant(o.updatedAt),
    cancelledAt: instantOrNull(o.cancelledAt),
    cancelReason: o.cancelReason,
    closed: false,
    closedAt: null,
    email: o.email,
    phone: o.phone,
    note: o.note === '' ? null : o.note,
    tags: o.tags,
    test: false,
    currencyCode: o.currency,
    presentmentCurrencyCode: o.currency,
    displayFinancialStatus: o.financialStatus,
    displayFulfillmentStatus: fulfillmentStatus(o),
    returnStatus: o.returnStatus,
    refundable,
    fullyPaid: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(o.financialStatus),
    unpaid: ['PENDING', 'AUTHORIZED', 'EXPIRED'].includes(o.financialStatus),
    requiresShipping: true,
    customerLocale: customer?.locale ?? null,
    subtotalLineItemsQuantity: pieces,
    currentSubtotalLineItemsQuantity: pieces,
    totalPriceSet: bag(o.totalPrice),
    currentTotalPriceSet: bag(left < 0n ? '0.00' : fromCents(left)),
    originalTotalPriceSet: bag(o.totalPrice),
    subtotalPriceSet: bag(o.subtotalPrice),
    totalShippingPriceSet: bag(o.shippingPrice),
    totalRefundedSet: bag(o.totalRefunded),
    statusPageUrl: `${context.shop.file.shop.publicUrl.replace(/\/$/, '')}/orders/${o.confirmationNumber}`,
    shippingAddress: addressNode(o),
    displayAddress: addressNode(o),
    customer: () => (customer === undefined ? null : customerNode(context, customer)),
    lineItems: (args: unknown) =>
      connect([...o.lineItems.entries()], { value: ([i]) => i, id: ([, l]) => l.id }, pageArguments.parse(args), 'lineItems', ([, l]) => lineNode(context, o, l)),
    fulfillments: (args: unknown) => o.fulfillments.slice(0, firstArgument.parse(args).first ?? undefined).map((f) => fulfillmentNode(context, o, f)),
    fulfillmentsCount: { count: o.fulfillments.length, precision: 'EXACT' },
  };
}

/** One line of an order. */
export function lineNode(context: GraphContext, o: ShopOrder, l: Line): GraphObject {
  const product = context.shop.file.products.find((p) => p.id === l.productId);
  const variant = product?.variants.find((v) => v.id === l.variantId);
  const unit = moneyBag(l.price, o.currency);
  const total = moneyBag(fromCents(cents(l.price) * BigInt(l.quantity)), o.currency);
  const open = o.cancelledAt === null ? l.quantity - shipped(o, l) : 0;
  return {
    __typename: 'LineItem',
    id: gid('LineItem', l.id),
    title: l.title,
    name: l.variantTitle === '' ? l.title : `${l.title} - ${l.variantTitle}`,
    variantTitle: l.variantTitle === '' ? null : l.variantTitle,
    sku: l.sku === '' ? null : l.sku,
    quantity: l.quantity,
    currentQuantity: o.cancelledAt === null ? l.quantity : 0,
    unfulfilledQuantity: Math.max(0, open),
    requiresShipping: true,
    isGiftCard: false,
    image: image(l.image, l.title),
    vendor: product?.vendor ?? null,
    originalUnitPriceSet: unit,
    discountedUnitPriceSet: unit,
    originalTotalSet: total,
    discountedTotalSet: total,
    product: () => (product === undefined ? null : productNode(context, product)),
    variant: () => (product === undefined || variant === undefined ? null : variantNode(context, product, variant)),
  };
}

/** One fulfilment with tracking and its events. */
export function fulfillmentNode(context: GraphContext, o: ShopOrder, f: ShopFulfillment): GraphObject {
  const tracked = f.trackingNumber !== null || f.trackingCompany !== null || f.trackingUrl !== null;
  const tracking = tracked ? [{ company: f.trackingCompany, number: f.trackingNumber, url: f.trackingUrl }] : [];
  return {
    __typename: 'Fulfillment',
    id: gid('Fulfillment', f.id),
    legacyResourceId: f.id,
    name: `${o.name}.${o.fulfillments.indexOf(f) + 1}`,
    createdAt: instant(f.createdAt),
    updatedAt: instant(f.updatedAt),
    status: f.status,
    displayStatus: f.displayStatus,
    estimatedDeliveryAt: instantOrNull(f.estimatedDeliveryAt),
    inTransitAt: instantOrNull(f.inTransitAt),
    deliveredAt: instantOrNull(f.deliveredAt),
    requiresShipping: true,
    totalQuantity: f.lineItems.reduce((sum, l) => sum + l.quantity, 0),
    order: () => orderNode(context, o),
    trackingInfo: (args: unknown) => tracking.slice(0, firstArgument.parse(args).first ?? undefined),
    events: (args: unknown) =>
      connect([...f.events.entries()], { value: ([, e]) => Date.parse(e.happenedAt), id: ([i]) => String(i) }, pageArguments.parse(args), 'events', ([i, e]) => ({
        __typename: 'FulfillmentEvent',
        id: gid('FulfillmentEvent', `${f.id}${i}`),
        status: e.status,
        happenedAt: instant(e.happenedAt),
        createdAt: instant(e.happenedAt),
        message: e.message === '' ? null : e.message,
        city: e.city === '' ? null : e.city,
        province: e.province === '' ? null : e.province,
        country: e.country === '' ? null : e.country,
        address1: null,
        zip: null,
        latitude: null,
        longitude: null,
        estimatedDeliveryAt: null,
      })),
    fulfillmentLineItems: (args: unknown) =>
      connect([...f.lineItems.entries()], { value: ([i]) => i, id: ([, l]) => l.lineItemId }, pageArguments.parse(args), 'fulfillmentLineItems', ([i, l]) => {
        const line = o.lineItems.find((item) => item.id === l.lineItemId);
        return {
          __typename: 'FulfillmentLineItem',
          id: gid('FulfillmentLineItem', `${f.id}${i}`),
          quantity: l.quantity,
          lineItem: () => (line === undefined ? null : lineNode(context, o, line)),
        };
      }),
  };
}

function addressNode(o: ShopOrder): GraphObject {
  const a = o.shippingAddress;
  const [firstName = null, ...rest] = a.name.split(' ');
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const lines = [a.address1, a.address2, `${a.city} ${a.provinceCode} ${a.zip}`.replace(/\s+/g, ' ').trim(), a.country].filter((line) => line !== '');
  return {
    __typename: 'MailingAddress',
    id: gid('MailingAddress', `${o.id}?model_name=Address`),
    name: orNull(a.name),
    firstName,
    lastName: orNull(rest.join(' ')),
    address1: orNull(a.address1),
    address2: orNull(a.address2),
    city: orNull(a.city),
    company: null,
    province: orNull(a.province),
    provinceCode: orNull(a.provinceCode),
    zip: orNull(a.zip),
    country: orNull(a.country),
    countryCode: orNull(a.countryCode),
    countryCodeV2: orNull(a.countryCode),
    phone: orNull(a.phone),
    formatted: lines,
    formattedArea: [a.city, a.provinceCode, a.country].filter((part) => part !== '').join(', '),
  };
}

/** Lists orders the caller may see; `only` narrows them (a customer's own). */
export function listOrders(context: GraphContext, args: unknown, path: readonly (string | number)[], defaultSort: string, only: (o: ShopOrder) => boolean = () => true): unknown {
  return list(context, context.shop.visibleOrders(context.scopes).filter(only), orderListing(context, defaultSort), args, path);
}
