import { parse, stringify } from 'lossless-json';

/** Why bytes are not JSON we accept. */
export type JsonRefusal = { ok: false; code: 'json.utf8' | 'json.depth' | 'json.syntax' | 'json.prototype-key' };
export type JsonResult = { ok: true; value: unknown } | JsonRefusal;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const INTEGER = /^-?\d+$/;
/** Space, tab, line feed, carriage return: any number of them may stand between a key and its colon. */
const JSON_SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Reads a host's JSON without losing ids: integers beyond 2^53 become strings, all other numbers stay numbers.
 * Refuses what is not UTF-8, nests deeper than `maxDepth`, repeats a key with another value, or carries a prototype key.
 */
export function parseHostJson(bytes: Uint8Array, maxDepth = 32): JsonResult {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, code: 'json.utf8' };
  }
  const shape = scan(text, maxDepth);
  if (shape !== 'fine') return { ok: false, code: shape };
  try {
    return { ok: true, value: parse(text, null, losslessNumber) };
  } catch {
    return { ok: false, code: 'json.syntax' };
  }
}

/** The inverse of `parseHostJson` for what we send. */
export function writeHostJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

function losslessNumber(raw: string): number | string {
  const n = Number(raw);
  if (INTEGER.test(raw)) return Number.isSafeInteger(n) ? n : raw;
  if (!Number.isFinite(n)) throw new SyntaxError('number out of range');
  return n;
}

/** One pass before the recursive parser: nesting depth, and prototype keys however they are escaped. */
function scan(text: string, maxDepth: number): 'fine' | 'json.depth' | 'json.prototype-key' {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      const start = i;
      let escaped = false;
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) {
        if (text.charCodeAt(i) === 0x5c) {
          escaped = true;
          i++;
        }
      }
      if (isPrototypeKey(text, start, i, escaped)) return 'json.prototype-key';
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > maxDepth) return 'json.depth';
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
  return 'fine';
}

function isPrototypeKey(text: string, start: number, end: number, escaped: boolean): boolean {
  if (end - start > 70) return false;
  const raw = text.slice(start + 1, end);
  const name = escaped ? unescape(text.slice(start, end + 1)) : raw;
  if (name !== '__proto__' && name !== 'constructor' && name !== 'prototype') return false;
  let next = end + 1;
  while (next < text.length && JSON_SPACE.has(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === 0x3a;
}

function unescape(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return '';
  }
}
