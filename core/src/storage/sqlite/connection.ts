import Database from 'libsql';
import { Statements } from './statements.js';

/** One open connection with its prepared statements. */
export interface Connection {
  database: Database.Database;
  statements: Statements;
}

/** How long a predecessor that is just stopping is waited for, in milliseconds. */
const LOCK_WAIT_MS = 1_000;

/** Connects in WAL mode with every commit synced. The exclusive lock is taken by the first access and kept. */
export function connect(file: string): Connection {
  const database = new Database(file, { timeout: LOCK_WAIT_MS });
  try {
    // Most of what a commit writes are index pages with one row changed: small ones make it shorter. Holds for new files only.
    database.pragma('page_size = 4096');
    // The hot part of the file stays in memory.
    database.pragma('cache_size = -65536');
    // Before WAL is entered: then the index of the log is kept in memory and no shared-memory file is needed.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // Pages of the log after which it is folded in: 8 MB. Longer logs made longer pauses, shorter ones more of them.
    database.pragma('wal_autocheckpoint = 2000');
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, statements: new Statements(database) };
}

/**
 * Closes the connection and lets the lock go at once. libsql ends a connection only when the last of its statements is
 * garbage; until then it would keep the lock. So WAL is left (which folds the log into the file: a copy of this one
 * file is then the whole store), exclusive mode is left, and a read makes SQLite act on it.
 */
export function letGo({ database, statements }: Connection): void {
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('locking_mode = NORMAL');
    statements.row('SELECT count(*) FROM sqlite_master');
  } finally {
    statements.forget();
    database.close();
  }
}
