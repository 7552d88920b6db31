import { ParleyError, type Order } from '../contracts/index.js';
import { canonicalName, canonicalTracking, givenProof, knownProof, mayGuess, offersProof, type ProofOfPurchase } from './buyer-proof.js';
import type { FlowContext } from './flow.js';

/** Which order a message is about, and whether this shopper may hear of it. */
export type OrderAccess =
  | { is: 'granted'; order: Order; proof: ProofOfPurchase; others: Order[] }
  | { is: 'ask-number' }
  | { is: 'ask-proof'; orderName: string }
  | { is: 'not-matched'; orderName: string | null }
  | { is: 'not-yours'; orderName: string }
  | { is: 'limited' }
  | { is: 'no-orders' }
  | { is: 'no-other' }
  | { is: 'unavailable'; code: string };

const RECENT = 6;

/**
 * Finds the order a message means: named in it, pointed at ("the other one"), asked for before, or the
 * signed-in customer's latest. An order is handed on only with proof of purchase; whether an order
 * exists that was not proven is never told.
 */
export async function accessOrder(c: FlowContext): Promise<OrderAccess> {
  try {
    const name = namedOrder(c);
    if (name !== null) return await byName(c, name);
    const tracking = c.perception.entities.find((e) => e.kind === 'tracking');
    if (tracking !== undefined) return await byTracking(c, tracking.value);
    return c.shopper.customerId === null ? await guestWithoutNumber(c) : await customerWithoutNumber(c, c.shopper.customerId);
  } catch (e) {
    if (ParleyError.isInstance(e) && e.kind !== 'bug') return { is: 'unavailable', code: e.code };
    throw e;
  }
}

/** A number in the message, or the one we asked proof for, or one this conversation talked about. */
function namedOrder(c: FlowContext): string | null {
  const named = c.perception.entities.find((e) => e.kind === 'order');
  if (named !== undefined) return named.value;
  const { asked } = c.memory;
  if (asked?.need === 'proof' && asked.orderName !== null && offersProof(c)) return asked.orderName;
  if (asked?.need === 'order-number') {
    const number = c.perception.entities.find((e) => e.kind === 'number' && e.value.length >= 3);
    if (number !== undefined) return number.value;
  }
  return null;
}

async function byName(c: FlowContext, name: string): Promise<OrderAccess> {
  const known = c.memory.orders.find((o) => canonicalName(o.name) === canonicalName(name));
  const guessing = offersProof(c) && known === undefined;
  if (guessing && !(await mayGuess(c, canonicalName(name)))) return { is: 'limited' };
  const found = (await c.shop.orders({ by: 'name', name })).filter((o) => canonicalName(o.name) === canonicalName(name));
  for (const order of found) {
    const proof = knownProof(c, order) ?? givenProof(c, order);
    if (proof !== null) return { is: 'granted', order, proof, others: [] };
  }
  if (offersProof(c)) return { is: 'not-matched', orderName: name };
  return c.shopper.customerId === null ? { is: 'ask-proof', orderName: name } : { is: 'not-yours', orderName: name };
}

async function byTracking(c: FlowContext, number: string): Promise<OrderAccess> {
  const wanted = canonicalTracking(number);
  if (offersProof(c) && !(await mayGuess(c, `tracking/${wanted}`))) return { is: 'limited' };
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
  const underWay = orders.filter(isUnderWay);
  // Who asks for a parcel means one that has left, if any has.
  const open = c.intent === 'order.tracking' ? [...underWay].sort((a, b) => Number(hasLeft(b)) - Number(hasLeft(a))) : underWay;
  const [latest] = open.length > 0 ? open : orders;
  if (latest === undefined) return { is: 'no-orders' };
  return { is: 'granted', order: latest, proof, others: open.filter((o) => o.id !== latest.id).slice(0, 4) };
}

/** For a guest only orders proven in this conversation can be pointed at. */
function pointedOrder(c: FlowContext): { name: string } | 'none' | null {
  const { orders, focus } = c.memory;
  if (orders.length === 0) return null;
  const { reference } = c.perception;
  if (reference?.to === 'other') {
    const other = orders.filter((_, i) => i !== focus).at(-1);
    return other ?? null;
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
const ABOUT_ORDERS = /^(?:order|refund|return)\./;

function hasLeft(o: Order): boolean {
  return o.shipments.some((s) => s.status !== 'cancelled' && s.status !== 'pending');
}

/** Not cancelled, and not yet with the buyer. */
export function isUnderWay(o: Order): boolean {
  if (o.cancelledAt !== null) return false;
  return o.shipments.length === 0 || o.fulfilment !== 'fulfilled' || o.shipments.some((s) => s.status !== 'delivered' && s.status !== 'cancelled');
}
