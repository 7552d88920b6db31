import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHostJson, writeHostJson } from './json.js';

const parse = (text: string, maxDepth?: number) => parseHostJson(Buffer.from(text, 'utf8'), maxDepth);
const refused = (text: string, maxDepth?: number) => {
  const r = parse(text, maxDepth);
  return r.ok ? 'accepted' : r.code;
};

describe('numbers', () => {
  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740993', '-9007199254740993'],
    ['820982911946154508123456789', '820982911946154508123456789'],
    ['0', 0],
    ['-1', -1],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['1E-7', 1e-7],
    ['1.7976931348623157e308', 1.7976931348623157e308],
  ])('%s', (text, value) => expect(parse(`{"id":${text}}`)).toEqual({ ok: true, value: { id: value } }));
  it.each(['1e400', '-1e999', '01', '+1', '1.', '.5', 'NaN', 'Infinity', '0x10', '1_000', '--1', '-'])('refuses %s', (text) => expect(refused(`[${text}]`)).toBe('json.syntax'));
  it('keeps every integer exactly, however long', () => {
    fc.assert(fc.property(fc.bigInt(), (n) => {
      const r = parse(`[${n}]`);
      expect(r.ok && Array.isArray(r.value) ? String(r.value[0]) : r).toBe(String(n));
    }));
  });
});

describe('prototype keys', () => {
  const names = ['__proto__', 'constructor', 'prototype'];
  const escapeAll = (s: string) => Array.from(s, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  it.each(names.flatMap((n) => [n, escapeAll(n), escapeAll(n).toUpperCase().replaceAll('\\U', '\\u'), `\\u00${n.charCodeAt(0).toString(16)}${n.slice(1)}`]))('refuses %s', (key) => {
    expect(refused(`{"${key}":{"polluted":true}}`)).toBe('json.prototype-key');
    expect(refused(`{"a":[{"b":1,"${key}" \n\t : 1}]}`)).toBe('json.prototype-key');
  });
  it('refuses one however far its colon stands', () => {
    for (const gap of [' '.repeat(38), ' '.repeat(39), ' '.repeat(60), '\n'.repeat(500), '\t \r\n'.repeat(100)]) expect(refused(`{"__proto__"${gap}:{"polluted":true}}`)).toBe('json.prototype-key');
  });
  it('lets them be values, and parts of keys', () => {
    for (const text of ['{"a":"__proto__"}', '["constructor"]', '"prototype"', '{"__proto__x":1}', '{"my constructor":1}', '{"a\\"__proto__":1}']) expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
  it('never changes what objects are', () => {
    const key = fc.constantFrom(...names, '__pro\\u0074o__', 'toString', 'a');
    const gap = fc.stringMatching(/^[ \n\t\r]{0,80}$/);
    fc.assert(fc.property(key, gap, gap, (k, before, after) => {
      const r = parse(`{"x":{"${k}"${before}:${after}{"polluted":1}}}`);
      const value: unknown = r.ok && typeof r.value === 'object' ? r.value : {};
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Reflect.get(value as object, 'polluted')).toBeUndefined();
      const inner: unknown = Reflect.get(value as object, 'x') ?? {};
      expect(Object.getPrototypeOf(inner)).toBe(Object.prototype);
    }));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('shape', () => {
  it('refuses a key given twice with different values, and takes a plain repetition', () => {
    expect(refused('{"shop":"a","shop":"b"}')).toBe('json.syntax');
    expect(refused('{"shop":"a","\\u0073hop":"b"}')).toBe('json.syntax');
    expect(refused('{"toString":1,"toString":2}')).toBe('json.syntax');
    expect(parse('{"shop":"a","shop":"a"}')).toEqual({ ok: true, value: { shop: 'a' } });
  });
  it('refuses deep nesting at once, before any recursion', () => {
    expect(parse('['.repeat(32) + ']'.repeat(32)).ok).toBe(true);
    expect(refused('['.repeat(33) + ']'.repeat(33))).toBe('json.depth');
    expect(refused('{"a":'.repeat(33) + '1' + '}'.repeat(33))).toBe('json.depth');
    expect(refused('['.repeat(1_000_000))).toBe('json.depth');
    expect(refused('[[1]]', 1)).toBe('json.depth');
  });
  it('does not count brackets inside of strings', () => expect(parse(JSON.stringify({ a: '['.repeat(100), b: '"{'.repeat(50) })).ok).toBe(true));
  it.each(['', ' ', '{', '{"a"', '{"a":', '[1,]', '{"a":1,}', '{a:1}', "{'a':1}", '[1 2]', '1 2', '{}}', '"', '"\\', '"\\u12"', 'nul', '[undefined]', '// x', '"\n"'])('refuses %j', (text) => expect(refused(text)).toBe('json.syntax'));
  it.each([[[0xff]], [[0x22, 0xc3, 0x22]], [[0x22, 0xed, 0xa0, 0x80, 0x22]], [[0x22, 0xc0, 0xaf, 0x22]], [[0xfe, 0xff, 0, 0x31]]])('refuses bytes that are not UTF-8: %j', (bytes) => {
    expect(parseHostJson(Uint8Array.from(bytes))).toEqual({ ok: false, code: 'json.utf8' });
  });
  it('takes a byte order mark at the start and nowhere else', () => {
    expect(parseHostJson(Uint8Array.from([0xef, 0xbb, 0xbf, 0x31]))).toEqual({ ok: true, value: 1 });
    expect(parseHostJson(Uint8Array.from([0x31, 0xef, 0xbb, 0xbf])).ok).toBe(false);
  });
  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof parseHostJson(bytes).ok === 'boolean'));
    fc.assert(fc.property(fc.stringMatching(/^[[\]{}":,\\u0-9a-f_ .eE+-]{0,60}$/), (text) => typeof parse(text).ok === 'boolean'), { numRuns: 1_000 });
  });
});

describe('there and back', () => {
  /** What JSON.parse reads alike: no prototype keys, no -0. */
  const plain = (v: unknown): boolean => !/"(?:__proto__|constructor|prototype)"/.test(JSON.stringify(v));
  it('reads what JSON writes as JSON reads it', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }).filter(plain), (v) => {
      const text = JSON.stringify(v);
      // An integer written in full above 2^53 becomes text by design.
      fc.pre(!/\d{16,}/.test(text));
      expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }));
  });
  it('writes what it read', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }).filter(plain), (v) => {
      fc.pre(!/\d{16,}/.test(JSON.stringify(v)));
      expect(JSON.parse(writeHostJson(v))).toEqual(JSON.parse(JSON.stringify(v)));
    }));
    expect(writeHostJson(undefined)).toBe('null');
    expect(writeHostJson({ id: '9007199254740993' })).toBe('{"id":"9007199254740993"}');
  });
});
