import { Bug, ParleyError, Retryable } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import { errorCode, errorMessage } from '../rules/error-shape.js';

/** SQLite's result code (`SQLITE_FULL` …), or null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): string | null {
  const code = errorCode(error);
  return code?.startsWith('SQLITE_') === true ? code : null;
}

/** Brings whatever a statement threw into the error family: a full disk or a failing device may pass, everything else is ours. */
export function asStorageError(error: unknown, doing: string): Error {
  if (error instanceof DuplicateKey || ParleyError.isInstance(error)) return error;
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return new Retryable(`${doing}: the disk is full; free space on it`, { code: 'storage.full', cause: error });
  if (code?.startsWith('SQLITE_IOERR')) return new Retryable(`${doing}: the disk failed (${code})`, { code: 'storage.io', cause: error, mayHaveHappened: true });
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new Retryable(`${doing}: the store is locked`, { code: 'storage.busy', cause: error });
  return new Bug(`${doing}: ${errorMessage(error)}`, { code: 'storage.sqlite', cause: error });
}
