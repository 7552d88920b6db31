import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
export const MANIFESTS = path.join(ROOT, 'manifests');

/** What every object of a cluster has, with all the rest of it. */
const clusterObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()).default({}) }).default({ name: '', labels: {} }),
});
export type ClusterObject = z.infer<typeof clusterObject>;

/** The YAML documents of a file, by its path below the folder. */
export type Tree = ReadonlyMap<string, readonly ClusterObject[]>;

/** The documents of one file. Throws with the file's name, and the line where it can, where the text is no sound YAML. */
export function documentsOf(file: string, text: string): unknown[] {
  return parseAllDocuments(text, { merge: true, uniqueKeys: true, strict: true }).map((d) => {
    const wrong = [...d.errors, ...d.warnings][0];
    if (wrong !== undefined) throw new Error(`${file}: ${wrong.message}`);
    const value: unknown = d.toJS();
    return value;
  });
}

/** Every YAML file below a folder. Throws where one does not parse or holds something that is no object of a cluster. */
export function readTree(folder: string): Tree {
  const files = filesBelow(folder).filter((f) => /\.ya?ml$/.test(f));
  return new Map(files.map((f) => [f, documentsOf(f, readFileSync(path.join(folder, f), 'utf8')).map((d) => clusterObject.parse(d))]));
}

/** Paths of all files below a folder, relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.relative(folder, path.join(e.parentPath, e.name)))
    .sort();
}

/** The names and values of an env file; comments and empty lines are left out. */
export function envFile(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').filter((l) => l.trim() !== '' && !l.startsWith('#'));
  return Object.fromEntries(
    lines.map((l) => {
      const at = l.indexOf('=');
      if (at < 1) throw new Error(`${path.basename(file)}: not a variable: ${l}`);
      return [l.slice(0, at), l.slice(at + 1)];
    }),
  );
}

/**
 * A copy with one thing changed: what a check is shown to find fault with.
 * @param pointer where, as a JSON pointer (RFC 6901); `-` at its end adds to a list
 * @param to the new value; null where what is there goes
 */
export function changed<T>(value: T, pointer: string, to: unknown): T {
  const copy = structuredClone(value);
  const keys = pointer.split('/').slice(1).map((k) => k.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  let at: unknown = copy;
  for (const key of keys) at = Reflect.get(holder(at, pointer), key);
  const parent = holder(at, pointer);
  if (last === undefined) throw new Error('a change needs a place');
  if (to !== null) Reflect.set(parent, last === '-' && Array.isArray(parent) ? String(parent.length) : last, to);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (!Reflect.has(parent, last) || !Reflect.deleteProperty(parent, last)) throw new Error(`there is no ${pointer}`);
  return copy;
}

function holder(value: unknown, pointer: string): object {
  if (typeof value !== 'object' || value === null) throw new Error(`there is no ${pointer}`);
  return value;
}
