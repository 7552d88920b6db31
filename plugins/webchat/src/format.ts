import type { Money } from './wire.js';

/** Currencies whose minor unit is not a hundredth (ISO 4217). The browser's own tables follow price tags instead: no fils in IQD. */
const NO_MINOR = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THOUSANDTHS = 'BHD IQD JOD KWD LYD OMR TND';

/** An amount as people of that locale write it. An unknown currency is shown with its code. */
export function money(m: Money, locale: string): string {
  const amount = m.minor / (NO_MINOR.includes(m.currency) ? 1 : THOUSANDTHS.includes(m.currency) ? 1_000 : 100);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency: m.currency, currencyDisplay: 'narrowSymbol' }).format(amount);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    return `${amount.toFixed(2)} ${m.currency}`;
  }
}

export function clockTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
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
