import { Bug } from '../../contracts/index.js';
import type { Query, Scope, Where } from '../port.js';
import { type Bound as RangeBound, type Parted, part } from '../rules/conditions.js';
import { limitOf, tenantOf } from '../rules/queries.js';
import type { PathType } from '../rules/specs.js';
import { boundOf, type Layout } from './layout.js';
import type { Bound } from './statements.js';

/** SQL with its parameters. Queries of one shape give the same text, so that their statement is prepared once. */
interface Sql {
  text: string;
  bound: Bound[];
}

const OPERATORS: Record<RangeBound, string> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** The statement for a `find`. Throws a `Bug` on undeclared paths and limits out of bounds. */
export function findSql(layout: Layout, scope: Scope, query: Query): Sql {
  const limit = limitOf(layout.collection, query);
  const where = whereSql(layout, scope, query.where ?? {});
  const sort = (query.sort ?? []).map(({ path, order }) => `${declared(layout, path).sql} ${order === 'asc' ? 'ASC' : 'DESC'}`);
  const order = sort.length > 0 ? ` ORDER BY ${sort.join(', ')}` : '';
  return { text: `SELECT "id", "body" FROM ${layout.table}${where.text}${order} LIMIT ?`, bound: [...where.bound, limit] };
}

/** The statement for a `count`. */
export function countSql(layout: Layout, scope: Scope, where: Where): Sql {
  const conditions = whereSql(layout, scope, where);
  return { text: `SELECT count(*) FROM ${layout.table}${conditions.text}`, bound: conditions.bound };
}

/** ` AND "tenant" = ?` and its parameter, for statements that already name an id. */
export function andTenant(scope: Scope): Sql {
  return scope === 'all' ? { text: '', bound: [] } : { text: ' AND "tenant" = ?', bound: [tenantOf(scope)] };
}

function whereSql(layout: Layout, scope: Scope, where: Where): Sql {
  const texts: string[] = [];
  const bound: Bound[] = [];
  if (scope !== 'all') {
    texts.push('"tenant" = ?');
    bound.push(tenantOf(scope));
  }
  for (const [path, condition] of Object.entries(where)) {
    const { sql, type } = declared(layout, path);
    const one = conditionSql(sql, type, part(path, condition));
    texts.push(one.text);
    bound.push(...one.bound);
  }
  return { text: texts.length > 0 ? ` WHERE ${texts.join(' AND ')}` : '', bound };
}

function declared(layout: Layout, path: string): { type: PathType; sql: string } {
  const found = layout.queryable.get(path);
  if (found !== undefined) return found;
  throw new Bug(`${layout.collection}: "${path}" is not declared and cannot be queried`, { code: 'storage.undeclared' });
}

/** A value of another type than the path's matches nothing. */
const NOTHING: Sql = { text: '0', bound: [] };

function conditionSql(column: string, type: PathType, parted: Parted): Sql {
  switch (parted.kind) {
    case 'equal': {
      if (parted.value === null) return { text: `${column} IS NULL`, bound: [] };
      const value = boundOf(parted.value, type);
      return value === null ? NOTHING : { text: `${column} = ?`, bound: [value] };
    }
    case 'in':
      return inSql(column, type, parted.values);
    case 'range': {
      const values = parted.bounds.map(({ value }) => boundOf(value, type));
      if (values.includes(null)) return NOTHING;
      return { text: parted.bounds.map(({ bound }) => `${column} ${OPERATORS[bound]} ?`).join(' AND '), bound: values };
    }
  }
}

function inSql(column: string, type: PathType, values: readonly unknown[]): Sql {
  const bound: Bound[] = values.map((value) => boundOf(value, type)).filter((value) => value !== null);
  const last = bound[bound.length - 1];
  const isNull = values.includes(null) ? `${column} IS NULL` : null;
  if (last === undefined) return isNull === null ? NOTHING : { text: isNull, bound: [] };
  // Lists are filled up to the next power of two with their last value: a dozen shapes instead of one per length.
  const size = 2 ** Math.ceil(Math.log2(bound.length));
  while (bound.length < size) bound.push(last);
  const list = `${column} IN (${Array<string>(size).fill('?').join(', ')})`;
  return { text: isNull === null ? list : `(${isNull} OR ${list})`, bound };
}
