import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { buildClientSchema, parse, validate, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import * as installation from './installation.js';
import * as knowledge from './knowledge.js';
import * as orders from './orders.js';
import * as products from './products.js';

/** The package's exports hide its files, so the module folders are walked. */
const folders = createRequire(import.meta.url).resolve.paths('@shopify/dev-mcp') ?? [];
const data = folders.map((folder) => join(folder, '@shopify', 'dev-mcp', 'dist', 'data')).find((path) => existsSync(path)) ?? 'no @shopify/dev-mcp';

function schemaOf(version: string): GraphQLSchema {
  const json = JSON.parse(gunzipSync(readFileSync(join(data, `admin_${version}.json.gz`))).toString('utf8')) as { data?: IntrospectionQuery } & IntrospectionQuery;
  return buildClientSchema(json.data ?? json);
}

const operations = Object.entries({ ...installation, ...knowledge, ...orders, ...products });

describe.each(['2026-04', '2026-07', '2026-10'])('the Admin schema %s', (version) => {
  const schema = schemaOf(version);

  it.each(operations)('accepts %s', (_name, text) => {
    expect(validate(schema, parse(text)).map((e) => e.message)).toEqual([]);
  });

  it('would refuse a field that does not exist', () => {
    expect(validate(schema, parse('query X { shop { nameOfNothing } }'))).toHaveLength(1);
  });
});

describe('operations', () => {
  it('are all read only and carry a name of their own', () => {
    const names = operations.map(([, text]) => /query (\w+)/.exec(text)?.[1]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(operations.length);
    expect(operations.filter(([, text]) => text.includes('mutation'))).toEqual([]);
  });
});
