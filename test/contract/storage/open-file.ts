import { writeSync } from 'node:fs';
import { ParleyError } from '@parley/core/contracts';
import { openSqliteStore } from '@parley/core/storage';

/** Opens a store file and prints how that went as one line of JSON. */
const outcome = await openSqliteStore({ file: process.argv[2] ?? '' }).then(
  (store) => store.close().then(() => ({ opened: true })),
  (error: unknown) => (ParleyError.isInstance(error) ? { kind: error.kind, code: error.code, message: error.message } : { thrown: String(error) }),
);
writeSync(1, `${JSON.stringify(outcome)}\n`);
