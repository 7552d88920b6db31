import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exponentOf } from '../contracts/index.js';
import { formatFor } from './format.js';

const en = formatFor('en', 'UTC');
const zh = formatFor('zh', 'UTC');
const digits = (text: string) => text.replace(/\D/g, '');

describe('amounts', () => {
  it.each([
    [{ minor: 129_900, currency: 'USD' }, '$1,299.00', 'US$1,299.00'],
    [{ minor: 12_345, currency: 'JPY' }, '¥12,345', 'JP¥12,345'],
    [{ minor: 12_345, currency: 'CNY' }, 'CN¥123.45', '¥123.45'],
  ])('%j', (money, inEnglish, inChinese) => {
    expect(en.money(money)).toBe(inEnglish);
    expect(zh.money(money)).toBe(inChinese);
  });
  it.each([
    ['KWD', 1_234_567, '1234567'],
    ['IQD', 1_234_567, '1234567'],
    ['RSD', 123_456, '123456'],
    ['LBP', 123_456, '123456'],
    ['JPY', 7, '7'],
    ['KWD', 5, '0005'],
    ['CLF', 12_345, '12345'],
  ])('of %s lose no digit that the host counts: %i', (currency, minor, shown) => {
    expect(digits(en.money({ minor, currency }))).toBe(shown);
    expect(digits(zh.money({ minor, currency }))).toBe(shown);
  });
  it('show every minor unit of every currency', () => {
    const currency = fc.constantFrom('USD', 'EUR', 'CNY', 'JPY', 'KRW', 'KWD', 'IQD', 'TND', 'RSD', 'HUF', 'IDR', 'UGX', 'MGA', 'AFN', 'XAF', 'CLF');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), currency, (minor, code) => {
        const wanted = String(minor).padStart(exponentOf(code) + 1, '0');
        expect(digits(en.money({ minor, currency: code }))).toBe(wanted);
        expect(digits(zh.money({ minor, currency: code }))).toBe(wanted);
      }),
    );
  });
});

describe('dates', () => {
  it('are those of the shop, not of the server', () => {
    const at = Date.UTC(2026, 11, 31, 20);
    expect(formatFor('en', 'UTC').date(at)).toBe('Dec 31, 2026');
    expect(formatFor('en', 'Asia/Shanghai').date(at)).toBe('Jan 1, 2027');
    expect(formatFor('zh', 'Asia/Shanghai').date(at)).toBe('2027年1月1日');
    expect(formatFor('zh', 'America/Los_Angeles').date(at)).toBe('2026年12月31日');
  });
  it('hold across a change of summer time', () => {
    const before = Date.UTC(2026, 2, 29, 0, 30);
    expect(formatFor('en', 'Europe/Berlin').date(before)).toBe('Mar 29, 2026');
    expect(formatFor('en', 'Europe/Berlin').date(before + 22.5 * 3_600_000)).toBe('Mar 30, 2026');
  });
});

describe('an unknown time zone', () => {
  it('is told in UTC instead of failing the answer', () => {
    expect(formatFor('en', 'Mars/Olympus').date(Date.UTC(2026, 10, 3, 12))).toBe(formatFor('en', 'UTC').date(Date.UTC(2026, 10, 3, 12)));
  });
});
