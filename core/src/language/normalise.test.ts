import { describe, expect, it } from '@jest/globals';
import { cut, fold, normalise } from './normalise.js';
import { simplify } from './traditional.js';

describe('normalise', () => {
  it.each([
    ['ＨＥＬＬＯ　ｗｏｒｌｄ！', 'hello world!'],
    ['  a\t\n b  ', 'a b'],
    ['heeeeelp meeee', 'heelp mee'],
    ['１００１１１１', '1001111'],
    ['zero\u200bwidth', 'zerowidth'],
    ['a\u0000b\u0007c', 'a b c'],
    ['it’s', "it's"],
    ['Z̵̡̢̛a̴̧͝l̷͔̆g̸̢̀o̵̤͒', 'zalgo'],
    ['我的訂單還沒發貨嗎？', '我的订单还没发货吗?'],
    ['快快快快快', '快快'],
    ['\u202eabc\u202c', 'abc'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('drops lone halves of surrogate pairs and keeps whole ones', () => {
    expect(normalise('a\ud83d b😀')).toBe('a b😀');
  });

  it('keeps the length when it simplifies', () => {
    const text = '這個東西怎麼還沒寄到臺灣呢';
    expect(simplify(text)).toHaveLength(text.length);
    expect(simplify(text)).toBe('这个东西怎么还没寄到台湾呢');
    expect(simplify('already plain 简体')).toBe('already plain 简体');
  });
});

describe('fold', () => {
  it('keeps every offset', () => {
    const text = '订单＃１００１，电话　１３８－００１３';
    expect(fold(text)).toHaveLength(text.length);
    expect(fold(text)).toBe('订单#1001,电话 138-0013');
    expect(fold('٠١٢٣ ۴۵')).toBe('0123 45');
  });
});

describe('cut', () => {
  it('never leaves half a pair at the end', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀', 4)).toBe('ab😀');
    expect(cut('ab', 10)).toBe('ab');
  });
});
