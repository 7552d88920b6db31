import type { Change } from '../port.js';
import { refuseNoNumber, refuseOverlap, refuseUndefined } from '../rules/changes.js';
import { storedPath, storedValue } from './bodies.js';

/** The update operators of a change, copied; null where it changes nothing. Throws a `Bug` on paths and values that can never be right. */
export function updateOf(change: Change, what: string): Record<string, Record<string, unknown>> | null {
  const { set = {}, unset = [], inc = {} } = change;
  refuseOverlap([...Object.keys(set), ...unset, ...Object.keys(inc)]);
  const update: Record<string, Record<string, unknown>> = {};
  const add = (operator: string, path: string, value: unknown): void => {
    (update[operator] ??= {})[storedPath(path)] = value;
  };
  for (const [path, value] of Object.entries(set)) {
    const stored = value === undefined ? undefined : storedValue(value, what);
    refuseUndefined(path, value, stored);
    add('$set', path, stored);
  }
  for (const path of unset) add('$unset', path, '');
  for (const [path, by] of Object.entries(inc)) {
    refuseNoNumber(path, by);
    add('$inc', path, by);
  }
  return Object.keys(update).length === 0 ? null : update;
}
