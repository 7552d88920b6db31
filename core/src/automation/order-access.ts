import { ParleyError, type Order } from '../contracts/index.js';
import { meansAll, onlyNumbers, terms } from '../language/index.js';
import { canonicalName, canonicalTracking, givenProof, knownProof, mayGuess, offersProof, type ProofOfPurchase } from './buyer-proof.js';
import type { FlowContext } from './flow.js';

/** Which order a message is about, and whether this shopper may hear of it. */
export type OrderAccess =
  | { is: 'granted'; order: Order; proof: ProofOfPurchase; others: Order[] }
  /** Several at once; `missing` are those named of which nothing may be told. */
  | { is: 'several'; granted: { order: Order; proof: ProofOfPurchase }[]; missing: string[] }
  | { is: 'ask-number' }
  | { is: 'ask-proof'; orderName: string }
  | { is: 'not-matched'; orderName: string | null }
  | { is: 'not-yours'; orderName: string }
  | { is: 'limited'; orderName: string | null; retryAfterMs: number }
  | { is: 'no-orders' }
  | { is: 'no-other' }
  | { is: 'unavailable'; code: string };

const RECENT = 6;
/** Orders told of in one reply. */
const TOLD = 5;
/** A cancellation is still news for so long. */
const CANCELLED_MS = 14 * 86_400_000;

/**
 * Finds the order a message means: named in it, pointed at ("the other one"), asked for before, or the
 * signed-in customer's latest. An order is handed on only with proof of purchase; whether an order
 * exists that was not proven is never told.
 */
export async function accessOrder(c: FlowContext): Promise<OrderAccess> {
  try {
    const names = namedOrders(c);
    if (names.length > 1) return await several(c, names);
    const [name] = names;
    if (name !== undefined) return await byName(c, name);
    const tracking = c.perception.entities.find((e) => e.kind === 'tracking');
    if (tracking !== undefined) return await byTracking(c, tracking.value);
    if (wantsAll(c)) {
      const all = await allOf(c);
      if (all !== null) return all;
    }
    return c.shopper.customerId === null ? await guestWithoutNumber(c) : await customerWithoutNumber(c, c.shopper.customerId);
  } catch (e) {
    if (ParleyError.isInstance(e) && e.kind !== 'bug') return { is: 'unavailable', code: e.code };
    throw e;
  }
}

/** The numbers in the message, or the one we asked proof for. */
function namedOrders(c: FlowContext): string[] {
  const { entities } = c.perception;
  const bare = onlyNumbers(c.text);
  const named = entities.filter((e) => e.kind === 'order' || (bare && e.kind === 'number')).map((e) => e.value);
  if (named.length > 0) return [...new Map(named.map((n) => [canonicalName(n), n])).values()].slice(0, TOLD);
  const { asked } = c.memory;
  if (asked?.need === 'proof' && asked.orderName !== null && offersProof(c)) return [asked.orderName];
  const number = asked?.need === 'order-number' ? entities.find((e) => e.kind === 'number' && e.value.length >= 3) : undefined;
  return number === undefined ? [] : [number.value];
}

function wantsAll(c: FlowContext): boolean {
  return c.intent === 'order.list' || meansAll(c.text);
}

/** Each named order by itself: what one shopper may hear of one says nothing about the next. */
async function several(c: FlowContext, names: readonly string[]): Promise<OrderAccess> {
  const granted: { order: Order; proof: ProofOfPurchase }[] = [];
  const refused: OrderAccess[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const access = await byName(c, name);
    if (access.is === 'granted') granted.push({ order: access.order, proof: access.proof });
    else {
      refused.push(access);
      missing.push(name);
    }
  }
  const [first] = refused;
  return granted.length === 0 && first !== undefined ? first : { is: 'several', granted, missing };
}

/** Everything the account holds, or that a guest proved here; null where that is no more than one. */
async function allOf(c: FlowContext): Promise<OrderAccess | null> {
  const { customerId } = c.shopper;
  if (customerId === null) {
    const proven = c.memory.orders.filter((o) => c.memory.proven.includes(o.id));
    return proven.length > 1 ? several(c, proven.slice(-TOLD).map((o) => o.name)) : null;
  }
  const orders = (await c.shop.orders({ by: 'customer', customerId, limit: RECENT })).filter((o) => o.customerId === customerId);
  return orders.length > 1 ? { is: 'several', granted: orders.slice(0, TOLD).map((order) => ({ order, proof: { by: 'signed-in', customerId } })), missing: [] } : null;
}

/** Whether anything could be told to this shopper at all. Who has nothing to show costs the shop no look-up, and learns nothing from how long one takes. */
function mayBeTold(c: FlowContext): boolean {
  return c.shopper.customerId !== null || c.memory.proven.length > 0 || offersProof(c);
}

async function byName(c: FlowContext, name: string): Promise<OrderAccess> {
  if (!mayBeTold(c)) return { is: 'ask-proof', orderName: name };
  const known = c.memory.orders.find((o) => canonicalName(o.name) === canonicalName(name));
  const guessing = offersProof(c) && known === undefined;
  const may = guessing ? await mayGuess(c, canonicalName(name)) : { ok: true as const };
  if (!may.ok) return { is: 'limited', orderName: name, retryAfterMs: may.retryAfterMs };
  const found = (await c.shop.orders({ by: 'name', name })).filter((o) => canonicalName(o.name) === canonicalName(name));
  for (const order of found) {
    const proof = knownProof(c, order) ?? givenProof(c, order);
    if (proof !== null) return { is: 'granted', order, proof, others: [] };
  }
  if (offersProof(c)) return { is: 'not-matched', orderName: name };
  return c.shopper.customerId === null ? { is: 'ask-proof', orderName: name } : { is: 'not-yours', orderName: name };
}

async function byTracking(c: FlowContext, number: string): Promise<OrderAccess> {
  if (!mayBeTold(c)) return { is: 'not-matched', orderName: null };
  const wanted = canonicalTracking(number);
  const may = offersProof(c) ? await mayGuess(c, `tracking/${wanted}`) : { ok: true as const };
  if (!may.ok) return { is: 'limited', orderName: null, retryAfterMs: may.retryAfterMs };
  const same = (a: string | null) => a !== null && canonicalTracking(a) === wanted;
  const found = (await c.shop.orders({ by: 'tracking', number })).filter((o) => o.shipments.some((s) => same(s.trackingNumber)));
  for (const order of found) {
    const proof = knownProof(c, order) ?? givenProof(c, order);
    if (proof !== null) return { is: 'granted', order, proof, others: [] };
  }
  return { is: 'not-matched', orderName: null };
}

/** Someone who is not signed in and named no order in this message: what the conversation already proved, or a question. */
async function guestWithoutNumber(c: FlowContext): Promise<OrderAccess> {
  const pointed = pointedOrder(c);
  if (pointed === 'none') return { is: 'no-other' };
  if (pointed !== null) return byName(c, pointed.name);
  return { is: 'ask-number' };
}

async function customerWithoutNumber(c: FlowContext, customerId: string): Promise<OrderAccess> {
  const orders = (await c.shop.orders({ by: 'customer', customerId, limit: RECENT })).filter((o) => o.customerId === customerId);
  if (orders.length === 0) return { is: 'no-orders' };
  const proof: ProofOfPurchase = { by: 'signed-in', customerId };
  const pointed = pointAmong(c, orders);
  if (pointed === 'none') return { is: 'no-other' };
  if (pointed !== null) {
    const order = orders.find((o) => o.id === pointed.id);
    // An older order of the account, or one bought without signing in: proven here before.
    return order === undefined ? byName(c, pointed.name) : { is: 'granted', order, proof, others: [] };
  }
  const bought = boughtAs(c, orders);
  const underWay = orders.filter(isUnderWay);
  const fitting = bought.length > 0 ? bought : fittingIntent(c, orders, underWay);
  const [latest] = fitting.length > 0 ? fitting : orders;
  if (latest === undefined) return { is: 'no-orders' };
  const cancelled = orders.filter((o) => o.cancelledAt !== null && c.now - o.cancelledAt < CANCELLED_MS);
  const others = bought.length > 0 ? bought : [...underWay, ...cancelled];
  return { is: 'granted', order: latest, proof, others: others.filter((o) => o.id !== latest.id).slice(0, 4) };
}

/** The orders that hold what the shopper names ("where's my tent"): where that tells them apart. */
function boughtAs(c: FlowContext, orders: Order[]): Order[] {
  const said = new Set(terms(c.text).filter((t) => !/^\d+$/.test(t)));
  const holding = orders.filter((o) => o.lines.some((l) => terms(l.title).some((t) => said.has(t))));
  return holding.length < orders.length ? holding : [];
}

/** The orders a wish is most likely about, likeliest first. */
function fittingIntent(c: FlowContext, orders: Order[], underWay: Order[]): Order[] {
  switch (c.intent) {
    // Who asks for a parcel means one that has left, if any has.
    case 'order.tracking':
    case 'order.late':
      return [...underWay].sort((a, b) => Number(hasLeft(b)) - Number(hasLeft(a)));
    case 'order.cancelled':
      return orders.filter((o) => o.cancelledAt !== null);
    case 'refund.status':
      return orders.filter((o) => o.cancelledAt !== null || (o.refunded?.minor ?? 0) > 0);
    case 'order.delivered-not-received':
      return [...orders.filter((o) => o.shipments.some((s) => s.status === 'delivered')), ...underWay.filter(hasLeft)];
    default:
      return underWay;
  }
}

/** For a guest only orders proven in this conversation can be pointed at. */
function pointedOrder(c: FlowContext): { name: string } | 'none' | null {
  const { orders, focus } = c.memory;
  if (orders.length === 0) return null;
  const { reference } = c.perception;
  if (reference?.to === 'other') {
    return orders.filter((_, i) => i !== focus).at(-1) ?? 'none';
  }
  if (reference?.to === 'ordinal') return (reference.ordinal > 0 ? orders[reference.ordinal - 1] : orders.at(reference.ordinal)) ?? 'none';
  return focus === null ? null : (orders[focus] ?? null);
}

/** A customer's pointing: first at what this conversation told of, then at the account's orders, newest first. */
function pointAmong(c: FlowContext, orders: Order[]): { id: string; name: string } | 'none' | null {
  const { reference } = c.perception;
  const told = c.memory.orders.filter((o) => c.memory.proven.includes(o.id) || orders.some((own) => own.id === o.id));
  const focus = c.memory.focus === null ? undefined : c.memory.orders[c.memory.focus];
  const focused = told.find((o) => o.id === focus?.id);
  if (reference?.to === 'other') {
    const rest = [...told, ...orders].filter((o) => o.id !== focused?.id);
    return focused === undefined ? null : (rest[0] ?? 'none');
  }
  if (reference?.to === 'ordinal') {
    const list = told.length > 1 ? told : orders;
    return (reference.ordinal > 0 ? list[reference.ordinal - 1] : list.at(reference.ordinal)) ?? 'none';
  }
  return focused !== undefined && (reference?.to === 'same' || ABOUT_ORDERS.test(c.memory.lastIntent ?? '')) ? focused : null;
}

/** Intents under which a message that names nothing goes on about the same order. */
const ABOUT_ORDERS = /^(?:order|refund|return)\.|^policy\.returns$/;

function hasLeft(o: Order): boolean {
  return o.shipments.some((s) => s.status !== 'cancelled' && s.status !== 'pending');
}

/** Not cancelled, and not yet with the buyer. */
export function isUnderWay(o: Order): boolean {
  if (o.cancelledAt !== null) return false;
  return o.shipments.length === 0 || o.fulfilment !== 'fulfilled' || o.shipments.some((s) => s.status !== 'delivered' && s.status !== 'cancelled');
}
