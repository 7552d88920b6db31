export { createShopifyConnector, type ShopifyConnector } from './connector.js';
export type { HostFetch, ShopifyConfig, ShopifyDeps } from './config.js';
export { shopDomain } from './account.js';
export { frameAncestors, verifyAppLoad, type AppLoad } from './app-load.js';
export { verifyAppProxy, type ProxyVisit } from './app-proxy.js';
export { docIdFor } from './doc-id.js';
export { needsRefresh } from './tokens.js';
