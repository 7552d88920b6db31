import { describe, expect, it } from '@jest/globals';
import { compileSearch, words, type SearchIndex } from './search-match.js';
import { parseSearch } from './search-syntax.js';

interface Thing { id: string; email: string; tags: string[]; at: string; price: string; title: string }
const thing = (id: string, more: Partial<Thing>): Thing => ({ id, email: '', tags: [], at: '2026-01-01T00:00:00Z', price: '1', title: '', ...more });
const THINGS = [
  thing('1', { email: 'ann@example.com', tags: ['gift'], at: '2026-01-15T10:30:00Z', price: '5.00', title: 'Red lamp' }),
  thing('2', { email: 'mary.ann@example.com', at: '2026-02-01T00:00:00Z', price: '7.50', title: 'Blue lamp' }),
  thing('3', { email: 'example@ann.com', tags: ['vip', 'gift'], at: '2025-12-31T23:59:59Z', price: '20', title: '无线蓝牙耳机' }),
  thing('9007199254740993', { email: 'bob@else.org', title: 'lampshade' }),
];
const INDEX: SearchIndex<Thing> = {
  fields: {
    id: { kind: 'id', values: (t) => [t.id] },
    email: { kind: 'text', values: (t) => [t.email] },
    tag: { kind: 'keyword', values: (t) => t.tags },
    tag_not: { kind: 'keyword', values: (t) => t.tags, negated: true },
    created_at: { kind: 'time', values: (t) => [t.at] },
    price: { kind: 'number', values: (t) => [t.price] },
  },
  defaults: (t) => [t.title, t.email],
};

function find(query: string): string[] {
  const search = compileSearch(parseSearch(query), INDEX, new Set(['gateway']), new Date('2026-01-20T00:00:00Z'));
  return THINGS.filter(search.matches).map((t) => t.id);
}

describe('search', () => {
  it.each<[string, string[]]>([
    ['', ['1', '2', '3', '9007199254740993']],
    ['email:ann@example.com', ['1', '2', '3']],
    ['email:"ann@example.com"', ['1', '2']],
    ["email:'mary.ann@example.com'", ['2']],
    ['email:example.c*', ['1', '2', '3']],
    ['id:9007199254740993', ['9007199254740993']],
    ['id:9007199254740992', []],
    ['id:>=2 id:<=3', ['2', '3']],
    ['tag:gift', ['1', '3']],
    ['tag:gift -tag:vip', ['1']],
    ['tag:gift NOT tag:vip', ['1']],
    ['tag_not:gift', ['2', '9007199254740993']],
    ['tag:vip,gift', ['1', '3']],
    ['tag:*', ['1', '3']],
    ['created_at:2026-01-15', ['1']],
    ['created_at:>2026-01', ['2']],
    ["created_at:<='2026-01-01T00:00:00Z'", ['3', '9007199254740993']],
    ['created_at:<2026', ['3']],
    ['price:>5 price:<=20', ['2', '3']],
    ['lamp', ['1', '2']],
    ['LAMP red', ['1']],
    ['lamp*', ['1', '2', '9007199254740993']],
    ['耳机', ['3']],
    ['"蓝牙耳"', ['3']],
    ['(red OR blue) lamp', ['1', '2']],
    ['red OR 耳机', ['1', '3']],
    ['(red', ['1']],
  ])('%s', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('drops a field it does not know, and says so', () => {
    const search = compileSearch(parseSearch('nonsense:1 tag:vip'), INDEX, new Set(), new Date());
    expect(search.unknown).toEqual(['nonsense']);
    expect(THINGS.filter(search.matches)).toHaveLength(1);
    const alone = compileSearch(parseSearch('nonsense:1'), INDEX, new Set(), new Date());
    expect(THINGS.filter(alone.matches)).toHaveLength(THINGS.length);
  });

  it('takes an unquoted time apart at its colons', () => {
    expect(compileSearch(parseSearch('created_at:>2026-01-15T10:30:00Z'), INDEX, new Set(), new Date()).unknown).toEqual(['30']);
  });

  it('tells a documented field without data from an unknown one', () => {
    expect(compileSearch(parseSearch('gateway:x'), INDEX, new Set(['gateway']), new Date())).toMatchObject({ unknown: [], hidden: ['gateway'] });
  });

  it('splits Han text into characters and the rest into words', () => {
    expect(words('降噪 Pro-2 Ｘ')).toEqual(['降', '噪', 'pro', '2', 'x']);
  });
});
