/**
 * The storage port: what every engine offers and all that repositories may use. Documents are plain JSON objects;
 * queries use only the scalar paths their collection declares; nothing needs a transaction over several documents.
 */

/** A scalar that can be indexed and compared. */
export type Scalar = string | number | boolean | null;

/** Every stored document carries its own id and its tenant's. */
export interface Stored {
  id: string;
  tenant: string;
}

/** What an engine must know of a collection before it is used. Paths are dotted, scalar, and the only ones `find` may name. */
export interface CollectionSpec<T extends Stored> {
  name: string;
  /** Checks and types a document on its way out; a document that fails it is a `Bug` naming collection and id. */
  parse(document: unknown): T;
  /** `id` and `tenant` are declared already. `number` paths hold safe integers. */
  paths: Readonly<Record<string, 'string' | 'number' | 'boolean'>>;
  /** Unique over the listed paths together; documents where one of them is null or absent are not bound by it. */
  unique: readonly { name: string; paths: readonly string[] }[];
  indexes: readonly { name: string; paths: readonly string[] }[];
}

/**
 * Whose documents a query may see. Every read and write names it; `all` is for the engine rooms alone
 * (claiming, sweeping, finding the tenant of a verified account) and easy to search for.
 */
export type Scope = { tenant: string } | 'all';

/** Equality, membership or range on one declared path. */
export type Condition = Scalar | { in: readonly Scalar[] } | { gt?: number | string; gte?: number | string; lt?: number | string; lte?: number | string };
export type Where = Readonly<Record<string, Condition>>;

export interface Query {
  where?: Where;
  /** Declared paths, first is most significant. */
  sort?: readonly { path: string; order: 'asc' | 'desc' }[];
  /** At most 1,000; 100 when left out. */
  limit?: number;
}

/** Any JSON value. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/**
 * Compare and set. `when` may name any dotted path, declared or not: equality or membership (`null` matches absent).
 * All of `when` must hold, then all of `set`, `unset`, `inc` happen, or nothing does.
 * Numeric comparisons in `when` take ranges like `Condition`.
 */
export interface Change {
  when?: Where;
  set?: Readonly<Record<string, unknown>>;
  unset?: readonly string[];
  inc?: Readonly<Record<string, number>>;
}

/**
 * One collection of one engine. Each call is atomic; calls that were not awaited may be carried out in any order.
 * Arrays are values: no path leads into them, and no condition looks at what they hold.
 */
export interface Collection<T extends Stored> {
  /** Throws `DuplicateKey` when the id or a unique index is taken. Durable when it resolves. */
  insert(document: T): Promise<void>;
  get(scope: Scope, id: string): Promise<T | null>;
  find(scope: Scope, query: Query): Promise<T[]>;
  count(scope: Scope, where: Where): Promise<number>;
  /** Returns the document after the change, or null when it is absent, another tenant's, or `when` does not hold. */
  update(scope: Scope, id: string, change: Change): Promise<T | null>;
  /** Whether something was deleted. */
  remove(scope: Scope, id: string): Promise<boolean>;
}

/** Large parts: files, long payloads. */
export interface BlobStore {
  put(blob: { id: string; tenant: string; mime: string; bytes: Uint8Array }): Promise<void>;
  get(scope: Scope, id: string): Promise<{ mime: string; bytes: Uint8Array } | null>;
  remove(scope: Scope, id: string): Promise<boolean>;
}

/** An opened engine. */
export interface Store {
  /** True where no other process can be at work on this store (embedded): what a dead worker left is then free at once. */
  readonly exclusive: boolean;
  /** A collection of this store. Nothing is read or written through it before its indexes are in place: the first call waits for that. */
  collection<T extends Stored>(spec: CollectionSpec<T>): Collection<T>;
  /**
   * Brings every collection asked for so far to what its spec says (paths, indexes), so that a service starts with all
   * of them in place or says why it cannot. Call it once after composing and before accepting work; again does no harm.
   * Throws `Rejected` when documents already there break a new unique index, or when an index is missing and may not be made.
   */
  ready(): Promise<void>;
  readonly blobs: BlobStore;
  /** Whether it answers now; for `/ready`. */
  ping(): Promise<void>;
  /** Finishes what was begun and lets go of the files or connections. */
  close(): Promise<void>;
}

/** A document as a backup carries it: whatever it holds besides its id and tenant. */
export type KeptDocument = Stored & Readonly<Record<string, unknown>>;

/** A blob as a backup carries it. */
export interface KeptBlob {
  id: string;
  tenant: string;
  mime: string;
  bytes: Uint8Array;
}

/** Everything a store holds, whichever release asked for which collection. Read it, then close it. */
export interface Snapshot {
  /** Which engine it is of, for people. */
  readonly engine: string;
  /** By name, each with how many documents it had when the snapshot was taken. */
  readonly collections: readonly { name: string; count: number }[];
  readonly blobs: number;
  documents(collection: string): AsyncIterable<KeptDocument>;
  readBlobs(): AsyncIterable<KeptBlob>;
  /**
   * Whether what was read is of one moment. Always so where the engine holds a moment still; else whether the store is
   * seen to have been left alone since, which finds inserts, removals and living services, not every update.
   */
  unchanged(): Promise<boolean>;
  close(): Promise<void>;
}

/** A store that can be read and filled as a whole: what backups, restores and moves to another engine rest on. */
export interface WholeStore extends Store {
  /** Throws `Rejected` when the store holds what is not Parley's. */
  snapshot(): Promise<Snapshot>;
  /**
   * Marks an empty store as being filled: until `endFilling` no process can open it anew, so that half a store is never
   * taken for a whole one. Throws `Rejected` (`storage.not-empty`) when it holds anything.
   */
  beginFilling(): Promise<void>;
  endFilling(): Promise<void>;
}
