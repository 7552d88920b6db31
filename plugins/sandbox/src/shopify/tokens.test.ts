import { describe, expect, it } from '@jest/globals';
import { ACCESS_LIFETIME_S, REFRESH_LIFETIME_S, TokenBook } from './tokens.js';

function book(): { tokens: TokenBook; pass: (seconds: number) => void } {
  let now = 1_000_000;
  return { tokens: new TokenBook(() => now), pass: (seconds) => (now += seconds * 1000) };
}

describe('TokenBook', () => {
  it('lets an access token live for its time and no longer', () => {
    const { tokens, pass } = book();
    const { accessToken, expiresIn } = tokens.issue(['read_orders']);
    expect(expiresIn).toBe(ACCESS_LIFETIME_S);
    expect(tokens.scopesOf(accessToken)).toEqual(['read_orders']);
    pass(ACCESS_LIFETIME_S);
    expect(tokens.scopesOf(accessToken)).toBeNull();
    expect(tokens.scopesOf('shpat_other')).toBeNull();
  });

  it('keeps a used refresh token good until its replacement is used', () => {
    const { tokens } = book();
    const first = tokens.issue([]);
    const lost = tokens.refresh(first.refreshToken, []);
    const second = tokens.refresh(first.refreshToken, []);
    expect(second).not.toBeNull();
    expect(tokens.refresh(lost?.refreshToken ?? '', [])).toBeNull();
    const third = tokens.refresh(second?.refreshToken ?? '', []);
    expect(third).not.toBeNull();
    expect(tokens.refresh(first.refreshToken, [])).toBeNull();
    expect(tokens.refresh(third?.refreshToken ?? '', [])).not.toBeNull();
  });

  it('ends a refresh token after ninety days, and everything at an uninstall', () => {
    const { tokens, pass } = book();
    const old = tokens.issue([]);
    pass(REFRESH_LIFETIME_S);
    expect(tokens.refresh(old.refreshToken, [])).toBeNull();
    const fresh = tokens.issue([]);
    tokens.revokeAll();
    expect(tokens.scopesOf(fresh.accessToken)).toBeNull();
    expect(tokens.refresh(fresh.refreshToken, [])).toBeNull();
  });

  it('expires all access tokens at once and leaves refreshing possible, unless told otherwise', () => {
    const { tokens } = book();
    const pair = tokens.issue([]);
    expect(tokens.expireAll(false)).toBe(1);
    expect(tokens.scopesOf(pair.accessToken)).toBeNull();
    const next = tokens.refresh(pair.refreshToken, []);
    expect(next).not.toBeNull();
    tokens.expireAll(true);
    expect(tokens.refresh(next?.refreshToken ?? '', [])).toBeNull();
  });
});
