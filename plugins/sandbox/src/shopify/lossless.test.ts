import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { integer, JsonInteger, writeJson } from './lossless.js';

describe('writeJson', () => {
  it('keeps every digit of an integer', () => {
    expect(writeJson({ id: integer('9007199254740995001'), none: integer(null), list: [integer('1')] })).toBe('{"id":9007199254740995001,"none":null,"list":[1]}');
  });

  it('refuses digits that would not be a JSON integer', () => {
    for (const text of ['', '01', '1.0', '1e3', ' 1', 'x']) expect(() => new JsonInteger(text)).toThrow(RangeError);
  });

  it('writes everything else as JSON.stringify does', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(writeJson(plain as Parameters<typeof writeJson>[0])).toBe(JSON.stringify(plain));
    }));
  });
});
