import type { Evidence, Memory, Order, Shipment } from '../contracts/index.js';
import { offersProof, type ProofOfPurchase } from './buyer-proof.js';
import { result, type Flow, type FlowContext, type FlowResult } from './flow.js';
import { accessOrder, type OrderAccess } from './order-access.js';
import { orderCard, titleOf } from './order-card.js';
import { phrase, type PhraseId } from './phrases/index.js';
import { say, type Say } from './say.js';

/** Where an order and its parcels stand, and what was refunded on it. Tells only the proven buyer. */
export const orderFlow: Flow = {
  id: 'order',
  async run(c) {
    const access = await accessOrder(c);
    return access.is === 'granted' ? tell(c, access.order, access.proof, access.others) : askOrRefuse(c, access);
  },
};

function tell(c: FlowContext, order: Order, proof: ProofOfPurchase, others: Order[]): FlowResult {
  const main: Evidence = { id: 'order-1', kind: 'order', order };
  const rest: Evidence[] = others.map((o, i) => ({ id: `order-${i + 2}`, kind: 'order', order: o }));
  const lines = c.intent === 'refund.status' ? refundLines(c, order) : statusLines(c, order);
  if (others.length > 0) {
    lines.push(say('order.others', { names: others.map((o) => o.name).join(c.language === 'zh' ? '、' : ', ') }, rest.map((e) => e.id)));
  }
  return result(c, {
    outcome: 'answered',
    reason: `an order told on proof: ${proof.by}`,
    say: lines,
    evidence: [main, ...rest],
    parts: [orderCard(c, order), ...otherButtons(others)],
    memory: remember(c.memory, order, others),
    proof: proof.by === 'email' ? { email: proof.email } : proof.by === 'phone' ? { phone: proof.phone } : proof.by === 'signed-in' ? { customerId: proof.customerId } : null,
  });
}

function otherButtons(others: Order[]) {
  return others.length === 0 ? [] : [{ type: 'buttons' as const, buttons: others.slice(0, 3).map((o) => ({ label: o.name.slice(0, 80), value: o.name.slice(0, 500) })) }];
}

function remember(memory: Memory, order: Order, others: Order[]): Memory {
  const orders = [...memory.orders];
  for (const o of [order, ...others]) if (!orders.some((known) => known.id === o.id)) orders.push({ id: o.id, name: o.name });
  const kept = orders.slice(-50);
  return {
    ...memory,
    orders: kept,
    focus: kept.findIndex((o) => o.id === order.id),
    proven: [...new Set([...memory.proven, order.id])].slice(-50),
    asked: null,
  };
}

/** What is told of an order of which the host names no parcel. */
const NO_PARCEL: Readonly<Record<Order['fulfilment'], PhraseId>> = {
  'unfulfilled': 'order.not-shipped',
  'in-progress': 'order.not-shipped',
  'on-hold': 'order.on-hold',
  'partial': 'order.partly-shipped',
  'fulfilled': 'order.shipped-no-tracking',
};

function statusLines(c: FlowContext, order: Order): Say[] {
  const on = ['order-1'];
  const lines = [placedLine(c, order)];
  if (order.cancelledAt !== null) {
    lines.push(say('order.cancelled', { date: c.format.date(order.cancelledAt) }, on));
    return [...lines, ...(order.refunded !== null && order.refunded.minor > 0 ? refundLines(c, order) : [])];
  }
  const live = order.shipments.filter((s) => s.status !== 'cancelled');
  if (live.length === 0) {
    lines.push(say(NO_PARCEL[order.fulfilment], {}, on));
    if (order.payment === 'pending') lines.push(say('order.payment-pending', {}, on));
  } else if (order.fulfilment === 'partial') lines.push(say('order.partly-shipped', {}, on));
  for (const shipment of live) lines.push(...shipmentLines(c, shipment));
  if (c.intent === 'order.delivered-not-received') lines.push(say('shipment.not-received'), say('human.offer'));
  else if (live.some((s) => s.status === 'failed' || s.status === 'attempted')) lines.push(say('shipment.trouble'), say('human.offer'));
  return lines;
}

function placedLine(c: FlowContext, order: Order): Say {
  const items = order.lines.slice(0, 5).map((l) => `${titleOf(l.title, l.variant)} × ${l.quantity}`).join(c.language === 'zh' ? '，' : ', ');
  return say('order.placed', { name: order.name, date: c.format.date(order.createdAt), items: order.lines.length > 5 ? `${items} …` : items }, ['order-1']);
}

function shipmentLines(c: FlowContext, s: Shipment): Say[] {
  if (s.status === 'cancelled') return [];
  const on = ['order-1'];
  const unknown = c.language === 'zh' ? '未登记' : 'not on record';
  const carrier = s.carrier ?? (c.language === 'zh' ? '承运商' : 'the carrier');
  if (s.trackingNumber === null && s.status === 'in-transit') return [say('order.shipped-no-tracking', {}, on)];
  const values = { carrier, number: s.trackingNumber ?? unknown };
  const lines: Say[] = [
    s.status === 'delivered' && s.deliveredAt !== null
      ? say('shipment.delivered-on', { ...values, date: c.format.date(s.deliveredAt) }, on)
      : say(`shipment.${s.status}`, values, on),
  ];
  if (s.status !== 'delivered' && s.status !== 'failed' && s.estimatedAt !== null) lines.push(say('shipment.estimate', { date: c.format.date(s.estimatedAt) }, on));
  const scan = s.events.at(-1);
  const message = scan?.message ?? null;
  if (scan !== undefined && message !== null && s.status !== 'delivered') {
    lines.push(say('shipment.last-scan', { event: [message, scan.place].filter((x) => x !== null).join(', '), date: c.format.date(scan.at) }, on));
  }
  return lines;
}

function refundLines(c: FlowContext, order: Order): Say[] {
  const { refunded } = order;
  const line = refunded !== null && refunded.minor > 0 ? say('order.refunded', { amount: c.format.money(refunded) }, ['order-1']) : say('order.not-refunded', {}, ['order-1']);
  return c.intent === 'refund.status' ? [placedLine(c, order), line] : [line];
}

/** Everything that is not a told order: a question back, or a refusal that gives nothing away. */
export function askOrRefuse(c: FlowContext, access: Exclude<OrderAccess, { is: 'granted' }>): FlowResult {
  const asking = (need: 'order-number' | 'proof' | 'offer-human', orderName: string | null): Memory => ({ ...c.memory, asked: { flow: 'order', intent: c.intent, need, orderName } });
  const offer = [{ type: 'buttons' as const, buttons: [humanButton(c)] }];
  switch (access.is) {
    case 'ask-number':
      return result(c, { outcome: 'asked', reason: 'no order is named and nobody is signed in', say: [say('ask.order-number')], memory: asking('order-number', null) });
    case 'ask-proof':
      return result(c, { outcome: 'asked', reason: 'the order is named, the buyer is not proven', say: [say('ask.proof', { name: access.orderName })], memory: asking('proof', access.orderName) });
    case 'not-yours':
      return result(c, { outcome: 'asked', reason: 'the order is not in the signed-in account', say: [say('order.not-yours', { name: access.orderName })], memory: asking('proof', access.orderName) });
    case 'not-matched':
      return result(c, {
        outcome: 'asked',
        reason: 'number and proof do not belong together, or there is no such order',
        say: [say(offersProof(c) ? 'proof.failed' : 'ask.proof-any')],
        memory: asking(access.orderName === null ? 'order-number' : 'proof', access.orderName),
        parts: offer,
      });
    case 'limited':
      return result(c, { outcome: 'asked', reason: 'too many guesses at proof of purchase', say: [say('proof.limited'), say('human.offer')], memory: asking('offer-human', null), parts: offer });
    case 'no-orders':
      return result(c, { outcome: 'answered', reason: 'the signed-in account has no orders', say: [say('order.none')] });
    case 'no-other':
      return result(c, { outcome: 'asked', reason: 'no other order to point at', say: [say('order.no-other'), say('ask.order-number')], memory: asking('order-number', null) });
    case 'unavailable':
      return result(c, { outcome: 'unknown', reason: `the shop's records are out of reach: ${access.code}`, say: [say('shop.unavailable')], memory: asking('offer-human', null), parts: offer });
  }
}

export function humanButton(c: FlowContext): { label: string; value: string } {
  return { label: phrase(c.language, 'button.human'), value: c.language === 'zh' ? '转人工' : 'I want to talk to a person' };
}
