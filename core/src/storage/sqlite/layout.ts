import { readAt, segmentsOf } from '../rules/document-paths.js';
import { type LayoutRecord, type PathType, recordOf, type SpecShape } from '../rules/specs.js';
import type { Bound } from './statements.js';

/** One declared path and the column it is copied to at every write. */
export interface Column {
  readonly path: string;
  readonly segments: readonly string[];
  readonly type: PathType;
  /** Quoted for SQL. */
  readonly sql: string;
}

/** A collection as a table: id, tenant, body and one column per declared path. */
export interface Layout {
  readonly collection: string;
  /** Quoted for SQL. */
  readonly table: string;
  readonly columns: readonly Column[];
  /** Every path a query may name, `id` and `tenant` included. */
  readonly queryable: ReadonlyMap<string, { readonly type: PathType; readonly sql: string }>;
  /** What SQLite says when a unique index refuses a document -> the index's name. */
  readonly violations: ReadonlyMap<string, string>;
  readonly record: LayoutRecord;
}

/** The table for a spec. Throws a `Bug` on names that cannot be quoted safely and on indexes over undeclared paths. */
export function layoutOf(spec: SpecShape): Layout {
  const record = recordOf(spec);
  const queryable = new Map<string, { type: PathType; sql: string }>([
    ['id', { type: 'string', sql: '"id"' }],
    ['tenant', { type: 'string', sql: '"tenant"' }],
  ]);
  const columns: Column[] = [];
  for (const [path, type] of Object.entries(spec.paths)) {
    if (path === 'id' || path === 'tenant') continue;
    const column = { path, segments: segmentsOf(path), type, sql: columnSql(path) };
    columns.push(column);
    queryable.set(path, column);
  }
  const violations = new Map([[`UNIQUE constraint failed: c_${spec.name}.id`, 'id']]);
  for (const index of spec.unique) {
    violations.set(`UNIQUE constraint failed: ${index.paths.map((path) => `c_${spec.name}.${columnName(path)}`).join(', ')}`, index.name);
  }
  return { collection: spec.name, table: `"c_${spec.name}"`, columns, queryable, violations, record };
}

/** Declared paths are prefixed, so that none can meet `id`, `tenant` or `body`. */
function columnName(path: string): string {
  return path === 'id' || path === 'tenant' ? path : `p_${path}`;
}

/** The quoted column of a path. */
export function columnSql(path: string): string {
  return `"${columnName(path)}"`;
}

/** What the column of a path holds for a document. A value of another type than declared is as good as absent. */
export function columnValue(document: unknown, column: Column): Bound {
  return boundOf(readAt(document, column.segments), column.type);
}

/** A value of the declared type as SQLite keeps it, else null. */
export function boundOf(value: unknown, type: PathType): string | number | null {
  if (typeof value !== type) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
