import { Bug } from '../../contracts/index.js';
import type { Change } from '../port.js';
import { refuseNoNumber, refuseOverlap, refuseUndefined } from '../rules/changes.js';
import { type JsonObject, readAt, removeAt, segmentsOf, writeAt } from '../rules/document-paths.js';
import { type Predicate, predicateOf } from './predicate.js';

/** A change that no longer depends on anything the caller may alter. */
interface PreparedChange {
  holds: Predicate;
  /** Changes the document in place. Throws a `Bug` where a path cannot be written or does not hold a number to add to. */
  apply(document: JsonObject): void;
  /** Rough payload size. */
  bytes: number;
}

/** Checks and copies a change at the moment it is asked for. Throws a `Bug` on paths and values that can never be right. */
export function prepareChange(change: Change): PreparedChange {
  const steps: ((document: JsonObject) => void)[] = [];
  const paths: string[] = [];
  let bytes = 0;
  for (const [path, value] of Object.entries(change.set ?? {})) {
    const text = textOfValue(path, value);
    const segments = segmentsOf(path);
    paths.push(path);
    bytes += text.length;
    steps.push((document) => writeAt(document, segments, JSON.parse(text)));
  }
  for (const path of change.unset ?? []) {
    const segments = segmentsOf(path);
    paths.push(path);
    steps.push((document) => removeAt(document, segments));
  }
  for (const [path, by] of Object.entries(change.inc ?? {})) {
    const segments = segmentsOf(path);
    paths.push(path);
    refuseNoNumber(path, by);
    steps.push((document) => writeAt(document, segments, numberAt(document, segments) + by));
  }
  refuseOverlap(paths);
  return {
    holds: predicateOf(change.when ?? {}),
    apply: (document) => {
      for (const step of steps) step(document);
    },
    bytes,
  };
}

function textOfValue(path: string, value: unknown): string {
  const text: unknown = JSON.stringify(value);
  refuseUndefined(path, value, text);
  return String(text);
}

function numberAt(document: JsonObject, segments: readonly string[]): number {
  const value = readAt(document, segments);
  if (value === undefined) return 0;
  if (typeof value === 'number') return value;
  throw new Bug(`"${segments.join('.')}" is no number to add to`, { code: 'storage.inc' });
}
