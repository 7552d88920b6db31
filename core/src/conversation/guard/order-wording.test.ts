import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bug, FulfilmentStatus, PaymentStatus, ShipmentStatus, type Language, type Order, type Reply, type Shipment } from '../../contracts/index.js';
import { DAY, orderOf, shipmentOf, T0 } from '../../contracts/examples.fixture.js';
import { checkReply } from './check.js';
import { contextOf, perceptionOf, shopWith } from '../../automation/flow.fixture.js';
import { FLOWS, FlowResult, formatFor, phrase, type FlowContext } from '../../automation/index.js';

const ann = { tenant: 't', identity: 'ann', customerId: 'customer-1' };
const LANGUAGES: Language[] = ['en', 'zh'];

/** The flow's answer in words, and what the guard takes out of it. */
async function answer(language: Language, orders: Order[], set: Partial<FlowContext> = {}, timeZone = 'Asia/Shanghai') {
  const c = contextOf({ language, shopper: ann, shop: shopWith({ orders }), format: formatFor(language, timeZone), ...set, perception: perceptionOf({ language, ...set.perception }) });
  const flow = FLOWS.get('order');
  if (flow === undefined) throw new Bug('the order flow is gone', { code: 'test.no-flow' });
  const result = FlowResult.parse(await flow.run(c));
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
      lines: fc.array(fc.record({ title: word, quantity: fc.integer({ min: 1, max: 2_000 }), variant: fc.option(word) }).map((l) => ({ ...orderOf().lines[0]!, ...l })), { maxLength: 7 }),
      shipments: fc.array(fc.record({ status: fc.constantFrom(...ShipmentStatus.options), carrier: fc.option(word), trackingNumber: fc.option(fc.stringMatching(/^[A-Z0-9]{1,20}$/)) }).map((s) => shipmentOf(s.status, s)), { maxLength: 3 }),
    });
    await fc.assert(fc.asyncProperty(arbitrary, fc.constantFrom('order.status', 'refund.status', 'order.tracking'), async (set, intent) => {
      await whole(language, [orderOf(set)], { intent });
    }), { numRuns: 60 });
  });
});

describe('what the carrier says', () => {
  it.each([
    ['ready-for-pickup', '快件已送达丰巢柜，请及时取件'],
    ['in-transit', 'Out for delivery from the local depot'],
    ['attempted', 'Parcel was delivered to the wrong address, returning'],
    ['in-transit', '包裹正在派送中'],
  ] as const)('of a parcel that is %s is quoted whole: %s', async (status, message) => {
    const shipments = [shipmentOf(status, { events: [{ at: T0, status, message, place: null }] })];
    await whole('zh', [orderOf({ shipments })]);
    await whole('en', [orderOf({ shipments })]);
  });
});
