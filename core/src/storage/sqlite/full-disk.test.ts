import { expect, it } from '@jest/globals';
import { connect } from './connection.js';
import { prepareFile } from './schema.js';
import { SqliteStore } from './store.js';

interface Page {
  id: string;
  tenant: string;
  text: string;
}

it('rejects a whole group as retryable when the disk is full, keeps what was there, and works on once there is room', async () => {
  const connection = connect(':memory:');
  prepareFile(connection.statements, ':memory:');
  const store = new SqliteStore(connection, ':memory:', {}, undefined);
  const pages = store.collection<Page>({ name: 'pages', parse: (document) => document as Page, paths: {}, unique: [], indexes: [] });
  const text = 'x'.repeat(3_000);
  await Promise.all(Array.from({ length: 20 }, (_, n) => pages.insert({ id: `before${n}`, tenant: 'a', text })));

  connection.database.pragma('max_page_count = 40');
  const group = Array.from({ length: 50 }, (_, n) => pages.insert({ id: `full${n}`, tenant: 'a', text }));
  for (const outcome of await Promise.allSettled(group)) expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'retryable', code: 'storage.full' } });
  await expect(store.blobs.put({ id: 'b', tenant: 'a', mime: 'x/y', bytes: new Uint8Array(500_000) })).rejects.toMatchObject({ code: 'storage.full' });

  expect(await pages.count('all', {})).toBe(20);
  expect(await pages.get({ tenant: 'a' }, 'before7')).toEqual({ id: 'before7', tenant: 'a', text });
  expect(await pages.update('all', 'before7', { set: { text: 'short' } })).toMatchObject({ text: 'short' });
  expect(await Promise.all(Array.from({ length: 10 }, (_, n) => pages.remove('all', `before${n}`)))).toEqual(Array(10).fill(true));
  await pages.insert({ id: 'after', tenant: 'a', text });
  await store.ping();
  expect(await pages.count('all', {})).toBe(11);
  await store.close();
});
