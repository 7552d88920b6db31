import { describe, expect, it } from '@jest/globals';
import { acceptedDue, offeredDue } from './ladder.js';
import { Team } from './settings.js';
import { outlookOf } from './estimate.js';

const MINUTE = 60_000;
const always = Team.parse({ name: 'Care', installation: 'in_1', target: 'C1' });
const nine = [{ from: '09:00', to: '18:00' }];
const office = Team.parse({ ...always, hours: { timeZone: 'UTC', week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] } } });
const at = (iso: string) => Date.parse(iso);

describe('the ladder of a hand-off nobody has accepted', () => {
  it('reminds, escalates, gives up, and ends', () => {
    expect([0, 1, 2, 3].map((rung) => offeredDue(always, rung, 0))).toEqual([5 * MINUTE, 10 * MINUTE, 30 * MINUTE, null]);
  });
  it('stands still while the team is not at work', () => {
    expect(offeredDue(office, 0, at('2026-11-20T17:58:00Z'))).toBe(at('2026-11-23T09:03:00Z'));
    expect(offeredDue(office, 2, at('2026-11-21T12:00:00Z'))).toBe(at('2026-11-23T09:30:00Z'));
  });
  it('is there for merchants without a team too', () => expect(offeredDue(null, 2, 0)).toBe(4_200 * MINUTE));
});

describe('an accepted hand-off', () => {
  it('owes an answer to what the shopper wrote', () => {
    expect(acceptedDue(always, 0, 1_000, 1_000)).toEqual({ due: 1_000 + 10 * MINUTE, is: 'answer' });
    expect(acceptedDue(always, 1, 1_000, 1_000)).toEqual({ due: 1_000 + 20 * MINUTE, is: 'answer' });
    expect(acceptedDue(office, 0, at('2026-11-20T17:55:00Z'), 0).due).toBe(at('2026-11-23T09:05:00Z'));
  });
  it('ends when nobody writes any more', () => expect(acceptedDue(office, 0, null, 5)).toEqual({ due: 5 + 1_440 * MINUTE, is: 'idle' }));
});

describe('the outlook', () => {
  const waits = (...minutes: number[]) => minutes.map((m) => m * MINUTE);
  it('is unknown where too little was measured', () => expect(outlookOf(waits(1, 1, 1, 1), 0, 0)).toEqual({ is: 'unknown' }));
  it('names what nine of ten waited, rounded up', () => {
    expect(outlookOf(waits(1, 2, 3, 4, 4, 4, 4, 4, 4, 50), 0, 0)).toEqual({ is: 'minutes', minutes: 5 });
    expect(outlookOf(waits(1, 1, 1, 1, 1), 0, 3)).toEqual({ is: 'minutes', minutes: 2 });
    expect(outlookOf(waits(70, 80, 90, 70, 80), 0, 0)).toEqual({ is: 'long' });
  });
  it('grows with the queue, and never shrinks below what was measured', () => {
    expect(outlookOf(waits(4, 4, 4, 4, 4), 5, 0)).toEqual({ is: 'minutes', minutes: 30 });
    expect(outlookOf(waits(4, 4, 4, 4, 4), 5, 5)).toEqual({ is: 'minutes', minutes: 5 });
    expect(outlookOf(waits(4, 4, 4, 4, 4), 0, 9)).toEqual({ is: 'minutes', minutes: 5 });
  });
});
