import { describe, expect, it } from '@jest/globals';
import type { Entity, Perception, Wish } from '../contracts/index.js';
import type { Choice } from './choose-flow.js';
import { wishesToServe } from './several-wishes.js';

const TEXT = 'cancel order 1042 and where is my refund for 1040';
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const order = (value: string): Entity => ({ kind: 'order', value, text: value, ...at(value) });
const wish = (intent: string, part: string): Wish => ({ intent, p: 0.9, ...at(part) });
const perceived = (set: Partial<Perception>): Perception => ({ language: 'en', languageSure: true, intents: [{ id: 'order.cancel', p: 0.6 }], known: true, wishes: [wish('order.cancel', 'cancel order 1042'), wish('refund.late', 'where is my refund for 1040')], entities: [order('1042'), order('1040')], reference: null, mood: 'calm', danger: false, ...set });
const choice: Choice = { flow: 'request', intent: 'order.cancel', reason: 'understood', understood: true, alternatives: [] };

describe('wishes to serve', () => {
  it('are each seen as a message by itself, with its own words, family and entities', () => {
    const served = wishesToServe(perceived({}), choice, TEXT);
    expect(served.map((w) => [w.flow, w.intent, w.text, w.perception.entities.map((e) => w.text.slice(e.start, e.end))])).toEqual([
      ['request', 'order.cancel', 'cancel order 1042', ['1042']],
      ['order', 'refund.status', 'where is my refund for 1040', ['1040']],
    ]);
  });

  it('are about what the message names where they name nothing themselves', () => {
    const served = wishesToServe(perceived({ entities: [order('1042')] }), choice, TEXT);
    expect(served.map((w) => w.perception.entities.map((e) => e.value))).toEqual([['1042'], ['1042']]);
  });

  it('are none where the turn was decided otherwise, or all are one look at one order', () => {
    expect(wishesToServe(perceived({}), { ...choice, intent: 'human' }, TEXT)).toEqual([]);
    expect(wishesToServe(perceived({}), { ...choice, understood: false }, TEXT)).toEqual([]);
    expect(wishesToServe(perceived({ wishes: [] }), choice, TEXT)).toEqual([]);
    const same = perceived({ entities: [], wishes: [wish('order.status', 'cancel order 1042'), wish('refund.status', 'where is my refund for 1040')] });
    expect(wishesToServe(same, { ...choice, intent: 'order.status' }, TEXT)).toEqual([]);
  });
});
