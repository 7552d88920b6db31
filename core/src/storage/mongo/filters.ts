import { Bug } from '../../contracts/index.js';
import type { Query, Scope, Where } from '../port.js';
import { type Parted, part } from '../rules/conditions.js';
import { tenantOf } from '../rules/queries.js';
import { storedPath } from './bodies.js';

/** A filter or a sort order as the driver takes it. */
export type Filter = Record<string, unknown>;

/** One document of a scope, as it must be for a change to happen. */
export function oneFilter(scope: Scope, id: string, when: Where = {}): Filter {
  const filter: Filter = { _id: id };
  if (scope !== 'all') filter['tenant'] = tenantOf(scope);
  return withWhere(filter, when);
}

/** The documents of a scope a query asks for. Throws a `Bug` on paths that are not declared. */
export function manyFilter(collection: string, declared: ReadonlySet<string>, scope: Scope, where: Where): Filter {
  for (const path of Object.keys(where)) refuseUndeclared(collection, declared, path);
  return withWhere(scope === 'all' ? {} : { tenant: tenantOf(scope) }, where);
}

/** The order of a query. MongoDB puts null and absent before all else and compares text by its bytes, as the port demands. */
export function sortOf(collection: string, declared: ReadonlySet<string>, sort: Query['sort'] = []): Record<string, 1 | -1> {
  const order: Record<string, 1 | -1> = {};
  for (const { path, order: direction } of sort) {
    refuseUndeclared(collection, declared, path);
    order[storedPath(path)] = direction === 'asc' ? 1 : -1;
  }
  return order;
}

function refuseUndeclared(collection: string, declared: ReadonlySet<string>, path: string): void {
  if (!declared.has(path)) throw new Bug(`${collection}: "${path}" is not declared and cannot be queried`, { code: 'storage.undeclared' });
}

/** Conditions on what the scope already names are added, never put in its place. */
function withWhere(filter: Filter, where: Where): Filter {
  const more: Filter[] = [];
  for (const [path, condition] of Object.entries(where)) {
    const key = storedPath(path);
    const wanted = conditionOf(part(path, condition));
    if (key in filter) more.push({ [key]: wanted });
    else filter[key] = wanted;
  }
  if (more.length > 0) filter['$and'] = more;
  return filter;
}

/** MongoDB compares within one type only, and null holds for what is absent: both as the port says. */
function conditionOf(parted: Parted): unknown {
  switch (parted.kind) {
    case 'equal':
      return parted.value;
    case 'in':
      return { $in: parted.values };
    case 'range':
      return Object.fromEntries(parted.bounds.map(({ bound, value }) => [`$${bound}`, value]));
  }
}
