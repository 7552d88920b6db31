const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers and times as this page writes them in one language. */
export interface Format {
  /** A whole number with the language's grouping. */
  readonly count: (n: number) => string;
  /** A share of 0 to 1 as whole per cent. */
  readonly share: (part: number) => string;
  /** A span of milliseconds: `85 ms`, `1.2 s`, `3 min`. */
  readonly span: (ms: number) => string;
  /** How long ago `at` is (both in ms since 1970); a date from a week on. A time ahead reads as now: clocks differ. */
  readonly ago: (at: number, now: number) => string;
  /** The date in words. */
  readonly day: (at: number) => string;
  /** Date and time in full. */
  readonly moment: (at: number) => string;
  /** Hour and minute. */
  readonly clock: (at: number) => string;
}

/** Makes the formats of a language (`en`, `zh-CN`). `timeZone` is the browser's own where not given. */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const unit = (name: string, digits: number) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const [milliseconds, seconds, minutes] = [unit('millisecond', 0), unit('second', 1), unit('minute', 0)];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short', year: 'numeric' });
  const long = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'long' });
  const full = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' });
  return {
    count: (n) => whole.format(n),
    share: (part) => percent.format(part),
    span: (ms) => (ms < 999.5 ? milliseconds.format(ms) : ms < MINUTE ? seconds.format(ms / 1_000) : minutes.format(ms / MINUTE)),
    ago: (at, now) => {
      const past = Math.max(0, now - at);
      if (past < MINUTE) return locale.startsWith('zh') ? '刚刚' : 'just now';
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
      if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
      if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
      return date.format(at);
    },
    day: (at) => long.format(at),
    moment: (at) => full.format(at),
    clock: (at) => time.format(at),
  };
}
