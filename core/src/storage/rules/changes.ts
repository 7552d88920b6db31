import { Bug } from '../../contracts/index.js';

/** Who a document is and whose never changes, and no path may be written twice or inside another one: the order would decide. */
export function refuseOverlap(paths: readonly string[]): void {
  const all = new Set(paths);
  if (all.size < paths.length) throw new Bug('a change names one path twice', { code: 'storage.overlap' });
  for (const path of all) {
    if (path === 'id' || path === 'tenant') throw new Bug(`"${path}" of a document never changes`, { code: 'storage.identity' });
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      const outer = path.slice(0, dot);
      if (all.has(outer) || outer === 'id' || outer === 'tenant') throw new Bug(`a change names both "${outer}" and "${path}"`, { code: 'storage.overlap' });
    }
  }
}

/** What has no place in JSON cannot be set: `stored` is what would be kept of `value`. */
export function refuseUndefined(path: string, value: unknown, stored: unknown): void {
  if (value === undefined) throw new Bug(`"${path}" cannot be set to undefined: name it in "unset"`, { code: 'storage.undefined' });
  if (stored === undefined) throw new Bug(`"${path}" cannot be set to a ${typeof value}`, { code: 'storage.undefined' });
}

/** Only a finite number can be added. */
export function refuseNoNumber(path: string, by: unknown): void {
  if (typeof by !== 'number' || !Number.isFinite(by)) throw new Bug(`"${path}" cannot be raised by ${String(by)}`, { code: 'storage.inc' });
}
