// What the pages (storefront, admin frame, theme editor, ledger page) may ask of the emulated host.
import type { Ledger } from '../ledger/ledger.js';
import type { ShopFile } from '../shop/shop-file.js';
import type { FaultSettings } from '../shopify/faults.js';

/** A shopper known to the shop, as the shop file keeps him. */
export type ShopCustomer = ShopFile['customers'][number];

/** The app's install in one shop; `null` in ShopState while it is not installed. */
export interface AppInstall {
  readonly id: string;
  readonly installedAt: string;
  readonly scopes: readonly string[];
}

/** One shop as the sandbox holds it. `file` is live: what the control API changes is changed here. */
export interface ShopState {
  readonly domain: string;
  /** Numeric id of the shop, a decimal string. */
  readonly id: string;
  readonly file: ShopFile;
  /** null while the app is not installed. */
  readonly install: AppInstall | null;
  /** Is the app embed (the chat widget) switched on in the published theme? */
  readonly embed: boolean;
  readonly faults: Readonly<FaultSettings>;
}

/** Name of the cookie that keeps a shopper signed in on the storefront. Its value is opaque. */
export const SHOPPER_COOKIE = '_sandbox_shopper';

/**
 * The host as the pages see it. Every function that takes a shop throws `UnknownShop` for a domain that is not in
 * `shops`.
 */
export interface SandboxHost {
  readonly shops: ReadonlyMap<string, ShopState>;
  readonly ledger: Ledger;
  /** Where the app runs: relative addresses of the manifest resolve against this. No trailing slash. */
  readonly appUrl: string;
  /** The app's client id, for `<meta name="shopify-api-key">` and for the embed's block name. */
  readonly apiKey: string;
  /** Facts of the manifest that pages show: the app's name, its scopes, and where its proxy is mounted (`apps/parley`). */
  readonly app: { readonly name: string; readonly handle: string; readonly scopes: readonly string[]; readonly proxyPath: string };
  /** A session token (JWT) such as App Bridge would hand to the embedded page; lives 60 s. */
  mintSessionToken(shop: string, userId?: string): Promise<string>;
  /** The signed address that the admin loads into the app's frame. `locale` is a language tag such as `en` or `zh-CN`. */
  appLoadUrl(shop: string, locale: string): Promise<string>;
  /** The merchant approves the app: scopes are granted and the proxy is mounted. Installing twice changes nothing. */
  installApp(shop: string): void;
  /** The merchant removes the app: tokens die at once, `app/uninstalled` goes out, the embed is switched off. */
  uninstallApp(shop: string): void;
  /** Switches the app embed block of the published theme; sends `themes/publish` no webhook, as a saved setting does not. */
  setEmbed(shop: string, on: boolean): void;
  /**
   * Signs a shopper in on the storefront. Returns the cookie's value, or null when there is no such customer or the
   * password is wrong. A customer without a password in the shop file signs in with any.
   */
  signIn(shop: string, email: string, password: string): string | null;
  /** Ends the sign-in that this cookie value stands for; unknown values are ignored. */
  signOut(shop: string, cookie: string): void;
  /** Who a `Cookie` request header says is signed in to this shop; null for guests and unknown cookies. */
  shopperOf(shop: string, cookieHeader: string | undefined): ShopCustomer | null;
}

/** A domain that no shop of this sandbox has. */
export class UnknownShop extends Error {
  override readonly name = 'UnknownShop';
  constructor(readonly domain: string) {
    super(`no shop ${domain} in this sandbox`);
  }
}
