import type { mongo } from 'mongoose';
import { Bug } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import type { Change, Collection, CollectionSpec, Query, Scope, Stored, Where } from '../port.js';
import { limitOf } from '../rules/queries.js';
import { documentOf, type Row, rowOf, storedPath } from './bodies.js';
import { manyFilter, oneFilter, sortOf } from './filters.js';
import { takenIndex } from './mongo-errors.js';
import type { Operations } from './operations.js';
import { updateOf } from './updates.js';

/** Whether a collection's indexes are in place. */
export interface Prepared {
  /** Null once they are, else what to wait for. */
  wait(): Promise<void> | null;
}

/** What a reader may act on outwardly is read as a majority has it; see `MongoCollection`. */
const SETTLED = { readConcern: { level: 'majority' } } as const;

/**
 * One collection of MongoDB. Every write is one round trip, decided by the primary and confirmed by a majority; that
 * holds for refused ones too: the server answers a duplicate key or a `when` that does not hold only once what stood in
 * the way is kept by a majority. `get` reads what a majority keeps, because its reader may tell the outside that
 * something is there. `find` and `count` read the primary's newest: they choose what to try next, and the write decides;
 * an older snapshot would make those who append to one mailbox collide for as long as replication takes.
 */
export class MongoCollection<T extends Stored> implements Collection<T> {
  readonly #spec: CollectionSpec<T>;
  readonly #rows: mongo.Collection<Row>;
  readonly #operations: Operations;
  readonly #prepared: Prepared;
  readonly #declared: ReadonlySet<string>;
  readonly #unique: readonly { name: string; keys: readonly string[] }[];

  constructor(spec: CollectionSpec<T>, rows: mongo.Collection<Row>, operations: Operations, prepared: Prepared) {
    this.#spec = spec;
    this.#rows = rows;
    this.#operations = operations;
    this.#prepared = prepared;
    this.#declared = new Set(['id', 'tenant', ...Object.keys(spec.paths)]);
    this.#unique = spec.unique.map(({ name, paths }) => ({ name, keys: paths.map(storedPath) }));
  }

  async insert(document: T): Promise<void> {
    const { id, tenant } = document;
    if (typeof id !== 'string' || id === '' || typeof tenant !== 'string' || tenant === '') {
      throw new Bug(`${this.#spec.name}: a document without id or tenant`, { code: 'storage.identity' });
    }
    const row = rowOf(document, `${this.#spec.name}/${id}`);
    await this.#writing('insert', () => this.#rows.insertOne(row));
  }

  async get(scope: Scope, id: string): Promise<T | null> {
    const filter = oneFilter(scope, id);
    const row = await this.#reading('get', () => this.#rows.findOne(filter, SETTLED));
    return row === null ? null : this.#parse(row);
  }

  async find(scope: Scope, query: Query): Promise<T[]> {
    const filter = manyFilter(this.#spec.name, this.#declared, scope, query.where ?? {});
    const sort = sortOf(this.#spec.name, this.#declared, query.sort);
    const limit = limitOf(this.#spec.name, query);
    // All in the first answer: a cursor left open would cost a second round trip.
    const rows = await this.#reading('find', () => this.#rows.find(filter, { sort, limit, batchSize: limit }).toArray());
    return rows.map((row) => this.#parse(row));
  }

  async count(scope: Scope, where: Where): Promise<number> {
    const filter = manyFilter(this.#spec.name, this.#declared, scope, where);
    return this.#reading('count', () => this.#rows.countDocuments(filter));
  }

  async update(scope: Scope, id: string, change: Change): Promise<T | null> {
    const update = updateOf(change, `${this.#spec.name}/${id}`);
    const filter = oneFilter(scope, id, change.when);
    const row = await (update === null
      ? this.#reading('update', () => this.#rows.findOne(filter, SETTLED))
      : this.#writing('update', () => this.#rows.findOneAndUpdate(filter, update, { returnDocument: 'after' })));
    return row === null ? null : this.#parse(row);
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    const filter = oneFilter(scope, id);
    const { deletedCount } = await this.#writing('remove', () => this.#rows.deleteOne(filter));
    return deletedCount > 0;
  }

  #reading<R>(doing: string, work: () => Promise<R>): Promise<R> {
    return this.#operations.run(`${this.#spec.name}: ${doing}`, false, () => this.#after(work));
  }

  #writing<R>(doing: string, work: () => Promise<R>): Promise<R> {
    return this.#operations.run(`${this.#spec.name}: ${doing}`, true, async () => {
      try {
        return await this.#after(work);
      } catch (error) {
        const index = takenIndex(error, this.#unique);
        throw index === null ? error : new DuplicateKey(this.#spec.name, index);
      }
    });
  }

  #after<R>(work: () => Promise<R>): Promise<R> {
    const prepared = this.#prepared.wait();
    return prepared === null ? work() : prepared.then(work);
  }

  #parse(row: Row): T {
    const id = row._id;
    try {
      return this.#spec.parse(documentOf(row));
    } catch (error) {
      throw new Bug(`${this.#spec.name}/${id}: the stored document is not what this release expects`, { code: 'storage.document', cause: error });
    }
  }
}
