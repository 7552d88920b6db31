import { Bug } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import type { BlobStore, Scope } from '../port.js';
import { andTenant } from './query-sql.js';
import { asStorageError } from './sqlite-errors.js';
import { type Statements, textOf } from './statements.js';
import type { GroupWriter } from './writer.js';

/** The same blob put again replaces itself; another tenant's is never touched. */
const PUT =
  'INSERT INTO parley_blobs (id, tenant, mime, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET mime = excluded.mime, bytes = excluded.bytes WHERE tenant = excluded.tenant';

/** Blobs in the same file, written by the same group commit as the documents that name them. */
export class SqliteBlobs implements BlobStore {
  readonly #statements: Statements;
  readonly #writer: GroupWriter;

  constructor(statements: Statements, writer: GroupWriter) {
    this.#statements = statements;
    this.#writer = writer;
  }

  async put(blob: { id: string; tenant: string; mime: string; bytes: Uint8Array }): Promise<void> {
    const { id, tenant, mime } = blob;
    const bytes = Uint8Array.from(blob.bytes);
    await this.#writer.submit(bytes.length, () => {
      if (this.#statements.run(PUT, [id, tenant, mime, bytes]) === 0) throw new DuplicateKey('blobs', 'id');
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- synchronous inside; `async` turns what it throws into a rejection
  async get(scope: Scope, id: string): Promise<{ mime: string; bytes: Uint8Array } | null> {
    const tenant = andTenant(scope);
    try {
      const row = this.#statements.row(`SELECT mime, bytes FROM parley_blobs WHERE id = ?${tenant.text}`, [id, ...tenant.bound]);
      return row === null ? null : { mime: textOf(row, 0), bytes: bytesOf(row[1]) };
    } catch (error) {
      throw asStorageError(error, 'blobs: read');
    }
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    const tenant = andTenant(scope);
    return this.#writer.submit(0, () => this.#statements.run(`DELETE FROM parley_blobs WHERE id = ?${tenant.text}`, [id, ...tenant.bound]) > 0);
  }
}

/** A column that must hold bytes, as a copy. */
export function bytesOf(value: unknown): Uint8Array {
  if (ArrayBuffer.isView(value)) return Uint8Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  throw new Bug('a blob holds no bytes', { code: 'storage.row' });
}
