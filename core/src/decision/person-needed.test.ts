import { describe, expect, it } from '@jest/globals';
import { personNeeded, type CallingRules, type Standing } from './person-needed.js';

const RULES: CallingRules = { unknownInARow: 2, angry: true, danger: true, vip: { orders: 10, spent: { minor: 100_000, currency: 'USD' } } };
const calm: Standing = { perception: { mood: 'calm', danger: false }, flow: 'order', outcome: 'answered', unknownInARow: 0, value: null };
const angry = { mood: 'angry', danger: false } as const;

describe('a person is needed', () => {
  it.each<[string | null, Partial<Standing>, Partial<CallingRules>]>([
    [null, {}, {}],
    ['safety', { perception: { mood: 'angry', danger: true } }, {}],
    [null, { perception: { mood: 'calm', danger: true } }, { danger: false }],
    ['anger', { perception: angry, outcome: 'unknown' }, {}],
    ['anger', { perception: angry, outcome: 'asked' }, {}],
    [null, { perception: angry }, {}],
    [null, { perception: angry, outcome: 'asked' }, { angry: false }],
    [null, { outcome: 'unknown', unknownInARow: 1 }, {}],
    ['low-confidence', { outcome: 'unknown', unknownInARow: 2 }, {}],
    [null, { outcome: 'unknown', unknownInARow: 9 }, { unknownInARow: 0 }],
    ['vip', { flow: 'request', outcome: 'asked', value: { orders: 10, spent: null } }, {}],
    ['vip', { flow: 'request', outcome: 'asked', value: { orders: 1, spent: { minor: 100_000, currency: 'USD' } } }, {}],
    [null, { flow: 'request', outcome: 'asked', value: { orders: 1, spent: { minor: 900_000, currency: 'JPY' } } }, {}],
    [null, { flow: 'request', outcome: 'asked', value: { orders: 10, spent: null } }, { vip: null }],
    [null, { value: { orders: 99, spent: null } }, {}],
  ])('%s: %j under %j', (reason, standing, rules) => {
    expect(personNeeded({ ...calm, ...standing }, { ...RULES, ...rules })).toBe(reason);
  });
});
