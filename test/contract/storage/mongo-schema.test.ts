import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type MigrationStep, type SchemaMeans, schemaRows, settleSchema } from '../../../core/src/storage/mongo/schema.js';
import { freshDatabase, type MongoServer, mongoServerClasses, startMongoServer } from '../../servers/mongo.js';
import { failure } from './harness.js';
import { type Client, connect, type Database } from './mongo-database.js';

const GIVEN = process.env['MONGODB_URI'];
const CLASSES = GIVEN === undefined ? mongoServerClasses('the tests of migrating a MongoDB database') : null;

(GIVEN === undefined && CLASSES === null ? describe.skip : describe)('the schema version of a MongoDB database', () => {
  let server: MongoServer | null = null;
  let client: Client | null = null;
  let database: Database;
  beforeAll(async () => {
    if (CLASSES !== null) server = await startMongoServer(CLASSES);
    client = await connect(GIVEN ?? server?.uri ?? '');
  });
  afterAll(async () => {
    await client?.close();
    await server?.stop();
  });
  beforeEach(() => {
    if (client === null) throw new Error('not connected');
    database = client.db(freshDatabase());
  });
  afterEach(() => database.dropDatabase());

  /** Runs as a process of its own would. Its clock runs a thousand times faster where it is to see that others died. */
  function settle(by: string, steps: readonly MigrationStep[], speed = 1): Promise<void> {
    const means: SchemaMeans = { database, steps, by, monotonic: () => performance.now() * speed, wait: () => wait(5), log: undefined };
    return settleSchema(means);
  }
  const row = () => schemaRows(database).findOne({});
  const writing = (ran: string[], name: string): MigrationStep => ({
    name,
    run: () => {
      ran.push(name);
      return Promise.resolve();
    },
  });

  it('marks a new database with this release’s version, without running any step', async () => {
    const ran: string[] = [];
    await Promise.all(['a', 'b', 'c'].map((by) => settle(by, [writing(ran, 'one'), writing(ran, 'two')])));
    expect(ran).toEqual([]);
    expect(await row()).toMatchObject({ version: 3, claim: null });
    expect(await schemaRows(database).countDocuments()).toBe(1);
  });

  it('runs the steps an older one lacks, each once and in order, while others that start wait for it', async () => {
    await settle('old', []);
    const ran: string[] = [];
    const slow = (name: string): MigrationStep => ({
      name,
      run: async (db) => {
        await db.collection('log').insertOne({ name, begun: true });
        await wait(60);
        ran.push(name);
      },
    });
    const steps = [slow('one'), slow('two'), slow('three')];
    const ends = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (by) => {
        await settle(by, steps);
        return ran.length;
      }),
    );
    expect(ran).toEqual(['one', 'two', 'three']);
    expect(ends).toEqual([3, 3, 3, 3]);
    expect(await database.collection('log').countDocuments()).toBe(3);
    expect(await row()).toMatchObject({ version: 4, claim: null });
  });

  it('refuses one of a newer release and leaves it as it is', async () => {
    await settle('new', [writing([], 'one')]);
    expect(await failure(settle('old', []))).toMatchObject({ kind: 'rejected', code: 'storage.newer-schema', message: expect.stringContaining(database.databaseName) });
    expect(await row()).toMatchObject({ version: 2 });
  });

  it('lets go of a step that fails, and the next start runs it again', async () => {
    await settle('old', []);
    const ran: string[] = [];
    const failing: MigrationStep = { name: 'one', run: () => Promise.reject(new Error('half way')) };
    expect((await failure(settle('a', [failing]))).message).toBe('half way');
    expect(await row()).toMatchObject({ version: 1, claim: null });
    await settle('b', [writing(ran, 'one')]);
    expect(ran).toEqual(['one']);
  });

  it('takes over from a process that died in the middle, and not from one that lives', async () => {
    await settle('old', []);
    const ran: string[] = [];
    await schemaRows(database).updateOne({ _id: 'schema' }, { $set: { claim: { by: 'dead', beat: 3 } } });
    let lives = true;
    const beating = (async () => {
      while (lives) {
        await schemaRows(database).updateOne({ _id: 'schema' }, { $inc: { 'claim.beat': 1 } });
        await wait(2);
      }
    })();
    // Twenty seconds pass in twenty milliseconds, but the beat goes on.
    const taking = settle('b', [writing(ran, 'one')], 1_000);
    await wait(150);
    expect(ran).toEqual([]);
    lives = false;
    await beating;
    await taking;
    expect(ran).toEqual(['one']);
    expect(await row()).toMatchObject({ version: 2, claim: null });
  });
});
