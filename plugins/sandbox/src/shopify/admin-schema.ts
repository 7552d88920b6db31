// The real Admin GraphQL schema, per API version, with the access scopes that Shopify demands for each type and field.
// Both come from the introspection data that Shopify publishes in @shopify/dev-mcp.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { z } from 'zod';

/** What a type or field asks of the caller: one of `anyOf` scopes; `wording` is Shopify's sentence about it. */
interface Demand {
  readonly anyOf: readonly string[];
  readonly wording: string;
}

/** One API version. `demands` is keyed `Type` or `Type.field`. */
export interface AdminSchema {
  readonly version: string;
  readonly schema: GraphQLSchema;
  readonly demands: ReadonlyMap<string, Demand>;
}

const shape = z.object({
  data: z.custom<IntrospectionQuery>((value) => typeof value === 'object' && value !== null && '__schema' in value),
  offline_scopes: z.object({
    items: z.array(
      z.object({ typeName: z.string(), fieldName: z.string().optional(), requiredAccess: z.string(), offlineScopes: z.array(z.string()) }),
    ),
  }),
});

/** Where the package keeps its data. Its exports hide every file, so the module folders are walked instead. */
function dataFolder(): string {
  const roots = createRequire(import.meta.url).resolve.paths('@shopify/dev-mcp') ?? [];
  const found = roots.map((root) => join(root, '@shopify', 'dev-mcp', 'dist', 'data')).find((path) => existsSync(path));
  if (found === undefined) throw new Error('@shopify/dev-mcp is not installed: the sandbox has no Admin schema');
  return found;
}

const folder = dataFolder();
const loaded = new Map<string, AdminSchema>();

/** Every Admin API version there is a schema for, oldest first, `unstable` last. */
export function adminVersions(): string[] {
  return readdirSync(folder)
    .map((name) => /^admin_(\d{4}-\d{2}|unstable)\.json\.gz$/.exec(name)?.[1])
    .filter((version) => version !== undefined)
    .sort();
}

/** The schema of a version, or null for a version that does not exist. Loaded once (about 0.3 s), then kept. */
export function adminSchema(version: string): AdminSchema | null {
  const known = loaded.get(version);
  if (known !== undefined) return known;
  if (!adminVersions().includes(version)) return null;
  const file = shape.parse(JSON.parse(gunzipSync(readFileSync(join(folder, `admin_${version}.json.gz`))).toString('utf8')));
  const demands = new Map<string, Demand>();
  for (const item of file.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    demands.set(item.fieldName === undefined ? item.typeName : `${item.typeName}.${item.fieldName}`, {
      anyOf: item.offlineScopes,
      wording: item.requiredAccess,
    });
  }
  const admin: AdminSchema = { version, schema: buildClientSchema(file.data, { assumeValid: true }), demands };
  loaded.set(version, admin);
  return admin;
}
