import { createHmac, randomUUID } from 'node:crypto';

export interface WebhookShot {
  /** Where the service listens. */
  url: string;
  shop: string;
  secret: string;
  topic: string;
  payload: unknown;
  id?: string;
  /** UTC, as the host writes it. Now without one. */
  triggeredAt?: string;
  /** Sent instead of the right one. */
  signature?: string;
}

/** Sends a webhook as Shopify signs it, and gives the status of the answer. For what the sandbox itself would never send. */
export async function sendWebhook(shot: WebhookShot): Promise<number> {
  const body = JSON.stringify(shot.payload);
  const res = await fetch(`${shot.url}/shopify/webhooks`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Shopify-Topic': shot.topic,
      'X-Shopify-Shop-Domain': shot.shop,
      'X-Shopify-Webhook-Id': shot.id ?? randomUUID(),
      'X-Shopify-Triggered-At': shot.triggeredAt ?? new Date().toISOString(),
      'X-Shopify-Hmac-Sha256': shot.signature ?? createHmac('sha256', shot.secret).update(body).digest('base64'),
    },
    body,
  });
  await res.arrayBuffer();
  return res.status;
}

/** The client secret under which service and sandbox know each other in a stack. */
export const STACK_SECRET = 'parley-sandbox-secret';
