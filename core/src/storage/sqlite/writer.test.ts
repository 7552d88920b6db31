import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Database from 'libsql';
import { DuplicateKey } from '../errors.js';
import { Statements } from './statements.js';
import { GroupWriter } from './writer.js';

let database: Database.Database;
let statements: Statements;

beforeEach(() => {
  database = new Database(':memory:');
  statements = new Statements(database);
  database.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
  database.exec('CREATE TABLE rows (n INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)');
  database.pragma('foreign_keys = ON');
});
afterEach(() => {
  database.close();
});

const add = (n: number, parent: number | null = null) => (): number => statements.run('INSERT INTO rows (n, parent) VALUES (?, ?)', [n, parent]);
const stored = (): unknown[] => statements.rows('SELECT n FROM rows ORDER BY n').map((row) => row[0]);
const outcomes = async (writes: Promise<unknown>[]): Promise<string[]> => (await Promise.allSettled(writes)).map((outcome) => outcome.status);
const commits = (run: { mock: { calls: unknown[][] } }): number => run.mock.calls.filter(([sql]) => sql === 'COMMIT').length;

describe('GroupWriter', () => {
  it('commits all writes of one turn of the event loop once', async () => {
    const run = jest.spyOn(statements, 'run');
    const writer = new GroupWriter(statements, {}, undefined);
    await Promise.all(Array.from({ length: 50 }, (_, n) => writer.submit(10, add(n))));
    expect(commits(run)).toBe(1);
    await writer.submit(10, add(50));
    expect(commits(run)).toBe(2);
    expect(stored()).toHaveLength(51);
  });

  it('tells nobody before the commit, and everybody in order after it', async () => {
    const events: string[] = [];
    const real = statements.run.bind(statements);
    jest.spyOn(statements, 'run').mockImplementation((sql, bound) => {
      if (sql === 'COMMIT') events.push('commit');
      return real(sql, bound);
    });
    const writer = new GroupWriter(statements, {}, undefined);
    const work = (name: string) => (): string => {
      events.push(`run ${name}`);
      return name;
    };
    const told = (name: string): number => events.push(`told ${name}`);
    await Promise.all([writer.submit(1, work('a')).then(told), writer.submit(1, work('b')).then(told)]);
    expect(events).toEqual(['run a', 'run b', 'commit', 'told a', 'told b']);
  });

  it.each([
    ['writes', { maxWrites: 4 }, 1, 3],
    ['bytes', { maxBytes: 100 }, 40, 5],
    ['bytes, each write larger than all', { maxBytes: 100 }, 500, 10],
  ])('bounds a group by %s, in order', async (_, limits, bytes, groups) => {
    const run = jest.spyOn(statements, 'run');
    const order: number[] = [];
    const writer = new GroupWriter(statements, limits, undefined);
    await Promise.all(Array.from({ length: 10 }, (_unused, n) => writer.submit(bytes, () => order.push(n))));
    expect(commits(run)).toBe(groups);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('fails a failing write alone', async () => {
    const writer = new GroupWriter(statements, {}, undefined);
    const refuse = (): never => {
      throw new DuplicateKey('rows', 'id');
    };
    expect(await outcomes([writer.submit(1, add(1)), writer.submit(1, refuse), writer.submit(1, add(1)), writer.submit(1, add(2))])).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(stored()).toEqual([1, 2]);
  });

  it('fails the whole group when the commit fails, duplicates too, and works on afterwards', async () => {
    const error = jest.fn();
    const writer = new GroupWriter(statements, {}, { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error });
    const writes = [writer.submit(1, add(1)), writer.submit(1, add(1)), writer.submit(1, add(2, 404)), writer.submit(1, add(3))];
    const results = await Promise.allSettled(writes);
    // The second was a duplicate of a row that never came to be: it must not hear of one.
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('commit of 4 writes') } });
    expect(stored()).toEqual([]);
    expect(error).toHaveBeenCalledTimes(1);
    await writer.submit(1, add(1));
    expect(stored()).toEqual([1]);
  });

  it('begins the next group afresh although the one before it was lost', async () => {
    const writer = new GroupWriter(statements, { maxWrites: 2 }, undefined);
    const writes = [writer.submit(1, add(1)), writer.submit(1, add(2, 404)), writer.submit(1, add(3)), writer.submit(1, add(4))];
    expect(await outcomes(writes)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
    expect(stored()).toEqual([3, 4]);
  });

  it('commits what is queued on closing, group by group, and refuses what comes later', async () => {
    const writer = new GroupWriter(statements, { maxWrites: 3 }, undefined);
    const writes = Array.from({ length: 10 }, (_, n) => writer.submit(1, add(n)));
    writer.close();
    expect(stored()).toHaveLength(10);
    await expect(writer.submit(1, add(99))).rejects.toMatchObject({ code: 'storage.closed' });
    expect(new Set(await outcomes(writes))).toEqual(new Set(['fulfilled']));
  });
});
