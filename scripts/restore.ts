// npm run restore -- --from file [--erasures newer-backup ...]: fills the empty store PARLEY_DATA or MONGODB_URI names from a backup
// of either engine. Everything is checked before anything is written. Erasures that later backups know of are carried out again.
import { parseArgs } from 'node:util';
import { loadBackup, mustFit, readBackup, type BackupItem, type Head } from '@parley/core/storage';
import { catalogueOf } from './backup/catalogue.js';
import { createReerasing, noErasures, noteErasure, type Reerasing } from './backup/erasures.js';
import { bytesOf } from './backup/files.js';
import { placeOf, said, type StorePlace } from './backup/place.js';
import { mustOpen } from './backup/secrets.js';
import { unsettle } from './backup/unsettled.js';

try {
  const { values } = parseArgs({ options: { from: { type: 'string' }, erasures: { type: 'string', multiple: true, default: [] } } });
  if (values.from === undefined) throw new Error('say which backup: npm run restore -- --from file');
  await restore(placeOf(process.env), values.from, values.erasures);
} catch (e) {
  console.error(said(e));
  process.exitCode = 1;
}

async function restore(place: StorePlace, from: string, later: readonly string[]): Promise<void> {
  const { master } = place;
  const catalogue = await catalogueOf(master);
  const head = await headOf(from, place);
  const at = Date.parse(head.at);
  const erasures = noErasures();
  for (const file of later) {
    for await (const item of readBackup(file, bytesOf(file), master)) {
      if (item.kind === 'head' && Date.parse(item.head.at) < at) throw new Error(`${file} is older than ${from}: it knows of no later erasures.`);
      noteErasure(erasures, item);
    }
  }
  const reerasing = createReerasing(erasures, at);
  // Read to the end whatever it holds: that it was cut or changed is what people must hear first.
  let misfit: Error | null = null;
  for await (const item of readBackup(from, bytesOf(from), master)) {
    if (misfit !== null) continue;
    try {
      mustFit(item, catalogue);
      if (item.kind === 'document') mustOpen(master, item.collection, item.document);
      reerasing.look(item);
    } catch (e) {
      misfit = e instanceof Error ? e : new Error(said(e));
    }
  }
  if (misfit !== null) throw misfit;
  const store = await place.open();
  try {
    const { documents, blobs } = await loadBackup(store, passed(from, place, reerasing, at), catalogue);
    const { shoppers, tenants } = reerasing.counted();
    console.log(`${place.name}: ${documents} documents and ${blobs} blobs as of ${head.at}, from ${head.engine}.`);
    if (later.length > 0) console.log(`Erased again: ${shoppers} shoppers’ identities, ${tenants} tenants.`);
    else console.log(`Erasures since ${head.at} are undone by this: restore with --erasures and a newer backup, or carry them out again as docs/backup.md says.`);
  } finally {
    await store.close();
  }
}

async function headOf(from: string, { master }: StorePlace): Promise<Head> {
  for await (const item of readBackup(from, bytesOf(from), master)) if (item.kind === 'head') return item.head;
  throw new Error(`${from} has no head.`);
}

async function* passed(from: string, { master }: StorePlace, reerasing: Reerasing, at: number): AsyncIterable<BackupItem> {
  for await (const item of readBackup(from, bytesOf(from), master)) {
    const left = reerasing.apply(item);
    if (left !== null) yield unsettle(left, at);
  }
}
