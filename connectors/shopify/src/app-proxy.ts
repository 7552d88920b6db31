import { refuse, type Instant, type Refusal } from '@parley/core/contracts';
import { signedByAny } from '@parley/core/security/signatures';
import { shopDomain } from './account.js';
import { gidOf } from './gid.js';
import { freshTimestamp, queryParts, singles, type QueryPart } from './signed-query.js';

/** A storefront request that Shopify passed on and signed. */
export interface ProxyVisit {
  ok: true;
  shop: string;
  /** Global id of the customer who is signed in at the storefront; null for a guest. */
  customerId: string | null;
  pathPrefix: string;
  at: Instant;
  /** The visitor's own parameters, decoded; repeated ones joined by a comma. */
  params: Readonly<Record<string, string>>;
}

const OWN = ['shop', 'signature', 'timestamp', 'hmac', 'logged_in_customer_id', 'path_prefix'] as const;
/**
 * The signed text has nothing between its parameters, so a value that contains `shop=…` reads like a parameter of
 * Shopify's own. Nobody may move the border: such values are refused, ours never need them.
 */
const LOOKS_SIGNED = /(?:shop|signature|timestamp|hmac|logged_in_customer_id|path_prefix)=/;

/**
 * Verifies a request that came through the app proxy, on the raw query string: no repeated parameter of Shopify's own, a
 * whole timestamp within 90 s either way, and the signature under any secret that is valid now. An empty customer id
 * is signed too and means a guest. https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function verifyAppProxy(rawQuery: string, secrets: readonly string[], now: Instant): ProxyVisit | Refusal {
  const query = queryParts(rawQuery);
  if (!query.ok) return query;
  const own = singles(query.parts, OWN);
  if (!own.ok) return own;
  const { signature, timestamp } = own.values;
  if (signature === undefined || !/^[0-9a-f]{64}$/.test(signature)) return refuse(401, 'shopify.signature-missing', 'no signature');
  if (!signedByAny(secrets, message(query.parts), signature, 'hex')) return refuse(401, 'shopify.signature', 'signature does not fit');
  if (query.parts.some((part) => part.key.includes('=') || LOOKS_SIGNED.test(part.value))) return refuse(400, 'shopify.query-ambiguous', 'a value looks like a signed parameter');
  const fresh = freshTimestamp(timestamp, now);
  if (!fresh.ok) return fresh;
  const shop = shopDomain(own.values.shop ?? '');
  if (shop === null) return refuse(400, 'shopify.shop', 'no shop domain');
  const customer = own.values.logged_in_customer_id ?? '';
  const customerId = customer === '' ? null : gidOf('Customer', customer);
  if (customer !== '' && customerId === null) return refuse(400, 'shopify.customer', 'no customer id');
  return { ok: true, shop, customerId, pathPrefix: own.values.path_prefix ?? '', at: fresh.at, params: joined(query.parts.filter((part) => !isOwn(part.key))) };
}

/** `key=value` strings, repeated keys joined by a comma, sorted, with nothing between. */
function message(parts: readonly QueryPart[]): string {
  return Object.entries(joined(parts.filter((part) => part.key !== 'signature')))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('');
}

function joined(parts: readonly QueryPart[]): Record<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of parts) values.set(key, values.has(key) ? `${values.get(key) ?? ''},${value}` : value);
  return Object.fromEntries(values);
}

function isOwn(key: string): boolean {
  return OWN.some((name) => name === key);
}
