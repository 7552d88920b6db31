import { exponentOf, type Instant, type Language, type Money } from '../contracts/index.js';

/** Dates and amounts as a shopper reads them, in the shop's time zone. The guard uses the same to check what was said. */
export interface Format {
  date(at: Instant): string;
  money(money: Money): string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
const made = new Map<string, Format>();

export function formatFor(language: Language, timeZone: string): Format {
  const key = `${language}/${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const locale = LOCALES[language];
  const dates = new Intl.DateTimeFormat(locale, { timeZone: knownZone(timeZone), year: 'numeric', month: language === 'en' ? 'short' : 'long', day: 'numeric' });
  const amounts = new Map<string, Intl.NumberFormat>();
  const numbersFor = (currency: string): Intl.NumberFormat => {
    let numbers = amounts.get(currency);
    if (numbers !== undefined) return numbers;
    // As many digits as the host counts in: left to itself, Intl rounds to what is printed on price tags.
    const digits = exponentOf(currency);
    amounts.set(currency, (numbers = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits })));
    return numbers;
  };
  const format: Format = {
    date: (at) => dates.format(at),
    money: ({ minor, currency }) => numbersFor(currency).format(minor / 10 ** exponentOf(currency)),
  };
  made.set(key, format);
  return format;
}

/** A moment to come as a shopper reads it: the time alone where it is the same day, the weekday as well within a week, else the date. */
export function momentFor(language: Language, timeZone: string, at: Instant, now: Instant): string {
  const zone = knownZone(timeZone);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const soon = at - now < 6 * 86_400_000;
  const parts: Intl.DateTimeFormatOptions = day.format(at) === day.format(now) ? {} : soon ? { weekday: 'long' } : { month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...parts, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A time zone this machine does not know must not cost a shopper the answer: dates are then told in UTC. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    return 'UTC';
  }
}
