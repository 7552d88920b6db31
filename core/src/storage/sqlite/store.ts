import { Bug, type Log, Rejected } from '../../contracts/index.js';
import type { BlobStore, Collection, CollectionSpec, Snapshot, Stored, WholeStore } from '../port.js';
import { notEmpty } from '../rules/filling.js';
import { SqliteBlobs } from './blobs.js';
import { BodyCache } from './body-cache.js';
import { SqliteCollection } from './collection.js';
import { type Connection, letGo } from './connection.js';
import { layoutOf } from './layout.js';
import { markFilling, migrateCollection } from './schema.js';
import { takeSnapshot } from './snapshot.js';
import { type GroupLimits, GroupWriter } from './writer.js';

/** The SQLite engine over one open connection, which it owns from here on. */
export class SqliteStore implements WholeStore {
  readonly exclusive = true;
  readonly blobs: BlobStore;
  readonly #connection: Connection;
  readonly #file: string;
  readonly #writer: GroupWriter;
  readonly #log: Log | undefined;
  readonly #bodies = new BodyCache();
  /** Collection name -> its layout as text. */
  readonly #layouts = new Map<string, string>();
  #closed = false;
  #snapshots = false;

  constructor(connection: Connection, file: string, limits: GroupLimits, log: Log | undefined) {
    const { statements } = connection;
    this.#connection = connection;
    this.#file = file;
    this.#writer = new GroupWriter(statements, limits, log, () => this.#bodies.clear());
    this.#log = log;
    this.blobs = new SqliteBlobs(statements, this.#writer);
  }

  /**
   * A collection, its table brought to what the spec says first: new paths and indexes are filled from the documents.
   * Throws `Rejected` when documents already there break a new unique index.
   */
  collection<T extends Stored>(spec: CollectionSpec<T>): Collection<T> {
    this.#mustBeOpen();
    const layout = layoutOf(spec);
    const text = JSON.stringify(layout.record);
    const known = this.#layouts.get(spec.name);
    if (known !== undefined && known !== text) {
      throw new Bug(`two different specs are in use for the collection ${spec.name}`, { code: 'storage.spec' });
    }
    if (known === undefined) migrateCollection(this.#connection.statements, layout, this.#log);
    this.#layouts.set(spec.name, text);
    return new SqliteCollection(spec, layout, this.#connection.statements, this.#writer, this.#bodies.of(spec.name));
  }

  /** Nothing is left to do: `collection` has migrated its table by the time it returns. */
  // eslint-disable-next-line @typescript-eslint/require-await -- `async` turns what it throws into a rejection
  async ready(): Promise<void> {
    this.#mustBeOpen();
  }

  /** Commits a small write, so that a full or read-only disk is found before a message is. */
  async ping(): Promise<void> {
    await this.#writer.submit(0, () => this.#connection.statements.run('UPDATE parley_schema SET pings = pings + 1'));
  }

  /**
   * A copy of the file as of this moment, made beside it and read from there. Only this process can make one: the lock
   * shuts every other out. Making it holds the event loop, about half a second for 200 MB; reading it does not.
   */
  async snapshot(): Promise<Snapshot> {
    this.#mustBeOpen();
    if (this.#snapshots) throw new Rejected('a backup of this store is already running: wait for it to end', { code: 'storage.snapshot-running' });
    this.#snapshots = true;
    try {
      return await takeSnapshot(this.#connection.database, this.#file, () => {
        this.#snapshots = false;
      });
    } catch (error) {
      this.#snapshots = false;
      throw error;
    }
  }

  async beginFilling(): Promise<void> {
    const snapshot = await this.snapshot();
    await snapshot.close();
    const held = notEmpty(this.#file, snapshot);
    if (held !== null) throw held;
    markFilling(this.#connection.database, true);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- synchronous inside; `async` turns what it throws into a rejection
  async endFilling(): Promise<void> {
    this.#mustBeOpen();
    markFilling(this.#connection.database, false);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- synchronous inside; `async` turns what it throws into a rejection
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#writer.close();
    this.#bodies.clear();
    letGo(this.#connection);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Bug('the store is closed', { code: 'storage.closed' });
  }
}
