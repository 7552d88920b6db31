import type { mongo } from 'mongoose';
import { Bug, Rejected } from '../../contracts/index.js';
import type { KeptBlob, KeptDocument, Snapshot } from '../port.js';
import { documentOf, type Row } from './bodies.js';
import type { Operations } from './operations.js';
import { schemaRows } from './schema.js';

/** What a majority keeps is read: a backup must not hold what an election may still take back. */
const SETTLED = { readConcern: { level: 'majority' } } as const;

/** The store's own collections, which are not documents of anybody. */
const OWN = /^(parley_|system\.)/;

interface BlobHead {
  _id: string;
  tenant: string;
}

type ReadBlob = (id: string) => Promise<{ mime: string; bytes: Uint8Array } | null>;

/** Looks at what a database holds and reads it collection by collection. */
export async function takeSnapshot(database: mongo.Db, operations: Operations, readBlob: ReadBlob): Promise<Snapshot> {
  const heads = database.collection<BlobHead>('parley_blobs');
  const before = await measure(database);
  return {
    engine: 'mongodb',
    collections: before.collections,
    blobs: before.blobs,
    documents: (collection) => documents(database, operations, collection),
    async *readBlobs(): AsyncIterable<KeptBlob> {
      for await (const { _id: id, tenant } of heads.find({}, { ...SETTLED, projection: { tenant: 1 }, sort: { _id: 1 } })) {
        const blob = await readBlob(id);
        // One removed meanwhile is missing in the count that is compared afterwards.
        if (blob !== null) yield { id, tenant, ...blob };
      }
    },
    async unchanged() {
      const after = await operations.run('reading the whole store', false, () => measure(database));
      return JSON.stringify(after) === JSON.stringify(before);
    },
    close: () => Promise.resolve(),
  };
}

/** What tells a store that was left alone from one at work: counts, and the health checks of running processes. */
async function measure(database: mongo.Db): Promise<{ collections: { name: string; count: number }[]; blobs: number; pings: number }> {
  const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).filter((name) => !OWN.test(name)).sort();
  const collections: { name: string; count: number }[] = [];
  for (const name of names) collections.push({ name, count: await database.collection(name).countDocuments({}, SETTLED) });
  const schema = await schemaRows(database).findOne({ _id: 'schema' });
  return { collections, blobs: await database.collection('parley_blobs').countDocuments({}, SETTLED), pings: schema?.pings ?? 0 };
}

async function* documents(database: mongo.Db, operations: Operations, collection: string): AsyncIterable<KeptDocument> {
  // Wrapped page by page, not as a whole: what the reader does in between is not this store's operation.
  const cursor = database.collection<Row>(collection).find({}, { ...SETTLED, sort: { _id: 1 } });
  try {
    for (;;) {
      const row = await operations.run(`${collection}: reading all`, false, () => cursor.next());
      if (row === null) return;
      yield keptOf(row, collection);
    }
  } finally {
    await cursor.close();
  }
}

function keptOf(row: Row, collection: string): KeptDocument {
  const _id: unknown = row._id;
  const tenant: unknown = row.tenant;
  if (typeof _id !== 'string' || typeof tenant !== 'string') throw new Rejected(`the collection ${collection} holds documents that are not Parley's: give Parley a database of its own`, { code: 'storage.foreign' });
  const document = documentOf(row);
  if (document['id'] !== _id) throw new Bug(`${collection}: a document lost its id`, { code: 'storage.document' });
  return { ...document, id: _id, tenant };
}
