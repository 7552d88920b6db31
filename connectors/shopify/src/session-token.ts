import { z } from 'zod';
import { parseHostJson, refuse, type Instant, type RawRequest, type Refusal } from '@parley/core/contracts';
import { equalInConstantTime, hmacSha256 } from '@parley/core/security/signatures';
import { shopOfAddress } from './account.js';

/** Seconds that Shopify's clock and ours may differ. */
const TOLERANCE_S = 10;
/** Far above any real session token; longer ones are refused before they are hashed. */
const MAX_LENGTH = 4096;

const Header = z.object({ alg: z.literal('HS256') });
const Claims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.union([z.string().min(1).max(64), z.number().int()]).transform(String),
  exp: z.number().int(),
  nbf: z.number().int(),
});

/** A session token that holds: who is in which shop's admin, until when, and under which of our secrets it was signed. */
export interface SessionToken {
  ok: true;
  token: string;
  shop: string;
  userId: string;
  expiresAt: Instant;
  secret: string;
}

/**
 * Reads the session token of `Authorization: Bearer`. Written by hand for three reasons: the SDK judges time by the clock
 * of the process, knows a single secret, and puts the whole token into its error. Checked beyond the SDK: that `iss`
 * and `dest` name the same shop. https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export function readSessionToken(req: RawRequest, apiKey: string, secrets: readonly string[], now: Instant): SessionToken | Refusal {
  const token = /^Bearer ([\w.-]+)$/i.exec(req.headers['authorization'] ?? '')?.[1];
  if (token === undefined) return refuse(401, 'shopify.session-token-missing', 'no bearer token');
  const [head, body, signature, ...more] = token.split('.');
  if (token.length > MAX_LENGTH || head === undefined || body === undefined || signature === undefined || more.length > 0) {
    return refuse(401, 'shopify.session-token-form', 'not a signed token');
  }
  if (!Header.safeParse(json(head)).success) return refuse(401, 'shopify.session-token-algorithm', 'not HS256');
  const secret = signer(secrets, `${head}.${body}`, signature);
  if (secret === null) return refuse(401, 'shopify.session-token-signature', 'signed by none of our secrets');
  const claims = Claims.safeParse(json(body));
  if (!claims.success) return refuse(401, 'shopify.session-token-claims', 'claims missing');
  const { iss, dest, aud, sub, exp, nbf } = claims.data;
  const seconds = Math.floor(now / 1000);
  if (exp + TOLERANCE_S <= seconds) return refuse(401, 'shopify.session-token-expired', 'expired');
  if (nbf - TOLERANCE_S > seconds) return refuse(401, 'shopify.session-token-early', 'not yet valid');
  if (aud !== apiKey) return refuse(401, 'shopify.session-token-audience', 'made for another app');
  const shop = shopOfAddress(dest);
  if (shop === null || shopOfAddress(iss) !== shop) return refuse(401, 'shopify.session-token-shop', 'issuer and destination are not one shop');
  return { ok: true, token, shop, userId: sub, expiresAt: exp * 1000, secret };
}

/** The secret that signed, or null. Every secret is tried, so timing tells nothing of which. */
function signer(secrets: readonly string[], message: string, signature: string): string | null {
  let found: string | null = null;
  for (const secret of secrets) {
    if (equalInConstantTime(hmacSha256(secret, message, 'base64url'), signature)) found ??= secret;
  }
  return found;
}

function json(part: string): unknown {
  const result = parseHostJson(Buffer.from(part, 'base64url'));
  return result.ok ? result.value : null;
}
