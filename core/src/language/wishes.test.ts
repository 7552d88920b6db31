import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IntentModel } from './intent/model.js';
import { shippedIntentModel } from './shipped.js';
import { familyOf } from './taxonomy/index.js';
import { wishesOf } from './wishes.js';

describe('several wishes in one message', () => {
  let model: IntentModel;
  beforeAll(() => {
    model = shippedIntentModel();
  });

  const SEVERAL: [string, string[], string[]][] = [
    ['where is my parcel, and can I change the size of the other one?', ['order.status', 'order.change-items'], ['where is my parcel', 'can I change the size of the other one?']],
    ['I want to return the shoes. Also, how much is shipping to Canada?', ['return.start', 'shipping.cost'], ['I want to return the shoes', 'Also, how much is shipping to Canada?']],
    ['please cancel order 1042 and where is my refund for 1040', ['order.cancel', 'refund.status'], ['please cancel order 1042', 'where is my refund for 1040']],
    ['can I return opened items and do you ship to Germany', ['policy.returns', 'shipping.regions'], ['can I return opened items', 'do you ship to Germany']],
    ['我的快递到哪了？另外发票能开一下吗', ['order.status', 'invoice.request'], ['我的快递到哪了', '另外发票能开一下吗']],
    ['这件衣服有黑色的吗？还有上次买的裤子我要退货', ['product.options', 'return.start'], ['这件衣服有黑色的吗', '还有上次买的裤子我要退货']],
    ['退款什么时候到账，顺便帮我改一下收货地址', ['refund.status', 'order.change-address'], ['退款什么时候到账', '顺便帮我改一下收货地址']],
  ];

  it.each(SEVERAL)('finds each with its place: %s', (text, families, spans) => {
    const wishes = wishesOf(model, text);
    expect(wishes.map((w) => text.slice(w.start, w.end))).toEqual(spans);
    // Tracking and status are answered by the same look at the same order.
    expect(wishes.map((w) => familyOf(w.intent).replace('order.tracking', 'order.status'))).toEqual(families);
  });

  const ONE = ['hi, where is my order? it should have come yesterday', 'I bought a lamp last week and it arrived broken', '你好，我昨天买的鞋子，什么时候发货', 'thanks! bye', 'The blue shirt, the red shirt and the hat are too small, I want to return them', '收到的杯子碎了，杯口裂了一条缝', '', 'ok', '?!?!?!'];

  it.each(ONE)('reads as one: %s', (text) => {
    expect(wishesOf(model, text)).toEqual([]);
  });

  it('bears endless pieces', () => {
    expect(wishesOf(model, 'where is my parcel. can I return it? '.repeat(5_000)).length).toBeLessThanOrEqual(8);
    expect(wishesOf(model, '，'.repeat(100_000))).toEqual([]);
    expect(wishesOf(model, ', and '.repeat(50_000))).toEqual([]);
  });
});
