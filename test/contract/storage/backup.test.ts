import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMongoStore, openSqliteStore } from '@parley/core/storage';
import { freshDatabase, type MongoServer, mongoServerClasses, startMongoServer } from '../../servers/mongo.js';
import { all, failure, type OpenedStore, THINGS } from './harness.js';
import { onDatabase } from './mongo-database.js';
import { describeRefusals, describeWhole } from './whole.js';

const GIVEN = process.env['MONGODB_URI'];
const CLASSES = GIVEN === undefined ? mongoServerClasses('backups from and to MongoDB') : null;

async function openFile(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
  const file = join(folder, 'store.db');
  let current = await openSqliteStore({ file });
  return {
    store: current,
    reopen: async () => {
      await current.close();
      current = await openSqliteStore({ file });
      return current;
    },
    dispose: async () => {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
}

let server: MongoServer | null = null;
const uri = (): string => GIVEN ?? server?.uri ?? '';
beforeAll(async () => {
  if (CLASSES !== null) server = await startMongoServer(CLASSES);
});
afterAll(() => server?.stop());

async function openDatabase(): Promise<OpenedStore> {
  const database = freshDatabase();
  let current = await openMongoStore({ uri: uri(), database });
  return {
    store: current,
    reopen: async () => {
      await current.close();
      current = await openMongoStore({ uri: uri(), database });
      return current;
    },
    dispose: async () => {
      await current.close();
      await onDatabase(uri(), database, (db) => db.dropDatabase());
    },
  };
}

describeRefusals(openFile);
describeWhole('sqlite to sqlite', openFile, openFile);
if (GIVEN !== undefined || CLASSES !== null) {
  describeWhole('sqlite to mongodb', openFile, openDatabase);
  describeWhole('mongodb to sqlite', openDatabase, openFile);
  describeWhole('mongodb to mongodb', openDatabase, openDatabase);
  it('refuses to back up a database that holds what is not Parley’s', async () => {
    const database = freshDatabase();
    const store = await openMongoStore({ uri: uri(), database });
    await onDatabase(uri(), database, (db) => db.collection<{ _id: number }>('posts').insertOne({ _id: 1 }));
    const snapshot = await store.snapshot();
    expect(await failure(all(snapshot.documents('posts')))).toMatchObject({ kind: 'rejected', code: 'storage.foreign', message: expect.stringContaining('posts') });
    await store.close();
    await onDatabase(uri(), database, (db) => db.dropDatabase());
  });
}

describe('a snapshot of the embedded store', () => {
  it('leaves nothing beside the file, replaces what a dead process left, and there is one at a time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
    const store = await openSqliteStore({ file: join(folder, 'store.db') });
    await store.collection(THINGS).insert({ id: '1', tenant: 'a' });
    const first = await store.snapshot();
    expect(await failure(store.snapshot())).toMatchObject({ kind: 'rejected', code: 'storage.snapshot-running' });
    await first.close();
    const second = await store.snapshot();
    expect(second.collections).toEqual([{ name: 'things', count: 1 }]);
    await second.close();
    await store.close();
    expect(readdirSync(folder).filter((name) => name.includes('snapshot'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
