// The one resolver behind every field: scopes first, then the member of the object, and the points it costs.
import { getNamedType, GraphQLError, isLeafType, type GraphQLFieldResolver } from 'graphql';
import { z } from 'zod';
import { isConnection } from '../query-cost.js';
import { notEmulated, type GraphContext } from './context.js';

const members = z.record(z.string(), z.unknown());
const callable = z.custom<(args: unknown, context: GraphContext, path: readonly (string | number)[]) => unknown>((value) => typeof value === 'function');

/** Does a grant contain what is demanded? Writing includes reading. */
export function allowed(scopes: readonly string[], anyOf: readonly string[]): boolean {
  return anyOf.some((scope) => scopes.includes(scope) || (scope.startsWith('read_') && scopes.includes(`write_${scope.slice(5)}`)));
}

/** Throws ACCESS_DENIED, worded as the host words it, when the caller's scopes do not reach `type` or `type.field`. */
export function demandAccess(context: GraphContext, key: string, field: string): void {
  const demand = context.admin.demands.get(key);
  if (demand === undefined || allowed(context.scopes, demand.anyOf)) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${demand.wording}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess: demand.wording },
  });
}

/** The field resolver that execution runs with. */
export const resolveField: GraphQLFieldResolver<unknown, GraphContext> = (source, args, context, info) => {
  const type = getNamedType(info.returnType);
  const parent = info.parentType.name;
  demandAccess(context, `${parent}.${info.fieldName}`, info.fieldName);
  demandAccess(context, type.name.replace(/(Connection|Edge)$/, ''), info.fieldName);

  const object = members.safeParse(source ?? {});
  if (!object.success || !Object.hasOwn(object.data, info.fieldName)) throw notEmulated(context, `${parent}.${info.fieldName}`);
  const member = object.data[info.fieldName];
  const call = callable.safeParse(member);
  const value = call.success ? call.data(args, context, pathOf(info.path)) : member;

  if (!isLeafType(type) && value != null) {
    if (isConnection(type.name)) context.meter.points += 2;
    else if (isConnection(parent)) context.meter.points += info.fieldName !== 'pageInfo' && Array.isArray(value) ? value.length : 0;
    else if (!parent.endsWith('Edge')) context.meter.points += 1;
  }
  return value;
};

function pathOf(path: { prev: unknown; key: string | number } | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  let at = path;
  while (at !== undefined) {
    keys.unshift(at.key);
    at = pathShape.parse(at.prev);
  }
  return keys;
}

const pathShape: z.ZodType<{ prev: unknown; key: string | number } | undefined> = z
  .object({ prev: z.unknown(), key: z.union([z.string(), z.number()]) })
  .optional();
