import { DateTime } from 'luxon';
import { WEEKDAYS, type Instant } from '../../contracts/index.js';
import type { Hours } from './settings.js';

/** Beyond this no opening is looked for: a team that is shut so long has no hours worth promising. */
const HORIZON_DAYS = 60;

/** From (inclusive) to (exclusive). */
interface Span {
  from: Instant;
  to: Instant;
}

/** Whether a team is at work. Without hours it always is. */
export function isOpen(hours: Hours | null, now: Instant): boolean {
  if (hours === null) return true;
  const first = nextSpan(hours, now);
  return first !== null && first.from <= now;
}

/** When work begins next: now, where it is going on; null where it does not within two months. */
export function opensAt(hours: Hours | null, now: Instant): Instant | null {
  if (hours === null) return now;
  const first = nextSpan(hours, now);
  return first === null ? null : Math.max(now, first.from);
}

/** The moment by which so much working time has passed. Where the team has no more hours to come, time goes by the clock. */
export function afterWorking(hours: Hours | null, from: Instant, ms: number): Instant {
  if (hours === null) return from + ms;
  let left = ms;
  let at = from;
  for (let span = nextSpan(hours, at); span !== null; span = nextSpan(hours, at)) {
    const begin = Math.max(at, span.from);
    if (begin + left <= span.to) return begin + left;
    left -= span.to - begin;
    at = span.to;
  }
  return at + left;
}

/** The opening that is going on, or else the next. */
function nextSpan(hours: Hours, now: Instant): Span | null {
  const today = DateTime.fromMillis(now, { zone: hours.timeZone }).startOf('day');
  for (let n = 0; n <= HORIZON_DAYS; n++) {
    const found = spansOf(hours, today.plus({ days: n })).find((s) => s.to > now);
    if (found !== undefined) return found;
  }
  return null;
}

/** A day's openings in order. A time that the clock skips in spring is the first after the gap, as luxon has it. */
function spansOf(hours: Hours, day: DateTime): Span[] {
  const name = WEEKDAYS[day.weekday - 1];
  const iso = day.toISODate();
  if (name === undefined || iso === null || hours.holidays.includes(iso)) return [];
  return hours.week[name]
    .map((o) => ({ from: atClock(day, o.from), to: atClock(day, o.to) }))
    .sort((a, b) => a.from - b.from);
}

function atClock(day: DateTime, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24 ? day.plus({ days: 1 }).toMillis() : day.set({ hour, minute }).toMillis();
}
