import { describe, expect, it } from '@jest/globals';
import { mintSessionToken, signSessionToken, verifySessionToken, type SessionClaims } from './session-token.js';

const KEYS = { apiKey: 'key', apiSecret: 'hush' };
const SHOP = 'demo.myshopify.com';
const ISSUED = 1795305600;
const at = (seconds: number): Date => new Date((ISSUED + seconds) * 1000);
const CLAIMS: SessionClaims = {
  iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: 'key', sub: '42', exp: ISSUED + 60, nbf: ISSUED, iat: ISSUED,
  jti: 'f8912129-1af6-4cad-9ca3-76b0f7621087', sid: 'aaea182f2732d44c23057c0fea584021a4485b2bd25d3eb7fd349313ad24c685',
};

describe('session token', () => {
  it('is signed as the recorded vector', async () => {
    expect(await signSessionToken(KEYS, CLAIMS)).toBe(
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2RlbW8ubXlzaG9waWZ5LmNvbS9hZG1pbiIsImRlc3QiOiJodHRwczovL2RlbW8ubXlzaG9waWZ5LmNvbSIsImF1ZCI6ImtleSIsInN1YiI6IjQyIiwiZXhwIjoxNzk1MzA1NjYwLCJuYmYiOjE3OTUzMDU2MDAsImlhdCI6MTc5NTMwNTYwMCwianRpIjoiZjg5MTIxMjktMWFmNi00Y2FkLTljYTMtNzZiMGY3NjIxMDg3Iiwic2lkIjoiYWFlYTE4MmYyNzMyZDQ0YzIzMDU3YzBmZWE1ODQwMjFhNDQ4NWIyYmQyNWQzZWI3ZmQzNDkzMTNhZDI0YzY4NSJ9.pj-Ll4xoDtkKiE7XGTcH8NRPY23bajF_9zi7bxwvVxk',
    );
  });

  it('is good from its issue until a minute later', async () => {
    const token = await mintSessionToken(KEYS, SHOP, '42', at(0));
    expect(await verifySessionToken(KEYS, token, SHOP, at(0))).toMatchObject({ ok: true, claims: { sub: '42' } });
    expect(await verifySessionToken(KEYS, token, SHOP, at(59))).toMatchObject({ ok: true });
    expect(await verifySessionToken(KEYS, token, SHOP, at(61))).toMatchObject({ ok: false });
    expect(await verifySessionToken(KEYS, token, SHOP, at(-5))).toMatchObject({ ok: false });
  });

  it.each<[string, Partial<SessionClaims>]>([
    ['another audience', { aud: 'other' }],
    ['another shop in dest', { dest: 'https://other.myshopify.com' }],
    ['another shop in iss', { iss: 'https://other.myshopify.com/admin' }],
    ['an old issue with a late expiry', { iat: ISSUED - 120, nbf: ISSUED - 120, exp: ISSUED + 600 }],
  ])('is refused with %s', async (_name, change) => {
    const token = await signSessionToken(KEYS, { ...CLAIMS, ...change });
    expect(await verifySessionToken(KEYS, token, SHOP, at(1))).toMatchObject({ ok: false });
  });

  it('is refused when another secret signed it, when it is unsigned, and when it is no token', async () => {
    const foreign = await signSessionToken({ ...KEYS, apiSecret: 'hash' }, CLAIMS);
    const payload = foreign.split('.')[1] ?? '';
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    for (const token of [foreign, unsigned, 'nonsense', '']) expect(await verifySessionToken(KEYS, token, SHOP, at(1))).toMatchObject({ ok: false });
  });
});
