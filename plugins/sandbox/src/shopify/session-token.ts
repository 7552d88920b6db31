// Session tokens: the JWT that App Bridge puts into requests of the embedded page, and that the app exchanges.
import { randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Lifetime of a session token in seconds. https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
const SESSION_TOKEN_LIFETIME_S = 60;

const sessionClaims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string().min(1),
  exp: z.number().int(),
  nbf: z.number().int(),
  iat: z.number().int(),
  jti: z.string().min(1),
  sid: z.string().min(1),
});
export type SessionClaims = z.infer<typeof sessionClaims>;

/** The app as Shopify knows it. */
export interface AppKeys {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** Signs the claims exactly as given: HS256, header `{"alg":"HS256","typ":"JWT"}`. */
export async function signSessionToken(keys: AppKeys, claims: SessionClaims): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(Buffer.from(keys.apiSecret, 'utf8'));
}

/** A fresh session token of a staff member of the shop, valid from now for 60 s. */
export async function mintSessionToken(keys: AppKeys, shop: string, userId: string, now: Date): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000);
  return signSessionToken(keys, {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: keys.apiKey,
    sub: userId,
    exp: iat + SESSION_TOKEN_LIFETIME_S,
    nbf: iat,
    iat,
    jti: randomUUID(),
    sid: randomBytes(32).toString('hex'),
  });
}

/** Either the claims, or why the token is refused. */
type SessionVerdict = { ok: true; claims: SessionClaims } | { ok: false; reason: string };

/**
 * Checks a session token for one shop: HS256 with our secret, audience, `exp`, `nbf`, `dest` equal to the shop, the
 * host of `iss` the same, and no older than 60 s whatever `exp` says.
 */
export async function verifySessionToken(keys: AppKeys, token: string, shop: string, now: Date): Promise<SessionVerdict> {
  let claims: SessionClaims;
  try {
    const { payload } = await jwtVerify(token, Buffer.from(keys.apiSecret, 'utf8'), {
      algorithms: ['HS256'],
      audience: keys.apiKey,
      currentDate: now,
      maxTokenAge: SESSION_TOKEN_LIFETIME_S,
    });
    const parsed = sessionClaims.safeParse(payload);
    if (!parsed.success) return { ok: false, reason: 'claims missing' };
    claims = parsed.data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return { ok: false, reason: error.code };
    throw error;
  }
  if (claims.dest !== `https://${shop}`) return { ok: false, reason: 'dest is another shop' };
  if (claims.iss !== `https://${shop}/admin`) return { ok: false, reason: 'iss is another shop' };
  return { ok: true, claims };
}
