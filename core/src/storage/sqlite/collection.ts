import type { LRUCache } from 'lru-cache';
import { Bug } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import type { Change, Collection, CollectionSpec, Query, Scope, Stored, Where } from '../port.js';
import { isJsonObject, type JsonObject } from '../rules/document-paths.js';
import { errorMessage } from '../rules/error-shape.js';
import { prepareChange } from './change.js';
import { columnValue, type Layout } from './layout.js';
import { andTenant, countSql, findSql } from './query-sql.js';
import { asStorageError, sqliteCode } from './sqlite-errors.js';
import { type Bound, numberOf, type Statements, textOf } from './statements.js';
import type { KeptBody } from './body-cache.js';
import type { GroupWriter } from './writer.js';

/** One collection over one table. Reads answer at once from what is committed; writes go through the group. */
export class SqliteCollection<T extends Stored> implements Collection<T> {
  readonly #spec: CollectionSpec<T>;
  readonly #layout: Layout;
  readonly #statements: Statements;
  readonly #writer: GroupWriter;
  readonly #insert: string;
  readonly #bodies: LRUCache<string, KeptBody>;

  constructor(spec: CollectionSpec<T>, layout: Layout, statements: Statements, writer: GroupWriter, bodies: LRUCache<string, KeptBody>) {
    this.#bodies = bodies;
    this.#spec = spec;
    this.#layout = layout;
    this.#statements = statements;
    this.#writer = writer;
    const columns = ['"id"', '"tenant"', '"body"', ...layout.columns.map((column) => column.sql)];
    this.#insert = `INSERT INTO ${layout.table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  }

  async insert(document: T): Promise<void> {
    const { id, tenant } = document;
    if (typeof id !== 'string' || id === '' || typeof tenant !== 'string' || tenant === '') {
      throw new Bug(`${this.#layout.collection}: a document without id or tenant`, { code: 'storage.identity' });
    }
    const body = JSON.stringify(document);
    const bound: Bound[] = [id, tenant, body, ...this.#layout.columns.map((column) => columnValue(document, column))];
    await this.#writer.submit(body.length, () => {
      this.#change(id, this.#insert, bound);
      this.#bodies.set(id, { tenant, body });
    });
  }

  // Reads are synchronous inside; `async` turns what they throw into a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  async get(scope: Scope, id: string): Promise<T | null> {
    return this.#reading(() => {
      const body = this.#body(scope, id);
      return body === null ? null : this.#parse(id, JSON.parse(body));
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async find(scope: Scope, query: Query): Promise<T[]> {
    return this.#reading(() => {
      const { text, bound } = findSql(this.#layout, scope, query);
      return this.#statements.rows(text, bound).map((row) => this.#parse(textOf(row, 0), JSON.parse(textOf(row, 1))));
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async count(scope: Scope, where: Where): Promise<number> {
    return this.#reading(() => {
      const { text, bound } = countSql(this.#layout, scope, where);
      return numberOf(this.#statements.row(text, bound) ?? [], 0);
    });
  }

  async update(scope: Scope, id: string, change: Change): Promise<T | null> {
    const prepared = prepareChange(change);
    andTenant(scope);
    return this.#writer.submit(prepared.bytes, () => {
      const body = this.#body(scope, id);
      if (body === null) return null;
      const document: unknown = JSON.parse(body);
      if (!isJsonObject(document)) throw new Bug(`${this.#layout.collection}/${id}: the body is no object`, { code: 'storage.document' });
      if (!prepared.holds(document)) return null;
      const before = this.#layout.columns.map((column) => columnValue(document, column));
      prepared.apply(document);
      return this.#replace(id, document, body, before);
    });
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    const tenant = andTenant(scope);
    return this.#writer.submit(0, () => {
      this.#bodies.delete(id);
      return this.#statements.run(`DELETE FROM ${this.#layout.table} WHERE "id" = ?${tenant.text}`, [id, ...tenant.bound]) > 0;
    });
  }

  /** Writes the document back. Only columns that changed are named: SQLite rewrites the indexes of every column it is given. */
  #replace(id: string, document: JsonObject, bodyBefore: string, before: readonly Bound[]): T {
    const body = JSON.stringify(document);
    if (body === bodyBefore) return this.#parse(id, document);
    const sets = ['"body" = ?'];
    const bound: Bound[] = [body];
    for (const [place, column] of this.#layout.columns.entries()) {
      const value = columnValue(document, column);
      if (value === before[place]) continue;
      sets.push(`${column.sql} = ?`);
      bound.push(value);
    }
    // Parsed before it is written: a change that makes a document unreadable is refused instead of kept.
    const parsed = this.#parse(id, document);
    this.#change(id, `UPDATE ${this.#layout.table} SET ${sets.join(', ')} WHERE "id" = ?`, [...bound, id]);
    this.#bodies.set(id, { tenant: String(document['tenant']), body });
    return parsed;
  }

  #change(id: string, sql: string, bound: readonly Bound[]): void {
    try {
      this.#statements.run(sql, bound);
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') ) throw error;
      const index = this.#layout.violations.get(errorMessage(error));
      if (index === undefined) throw error;
      // When both are taken the id is what callers must hear of, whichever index SQLite looked at first.
      const known = index === 'id' || sql !== this.#insert || this.#body('all', id) === null ? index : 'id';
      throw new DuplicateKey(this.#layout.collection, known);
    }
  }

  #body(scope: Scope, id: string): string | null {
    andTenant(scope);
    const kept = this.#bodies.get(id) ?? this.#readBody(id);
    return kept === null || (scope !== 'all' && kept.tenant !== scope.tenant) ? null : kept.body;
  }

  #readBody(id: string): KeptBody | null {
    const row = this.#statements.row(`SELECT "tenant", "body" FROM ${this.#layout.table} WHERE "id" = ?`, [id]);
    if (row === null) return null;
    const kept = { tenant: textOf(row, 0), body: textOf(row, 1) };
    this.#bodies.set(id, kept);
    return kept;
  }

  #parse(id: string, document: unknown): T {
    try {
      return this.#spec.parse(document);
    } catch (error) {
      throw new Bug(`${this.#layout.collection}/${id}: the stored document is not what this release expects`, { code: 'storage.document', cause: error });
    }
  }

  #reading<R>(work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw asStorageError(error, `${this.#layout.collection}: read`);
    }
  }
}
