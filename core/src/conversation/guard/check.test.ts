import { describe, expect, it } from '@jest/globals';
import type { Evidence, Order, Passage, Sentence } from '../../contracts/index.js';
import { formatFor, phrase } from '../../automation/index.js';
import { checkReply, type Grounds } from './check.js';

const at = Date.UTC(2026, 10, 3, 12);
const order: Order = {
  id: 'gid://shop/Order/1', name: '#1001', createdAt: at, cancelledAt: null, customerId: 'c1', email: 'a@example.com', phone: null, payment: 'paid', fulfilment: 'fulfilled',
  total: { minor: 129_900, currency: 'USD' }, refunded: null,
  lines: [{ id: 'l', title: 'Trail lamp', variant: null, sku: 'TL-200', productId: null, quantity: 2, price: { minor: 64_950, currency: 'USD' }, image: null }],
  shipments: [{ id: 's', status: 'in-transit', carrier: 'DHL', trackingNumber: 'JD0146', trackingUrl: null, shippedAt: at, estimatedAt: at + 86_400_000, deliveredAt: null, lines: [], events: [] }],
  statusUrl: null, readAt: at,
};
const passage: Passage = { id: 'p', docId: 'd', kind: 'policy', title: 'Returns', headings: [], text: 'You may return goods within 30 days.\nParcels that have been delivered are refunded in 5 days.', language: 'en', url: null, updatedAt: null };
const evidence: Evidence[] = [{ id: 'order-1', kind: 'order', order }, { id: 'passage-1', kind: 'passage', passage, score: 1 }];
const grounds: Grounds = { evidence, receipts: [{ id: 'hand-off', act: 'hand-off', hostId: 'conv', at, amountMinor: null, currency: null }], shopperText: 'where is 4711?', forbidden: ['wechat me'], timeZone: 'UTC' };

const sentence = (text: string, on: string[] = [], receipts: string[] = []): Sentence => ({ text, evidence: on, receipts });
const faultOf = (s: Sentence) => checkReply({ language: 'en', sentences: [s], parts: [] }, grounds).removed[0]?.fault ?? null;

describe('the guard lets through', () => {
  it.each([
    [phrase('en', 'shipment.in-transit', { carrier: 'DHL', number: 'JD0146' }), ['order-1']],
    [phrase('zh', 'shipment.in-transit', { carrier: 'DHL', number: 'JD0146' }), ['order-1']],
    [phrase('zh', 'shipment.estimate', { date: formatFor('zh', 'UTC').date(at + 86_400_000) }), ['order-1']],
    [phrase('zh', 'order.placed', { name: '#1001', date: formatFor('zh', 'UTC').date(at), items: 'Trail lamp × 2' }), ['order-1']],
    [`Order #1001 costs ${formatFor('en', 'UTC').money({ minor: 129_900, currency: 'USD' })}.`, ['order-1']],
    ['It has not been delivered yet.', ['order-1']],
    ['You may return goods within 30 days.', ['passage-1']],
    ['Parcels that have been delivered are refunded in 5 days.', ['passage-1']],
    ['I do not find order 4711.', []],
    ['Shall I get a person?', []],
    ['需要为您取消订单吗？', []],
  ])('%s', (text, on) => expect(faultOf(sentence(text, on))).toBeNull());
  it('a claim of an act with its receipt', () => expect(faultOf(sentence(phrase('en', 'human.done'), [], ['hand-off']))).toBeNull());
});

describe('the guard takes out', () => {
  it.each([
    ['Your parcel has been shipped.', [], 'order-fact-without-evidence'],
    ['您的包裹已签收。', [], 'order-fact-without-evidence'],
    ['Your parcel has been delivered.', ['order-1'], 'order-fact-against-evidence'],
    ['您的订单已退款。', ['order-1'], 'order-fact-against-evidence'],
    ['It has not been shipped yet.', ['order-1'], 'order-fact-against-evidence'],
    ['Tracking number: JD0147.', ['order-1'], 'number-without-evidence'],
    ['It arrives on 9 December.', ['order-1'], 'number-without-evidence'],
    ['You may return goods within 60 days.', ['passage-1'], 'number-without-evidence'],
    ['I have refunded you.', [], 'act-without-receipt'],
    ["I've cancelled your order.", ['order-1'], 'act-without-receipt'],
    ['已为您取消订单。', [], 'act-without-receipt'],
    ['我们已经为您退款。', [], 'act-without-receipt'],
    [phrase('zh', 'human.done'), [], 'act-without-receipt'],
    ['We cancelled your order. Anything else?', [], 'act-without-receipt'],
    ['我们已为您退款，还有什么可以帮您的吗？', [], 'act-without-receipt'],
    ['A refund was issued for your order.', [], 'act-without-receipt'],
    ['您的退款已到账。', [], 'act-without-receipt'],
    ['Your address was updated.', [], 'act-without-receipt'],
    ['收货地址已修改。', [], 'act-without-receipt'],
    [phrase('en', 'human.done'), [], 'act-without-receipt'],
    ['Please WeChat me instead.', [], 'forbidden-word'],
    ['It is on its way.', ['order-9'], 'unknown-evidence'],
  ])('%s', (text, on, fault) => expect(faultOf(sentence(text, on))).toBe(fault));
  it('a claim that carries the receipt of another act', () => expect(faultOf(sentence('I have refunded you.', [], ['hand-off']))).toBe('act-without-receipt'));
});
