import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DuplicateKey, type MongoCommand, openMongoStore, type Store } from '@parley/core/storage';
import { freshDatabase, type MongoServer, mongoServerClasses, startMongoServer } from '../../servers/mongo.js';
import { A, failure, type OpenedStore, THINGS } from './harness.js';
import { onDatabase } from './mongo-database.js';
import { describeStore } from './suite.js';

/** A MongoDB that is there already is used for all that needs no restarting. */
const GIVEN = process.env['MONGODB_URI'];
const CLASSES = GIVEN === undefined ? mongoServerClasses('every test of the MongoDB engine') : null;

let server: MongoServer | null = null;
const uri = (): string => {
  if (GIVEN !== undefined) return GIVEN;
  if (server === null) throw new Error('no server is running outside of a test');
  return server.uri;
};
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

const runnable = GIVEN !== undefined || CLASSES !== null;
const described = runnable ? describe : describe.skip;

if (runnable) {
  const javaOnly = new Map([
    ['a path through null', 'the test server makes an object of a null on the way; MongoDB refuses'],
    ['raising null', 'the test server takes null for zero; MongoDB refuses'],
  ]);
  describeStore('mongodb', openDatabase, { racers: 120, ...(GIVEN === undefined ? { exempt: javaOnly } : {}) });
}

described('mongodb, several processes’ connections at once', () => {
  let database = '';
  let stores: Store[] = [];
  beforeEach(async () => {
    database = freshDatabase();
    // All at once, on a database nobody has marked or indexed yet.
    stores = await Promise.all(Array.from({ length: 4 }, () => openMongoStore({ uri: uri(), database, maxPoolSize: 10 })));
    const opened = stores.map((store) => {
      store.collection(THINGS);
      return store.ready();
    });
    await Promise.all(opened);
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await onDatabase(uri(), database, (db) => db.dropDatabase());
  });
  const of = (n: number) => (stores[n % stores.length] ?? stores[0])!.collection(THINGS);

  it('marks the database once and makes each index once', async () => {
    const [rows, names] = await onDatabase(uri(), database, async (db) => [await db.collection('parley_schema').countDocuments(), (await db.collection('things').listIndexes().toArray()).map((index) => index.name as string)] as const);
    expect(rows).toBe(1);
    expect(names.sort()).toEqual(['_id_', 'box-seq', 'box-seq:lookup', 'rank', 'worker']);
  });

  it('lets exactly one of 100 win each round of compare and set', async () => {
    await of(0).insert({ id: '1', tenant: 'a', rank: 0 });
    for (let round = 0; round < 10; round += 1) {
      const tries = Array.from({ length: 100 }, (_, n) => of(n).update(A, '1', { when: { rank: round }, set: { name: `w${n}` }, inc: { rank: 1 } }));
      const winners = (await Promise.all(tries)).filter((won) => won !== null);
      expect(winners).toHaveLength(1);
      for (let n = 0; n < stores.length; n += 1) expect(await of(n).get(A, '1')).toEqual(winners[0]);
    }
  });

  it('appends 100 turns to one mailbox from four stores without a gap, and tells id and seq apart', async () => {
    const append = async (n: number, id: string): Promise<'appended' | 'there'> => {
      for (;;) {
        const [last] = await of(n).find(A, { where: { box: 'm' }, sort: [{ path: 'seq', order: 'desc' }], limit: 1 });
        try {
          await of(n).insert({ id, tenant: 'a', box: 'm', seq: (last?.seq ?? 0) + 1 });
          return 'appended';
        } catch (error) {
          if (!(error instanceof DuplicateKey)) throw error;
          if (error.index === 'id') return 'there';
        }
      }
    };
    // Every event comes twice, by different processes: one stores it, the other sees that it is there.
    const outcomes = await Promise.all(Array.from({ length: 200 }, (_, n) => append(n + Math.floor(n / 100), `e${n % 100}`)));
    const all = await of(0).find(A, { where: { box: 'm' }, sort: [{ path: 'seq', order: 'asc' }], limit: 1_000 });
    expect(all.map((thing) => thing.seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(100);
  }, 60_000);

  it('counts up without losing one', async () => {
    await of(0).insert({ id: '1', tenant: 'a', rank: 0 });
    const seen = await Promise.all(Array.from({ length: 200 }, (_, n) => of(n).update(A, '1', { inc: { rank: 1 } })));
    expect(seen.map((thing) => thing?.rank ?? 0).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });
});

described('mongodb alone', () => {
  let database = '';
  let open: Store[] = [];
  beforeEach(() => {
    database = freshDatabase();
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    await onDatabase(uri(), database, (db) => db.dropDatabase());
  });
  const opened = async (options: Partial<Parameters<typeof openMongoStore>[0]> = {}): Promise<Store> => {
    const store = await openMongoStore({ uri: uri(), database, ...options });
    open.push(store);
    return store;
  };

  it('is no exclusive store, and takes one command for each operation', async () => {
    const commands: MongoCommand[] = [];
    const store = await opened({ onCommand: (command) => commands.push(command) });
    expect(store.exclusive).toBe(false);
    const things = store.collection(THINGS);
    await store.ready();
    commands.length = 0;
    await things.insert({ id: '1', tenant: 'a', rank: 1 });
    await things.get(A, '1');
    await things.update(A, '1', { when: { rank: 1 }, set: { rank: 2 } });
    await things.update(A, '1', { when: { rank: 1 }, set: { rank: 2 } });
    await things.find(A, { where: { rank: 2 } });
    await things.count(A, {});
    await things.remove(A, '1');
    await store.blobs.put({ id: 'b', tenant: 'a', mime: 'x/y', bytes: Uint8Array.of(1) });
    await store.blobs.get(A, 'b');
    await store.blobs.remove(A, 'b');
    await store.ping();
    expect(commands.map(({ name, collection, ok }) => [name, collection, ok])).toEqual([
      ['insert', 'things', true],
      ['find', 'things', true],
      ['findAndModify', 'things', true],
      ['findAndModify', 'things', true],
      ['find', 'things', true],
      ['aggregate', 'things', true],
      ['delete', 'things', true],
      ['findAndModify', 'parley_blobs', true],
      ['find', 'parley_blobs', true],
      ['findAndModify', 'parley_blobs', true],
      ['findAndModify', 'parley_schema', true],
    ]);
    expect(commands.every(({ ms }) => ms >= 0)).toBe(true);
    expect(inspect(commands)).not.toContain('x/y');
  });

  it('finds a thousand in one round trip', async () => {
    const commands: MongoCommand[] = [];
    const store = await opened({ onCommand: (command) => commands.push(command) });
    const things = store.collection(THINGS);
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => things.insert({ id: `n${n}`, tenant: 'a', rank: n })));
    commands.length = 0;
    expect(await things.find(A, { limit: 1_000 })).toHaveLength(1_000);
    expect(await things.find(A, { limit: 700 })).toHaveLength(700);
    expect(commands.map(({ name }) => name)).toEqual(['find', 'find']);
  });

  it('keeps blobs beyond one document’s size in parts, replaces and removes them whole', async () => {
    const store = await opened();
    const large = Buffer.alloc(27_000_000, 'parley');
    const parts = () => onDatabase(uri(), database, (db) => db.collection('parley_blob_parts').countDocuments());
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/y', bytes: large });
    expect(await parts()).toBe(3);
    expect(Buffer.compare(Buffer.from((await store.blobs.get(A, '1'))?.bytes ?? []), large)).toBe(0);
    expect(await store.blobs.get({ tenant: 'b' }, '1')).toBeNull();
    expect(await failure(store.blobs.put({ id: '1', tenant: 'b', mime: 'x/y', bytes: large }))).toBeInstanceOf(DuplicateKey);
    expect(await parts()).toBe(3);
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/z', bytes: large.subarray(0, 13_000_000) });
    expect(await parts()).toBe(2);
    expect((await store.blobs.get(A, '1'))?.bytes.length).toBe(13_000_000);
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/z', bytes: Uint8Array.of(7) });
    expect(await parts()).toBe(0);
    expect([...((await store.blobs.get(A, '1'))?.bytes ?? [])]).toEqual([7]);
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/y', bytes: large });
    expect(await store.blobs.remove(A, '1')).toBe(true);
    expect(await parts()).toBe(0);
  }, 60_000);

  it('lets parts of an upload that never ended go by themselves', async () => {
    const store = await opened();
    await store.blobs.put({ id: '1', tenant: 'a', mime: 'x/y', bytes: Buffer.alloc(13_000_000) });
    await store.ready();
    await onDatabase(uri(), database, async (db) => {
      expect(await db.collection('parley_blob_parts').countDocuments({ expiresAt: { $exists: true } })).toBe(0);
      expect(await db.collection('parley_blob_parts').listIndexes().toArray()).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
    });
  });

  it('refuses a document beyond 16 MB as what will never work', async () => {
    const things = (await opened()).collection(THINGS);
    for (const note of ['x'.repeat(17_000_000), ['x'.repeat(17_000_000)], '汉'.repeat(6_000_000), { deep: 'x'.repeat(40_000_000) }]) {
      expect(await failure(things.insert({ id: '1', tenant: 'a', note }))).toMatchObject({ kind: 'rejected', code: 'storage.too-large', message: expect.stringContaining('things/1') });
    }
    await things.insert({ id: '1', tenant: 'a' });
    expect(await failure(things.update(A, '1', { set: { note: 'x'.repeat(17_000_000) } }))).toMatchObject({ kind: 'rejected', code: 'storage.too-large' });
    expect(await things.get(A, '1')).toEqual({ id: '1', tenant: 'a' });
  });

  it('refuses objects deeper than MongoDB takes', async () => {
    const things = (await opened()).collection(THINGS);
    let note: unknown = 1;
    for (let n = 0; n < 200; n += 1) note = { down: note };
    expect(await failure(things.insert({ id: '1', tenant: 'a', note }))).toMatchObject({ kind: 'rejected', code: 'storage.too-deep' });
  });

  it('says which index is missing, where, and how to make it, when it may not make it', async () => {
    const store = await opened({ autoIndex: false });
    const things = store.collection(THINGS);
    const error = await failure(store.ready());
    expect(error).toMatchObject({ kind: 'rejected', code: 'storage.missing-index' });
    expect(error.message).toContain('the collection things lacks the index "box-seq"');
    expect(error.message).toContain('db.getCollection("things").createIndex({"box":1,"seq":1}, {"name":"box-seq","unique":true,"partialFilterExpression":{"box":{"$gte":""},"seq":{"$gte":-1.7976931348623157e+308}}})');
    // Nothing is stored that the index would have had to see.
    expect(await failure(things.insert({ id: '1', tenant: 'a' }))).toMatchObject({ code: 'storage.missing-index' });
    await (await makeIndexes()).close();
    // Made meanwhile: the store that waited for it goes on without a restart.
    await store.ready();
    await things.insert({ id: '1', tenant: 'a' });
  });

  /** Another process with the right to make them. */
  async function makeIndexes(): Promise<Store> {
    const store = await openMongoStore({ uri: uri(), database });
    store.collection(THINGS);
    await store.ready();
    return store;
  }

  it('takes an index an operator made by hand under another name', async () => {
    await onDatabase(uri(), database, async (db) => {
      await db.collection('things').createIndex({ box: 1, seq: 1 }, { name: 'by_hand', unique: true, partialFilterExpression: { box: { $gte: '' }, seq: { $gte: -Number.MAX_VALUE } } }, {});
    });
    const store = await opened();
    const things = store.collection(THINGS);
    await store.ready();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    expect(await failure(things.insert({ id: '2', tenant: 'a', box: 'm', seq: 1 }))).toMatchObject({ name: 'DuplicateKey' });
    const names = await onDatabase(uri(), database, async (db) => (await db.collection('things').listIndexes().toArray()).map((index) => index.name as string));
    expect(names).not.toContain('box-seq');
  });

  it('replaces an index of its own name that a later release declares over other paths', async () => {
    const first = await opened();
    first.collection(THINGS);
    await first.ready();
    await first.close();
    const second = await opened();
    const things = second.collection({ ...THINGS, indexes: [{ name: 'rank', paths: ['rank', 'open'] }] });
    await second.ready();
    await things.insert({ id: '1', tenant: 'a' });
    const keys = await onDatabase(uri(), database, async (db) => (await db.collection('things').listIndexes().toArray()).find((index) => index.name === 'rank')?.key as unknown);
    expect(keys).toEqual({ rank: 1, open: 1 });
  });

  it('refuses a database of a newer release, and says so to one that is at work when it is migrated', async () => {
    const working = await opened();
    await working.ping();
    await onDatabase(uri(), database, (db) => db.collection<{ _id: string; version: number }>('parley_schema').updateOne({ _id: 'schema' }, { $set: { version: 99 } }));
    const message = expect.stringMatching(new RegExp(`${database}.*version 99`));
    expect(await failure(openMongoStore({ uri: uri(), database }))).toMatchObject({ kind: 'rejected', code: 'storage.newer-schema', message });
    expect(await failure(working.ping())).toMatchObject({ kind: 'rejected', code: 'storage.newer-schema', message });
  });

  it('says so when the database was dropped under it', async () => {
    const store = await opened();
    await onDatabase(uri(), database, (db) => db.dropDatabase());
    expect(await failure(store.ping())).toMatchObject({ kind: 'rejected', code: 'storage.schema' });
  });

  it('never repeats a value of a document in an error', async () => {
    const things = (await opened()).collection(THINGS);
    await things.insert({ id: '1', tenant: 'a', name: 'Alice Example', box: 'secret-box', seq: 1 });
    const errors = [
      await failure(things.insert({ id: '2', tenant: 'a', box: 'secret-box', seq: 1 })),
      await failure(things.update(A, '1', { set: { 'name.first': 'Bob Example' } })),
      await failure(things.update(A, '1', { inc: { name: 1 } })),
    ];
    expect(inspect(errors, { depth: 10, showHidden: true })).not.toMatch(/secret-box|Example/);
  });
});
