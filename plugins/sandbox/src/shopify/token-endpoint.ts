// POST /admin/oauth/access_token: token exchange and refresh, JSON or form, as the host takes and refuses them.
// https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { AdminAnswer } from './graphql-endpoint.js';
import { verifySessionToken, type AppKeys } from './session-token.js';
import type { ShopModel } from './shop-model.js';
import { ACCESS_LIFETIME_S, ONLINE_LIFETIME_S, type IssuedTokens } from './tokens.js';

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const formShape = z.record(z.string(), text);

/** Answers one request. `contentType` and the raw body text come straight from it. */
export async function answerToken(shop: ShopModel, keys: AppKeys, contentType: string | undefined, body: string): Promise<AdminAnswer> {
  const form = readForm(contentType, body);
  if (form === null) return refuse(400, 'invalid_request', 'The request body could not be read', {});
  const detail = { grant: form['grant_type'] ?? null };
  if (form['client_id'] !== keys.apiKey) return refuse(400, 'application_cannot_be_found', 'Shopify API requires a valid client_id', detail);
  if (!equal(form['client_secret'] ?? '', keys.apiSecret)) return refuse(400, 'invalid_client', 'client_secret does not match', detail);
  if (form['grant_type'] === EXCHANGE) return exchange(shop, keys, form, detail);
  if (form['grant_type'] === 'refresh_token') return refresh(shop, form, detail);
  return refuse(400, 'unsupported_grant_type', 'grant_type must be token exchange or refresh_token', detail);
}

async function exchange(shop: ShopModel, keys: AppKeys, form: Record<string, string>, detail: Record<string, unknown>): Promise<AdminAnswer> {
  if (form['subject_token_type'] !== ID_TOKEN) return refuse(400, 'invalid_request', 'subject_token_type must be id_token', detail);
  const verdict = await verifySessionToken(keys, form['subject_token'] ?? '', shop.domain, shop.now());
  if (!verdict.ok) return refuse(400, 'invalid_subject_token', 'The session token is not valid for this shop', { ...detail, reason: verdict.reason });
  // A session token exists only while the app is installed: after an uninstall the host knows no such session.
  if (shop.install === null) return refuse(400, 'invalid_subject_token', 'The app is not installed', { ...detail, reason: 'not installed' });

  const scopes = shop.install.scopes;
  const lifetime = shop.faults.tokenLifetimeS;
  if (form['requested_token_type'] === ONLINE) {
    const issued = shop.tokens.issueOnline(scopes, lifetime ?? ONLINE_LIFETIME_S);
    const user = { id: Number(verdict.claims.sub), first_name: 'Sandbox', last_name: 'Staff', email: shop.file.shop.email, email_verified: true, account_owner: true, locale: shop.file.shop.locale, collaborator: false };
    return grant({ access_token: issued.accessToken, scope: scopes.join(','), expires_in: issued.expiresIn, associated_user_scope: scopes.join(','), associated_user: user }, { ...detail, issued: 'online' });
  }
  if (form['requested_token_type'] !== OFFLINE) return refuse(400, 'invalid_request', 'requested_token_type is not supported', detail);
  if (form['expiring'] !== '1' && form['expiring'] !== 'true') {
    return refuse(400, 'invalid_request', 'Public apps must request expiring offline access tokens (expiring=1)', { ...detail, reason: 'not expiring' });
  }
  return grant(offline(shop.tokens.issue(scopes, lifetime ?? ACCESS_LIFETIME_S), scopes), { ...detail, issued: 'offline' });
}

function refresh(shop: ShopModel, form: Record<string, string>, detail: Record<string, unknown>): AdminAnswer {
  const scopes = shop.install?.scopes ?? [];
  const issued = shop.install === null ? null : shop.tokens.refresh(form['refresh_token'] ?? '', scopes, shop.faults.tokenLifetimeS ?? ACCESS_LIFETIME_S);
  if (issued === null) return refuse(401, 'invalid_request', 'This request requires an active refresh_token', { ...detail, reason: shop.install === null ? 'not installed' : 'refresh token not active' });
  return grant(offline(issued, scopes), { ...detail, issued: 'offline' });
}

function offline(issued: IssuedTokens, scopes: readonly string[]): Record<string, unknown> {
  return {
    access_token: issued.accessToken,
    scope: scopes.join(','),
    expires_in: issued.expiresIn,
    refresh_token: issued.refreshToken,
    refresh_token_expires_in: issued.refreshExpiresIn,
  };
}

function readForm(contentType: string | undefined, body: string): Record<string, string> | null {
  if ((contentType ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // Neither form nor JSON: the caller answers 400.
    return null;
  }
  const parsed = formShape.safeParse(json);
  return parsed.success ? parsed.data : null;
}

const HEADERS = { 'Cache-Control': 'no-store' };

function grant(body: Record<string, unknown>, detail: Record<string, unknown>): AdminAnswer {
  return { status: 200, headers: HEADERS, body, detail };
}

function refuse(status: number, error: string, description: string, detail: Record<string, unknown>): AdminAnswer {
  return { status, headers: HEADERS, body: { error, error_description: description }, detail: { ...detail, refused: error } };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
