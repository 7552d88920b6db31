import { refuse, type PublicInstallation, type RawRequest, type Refusal, type ThreadPlace } from '@parley/core/contracts';
import { readToken, type TokenClaims } from './token.js';

/** Reads the bearer token of a request. Every failure looks alike from outside, but for an expired one, which a widget may renew. */
export function claimsOf(req: RawRequest, secrets: readonly string[], now: number): { ok: true; claims: TokenClaims } | Refusal {
  const header = req.headers['authorization'] ?? '';
  const token = /^Bearer ([^\s,]+)$/i.exec(header)?.[1];
  if (token === undefined) return refuse(401, 'webchat.no-token', 'no bearer token');
  const reading = readToken(token, secrets, now);
  if (reading.state === 'valid') return { ok: true, claims: reading.claims };
  if (reading.state === 'expired') return refuse(401, 'webchat.token-expired', 'token expired');
  return refuse(401, 'webchat.bad-token', `token ${reading.state}`);
}

/** A shopper whose token is proven, with the place their thread is kept at. */
export interface Admitted {
  ok: true;
  claims: TokenClaims;
  installation: PublicInstallation;
  place: ThreadPlace;
}

/** The token, and the installation it was made for, which must still be there and active. */
export async function admit(
  req: RawRequest,
  now: number,
  deps: { tokenSecrets(): readonly string[]; installationOf(account: string): Promise<PublicInstallation | null> },
): Promise<Admitted | Refusal> {
  const read = claimsOf(req, deps.tokenSecrets(), now);
  if (!read.ok) return read;
  const installation = await deps.installationOf(read.claims.site);
  if (installation === null || !installation.active) return refuse(403, 'webchat.site-off', 'the installation is gone or off');
  return {
    ok: true,
    claims: read.claims,
    installation,
    place: { installation: installation.id, hostThread: read.claims.thread, identity: read.claims.identity },
  };
}
