import { describe, expect, it } from '@jest/globals';
import { findReference, goesOn, meansAll, onlyNumbers, onlyPoints } from './references.js';

describe('findReference', () => {
  it.each([
    ['and the other one?', { to: 'other' }],
    ['what about my other order', { to: 'other' }],
    ['那另一个呢', { to: 'other' }],
    ['另外一单呢？', { to: 'other' }],
    ['the second one', { to: 'ordinal', ordinal: 2 }],
    ['and the third?', { to: 'ordinal', ordinal: 3 }],
    ['那第二个呢', { to: 'ordinal', ordinal: 2 }],
    ['第3单什么时候到', { to: 'ordinal', ordinal: 3 }],
    ['第兩個', { to: 'ordinal', ordinal: 2 }],
    ['the last one please', { to: 'ordinal', ordinal: -1 }],
    ['最后一个', { to: 'ordinal', ordinal: -1 }],
    ['when does that order arrive', { to: 'same' }],
    ['cancel this one', { to: 'same' }],
    ['还是刚才那个', { to: 'same' }],
    ['这单什么时候发', { to: 'same' }],
    ['同一个订单', { to: 'same' }],
  ])('%s', (text, expected) => {
    expect(findReference(text)).toEqual(expected);
  });

  it.each(['where is my order', '我的订单到哪了', 'this is the second time I ask', '第一次在你家买', 'my last order', 'since last week', 'on the other hand', '', '😀'])('%j points at nothing', (text) => {
    expect(findReference(text)).toBeNull();
  });
});

describe('what a message is beside its words', () => {
  it.each(['第二款呢', 'and the other one?', '那第二个呢', 'the last one please', 'what about the third one?'])('%s only points', (text) => expect(onlyPoints(text)).toBe(true));
  it.each(['cancel the second one', '第二款有货吗', 'hello', 'the other one is broken', ''])('%j does more, or nothing of the kind', (text) => expect(onlyPoints(text)).toBe(false));
  it.each(['1003和1004', '#1001', '1001, 1002 and 1003', '订单1001', 'order 1001 & #1002?'])('%s is nothing but numbers', (text) => expect(onlyNumbers(text)).toBe(true));
  it.each(['12', '1001 please refund', '13800138000', '1001 2002 3003 4004 5005 6006', '2 for 100', 'order'])('%j is not', (text) => expect(onlyNumbers(text)).toBe(false));
  it.each(['what about L', 'and in black?', 'how about the small one', '黑色的呢', '大码呢？'])('%s goes on', (text) => expect(goesOn(text)).toBe(true));
  it.each(['what time is it', 'tell me a joke', 'and another thing: my parcel has been lost for weeks now', '呢', '你们的退货政策是怎样规定的，运费由谁承担呢'])('%j begins something', (text) => expect(goesOn(text)).toBe(false));
  it.each(['show me all my orders', 'where are both my parcels', '我两个订单都到哪了', '所有的包裹', 'my orders'])('%s means all', (text) => expect(meansAll(text)).toBe(true));
  it.each(['where is my order', '我的订单到哪了', 'all good', '两件T恤'])('%s does not', (text) => expect(meansAll(text)).toBe(false));
});
