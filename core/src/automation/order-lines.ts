import type { Order, Shipment } from '../contracts/index.js';
import { carrierName } from './carriers.js';
import type { FlowContext } from './flow.js';
import { titleOf } from './order-card.js';
import { stateOf } from './order-state.js';
import type { PhraseId } from './phrases/index.js';
import { say, type Say } from './say.js';

/** What is told of an order of which the host names no parcel. */
const NO_PARCEL: Readonly<Record<Order['fulfilment'], PhraseId>> = {
  'unfulfilled': 'order.not-shipped',
  'in-progress': 'order.not-shipped',
  'on-hold': 'order.on-hold',
  'partial': 'order.partly-shipped',
  'fulfilled': 'order.shipped-no-tracking',
};
const PAID: readonly Order['payment'][] = ['paid', 'partially-refunded', 'refunded'];

/** What is told of one order, by what was asked; every line rests on the evidence `on`. */
export function orderLines(c: FlowContext, order: Order, on: readonly string[]): Say[] {
  switch (c.intent) {
    case 'refund.status':
      return [placedLine(c, order, on), ...cancelledLines(c, order, on), refundLine(c, order, on)];
    case 'order.amount':
      return [placedLine(c, order, on), amountLine(c, order, on), ...((order.refunded?.minor ?? 0) > 0 ? [refundLine(c, order, on)] : [])];
    case 'order.cancelled':
      return order.cancelledAt === null
        ? [say('order.not-cancelled', { name: order.name }, on), ...statusLines(c, order, on)]
        : [...statusLines(c, order, on), say('order.cancel-reason'), say('human.offer')];
    default:
      return statusLines(c, order, on);
  }
}

/** One order in one line, for lists. */
export function orderInShort(c: FlowContext, order: Order, on: readonly string[]): Say {
  const live = order.shipments.filter((s) => s.status !== 'cancelled');
  const [only] = live;
  const values = { name: order.name, date: c.format.date(order.createdAt), state: stateOf(order, c.language) };
  const carrier = carrierName(only?.carrier ?? null, c.language);
  if (live.length !== 1 || only?.trackingNumber === null || only === undefined || carrier === null || order.cancelledAt !== null) return say('order.short', values, on);
  return say('order.short-tracked', { ...values, carrier, number: only.trackingNumber }, on);
}

function statusLines(c: FlowContext, order: Order, on: readonly string[]): Say[] {
  const lines = [placedLine(c, order, on)];
  if (order.cancelledAt !== null) return [...lines, ...cancelledLines(c, order, on), ...((order.refunded?.minor ?? 0) > 0 ? [refundLine(c, order, on)] : [])];
  const live = order.shipments.filter((s) => s.status !== 'cancelled');
  if (live.length === 0) {
    lines.push(say(NO_PARCEL[order.fulfilment], {}, on));
    if (order.payment === 'pending') lines.push(say('order.payment-pending', {}, on));
  } else if (order.fulfilment === 'partial') lines.push(say('order.partly-shipped', {}, on));
  for (const shipment of live) lines.push(...shipmentLines(c, shipment, on));
  return [...lines, ...troubleLines(c, live, on)];
}

/** What is due to somebody whose parcel is said to be there and is not, or whom the carrier could not reach. */
function troubleLines(c: FlowContext, live: readonly Shipment[], on: readonly string[]): Say[] {
  if (c.intent === 'order.delivered-not-received') {
    if (live.some((s) => s.status === 'delivered')) return [say('shipment.not-received'), say('human.offer')];
    return live.length === 0 ? [] : [say('shipment.not-delivered-yet', {}, on), say('human.offer')];
  }
  return live.some((s) => s.status === 'failed' || s.status === 'attempted') ? [say('shipment.trouble'), say('human.offer')] : [];
}

function placedLine(c: FlowContext, order: Order, on: readonly string[]): Say {
  const items = order.lines.slice(0, 5).map((l) => `${titleOf(l.title, l.variant)} × ${l.quantity}`).join(c.language === 'zh' ? '，' : ', ');
  return say('order.placed', { name: order.name, date: c.format.date(order.createdAt), items: order.lines.length > 5 ? `${items} …` : items }, on);
}

function cancelledLines(c: FlowContext, order: Order, on: readonly string[]): Say[] {
  return order.cancelledAt === null ? [] : [say('order.cancelled', { date: c.format.date(order.cancelledAt) }, on)];
}

function amountLine(c: FlowContext, order: Order, on: readonly string[]): Say {
  if (order.total === null) return say('order.total-unknown', {}, on);
  return say(PAID.includes(order.payment) ? 'order.paid-total' : 'order.total', { amount: c.format.money(order.total) }, on);
}

function refundLine(c: FlowContext, order: Order, on: readonly string[]): Say {
  const { refunded } = order;
  return refunded !== null && refunded.minor > 0 ? say('order.refunded', { amount: c.format.money(refunded) }, on) : say('order.not-refunded', {}, on);
}

function shipmentLines(c: FlowContext, s: Shipment, on: readonly string[]): Say[] {
  if (s.status === 'cancelled') return [];
  const known = carrierName(s.carrier, c.language);
  const carrier = known ?? (c.language === 'zh' ? '承运商' : 'the carrier');
  if (s.trackingNumber === null && s.status === 'in-transit') return [say('order.shipped-no-tracking', {}, on)];
  if (s.status === 'ready-for-pickup' && known === null && s.trackingNumber === null) return [say('shipment.pickup-here', {}, on)];
  const lines: Say[] = [
    s.status === 'delivered' && s.deliveredAt !== null ? say('shipment.delivered-on', { carrier: begun(c, carrier), date: c.format.date(s.deliveredAt) }, on) : say(`shipment.${s.status}`, { carrier: s.status === 'delivered' || s.status === 'attempted' || s.status === 'failed' ? begun(c, carrier) : carrier }, on),
    ...(s.trackingNumber === null || s.status === 'pending' ? [] : [say('shipment.number', { number: s.trackingNumber }, on)]),
  ];
  if (s.status !== 'delivered' && s.status !== 'failed' && s.estimatedAt !== null) lines.push(say('shipment.estimate', { date: c.format.date(s.estimatedAt) }, on));
  const scan = s.events.at(-1);
  const message = scan?.message ?? null;
  if (scan !== undefined && message !== null && s.status !== 'delivered') {
    lines.push(say('shipment.last-scan', { event: [message, scan.place].filter((x) => x !== null).join(', '), date: c.format.date(scan.at) }, on));
  }
  return lines;
}

/** At the head of a sentence. */
function begun(c: FlowContext, words: string): string {
  return c.language === 'en' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
