import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { clientOptions } from './client-options.js';

/** What the driver makes of a connection string and our options together; nothing is connected. */
function understood(uri: string, more: object = {}): mongoose.mongo.MongoOptions {
  return new mongoose.mongo.MongoClient(uri, clientOptions({ uri, ...more })).options;
}

describe('clientOptions', () => {
  it.each(['mongodb://host/db', 'mongodb://host/db?w=1&journal=false&readPreference=secondary&readConcernLevel=available', 'mongodb://host/db?w=0', 'mongodb://host/db?w=majority&wtimeoutMS=1'])(
    'have writes confirmed by a majority in its journals and reads from the primary: %s',
    (uri) => {
      const { writeConcern, readPreference, readConcern } = understood(uri);
      expect(writeConcern).toMatchObject({ w: 'majority', journal: true });
      expect(mongoose.mongo.WriteConcern.apply({}, writeConcern)).toMatchObject({ writeConcern: { w: 'majority', j: true } });
      expect([readPreference.mode, readConcern.level]).toEqual(['primary', 'local']);
    },
  );

  it('have defaults that end every wait, retry writes, and give up a write before its connection', () => {
    const found = understood('mongodb://host/db');
    expect(found).toMatchObject({ maxPoolSize: 50, minPoolSize: 2, waitQueueTimeoutMS: 10_000, serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 5_000, socketTimeoutMS: 20_000, retryWrites: true, retryReads: true, appName: 'parley' });
    expect(found.writeConcern.wtimeoutMS).toBeLessThan(found.socketTimeoutMS);
  });

  it('let the connection string say other times, and code say yet others', () => {
    const uri = 'mongodb://host/db?maxPoolSize=7&serverSelectionTimeoutMS=900&retryWrites=false&wtimeoutMS=3000';
    expect(understood(uri)).toMatchObject({ maxPoolSize: 7, serverSelectionTimeoutMS: 900, retryWrites: false, writeConcern: { wtimeoutMS: 3_000 } });
    expect(understood(uri, { maxPoolSize: 3, socketTimeoutMS: 1_000 })).toMatchObject({ maxPoolSize: 3, socketTimeoutMS: 1_000, serverSelectionTimeoutMS: 900 });
  });
});
