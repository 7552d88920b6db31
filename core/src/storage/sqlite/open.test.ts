import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { CollectionSpec, Query, Stored } from '../port.js';
import { layoutOf } from './layout.js';
import { openSqliteStore } from './open.js';
import { findSql } from './query-sql.js';

interface Turn extends Stored {
  mailbox: string;
  seq: number;
  state?: string;
}

const TURNS: CollectionSpec<Turn> = {
  name: 'turns',
  parse: (document) => document as Turn,
  paths: { mailbox: 'string', seq: 'number', state: 'string' },
  unique: [{ name: 'mailbox-seq', paths: ['mailbox', 'seq'] }],
  indexes: [
    { name: 'tenant', paths: ['tenant'] },
    { name: 'open', paths: ['mailbox', 'state', 'seq'] },
  ],
};

describe('openSqliteStore, looked at from below', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-open-'));
    file = join(folder, 'store.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('refuses a file of a newer release and leaves it as it is', async () => {
    await (await openSqliteStore({ file })).close();
    const database = new Database(file);
    database.exec('UPDATE parley_schema SET version = 99');
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ kind: 'rejected', code: 'storage.newer-schema', message: expect.stringMatching(/store\.db.*version 99/) });
    expect(database.prepare('SELECT version FROM parley_schema').get([])).toMatchObject({ version: 99 });
    database.close();
  });

  it('answers "last of the mailbox" from the unique index, without sorting', async () => {
    const store = await openSqliteStore({ file });
    store.collection(TURNS);
    await store.close();
    const database = new Database(file);
    const plan = database.prepare('EXPLAIN QUERY PLAN SELECT "id", "body" FROM "c_turns" WHERE "tenant" = ? AND "p_mailbox" = ? ORDER BY "p_seq" DESC LIMIT ?').all(['a', 'm', 1]);
    database.close();
    expect(JSON.stringify(plan)).toContain('USING INDEX c_turns:mailbox-seq (p_mailbox=?)');
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });

  it('finds the unfinished turns of a mailbox by their states, not by walking all its turns', async () => {
    const store = await openSqliteStore({ file });
    store.collection(TURNS);
    await store.close();
    const query: Query = { where: { mailbox: 'm', state: { in: ['received', 'decided', 'composed'] } }, sort: [{ path: 'seq', order: 'asc' }], limit: 64 };
    const { text, bound } = findSql(layoutOf(TURNS), 'all', query);
    const database = new Database(file);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(bound);
    database.close();
    expect(JSON.stringify(plan).match(/c_turns:open \(p_mailbox=\? AND p_state=\?\)/g)).toHaveLength(3);
    expect(JSON.stringify(plan)).not.toMatch(/TEMP B-TREE|SCAN c_turns/);
  });
});
