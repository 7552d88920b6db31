import { Bug } from '../../contracts/index.js';
import type { Query } from '../port.js';

/** The most documents one `find` returns. */
const MAX_LIMIT = 1_000;
const DEFAULT_LIMIT = 100;

/** How many documents a query may return. Throws a `Bug` when it asks for none or for too many. */
export function limitOf(collection: string, query: Query): number {
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new Bug(`${collection}: a limit of ${limit} is not within 1 to ${MAX_LIMIT}`, { code: 'storage.limit' });
}

/** The tenant of a scope that is not `all`. Throws a `Bug` where none is named: such a query would see every tenant's. */
export function tenantOf(scope: { tenant: string }): string {
  const tenant: unknown = scope.tenant;
  if (typeof tenant === 'string' && tenant !== '') return tenant;
  throw new Bug('a query names no tenant', { code: 'storage.scope' });
}
