import { describe, expect, it } from '@jest/globals';
import { terms } from './segment.js';
import { stem } from './stem.js';

describe('terms', () => {
  it('joins inflected English words and drops empty ones', () => {
    expect(terms('The refunds were delayed')).toEqual(['refund', 'delay']);
    expect(terms('returned, returning, returns')).toEqual(['return', 'return', 'return']);
  });

  it('gives codes whole and in parts, however they are written', () => {
    expect(terms('WH-1000XM4')).toEqual(expect.arrayContaining(['wh1000xm4', 'wh', '1000', 'xm', '4']));
    expect(terms('wh 1000xm4')).toEqual(expect.arrayContaining(['1000xm4', 'wh', '1000', 'xm', '4']));
    expect(terms('ＢＴ－２２０')).toContain('bt220');
  });

  it('gives Chinese words, pairs and characters, not the little words', () => {
    const found = terms('七天无理由退货的政策');
    expect(found).toEqual(expect.arrayContaining(['退货', '政策', '理由', '退', '货']));
    expect(found).not.toContain('的');
  });

  it('does not count a word of two characters twice', () => {
    expect(terms('退货').filter((t) => t === '退货')).toHaveLength(1);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', '   ', '!!! 😀', '的了吗']) expect(terms(text)).toEqual([]);
  });

  it('reads traditional and simplified alike', () => {
    expect(terms('運費政策')).toEqual(terms('运费政策'));
  });
});

describe('stem', () => {
  it.each([
    ['policies', 'policy'],
    ['boxes', 'box'],
    ['stopped', 'stop'],
    ['charging', 'charge'],
    ['shoes', 'shoe'],
    ['glass', 'glass'],
    ['this', 'this'],
    ['bus', 'bus'],
    ['updated', 'update'],
    ['selling', 'sell'],
    ['waiting', 'wait'],
    ['delivery', 'deliver'],
  ])('%s -> %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});
