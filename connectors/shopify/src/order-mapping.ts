import type { Instant, Log, Money, Order, OrderLine } from '@parley/core/contracts';
import { moneyOf } from './amount.js';
import { CONNECTOR } from './config.js';
import { instantOf } from './instant.js';
import type { LineNode, OrderNode } from './order-answers.js';
import { shipmentsOf, webAddress } from './shipments.js';

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus */
const PAYMENT: ReadonlyMap<string, Order['payment']> = new Map([
  ['PENDING', 'pending'],
  ['AUTHORIZED', 'authorized'],
  ['PAID', 'paid'],
  ['PARTIALLY_PAID', 'partially-paid'],
  ['PARTIALLY_REFUNDED', 'partially-refunded'],
  ['REFUNDED', 'refunded'],
  ['VOIDED', 'voided'],
  ['EXPIRED', 'expired'],
]);

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFulfillmentStatus */
const FULFILMENT: ReadonlyMap<string, Order['fulfilment']> = new Map([
  ['UNFULFILLED', 'unfulfilled'],
  ['OPEN', 'unfulfilled'],
  ['SCHEDULED', 'unfulfilled'],
  ['REQUEST_DECLINED', 'unfulfilled'],
  ['RESTOCKED', 'unfulfilled'],
  ['IN_PROGRESS', 'in-progress'],
  ['PENDING_FULFILLMENT', 'in-progress'],
  ['ON_HOLD', 'on-hold'],
  ['PARTIALLY_FULFILLED', 'partial'],
  ['FULFILLED', 'fulfilled'],
]);

/**
 * An order as Parley knows it, in the currency the buyer paid in. A state the host invents later becomes the one that
 * claims least, and is logged. Null where the order has no readable creation time, which every order has.
 */
export function orderOf(node: OrderNode, lines: readonly LineNode[], readAt: Instant, log: Log): Order | null {
  const createdAt = instantOf(node.createdAt);
  if (createdAt === null) return null;
  const state = <T>(table: ReadonlyMap<string, T>, name: string | null | undefined, least: T): T => {
    const known = table.get(name ?? '');
    if (known === undefined && name) log.warn({ connector: CONNECTOR, state: name, code: 'shopify.unknown-state' }, 'an order state that is not known');
    return known ?? least;
  };
  const refunded = money(node.totalRefundedSet);
  return {
    id: node.id,
    name: node.name,
    createdAt,
    cancelledAt: instantOf(node.cancelledAt),
    customerId: node.customer?.id ?? null,
    email: node.email ?? null,
    phone: node.phone ?? null,
    payment: state(PAYMENT, node.displayFinancialStatus, 'pending'),
    fulfilment: state(FULFILMENT, node.displayFulfillmentStatus, 'unfulfilled'),
    total: money(node.totalPriceSet),
    refunded: refunded !== null && refunded.minor > 0 ? refunded : null,
    lines: lines.map(lineOf),
    shipments: (node.fulfillments ?? []).flatMap(shipmentsOf),
    statusUrl: webAddress(node.statusPageUrl),
    readAt,
  };
}

function lineOf(node: LineNode): OrderLine {
  return {
    id: node.id,
    title: node.title ?? '',
    // Products without variants carry one of this name, which no shopper ever sees.
    variant: node.variantTitle && node.variantTitle !== 'Default Title' ? node.variantTitle : null,
    sku: node.sku ? node.sku : null,
    productId: node.product?.id ?? null,
    quantity: node.quantity,
    price: money(node.discountedUnitPriceSet),
    image: webAddress(node.image?.url),
  };
}

function money(bag: OrderNode['totalPriceSet']): Money | null {
  return bag ? moneyOf(bag.presentmentMoney.amount, bag.presentmentMoney.currencyCode) : null;
}
