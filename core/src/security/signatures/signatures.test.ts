import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { equalInConstantTime, hmacSha256, idOf, isFresh, signedByAny } from './index.js';

describe('signatures', () => {
  it('are those of RFC 4231', () => {
    // Test case 2 of RFC 4231.
    expect(hmacSha256('Jefe', 'what do ya want for nothing?', 'hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect(Buffer.from(hmacSha256('Jefe', 'x', 'base64'), 'base64').toString('hex')).toBe(hmacSha256('Jefe', Buffer.from('x'), 'hex'));
  });
  it('compare equal only when equal', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(equalInConstantTime(a, b)).toBe(a === b);
      expect(equalInConstantTime(a, a)).toBe(true);
    }));
    for (const [a, b] of [['', 'a'], ['a', 'aa'], ['é', 'e'], ['abc', 'abd'], ['ABC', 'abc']] as const) expect(equalInConstantTime(a, b)).toBe(false);
  });
  it('are found under any valid secret, and under none that is not', () => {
    const signature = hmacSha256('second', 'body', 'base64');
    expect(signedByAny(['first', 'second'], 'body', signature, 'base64')).toBe(true);
    expect(signedByAny(['second', 'first'], 'body', signature, 'base64')).toBe(true);
    expect(signedByAny(['first'], 'body', signature, 'base64')).toBe(false);
    expect(signedByAny(['second'], 'Body', signature, 'base64')).toBe(false);
    expect(signedByAny(['second'], 'body', `${signature} `, 'base64')).toBe(false);
    expect(signedByAny([], 'body', '', 'base64')).toBe(false);
  });
  it('are fresh on both sides of now alike, bounds included', () => {
    for (const at of [900, 1_000, 1_100]) expect(isFresh(at, 1_000, 100)).toBe(true);
    for (const at of [899, 1_101, Number.NaN, Infinity, -Infinity]) expect(isFresh(at, 1_000, 100)).toBe(false);
  });
});

describe('idOf', () => {
  it('never gives two lists of parts one id', () => {
    const parts = fc.array(fc.stringMatching(/^[0-9:a]{0,6}$/), { maxLength: 4 });
    fc.assert(fc.property(parts, parts, (a, b) => (idOf(...a) === idOf(...b)) === (JSON.stringify(a) === JSON.stringify(b))), { numRuns: 2_000 });
    expect(new Set([idOf(), idOf(''), idOf('', ''), idOf('ab'), idOf('a', 'b'), idOf('1:a'), idOf('a', '1:b'), idOf('a1:b')]).size).toBe(8);
  });
  it('is stable, short, and fit for a path and a dotted field', () => {
    expect(idOf('turn', 'webchat', 'acme', 'é 1')).toBe(idOf('turn', 'webchat', 'acme', 'é 1'));
    fc.assert(fc.property(fc.array(fc.string()), (parts) => /^[\w-]{32}$/.test(idOf(...parts))));
  });
});
