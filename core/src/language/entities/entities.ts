import { LRUCache } from 'lru-cache';
import type { Entity } from '../../contracts/index.js';
import { findCodes } from './codes.js';
import { findEmails } from './email.js';
import { cut, fold } from '../normalise.js';
import { tag } from './people/model.js';
import { findPhones } from './phone.js';
import { withoutOverlaps, type Span } from './spans.js';

/** Entities listed per text when it is perceived. */
const LISTED = 50;
/** What stands further down a message is not what the shopper asks about; the limit bounds the work. */
const LIMIT = 8_000;

/**
 * Everything concrete in a text, in its order, without overlaps; offsets are those of the text given. No limit on
 * number or length: masking must miss nothing. Order and tracking values are in upper case without "#".
 */
export function allEntities(text: string): Entity[] {
  const known = recent.get(text);
  if (known !== undefined) return known.map((entity) => ({ ...entity }));
  const folded = fold(text);
  const spans: Span<Entity['kind']>[] = [...findEmails(folded), ...findPhones(folded), ...findCodes(folded), ...findPeople(folded)];
  const found = withoutOverlaps(spans).map(({ kind, value, start, end }) => ({ kind, value, text: text.slice(start, end), start, end }));
  if (text.length <= SHORT) recent.set(text, found);
  return found.map((entity) => ({ ...entity }));
}

/** One turn reads the same message to mask it, to understand it and to log it. */
const SHORT = 1_000;
const recent = new LRUCache<string, readonly Entity[]>({ max: 500 });

/** What masking put into a text: "[NAME_7KQ2]". */
const MASKED = /\[[A-Z]+_[0-9A-Z]+\]/g;

/** Addresses hold numbers that look like orders; a name gives way to everything else. */
function findPeople(folded: string): Span<'name' | 'address'>[] {
  const unmasked = folded.replace(MASKED, (token) => '#'.repeat(token.length));
  return tag(unmasked).map(({ kind, start, end }) => ({ kind, value: folded.slice(start, end).replace(/\s+/g, ' ').trim(), start, end, rank: kind === 'address' ? 2 : 7 }));
}

/** The first fifty entities of the first 8,000 characters: what a perception carries. */
export function findEntities(text: string): Entity[] {
  return allEntities(cut(text, LIMIT)).slice(0, LISTED);
}
