import { describe, expect, it } from '@jest/globals';
import { createFormat } from './format.js';

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);
const en = createFormat('en', 'UTC');
const zh = createFormat('zh-CN', 'UTC');

describe('how long ago', () => {
  it.each([
    [0, 'just now', '刚刚'],
    [59_999, 'just now', '刚刚'],
    [60_000, '1 minute ago', '1分钟前'],
    [59 * 60_000, '59 minutes ago', '59分钟前'],
    [3_600_000, '1 hour ago', '1小时前'],
    [24 * 3_600_000, 'yesterday', '昨天'],
    [6 * 86_400_000, '6 days ago', '6天前'],
    [12 * 86_400_000, 'Nov 11, 2026', '2026年11月11日'],
  ])('%d ms', (past, english, chinese) => {
    expect(en.ago(NOW - past, NOW)).toBe(english);
    expect(zh.ago(NOW - past, NOW)).toBe(chinese);
  });

  it('never speaks of the future', () => {
    expect(en.ago(NOW + 5 * 60_000, NOW)).toBe('just now');
  });
});

describe('spans', () => {
  it.each([
    [0, '0 ms'],
    [84.4, '84 ms'],
    [999.6, '1 sec'],
    [1_250, '1.3 sec'],
    [180_000, '3 min'],
  ])('%d ms', (ms, text) => {
    expect(en.span(ms)).toBe(text);
  });
});

describe('numbers and moments', () => {
  it('are written as the language writes them', () => {
    expect(en.count(12_480)).toBe('12,480');
    expect(en.share(0.974)).toBe('97%');
    expect(zh.day(NOW)).toBe('2026年11月23日');
    expect(en.day(NOW)).toBe('November 23, 2026');
  });
});
