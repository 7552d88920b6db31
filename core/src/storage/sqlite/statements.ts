import type Database from 'libsql';
import { LRUCache } from 'lru-cache';
import { Bug } from '../../contracts/index.js';

/** What may be bound. libsql aborts the whole process on a bound boolean, so booleans are 0 and 1 here. */
export type Bound = string | number | null | Uint8Array;

/** Query shapes kept ready. A service uses a few dozen; the rest is for lists of many lengths. */
const KEPT = 400;

/** Runs SQL on one connection and keeps its prepared statements. Parameters always go as one array, rows come back as arrays. */
export class Statements {
  readonly #database: Database.Database;
  readonly #kept = new LRUCache<string, Database.Statement>({ max: KEPT });

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Runs a statement that yields no rows and returns how many rows it changed. */
  run(sql: string, bound: readonly Bound[] = []): number {
    return this.#prepared(sql, false).run(bound).changes;
  }

  /** The first row, or null. */
  row(sql: string, bound: readonly Bound[] = []): readonly unknown[] | null {
    const row = this.#prepared(sql, true).get(bound);
    return row === undefined || row === null ? null : asRow(row);
  }

  rows(sql: string, bound: readonly Bound[] = []): (readonly unknown[])[] {
    return this.#prepared(sql, true).all(bound).map(asRow);
  }

  /** Runs all of `work` or nothing of it. */
  transaction<R>(work: () => R): R {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Ends an open transaction without its effects. SQLite may have ended it already, as it does on a full disk. */
  rollback(): void {
    if (this.#database.inTransaction) this.run('ROLLBACK');
  }

  /** Whether a transaction is open. */
  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** Lets go of every prepared statement; one that lives on keeps the connection open. */
  forget(): void {
    this.#kept.clear();
  }

  #prepared(sql: string, reads: boolean): Database.Statement {
    const kept = this.#kept.get(sql);
    if (kept !== undefined) return kept;
    const made = this.#database.prepare(sql);
    if (reads) made.raw();
    this.#kept.set(sql, made);
    return made;
  }
}

function asRow(row: unknown): readonly unknown[] {
  if (Array.isArray(row)) return row;
  throw new Bug('a row is not an array: the statement was prepared without raw mode', { code: 'storage.row' });
}

/** A column that must hold text. */
export function textOf(row: readonly unknown[], column: number): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new Bug(`column ${column} is not text`, { code: 'storage.row' });
}

/** A column that must hold a number. */
export function numberOf(row: readonly unknown[], column: number): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new Bug(`column ${column} is not a number`, { code: 'storage.row' });
}
