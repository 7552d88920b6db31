import { describe, expect, it } from '@jest/globals';
import { Bug, EMPTY_MEMORY, Rejected, Retryable, type Memory, type Order } from '../contracts/index.js';
import { orderOf, shipmentOf, T0 } from '../contracts/examples.fixture.js';
import { contextOf, entity, perceptionOf, shopWith } from './flow.fixture.js';
import type { FlowContext } from './flow.js';
import { accessOrder } from './order-access.js';
import { orderFlow } from './order-flow.js';

const order = orderOf({ shipments: [shipmentOf('in-transit')] });
const second = orderOf({ id: 'order/1002', name: '#1002', shipments: [shipmentOf('delivered', { trackingNumber: 'JD014601' })] });
const third = orderOf({ id: 'order/1003', name: '#1003', fulfilment: 'unfulfilled' });
const foreign = orderOf({ id: 'order/2001', name: '#2001', customerId: 'customer-2', email: 'bob@example.com', phone: '+86 13800138000', shipments: [shipmentOf('in-transit', { trackingNumber: 'SF1234567890123' })] });
const all = [order, second, third, foreign];

const ann = { tenant: 't', identity: 'ann', customerId: 'customer-1' };
const seen = (orders: Order[], focus: number | null, set: Partial<Memory> = {}): Memory => ({ ...EMPTY_MEMORY, orders: orders.map(({ id, name }) => ({ id, name })), focus, proven: orders.map((o) => o.id), lastIntent: 'order.status', ...set });
const asking = (set: Partial<FlowContext> & { entities?: ReturnType<typeof entity>[]; reference?: FlowContext['perception']['reference'] }): FlowContext => {
  const { entities = [], reference = null, ...rest } = set;
  return contextOf({ shop: shopWith({ orders: all }), ...rest, perception: perceptionOf({ entities, reference }) });
};
const toldOf = async (c: FlowContext) => {
  const access = await accessOrder(c);
  return access.is === 'granted' ? access.order.name : access.is;
};

describe('a guest', () => {
  it('is asked for the number, then for proof', async () => {
    expect(await accessOrder(asking({}))).toEqual({ is: 'ask-number' });
    expect(await accessOrder(asking({ entities: [entity('order', '1001')] }))).toEqual({ is: 'ask-proof', orderName: '1001' });
  });
  it.each([
    ['e-mail in another case', entity('email', 'ann@example.COM'), 'email'],
    ['phone with country code', entity('phone', '+447911123456'), 'phone'],
    ['phone as typed at home', entity('phone', '07911123456'), 'phone'],
  ])('is told on %s', async (_, proof, by) => {
    expect(await accessOrder(asking({ entities: [entity('order', '1001'), proof] }))).toMatchObject({ is: 'granted', order: { id: order.id }, proof: { by } });
  });
  it.each(['07911', '11123456', '+447911123457', '23456'])('is told nothing on the wrong or partial phone %s', async (phone) => {
    expect(await accessOrder(asking({ entities: [entity('order', '1001'), entity('phone', phone)] }))).toEqual({ is: 'not-matched', orderName: '1001' });
  });
  it('is told nothing on an e-mail where the order has none', async () => {
    const anonymous = { ...order, email: null, phone: null, customerId: null };
    expect((await accessOrder(asking({ shop: shopWith({ orders: [anonymous] }), entities: [entity('order', '1001'), entity('email', 'ann@example.com')] }))).is).toBe('not-matched');
    expect((await accessOrder(asking({ shop: shopWith({ orders: [anonymous] }), entities: [entity('order', '1001')] }))).is).toBe('ask-proof');
  });
  it('gives the number after being asked, as a bare number of three digits or more', async () => {
    const memory: Memory = { ...EMPTY_MEMORY, asked: { flow: 'order', intent: 'order.status', need: 'order-number', orderName: null } };
    expect(await accessOrder(asking({ memory, entities: [entity('number', '1001')] }))).toEqual({ is: 'ask-proof', orderName: '1001' });
    expect(await accessOrder(asking({ memory, entities: [entity('number', '12')] }))).toEqual({ is: 'ask-number' });
  });
  it('gives the proof after being asked', async () => {
    const memory: Memory = { ...EMPTY_MEMORY, asked: { flow: 'order', intent: 'order.status', need: 'proof', orderName: '1001' } };
    expect(await toldOf(asking({ memory, entities: [entity('email', 'ann@example.com')] }))).toBe('#1001');
    expect(await toldOf(asking({ memory, entities: [entity('email', 'bob@example.com')] }))).toBe('not-matched');
  });
  it('may point only at what was proven here', async () => {
    const memory = seen([order, second], 0);
    expect(await toldOf(asking({ memory }))).toBe('#1001');
    expect(await toldOf(asking({ memory, reference: { to: 'same' } }))).toBe('#1001');
    expect(await toldOf(asking({ memory, reference: { to: 'other' } }))).toBe('#1002');
    expect(await toldOf(asking({ memory, reference: { to: 'ordinal', ordinal: 2 } }))).toBe('#1002');
    expect(await toldOf(asking({ memory, reference: { to: 'ordinal', ordinal: -1 } }))).toBe('#1002');
    expect(await toldOf(asking({ memory, reference: { to: 'ordinal', ordinal: 3 } }))).toBe('no-other');
    expect(await toldOf(asking({ memory: { ...memory, proven: [] }, reference: { to: 'same' } }))).toBe('ask-proof');
  });
});

describe('a signed-in customer', () => {
  it('is told the order under way that is newest, with the others named', async () => {
    const access = await accessOrder(asking({ shopper: ann }));
    expect(access).toMatchObject({ is: 'granted', order: { name: '#1001' }, proof: { by: 'signed-in', customerId: 'customer-1' } });
    expect(access.is === 'granted' ? access.others.map((o) => o.name) : []).toEqual(['#1003']);
  });
  it('is told of a parcel that has left before one that has not', async () => {
    const shop = shopWith({ orders: [third, order] });
    expect(await toldOf(asking({ shopper: ann, shop }))).toBe('#1003');
    expect(await toldOf(asking({ shopper: ann, shop, intent: 'order.tracking' }))).toBe('#1001');
  });
  it('is told nothing of another account, unless proven like a guest', async () => {
    expect(await accessOrder(asking({ shopper: ann, entities: [entity('order', '2001')] }))).toEqual({ is: 'not-yours', orderName: '2001' });
    expect(await toldOf(asking({ shopper: ann, entities: [entity('order', '2001'), entity('email', 'bob@example.com')] }))).toBe('#2001');
  });
  it('is believed only for orders that carry the very id, whatever a host returns', async () => {
    const shop = { ...shopWith({}), orders: () => Promise.resolve([foreign, { ...third, customerId: null }]) };
    expect(await accessOrder(asking({ shopper: ann, shop }))).toEqual({ is: 'no-orders' });
  });
  it('points at what was told, the list, the last and the other', async () => {
    const memory = seen([order, third], 0);
    expect(await toldOf(asking({ shopper: ann, memory, reference: { to: 'other' } }))).toBe('#1003');
    expect(await toldOf(asking({ shopper: ann, memory, reference: { to: 'same' } }))).toBe('#1001');
    expect(await toldOf(asking({ shopper: ann, memory, reference: { to: 'ordinal', ordinal: 2 } }))).toBe('#1003');
    expect(await toldOf(asking({ shopper: ann, memory: EMPTY_MEMORY, reference: { to: 'ordinal', ordinal: 2 } }))).toBe('#1002');
    expect(await toldOf(asking({ shopper: ann, memory: EMPTY_MEMORY, reference: { to: 'ordinal', ordinal: -1 } }))).toBe('#1003');
    expect(await toldOf(asking({ shopper: ann, memory, reference: { to: 'ordinal', ordinal: 9 } }))).toBe('no-other');
    const alone = shopWith({ orders: [order] });
    expect(await toldOf(asking({ shopper: ann, shop: alone, memory: seen([order], 0), reference: { to: 'other' } }))).toBe('no-other');
  });
  it('goes on about an order that was proven here and is not among the account’s latest', async () => {
    const memory = seen([foreign], 0);
    expect(await toldOf(asking({ shopper: ann, memory, reference: { to: 'same' } }))).toBe('#2001');
    expect(await toldOf(asking({ shopper: ann, memory }))).toBe('#2001');
    expect(await toldOf(asking({ shopper: ann, memory: seen([foreign, order], 1), reference: { to: 'other' } }))).toBe('#2001');
    expect(await toldOf(asking({ shopper: ann, memory: seen([foreign, order], 1), reference: { to: 'ordinal', ordinal: 1 } }))).toBe('#2001');
  });
  it('goes on about the same order after asking for its refund', async () => {
    expect(await toldOf(asking({ shopper: ann, memory: seen([order, third], 1, { lastIntent: 'refund.status' }) }))).toBe('#1003');
  });
});

describe('a tracking number', () => {
  it('finds the buyer’s order however it is punctuated', async () => {
    expect(await toldOf(asking({ shopper: ann, entities: [entity('tracking', 'JD-014600')] }))).toBe('#1001');
    expect(await toldOf(asking({ entities: [entity('tracking', 'JD014600'), entity('email', 'ann@example.com')] }))).toBe('#1001');
  });
  it('proves nothing by itself', async () => {
    expect(await toldOf(asking({ entities: [entity('tracking', 'JD014600')] }))).toBe('not-matched');
    expect(await toldOf(asking({ shopper: ann, entities: [entity('tracking', 'SF1234567890123')] }))).toBe('not-matched');
  });
  it('is not said to mismatch an e-mail that nobody gave', async () => {
    const reply = await orderFlow.run(asking({ shopper: ann, entities: [entity('tracking', 'SF1234567890123')] }));
    expect(reply.say).toMatchObject([{ phrase: 'ask.proof-any' }]);
  });
});

/** What a shopper sees must not depend on whether the order exists. */
describe('existing but not proven, and not existing', () => {
  const cases: [string, Partial<FlowContext>, (name: string) => ReturnType<typeof entity>[]][] = [
    ['named by a guest', {}, (n) => [entity('order', n)]],
    ['named by a customer', { shopper: ann }, (n) => [entity('order', n)]],
    ['named by a guest with a wrong e-mail', {}, (n) => [entity('order', n), entity('email', 'eve@example.com')]],
    ['named by a customer with a wrong phone', { shopper: ann }, (n) => [entity('order', n), entity('phone', '+12025550123')]],
  ];
  it.each(cases)('look alike when %s', async (_, set, entities) => {
    const shop = shopWith({ orders: [foreign] });
    const there = await orderFlow.run(asking({ ...set, shop, entities: entities('2001') }));
    const absent = await orderFlow.run(asking({ ...set, shop: shopWith({ orders: [] }), entities: entities('2001') }));
    expect(there).toEqual(absent);
    expect(there.evidence).toEqual([]);
  });
  it.each([[{}], [{ shopper: ann }]])('look alike by tracking number %#', async (set: Partial<FlowContext>) => {
    for (const proof of [[], [entity('email', 'eve@example.com')]]) {
      const entities = [entity('tracking', 'SF1234567890123'), ...proof];
      const there = await orderFlow.run(asking({ ...set, shop: shopWith({ orders: [foreign] }), entities }));
      expect(there).toEqual(await orderFlow.run(asking({ ...set, shop: shopWith({ orders: [] }), entities })));
    }
  });
  it('look alike until and after the guesses are used up', async () => {
    const replies = async (orders: Order[]) => {
      const c = asking({ shop: shopWith({ orders }), entities: [entity('order', '2001'), entity('email', 'eve@example.com')] });
      const out = [];
      for (let n = 0; n < 8; n++) out.push(await orderFlow.run(c));
      return out;
    };
    expect(await replies([foreign])).toEqual(await replies([]));
  });
});

describe('guessing', () => {
  const guess = (name: string, email: string) => [entity('order', name), entity('email', email)];
  const tries = async (n: number, make: (i: number) => FlowContext) => {
    const out: string[] = [];
    for (let i = 0; i < n; i++) out.push(await toldOf(make(i)));
    return out;
  };
  it('ends after five tries of one shopper, even at different orders and with the right proof', async () => {
    const { rates } = contextOf();
    expect(await tries(5, (i) => asking({ rates, entities: guess(String(5000 + i), 'eve@example.com') }))).toEqual(Array(5).fill('not-matched'));
    expect(await toldOf(asking({ rates, entities: guess('1001', 'ann@example.com') }))).toBe('limited');
    expect(await toldOf(asking({ rates, now: T0 + 12 * 60_000, entities: guess('1001', 'ann@example.com') }))).toBe('#1001');
  });
  it('ends after ten tries of everybody at one order, however it is written', async () => {
    const { rates } = contextOf();
    const names = ['2001', '#2001', '№2001'];
    const out = await tries(11, (i) => asking({ rates, shopper: { tenant: 't', identity: `guest-${i}`, customerId: null }, entities: guess(names[i % 3] ?? '', 'eve@example.com') }));
    expect(out).toEqual([...Array<string>(10).fill('not-matched'), 'limited']);
  });
  it('ends after ten tries at one tracking number, however it is punctuated', async () => {
    const { rates } = contextOf();
    const numbers = ['SF1234567890123', 'SF-1234567890123', 'SF123-4567-890123'];
    const out = await tries(11, (i) => asking({ rates, shopper: { tenant: 't', identity: `guest-${i}`, customerId: null }, entities: [entity('tracking', numbers[i % 3] ?? ''), entity('email', 'eve@example.com')] }));
    expect(out).toEqual([...Array<string>(10).fill('not-matched'), 'limited']);
  });
  it('counts every address in a message as a try of its own', async () => {
    const { rates } = contextOf();
    const many = Array.from({ length: 6 }, (_, i) => entity('email', i === 5 ? 'ann@example.com' : `a${i}@example.com`));
    expect(await toldOf(asking({ rates, entities: [entity('order', '1001'), ...many] }))).toBe('limited');
    const twice = [entity('order', '1001'), entity('email', 'ann@example.com'), entity('email', 'Ann@example.com')];
    const fresh = contextOf().rates;
    expect(await tries(5, () => asking({ rates: fresh, entities: twice }))).toEqual(Array(5).fill('#1001'));
  });
  it('of one shopper does not use up the buyer’s own tries', async () => {
    const { rates } = contextOf();
    await tries(30, () => asking({ rates, entities: guess('1001', 'eve@example.com') }));
    expect(await toldOf(asking({ rates, shopper: { tenant: 't', identity: 'buyer', customerId: null }, entities: guess('1001', 'ann@example.com') }))).toBe('#1001');
  });
  it('is counted per tenant', async () => {
    const { rates } = contextOf();
    await tries(6, () => asking({ rates, entities: guess('1001', 'eve@example.com') }));
    expect(await toldOf(asking({ rates, shopper: { tenant: 'other', identity: 'guest', customerId: null }, entities: guess('1001', 'ann@example.com') }))).toBe('#1001');
  });
  it('is no guessing when the order was proven here already, or nothing was offered', async () => {
    const { rates } = contextOf();
    const memory = seen([order], 0);
    expect(await tries(12, () => asking({ rates, memory, entities: guess('1001', 'ann@example.com') }))).toEqual(Array(12).fill('#1001'));
    expect(await tries(12, () => asking({ rates, entities: [entity('order', '1001')] }))).toEqual(Array(12).fill('ask-proof'));
  });
  it('asks the host nothing once the tries are used up', async () => {
    const shop = shopWith({ orders: all });
    const { rates } = contextOf();
    await tries(9, () => asking({ rates, shop, entities: guess('1001', 'eve@example.com') }));
    expect(shop.asked).toHaveLength(5);
  });
});

describe('records out of reach', () => {
  const failing = (error: Error) => ({ ...shopWith({}), orders: () => Promise.reject(error) });
  it.each([new Retryable('throttled', { code: 'shopify.throttled' }), new Rejected('no scope', { code: 'shopify.scope' })])('are said to be so: $code', async (error) => {
    const c = asking({ shopper: ann, shop: failing(error) });
    expect(await accessOrder(c)).toEqual({ is: 'unavailable', code: error.code });
    expect(await orderFlow.run(c)).toMatchObject({ outcome: 'unknown', say: [{ phrase: 'shop.unavailable' }], evidence: [], memory: { asked: { need: 'offer-human' } } });
  });
  it.each([new Bug('ours', { code: 'x.bug' }), new TypeError('ours')])('a fault of ours is not passed off as that: $name', async (error) => {
    await expect(accessOrder(asking({ shopper: ann, shop: failing(error) }))).rejects.toBe(error);
  });
});
