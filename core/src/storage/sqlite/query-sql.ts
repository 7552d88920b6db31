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
  const sort = (query.sort ?? []).map(({ path, order }) => ({ sql: declared(layout, path).sql, order: order === 'asc' ? 'ASC' : 'DESC' }));
  const branches = oneByOne(layout, scope, query);
  if (branches !== null) {
    const selects = branches.map((where) => whereSql(layout, scope, where));
    const columns = ['"id"', '"body"', ...sort.map(({ sql }) => sql)].join(', ');
    const order = sort.map((by, place) => `${place + 3} ${by.order}`).join(', ');
    return { text: `${selects.map((where) => `SELECT ${columns} FROM ${layout.table}${where.text}`).join(' UNION ALL ')} ORDER BY ${order} LIMIT ?`, bound: [...selects.flatMap((where) => where.bound), limit] };
  }
  const where = whereSql(layout, scope, query.where ?? {});
  const order = sort.length > 0 ? ` ORDER BY ${sort.map((by) => `${by.sql} ${by.order}`).join(', ')}` : '';
  return { text: `SELECT "id", "body" FROM ${layout.table}${where.text}${order} LIMIT ?`, bound: [...where.bound, limit] };
}

/** More values than this in a list are not asked for one by one. */
const MOST_BRANCHES = 4;

/**
 * The query once for each value of its one list, where an index holds each of them in the order that is asked for: SQLite then
 * merges a few short, ordered reads. Left to itself it would rather walk everything that is in order and drop what is not in the
 * list: all turns of a mailbox for the few that are unfinished. Null where that does not apply.
 */
function oneByOne(layout: Layout, scope: Scope, { where = {}, sort = [] }: Query): Where[] | null {
  const parted = Object.entries(where).map(([path, condition]) => ({ path, parted: part(path, condition) }));
  const lists = parted.flatMap(({ path, parted: p }) => (p.kind === 'in' ? [{ path, values: [...new Set(p.values)] }] : []));
  const [list] = lists;
  if (list === undefined || lists.length > 1 || sort.length === 0 || list.values.length < 2 || list.values.length > MOST_BRANCHES) return null;
  const fixed = new Set([list.path, ...parted.flatMap(({ path, parted: p }) => (p.kind === 'equal' ? [path] : [])), ...(scope === 'all' ? [] : ['tenant'])]);
  const wanted = sort.map(({ path }) => path);
  const serves = (paths: readonly string[]) => {
    const prefix = paths.slice(0, paths.indexOf(wanted[0] ?? ''));
    return prefix.includes(list.path) && prefix.every((path) => fixed.has(path)) && wanted.every((path, n) => paths[prefix.length + n] === path);
  };
  if (![...layout.record.unique, ...layout.record.indexes].some(({ paths }) => serves(paths))) return null;
  return list.values.map((value) => ({ ...where, [list.path]: value }));
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
