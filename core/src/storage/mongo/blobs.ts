import mongoose, { type mongo } from 'mongoose';
import { Bug, type Log } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import type { BlobStore, Scope } from '../port.js';
import { type Filter, oneFilter } from './filters.js';
import { DUPLICATE_KEY, NO_RIGHT, serverCode } from './mongo-errors.js';
import type { Operations } from './operations.js';

const { Binary } = mongoose.mongo;

/** Bytes in one document: below MongoDB's 16 MB with room to spare. Images and most exports fit into one. */
const PART_BYTES = 12 * 1024 * 1024;
/** Parts of an upload that never ended are taken away by MongoDB after this, by a TTL index. */
const UPLOAD_MS = 24 * 60 * 60_000;
/** A blob replaced while its parts are read is read anew this often at most. */
const READS = 5;

interface BlobRow {
  _id: string;
  tenant: string;
  mime: string;
  /** The whole blob, or null where it lies in parts. */
  bytes: mongo.Binary | null;
  /** The upload whose parts it consists of, and how many there are. */
  parts: { upload: string; count: number } | null;
}

interface PartRow {
  _id: string;
  upload: string;
  n: number;
  bytes: mongo.Binary;
  /** Present until the upload has ended. */
  expiresAt?: Date;
}

/**
 * Blobs in `parley_blobs`, one document each; larger ones in parts of 12 MB in `parley_blob_parts`. A new upload is
 * seen whole or not at all: its head is written after its parts, and what it replaced is removed after that.
 */
export class MongoBlobs implements BlobStore {
  readonly #heads: mongo.Collection<BlobRow>;
  readonly #parts: mongo.Collection<PartRow>;
  readonly #operations: Operations;
  readonly #clock: () => number;
  readonly #newId: () => string;

  constructor(database: mongo.Db, operations: Operations, clock: () => number, newId: () => string) {
    this.#heads = database.collection<BlobRow>('parley_blobs');
    this.#parts = database.collection<PartRow>('parley_blob_parts');
    this.#operations = operations;
    this.#clock = clock;
    this.#newId = newId;
  }

  /** Makes the index by which parts of unended uploads go. Blobs are right without it; it only takes away what nobody reads. */
  async prepare(make: boolean, log: Log | undefined): Promise<void> {
    if (!make) return;
    try {
      await this.#parts.createIndex({ expiresAt: 1 }, { name: 'expiry', expireAfterSeconds: 0 }, {});
    } catch (error) {
      if (serverCode(error) !== NO_RIGHT) throw error;
      log?.warn({ collection: 'parley_blob_parts' }, 'the TTL index over expiresAt is missing and may not be made: parts of broken uploads stay');
    }
  }

  async put(blob: { id: string; tenant: string; mime: string; bytes: Uint8Array }): Promise<void> {
    const { id, tenant, mime } = blob;
    if (id === '' || tenant === '') throw new Bug('blobs: a blob without id or tenant', { code: 'storage.identity' });
    // A copy, so that what the caller does to its bytes meanwhile changes nothing.
    const bytes = Buffer.from(blob.bytes);
    await this.#operations.run('blobs: put', true, async () => {
      if (bytes.length <= PART_BYTES) return this.#setHead(id, tenant, { mime, bytes: new Binary(bytes), parts: null });
      const parts = await this.#upload(bytes);
      try {
        await this.#setHead(id, tenant, { mime, bytes: null, parts });
      } catch (error) {
        if (error instanceof DuplicateKey) await this.#removeParts(parts);
        throw error;
      }
    });
  }

  async get(scope: Scope, id: string): Promise<{ mime: string; bytes: Uint8Array } | null> {
    const filter = oneFilter(scope, id);
    return this.#operations.run('blobs: get', false, async () => {
      for (let read = 0; read < READS; read += 1) {
        const head = await this.#heads.findOne(filter, { readConcern: { level: 'majority' } });
        if (head === null) return null;
        if (head.bytes !== null) return { mime: head.mime, bytes: bytesOf(head.bytes) };
        const bytes = head.parts === null ? null : await this.#collect(head.parts);
        if (bytes !== null) return { mime: head.mime, bytes };
      }
      throw new Bug(`blobs/${id}: parts of it are missing`, { code: 'storage.blob' });
    });
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    const filter = oneFilter(scope, id);
    return this.#operations.run('blobs: remove', true, async () => {
      const head = await this.#heads.findOneAndDelete(filter, { projection: { parts: 1 } });
      if (head?.parts) await this.#removeParts(head.parts);
      return head !== null;
    });
  }

  /** The same blob put again replaces itself; another tenant's is never touched: it makes the upsert a duplicate. */
  async #setHead(id: string, tenant: string, head: Omit<BlobRow, '_id' | 'tenant'>): Promise<void> {
    for (;;) {
      try {
        const before = await this.#heads.findOneAndUpdate({ _id: id, tenant }, { $set: head }, { upsert: true, returnDocument: 'before', projection: { parts: 1 } });
        if (before?.parts) await this.#removeParts(before.parts);
        return;
      } catch (error) {
        if (serverCode(error) !== DUPLICATE_KEY) throw error;
        // Taken by another tenant, or by our own that put it at the same moment: then ours replaces it.
        const own: Filter = { _id: id, tenant };
        if ((await this.#heads.findOne(own, { projection: { _id: 1 } })) === null) throw new DuplicateKey('blobs', 'id');
      }
    }
  }

  async #upload(bytes: Buffer): Promise<{ upload: string; count: number }> {
    const upload = this.#newId();
    const count = Math.ceil(bytes.length / PART_BYTES);
    const expiresAt = new Date(this.#clock() + UPLOAD_MS);
    for (let n = 0; n < count; n += 1) {
      await this.#parts.insertOne({ _id: `${upload}/${n}`, upload, n, bytes: new Binary(bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES)), expiresAt });
    }
    await this.#parts.updateMany({ upload }, { $unset: { expiresAt: '' } });
    return { upload, count };
  }

  async #collect({ upload, count }: { upload: string; count: number }): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (let n = 0; n < count; n += 1) {
      const part = await this.#parts.findOne({ _id: `${upload}/${n}` });
      if (part === null) return null;
      parts.push(bytesOf(part.bytes));
    }
    return Uint8Array.from(Buffer.concat(parts));
  }

  async #removeParts({ upload, count }: { upload: string; count: number }): Promise<void> {
    await this.#parts.deleteMany({ _id: { $in: Array.from({ length: count }, (_, n) => `${upload}/${n}`) } });
  }
}

function bytesOf(stored: mongo.Binary): Uint8Array {
  return Uint8Array.from(stored.value());
}
