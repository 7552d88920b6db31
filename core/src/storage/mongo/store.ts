import type mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { Bug, type Log, Rejected } from '../../contracts/index.js';
import type { Collection, CollectionSpec, Snapshot, Stored, WholeStore } from '../port.js';
import { notEmpty } from '../rules/filling.js';
import { recordOf } from '../rules/specs.js';
import type { Row } from './bodies.js';
import { MongoBlobs } from './blobs.js';
import { MongoCollection, type Prepared } from './collection.js';
import { prepareIndexes } from './indexes.js';
import { schemaOf, wantedIndexes } from './models.js';
import { Operations } from './operations.js';
import { newerSchema, schemaRows } from './schema.js';
import { takeSnapshot } from './snapshot.js';

/** What a store works with once it is open. */
export interface StoreMeans {
  connection: mongoose.Connection;
  database: mongo.Db;
  /** Whether missing indexes are made. */
  autoIndex: boolean;
  /** The schema version this release writes. */
  version: number;
  clock: () => number;
  newId: () => string;
  log: Log | undefined;
}

/** One collection on its way to its indexes: begun by whoever needs it first, and again after it failed. */
class Preparation implements Prepared {
  readonly layout: string;
  readonly #prepare: () => Promise<void>;
  #done = false;
  #running: Promise<void> | null = null;

  constructor(layout: string, prepare: () => Promise<void>) {
    this.layout = layout;
    this.#prepare = prepare;
  }

  /** Null once done, else what to wait for. */
  wait(): Promise<void> | null {
    if (this.#done) return null;
    this.#running ??= this.#prepare().then(
      () => {
        this.#done = true;
      },
      (error: unknown) => {
        this.#running = null;
        throw error;
      },
    );
    return this.#running;
  }
}

/** The MongoDB engine over one mongoose connection, which it owns from here on. Any number of processes may work on one database. */
export class MongoStore implements WholeStore {
  readonly exclusive = false;
  readonly blobs: MongoBlobs;
  readonly #means: StoreMeans;
  readonly #operations = new Operations();
  readonly #preparations = new Map<string, Preparation>();
  #closing: Promise<void> | null = null;

  constructor(means: StoreMeans) {
    this.#means = means;
    const blobs = new MongoBlobs(means.database, this.#operations, means.clock, means.newId);
    this.blobs = blobs;
    this.#preparations.set('parley_blob_parts', new Preparation('', () => blobs.prepare(means.autoIndex, means.log)));
  }

  collection<T extends Stored>(spec: CollectionSpec<T>): Collection<T> {
    if (this.#closing !== null) throw new Bug('the store is closed', { code: 'storage.closed' });
    const layout = recordOf(spec);
    const text = JSON.stringify(layout);
    const { connection, database, autoIndex, log } = this.#means;
    const rows = database.collection<Row>(spec.name);
    let preparation = this.#preparations.get(spec.name);
    if (preparation !== undefined && preparation.layout !== text) {
      throw new Bug(`two different specs are in use for the collection ${spec.name}`, { code: 'storage.spec' });
    }
    if (preparation === undefined) {
      const { schema } = connection.model(spec.name, schemaOf(layout), spec.name);
      preparation = new Preparation(text, () => prepareIndexes(rows, wantedIndexes(schema), autoIndex, log));
      this.#preparations.set(spec.name, preparation);
    }
    return new MongoCollection(spec, rows, this.#operations, preparation);
  }

  async ready(): Promise<void> {
    await Promise.all([...this.#preparations].map(([name, preparation]) => this.#operations.run(`${name}: preparing`, false, async () => preparation.wait())));
  }

  /**
   * Writes one small value and waits for a majority to have it, so that a database without a primary, without a
   * majority, with a full disk or without the right to write is found before a message is. Throws `Rejected` once a
   * newer release has migrated the database under a process of this one.
   */
  async ping(): Promise<void> {
    const { database, version } = this.#means;
    const row = await this.#operations.run('ping', false, () => schemaRows(database).findOneAndUpdate({ _id: 'schema' }, { $inc: { pings: 1 } }, { returnDocument: 'after' }));
    if (row === null) throw new Rejected(`the database "${database.databaseName}" has lost its schema document: it was dropped or replaced under a running process. Restart.`, { code: 'storage.schema' });
    if (row.version > version) throw newerSchema(database.databaseName, row.version, version);
  }

  /** Reads the newest that a majority keeps. It holds no moment still: every process of the service is to be stopped meanwhile. */
  async snapshot(): Promise<Snapshot> {
    const { database } = this.#means;
    return this.#operations.run('reading the whole store', false, () => takeSnapshot(database, this.#operations, (id) => this.blobs.get('all', id)));
  }

  async beginFilling(): Promise<void> {
    const { database } = this.#means;
    const held = notEmpty(`the database "${database.databaseName}"`, await this.snapshot());
    if (held !== null) throw held;
    await this.#operations.run('filling', true, () => schemaRows(database).updateOne({ _id: 'schema' }, { $set: { filling: true } }));
  }

  async endFilling(): Promise<void> {
    await this.#operations.run('filling', true, () => schemaRows(this.#means.database).updateOne({ _id: 'schema' }, { $unset: { filling: '' } }));
  }

  close(): Promise<void> {
    this.#closing ??= this.#operations.close().then(() => this.#means.connection.destroy());
    return this.#closing;
  }
}
