import { z } from 'zod';
import { Bug } from '../../contracts/index.js';
import type { CollectionSpec, Stored } from '../port.js';
import { segmentsOf } from './document-paths.js';

/** What of a spec says how documents are kept. */
export type SpecShape = Pick<CollectionSpec<Stored>, 'name' | 'paths' | 'unique' | 'indexes'>;

const PathType = z.enum(['string', 'number', 'boolean']);
/** The scalar types a path may be declared as. */
export type PathType = z.infer<typeof PathType>;

const IndexShape = z.strictObject({ name: z.string(), paths: z.array(z.string()) });

/** What of a collection's spec a store must match, in an order of its own: two specs that keep documents alike give equal records. */
export const LayoutRecord = z.strictObject({
  paths: z.record(z.string(), PathType),
  unique: z.array(IndexShape),
  indexes: z.array(IndexShape),
});
export type LayoutRecord = z.infer<typeof LayoutRecord>;

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The record of a spec. Throws a `Bug` on names that not every engine can take, and on indexes over undeclared paths. */
export function recordOf(spec: SpecShape): LayoutRecord {
  if (!NAME.test(spec.name) || spec.name.startsWith('parley_')) throw new Bug(`"${spec.name}" cannot name a collection`, { code: 'storage.spec' });
  for (const path of Object.keys(spec.paths)) {
    if (!segmentsOf(path).every((segment) => NAME.test(segment))) throw new Bug(`${spec.name}: "${path}" cannot be declared`, { code: 'storage.spec' });
  }
  const declared = new Set(['id', 'tenant', ...Object.keys(spec.paths)]);
  const indexes = [...spec.unique, ...spec.indexes];
  for (const index of indexes) {
    const unknown = index.paths.find((path) => !declared.has(path));
    if (!NAME.test(index.name) || index.paths.length === 0) throw new Bug(`${spec.name}: "${index.name}" is no usable index`, { code: 'storage.spec' });
    if (unknown !== undefined) throw new Bug(`${spec.name}: index "${index.name}" names the undeclared path "${unknown}"`, { code: 'storage.spec' });
  }
  if (new Set(indexes.map((index) => index.name)).size < indexes.length) throw new Bug(`${spec.name}: two indexes have the same name`, { code: 'storage.spec' });
  return shapeOf(spec);
}

function shapeOf(spec: SpecShape): LayoutRecord {
  const shape = (index: { name: string; paths: readonly string[] }) => ({ name: index.name, paths: [...index.paths] });
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const paths = Object.entries(spec.paths)
    .filter(([path]) => path !== 'id' && path !== 'tenant')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { paths: Object.fromEntries(paths), unique: spec.unique.map(shape).sort(byName), indexes: spec.indexes.map(shape).sort(byName) };
}
