import { z } from 'zod';
import { Id, Instant, parseHostJson } from '@parley/core/contracts';
import { hmacSha256, signedByAny } from '@parley/core/security/signatures';

/** How long a shopper's token is good for, in milliseconds. */
export const TOKEN_LIFE_MS = 24 * 3_600_000;
/** How long after its end an anonymous token still leads back to its thread, in milliseconds. */
export const RENEWABLE_MS = 30 * 24 * 3_600_000;
/** How far ahead of ours the clock of another of our processes may be, in milliseconds. */
const CLOCK_SKEW_MS = 60_000;
/** Two ids of 512 characters at 4 bytes each, in base64, and some air. */
const MAX_TOKEN_LENGTH = 8_192;
const VERSION = 'v1';
const SHAPE = /^v1\.([A-Za-z0-9_-]{2,})\.([A-Za-z0-9_-]{43})$/;

/** What a shopper's token says. Times are UTC milliseconds. `customer` is there only where the host signed it. */
export const TokenClaims = z.strictObject({
  site: Id,
  thread: Id,
  identity: Id,
  customer: Id.optional(),
  iat: Instant,
  exp: Instant,
});
export type TokenClaims = z.infer<typeof TokenClaims>;

/** A token that is ours: `valid` now, or already `expired`; or why it is not believed at all. */
export type TokenReading = { state: 'valid' | 'expired'; claims: TokenClaims } | { state: 'malformed' | 'forged' | 'future' };

/** Signs claims with the newest secret: `v1.<payload>.<HMAC-SHA256 of what stands before it>`, both base64url. */
export function signToken(claims: TokenClaims, secret: string): string {
  const payload = Buffer.from(JSON.stringify(TokenClaims.parse(claims)), 'utf8').toString('base64url');
  const signed = `${VERSION}.${payload}`;
  return `${signed}.${hmacSha256(secret, signed, 'base64url')}`;
}

/** Reads a token: form, signature under any valid secret (in constant time), then times. Never throws. */
export function readToken(token: string, secrets: readonly string[], now: number): TokenReading {
  const form = token.length <= MAX_TOKEN_LENGTH ? SHAPE.exec(token) : null;
  const payload = form?.[1];
  const signature = form?.[2];
  if (payload === undefined || signature === undefined) return { state: 'malformed' };
  if (!signedByAny(secrets, `${VERSION}.${payload}`, signature, 'base64url')) return { state: 'forged' };
  const json = parseHostJson(Buffer.from(payload, 'base64url'), 2);
  const claims = json.ok ? TokenClaims.safeParse(json.value) : null;
  if (claims?.success !== true) return { state: 'malformed' };
  if (claims.data.iat > now + CLOCK_SKEW_MS) return { state: 'future' };
  return { state: claims.data.exp > now ? 'valid' : 'expired', claims: claims.data };
}
