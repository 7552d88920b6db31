import { z } from 'zod';
import { Id, Instant, Language } from './ids.js';

/** Secrets of one installation in clear: lives in memory only, sealed by the vault at rest, never logged. */
export const Credentials = z.strictObject({
  /** Named secrets, for example `accessToken` and `refreshToken`. */
  values: z.record(z.string(), z.string()),
  /** When the main secret ends; null means never. */
  expiresAt: Instant.nullable(),
  /** When renewal itself stops working. */
  refreshExpiresAt: Instant.nullable(),
});
export type Credentials = z.infer<typeof Credentials>;

/** Tenant settings of an installation that the merchant edits in the host's admin. */
export const InstallationSettings = z.object({
  shopName: z.string().max(200).default(''),
  /** Answers go out in the shopper's language; this one where that cannot be told. */
  defaultLanguage: Language.default('en'),
  currency: z.string().max(3).default('USD'),
  timeZone: z.string().max(64).default('UTC'),
  /** Web origins that may embed the chat by site key. */
  origins: z.array(z.string().max(300)).max(50).default([]),
  /** Ids of the installations a channel looks orders and knowledge up in. */
  commerce: z.array(Id).max(20).default([]),
  paused: z.boolean().default(false),
});
export type InstallationSettings = z.infer<typeof InstallationSettings>;

/** What the host says of a shop; the rest of the settings is the merchant's own choice. */
export type ShopFacts = Pick<InstallationSettings, 'shopName' | 'currency' | 'timeZone'>;

export const InstallationState = z.enum(['active', 'needs-reauth', 'uninstalled']);

/** A tenant's install of one connector, with its credentials opened for the call at hand. */
export interface Installation {
  id: string;
  tenant: string;
  connector: string;
  /** The host account: a shop domain, a team, a site key. */
  account: string;
  state: z.infer<typeof InstallationState>;
  scopes: readonly string[];
  settings: InstallationSettings;
  credentials: Credentials;
}

/** What a finished install or token exchange yields. One grant may open several accounts. */
export interface Grant {
  accounts: { account: string; name: string; settings?: Partial<InstallationSettings> }[];
  scopes: string[];
  credentials: Credentials;
}

/** A member of the merchant's staff as the host vouches for them. */
export interface Staff {
  ok: true;
  account: string;
  userId: string;
  locale: string | null;
  /** When this proof ends. */
  expiresAt: Instant;
}
