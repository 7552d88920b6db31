import type Database from 'libsql';
import { z } from 'zod';
import { Bug, type Log, Rejected } from '../../contracts/index.js';
import { unfinished } from '../rules/filling.js';
import { LayoutRecord } from '../rules/specs.js';
import { columnSql, columnValue, type Column, type Layout } from './layout.js';
import { sqliteCode } from './sqlite-errors.js';
import { numberOf, type Statements, textOf } from './statements.js';

/** Version of the file's own layout: what the engine's tables are called and how columns are filled. */
const SCHEMA_VERSION = 1;

/** Rows copied into new columns per step of a migration. */
const BACKFILL = 500;

/** `user_version` of a file that a restore has begun to fill. */
const FILLING = 1;

/** Marks a file as being filled, or takes the mark away. */
export function markFilling(database: Database.Database, filling: boolean): void {
  database.pragma(`user_version = ${filling ? FILLING : 0}`);
}

/** Makes the engine's own tables in a new file; refuses a file that a newer release wrote. Takes the exclusive lock by writing. */
export function prepareFile(statements: Statements, file: string): void {
  statements.transaction(() => {
    if (numberOf(statements.row('PRAGMA user_version') ?? [], 0) === FILLING) throw unfinished(file);
    statements.run('CREATE TABLE IF NOT EXISTS parley_schema (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, pings INTEGER NOT NULL)');
    const row = statements.row('SELECT version FROM parley_schema');
    const version = row === null ? null : numberOf(row, 0);
    if (version !== null && version > SCHEMA_VERSION) {
      throw new Rejected(
        `${file} was written by a newer release (schema version ${version}, this release knows ${SCHEMA_VERSION}). Start that release again, or restore a copy from before the upgrade.`,
        { code: 'storage.newer-schema' },
      );
    }
    // A write even where nothing changes: it is what makes SQLite take the lock now instead of at the first message.
    if (version === null) statements.run('INSERT INTO parley_schema (one, version, pings) VALUES (1, ?, 0)', [SCHEMA_VERSION]);
    else statements.run('UPDATE parley_schema SET version = ?', [SCHEMA_VERSION]);
    statements.run('CREATE TABLE IF NOT EXISTS parley_collections (name TEXT PRIMARY KEY, layout TEXT NOT NULL)');
    statements.run('CREATE TABLE IF NOT EXISTS parley_blobs (id TEXT PRIMARY KEY, tenant TEXT NOT NULL, mime TEXT NOT NULL, bytes BLOB NOT NULL)');
  });
}

/**
 * Brings a collection's table to what its spec says, in one transaction: new paths get a column filled from the
 * documents, what is no longer declared goes, indexes follow. The documents themselves are never touched.
 * Throws `Rejected` when documents already there break a new unique index.
 */
export function migrateCollection(statements: Statements, layout: Layout, log: Log | undefined): void {
  const wanted = JSON.stringify(layout.record);
  const row = statements.row('SELECT layout FROM parley_collections WHERE name = ?', [layout.collection]);
  if (row !== null && textOf(row, 0) === wanted) return;
  const had = row === null ? null : readRecord(textOf(row, 0), layout.collection);
  statements.transaction(() => {
    if (had === null) statements.run(`CREATE TABLE ${layout.table} ("id" TEXT PRIMARY KEY, "tenant" TEXT NOT NULL, "body" TEXT NOT NULL)`);
    dropIndexes(statements, layout, had);
    for (const [path, type] of Object.entries(had?.paths ?? {})) {
      if (layout.record.paths[path] !== type) statements.run(`ALTER TABLE ${layout.table} DROP COLUMN ${columnSql(path)}`);
    }
    const added = layout.columns.filter((column) => had?.paths[column.path] !== column.type);
    for (const column of added) statements.run(`ALTER TABLE ${layout.table} ADD COLUMN ${column.sql} ${column.type === 'string' ? 'TEXT' : 'INTEGER'}`);
    const filled = added.length > 0 && had !== null ? backfill(statements, layout, added) : 0;
    createIndexes(statements, layout, had);
    statements.run('INSERT INTO parley_collections (name, layout) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET layout = excluded.layout', [layout.collection, wanted]);
    if (had !== null) log?.info({ collection: layout.collection, paths: added.map((column) => column.path), documents: filled }, 'collection migrated');
  });
}

function readRecord(text: string, collection: string): LayoutRecord {
  const parsed = z.safeParse(LayoutRecord, JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Bug(`the layout kept for ${collection} cannot be read`, { code: 'storage.layout', cause: parsed.error });
}

interface Index {
  name: string;
  paths: readonly string[];
  unique: boolean;
}

function indexesOf(record: LayoutRecord): Index[] {
  return [...record.unique.map((index) => ({ ...index, unique: true })), ...record.indexes.map((index) => ({ ...index, unique: false }))];
}

/** Two indexes are the same only with the same columns of the same types: a column made anew takes its indexes with it. */
function sameIndex(index: Index, record: LayoutRecord, others: LayoutRecord | null): boolean {
  if (others === null) return false;
  return indexesOf(others).some(
    (other) =>
      other.name === index.name &&
      other.unique === index.unique &&
      other.paths.join() === index.paths.join() &&
      index.paths.every((path) => record.paths[path] === others.paths[path]),
  );
}

function indexSql(layout: Layout, index: Index): string {
  return `"c_${layout.collection}:${index.name}"`;
}

function dropIndexes(statements: Statements, layout: Layout, had: LayoutRecord | null): void {
  if (had === null) return;
  for (const index of indexesOf(had)) {
    if (!sameIndex(index, had, layout.record)) statements.run(`DROP INDEX ${indexSql(layout, index)}`);
  }
}

function createIndexes(statements: Statements, layout: Layout, had: LayoutRecord | null): void {
  for (const index of indexesOf(layout.record)) {
    if (sameIndex(index, layout.record, had)) continue;
    try {
      statements.run(`CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${indexSql(layout, index)} ON ${layout.table} (${index.paths.map(columnSql).join(', ')})`);
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) throw error;
      throw new Rejected(
        `${layout.collection}: documents already there are not unique over ${index.paths.join(' + ')}, which the new index "${index.name}" demands. Nothing was changed.`,
        { code: 'storage.not-unique', cause: error },
      );
    }
  }
}

function backfill(statements: Statements, layout: Layout, added: readonly Column[]): number {
  const update = `UPDATE ${layout.table} SET ${added.map((column) => `${column.sql} = ?`).join(', ')} WHERE rowid = ?`;
  let last = 0;
  let filled = 0;
  for (;;) {
    const rows = statements.rows(`SELECT rowid, "body" FROM ${layout.table} WHERE rowid > ? ORDER BY rowid LIMIT ${BACKFILL}`, [last]);
    for (const row of rows) {
      last = numberOf(row, 0);
      const document: unknown = JSON.parse(textOf(row, 1));
      statements.run(update, [...added.map((column) => columnValue(document, column)), last]);
    }
    filled += rows.length;
    if (rows.length < BACKFILL) return filled;
  }
}
