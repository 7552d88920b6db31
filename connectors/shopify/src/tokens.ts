import { z } from 'zod';
import { InvalidJwtError, RequestedTokenType, type Session } from '@shopify/shopify-api';
import { Bug, Retryable, Unauthorized, type Clock, type Credentials, type Instant } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';
import { hostError } from './host-errors.js';
import { nothingMet, reaching, type Met, type Reach } from './sdk-fetch.js';
import type { SdkOfSecret } from './sdk.js';
import type { SessionToken } from './session-token.js';

/** How long before the end of an access token a new one is fetched, in milliseconds. */
const AHEAD_MS = 5 * 60_000;

/** Whether credentials end so soon that the caller should refresh them before the next call. Pure. */
export function needsRefresh(credentials: Credentials, now: Instant): boolean {
  return credentials.expiresAt !== null && credentials.expiresAt - now <= AHEAD_MS;
}

/** What a token answer yields. */
interface Tokens {
  credentials: Credentials;
  scopes: string[];
}

/**
 * Exchanges a verified session token for an offline token that expires, as public apps must use
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange).
 * The secret that signed the session token also names us: during a rotation Shopify holds both valid.
 */
export async function exchangeToken(sdks: readonly SdkOfSecret[], reach: Reach, clock: Clock, session: SessionToken): Promise<Tokens> {
  const sdk = sdks.find((s) => s.secret === session.secret);
  if (sdk === undefined) throw refused('the session token is signed by none of our secrets', 'shopify.session-token-refused');
  const met = nothingMet();
  try {
    const answer = await reaching(reach, met, async () =>
      sdk.api.auth.tokenExchange({ shop: session.shop, sessionToken: session.token, requestedTokenType: RequestedTokenType.OfflineAccessToken, expiring: true }),
    );
    return tokensOf(answer.session, clock);
  } catch (e) {
    // The SDK reads the token once more, by the clock of the process, before it sends anything.
    const why = e instanceof InvalidJwtError ? 'grant' : refusal(e, met);
    if (why === 'client') throw clientRefused();
    if (why === 'grant') throw refused('the session token is not accepted', 'shopify.session-token-refused');
    throw hostError(e, met, 'token exchange');
  }
}

/**
 * A new pair for a refresh token. The newest secret goes first; an older one is tried only where the host does not
 * know us by it. A refusal means that only the merchant can renew the access, by opening the app.
 */
export async function refreshTokens(sdks: readonly SdkOfSecret[], reach: Reach, clock: Clock, shop: string, refreshToken: string | undefined): Promise<Tokens> {
  if (refreshToken === undefined) throw refused('there is no refresh token', 'shopify.no-refresh-token');
  for (const sdk of sdks) {
    const met = nothingMet();
    try {
      const answer = await reaching(reach, met, async () => sdk.api.auth.refreshToken({ shop, refreshToken }));
      return tokensOf(answer.session, clock);
    } catch (e) {
      const why = refusal(e, met);
      if (why === 'other') throw hostError(e, met, 'token refresh');
      if (why === 'grant') throw refused('the refresh token is no longer accepted', 'shopify.refresh-refused');
    }
  }
  throw clientRefused();
}

/** OAuth errors that are about the app's own key or secret, not about the token at hand. */
const CLIENT_ERRORS: ReadonlySet<string> = new Set(['invalid_client', 'application_cannot_be_found']);

/** Whether the host refused us (`client`), the token (`grant`), or something else went wrong. */
function refusal(e: unknown, met: Met): 'client' | 'grant' | 'other' {
  if (met.status !== 400 && met.status !== 401) return 'other';
  const answer = TokenRefusal.safeParse(e);
  return answer.success && CLIENT_ERRORS.has(answer.data.response.body.error) ? 'client' : 'grant';
}

/** The SDK's error for a refused token request, as far as it is read: the OAuth error of the answer. */
const TokenRefusal = z.object({ response: z.object({ body: z.object({ error: z.string() }) }) });
const Answer = z.object({ accessToken: z.string().min(1), scope: z.string().nullish(), refreshToken: z.string().nullish() });

function tokensOf(session: Session, clock: Clock): Tokens {
  const answer = Answer.safeParse(session);
  if (!answer.success) throw new Retryable('Shopify answered a token request without a token', { code: 'shopify.unreadable', connector: CONNECTOR });
  const { accessToken, refreshToken, scope } = answer.data;
  return {
    credentials: {
      values: { accessToken, ...(refreshToken ? { refreshToken } : {}) },
      expiresAt: onOurClock(session.expires, clock),
      refreshExpiresAt: onOurClock(session.refreshTokenExpires, clock),
    },
    scopes: (scope ?? '').split(',').map((s) => s.trim()).filter((s) => s !== ''),
  };
}

/** The SDK counts lifetimes, whole seconds, from the clock of the process; they are counted from ours instead. */
function onOurClock(ends: Date | undefined, clock: Clock): Instant | null {
  if (ends === undefined) return null;
  return clock() + Math.round((ends.getTime() - Date.now()) / 1000) * 1000;
}

/** Our own key or secret is wrong: no merchant could mend that by opening the app, so it must not look like it. */
function clientRefused(): Bug {
  return new Bug('Shopify knows the app by none of the configured secrets: look at apiKey and apiSecrets', { code: 'shopify.client-refused', connector: CONNECTOR });
}

function refused(why: string, code: string): Unauthorized {
  return new Unauthorized(`Shopify: ${why}`, { code, connector: CONNECTOR });
}
