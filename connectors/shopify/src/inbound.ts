import type { Inbound, Log } from '@parley/core/contracts';
import { webhookEvents } from './webhook-events.js';
import { verifyWebhook } from './webhook-request.js';

/** Orders with many lines make large bodies; nothing Shopify sends comes near this. */
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Webhooks. Nothing here touches a token: after an uninstall a refresh is refused, and a webhook that failed on it would
 * fail for ever, the very one that reports the uninstall first.
 */
export function shopifyInbound(log: Log): Inbound {
  return {
    routes: [
      { method: 'POST', path: '/shopify/webhooks', maxBytes: MAX_BYTES },
      { method: 'POST', path: '/shopify/webhooks/compliance', maxBytes: MAX_BYTES },
    ],
    secretOf: () => ({ of: 'app', name: 'shopify' }),
    verify: verifyWebhook,
    parse: (v) => webhookEvents(v, log),
    answer: () => ({ status: 200 }),
  };
}
