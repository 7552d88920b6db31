import type { Delivery, InboundEvent, Order, Shipment, ShipmentStatus, Turn } from './index.js';

/** 3 November 2026, noon UTC: the present of the examples. */
export const T0 = Date.UTC(2026, 10, 3, 12);
export const DAY = 86_400_000;

/** Bytes that differ on every call and are the same in every run. */
export function countingRandom(seed = 1): (size: number) => Uint8Array {
  let state = seed >>> 0;
  return (size) =>
    Uint8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

/** A log that says nothing; tests that care pass one of their own. */
export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export function shipmentOf(status: ShipmentStatus, set: Partial<Shipment> = {}): Shipment {
  return { id: 'shipment-1', status, carrier: 'DHL', trackingNumber: 'JD014600', trackingUrl: 'https://dhl.example/JD014600', shippedAt: T0 - DAY, estimatedAt: T0 + DAY, deliveredAt: status === 'delivered' ? T0 : null, lines: [], events: [], ...set };
}

export function orderOf(set: Partial<Order> = {}): Order {
  return {
    id: 'order/1001', name: '#1001', createdAt: T0 - 3 * DAY, cancelledAt: null, customerId: 'customer-1', email: 'Ann@Example.com', phone: '+44 7911 123456', payment: 'paid', fulfilment: 'fulfilled',
    total: { minor: 129_900, currency: 'USD' }, refunded: null,
    lines: [
      { id: 'line-1', title: 'Trail lamp 200', variant: 'Black / 2 m', sku: 'TL-200', productId: 'product-1', quantity: 2, price: { minor: 64_950, currency: 'USD' }, image: null },
      { id: 'line-2', title: '300 g 手冲咖啡豆', variant: 'Default Title', sku: null, productId: 'product-2', quantity: 12, price: null, image: null },
    ],
    shipments: [], statusUrl: 'https://shop.example/orders/1', readAt: T0, ...set,
  };
}

/** A finished shopper's turn; `event`, `thought` and `reply` are whatever the test seals. */
export function turnOf(set: Partial<Turn> & Pick<Turn, 'id' | 'tenant' | 'installation' | 'mailbox' | 'seq' | 'sealKey' | 'event'>): Turn {
  return {
    connector: 'webchat', account: 'acme', kind: 'message', state: 'done', dueAt: T0, claim: null, attention: null, attempts: 1, merges: [], conversation: null, handoff: null, understood: null, decided: null, checked: null,
    thought: null, reply: null, intents: {}, deliveries: {}, hostAt: null, storedAt: T0, decidedAt: null, composedAt: null, doneAt: null, modelCostMicros: 0, resolution: null, steps: {}, release: 'test', ...set,
  };
}

/** A delivery to the channel that waits for its first send. */
export function deliveryOf(id: string, set: Partial<Delivery> = {}): Delivery {
  return { id, target: 'channel', order: 0, state: 'planned', key: `key/${id}`, epoch: 0, sealed: 'sealed', attempts: 0, dueAt: T0, claim: null, sendingAt: null, firstSendAt: null, hostId: null, deliveredAt: null, reason: null, ...set };
}

/** A shopper's message in a thread of the web chat. */
export function messageEvent(eventKey: string, text: string, set: { from?: string; hostThread?: string } = {}): InboundEvent {
  return {
    account: 'acme', eventKey, at: null, mailbox: { kind: 'thread', hostThread: set.hostThread ?? 'thread-1' },
    body: { type: 'message', from: { id: set.from ?? 'visitor-ann' }, message: { parts: [{ type: 'text', text }] }, hostMessageId: `m-${eventKey}` },
  };
}
