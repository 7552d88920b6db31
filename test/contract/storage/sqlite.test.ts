import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@parley/core/storage';
import { A, failure, type OpenedStore, Thing, THINGS } from './harness.js';
import { describeStore } from './suite.js';

async function openFile(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-store-'));
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

describeStore('sqlite', openFile);

/** A TypeScript file of this folder as a process of its own. */
function command(name: string, ...args: string[]): [string, string[]] {
  return [process.execPath, ['--conditions=source', '--import', 'tsx', fileURLToPath(new URL(name, import.meta.url)), ...args]];
}

describe('sqlite alone', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-store-'));
    file = join(folder, 'deep', 'er', 'store.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([1, 20])('has every document whose insert resolved after kill -9, with %s callers', async (callers) => {
    const [node, args] = command('insert-until-killed.ts', file, String(callers));
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(child, 'close');
    const acknowledged: string[] = [];
    const enough = callers * 25;
    for await (const id of createInterface({ input: child.stdout })) {
      acknowledged.push(id);
      if (acknowledged.length === enough) child.kill('SIGKILL');
    }
    expect((await gone)[1]).toBe('SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
    const store = await openSqliteStore({ file });
    const things = store.collection<Thing>({ name: 'things', parse: (document) => Thing.parse(document), paths: {}, unique: [], indexes: [] });
    const missing: string[] = [];
    for (const id of acknowledged) if ((await things.get(A, id)) === null) missing.push(id);
    expect(missing).toEqual([]);
    await store.close();
  });

  it('refuses a second process with the file’s name and what to do, and lets it in after closing', async () => {
    const store = await openSqliteStore({ file });
    const attempt = (): unknown => {
      const [node, args] = command('open-file.ts', file);
      return JSON.parse(spawnSync(node, args, { encoding: 'utf8' }).stdout);
    };
    const refused = attempt();
    expect(refused).toMatchObject({ kind: 'rejected', code: 'storage.in-use' });
    expect(refused).toMatchObject({ message: expect.stringContaining(file) });
    expect(refused).toMatchObject({ message: expect.stringContaining('stop the other one') });
    const things = store.collection(THINGS);
    await things.insert({ id: '1', tenant: 'a' });
    await store.close();
    expect(attempt()).toEqual({ opened: true });
  });

  it('refuses a second opening in the same process without disturbing the first', async () => {
    const store = await openSqliteStore({ file });
    expect(await failure(openSqliteStore({ file }))).toMatchObject({ kind: 'rejected', code: 'storage.in-use' });
    await store.collection(THINGS).insert({ id: '1', tenant: 'a' });
    const [node, args] = command('open-file.ts', file);
    expect(JSON.parse(spawnSync(node, args, { encoding: 'utf8' }).stdout)).toMatchObject({ code: 'storage.in-use' });
    await store.close();
  });

  it('keeps file and folder to their owner, and leaves one file behind', async () => {
    const store = await openSqliteStore({ file });
    await store.collection(THINGS).insert({ id: '1', tenant: 'a' });
    const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    for (const name of readdirSync(join(folder, 'deep', 'er'))) expect([name, rights(join(folder, 'deep', 'er', name))]).toEqual([name, '600']);
    expect(rights(join(folder, 'deep', 'er'))).toBe('700');
    expect(rights(join(folder, 'deep'))).toBe('700');
    await store.close();
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['store.db']);
  });

  it('refuses a file that is no store, and a folder', async () => {
    const garbage = join(folder, 'garbage.db');
    writeFileSync(garbage, 'this is no database '.repeat(500));
    expect(await failure(openSqliteStore({ file: garbage }))).toMatchObject({ kind: 'rejected', code: 'storage.not-a-store' });
    expect(await failure(openSqliteStore({ file: folder }))).toMatchObject({ kind: 'rejected', code: 'storage.cannot-open' });
  });

  it('refuses a new unique index that documents break, and changes nothing', async () => {
    const before = { ...THINGS, unique: [] };
    const first = await openSqliteStore({ file });
    const things = first.collection(before);
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: 1 });
    await first.close();
    const second = await openSqliteStore({ file });
    expect(() => second.collection(THINGS)).toThrow(/box \+ seq.*box-seq/);
    expect(await second.collection(before).count(A, { box: 'm' })).toBe(2);
    await second.close();
  });

  it('carries writes out in the order they were asked for, awaited or not', async () => {
    const store = await openSqliteStore({ file: ':memory:' });
    const things = store.collection(THINGS);
    const insert = things.insert({ id: '1', tenant: 'a', name: 'zero' });
    const first = things.update(A, '1', { when: { name: 'zero' }, set: { name: 'one' } });
    const second = things.update(A, '1', { when: { name: 'one' }, set: { name: 'two' } });
    const gone = things.remove(A, '1');
    const late = things.update(A, '1', { set: { name: 'three' } });
    await insert;
    expect([(await first)?.name, (await second)?.name, await gone, await late]).toEqual(['one', 'two', true, null]);
    await store.close();
  });

  it('keeps half surrogate pairs exactly in bodies', async () => {
    const store = await openSqliteStore({ file: ':memory:' });
    const things = store.collection(THINGS);
    await things.insert({ id: '1', tenant: 'a', name: 'x\ud83dy' });
    expect((await things.get(A, '1'))?.name).toBe('x\ud83dy');
    await store.close();
  });
});
