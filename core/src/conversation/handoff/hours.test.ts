import { describe, expect, it } from '@jest/globals';
import { afterWorking, isOpen, opensAt } from './hours.js';
import { Hours } from './settings.js';

const HOUR = 3_600_000;
const nine = { from: '09:00', to: '18:00' };
const office = Hours.parse({ timeZone: 'Asia/Shanghai', week: { mon: [nine], tue: [nine], wed: [nine], thu: [nine], fri: [nine], sat: [], sun: [] }, holidays: ['2026-10-01', '2026-10-02'] });
const night = Hours.parse({ timeZone: 'America/New_York', week: { mon: [{ from: '20:00', to: '24:00' }], tue: [{ from: '00:00', to: '04:00' }, { from: '20:00', to: '24:00' }], wed: [], thu: [], fri: [], sat: [], sun: [{ from: '01:00', to: '06:00' }] } });
const shut = Hours.parse({ timeZone: 'UTC', week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } });
const at = (iso: string) => Date.parse(iso);

describe('a team’s hours', () => {
  it.each([
    ['on a Monday morning', '2026-11-23T09:00:00+08:00', true],
    ['a second before', '2026-11-23T08:59:59+08:00', false],
    ['at the end exactly', '2026-11-23T18:00:00+08:00', false],
    ['on a Sunday', '2026-11-22T12:00:00+08:00', false],
    ['on a holiday', '2026-10-01T12:00:00+08:00', false],
    ['on Monday there, still Sunday in UTC', '2026-11-22T23:30:00Z', false],
    ['on Monday there', '2026-11-23T01:30:00Z', true],
  ])('are known %s', (_, iso, open) => expect(isOpen(office, at(iso))).toBe(open));

  it('have no end where none are set', () => {
    expect(isOpen(null, 0)).toBe(true);
    expect(opensAt(null, 5)).toBe(5);
    expect(afterWorking(null, 5, 10)).toBe(15);
  });

  it('begin again after a weekend and after holidays', () => {
    expect(opensAt(office, at('2026-11-20T18:00:00+08:00'))).toBe(at('2026-11-23T09:00:00+08:00'));
    expect(opensAt(office, at('2026-09-30T20:00:00+08:00'))).toBe(at('2026-10-05T09:00:00+08:00'));
    expect(opensAt(office, at('2026-11-23T10:00:00+08:00'))).toBe(at('2026-11-23T10:00:00+08:00'));
  });

  it('never begin where a team has none', () => {
    expect(isOpen(shut, 0)).toBe(false);
    expect(opensAt(shut, 0)).toBeNull();
    expect(afterWorking(shut, 100, 5)).toBe(105);
  });

  it('count only working time', () => {
    expect(afterWorking(office, at('2026-11-23T17:30:00+08:00'), HOUR)).toBe(at('2026-11-24T09:30:00+08:00'));
    expect(afterWorking(office, at('2026-11-21T12:00:00+08:00'), HOUR)).toBe(at('2026-11-23T10:00:00+08:00'));
    expect(afterWorking(office, at('2026-11-20T17:00:00+08:00'), 10 * HOUR)).toBe(at('2026-11-23T18:00:00+08:00'));
  });

  it('run on past midnight as two openings', () => {
    expect(isOpen(night, at('2026-11-23T23:59:59-05:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-24T00:00:00-05:00'))).toBe(true);
    expect(afterWorking(night, at('2026-11-23T23:00:00-05:00'), 3 * HOUR)).toBe(at('2026-11-24T02:00:00-05:00'));
  });

  it('follow the clock of the place through a change of time', () => {
    // Clocks go back on 2026-11-01 at 02:00 in New York: this opening lasts six hours.
    expect(afterWorking(night, at('2026-11-01T01:00:00-04:00'), 6 * HOUR)).toBe(at('2026-11-01T06:00:00-05:00'));
  });

  it.each([
    ['a time zone nobody knows', { ...office, timeZone: 'Mars/Olympus' }],
    ['an opening that ends before it begins', { ...office, week: { ...office.week, mon: [{ from: '18:00', to: '09:00' }] } }],
    ['a time that is none', { ...office, week: { ...office.week, mon: [{ from: '9', to: '25:00' }] } }],
    ['a holiday that is no date', { ...office, holidays: ['2026-02-30'] }],
  ])('are refused with %s', (_, hours) => expect(Hours.safeParse(hours).success).toBe(false));
});
