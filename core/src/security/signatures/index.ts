import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of raw bytes, in the encoding the host uses. */
export function hmacSha256(secret: string, bytes: Uint8Array | string, encoding: 'hex' | 'base64' | 'base64url'): string {
  return createHmac('sha256', secret).update(bytes).digest(encoding);
}

/** Compares two texts in a time that does not depend on where they differ; unequal lengths are simply unequal. */
export function equalInConstantTime(a: string, b: string): boolean {
  const x = Buffer.from(a, 'utf8');
  const y = Buffer.from(b, 'utf8');
  return x.length === y.length && timingSafeEqual(x, y);
}

/** Whether `signature` is the HMAC of `bytes` under any of the secrets that are valid now. Every secret is tried, so timing tells nothing. */
export function signedByAny(secrets: readonly string[], bytes: Uint8Array | string, signature: string, encoding: 'hex' | 'base64' | 'base64url'): boolean {
  let found = false;
  for (const secret of secrets) found = equalInConstantTime(hmacSha256(secret, bytes, encoding), signature) || found;
  return found;
}

/** Whether a timestamp lies within `toleranceMs` of now, in the past or in the future. */
export function isFresh(at: number, now: number, toleranceMs: number): boolean {
  return Number.isFinite(at) && Math.abs(now - at) <= toleranceMs;
}

/** A stable id from parts that may hold any character: each part is length-prefixed, so no two lists collide. */
export function idOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part, 'utf8')}:`).update(part, 'utf8');
  return hash.digest('base64url').slice(0, 32);
}
