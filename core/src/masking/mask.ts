import type { Entity } from '../contracts/index.js';
import { cut } from '../language/index.js';
import { z } from 'zod';
import { findIdentifiers, IDENTIFIER_KINDS, type IdentifierKind } from './identifiers.js';

/** What stands behind one token of a masked text. `value` is as written. */
export const Slot = z.strictObject({ token: z.string(), kind: z.enum(IDENTIFIER_KINDS), value: z.string() });
export type Slot = z.infer<typeof Slot>;

export interface Masked {
  text: string;
  slots: Slot[];
}

const TOKEN = new RegExp(String.raw`\[(?:${IDENTIFIER_KINDS.join('|')})_[0-9A-Z]+\]`, 'g');

/** Makes a short keyed print of a value: with one key per shopper, tokens of two shoppers cannot be joined. */
export type Print = (value: string) => Uint8Array;

/** What masking may be told. */
export interface Masking {
  /** Those perceived in the same text, so that both agree on what is what. */
  entities?: readonly Entity[];
  /** With it a value has the same token in every message of a shopper ("[PHONE_7KQ2]"); without it tokens are numbered. */
  print?: Print;
}

/**
 * Replaces names, addresses, e-mail addresses, telephone, order, tracking, card, identity, passport, plate and account numbers by tokens
 * that a reader and a model understand: "is [ORDER_1] for [EMAIL_1]?". The same value gets the same token. `unmask` restores the text.
 */
export function mask(text: string, { entities = [], print }: Masking = {}): Masked {
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
      slot = { token: print === undefined ? freeToken(span.kind, next, taken) : keyedToken(span.kind, value, print, taken), kind: span.kind, value };
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

/** Letters and digits that are not taken for one another. */
const DIGITS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Characters of a keyed token; two values of one shopper share four once in a million pairs, and then the later gets more. */
const LENGTH = 4;

function keyedToken(kind: IdentifierKind, value: string, print: Print, taken: Set<string>): string {
  const digits = [...print(`${kind} ${value.replace(/[\s.-]/g, '').toLowerCase()}`)].map((byte) => DIGITS.charAt(byte & 31)).join('');
  for (let length = LENGTH; ; length++) {
    const token = `[${kind}_${digits.slice(0, length)}${'2'.repeat(Math.max(0, length - digits.length))}]`;
    if (taken.has(token)) continue;
    taken.add(token);
    return token;
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
