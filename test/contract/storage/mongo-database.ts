import { createRequire } from 'node:module';
import type { SchemaMeans } from '../../../core/src/storage/mongo/schema.js';

/** A database of the driver. */
export type Database = SchemaMeans['database'];

/** As much of the driver's client as tests use. */
export interface Client {
  db(name: string): Database;
  close(): Promise<void>;
}

// The driver is core's dependency, not the tests': it is taken from where core has it.
const { mongo: driver } = createRequire(new URL('../../../core/package.json', import.meta.url))('mongoose') as { mongo: { MongoClient: { connect(uri: string): Promise<Client> } } };

/** A connection of a test's own, with nothing of the engine in between. */
export function connect(uri: string): Promise<Client> {
  return driver.MongoClient.connect(uri);
}

/** Looks at or changes a database from below. */
export async function onDatabase<R>(uri: string, database: string, work: (db: Database) => Promise<R>): Promise<R> {
  const client = await connect(uri);
  try {
    return await work(client.db(database));
  } finally {
    await client.close();
  }
}
