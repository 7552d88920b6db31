import { writeSync } from 'node:fs';
import { openSqliteStore } from '@parley/core/storage';

/** Inserts until it is killed and prints each id once its promise has resolved. Arguments: file, callers at once. */
const [file, callers] = process.argv.slice(2);
if (file === undefined || callers === undefined) throw new Error('expected: file callers');
const store = await openSqliteStore({ file });
const things = store.collection<{ id: string; tenant: string; text: string }>({
  name: 'things',
  parse: (document) => document as { id: string; tenant: string; text: string },
  paths: {},
  unique: [],
  indexes: [],
});
const text = 'x'.repeat(2_000);
await Promise.all(
  Array.from({ length: Number(callers) }, async (_, caller) => {
    for (let n = 0; ; n += 1) {
      const id = `c${caller}-${n}`;
      await things.insert({ id, tenant: 'a', text });
      writeSync(1, `${id}\n`);
    }
  }),
);
