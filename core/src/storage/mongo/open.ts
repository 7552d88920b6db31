import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { Bug, type Clock, type Log, ParleyError, Rejected, Retryable } from '../../contracts/index.js';
import type { WholeStore } from '../port.js';
import { errorCode, errorMessage, errorName } from '../rules/error-shape.js';
import { clientOptions, type ClientTimes } from './client-options.js';
import { type MongoCommand, watchCommands } from './commands.js';
import { EXAMPLE, hostsOf, namesDatabase, withoutSecrets } from './connection-string.js';
import { asStorageError, AUTHENTICATION_FAILED, NO_RIGHT, serverCode } from './mongo-errors.js';
import { settleSchema, STEPS } from './schema.js';
import { MongoStore } from './store.js';

export type { MongoCommand } from './commands.js';

/** How to open a store on MongoDB. */
export interface MongoOptions extends ClientTimes {
  /** `mongodb://` or `mongodb+srv://`, as an operator gives it in MONGODB_URI. */
  uri: string;
  /** The database; else the one the connection string names, else `parley`. */
  database?: string;
  /** Whether missing indexes are made (the default), or only asked for: then a missing one stops the start. */
  autoIndex?: boolean;
  /** Told of every command; nothing is watched where it is left out. */
  onCommand?: (command: MongoCommand) => void;
  clock?: Clock;
  log?: Log;
}

/** The database where neither the options nor the connection string name one. */
const DATABASE = 'parley';

/**
 * Opens a store on MongoDB 6 or later, through mongoose. Writes are confirmed by a majority of the members, in their
 * journals, and reads go to the primary, whatever the connection string says; retryable writes are on unless it says
 * otherwise. On one server without a replica set a majority is that server.
 * Throws `Rejected` for a connection string that cannot be used, refused credentials and a database of a newer release;
 * `Retryable` when no server answers.
 */
export async function openMongoStore(options: MongoOptions): Promise<WholeStore> {
  const { uri, autoIndex = true, onCommand, clock = Date.now, log } = options;
  mustBeReadable(uri);
  const connection = new mongoose.Mongoose().createConnection();
  try {
    const dbName = options.database ?? (namesDatabase(uri) ? undefined : DATABASE);
    await connection.openUri(uri, {
      ...clientOptions(options),
      ...(dbName === undefined ? {} : { dbName }),
      monitorCommands: onCommand !== undefined,
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
    });
    const { db: database } = connection;
    if (database === undefined) throw new Bug('mongoose connected without a database', { code: 'storage.mongo' });
    if (onCommand !== undefined) watchCommands(connection.getClient(), onCommand);
    await settleSchema({ database, steps: STEPS, by: randomUUID(), monotonic: () => performance.now(), wait, log });
    return new MongoStore({ connection, database, autoIndex, version: STEPS.length + 1, clock, newId: randomUUID, log });
  } catch (error) {
    await connection.destroy();
    throw refusal(error, uri);
  }
}

/** Lets the driver read the connection string before anything else. No cause is kept: it may hold the string. */
function mustBeReadable(uri: string): void {
  try {
    new mongoose.mongo.MongoClient(uri);
  } catch (error) {
    const said = withoutSecrets(uri, errorMessage(error));
    throw new Rejected(`MONGODB_URI cannot be used: ${said}. It looks like ${EXAMPLE}.`, { code: 'storage.uri' });
  }
}

/** Why it could not be opened, in words an operator can act on and without the connection string's secrets. */
function refusal(error: unknown, uri: string): Error {
  if (ParleyError.isInstance(error)) return error;
  const name = errorName(error);
  const said = withoutSecrets(uri, errorMessage(error));
  const code = serverCode(error);
  if (code !== null && AUTHENTICATION_FAILED.includes(code)) {
    return new Rejected(`MONGODB_URI: MongoDB at ${hostsOf(uri)} refuses its user or password. Check both (percent-encoded), and authSource if the user is kept in another database.`, { code: 'storage.auth' });
  }
  if (code === NO_RIGHT) {
    return new Rejected(`MONGODB_URI: MongoDB at ${hostsOf(uri)} does not let its user read and write the database. Give it the readWrite role there, or name a user if it names none.`, { code: 'storage.auth' });
  }
  if (said.includes('wire version')) return new Rejected(`MONGODB_URI: ${said}. Parley needs MongoDB 6 or later.`, { code: 'storage.old-server' });
  if (name === 'MongooseServerSelectionError' || name === 'MongoServerSelectionError' || said.includes('querySrv')) {
    return new Retryable(`MongoDB at ${hostsOf(uri)} does not answer (${said}). Is it running, and are host, port and replicaSet in MONGODB_URI right?`, { code: 'storage.unreachable' });
  }
  if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EACCES') return new Rejected(`MONGODB_URI names a file that cannot be read: ${said}`, { code: 'storage.uri' });
  return asStorageError(error, 'opening MongoDB', false);
}
