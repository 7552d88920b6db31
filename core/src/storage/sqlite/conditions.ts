import { Bug } from '../../contracts/index.js';
import type { Condition, Scalar, Where } from '../port.js';
import { readAt, segmentsOf } from './document-paths.js';

/** The bounds of a range, in the order they are compared. */
const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A condition with its three shapes told apart and copied, so that the caller's later changes do not reach it. */
export type Parted = { kind: 'equal'; value: Scalar } | { kind: 'in'; values: readonly Scalar[] } | { kind: 'range'; bounds: readonly { bound: Bound; value: number | string }[] };

/** Tells the shapes of a condition apart. Throws a `Bug` where it has none: such a condition would quietly hold for everything. */
export function part(path: string, condition: Condition): Parted {
  const given: unknown = condition;
  if (isScalar(given)) return { kind: 'equal', value: given };
  if (typeof given !== 'object') throw new Bug(`the condition on "${path}" is ${typeof given}`, { code: 'storage.condition' });
  if ('in' in given) {
    if (!Array.isArray(given.in) || !given.in.every(isScalar)) throw new Bug(`"in" on "${path}" is no list of scalars`, { code: 'storage.condition' });
    return { kind: 'in', values: [...given.in] };
  }
  const bounds: { bound: Bound; value: number | string }[] = [];
  for (const [bound, value] of Object.entries(given)) {
    const known = BOUNDS.find((one) => one === bound);
    if (known === undefined || (typeof value !== 'number' && typeof value !== 'string')) throw new Bug(`"${bound}" on "${path}" is no bound of a range`, { code: 'storage.condition' });
    bounds.push({ bound: known, value });
  }
  if (bounds.length === 0) throw new Bug(`the condition on "${path}" says nothing`, { code: 'storage.condition' });
  return { kind: 'range', bounds };
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

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
