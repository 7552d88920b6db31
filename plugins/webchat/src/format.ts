import type { Money } from './wire.js';

/** An amount as people of that locale write it. An unknown currency is shown with its code. */
export function money(m: Money, locale: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: m.currency, currencyDisplay: 'narrowSymbol' });
    return format.format(m.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    return `${(m.minor / 100).toFixed(2)} ${m.currency}`;
  }
}

export function clockTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

export function date(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}

/** How the separator above a day's messages reads. */
export function dayLabel(at: number, now: number, locale: string, words: { today: string; yesterday: string }): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' }).format(at);
}

/** Local midnight before an instant: two instants of one day share it. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
