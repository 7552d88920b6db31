import { describe, expect, it } from '@jest/globals';
import { findReference } from './references.js';

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
