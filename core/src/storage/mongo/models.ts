import mongoose from 'mongoose';
import type { LayoutRecord, PathType } from '../rules/specs.js';
import { storedPath } from './bodies.js';

/** What mongoose calls the types of declared paths. */
const TYPES = { string: String, number: Number, boolean: Boolean } as const satisfies Record<PathType, unknown>;

/** One index as MongoDB is asked for it. */
export interface IndexWanted {
  name: string;
  keys: mongoose.IndexDefinition;
  unique: boolean;
  /** Only documents this holds for are in the index; null for all. */
  partial: Readonly<Record<string, unknown>> | null;
}

/** The smallest value of each type: what is at least that is of that type, and neither null nor absent. */
const SMALLEST = { string: '', number: -Number.MAX_VALUE, boolean: false } as const satisfies Record<PathType, unknown>;

/**
 * The mongoose schema of a collection: its key fields and its indexes. Bodies are checked where they leave the store,
 * so the schema is open, and mongoose neither adds fields nor makes anything by itself.
 */
export function schemaOf(layout: LayoutRecord): mongoose.Schema {
  const schema = new mongoose.Schema();
  schema.path('_id', String).path('tenant', String);
  for (const [path, type] of Object.entries(layout.paths)) schema.path(storedPath(path), TYPES[type]);
  schema.set('strict', false).set('autoIndex', false).set('autoCreate', false).set('versionKey', false).set('id', false).set('minimize', false);
  for (const { name, keys, unique, partial } of indexesOf(layout)) {
    schema.index({ ...keys }, { name, ...(unique ? { unique } : {}), ...(partial === null ? {} : { partialFilterExpression: { ...partial } }) });
  }
  return schema;
}

/** The indexes a schema declares, as MongoDB is asked for them. */
export function wantedIndexes(schema: mongoose.Schema): IndexWanted[] {
  return schema.indexes().map(([keys, options]) => ({ name: String(options.name), keys, unique: options.unique === true, partial: options.partialFilterExpression ?? null }));
}

/**
 * The indexes of a layout. A unique one holds only documents in which all of its paths are set, which the server itself
 * sees to, whatever release writes. `$gte` says so, and not `$type`, because the planner knows that an equality implies
 * it and uses the index for queries over all of its paths. For queries over the first of several paths (the last of a
 * mailbox) it may not be used, since it lacks documents: those get a plain index over the same paths.
 */
function indexesOf(layout: LayoutRecord): IndexWanted[] {
  const plain = layout.indexes.map(({ name, paths }) => ({ name, keys: keysOf(paths), unique: false, partial: null }));
  const lookups = layout.unique
    .filter(({ paths }) => paths.length > 1 && !layout.indexes.some((index) => paths.every((path, place) => index.paths[place] === path)))
    .map(({ name, paths }) => ({ name: `${name}:lookup`, keys: keysOf(paths), unique: false, partial: null }));
  const unique = layout.unique.map(({ name, paths }) => ({ name, keys: keysOf(paths), unique: true, partial: partialOf(layout, paths) }));
  return [...unique, ...lookups, ...plain];
}

function keysOf(paths: readonly string[]): Record<string, 1> {
  return Object.fromEntries(paths.map((path) => [storedPath(path), 1 as const]));
}

function partialOf(layout: LayoutRecord, paths: readonly string[]): Record<string, unknown> | null {
  const bounds: Record<string, unknown> = {};
  for (const path of paths) {
    const type = layout.paths[path];
    if (type !== undefined) bounds[storedPath(path)] = { $gte: SMALLEST[type] };
  }
  return Object.keys(bounds).length === 0 ? null : bounds;
}
