import type { Request, Response } from 'express';

/** The languages in which the sandbox's own pages are written. */
export type Locale = 'en' | 'zh-CN';

const COOKIE = '_sandbox_locale';

/**
 * The language of a visit: `?locale=` (kept in a cookie from then on), else the cookie, else what the browser prefers,
 * else `fallback`.
 */
export function localeOf(request: Request, response: Response, fallback: Locale): Locale {
  const asked = known(request.query['locale']);
  if (asked) {
    response.cookie(COOKIE, asked, { sameSite: 'lax', path: '/' });
    return asked;
  }
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(request.get('cookie') ?? '')?.[1];
  return known(kept) ?? preferred(request.get('accept-language')) ?? fallback;
}

function known(tag: unknown): Locale | null {
  if (typeof tag !== 'string') return null;
  return /^zh\b/i.test(tag) ? 'zh-CN' : /^en\b/i.test(tag) ? 'en' : null;
}

function preferred(header: string | undefined): Locale | null {
  for (const tag of (header ?? '').split(',')) {
    const found = known(tag.trim());
    if (found) return found;
  }
  return null;
}

/** Chooses between an English and a Chinese text. */
export function say(locale: Locale, en: string, zh: string): string {
  return locale === 'zh-CN' ? zh : en;
}

/** An amount as people of that language read it. */
export function money(amount: string, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(Number(amount));
}

/** A day and time in the shop's time zone. */
export function dayTime(instant: string, timezone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }).format(new Date(instant));
}
