import { describe, expect, it } from '@jest/globals';
import { MOST_SITES, siteOrigin } from './site-origin.js';

describe('a site', () => {
  it.each([
    ['https://www.example.com', 'https://www.example.com'],
    ['  HTTPS://WWW.Example.com/shop/?a=1#b ', 'https://www.example.com'],
    ['example.com', 'https://example.com'],
    ['example.com:8443/x', 'https://example.com:8443'],
    ['https://商店.example', 'https://xn--czrs0t.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:5173/', 'http://127.0.0.1:5173'],
  ])('%s is taken as %s', (typed, origin) => {
    expect(siteOrigin(typed, [])).toEqual({ ok: true, origin });
  });

  it.each(['', '   ', 'two words', 'ftp://example.com', 'javascript://example.com/%0aalert(1)', 'https://user:pw@example.com', 'shop', 'https://', 'https://exa mple.com'])('%p is refused', (typed) => {
    expect(siteOrigin(typed, [])).toEqual({ ok: false, refusal: 'invalid' });
  });

  it('is refused with the reason', () => {
    expect(siteOrigin('http://example.com', [])).toEqual({ ok: false, refusal: 'insecure' });
    expect(siteOrigin('https://a.example/', ['https://a.example'])).toEqual({ ok: false, refusal: 'present' });
    const full = Array.from({ length: MOST_SITES }, (_, i) => `https://s${i}.example`);
    expect(siteOrigin('https://a.example', full)).toEqual({ ok: false, refusal: 'full' });
  });
});
