import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Bug } from '../../contracts/index.js';
import type { KeptBlob, KeptDocument, Snapshot } from '../port.js';
import { isJsonObject } from '../rules/document-paths.js';
import { bytesOf } from './blobs.js';
import { asStorageError } from './sqlite-errors.js';
import { numberOf, Statements, textOf } from './statements.js';

/** Documents read at a time; between two of these the event loop is free. */
const PAGE = 200;

/** Counts in-memory stores' snapshots of this process, which have no file to be named after. */
let unnamed = 0;

/**
 * Copies the database with VACUUM INTO (https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause: a
 * transactionally consistent copy of a live database) to a private file and opens that.
 * @param done called once the copy is gone
 */
// eslint-disable-next-line @typescript-eslint/require-await -- synchronous inside; `async` turns what it throws into a rejection
export async function takeSnapshot(database: Database.Database, file: string, done: () => void): Promise<Snapshot> {
  const copy = file === ':memory:' ? join(tmpdir(), `parley-${process.pid}-${(unnamed += 1)}.snapshot`) : `${file}.snapshot`;
  try {
    // One that is there already is of a process that died: the lock lets only one live.
    rmSync(copy, { force: true });
    closeSync(openSync(copy, 'wx', 0o600));
    database.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
    return open(copy, done);
  } catch (error) {
    rmSync(copy, { force: true });
    throw asStorageError(error, 'copying the store');
  }
}

function open(copy: string, done: () => void): Snapshot {
  const database = new Database(copy, { readonly: true });
  const statements = new Statements(database);
  const names = statements.rows('SELECT name FROM parley_collections ORDER BY name').map((row) => textOf(row, 0));
  const countOf = (table: string) => numberOf(statements.row(`SELECT count(*) FROM "${table}"`) ?? [], 0);
  return {
    engine: 'sqlite',
    collections: names.map((name) => ({ name, count: countOf(`c_${name}`) })),
    blobs: countOf('parley_blobs'),
    documents(collection) {
      if (!names.includes(collection)) throw new Bug(`there is no collection ${collection} in the snapshot`, { code: 'storage.snapshot' });
      return documents(statements, collection);
    },
    readBlobs: () => blobs(statements),
    unchanged: () => Promise.resolve(true),
    close() {
      statements.forget();
      database.close();
      rmSync(copy, { force: true });
      done();
      return Promise.resolve();
    },
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the other engine waits between documents; this one's consumer does
async function* documents(statements: Statements, collection: string): AsyncIterable<KeptDocument> {
  for (let last = 0; ; ) {
    const rows = statements.rows(`SELECT rowid, "id", "tenant", "body" FROM "c_${collection}" WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE}`, [last]);
    for (const row of rows) {
      last = numberOf(row, 0);
      const body: unknown = JSON.parse(textOf(row, 3));
      if (!isJsonObject(body)) throw new Bug(`${collection}/${textOf(row, 1)}: the body is no object`, { code: 'storage.document' });
      yield { ...body, id: textOf(row, 1), tenant: textOf(row, 2) };
    }
    if (rows.length < PAGE) return;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- as above
async function* blobs(statements: Statements): AsyncIterable<KeptBlob> {
  for (let last = 0; ; ) {
    const row = statements.row('SELECT rowid, id, tenant, mime, bytes FROM parley_blobs WHERE rowid > ? ORDER BY rowid LIMIT 1', [last]);
    if (row === null) return;
    last = numberOf(row, 0);
    yield { id: textOf(row, 1), tenant: textOf(row, 2), mime: textOf(row, 3), bytes: bytesOf(row[4]) };
  }
}
