// npm run backup -- --to folder-or-file [--url http://localhost:8080]: one file with everything the store holds. Reads the store
// PARLEY_DATA or MONGODB_URI names, which must be stopped; with --url has a running embedded service make the copy.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ParleyError } from '@parley/core/contracts';
import { readBackup, writeBackup, type Head } from '@parley/core/storage';
import { bytesOf, targetOf, writeWhole } from './backup/files.js';
import { placeOf, said, type StorePlace } from './backup/place.js';
import { mustOpen } from './backup/secrets.js';
import { operateStream } from './backup/through-service.js';

try {
  const { values } = parseArgs({ options: { to: { type: 'string' }, url: { type: 'string' } } });
  if (values.to === undefined) throw new Error('say where the backup goes: npm run backup -- --to folder-or-file');
  const at = Date.now();
  const place = placeOf(process.env);
  const file = targetOf(values.to, at);
  let seen = { documents: 0, blobs: 0 };
  await writeWhole(file, values.url === undefined ? fromStore(place, at) : operateStream(values.url, '/backup'), async (written) => {
    seen = await checked(file, written, place);
  });
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${seen.documents} documents and ${seen.blobs} blobs, ${megabytes} MB, written and read back. Keep PARLEY_SECRETS elsewhere: without it the file is useless, with it everything in it can be read.`);
} catch (e) {
  console.error(said(e));
  process.exitCode = 1;
}

async function* fromStore(place: StorePlace, at: number): AsyncIterable<string> {
  if (!place.exists) throw new Error(`there is no store at ${place.name}: set PARLEY_DATA or MONGODB_URI as the service has it.`);
  const store = await place.open().catch((e: unknown) => {
    if (!ParleyError.isInstance(e) || e.code !== 'storage.in-use') throw e;
    throw new Error(`${place.name} is held by the running service, and nobody else can read it meanwhile: stop the service, or have it make the copy with --url http://localhost:8080.`, { cause: e });
  });
  try {
    const snapshot = await store.snapshot();
    try {
      yield* writeBackup(snapshot, { keys: place.master, at, inspect: (collection, document) => mustOpen(place.master, collection, document) });
    } finally {
      await snapshot.close();
    }
  } finally {
    await store.close();
  }
}

/** Reads what was written as a restore would. */
async function checked(name: string, written: string, { master }: StorePlace): Promise<{ documents: number; blobs: number }> {
  let head: Head | null = null;
  for await (const item of readBackup(name, bytesOf(written), master)) {
    if (item.kind === 'head') head = item.head;
    if (item.kind === 'document') mustOpen(master, item.collection, item.document);
  }
  const { collections = [], blobs = 0 } = head ?? {};
  return { documents: collections.reduce((sum, { count }) => sum + count, 0), blobs };
}
