import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Perception } from '../contracts/index.js';
import type { IntentModel } from './intent/model.js';
import { perceive } from './perceive.js';
import { shippedIntentModel } from './shipped.js';

const HINT = { defaultLanguage: 'en', previous: null } as const;

describe('perceive', () => {
  let model: IntentModel;
  beforeAll(() => {
    model = shippedIntentModel();
  });

  it('puts language, intent, entities and reference together', () => {
    const p = perceive(model, 'Where is my order #1001? My email is jane@example.com', HINT);
    expect(p).toMatchObject({ language: 'en', languageSure: true, known: true, reference: null });
    expect(p.intents[0]?.id).toBe('order.status');
    expect(p.entities.map((e) => e.value)).toEqual(['1001', 'jane@example.com']);
    expect(perceive(model, '那第二个呢', HINT)).toMatchObject({ language: 'zh', reference: { to: 'ordinal', ordinal: 2 } });
  });

  it('takes the language of the conversation where the message shows none, else that of the shop', () => {
    expect(perceive(model, '1001', { defaultLanguage: 'en', previous: 'zh' })).toMatchObject({ language: 'zh', languageSure: false });
    expect(perceive(model, '👍', { defaultLanguage: 'zh', previous: null })).toMatchObject({ language: 'zh', languageSure: false });
    expect(perceive(model, '我的快递呢', { defaultLanguage: 'en', previous: 'en' })).toMatchObject({ language: 'zh', languageSure: true });
    expect(perceive(model, '¿dónde está mi pedido?', { defaultLanguage: 'en', previous: null })).toMatchObject({ language: 'en', languageSure: false });
  });

  const HARD: [string, string][] = [
    ['nothing', ''],
    ['spaces', ' '.repeat(100_000)],
    ['emoji', '😀'.repeat(50_000)],
    ['one letter', 'a'.repeat(100_000)],
    ['one character', '囧'.repeat(100_000)],
    ['digits', '1'.repeat(100_000)],
    ['at signs', '@'.repeat(100_000)],
    ['addresses', 'a@b.c '.repeat(16_000)],
    ['plus signs', '+'.repeat(100_000)],
    ['dashes', '-1'.repeat(50_000)],
    ['order signs', '#1 '.repeat(33_000)],
    ['stacked marks', `a${'\u0301\u0323'.repeat(50_000)}`],
    ['marks of many classes', `e${'\u0316\u0301\u0334\u0327'.repeat(25_000)}`],
    ['right to left', '\u202eشكرا لك أين طلبي\u202c'.repeat(4_000)],
    ['control characters', '\u0000\u0007\u001b'.repeat(33_000)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
    ['markup', '<script>alert(1)</script><b>x</b>'.repeat(3_000)],
    ['brackets', '(((('.repeat(25_000)],
  ];

  it.each(HARD)('bears %s', (_name, text) => {
    const p = perceive(model, text, HINT);
    expect(Perception.safeParse(p).success).toBe(true);
    expect(p.known).toBe(false);
  });

  it('keeps to its contract for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(Perception.safeParse(perceive(model, text, HINT)).success).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
