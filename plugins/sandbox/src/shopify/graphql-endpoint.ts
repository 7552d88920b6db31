// POST /admin/api/<version>/graphql.json: token, faults, validation on the real schema, cost, execution.
import { randomUUID } from 'node:crypto';
import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { z } from 'zod';
import { adminSchema, type AdminSchema } from './admin-schema.js';
import { requestedCost } from './query-cost.js';
import { resolveField } from './resolve/access.js';
import type { AppFacts, GraphContext } from './resolve/context.js';
import { rootOf } from './resolve/root.js';
import type { ShopModel } from './shop-model.js';

/** Dearest query the host runs at all. */
const MAX_QUERY_COST = 1000;

/** What is answered, and what the ledger is told about it. */
export interface AdminAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly key?: string;
  readonly detail: Record<string, unknown>;
}

const BAD_TOKEN = '[API] Invalid API key or access token (unrecognized login or wrong password)';
const requestShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** An answer without a body worth reading. */
export function plain(status: number, errors: unknown, headers: Record<string, string> = {}): AdminAnswer {
  return { status, headers, body: { errors }, detail: {} };
}

/** Answers one request. `body` is the raw text, `token` the X-Shopify-Access-Token header. */
export async function answerGraphql(shop: ShopModel, app: AppFacts, version: string, token: string | undefined, body: string): Promise<AdminAnswer> {
  const admin = adminSchema(version);
  if (admin === null) return plain(404, 'Not Found');
  const headers = { 'X-Request-Id': randomUUID(), 'X-Shopify-API-Version': version };
  const scopes = token === undefined ? null : shop.tokens.scopesOf(token);
  if (scopes === null) return plain(401, BAD_TOKEN, headers);

  const request = readRequest(body);
  if (request === null) return plain(400, { query: 'Required parameter missing or invalid' }, headers);
  const answer = await run(shop, app, admin, scopes, request);
  return { ...answer, headers };
}

function readRequest(body: string): z.infer<typeof requestShape> | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // Not JSON: answered with 400 by the caller, as the host does.
    return null;
  }
  const parsed = requestShape.safeParse(json);
  return parsed.success ? parsed.data : null;
}

async function run(shop: ShopModel, app: AppFacts, admin: AdminSchema, scopes: readonly string[], request: z.infer<typeof requestShape>): Promise<Omit<AdminAnswer, 'headers'>> {
  const variables = request.variables ?? {};
  const refused = (errors: readonly GraphQLError[]): Omit<AdminAnswer, 'headers'> => ({
    status: 200,
    body: { errors: errors.map((error) => error.toJSON()) },
    detail: { errors: errors.map((error) => error.message), query: request.query, variables },
  });

  const checked = check(admin, request.query);
  if ('errors' in checked) return refused(checked.errors);
  const { document } = checked;
  const operation = chosenOperation(document, request.operationName ?? null);
  if (operation === null) return refused([new GraphQLError('An operation name is required')]);
  const name = operation.name?.value ?? operation.operation;

  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const requested = requestedCost({ schema: admin.schema, fragments, variables }, operation);
  const cost = (actual: number | null): Record<string, unknown> => ({ requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: shop.bucket.status() });
  const detail = { operation: name, variables, requestedQueryCost: requested };

  if (requested > MAX_QUERY_COST) {
    return { status: 200, key: name, detail: { ...detail, refused: 'MAX_COST_EXCEEDED' }, body: { errors: [tooDear(requested)], extensions: { cost: cost(null) } } };
  }
  if (shop.lots.strikes('throttled') || !shop.bucket.take(requested)) {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' } }];
    return { status: 200, key: name, detail: { ...detail, refused: 'THROTTLED' }, body: { errors, extensions: { cost: cost(null) } } };
  }

  const context: GraphContext = { shop, app, admin, scopes, now: shop.now(), meter: { points: 0 }, searchWarnings: [], notEmulated: new Set() };
  const result = await execute({
    schema: admin.schema,
    document,
    operationName: request.operationName ?? null,
    variableValues: variables,
    // Mutations have no root yet: each is refused as not emulated. Theirs will demand @idempotent where the host does.
    rootValue: operation.operation === OperationTypeNode.QUERY ? rootOf(context) : {},
    contextValue: context,
    fieldResolver: resolveField,
  });
  const actual = Math.min(requested, context.meter.points);
  shop.bucket.giveBack(requested - actual);
  const search = context.searchWarnings.length > 0 ? { search: context.searchWarnings } : {};
  return {
    status: 200,
    key: name,
    detail: { ...detail, actualQueryCost: actual, ...(context.notEmulated.size > 0 ? { notEmulated: [...context.notEmulated] } : {}), ...(result.errors === undefined ? {} : { errors: result.errors.map((e) => e.message) }) },
    body: {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => error.toJSON()) }),
      extensions: { cost: cost(actual), ...search },
    },
  };
}

type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Documents found valid, by version and text. An app sends the same few over and over; the oldest leave first. */
const valid = new Map<string, Checked>();
const MOST_KEPT = 200;

/** More tokens than this in one query are refused unread: nesting without end would exhaust the stack. */
const MOST_TOKENS = 3000;

function check(admin: AdminSchema, query: string): Checked {
  const key = `${admin.version} ${query}`;
  const known = valid.get(key);
  if (known !== undefined) return known;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const errors = validate(admin.schema, document);
  if (errors.length > 0) return { errors };
  const checked = { document };
  valid.set(key, checked);
  const [oldest] = valid.keys();
  if (valid.size > MOST_KEPT && oldest !== undefined) valid.delete(oldest);
  return checked;
}

function chosenOperation(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name === null) return operations.length === 1 ? (operations[0] ?? null) : null;
  return operations.find((operation) => operation.name?.value === name) ?? null;
}

function tooDear(cost: number): unknown {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_QUERY_COST, documentation: 'https://shopify.dev/api/usage/rate-limits' },
  };
}
