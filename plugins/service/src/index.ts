export { compose, SHOPIFY_SCOPES, type Composition, type CompositionOptions } from './composition.js';
export { readConfig, type ServiceConfig } from './config.js';
export { createLog } from './log.js';
export { startService, type Service } from './service.js';
