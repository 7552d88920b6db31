import { Bug } from '../../contracts/index.js';
import type { Condition, Scalar } from '../port.js';

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
