import { z } from 'zod';
import {
  Id,
  parseHostJson,
  refuse,
  type Endpoint,
  type Language,
  type PublicInstallation,
  type RandomBytes,
  type RateLimit,
  type RawRequest,
  type Refusal,
} from '@parley/core/contracts';
import { rule, takeAll, type WebchatRates } from './rates.js';
import { mediaType, privateJson, refusalReply } from './replies.js';
import { readToken, RENEWABLE_MS, signToken, TOKEN_LIFE_MS, type TokenClaims } from './token.js';

/** A locale such as `zh-CN`; 35 characters is the longest that RFC 5646 asks to be supported. */
export const Locale = z.string().regex(/^[A-Za-z0-9-]{1,35}$/);

const SessionRequest = z.strictObject({ site: Id, token: z.string().max(8_192).optional(), locale: Locale.optional() });

/** What a widget needs to begin: who it is (the token), where it talks to, and what to show first. */
export interface Session {
  token: string;
  thread: string;
  /** UTC milliseconds. */
  expiresAt: number;
  shop: { name: string };
  language: Language;
  /** Whether the assistant answers now. */
  answering: boolean;
  /** Base URL of the web chat's HTTP API, without a trailing slash. */
  endpoint: string;
}

/** Who a token is wanted for. `customerId` must come from the host's signature; `existing` from the browser. */
export interface MintRequest {
  account: string;
  customerId: string | null;
  existing?: string | undefined;
  locale?: string | undefined;
  now: number;
}

export interface SessionDeps {
  random: RandomBytes;
  limit: RateLimit;
  rates: WebchatRates;
  appOrigin: string;
  installationOf(account: string): Promise<PublicInstallation | null>;
  tokenSecrets(): readonly string[];
}

type Who = Pick<TokenClaims, 'thread' | 'identity' | 'customer'> & { exp?: number };

/** Opens and renews sessions: anonymous ones for any site that shows our script, proven ones through the host. */
export function createSessions(deps: SessionDeps): { endpoint: Endpoint; mint(m: MintRequest): Promise<Session | Refusal> } {
  const origin = deps.appOrigin.replace(/\/+$/, '');

  function guest(): Who {
    const id = `g_${Buffer.from(deps.random(18)).toString('base64url')}`;
    return { thread: id, identity: id };
  }

  /** Whom an earlier token leads back to; null where it cannot be believed any more. */
  function returning(token: string | undefined, site: string, now: number): { claims: TokenClaims; valid: boolean } | null {
    if (token === undefined) return null;
    const reading = readToken(token, deps.tokenSecrets(), now);
    if (reading.state !== 'valid' && reading.state !== 'expired') return null;
    if (reading.claims.site !== site || reading.claims.exp + RENEWABLE_MS <= now) return null;
    return { claims: reading.claims, valid: reading.state === 'valid' };
  }

  function session(i: PublicInstallation, who: Who, locale: string | undefined, now: number): Session | Refusal {
    const [secret] = deps.tokenSecrets();
    if (secret === undefined) return refuse(403, 'webchat.site-off', 'no token secret is configured');
    const expiresAt = who.exp ?? now + TOKEN_LIFE_MS;
    const claims: TokenClaims = { site: i.account, thread: who.thread, identity: who.identity, iat: now, exp: expiresAt };
    if (who.customer !== undefined) claims.customer = who.customer;
    return {
      token: signToken(claims, secret),
      thread: who.thread,
      expiresAt,
      shop: { name: i.shopName },
      language: languageOf(locale, i.defaultLanguage),
      answering: i.answering,
      endpoint: origin,
    };
  }

  async function mint(m: MintRequest): Promise<Session | Refusal> {
    const i = await deps.installationOf(m.account);
    if (i === null) return refuse(404, 'webchat.unknown-site', 'no installation of this account');
    if (!i.active) return refuse(403, 'webchat.site-off', 'the installation is off');
    if (m.customerId !== null && m.customerId !== '') {
      const id = `c_${m.customerId}`;
      if (!Id.safeParse(id).success) return refuse(422, 'webchat.invalid-customer', 'customer id too long');
      return session(i, { thread: id, identity: id, customer: m.customerId }, m.locale, m.now);
    }
    // A signed-out browser never keeps a customer's thread: the next person at it may be somebody else.
    const back = returning(m.existing, m.account, m.now);
    const who: Who = back === null || back.claims.customer !== undefined ? guest() : { thread: back.claims.thread, identity: back.claims.identity };
    return session(i, who, m.locale, m.now);
  }

  async function open(req: RawRequest, now: number): Promise<Session | Refusal> {
    const perAddress = await takeAll(deps.limit, [rule('session/address', deps.rates.sessionsPerAddress, req.remote)], now);
    if (perAddress !== null) return perAddress;
    if (mediaType(req.headers['content-type']) !== 'application/json') return refuse(415, 'webchat.not-json', 'content type is not application/json');
    const json = parseHostJson(req.body, 4);
    if (!json.ok) return refuse(400, 'webchat.not-json', json.code);
    const body = SessionRequest.safeParse(json.value);
    if (!body.success) return refuse(422, 'webchat.invalid-body', 'session request is not of its form');

    const { site, token, locale } = body.data;
    const i = await deps.installationOf(site);
    if (i === null) return refuse(404, 'webchat.unknown-site', 'no installation of this site key');
    if (!i.active) return refuse(403, 'webchat.site-off', 'the installation is off');
    if (!mayEmbed(req.headers['origin'], i, origin)) return refuse(403, 'webchat.foreign-origin', 'origin is not one of the installation');
    const perSite = await takeAll(deps.limit, [rule('session/site', deps.rates.sessionsPerSite, site)], now);
    if (perSite !== null) return perSite;

    const back = returning(token, site, now);
    if (back === null) return session(i, guest(), locale, now);
    const { claims, valid } = back;
    if (claims.customer === undefined) return session(i, { thread: claims.thread, identity: claims.identity }, locale, now);
    // The host's word for a customer lasts as long as it was given for: renewing here does not make it longer.
    if (valid) return session(i, { thread: claims.thread, identity: claims.identity, customer: claims.customer, exp: claims.exp }, locale, now);
    return session(i, guest(), locale, now);
  }

  return {
    mint,
    endpoint: {
      route: { method: 'POST', path: '/webchat/session', maxBytes: 16_384, cors: true },
      async handle(req, now) {
        const answer = await open(req, now);
        return 'ok' in answer ? refusalReply(answer) : privateJson(200, answer);
      },
    },
  };
}

/** The language to greet in: the browser's where it is one of ours, else the shop's. */
export function languageOf(locale: string | undefined, fallback: Language): Language {
  const primary = locale?.toLowerCase().split('-', 1)[0];
  return primary === 'zh' || primary === 'en' ? primary : fallback;
}

/** Compares origins as browsers write them: scheme, host and port, no path. */
function mayEmbed(header: string | undefined, i: PublicInstallation, appOrigin: string): boolean {
  if (header === undefined || header === 'null') return false;
  return [...i.origins, appOrigin].some((allowed) => allowed.replace(/\/+$/, '').toLowerCase() === header.toLowerCase());
}
