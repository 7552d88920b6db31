import { liesIn, type Place } from '../language/index.js';

/**
 * How a statement stands to the place a question asks about: it names it; names a group or country it lies in; speaks of
 * wherever else; speaks of no place, or none was asked about; speaks of other places only.
 */
export type PlaceFit = 'named' | 'within' | 'elsewhere' | 'unasked' | 'foreign';

/** @param places what the statement speaks of, itself or by its heading */
export function placeFit(places: readonly Place[], asked: readonly Place[]): PlaceFit {
  if (asked.length === 0 || places.length === 0) return 'unasked';
  if (asked.some((a) => places.includes(a))) return 'named';
  if (asked.some((a) => places.some((p) => liesIn(a, p)))) return 'within';
  // Asked about Europe, what holds in the EU is an answer; asked about a country, what holds in one state of it is not.
  if (asked.some((a) => a.length > 2 && !a.includes('-') && places.some((p) => liesIn(p, a)))) return 'within';
  return places.includes('ELSEWHERE') ? 'elsewhere' : 'foreign';
}
