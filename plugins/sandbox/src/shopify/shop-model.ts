// One shop of the emulated host: its data, the app's install in it, tokens, faults, bucket and signed-in shoppers.
import { createHash, randomBytes } from 'node:crypto';
import type { KeptShop } from '../server/shop-keeper.js';
import { SHOPPER_COOKIE, type AppInstall, type ShopCustomer, type ShopState } from '../server/host.js';
import type { ShopFile, ShopOrder } from '../shop/shop-file.js';
import { CostBucket } from './bucket.js';
import { Faults, type FaultSettings } from './faults.js';
import { TokenBook } from './tokens.js';

/** Without `read_all_orders` an app sees the orders of the last 60 days only (text of the Admin schema, `Order`). */
export const ORDER_WINDOW_DAYS = 60;
const DAY_MS = 86_400_000;

/** What a shop needs from outside. */
interface ShopEnvironment {
  readonly now: () => Date;
  readonly random: () => number;
  /** Days of orders an app without `read_all_orders` sees; null switches the limit off. */
  readonly orderWindowDays: number | null;
  /** Told when sign-ins or tokens changed. */
  readonly onAccess?: (shop: ShopModel) => void;
}

/** See `ShopState` for what pages may read of it. */
export class ShopModel implements ShopState {
  readonly domain: string;
  readonly id: string;
  readonly tokens: TokenBook;
  readonly bucket: CostBucket;
  readonly lots: Faults;
  readonly file: ShopFile;
  /** When this shop came to be, here: what the file keeps no date of is as old as this. */
  readonly openedAt: string;
  embed = false;
  install: AppInstall | null = null;
  /** What the shop began as: another one under the same domain is another shop. */
  readonly origin: string;
  readonly #shoppers: Map<string, string>;
  readonly #environment: ShopEnvironment;

  /** Takes a copy of the file, so that changes stay within this shop; or goes on with what was kept of it. */
  constructor(file: ShopFile, environment: ShopEnvironment, origin = '', kept: KeptShop | null = null) {
    this.file = kept?.shop.file ?? structuredClone(file);
    this.domain = file.shop.domain;
    this.id = numericId(`shop:${file.shop.domain}`);
    this.origin = origin;
    this.#environment = environment;
    this.openedAt = kept?.shop.openedAt ?? environment.now().toISOString();
    this.install = kept?.shop.install ?? null;
    this.embed = kept?.shop.embed ?? false;
    this.#shoppers = new Map(kept?.access?.shoppers ?? []);
    const nowMs = (): number => environment.now().getTime();
    this.tokens = new TokenBook(nowMs, kept?.access?.tokens ?? null, () => environment.onAccess?.(this));
    this.bucket = new CostBucket(nowMs);
    this.lots = new Faults(environment.random);
  }

  get faults(): Readonly<FaultSettings> {
    return this.lots.settings;
  }

  now(): Date {
    return this.#environment.now();
  }

  /** Orders an app with these scopes may see. The window ends at the newest order, so that a shop file does not age. */
  visibleOrders(scopes: readonly string[]): ShopOrder[] {
    const days = this.#environment.orderWindowDays;
    if (days === null || scopes.includes('read_all_orders') || scopes.includes('write_all_orders')) return this.file.orders;
    const newest = Math.max(...this.file.orders.map((order) => Date.parse(order.createdAt)));
    const from = Math.min(newest, this.now().getTime()) - days * DAY_MS;
    return this.file.orders.filter((order) => Date.parse(order.createdAt) >= from);
  }

  /** An order by id or name, with or without `#`. */
  order(idOrName: string): ShopOrder | undefined {
    return this.file.orders.find((order) => order.id === idOrName || order.name === idOrName || order.name === `#${idOrName}`);
  }

  /** The app's scopes are granted. Returns the install, the old one when there was one. */
  grant(scopes: readonly string[]): AppInstall {
    this.install ??= { id: numericId(`install:${this.domain}:${randomBytes(8).toString('hex')}`), installedAt: this.now().toISOString(), scopes: [...scopes] };
    return this.install;
  }

  /** The app is removed: every token dies and its embed leaves the theme. */
  revoke(): void {
    this.install = null;
    this.embed = false;
    this.tokens.revokeAll();
  }

  /** Who is signed in: cookie and customer id. */
  shoppers(): [string, string][] {
    return [...this.#shoppers];
  }

  /** See `SandboxHost.signIn`. */
  signIn(email: string, password: string): string | null {
    const customer = this.file.customers.find((c) => c.email?.toLowerCase() === email.trim().toLowerCase());
    if (customer === undefined || (customer.password !== undefined && customer.password !== password)) return null;
    return this.admit(customer.id);
  }

  /** Signs a customer in without asking; for the control API. Returns the cookie's value. */
  admit(customerId: string): string {
    const cookie = randomBytes(18).toString('base64url');
    this.#shoppers.set(cookie, customerId);
    this.#environment.onAccess?.(this);
    return cookie;
  }

  signOut(cookie: string): void {
    this.#shoppers.delete(cookie);
    this.#environment.onAccess?.(this);
  }

  /** See `SandboxHost.shopperOf`. */
  shopperOf(cookieHeader: string | undefined): ShopCustomer | null {
    for (const pair of (cookieHeader ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2);
      if (name !== SHOPPER_COOKIE || value === undefined) continue;
      const id = this.#shoppers.get(value);
      const customer = this.file.customers.find((c) => c.id === id);
      if (customer !== undefined) return customer;
    }
    return null;
  }
}

/** A number of ten digits that is always the same for the same text. */
export function numericId(text: string): string {
  return String(createHash('sha256').update(text).digest().readUIntBE(0, 5) % 9_000_000_000 + 1_000_000_000);
}
