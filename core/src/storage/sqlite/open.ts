import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Log, ParleyError, Rejected } from '../../contracts/index.js';
import type { WholeStore } from '../port.js';
import { errorCode, errorMessage } from '../rules/error-shape.js';
import { connect, letGo } from './connection.js';
import { prepareFile } from './schema.js';
import { sqliteCode } from './sqlite-errors.js';
import { SqliteStore } from './store.js';
import type { GroupLimits } from './writer.js';

/** How to open the embedded store. */
export interface SqliteOptions {
  /** Path of the file, made with its folder when absent; or `:memory:` for a store that ends with the process. */
  file: string;
  /** Bounds of one group commit. */
  groupCommit?: GroupLimits;
  log?: Log;
}

/**
 * Opens the embedded store: SQLite in WAL mode, every commit synced to disk, the file locked against every other
 * process for as long as it is open. File and folder are readable by their owner alone.
 * Throws `Rejected` when the file is in use, of a newer release, no store of ours, or cannot be made.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- synchronous inside; the port's other engines are not
export async function openSqliteStore(options: SqliteOptions): Promise<WholeStore> {
  const inMemory = options.file === ':memory:';
  const file = inMemory ? options.file : resolve(options.file);
  try {
    if (!inMemory) makePrivate(file);
    const connection = connect(file);
    try {
      prepareFile(connection.statements, file);
    } catch (error) {
      letGo(connection);
      throw error;
    }
    return new SqliteStore(connection, file, options.groupCommit ?? {}, options.log);
  } catch (error) {
    throw refusal(error, file);
  }
}

/** Makes folder and file with narrow rights before SQLite writes to them; its side files take the rights of the file. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // Only ever a new file is opened here: closing a descriptor of an open store would drop the process's locks on it.
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    chmodSync(file, 0o600);
  }
}

function refusal(error: unknown, file: string): Error {
  if (ParleyError.isInstance(error)) return error;
  const code = sqliteCode(error);
  if (code === 'SQLITE_BUSY') {
    return new Rejected(
      `${file} is in use by another process. Only one process can work on an embedded store: stop the other one, or give this one a file of its own.`,
      { code: 'storage.in-use', cause: error },
    );
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new Rejected(`${file} is not a store, or is damaged (${code}). Restore a copy, or name another file.`, { code: 'storage.not-a-store', cause: error });
  }
  return new Rejected(`${file} cannot be opened: ${errorMessage(error)}. Its folder must exist or be makeable, and be writable.`, { code: 'storage.cannot-open', cause: error });
}
