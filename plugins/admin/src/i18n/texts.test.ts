import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { createTexts, localeOf } from './texts.js';
import { scopeWords } from './scopes.js';
import { zhCN } from './zh-CN.js';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
const pairs = Object.entries(en).map(([key, text]) => ({ key, en: text, zh: new Map(Object.entries(zhCN)).get(key) ?? '' }));

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(pairs)('fill the same places in $key', ({ en: english, zh }) => {
    expect(zh).not.toBe('');
    expect(places(zh)).toEqual(places(english));
  });

  it('leave no English sentence in the Chinese one', () => {
    const same = pairs.filter((p) => p.en === p.zh).map((p) => p.key);
    expect(same.sort()).toEqual(['from.bot', 'page.title', 'sites.placeholder', 'today.none']);
  });

  it('use Chinese punctuation between Chinese words', () => {
    const wrong = Object.values(zhCN).filter((text) => /[\u4e00-\u9fff][,;?!()]|[,;?!()][\u4e00-\u9fff]/.test(text));
    expect(wrong).toEqual([]);
  });

  it('have both forms of every counted text', () => {
    for (const key of Object.keys(en)) if (key.endsWith('.one')) expect(en).toHaveProperty([key.replace(/one$/, 'other')]);
  });
});

describe('texts', () => {
  it('fill in values and keep an unknown place visible', () => {
    const { t } = createTexts('en');
    expect(t('page.subtitle', { shop: 'Lamps & Co' })).toBe('Customer service for Lamps & Co');
    expect(t('page.subtitle')).toBe('Customer service for {shop}');
  });

  it('count as each language does', () => {
    expect(createTexts('en').counted('attention.redriven', 1)).toBe('1 reply is on its way again.');
    expect(createTexts('en').counted('attention.redriven', 1200)).toBe('1,200 replies are on their way again.');
    expect(createTexts('zh-CN').counted('attention.redriven', 1)).toContain('1 条');
  });

  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ZH', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('takes %s for %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe('scope words', () => {
  it('know what the app asks for and nothing by accident', () => {
    expect(scopeWords('read_orders')?.zh).toContain('订单');
    expect(scopeWords('read_martians')).toBeNull();
    expect(scopeWords('constructor')).toBeNull();
  });
});
