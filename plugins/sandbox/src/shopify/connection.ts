// Relay connections as the Admin API pages them: opaque cursors that hold the sort value, at most 250 a page.
import { GraphQLError } from 'graphql';
import { z } from 'zod';

/** Most objects one page may hold. https://shopify.dev/docs/api/usage/pagination-graphql */
const MAX_PAGE = 250;

/** What things are sorted by; ids are compared as numbers of any length. */
type SortValue = string | number | bigint;

/** Arguments every connection takes. */
export const pageArguments = z.object({
  first: z.number().int().nullish(),
  last: z.number().int().nullish(),
  after: z.string().nullish(),
  before: z.string().nullish(),
  reverse: z.boolean().nullish(),
});
type PageArguments = z.infer<typeof pageArguments>;

/** Sorting: the value, and the id that settles ties. */
export interface Sort<T> {
  readonly value: (item: T) => SortValue;
  readonly id: (item: T) => string;
}

/** A page. `nodes` and `edges` hold the same things. */
export interface Connection<N> {
  readonly nodes: N[];
  readonly edges: { cursor: string; node: N }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const cursorShape = z.object({ last_id: z.string().regex(/^\d+$/), last_value: z.string(), kind: z.enum(['string', 'number', 'bigint']) });

/**
 * Sorts, cuts one page out and wraps it. Throws the host's own error when neither or both of first and last are
 * given, when a page is negative or larger than 250, and for a cursor that is not one.
 */
export function connect<T, N>(items: readonly T[], sort: Sort<T>, args: PageArguments, field: string, toNode: (item: T) => N): Connection<N> {
  const { first = null, last = null } = args;
  if (first === null && last === null) throw badRequest('you must provide one of first or last');
  if (first !== null && last !== null) throw badRequest('providing both first and last is not supported');
  for (const [name, size] of [['first', first], ['last', last]] as const) {
    if (size !== null && size < 0) throw badRequest(`${name} cannot be less than zero`);
    if (size !== null && size > MAX_PAGE) throw badRequest(`${field}: ${name} cannot exceed ${MAX_PAGE}`);
  }

  const turn = args.reverse === true ? -1 : 1;
  const keyed = items.map((item) => ({ item, key: { value: sort.value(item), id: sort.id(item) } }));
  keyed.sort((a, b) => turn * compareKeys(a.key, b.key));

  const after = args.after == null ? null : readCursor(args.after);
  const before = args.before == null ? null : readCursor(args.before);
  const from = after === null ? 0 : keyed.filter(({ key }) => turn * compareKeys(key, after) <= 0).length;
  const to = before === null ? keyed.length : keyed.filter(({ key }) => turn * compareKeys(key, before) < 0).length;
  const window = keyed.slice(from, Math.max(from, to));
  const page = first !== null ? window.slice(0, first) : window.slice(Math.max(0, window.length - (last ?? 0)));

  const edges = page.map(({ item, key }) => ({ cursor: writeCursor(key), node: toNode(item) }));
  const start = first !== null ? from : from + window.length - page.length;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: start + page.length < keyed.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

interface Key {
  value: SortValue;
  id: string;
}

function compareKeys(a: Key, b: Key): number {
  return compare(a.value, b.value) || compare(BigInt(a.id), BigInt(b.id));
}

function compare(a: SortValue, b: SortValue): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeCursor(key: Key): string {
  const kind = typeof key.value;
  return Buffer.from(JSON.stringify({ last_id: key.id, last_value: String(key.value), kind })).toString('base64');
}

function readCursor(cursor: string): Key {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  let parsed: z.infer<typeof cursorShape>;
  try {
    parsed = cursorShape.parse(JSON.parse(text));
  } catch (error) {
    throw badRequest('Invalid cursor for current pagination sort.', error);
  }
  const value = parsed.kind === 'bigint' ? BigInt(parsed.last_value) : parsed.kind === 'number' ? Number(parsed.last_value) : parsed.last_value;
  return { value, id: parsed.last_id };
}

function badRequest(message: string, cause?: unknown): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_REQUEST' },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}
