import type { Connector, Instant, Refusal } from '@parley/core/contracts';
import { adminAsk } from './admin.js';
import { frameAncestors, verifyAppLoad, type AppLoad } from './app-load.js';
import { verifyAppProxy, type ProxyVisit } from './app-proxy.js';
import { CONNECTOR, readConfig, type ShopifyConfig, type ShopifyDeps } from './config.js';
import { shopifyInbound } from './inbound.js';
import { shopifyInstall } from './install.js';
import { shopifyKnowledge } from './knowledge.js';
import { findOrders } from './order-lookup.js';
import { findProducts } from './product-lookup.js';
import type { Reach } from './sdk-fetch.js';
import { sdksOf } from './sdk.js';

/** The connector with what only Shopify has: its other two signatures, and who may frame our pages. */
export interface ShopifyConnector extends Connector {
  install: NonNullable<Connector['install']>;
  inbound: NonNullable<Connector['inbound']>;
  commerce: NonNullable<Connector['commerce']>;
  knowledge: NonNullable<Connector['knowledge']>;
  /** `verifyAppProxy` under the configured secrets. */
  appProxy(rawQuery: string, now: Instant): ProxyVisit | Refusal;
  /** `verifyAppLoad` under the configured secrets. */
  appLoad(rawQuery: string, now: Instant): AppLoad | Refusal;
  /** `frameAncestors` for where the shops of this connector are. */
  frameAncestors(shop: string | null): string;
}

/** Speaks Shopify: install, webhooks, orders, products, knowledge. Reads only. Throws `Bug` on a wrong configuration. */
export function createShopifyConnector(config: ShopifyConfig, deps: ShopifyDeps): ShopifyConnector {
  const settings = readConfig(config);
  const reach: Reach = { fetch: deps.fetch, originOverride: settings.originOverride ?? null, timeoutMs: settings.timeoutMs };
  const sdks = sdksOf(settings, deps.log);
  const ask = adminAsk(sdks[0], settings, deps, reach);
  return {
    id: CONNECTOR,
    install: shopifyInstall(sdks, ask, settings, deps, reach),
    inbound: shopifyInbound(deps.log),
    commerce: {
      orders: async (i, q) => findOrders(ask, deps.clock, deps.log, i, q),
      products: async (i, q) => findProducts(ask, deps.clock, i, q),
    },
    knowledge: shopifyKnowledge(ask, deps.log),
    appProxy: (rawQuery, now) => verifyAppProxy(rawQuery, settings.apiSecrets, now),
    appLoad: (rawQuery, now) => verifyAppLoad(rawQuery, settings.apiSecrets, now),
    frameAncestors: (shop) => (shop === null || settings.originOverride === undefined ? frameAncestors(shop) : frameAncestors(shop, [new URL(settings.originOverride(shop)).origin])),
  };
}
