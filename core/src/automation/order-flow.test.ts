import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_MEMORY, FulfilmentStatus, Message, PaymentStatus, ShipmentStatus, type Language, type Order, type Reply, type Shipment } from '../contracts/index.js';
import { DAY, orderOf, shipmentOf, T0 } from '../contracts/examples.fixture.js';
import { checkReply } from '../conversation/guard/check.js';
import { contextOf, entity, perceptionOf, shopWith } from './flow.fixture.js';
import { FlowResult, type FlowContext } from './flow.js';
import { formatFor } from './format.js';
import { orderCard } from './order-card.js';
import { orderFlow } from './order-flow.js';
import { phrase } from './phrases/index.js';

const ann = { tenant: 't', identity: 'ann', customerId: 'customer-1' };
const LANGUAGES: Language[] = ['en', 'zh'];

/** The flow's answer in words, and what the guard takes out of it. */
async function answer(language: Language, orders: Order[], set: Partial<FlowContext> = {}, timeZone = 'Asia/Shanghai') {
  const c = contextOf({ language, shopper: ann, shop: shopWith({ orders }), format: formatFor(language, timeZone), ...set, perception: perceptionOf({ language, ...set.perception }) });
  const result = FlowResult.parse(await orderFlow.run(c));
  const reply: Reply = { language, sentences: result.say.map((s) => ({ text: s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values), evidence: s.evidence, receipts: [] })), parts: result.parts };
  const checked = checkReply(reply, { evidence: result.evidence, receipts: [], shopperText: c.text, forbidden: [], timeZone });
  return { result, text: reply.sentences.map((s) => s.text).join('\n'), removed: checked.removed.map((r) => `${r.fault}: ${r.sentence.text}`), phrases: result.say.map((s) => (s.kind === 'phrase' ? s.phrase : 'quote')) };
}

/** Everything it says passes the guard, and no placeholder is left open. */
async function whole(language: Language, orders: Order[], set: Partial<FlowContext> = {}) {
  const a = await answer(language, orders, set);
  expect(a.removed).toEqual([]);
  expect(a.text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
  return a;
}

const scans = [{ at: T0, status: 'in-transit' as const, message: 'Arrived at hub 27', place: 'Leipzig, DE 04158' }];
const variants: [string, Partial<Shipment>][] = [
  ['everything known', {}],
  ['a scan', { events: scans }],
  ['no tracking number', { trackingNumber: null }],
  ['no carrier', { carrier: null }],
  ['no dates', { estimatedAt: null, deliveredAt: null }],
  ['nothing known', { trackingNumber: null, carrier: null, estimatedAt: null, deliveredAt: null, shippedAt: null }],
];

describe.each(LANGUAGES)('in %s every word of it stands', (language) => {
  describe.each(ShipmentStatus.options)('of a parcel that is %s', (status) => {
    it.each(variants)('with %s', async (_, set) => {
      for (const fulfilment of ['fulfilled', 'partial'] as const) {
        const { result } = await whole(language, [orderOf({ fulfilment, shipments: [shipmentOf(status, set)] })]);
        expect(result.outcome).toBe('answered');
      }
    });
  });
  it.each(FulfilmentStatus.options)('of an order without parcels that is %s', async (fulfilment) => {
    for (const payment of PaymentStatus.options) await whole(language, [orderOf({ fulfilment, payment })]);
    await whole(language, [orderOf({ fulfilment, shipments: [shipmentOf('cancelled')] })]);
  });
  it('of a cancelled order, refunded or not, in part or in full', async () => {
    for (const refunded of [null, { minor: 0, currency: 'USD' }, { minor: 50, currency: 'USD' }, { minor: 129_900, currency: 'USD' }, { minor: 1_234_567, currency: 'JPY' }, { minor: 1_234_567, currency: 'KWD' }]) {
      for (const intent of ['order.status', 'refund.status']) {
        await whole(language, [orderOf({ cancelledAt: T0 - DAY, refunded, payment: refunded === null ? 'paid' : 'refunded', fulfilment: 'unfulfilled' })], { intent });
        await whole(language, [orderOf({ refunded, payment: 'partially-refunded', shipments: [shipmentOf('delivered')] })], { intent });
      }
    }
  });
  it('of several parcels, each in another state', async () => {
    const shipments = ShipmentStatus.options.map((status, n) => shipmentOf(status, { id: `s${n}`, trackingNumber: `JD01460${n}`, carrier: n % 2 === 0 ? 'DHL' : '顺丰速运' }));
    const { text } = await whole(language, [orderOf({ fulfilment: 'partial', shipments })]);
    for (const s of shipments) if (!['cancelled', 'pending'].includes(s.status)) expect(text).toContain(s.trackingNumber);
  });
  it('of other orders under way, however many', async () => {
    const orders = Array.from({ length: 6 }, (_, n) => orderOf({ id: `order/${n}`, name: `#100${n}`, fulfilment: 'unfulfilled' }));
    const { result, text } = await whole(language, orders);
    for (const n of [0, 1, 2, 3, 4]) expect(text).toContain(`#100${n}`);
    expect(result.memory.orders.map((o) => o.name)).toEqual(['#1000', '#1001', '#1002', '#1003', '#1004']);
    expect(result.memory.focus).toBe(0);
    expect(result.memory.proven).toEqual(['order/0']);
  });
  it('of order names that end and begin with digits, and of many lines', async () => {
    const lines = Array.from({ length: 9 }, (_, n) => ({ ...orderOf().lines[0]!, id: `l${n}`, title: `Box ${n * 111}`, variant: n % 2 ? `${n}00 ml` : null, quantity: n + 1 }));
    await whole(language, [orderOf({ name: '123', lines }), orderOf({ id: 'b', name: '456', fulfilment: 'unfulfilled' }), orderOf({ id: 'c', name: '789', fulfilment: 'unfulfilled' })]);
  });
  it('of a parcel that is not there although it is said to be', async () => {
    const { phrases } = await whole(language, [orderOf({ shipments: [shipmentOf('delivered')] })], { intent: 'order.delivered-not-received' });
    expect(phrases).toEqual(expect.arrayContaining(['shipment.delivered-on', 'shipment.not-received', 'human.offer']));
  });
  it('whatever the titles and numbers of the order are', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 .,()%/\-\u4e00-\u4e20]{1,30}$/);
    const money = fc.record({ minor: fc.nat(10 ** 9), currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CNY', 'RSD') });
    const arbitrary = fc.record({
      name: fc.stringMatching(/^#?[A-Z0-9]{1,8}$/), createdAt: fc.integer({ min: T0 - 900 * DAY, max: T0 }), refunded: fc.option(money), fulfilment: fc.constantFrom(...FulfilmentStatus.options),
      lines: fc.array(fc.record({ title: word, quantity: fc.integer({ min: 1, max: 2_000 }), variant: fc.option(word) }).map((l, n) => ({ ...orderOf().lines[0]!, ...l, id: `l${String(n)}` })), { maxLength: 7 }),
      shipments: fc.array(fc.record({ status: fc.constantFrom(...ShipmentStatus.options), carrier: fc.option(word), trackingNumber: fc.option(fc.stringMatching(/^[A-Z0-9]{1,20}$/)) }).map((s) => shipmentOf(s.status, s)), { maxLength: 3 }),
    });
    await fc.assert(fc.asyncProperty(arbitrary, fc.constantFrom('order.status', 'refund.status', 'order.tracking'), async (set, intent) => void (await whole(language, [orderOf(set)], { intent }))), { numRuns: 60 });
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
    expect((await answer('en', [orderOf()], guest)).result.proof).toEqual({ email: 'ann@example.com' });
    expect((await answer('en', [orderOf()])).result.proof).toEqual({ customerId: 'customer-1' });
    const memory = { ...EMPTY_MEMORY, orders: [{ id: 'order/1001', name: '#1001' }], focus: 0, proven: ['order/1001'] };
    expect((await answer('en', [orderOf()], { ...guest, memory, perception: perceptionOf() })).result.proof).toBeNull();
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
