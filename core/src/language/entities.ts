import type { Entity } from '../contracts/index.js';
import { findCodes } from './codes.js';
import { findEmails } from './email.js';
import { cut, fold } from './normalise.js';
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
  const folded = fold(text);
  const spans: Span<Entity['kind']>[] = [...findEmails(folded), ...findPhones(folded), ...findCodes(folded)];
  return withoutOverlaps(spans).map(({ kind, value, start, end }) => ({ kind, value, text: text.slice(start, end), start, end }));
}

/** The first fifty entities of the first 8,000 characters: what a perception carries. */
export function findEntities(text: string): Entity[] {
  return allEntities(cut(text, LIMIT)).slice(0, LISTED);
}
