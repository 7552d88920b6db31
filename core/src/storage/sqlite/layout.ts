import { z } from 'zod';
import { Bug } from '../../contracts/index.js';
import type { CollectionSpec, Stored } from '../port.js';
import { readAt, segmentsOf } from './document-paths.js';
import type { Bound } from './statements.js';

const PathType = z.enum(['string', 'number', 'boolean']);
/** The scalar types a path may be declared as. */
export type PathType = z.infer<typeof PathType>;

const IndexShape = z.strictObject({ name: z.string(), paths: z.array(z.string()) });

/** What of a collection's spec the file must match; kept in the file beside the table to see what changed since. */
export const LayoutRecord = z.strictObject({
  paths: z.record(z.string(), PathType),
  unique: z.array(IndexShape),
  indexes: z.array(IndexShape),
});
export type LayoutRecord = z.infer<typeof LayoutRecord>;

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

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The table for a spec. Throws a `Bug` on names that cannot be quoted safely and on indexes over undeclared paths. */
export function layoutOf(spec: Pick<CollectionSpec<Stored>, 'name' | 'paths' | 'unique' | 'indexes'>): Layout {
  if (!NAME.test(spec.name)) throw new Bug(`"${spec.name}" cannot name a collection`, { code: 'storage.spec' });
  const columns: Column[] = [];
  const queryable = new Map<string, { type: PathType; sql: string }>([
    ['id', { type: 'string', sql: '"id"' }],
    ['tenant', { type: 'string', sql: '"tenant"' }],
  ]);
  for (const [path, type] of Object.entries(spec.paths)) {
    if (path === 'id' || path === 'tenant') continue;
    const segments = segmentsOf(path);
    if (!segments.every((segment) => NAME.test(segment))) throw new Bug(`${spec.name}: "${path}" cannot be declared`, { code: 'storage.spec' });
    const column = { path, segments, type, sql: columnSql(path) };
    columns.push(column);
    queryable.set(path, column);
  }
  for (const index of [...spec.unique, ...spec.indexes]) {
    const unknown = index.paths.find((path) => !queryable.has(path));
    if (!NAME.test(index.name) || index.paths.length === 0) throw new Bug(`${spec.name}: "${index.name}" is no usable index`, { code: 'storage.spec' });
    if (unknown !== undefined) throw new Bug(`${spec.name}: index "${index.name}" names the undeclared path "${unknown}"`, { code: 'storage.spec' });
  }
  const names = [...spec.unique, ...spec.indexes].map((index) => index.name);
  if (new Set(names).size < names.length) throw new Bug(`${spec.name}: two indexes have the same name`, { code: 'storage.spec' });
  const violations = new Map([[`UNIQUE constraint failed: c_${spec.name}.id`, 'id']]);
  for (const index of spec.unique) {
    violations.set(`UNIQUE constraint failed: ${index.paths.map((path) => `c_${spec.name}.${columnName(path)}`).join(', ')}`, index.name);
  }
  return { collection: spec.name, table: `"c_${spec.name}"`, columns, queryable, violations, record: recordOf(spec) };
}

function recordOf(spec: Pick<CollectionSpec<Stored>, 'paths' | 'unique' | 'indexes'>): LayoutRecord {
  const shape = (index: { name: string; paths: readonly string[] }) => ({ name: index.name, paths: [...index.paths] });
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const paths = Object.entries(spec.paths)
    .filter(([path]) => path !== 'id' && path !== 'tenant')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { paths: Object.fromEntries(paths), unique: spec.unique.map(shape).sort(byName), indexes: spec.indexes.map(shape).sort(byName) };
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
