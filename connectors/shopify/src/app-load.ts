import { refuse, type Instant, type Refusal } from '@parley/core/contracts';
import { signedByAny } from '@parley/core/security/signatures';
import { shopDomain } from './account.js';
import { freshTimestamp, queryParts, singles, type QueryPart } from './signed-query.js';

/** A load of our embedded page that Shopify's admin signed. It proves the shop, not the person. */
export interface AppLoad {
  ok: true;
  shop: string;
  locale: string | null;
  at: Instant;
}

const NAMED = ['shop', 'hmac', 'signature', 'timestamp', 'host', 'locale', 'id_token', 'session', 'embedded'] as const;

/**
 * Verifies the query of the embedded page's document, on the raw string: the SDK re-encodes spaces as `+` where
 * Shopify signs `%20`, and lets a query without a timestamp pass for ever.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export function verifyAppLoad(rawQuery: string, secrets: readonly string[], now: Instant): AppLoad | Refusal {
  const query = queryParts(rawQuery);
  if (!query.ok) return query;
  const named = singles(query.parts, NAMED);
  if (!named.ok) return named;
  const { hmac, timestamp, shop: shopText, locale } = named.values;
  if (hmac === undefined || !/^[0-9a-f]{64}$/.test(hmac)) return refuse(401, 'shopify.signature-missing', 'no hmac');
  if (!signedByAny(secrets, message(query.parts), hmac, 'hex')) return refuse(401, 'shopify.signature', 'hmac does not fit');
  const fresh = freshTimestamp(timestamp, now);
  if (!fresh.ok) return fresh;
  const shop = shopDomain(shopText ?? '');
  if (shop === null) return refuse(400, 'shopify.shop', 'no shop domain');
  return { ok: true, shop, locale: locale ?? null, at: fresh.at };
}

function message(parts: readonly QueryPart[]): string {
  return parts
    .filter((part) => part.key !== 'hmac' && part.key !== 'signature')
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((part) => `${part.rawKey}=${part.rawValue}`.replaceAll('+', '%20'))
    .join('&');
}

/**
 * The `Content-Security-Policy` of a page: only the admin of this very shop may frame it, and nobody where the shop is
 * not proven. `origins` stands in for Shopify's where the host is not Shopify itself.
 * https://shopify.dev/docs/apps/build/security/set-up-iframe-protection
 */
export function frameAncestors(shop: string | null, origins?: readonly string[]): string {
  const proven = shop === null ? null : shopDomain(shop);
  if (proven === null) return "frame-ancestors 'none';";
  return `frame-ancestors ${(origins ?? [`https://${proven}`, 'https://admin.shopify.com']).join(' ')};`;
}
