import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';
import { type Log, Rejected } from '../../contracts/index.js';
import type { Row } from './bodies.js';
import type { IndexWanted } from './models.js';
import { DUPLICATE_KEY, NO_RIGHT, serverCode } from './mongo-errors.js';

const NO_COLLECTION = 26;
const NO_INDEX = 27;
/** Building an index over a large collection takes its time; the connection's own limit is for small operations. */
const BUILD_MS = 60 * 60_000;

interface IndexThere {
  name: string;
  keys: Record<string, unknown>;
  unique: boolean;
  partial: unknown;
}

/**
 * Makes the indexes that are missing. One of the same name over other paths is replaced; indexes this release does not
 * know are left alone, since another release at work beside it may need them.
 * Throws `Rejected` when one is missing and `make` is false or the user may not make it, and when documents break a unique one.
 */
export async function prepareIndexes(rows: mongo.Collection<Row>, wanted: readonly IndexWanted[], make: boolean, log: Log | undefined): Promise<void> {
  const there = await indexesThere(rows);
  const missing = wanted.filter((index) => !there.some((one) => same(one, index)));
  if (missing.length === 0) return;
  if (!make) throw missingIndexes(rows.collectionName, missing, 'and making indexes is switched off');
  for (const index of missing) {
    try {
      if (there.some((one) => one.name === index.name)) await dropIndex(rows, index.name);
      await rows.createIndex(keysOf(index), optionsOf(index), { timeoutMS: BUILD_MS });
    } catch (error) {
      if (serverCode(error) === NO_RIGHT) throw missingIndexes(rows.collectionName, missing, 'and the user of MONGODB_URI may not make indexes');
      if (serverCode(error) !== DUPLICATE_KEY) throw error;
      throw new Rejected(
        `${rows.collectionName}: documents already there are not unique over ${Object.keys(index.keys).join(' + ')}, which the new index "${index.name}" demands. No document was changed.`,
        { code: 'storage.not-unique' },
      );
    }
    log?.info({ collection: rows.collectionName, index: index.name }, 'index made');
  }
}

function optionsOf({ name, unique, partial }: IndexWanted): { name: string; unique?: boolean; partialFilterExpression?: object } {
  return { name, ...(unique ? { unique } : {}), ...(partial === null ? {} : { partialFilterExpression: partial }) };
}

function keysOf(index: IndexWanted): Map<string, 1> {
  return new Map(Object.keys(index.keys).map((path) => [path, 1]));
}

async function indexesThere(rows: mongo.Collection<Row>): Promise<IndexThere[]> {
  try {
    const found = await rows.listIndexes().toArray();
    return found.map((one: Record<string, unknown>) => ({ name: String(one['name']), keys: { ...(one['key'] as object) }, unique: one['unique'] === true, partial: one['partialFilterExpression'] ?? null }));
  } catch (error) {
    if (serverCode(error) === NO_COLLECTION) return [];
    throw error;
  }
}

/** By what they do, not by name: an operator may have made one by hand. The order of the paths counts. */
function same(one: IndexThere, index: IndexWanted): boolean {
  return one.unique === index.unique && isDeepStrictEqual(Object.entries(one.keys), Object.entries(index.keys)) && isDeepStrictEqual(one.partial, index.partial);
}

async function dropIndex(rows: mongo.Collection<Row>, name: string): Promise<void> {
  try {
    await rows.dropIndex(name);
  } catch (error) {
    // Another process that starts at the same time was quicker.
    if (serverCode(error) !== NO_INDEX) throw error;
  }
}

function missingIndexes(collection: string, missing: readonly IndexWanted[], why: string): Rejected {
  const commands = missing.map((index) => {
    return `db.getCollection(${JSON.stringify(collection)}).createIndex(${JSON.stringify(index.keys)}, ${JSON.stringify(optionsOf(index))})`;
  });
  const names = missing.map(({ name }) => `"${name}"`).join(', ');
  return new Rejected(`the collection ${collection} lacks the index ${names}, ${why}. Make it in mongosh, or give the user the dbAdmin role: ${commands.join('; ')}`, { code: 'storage.missing-index' });
}
