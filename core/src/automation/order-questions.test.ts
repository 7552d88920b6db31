import { describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, Message, type Memory, type Order } from '../contracts/index.js';
import { orderOf, shipmentOf, T0 } from '../contracts/examples.fixture.js';
import { carrierName } from './carriers.js';
import { contextOf, entity, perceptionOf, shopWith } from './flow.fixture.js';
import { FlowResult, type FlowContext } from './flow.js';
import { formatFor } from './format.js';
import { orderFlow } from './order-flow.js';
import { phrase } from './phrases/index.js';

const ann = { tenant: 't', identity: 'ann', customerId: 'customer-1' };
const guest = { tenant: 't', identity: 'guest', customerId: null };
const tent = orderOf({ lines: [{ ...orderOf().lines[0]!, title: 'Two-Person Tent' }], shipments: [shipmentOf('in-transit')] });
const lamp = orderOf({ id: 'order/1002', name: '#1002', lines: [{ ...orderOf().lines[0]!, title: 'Desk Lamp' }], fulfilment: 'unfulfilled', shipments: [] });
const called = orderOf({ id: 'order/1003', name: '#1003', lines: [{ ...orderOf().lines[0]!, title: 'Wool Blanket' }], cancelledAt: T0 - 86_400_000, refunded: { minor: 2_500, currency: 'USD' }, shipments: [] });
const foreign = orderOf({ id: 'order/2001', name: '#2001', customerId: 'customer-2', email: 'bob@example.com', phone: null });
const all = [lamp, tent, called, foreign];

async function ask(text: string, set: Partial<FlowContext> & { entities?: ReturnType<typeof entity>[] } = {}) {
  const { entities = [], language = 'en', ...rest } = set;
  const c = contextOf({ text, language, shopper: ann, shop: shopWith({ orders: all }), format: formatFor(language, 'UTC'), ...rest, perception: perceptionOf({ language, entities }) });
  const result = FlowResult.parse(await orderFlow.run(c));
  expect(Message.safeParse({ parts: [{ type: 'text', text: 'x' }, ...result.parts] }).success).toBe(true);
  return { result, said: result.say.map((s) => (s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values))).join(' '), phrases: result.say.map((s) => (s.kind === 'phrase' ? s.phrase : 'quote')) };
}

describe('several orders at once', () => {
  it.each([
    ['both orders, where are they', {}],
    ['我两个订单都到哪了', { language: 'zh' as const }],
    ['show me', { intent: 'order.list' }],
  ])('%s: all of the account, a line and a card each, each on its own evidence', async (text, set) => {
    const { result } = await ask(text.replace('both orders', 'both my orders'), set);
    expect(result.say.map((s) => s.evidence)).toEqual([['order-1'], ['order-2'], ['order-3']]);
    expect(result.parts).toHaveLength(3);
    expect(result.memory.orders.map((o) => o.name)).toEqual(['#1002', '#1001', '#1003']);
  });
  it('named by number, with what may not be told left out by name', async () => {
    const { said, result } = await ask('1001和2001', { language: 'zh', entities: [entity('number', '1001'), entity('number', '2001')] });
    expect(result.evidence.map((e) => (e.kind === 'order' ? e.order.name : ''))).toEqual(['#1001']);
    expect(said).toContain('#2001');
    expect(said).not.toContain('bob');
  });
  it('of a guest are only those proven here', async () => {
    const proven = (orders: Order[]): Memory => ({ ...EMPTY_MEMORY, orders: orders.map(({ id, name }) => ({ id, name })), focus: 0, proven: orders.map((o) => o.id), lastIntent: 'order.status' });
    expect((await ask('all my orders', { shopper: guest, memory: proven([tent, lamp]) })).result.evidence).toHaveLength(2);
    expect((await ask('all my orders', { shopper: guest })).phrases).toEqual(['ask.order-number']);
    expect((await ask('order 1001 and 1002', { shopper: guest, entities: [entity('order', '1001'), entity('order', '1002')] })).phrases).toEqual(['ask.proof']);
  });
  it('are what an ordinal counts from then on', async () => {
    const before: Memory = { ...EMPTY_MEMORY, orders: [{ id: called.id, name: called.name }], focus: 0, proven: [called.id], lastIntent: 'order.status' };
    const { result } = await ask('1001, 1002', { memory: before, entities: [entity('order', '1001'), entity('order', '1002')] });
    expect(result.memory.orders.map((o) => o.name)).toEqual(['#1001', '#1002', '#1003']);
  });
  it('asked for by a guest with the e-mail address of one', async () => {
    const { result } = await ask('1001, 2001 ann@example.com', { shopper: guest, entities: [entity('order', '1001'), entity('order', '2001'), entity('email', 'ann@example.com')] });
    expect(result.evidence).toHaveLength(1);
    expect(result.proof).toEqual({ email: 'ann@example.com', customerId: 'customer-1', orders: [tent.id] });
  });
});

describe('the order that is meant', () => {
  it.each([
    ["where's my tent", 'order.status', '#1001'],
    ['where is my order', 'order.status', '#1002'],
    ['tracking number?', 'order.tracking', '#1001'],
    ['why was my order cancelled', 'order.cancelled', '#1003'],
    ['where is my refund', 'refund.status', '#1003'],
  ])('by "%s" is told', async (text, intent, name) => {
    const { result } = await ask(text, { intent });
    expect(result.evidence[0]).toMatchObject({ order: { name } });
  });
  it('for a guest who asks for another is not made up', async () => {
    const memory: Memory = { ...EMPTY_MEMORY, orders: [{ id: tent.id, name: tent.name }], focus: 0, proven: [tent.id], lastIntent: 'order.status' };
    const c = contextOf({ text: 'and the other one?', shopper: guest, shop: shopWith({ orders: all }), memory, perception: perceptionOf({ reference: { to: 'other' } }) });
    expect((await orderFlow.run(c)).say.map((s) => (s.kind === 'phrase' ? s.phrase : ''))).toEqual(['order.no-other', 'ask.order-number']);
  });
});

describe('what is told of it', () => {
  it('is what was paid', async () => {
    expect((await ask('how much did I pay', { intent: 'order.amount', shop: shopWith({ orders: [tent] }) })).phrases).toEqual(['order.placed', 'order.paid-total']);
    expect((await ask('how much', { intent: 'order.amount', shop: shopWith({ orders: [{ ...tent, payment: 'pending' }] }) })).phrases).toContain('order.total');
    expect((await ask('how much', { intent: 'order.amount', shop: shopWith({ orders: [{ ...tent, total: null }] }) })).phrases).toContain('order.total-unknown');
  });
  it('is that it was cancelled and refunded, and that the reason is not known', async () => {
    expect((await ask('why cancelled', { intent: 'order.cancelled' })).phrases).toEqual(expect.arrayContaining(['order.cancelled', 'order.refunded', 'order.cancel-reason', 'human.offer']));
    expect((await ask('why cancelled', { intent: 'order.cancelled', shop: shopWith({ orders: [tent] }) })).phrases[0]).toBe('order.not-cancelled');
  });
  it('names a recent cancellation beside what is under way', async () => expect((await ask('where is my order')).said).toContain('#1003 (Cancelled)'));
  it('never says sorry for a parcel nobody has handed over', async () => {
    const missing = async (order: Order) => (await ask('I never got it', { intent: 'order.delivered-not-received', shop: shopWith({ orders: [order] }) })).phrases;
    expect(await missing(orderOf({ shipments: [shipmentOf('delivered')] }))).toContain('shipment.not-received');
    expect(await missing(tent)).toEqual(expect.arrayContaining(['shipment.not-delivered-yet']));
    expect(await missing(lamp)).toEqual(['order.placed', 'order.not-shipped']);
  });
  it('has no carrier where a shopper picks it up at the shop', async () => {
    const { said } = await ask('is it ready', { shop: shopWith({ orders: [orderOf({ shipments: [shipmentOf('ready-for-pickup', { carrier: null, trackingNumber: null, estimatedAt: null, events: [] })] })] }) });
    expect(said).not.toMatch(/carrier|Tracking/);
  });
  it('quotes the carrier’s entry as the carrier’s, whatever its language', async () => {
    const scan = shipmentOf('in-transit', { events: [{ at: T0, status: 'in-transit', message: '已到达杭州', place: null }] });
    expect((await ask('where is it', { shop: shopWith({ orders: [orderOf({ shipments: [scan] })] }) })).said).toMatch(/carrier \(.+\): “已到达杭州”/);
  });
});

describe('a carrier', () => {
  it.each([
    ['SF Express', 'zh', '顺丰速运'],
    ['顺丰', 'en', 'SF Express'],
    ['UPS', 'zh', 'UPS'],
    ['Other', 'en', null],
    [' ', 'zh', null],
    [null, 'en', null],
  ] as const)('%s in %s is %s', (carrier, language, name) => expect(carrierName(carrier, language)).toBe(name));
});

describe('too many tries', () => {
  it('are told with the time to wait, again and again, and nothing is looked up meanwhile', async () => {
    const shop = shopWith({ orders: all });
    const c = (email: string, memory: Memory) => contextOf({ text: email, shopper: guest, shop, rates: limited, memory, perception: perceptionOf({ entities: [entity('email', email)] }) });
    const limited = { take: () => Promise.resolve({ ok: false as const, retryAfterMs: 11 * 60_000 }) };
    let memory: Memory = { ...EMPTY_MEMORY, asked: { flow: 'order', intent: 'order.status', need: 'proof', orderName: '1001' } };
    for (const email of ['x@example.com', 'ann@example.com', 'ann@example.com']) {
      const r = await orderFlow.run(c(email, memory));
      expect(r.say).toMatchObject([{ phrase: 'proof.limited', values: { wait: 'a quarter of an hour' } }]);
      memory = r.memory;
    }
    expect(shop.asked).toEqual([]);
  });
});
