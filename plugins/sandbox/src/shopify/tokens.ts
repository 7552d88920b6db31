// The tokens of one shop's install: short-lived access tokens and the chain of refresh tokens behind them.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** Lifetimes in seconds: access token, refresh token, online token. */
export const ACCESS_LIFETIME_S = 3600;
export const REFRESH_LIFETIME_S = 7_776_000;
export const ONLINE_LIFETIME_S = 86_399;

/** Every token of a shop with when it ends; for keeping over a restart. */
export const tokenState = z.object({
  access: z.array(z.tuple([z.string(), z.object({ scopes: z.array(z.string()), expiresAt: z.number() })])),
  refresh: z.array(z.tuple([z.string(), z.object({ expiresAt: z.number(), next: z.string().nullable() })])),
});
export type TokenState = z.infer<typeof tokenState>;

interface AccessToken {
  readonly scopes: readonly string[];
  expiresAt: number;
}

interface RefreshToken {
  expiresAt: number;
  /** The refresh token that took this one's place; null as long as it is the newest. */
  next: string | null;
}

/** What the token endpoint answers with. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly refreshExpiresIn: number;
}

/**
 * Tokens of one install. Rotation as documented since 2026-08-28: a used refresh token stays good until the one that
 * replaced it is used for the first time, so an answer lost on the way costs nothing.
 */
export class TokenBook {
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #nowMs: () => number;
  readonly #onChange: () => void;

  /** @param onChange called after every change */
  constructor(nowMs: () => number, kept: TokenState | null = null, onChange: () => void = () => undefined) {
    this.#nowMs = nowMs;
    this.#onChange = onChange;
    for (const [token, held] of kept?.access ?? []) this.#access.set(token, held);
    for (const [token, held] of kept?.refresh ?? []) this.#refresh.set(token, held);
  }

  /** What a new book has to be given to go on with. */
  state(): TokenState {
    return { access: [...this.#access].map(([token, { scopes, expiresAt }]) => [token, { scopes: [...scopes], expiresAt }]), refresh: [...this.#refresh] };
  }

  /** A new offline pair. `lifetimeS` is the access token's. */
  issue(scopes: readonly string[], lifetimeS = ACCESS_LIFETIME_S): IssuedTokens {
    const accessToken = `shpat_${randomBytes(16).toString('hex')}`;
    const refreshToken = `shprt_${randomBytes(16).toString('hex')}`;
    this.#access.set(accessToken, { scopes, expiresAt: this.#nowMs() + lifetimeS * 1000 });
    this.#refresh.set(refreshToken, { expiresAt: this.#nowMs() + REFRESH_LIFETIME_S * 1000, next: null });
    this.#onChange();
    return { accessToken, expiresIn: lifetimeS, refreshToken, refreshExpiresIn: REFRESH_LIFETIME_S };
  }

  /** An online token: no refresh token goes with it. */
  issueOnline(scopes: readonly string[], lifetimeS = ONLINE_LIFETIME_S): { accessToken: string; expiresIn: number } {
    const accessToken = `shpua_${randomBytes(16).toString('hex')}`;
    this.#access.set(accessToken, { scopes, expiresAt: this.#nowMs() + lifetimeS * 1000 });
    this.#onChange();
    return { accessToken, expiresIn: lifetimeS };
  }

  /** Exchanges a refresh token for a new pair, or null when it is unknown, expired or no longer good. */
  refresh(token: string, scopes: readonly string[], lifetimeS = ACCESS_LIFETIME_S): IssuedTokens | null {
    const held = this.#refresh.get(token);
    if (held === undefined || held.expiresAt <= this.#nowMs()) return null;
    // This is the first use of `token`: what it replaced is now dead.
    for (const [older, entry] of this.#refresh) if (entry.next === token) this.#refresh.delete(older);
    // It was used before and its replacement was not: that answer got lost, and the replacement dies unseen.
    if (held.next !== null) this.#refresh.delete(held.next);
    const issued = this.issue(scopes, lifetimeS);
    held.next = issued.refreshToken;
    return issued;
  }

  /** Scopes of a live access token, or null for an unknown or expired one. */
  scopesOf(accessToken: string): readonly string[] | null {
    const held = this.#access.get(accessToken);
    return held === undefined || held.expiresAt <= this.#nowMs() ? null : held.scopes;
  }

  /** Ends the life of every access token now; with `refresh` that of the refresh tokens too. Says how many died. */
  expireAll(refresh: boolean): number {
    const now = this.#nowMs();
    let died = 0;
    for (const entry of this.#access.values()) {
      if (entry.expiresAt > now) died += 1;
      entry.expiresAt = Math.min(entry.expiresAt, now);
    }
    if (refresh) this.#refresh.clear();
    this.#onChange();
    return died;
  }

  /** Forgets everything: the app was uninstalled. */
  revokeAll(): void {
    this.#access.clear();
    this.#refresh.clear();
    this.#onChange();
  }
}
