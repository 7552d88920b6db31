import type { Entity } from '../contracts/index.js';
import { cut } from '../language/index.js';
import { findIdentifiers, type IdentifierKind } from './identifiers.js';

/** What stands behind one token of a masked text. `value` is as written. */
export interface Slot {
  token: string;
  kind: IdentifierKind;
  value: string;
}

export interface Masked {
  text: string;
  slots: Slot[];
}

const TOKEN = /\[(?:EMAIL|PHONE|ORDER|TRACKING|CARD|ID|IBAN|NUMBER)_\d+\]/g;

/**
 * Replaces e-mail addresses, telephone, order, tracking, card, identity and account numbers by tokens that a reader and
 * a model understand: "is [ORDER_1] for [EMAIL_1]?". The same value gets the same token. `unmask` restores the text.
 * Pass the entities perceived in the same text so that both agree on what is what.
 */
export function mask(text: string, entities: readonly Entity[] = []): Masked {
  // A token that the writer typed keeps its number to itself, or unmasking would put a value in its place.
  const taken = new Set(text.match(TOKEN));
  const byValue = new Map<string, Slot>();
  const next = new Map<IdentifierKind, number>();
  let out = '';
  let from = 0;
  for (const span of findIdentifiers(text, entities)) {
    const value = text.slice(span.start, span.end);
    const key = `${span.kind} ${value}`;
    let slot = byValue.get(key);
    if (slot === undefined) {
      slot = { token: freeToken(span.kind, next, taken), kind: span.kind, value };
      byValue.set(key, slot);
    }
    out += text.slice(from, span.start) + slot.token;
    from = span.end;
  }
  return { text: out + text.slice(from), slots: [...byValue.values()] };
}

function freeToken(kind: IdentifierKind, next: Map<IdentifierKind, number>, taken: ReadonlySet<string>): string {
  for (;;) {
    const n = (next.get(kind) ?? 0) + 1;
    next.set(kind, n);
    const token = `[${kind}_${n}]`;
    if (!taken.has(token)) return token;
  }
}

/** Puts the real values back. Tokens that are not among the slots (typed, or made up by a model) stay as they are. */
export function unmask(text: string, slots: readonly Slot[]): string {
  const values = new Map(slots.map((s) => [s.token, s.value]));
  return text.replace(TOKEN, (token) => values.get(token) ?? token);
}

/** Longest text that goes into a log line, in UTF-16 units. */
const LOG_LIMIT = 500;

/** A text as it may stand in a log: identifiers by kind only, on one line, cut at 500 characters. Not reversible. */
export function maskForLog(text: string): string {
  // Cut wide first: masking a cut text whole would let half an identifier through at the seam.
  const wide = cut(text, LOG_LIMIT * 4);
  let out = '';
  let from = 0;
  for (const span of findIdentifiers(wide)) {
    out += `${wide.slice(from, span.start)}[${span.kind}]`;
    from = span.end;
  }
  out += wide.slice(from);
  const line = out.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim();
  return line.length > LOG_LIMIT ? `${cut(line, LOG_LIMIT)}…` : line;
}
