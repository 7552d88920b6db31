// What every resolver shares: the shop asked about, what the caller may see, and the small forms of the Admin API.
import { GraphQLError } from 'graphql';
import type { AdminSchema } from '../admin-schema.js';
import { connect, pageArguments, type Connection, type Sort } from '../connection.js';
import { compileSearch, type SearchIndex } from '../search-match.js';
import { parseSearch, type Expression } from '../search-syntax.js';
import type { ShopModel } from '../shop-model.js';
import { z } from 'zod';

/** A GraphQL object: members are values or functions of the field's arguments. A missing member is not emulated. */
export type GraphObject = Record<string, unknown>;

/** The app as `currentAppInstallation` shows it. */
export interface AppFacts {
  readonly id: string;
  readonly apiKey: string;
  readonly name: string;
  readonly handle: string;
  readonly requested: readonly string[];
}

/** A filter field the host did not know, as `extensions.search` reports it. */
interface SearchWarning {
  readonly path: readonly (string | number)[];
  readonly query: string;
  readonly parsed: unknown;
  readonly warnings: readonly { field: string; message: string; code: string }[];
}

/** One request's context. */
export interface GraphContext {
  readonly shop: ShopModel;
  readonly scopes: readonly string[];
  readonly admin: AdminSchema;
  readonly app: AppFacts;
  readonly now: Date;
  /** Points actually used; counted while the query runs. */
  readonly meter: { points: number };
  readonly searchWarnings: SearchWarning[];
  /** `Type.field` of everything that was asked for and is not emulated. */
  readonly notEmulated: Set<string>;
}

/** `gid://shopify/Order/1`. */
export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

/** Splits a global id; throws the host's error for a text that is none. */
export function parseGid(text: string): { type: string; id: string } {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([A-Za-z0-9]+)(?:\?.*)?$/.exec(text);
  const [, type, id] = match ?? [];
  if (type === undefined || id === undefined) {
    throw new GraphQLError(`Invalid global id '${text}'`, { extensions: { code: 'argumentLiteralsIncompatible', typeName: 'CoercionError' } });
  }
  return { type, id };
}

/** The number in a global id of this type; null when it is of another type. */
export function idOf(type: string, text: string): string | null {
  const parsed = parseGid(text);
  return parsed.type === type ? parsed.id : null;
}

/** A DateTime as the Admin API writes it: whole seconds, UTC. */
export const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19)}Z`;
export const instantOrNull = (iso: string | null): string | null => (iso === null ? null : instant(iso));

/** A money amount in the shop's currency; presentment is the same, the sandbox sells in one currency. */
export function moneyBag(amount: string, currencyCode: string): GraphObject {
  const money = { amount, currencyCode };
  return { shopMoney: money, presentmentMoney: money };
}

/** An exact sum, product or difference of amounts, in hundredths. */
export const cents = (amount: string): bigint => {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
};
export const fromCents = (value: bigint): string => `${value / 100n}.${(value % 100n).toString().padStart(2, '0')}`;

/** An image at an address. The sandbox knows no sizes. */
export function image(url: string | null, altText: string | null): GraphObject | null {
  return url === null ? null : { __typename: 'Image', url, src: url, originalSrc: url, transformedSrc: url, altText, id: null, width: null, height: null };
}

/** HTML as plain text, the way `description` and `bodySummary` show it. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const listArguments = pageArguments.extend({ query: z.string().nullish(), sortKey: z.string().nullish() });

/** How one kind of entity is listed. */
export interface Listing<T> {
  readonly field: string;
  readonly index: SearchIndex<T>;
  readonly sorts: Readonly<Record<string, Sort<T>['value']>>;
  readonly defaultSort: string;
  readonly id: (item: T) => string;
  readonly toNode: (item: T) => GraphObject;
}

/** Filters, sorts and pages a list. Throws for a sort key and for a filter that are real but hold no data here. */
export function list<T>(context: GraphContext, items: readonly T[], listing: Listing<T>, rawArgs: unknown, path: readonly (string | number)[]): Connection<GraphObject> {
  const args = listArguments.parse(rawArgs);
  const found = filter(context, items, listing.field, listing.index, args.query ?? '', path);
  const sortKey = args.sortKey ?? listing.defaultSort;
  const value = listing.sorts[sortKey];
  if (value === undefined) throw notEmulated(context, `${listing.field} sorted by ${sortKey}`);
  return connect(found, { value, id: listing.id }, args, listing.field, listing.toNode);
}

/** Applies a search query, and notes fields the host drops. */
export function filter<T>(context: GraphContext, items: readonly T[], rootField: string, index: SearchIndex<T>, query: string, path: readonly (string | number)[]): T[] {
  const expression = parseSearch(query);
  const search = compileSearch(expression, index, documentedFilters(context.admin, rootField), context.now);
  const [hidden] = search.hidden;
  if (hidden !== undefined) throw notEmulated(context, `${rootField} filter ${hidden}`);
  if (search.unknown.length > 0) {
    context.searchWarnings.push({
      path,
      query,
      parsed: expression === null ? {} : describe(expression),
      warnings: search.unknown.map((field) => ({ field, message: 'Invalid search field for this query.', code: 'invalid_field' })),
    });
  }
  return items.filter(search.matches);
}

/** The filters that the schema's own text documents for a root field. */
function documentedFilters(admin: AdminSchema, rootField: string): ReadonlySet<string> {
  const field = admin.schema.getQueryType()?.getFields()[rootField];
  const text = field?.args.find((argument) => argument.name === 'query')?.description ?? '';
  return new Set([...text.matchAll(/^\| ([a-z_]+) \|/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'name' || rootField === 'orders'));
}

const RANGE_NAMES = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

function describe(e: Expression): unknown {
  if (e.kind === 'not') return { not: describe(e.part) };
  if (e.kind !== 'term') return { [e.kind]: e.parts.map(describe) };
  const field = e.field ?? 'default';
  if (e.comparison === 'all') return { field, match_all: e.value };
  if (e.comparison === 'phrase') return { field, match_phrase: e.value };
  return { field, range: { [RANGE_NAMES[e.comparison]]: e.value } };
}

/** The answer to what the schema knows and the sandbox has no data for: an error, never an invented value. */
export function notEmulated(context: GraphContext, what: string): GraphQLError {
  context.notEmulated.add(what);
  return new GraphQLError(`The sandbox holds no data for ${what}`, { extensions: { code: 'NOT_EMULATED' } });
}
