import mongoose from 'mongoose';
import { optionsNamed } from './connection-string.js';

/** How many connections there are and how long anything may take, in milliseconds. What the connection string says goes before the defaults named here. */
export interface ClientTimes {
  /** Connections per server at most (50), kept open at least (2), and how long an operation waits for a free one (10 s). */
  maxPoolSize?: number;
  minPoolSize?: number;
  waitQueueTimeoutMS?: number;
  /** How long an operation waits for a primary (5 s): longer helps nobody whose host waits for an acknowledgement, and callers try again. */
  serverSelectionTimeoutMS?: number;
  connectTimeoutMS?: number;
  /** Silence on a connection after which an operation is given up (20 s). */
  socketTimeoutMS?: number;
  /** How long a write waits for a majority (10 s); below `socketTimeoutMS`, so that the server gets to say so. */
  wtimeoutMS?: number;
}

const DEFAULTS = {
  maxPoolSize: 50,
  minPoolSize: 2,
  waitQueueTimeoutMS: 10_000,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 20_000,
  wtimeoutMS: 10_000,
  retryWrites: true,
  retryReads: true,
} as const;

/**
 * What the driver is told. Options given in code go before the connection string's, and the string's before the
 * defaults; but writes are confirmed by a majority in their journals and reads go to the primary whatever the string
 * says: the promise to lose nothing stands on it.
 */
export function clientOptions(options: ClientTimes & { uri: string }): mongoose.mongo.MongoClientOptions {
  const named = optionsNamed(options.uri);
  const unsaid = Object.entries(DEFAULTS).filter(([name]) => !named.has(name.toLowerCase()));
  const given = Object.entries(options).filter(([name, value]) => name in DEFAULTS && value !== undefined);
  return {
    ...Object.fromEntries([...unsaid, ...given]),
    // As an instance: a plain object would not win against `journal=false` in the string.
    writeConcern: new mongoose.mongo.WriteConcern('majority', undefined, true),
    readPreference: 'primary',
    readConcernLevel: 'local',
    appName: 'parley',
  };
}
