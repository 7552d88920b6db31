// npm run new:connector -- <id> [--facets inbound,channel]: a package that compiles, has no pretence in it, and fails the contract suite until it is written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { FACETS } from './new-connector/facets.js';
import { filesOf, tsconfigWith } from './new-connector/files.js';
import { command, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run new:connector -- <id> [--facets ${FACETS.join(',')}] [--into .]
  <id>      the platform's short name: lower-case letters, digits and hyphens
  --facets  what it shall do; inbound and channel without it
  --into    the project's folder
docs/new-connector.md takes it from there.`;

const Id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'a short name of lower-case letters, digits and hyphens, such as line or amazon-in').max(40);
const Facets = z.string().transform((text) => [...new Set(text.split(',').map((f) => f.trim()))]).pipe(z.array(z.enum(FACETS, `one or more of ${FACETS.join(', ')}`)).min(1));

await command(USAGE, { options: { facets: { type: 'string', default: 'inbound,channel' }, into: { type: 'string', default: '.' } }, allowPositionals: true }, ({ values, positionals }) => {
  const id = Id.safeParse(positionals[0]);
  const facets = Facets.safeParse(values.facets);
  if (!id.success || positionals.length !== 1) throw new Refusal(`The connector needs ${id.error?.issues[0]?.message ?? 'one name, and no more'}.\n${USAGE}`);
  if (!facets.success) throw new Refusal(`--facets expects ${facets.error.issues[0]?.message ?? ''}.\n${USAGE}`);
  const root = path.resolve(values.into);
  if (!existsSync(path.join(root, 'tsconfig.base.json'))) throw new Refusal(`${root} is not the project’s folder: it has no tsconfig.base.json.`);
  const files = filesOf(id.data, facets.data);
  for (const file of Object.keys(files)) if (existsSync(path.join(root, file))) throw new Refusal(`${file} is there already; nothing was written.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
  const tsconfig = path.join(root, 'tsconfig.json');
  writeFileSync(tsconfig, tsconfigWith(readFileSync(tsconfig, 'utf8'), id.data));
  console.log(`
Next:
  npm install                                                  so that the package is known to the workspace
  npm run types                                                compiles
  node scripts/jest.mjs test/contract/connector/${id.data}.test.ts   fails, rule by rule, with what there is to do
docs/new-connector.md says in which order.`);
  return Promise.resolve(0);
});
