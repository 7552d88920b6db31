// The emulated Shopify as one thing: the deployed app, its shops, and what pages and tests do with them.
import type { Ledger } from '../ledger/ledger.js';
import type { ShopFile } from '../shop/shop-file.js';
import type { AppManifest } from '../shopify/app-manifest.js';
import { Changes } from '../shopify/changes.js';
import type { AppFacts } from '../shopify/resolve/context.js';
import { mintSessionToken, type AppKeys } from '../shopify/session-token.js';
import { numericId, ShopModel } from '../shopify/shop-model.js';
import { signedQuery } from '../shopify/signatures.js';
import { WebhookSender } from '../shopify/webhook-sender.js';
import type { KeptShop, ShopKeeper } from './shop-keeper.js';
import { UnknownShop, type SandboxHost, type ShopCustomer } from './host.js';

/** Staff id in session tokens where a caller names none. */
const STAFF_ID = '90000000000042';

/** What the host is made of. */
interface HostParts {
  readonly keys: AppKeys;
  readonly appUrl: string;
  readonly manifest: AppManifest;
  readonly files: readonly ShopFile[];
  /** What each domain's shop began as. */
  readonly origins: Readonly<Record<string, string>>;
  readonly keeper: ShopKeeper;
  readonly ledger: Ledger;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly random: () => number;
  readonly webhookTimeFactor: number;
  readonly webhookAnswerMs: number;
  readonly orderWindowDays: number | null;
}

/** See `SandboxHost`; beside that it gives the endpoints and the control API what pages have no business with. */
export class ShopifyHost implements SandboxHost {
  readonly shops = new Map<string, ShopModel>();
  readonly ledger: Ledger;
  readonly appUrl: string;
  readonly apiKey: string;
  readonly app: SandboxHost['app'];
  readonly parts: HostParts;
  readonly facts: AppFacts;
  readonly changes: Changes;
  #webhooks: WebhookSender;

  constructor(parts: HostParts) {
    this.parts = parts;
    this.ledger = parts.ledger;
    this.appUrl = parts.appUrl;
    this.apiKey = parts.keys.apiKey;
    const { name, handle, scopes, proxy } = parts.manifest;
    this.app = { name, handle, scopes, proxyPath: proxy === null ? '' : `${proxy.prefix}/${proxy.subpath}` };
    this.facts = { id: numericId(`app:${parts.keys.apiKey}`), apiKey: parts.keys.apiKey, name, handle, requested: scopes };
    this.#webhooks = this.#sender();
    this.changes = new Changes((shop, topic, payload) => {
      // Before anybody hears of it.
      parts.keeper.keep(shop);
      return this.#webhooks.send(shop, topic, payload);
    });
    this.#open((domain, origin) => parts.keeper.load(domain, origin));
  }

  get webhooks(): WebhookSender {
    return this.#webhooks;
  }

  /** The shop of a domain. Throws UnknownShop. */
  shop(domain: string): ShopModel {
    const shop = this.shops.get(domain);
    if (shop === undefined) throw new UnknownShop(domain);
    return shop;
  }

  /** Everything as at the start: shops as in their files, nothing installed, no faults, no pending webhooks. */
  async reset(): Promise<void> {
    await this.#webhooks.close();
    this.#webhooks = this.#sender();
    this.#open(() => null);
    for (const shop of this.shops.values()) this.parts.keeper.keep(shop);
  }

  async mintSessionToken(shop: string, userId = STAFF_ID): Promise<string> {
    return mintSessionToken(this.parts.keys, this.shop(shop).domain, userId, this.parts.now());
  }

  async appLoadUrl(shop: string, locale: string): Promise<string> {
    const { domain } = this.shop(shop);
    const idToken = await this.mintSessionToken(domain);
    const query = signedQuery(this.parts.keys.apiSecret, {
      embedded: '1',
      host: Buffer.from(`admin.shopify.com/store/${domain.replace('.myshopify.com', '')}`).toString('base64'),
      id_token: idToken,
      locale,
      session: numericId(`session:${domain}:${this.parts.now().toISOString()}`),
      shop: domain,
      timestamp: String(Math.floor(this.parts.now().getTime() / 1000)),
    });
    return `${this.parts.manifest.applicationUrl}?${query}`;
  }

  installApp(shop: string): void {
    const model = this.shop(shop);
    const fresh = model.install === null;
    model.grant(this.parts.manifest.scopes);
    this.parts.keeper.keep(model);
    if (fresh) this.ledger.append({ direction: 'in', host: 'shopify', kind: 'app-installed', shop, status: 200, detail: { scopes: this.parts.manifest.scopes } });
  }

  uninstallApp(shop: string): void {
    const sent = this.changes.uninstall(this.shop(shop));
    if (sent.length > 0) this.ledger.append({ direction: 'in', host: 'shopify', kind: 'app-removed', shop, status: 200 });
  }

  setEmbed(shop: string, on: boolean): void {
    const model = this.shop(shop);
    model.embed = on && model.install !== null;
    this.parts.keeper.keep(model);
    this.ledger.append({ direction: 'in', host: 'shopify', kind: 'embed', shop, status: 200, detail: { on: model.embed } });
  }

  signIn(shop: string, email: string, password: string): string | null {
    return this.shop(shop).signIn(email, password);
  }

  signOut(shop: string, cookie: string): void {
    this.shop(shop).signOut(cookie);
  }

  shopperOf(shop: string, cookieHeader: string | undefined): ShopCustomer | null {
    return this.shop(shop).shopperOf(cookieHeader);
  }

  #open(kept: (domain: string, origin: string) => KeptShop | null): void {
    this.shops.clear();
    const environment = { ...this.parts, onAccess: (shop: ShopModel) => this.parts.keeper.keepAccess(shop) };
    for (const file of this.parts.files) {
      const { domain } = file.shop;
      const origin = this.parts.origins[domain] ?? '';
      const shop = new ShopModel(file, environment, origin, kept(domain, origin));
      this.shops.set(domain, shop);
      this.parts.keeper.keep(shop);
    }
  }

  #sender(): WebhookSender {
    const { manifest, keys, ledger, now, webhookTimeFactor, webhookAnswerMs } = this.parts;
    return new WebhookSender({ manifest, secret: keys.apiSecret, ledger, fetch: this.parts.fetch, now, timeFactor: webhookTimeFactor, answerWithinMs: webhookAnswerMs });
  }
}
