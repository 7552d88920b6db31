import type { Where } from '../port.js';
import { type Bound, type Parted, part } from '../rules/conditions.js';
import { readAt, segmentsOf } from '../rules/document-paths.js';

/** Whether a document is as a `when` demands. */
export type Predicate = (document: unknown) => boolean;

/** Makes `when` ready to be asked of documents. */
export function predicateOf(when: Where): Predicate {
  const tests = Object.entries(when).map(([path, condition]) => ({ segments: segmentsOf(path), test: valueTest(part(path, condition)) }));
  return (document) => tests.every(({ segments, test }) => test(readAt(document, segments)));
}

function valueTest(parted: Parted): (value: unknown) => boolean {
  switch (parted.kind) {
    case 'equal':
      return (value) => (value ?? null) === parted.value;
    case 'in': {
      const values = new Set<unknown>(parted.values);
      return (value) => values.has(value ?? null);
    }
    case 'range':
      return (value) => parted.bounds.every(({ bound, value: limit }) => inBound(value, bound, limit));
  }
}

function inBound(value: unknown, bound: Bound, limit: number | string): boolean {
  const order = compare(value, limit);
  if (order === null) return false;
  switch (bound) {
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
}

/** Text is compared by its UTF-8 bytes, as the indexes do. Values of different types have no order. */
function compare(value: unknown, limit: number | string): number | null {
  if (typeof value === 'number' && typeof limit === 'number') return value - limit;
  if (typeof value === 'string' && typeof limit === 'string') return Buffer.compare(Buffer.from(value), Buffer.from(limit));
  return null;
}
