import { Bug } from '../../contracts/index.js';

/** A JSON object as it comes out of `JSON.parse`. */
export type JsonObject = Record<string, unknown>;

/** Keys through which a write would reach the prototype instead of the document. */
const DANGEROUS = new Set(['__proto__', 'prototype', 'constructor']);

/** The segments of a dotted path. Map keys never contain dots. Throws a `Bug` on an empty or dangerous segment. */
export function segmentsOf(path: string): readonly string[] {
  const segments = path.split('.');
  for (const segment of segments) {
    if (segment === '') throw new Bug(`the path "${path}" has an empty segment`, { code: 'storage.path' });
    if (DANGEROUS.has(segment)) throw new Bug(`the path "${path}" names "${segment}", which is refused as a key`, { code: 'storage.path' });
  }
  return segments;
}

/** Whether a value is a JSON object (not an array, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at the path, or undefined. Arrays are leaves: no path leads into them. */
export function readAt(document: unknown, segments: readonly string[]): unknown {
  let at: unknown = document;
  for (const segment of segments) {
    if (!isJsonObject(at) || !Object.hasOwn(at, segment)) return undefined;
    at = at[segment];
  }
  return at;
}

/** Puts a value at the path, making the objects on the way. Throws a `Bug` where the way leads through something else than an object. */
export function writeAt(document: JsonObject, segments: readonly string[], value: unknown): void {
  const parent = parentOf(document, segments, true);
  const last = segments[segments.length - 1];
  if (parent !== null && last !== undefined) parent[last] = value;
}

/** Takes away what stands at the path, if anything does. */
export function removeAt(document: JsonObject, segments: readonly string[]): void {
  const parent = parentOf(document, segments, false);
  const last = segments[segments.length - 1];
  if (parent !== null && last !== undefined && Object.hasOwn(parent, last)) Reflect.deleteProperty(parent, last);
}

function parentOf(document: JsonObject, segments: readonly string[], make: boolean): JsonObject | null {
  let at = document;
  for (const segment of segments.slice(0, -1)) {
    const next: unknown = Object.hasOwn(at, segment) ? at[segment] : undefined;
    if (isJsonObject(next)) {
      at = next;
    } else if (!make) {
      return null;
    } else if (next === undefined) {
      const made: JsonObject = {};
      at[segment] = made;
      at = made;
    } else {
      throw new Bug(`cannot write "${segments.join('.')}": "${segment}" is not an object`, { code: 'storage.path' });
    }
  }
  return at;
}
