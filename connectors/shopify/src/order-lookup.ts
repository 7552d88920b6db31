import type { z } from 'zod';
import { Bug, type Clock, type Log, type Order, type OrderQuery } from '@parley/core/contracts';
import type { Access, Ask } from './admin.js';
import { CONNECTOR } from './config.js';
import { gidOf, numberOf } from './gid.js';
import { ORDER_DETAIL, ORDER_LINES, ORDER_SEARCH, SHIPPED_ORDERS } from './operations/orders.js';
import { OrderDetailAnswer, OrderLinesAnswer, OrderSearchAnswer, type LineNode, type OrderHit, type OrderNode } from './order-answers.js';
import { orderOf } from './order-mapping.js';
import { orderNameKey, quoted, trackingKey } from './search-text.js';

/** How many hits a search for one order may bring before the right one is looked for among them. */
const HITS = 10;
/** Most orders one question may read. */
const MAX_ORDERS = 20;
/** How far back a tracking number is looked for where the search does not know it: two pages of a hundred orders. */
const SHIPPED_PAGES = 2;
const SHIPPED_AT_ONCE = 100;
/** Orders that are read at the same time. */
const AT_ONCE = 3;
/** Further pages of 100 lines that are read of one order; the host allows 500 lines. */
const MAX_PAGES = 5;

/**
 * Finds orders. The host's search is by words and finds more than was asked for, so every hit is compared again before
 * anything of it is read or told.
 */
export async function findOrders(ask: Ask, clock: Clock, log: Log, access: Access, q: OrderQuery): Promise<Order[]> {
  const ids = await matching(ask, access, q);
  const orders: Order[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const read = await Promise.all(ids.slice(from, from + AT_ONCE).map(async (id) => readOrder(ask, clock, log, access, id)));
    orders.push(...read.filter((order) => order !== null));
  }
  return orders;
}

async function matching(ask: Ask, access: Access, q: OrderQuery): Promise<string[]> {
  switch (q.by) {
    case 'name': {
      const key = orderNameKey(q.name);
      if (key === '' || key.length > 60) return [];
      return search(ask, access, `name:${quoted(key)} OR name:${quoted(`#${key}`)}`, HITS, (hit) => orderNameKey(hit.name) === key);
    }
    case 'tracking': {
      const key = trackingKey(q.number);
      if (key.length < 4 || key.length > 100) return [];
      const typed = q.number.normalize('NFKC').trim();
      const text = typed === key ? quoted(key) : `${quoted(key)} OR ${quoted(typed)}`;
      const fits = (hit: OrderHit): boolean => numbersOf(hit).includes(key);
      const found = await search(ask, access, text, HITS, fits);
      return found.length > 0 ? found : amongShipped(ask, access, fits);
    }
    case 'customer': {
      const id = gidOf('Customer', q.customerId);
      const number = numberOf('Customer', q.customerId);
      const limit = Math.min(Math.max(0, q.limit), MAX_ORDERS);
      if (id === null || number === null || limit === 0) return [];
      return search(ask, access, `customer_id:${number}`, limit, (hit) => hit.customer?.id === id);
    }
  }
}

async function search(ask: Ask, access: Access, query: string, first: number, fits: (hit: OrderHit) => boolean): Promise<string[]> {
  const { orders } = await ask(access, ORDER_SEARCH, OrderSearchAnswer, { query, first });
  return orders.nodes.filter(fits).map((hit) => hit.id);
}

/**
 * Looks through the newest orders that left the shop. There is no documented filter for tracking numbers, and the search
 * of free text finds them in some shops only; people ask about parcels of the last weeks.
 */
async function amongShipped(ask: Ask, access: Access, fits: (hit: OrderHit) => boolean): Promise<string[]> {
  let after: string | null = null;
  for (let page = 0; page < SHIPPED_PAGES; page++) {
    const { orders }: z.infer<typeof OrderSearchAnswer> = await ask(access, SHIPPED_ORDERS, OrderSearchAnswer, { first: SHIPPED_AT_ONCE, after });
    const found = orders.nodes.filter(fits).map((hit) => hit.id);
    after = orders.pageInfo?.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null;
    if (found.length > 0 || after === null) return found;
  }
  return [];
}

function numbersOf(hit: OrderHit): string[] {
  return (hit.fulfillments ?? []).flatMap((f) => f.trackingInfo ?? []).map((t) => trackingKey(t.number ?? ''));
}

/** One order with all its lines; null where it is gone by now. */
async function readOrder(ask: Ask, clock: Clock, log: Log, access: Access, id: string): Promise<Order | null> {
  const { order } = await ask(access, ORDER_DETAIL, OrderDetailAnswer, { id });
  if (!order) return null;
  const lines = await allLines(ask, access, order);
  const read = orderOf(order, lines, clock(), log);
  if (read === null) throw new Bug('Shopify: an order without a creation time', { code: 'shopify.answer-form', connector: CONNECTOR });
  return read;
}

async function allLines(ask: Ask, access: Access, order: OrderNode): Promise<LineNode[]> {
  const lines = [...order.lineItems.nodes];
  let page = order.lineItems.pageInfo;
  for (let n = 0; n < MAX_PAGES && page?.hasNextPage && page.endCursor; n++) {
    const next = await ask(access, ORDER_LINES, OrderLinesAnswer, { id: order.id, after: page.endCursor });
    lines.push(...(next.order?.lineItems.nodes ?? []));
    page = next.order?.lineItems.pageInfo;
  }
  return lines;
}
