import { z } from 'zod';
import { GraphqlQueryError } from '@shopify/shopify-api';
import { Bug, ParleyError, Rejected, Retryable, Unauthorized } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';
import type { Met } from './sdk-fetch.js';

const GraphqlFault = z.object({
  message: z.string().nullish(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ code: z.string().nullish() }).nullish(),
});
const GraphqlBody = z.object({
  errors: z.object({ graphQLErrors: z.array(GraphqlFault) }),
  extensions: z.unknown().optional(),
});

/** The GraphQL errors of an answer with HTTP 200, or null where the error is of another sort. `extensions` carries the cost. */
export function graphqlFaults(e: unknown): { codes: string[]; extensions: unknown } | null {
  if (!(e instanceof GraphqlQueryError)) return null;
  const parsed = GraphqlBody.safeParse(e.body);
  if (!parsed.success) return { codes: ['UNREADABLE'], extensions: null };
  return {
    codes: parsed.data.errors.graphQLErrors.map((fault) => fault.extensions?.code ?? 'INVALID'),
    extensions: parsed.data.extensions,
  };
}

/**
 * Brings whatever the SDK threw into our family. Only status, code and the host's request id are taken over: messages
 * and bodies of the SDK's errors may hold tokens and personal data, so they become neither message nor cause.
 */
export function hostError(e: unknown, met: Met, doing: string): ParleyError {
  if (ParleyError.isInstance(e)) return e;
  const facts = { connector: CONNECTOR };
  const what = `Shopify, ${doing}`;
  const request = met.requestId === null ? '' : ` (request ${met.requestId})`;
  const faults = graphqlFaults(e);
  if (faults !== null) return graphqlError(faults.codes, `${what}${request}`);
  const { status } = met;
  if (status === null) {
    return new Retryable(`${what}: ${met.timedOut ? 'no answer in time' : 'no connection'}`, { ...facts, code: met.timedOut ? 'shopify.timeout' : 'shopify.network', mayHaveHappened: met.timedOut });
  }
  if (status === 401) return new Unauthorized(`${what}: the token is no longer accepted${request}`, { ...facts, code: 'shopify.unauthorized' });
  if (status === 429) {
    return new Retryable(`${what}: too many requests${request}`, { ...facts, code: 'shopify.too-many-requests', ...(met.retryAfterMs === null ? {} : { retryAfterMs: met.retryAfterMs }) });
  }
  if (status >= 500) {
    return new Retryable(`${what}: HTTP ${status}${request}`, { ...facts, code: 'shopify.unavailable', mayHaveHappened: true, ...(met.retryAfterMs === null ? {} : { retryAfterMs: met.retryAfterMs }) });
  }
  const refused = REFUSALS.get(status);
  if (refused !== undefined) return new Rejected(`${what}: ${refused.reason}${request}`, { ...facts, code: refused.code });
  if (status >= 300 && status < 400) return new Rejected(`${what}: the shop has moved${request}`, { ...facts, code: 'shopify.moved' });
  if (status >= 400) return new Rejected(`${what}: HTTP ${status}${request}`, { ...facts, code: `shopify.http-${status}` });
  return new Retryable(`${what}: an answer that cannot be read${request}`, { ...facts, code: 'shopify.unreadable' });
}

/** Meanings of the statuses: https://shopify.dev/docs/api/usage/response-codes */
const REFUSALS: ReadonlyMap<number, { code: string; reason: string }> = new Map([
  [402, { code: 'shopify.shop-frozen', reason: 'the shop is frozen for lack of payment' }],
  [403, { code: 'shopify.forbidden', reason: 'the shop forbids this' }],
  [404, { code: 'shopify.not-found', reason: 'no such shop or API version' }],
  [423, { code: 'shopify.shop-locked', reason: 'the shop is locked' }],
  [430, { code: 'shopify.security-rejection', reason: 'refused as suspicious' }],
]);

function graphqlError(codes: string[], what: string): ParleyError {
  const has = (code: string): boolean => codes.includes(code);
  const facts = { connector: CONNECTOR };
  if (has('ACCESS_DENIED')) return new Rejected(`${what}: a scope is missing`, { ...facts, code: 'shopify.access-denied' });
  if (has('SHOP_INACTIVE')) return new Rejected(`${what}: the shop is inactive`, { ...facts, code: 'shopify.shop-inactive' });
  if (has('MAX_COST_EXCEEDED')) return new Bug(`${what}: the operation costs more than one may`, { ...facts, code: 'shopify.max-cost' });
  if (has('THROTTLED')) return new Retryable(`${what}: throttled`, { ...facts, code: 'shopify.throttled' });
  if (has('INTERNAL_SERVER_ERROR')) return new Retryable(`${what}: internal error of the host`, { ...facts, code: 'shopify.internal', mayHaveHappened: true });
  return new Bug(`${what}: the operation is refused with ${codes.join(', ')}`, { ...facts, code: 'shopify.graphql' });
}
