import { describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, FulfilmentStatus, Message, ShipmentStatus, type Language, type Order } from '../contracts/index.js';
import { orderOf, shipmentOf, T0 } from '../contracts/examples.fixture.js';
import { contextOf, entity, perceptionOf, shopWith } from './flow.fixture.js';
import { FlowResult, type FlowContext } from './flow.js';
import { formatFor } from './format.js';
import { orderCard } from './order-card.js';
import { orderFlow } from './order-flow.js';
import { phrase } from './phrases/index.js';

const ann = { tenant: 't', identity: 'ann', customerId: 'customer-1' };
const LANGUAGES: Language[] = ['en', 'zh'];

/** The flow's answer in words. */
async function answer(language: Language, orders: Order[], set: Partial<FlowContext> = {}, timeZone = 'Asia/Shanghai') {
  const c = contextOf({ language, shopper: ann, shop: shopWith({ orders }), format: formatFor(language, timeZone), ...set, perception: perceptionOf({ language, ...set.perception }) });
  const result = FlowResult.parse(await orderFlow.run(c));
  const text = result.say.map((s) => (s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values))).join('\n');
  return { result, text, phrases: result.say.map((s) => (s.kind === 'phrase' ? s.phrase : 'quote')) };
}

describe.each(LANGUAGES)('in %s every value is filled in', (language) => {
  it.each(ShipmentStatus.options)('of a parcel that is %s', async (status) => {
    for (const set of [{}, { trackingNumber: null }, { carrier: null }, { estimatedAt: null, deliveredAt: null }, { events: [{ at: T0, status, message: 'Scan 7', place: 'Leipzig' }] }]) {
      for (const fulfilment of FulfilmentStatus.options) {
        const { text, result } = await answer(language, [orderOf({ fulfilment, shipments: [shipmentOf(status, set)] })]);
        expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
        expect(result.outcome).toBe('answered');
        expect(result.evidence.map((e) => e.id)).toEqual(['order-1']);
      }
    }
  });
});

describe('it says the truth', () => {
  it('of a parcel that is only being prepared, tracking number or not', async () => {
    for (const trackingNumber of [null, 'JD014600']) {
      const { phrases } = await answer('en', [orderOf({ fulfilment: 'in-progress', shipments: [shipmentOf('pending', { trackingNumber })] })]);
      expect(phrases).toContain('shipment.pending');
      expect(phrases).not.toContain('order.shipped-no-tracking');
    }
  });
  it('of an order sent in part whose parcels the host does not name', async () => {
    expect((await answer('en', [orderOf({ fulfilment: 'partial', shipments: [] })])).phrases).toEqual(['order.placed', 'order.partly-shipped']);
  });
  it('of the day in the shop’s time zone, on the card as in the sentence', async () => {
    const { result, text } = await answer('zh', [orderOf({ createdAt: Date.UTC(2026, 9, 31, 20) })]);
    expect(text).toContain('2026年11月1日');
    expect(JSON.stringify(result.parts)).toContain('2026年11月1日');
  });
  it('of nothing that was refunded as a refund', async () => {
    expect((await answer('en', [orderOf({ refunded: { minor: 0, currency: 'USD' } })], { intent: 'refund.status' })).phrases).toEqual(['order.placed', 'order.not-refunded']);
  });
  it('and hands the proof on, to be remembered', async () => {
    const guest = { shopper: { tenant: 't', identity: 'g', customerId: null }, perception: perceptionOf({ entities: [entity('order', '1001'), entity('email', 'ANN@example.com')] }) };
    expect((await answer('en', [orderOf()], guest)).result.proof).toEqual({ email: 'ann@example.com', customerId: 'customer-1', orders: ['order/1001'] });
    expect((await answer('en', [orderOf()])).result.proof).toEqual({ customerId: 'customer-1', orders: ['order/1001'] });
    const memory = { ...EMPTY_MEMORY, orders: [{ id: 'order/1001', name: '#1001' }], focus: 0, proven: ['order/1001'] };
    expect((await answer('en', [orderOf()], { ...guest, memory, perception: perceptionOf() })).result.proof).toEqual({ customerId: 'customer-1', orders: ['order/1001'] });
  });
});

describe('the card', () => {
  it('is a message the contracts accept, however long a host’s texts are', () => {
    const long = 'x'.repeat(400);
    const order = orderOf({ name: long, lines: [{ ...orderOf().lines[0]!, title: long, variant: long, image: 'ftp://x/y' }], shipments: [shipmentOf('in-transit', { carrier: long, trackingNumber: long, trackingUrl: 'javascript:alert(1)' })], statusUrl: 'https://' });
    const card = orderCard(contextOf(), order);
    expect(Message.parse({ parts: [card] }).parts[0]).toEqual(card);
    expect(JSON.stringify(card)).not.toContain('javascript:');
  });
  it('and its buttons are accepted too', async () => {
    const long = `#${'9'.repeat(100)}`;
    const { result } = await answer('en', [orderOf({ fulfilment: 'unfulfilled' }), orderOf({ id: 'b', name: long, fulfilment: 'unfulfilled' })]);
    expect(Message.safeParse({ parts: result.parts }).success).toBe(true);
  });
  it('holds as many items, parcels and links as a card may', () => {
    const order = orderOf({ lines: Array.from({ length: 40 }, (_, n) => ({ ...orderOf().lines[0]!, id: `l${n}` })), shipments: Array.from({ length: 30 }, (_, n) => shipmentOf('in-transit', { id: `s${n}` })) });
    expect(Message.safeParse({ parts: [orderCard(contextOf(), order)] }).success).toBe(true);
  });
});
