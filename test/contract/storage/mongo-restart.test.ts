import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMongoStore, type Store } from '@parley/core/storage';
import { type MongoServer, mongoServerClasses, startMongoServer } from '../../servers/mongo.js';
import { A, failure, type Thing, THINGS } from './harness.js';

/** Always a server of our own: one that MONGODB_URI names is nobody's to kill. */
const CLASSES = mongoServerClasses('the tests that kill and restart MongoDB');
/** Short, so that a test of a server that is gone does not wait long. */
const QUICK = { serverSelectionTimeoutMS: 400, connectTimeoutMS: 400 };

(CLASSES === null ? describe.skip : describe)('mongodb that stops and comes back', () => {
  const classes = CLASSES ?? '';
  let folder = '';
  let one: MongoServer | null = null;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-mongo-'));
    one = await startMongoServer(classes, { file: join(folder, 'mongo.db') });
  });
  let open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    open = [];
    await one?.stop();
    rmSync(folder, { recursive: true });
  });
  const opened = async (): Promise<Store> => {
    const store = await openMongoStore({ uri: running().uri, ...QUICK });
    open.push(store);
    return store;
  };
  const running = (): MongoServer => {
    if (one === null) throw new Error('no server');
    return one;
  };
  const restart = async (): Promise<void> => {
    one = await startMongoServer(classes, { file: join(folder, 'mongo.db'), port: running().port });
  };
  const until = async <R>(work: () => Promise<R>): Promise<R> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        expect(error).toMatchObject({ kind: 'retryable' });
        if (attempt === 100) throw error;
        await wait(50);
      }
    }
  };

  it('says Retryable while it is gone, and goes on with the same store once it is back', async () => {
    const store = await opened();
    const things = store.collection(THINGS);
    await store.ready();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await running().kill();
    for (const call of [() => things.insert({ id: '2', tenant: 'a' }), () => things.get(A, '1'), () => things.find(A, {}), () => things.count(A, {}), () => things.update(A, '1', { set: { rank: 1 } }), () => things.remove(A, '1'), () => store.blobs.get(A, 'b'), () => store.ping()]) {
      expect(await failure(call())).toMatchObject({ kind: 'retryable', code: expect.stringMatching(/^storage\.(unreachable|connection)$/) });
    }
    // Nothing was sent: whoever tries again knows that it did not happen.
    expect(await failure(things.insert({ id: '2', tenant: 'a' }))).toMatchObject({ code: 'storage.unreachable', mayHaveHappened: false });
    await restart();
    expect(await until(() => things.get(A, '1'))).toEqual({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: 2 });
    expect(await failure(things.insert({ id: '3', tenant: 'a', box: 'm', seq: 1 }))).toMatchObject({ index: 'box-seq' });
  });

  it('has every write it acknowledged after kill -9, and each other one whole or not at all', async () => {
    const store = await opened();
    const things = store.collection(THINGS);
    await store.ready();
    const acknowledged: string[] = [];
    const uncertain: string[] = [];
    let stopped = false;
    const writing = Array.from({ length: 10 }, async (_, caller) => {
      for (let n = 0; !stopped; n += 1) {
        const id = `c${caller}-${n}`;
        try {
          await things.insert({ id, tenant: 'a', box: `m${caller}`, seq: n });
          acknowledged.push(id);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'retryable' });
          uncertain.push(id);
          stopped = true;
        }
      }
    });
    while (acknowledged.length < 300) await wait(5);
    await running().kill();
    await Promise.all(writing);
    await restart();
    const missing: string[] = [];
    for (const id of acknowledged) if ((await until(() => things.get(A, id))) === null) missing.push(id);
    expect(missing).toEqual([]);
    expect(uncertain.length).toBeGreaterThan(0);
    expect(await things.count(A, {})).toBeLessThanOrEqual(acknowledged.length + uncertain.length);
  });

  it('opens once there is a server, where there was none', async () => {
    const { uri: there } = running();
    await running().stop();
    expect(await failure(openMongoStore({ uri: there, ...QUICK }))).toMatchObject({ kind: 'retryable', code: 'storage.unreachable' });
    await restart();
    const store = await opened();
    await store.collection<Thing>(THINGS).insert({ id: '1', tenant: 'a' });
  });

  it('closes while the server is gone', async () => {
    const store = await opened();
    const things = store.collection(THINGS);
    await store.ready();
    await running().kill();
    const begun = failure(things.insert({ id: '1', tenant: 'a' }));
    await store.close();
    expect(await begun).toMatchObject({ kind: 'retryable' });
    expect(await failure(things.get(A, '1'))).toMatchObject({ code: 'storage.closed' });
  });
});
