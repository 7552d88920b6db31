import { describe, expect, it } from '@jest/globals';
import { backoffMs } from './backoff.js';
import { contrastOf, paletteOf } from './colour.js';
import { dayLabel, money } from './format.js';
import { linkify, safeHref } from './links.js';
import { readOptions } from './options.js';
import { createMemory } from './storage.js';
import { en } from './texts/en.js';
import { fill } from './texts/index.js';
import { zh } from './texts/zh.js';
import { createTimeline } from './timeline.js';
import { readEntry, readSession, type Entry } from './wire.js';

describe('texts', () => {
  it('say the same things in both languages, with the same places to fill', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    const places = (t: string) => [...t.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(zh[key].trim()).not.toBe('');
      expect([key, places(zh[key])]).toEqual([key, places(en[key])]);
    }
  });

  it('keep a place that nobody fills, so that it is seen', () => {
    expect(fill('{n} of {m}', { n: 1 })).toBe('1 of {m}');
  });
});

describe('links', () => {
  it('lead to http and https only, and never hide where', () => {
    for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', '/relative', 'https://bank.example@evil.example/', '', undefined]) expect(safeHref(bad)).toBeNull();
    expect(safeHref('https://shop.example/a?b=c#d')).toBe('https://shop.example/a?b=c#d');
  });

  it('are found in sentences of both languages, without their punctuation', () => {
    const hrefs = (t: string) => linkify(t).flatMap((p) => p.href ?? []);
    expect(hrefs('See https://a.example/x. Or (http://b.example/y), thanks!')).toEqual(['https://a.example/x', 'http://b.example/y']);
    expect(hrefs('详见https://a.example/退货，谢谢')).toEqual(['https://a.example/%E9%80%80%E8%B4%A7']);
    expect(hrefs('javascript:https: <script>')).toEqual([]);
  });

  it('lose no character of the text', () => {
    for (const t of ['', 'no link', 'https://a.example', 'x https://a.example) y https://b.example!! z', 'https://']) expect(linkify(t).map((p) => p.text).join('')).toBe(t);
  });
});

describe('options', () => {
  const page = { scriptUrl: 'https://chat.example/parley.js?v=1', pageUrl: 'https://shop.example/en/home', htmlLang: '', browserLanguages: ['de-DE'] };

  it('take the service from the script, and defaults for the rest', () => {
    expect(readOptions({ site: 'k' }, page)).toMatchObject({ site: 'k', session: null, endpoint: 'https://chat.example', locale: 'de-DE', language: 'en', position: 'right', scheme: 'auto' });
  });

  it('prefer the tag’s language, then the page’s, then the browser’s', () => {
    const zhPage = { ...page, htmlLang: 'zh-Hant-TW' };
    expect(readOptions({ site: 'k' }, zhPage)).toMatchObject({ language: 'zh', locale: 'zh-Hant-TW' });
    expect(readOptions({ site: 'k', locale: 'en' }, zhPage)).toMatchObject({ language: 'en' });
  });

  it('call with cookies only the shop’s own address', () => {
    expect(readOptions({ session: '/apps/parley/session' }, page)?.session).toBe('https://shop.example/apps/parley/session');
    expect(readOptions({ session: 'https://evil.example/s' }, page)).toBeNull();
    expect(readOptions({}, page)).toBeNull();
  });

  it('pass over a colour that is none', () => {
    expect(readOptions({ site: 'k', colour: 'red;background:url(x)' }, page)?.colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('colours', () => {
  it('keep WCAG AA whatever the shop chose', () => {
    for (const c of ['#000', '#fff', '#ffd23f', '#777777', '#ff0000', '#00ff88', '#0a7d5a', '#e91e63', '#808000']) {
      const p = paletteOf(c);
      expect([c, contrastOf(p.brand, p.onBrand) >= 4.5, contrastOf(p.brandDeep, p.onBrand) >= 4.5]).toEqual([c, true, true]);
      expect([c, contrastOf(p.accentLight, '#ffffff') >= 4.5, contrastOf(p.accentDark, '#1c1f29') >= 4.5]).toEqual([c, true, true]);
    }
  });
});

describe('formats', () => {
  it('know how many minor units a currency has', () => {
    expect(money({ minor: 123_456, currency: 'USD' }, 'en-US')).toBe('$1,234.56');
    expect(money({ minor: 1_500, currency: 'JPY' }, 'en-US')).toBe('¥1,500');
    expect(money({ minor: 1_500, currency: 'bad currency' }, 'en-US')).toBe('15.00 bad currency');
  });

  it('name today and yesterday', () => {
    const now = new Date(2026, 10, 23, 1, 0).getTime();
    const words = { today: 'T', yesterday: 'Y' };
    expect(dayLabel(now, now, 'en', words)).toBe('T');
    expect(dayLabel(now - 2 * 3_600_000, now, 'en', words)).toBe('Y');
    expect(dayLabel(now - 72 * 3_600_000, now, 'en', words)).toContain('Nov 20');
  });

  it('back off longer and longer, up to half a minute, never all at once', () => {
    expect([1, 2, 3, 50].map((n) => backoffMs(n, () => 1))).toEqual([800, 1_600, 3_200, 30_000]);
    expect(backoffMs(3, () => 0)).toBe(1_600);
  });
});

describe('the timeline', () => {
  const entry = (id: string, n: number, from: Entry['from'] = 'bot'): Entry => ({ id, n, at: n, from, by: '', parts: [{ type: 'text', text: id }], replyTo: [] });
  const ids = (t: ReturnType<typeof createTimeline>) => t.items().map((i) => i.id);

  it('shows each message once, by number and by id', () => {
    const t = createTimeline();
    expect([t.receive(entry('a', 1)), t.receive(entry('a', 1)), t.receive(entry('other', 1)), t.receive(entry('b', 2))]).toEqual([true, false, false, true]);
    expect(ids(t)).toEqual(['a', 'b']);
    expect(t.last()).toBe(2);
  });

  it('puts the kept log first and what is still on its way last', () => {
    const t = createTimeline();
    t.say(entry('mine-1', 0, 'shopper'), 'sending');
    t.say(entry('mine-2', 0, 'shopper'), 'waiting');
    t.receive(entry('late', 3));
    t.load([entry('mine-1', 0, 'shopper'), entry('a', 1), entry('b', 2)]);
    expect(ids(t)).toEqual(['mine-1', 'a', 'b', 'mine-2', 'late']);
    expect(t.items()[0]?.state).toBe('sent');
    expect(t.items()[3]?.state).toBe('waiting');
  });

  it('does not take an acknowledgement back', () => {
    const t = createTimeline();
    t.say(entry('m', 0, 'shopper'), 'sending');
    t.setState('m', 'sent', '');
    t.setState('m', 'failed', 'late');
    expect(t.items()[0]?.state).toBe('sent');
  });
});

describe('reading the service', () => {
  it('passes over parts it does not know, and messages that are none', () => {
    expect(readEntry({ n: 1, id: 'x', at: 1, from: 'bot', message: { parts: [{ type: 'hologram' }, { type: 'text', text: 'hi' }, null] }, replyTo: ['a', 1] })).toEqual({ n: 1, id: 'x', at: 1, from: 'bot', by: '', parts: [{ type: 'text', text: 'hi' }], replyTo: ['a'] });
    for (const bad of [null, 1, [], {}, { id: 'x', from: 'nobody' }]) expect(readEntry(bad)).toBeNull();
  });

  it('needs a token, a thread and an end', () => {
    expect(readSession({ token: 't', thread: 'h', expiresAt: 1, shop: { name: 'S' }, endpoint: 'https://e/' }, 'https://f')).toEqual({ token: 't', thread: 'h', expiresAt: 1, shop: 'S', endpoint: 'https://e', answering: true });
    expect(readSession({ token: 't' }, 'https://f')).toBeNull();
  });
});

describe('storage', () => {
  it('falls back to memory where the browser forbids it', () => {
    const m = createMemory('p:', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    m.set('a', '1');
    expect([m.get('a'), m.keys('')]).toEqual(['1', ['a']]);
    m.remove('a');
    expect(m.get('a')).toBeNull();
  });
});
