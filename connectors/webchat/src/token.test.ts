import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hmacSha256 } from '@parley/core/security/signatures';
import { readToken, signToken, TOKEN_LIFE_MS, type TokenClaims } from './token.js';

const NOW = 1_800_000_000_000;
const SECRET = 'a secret of enough length for a test';
const OLD = 'the secret before it, still accepted';
const CLAIMS: TokenClaims = { site: 'shop-1', thread: 'g_1', identity: 'g_1', iat: NOW, exp: NOW + TOKEN_LIFE_MS };

describe('shopper tokens', () => {
  it('read back what was signed', () => {
    const claims = { ...CLAIMS, customer: '9007199254740993' };
    expect(readToken(signToken(claims, SECRET), [SECRET], NOW)).toEqual({ state: 'valid', claims });
  });

  it('are believed under any secret of a rotation, and under no other', () => {
    const token = signToken(CLAIMS, OLD);
    expect(readToken(token, [SECRET, OLD], NOW).state).toBe('valid');
    expect(readToken(token, [SECRET], NOW)).toEqual({ state: 'forged' });
    expect(readToken(token, [], NOW)).toEqual({ state: 'forged' });
  });

  it('end exactly when they say', () => {
    const token = signToken(CLAIMS, SECRET);
    expect(readToken(token, [SECRET], CLAIMS.exp - 1).state).toBe('valid');
    expect(readToken(token, [SECRET], CLAIMS.exp).state).toBe('expired');
  });

  it('are refused when issued more than a minute ahead', () => {
    const at = (iat: number): string => signToken({ ...CLAIMS, iat }, SECRET);
    expect(readToken(at(NOW + 60_000), [SECRET], NOW).state).toBe('valid');
    expect(readToken(at(NOW + 60_001), [SECRET], NOW)).toEqual({ state: 'future' });
  });

  it('are refused when signed well but not of the form', () => {
    for (const payload of ['{}', 'null', '[]', 'not json', JSON.stringify({ ...CLAIMS, admin: true }), JSON.stringify({ ...CLAIMS, exp: 'soon' }), '{"__proto__":{}}']) {
      const signed = `v1.${Buffer.from(payload).toString('base64url')}`;
      expect(readToken(`${signed}.${hmacSha256(SECRET, signed, 'base64url')}`, [SECRET], NOW)).toEqual({ state: 'malformed' });
    }
  });

  it('no change of a single character passes', () => {
    const token = signToken(CLAIMS, SECRET);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'B', 'x', 'z', '0', '9', '-', '_', '.', '~', ' '), (at, c) => {
        fc.pre(token[at] !== c);
        const reading = readToken(token.slice(0, at) + c + token.slice(at + 1), [SECRET], NOW);
        return reading.state === 'forged' || reading.state === 'malformed';
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('any text at all is read without an exception and never believed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.tuple(fc.base64String(), fc.base64String()).map(([a, b]) => `v1.${a}.${b}`)), (text) => {
        const { state } = readToken(text, [SECRET], NOW);
        return state === 'malformed' || state === 'forged';
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });
});
