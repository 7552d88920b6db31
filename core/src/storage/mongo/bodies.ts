import mongoose from 'mongoose';
import { Bug, Rejected } from '../../contracts/index.js';
import type { Stored } from '../port.js';
import { segmentsOf } from '../rules/document-paths.js';

/*
 * How a JSON document lies in MongoDB. Objects are objects, so that conditions, `$set` and `$inc` reach into them.
 * - Arrays are JSON text inside one binary value. The port says that arrays are values; MongoDB would look into real
 *   ones: `{ tags: 'x' }` would hold for a list that has an 'x', `$set` of 'tags.0' would write into it, and indexes
 *   over it would become multikey.
 * - Keys that MongoDB or its driver reads a meaning into (dots, `$`, `_id`, `_bsontype` …) are written with a `%` and
 *   the character's code, so that every key can be stored and addressed.
 * - `id` is `_id`; `tenant` stays as it is.
 */

const { Binary, BSON, Long } = mongoose.mongo;

/** The largest document MongoDB takes, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024;
/** From this rough weight on the exact size is looked at before sending; less cannot be too much. */
const HEAVY = 4_000_000;
/** MongoDB takes 100 levels; a few are ours. */
const MAX_DEPTH = 95;

const SPECIAL = /[%.$\0]/;
const NAMED = new Set(['', '_id', '_bsontype', '__proto__']);
const CODE = /%([0-9A-F]{2})/g;

/** A document as MongoDB has it. */
export interface Row {
  _id: string;
  tenant: string;
  [key: string]: unknown;
}

/** A key of a document as MongoDB has it. */
function storedKey(key: string): string {
  if (NAMED.has(key)) return key === '' ? '%' : `%5F${key.slice(1)}`;
  return SPECIAL.test(key) ? key.replace(/[%.$\0]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`) : key;
}

function givenKey(key: string): string {
  return key === '%' ? '' : key.replace(CODE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A dotted path of the port as MongoDB names it. Throws a `Bug` on empty and dangerous segments. */
export function storedPath(path: string): string {
  const [first = '', ...rest] = segmentsOf(path);
  return [first === 'id' ? '_id' : storedKey(first), ...rest.map(storedKey)].join('.');
}

/** The row of a document: a copy that later changes of the document do not reach. Throws `Rejected` when it is too large or too deep for MongoDB. */
export function rowOf(document: Stored, what: string): Row {
  const row: Row = { _id: document.id, tenant: document.tenant };
  const weighed = { weight: 0 };
  for (const [key, value] of Object.entries(document)) {
    if (key === 'id' || key === 'tenant') continue;
    const stored = encode(value, key, 1, weighed, what);
    if (stored !== undefined) row[storedKey(key)] = stored;
  }
  refuseTooLarge(row, weighed.weight, what);
  return row;
}

/** A value to set as MongoDB keeps it; undefined where it has no place in JSON. */
export function storedValue(value: unknown, what: string): unknown {
  const weighed = { weight: 0 };
  const stored = encode(value, '', 1, weighed, what);
  refuseTooLarge({ stored }, weighed.weight, what);
  return stored;
}

function refuseTooLarge(row: object, weight: number, what: string): void {
  if (weight > HEAVY && BSON.calculateObjectSize(row) > MAX_BYTES) throw tooLarge(what);
}

/** What a document beyond MongoDB's limit is answered with. */
export function tooLarge(what: string, cause?: unknown): Rejected {
  return new Rejected(`${what}: the document is larger than the 16 MB MongoDB takes; keep large parts as blobs`, { code: 'storage.too-large', cause });
}

/** As JSON.stringify would keep it: `toJSON` is heeded, undefined and functions are left out, numbers that are none become null. */
function encode(value: unknown, key: string, depth: number, weighed: { weight: number }, what: string): unknown {
  switch (typeof value) {
    case 'string':
      weighed.weight += value.length;
      return value;
    case 'number':
      // Adding zero makes -0 what JSON makes of it.
      return Number.isFinite(value) ? value + 0 : null;
    case 'boolean':
      return value;
    case 'object':
      break;
    case 'bigint':
      throw new Bug(`${what}: "${key}" is a bigint, which JSON cannot hold`, { code: 'storage.document' });
    default:
      return undefined;
  }
  if (value === null) return null;
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const plain: unknown = Reflect.apply(value.toJSON, value, [key]);
    return encode(plain, key, depth, weighed, what);
  }
  if (Array.isArray(value)) {
    const text = JSON.stringify(value);
    weighed.weight += text.length;
    return new Binary(Buffer.from(text), Binary.SUBTYPE_USER_DEFINED);
  }
  if (depth > MAX_DEPTH) throw new Rejected(`${what}: objects lie deeper in each other than the ${MAX_DEPTH} levels MongoDB takes`, { code: 'storage.too-deep' });
  const stored: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const kept = encode(part, name, depth + 1, weighed, what);
    weighed.weight += name.length + 16;
    if (kept !== undefined) stored[storedKey(name)] = kept;
  }
  return stored;
}

/** The document of a row, which is used up by it. */
export function documentOf(row: Row): Record<string, unknown> {
  const { _id: id, ...rest } = row;
  return { id, ...decodeObject(rest) };
}

function decodeObject(stored: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(stored);
  if (keys.some((key) => key.includes('%'))) {
    // Defined, not assigned: one of the keys may be `__proto__`.
    return keys.reduce<Record<string, unknown>>((made, key) => Object.defineProperty(made, givenKey(key), { value: decode(stored[key]), enumerable: true, configurable: true, writable: true }), {});
  }
  for (const key of keys) stored[key] = decode(stored[key]);
  return stored;
}

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Binary) return JSON.parse(Buffer.from(value.value()).toString());
  // Only integers beyond 2^53 arrive like this.
  if (value instanceof Long) return value.toNumber();
  return isPlain(value) ? decodeObject(value) : value;
}

function isPlain(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype;
}
