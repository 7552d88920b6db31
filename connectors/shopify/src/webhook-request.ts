import { z } from 'zod';
import { parseHostJson, refuse, type Instant, type RawRequest, type Refusal, type Verified } from '@parley/core/contracts';
import { signedByAny } from '@parley/core/security/signatures';
import { shopDomain } from './account.js';
import { instantOf } from './instant.js';

/** Shopify repeats a webhook for 4 hours; an hour is left for clocks and queues. */
const PAST_MS = 5 * 3_600_000;
const FUTURE_MS = 5 * 60_000;

const TOPIC = /^[a-z0-9_]{1,60}\/[a-z0-9_]{1,60}$/;
const WEBHOOK_ID = /^[\x21-\x7e]{1,200}$/;

/** Topics that stop or erase something: their bodies always name the shop, and must. */
const GRAVE: ReadonlySet<string> = new Set(['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact']);

const Named = z.object({ myshopify_domain: z.string().nullish(), shop_domain: z.string().nullish() });

/** The body of a verified request, read once and kept for `parse` as long as the request lives. */
const bodies = new WeakMap<RawRequest, unknown>();

/** The parsed body of a request that `verifyWebhook` let in; undefined for any other. */
export function bodyOf(req: RawRequest): unknown {
  return bodies.get(req);
}

/**
 * Lets a webhook in, in this order: method, signature over the raw bytes (401), headers (400), freshness, shop.
 *
 * Only the body is signed. The headers topic, shop, webhook id and time are not, so none of them is trusted for more than
 * it can do: where the body names the shop the header must agree, and for every topic that stops or erases something the
 * body must name it. The remaining topics only make us read a record again with that shop's own token, so a moved
 * header could at most cause a needless read. To move one at all takes a signed body, and these are seen by nobody
 * but Shopify and us. https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export function verifyWebhook(req: RawRequest, secrets: readonly string[], now: Instant): Verified | Refusal {
  if (req.method !== 'POST') return refuse(405, 'shopify.method', 'not POST');
  // The Events product sends the same headers without `x-`; all are taken from the family that brought the signature.
  const family = req.headers['x-shopify-hmac-sha256'] !== undefined ? 'x-shopify-' : 'shopify-';
  const header = (name: string): string => req.headers[`${family}${name}`] ?? '';
  const signature = header('hmac-sha256');
  if (signature === '') return refuse(401, 'shopify.hmac-missing', 'no signature');
  if (!signedByAny(secrets, req.body, signature, 'base64')) return refuse(401, 'shopify.hmac', 'signature does not fit');

  const topic = header('topic').toLowerCase();
  const webhookId = header('webhook-id');
  const account = shopDomain(header('shop-domain'));
  if (!TOPIC.test(topic)) return refuse(400, 'shopify.topic', 'no topic');
  if (!WEBHOOK_ID.test(webhookId)) return refuse(400, 'shopify.webhook-id', 'no webhook id');
  if (account === null) return refuse(400, 'shopify.shop', 'no shop domain');

  const triggered = header('triggered-at');
  const triggeredAt = instantOf(triggered);
  if (triggered !== '' && triggeredAt === null) return refuse(400, 'shopify.triggered-at', 'unreadable time');
  if (triggeredAt !== null && (now - triggeredAt > PAST_MS || triggeredAt - now > FUTURE_MS)) return refuse(401, 'shopify.stale', 'too old or from the future');

  const json = parseHostJson(req.body);
  if (!json.ok) return refuse(400, json.code, 'body is not acceptable JSON');
  const named = Named.safeParse(json.value);
  if (!named.success) return refuse(400, 'shopify.body', 'body is not an object of the expected form');
  const domains = [named.data.myshopify_domain, named.data.shop_domain].filter((domain) => domain !== null && domain !== undefined);
  if (domains.some((domain) => shopDomain(domain) !== account)) return refuse(401, 'shopify.shop-mismatch', 'header and body name different shops');
  if (domains.length === 0 && GRAVE.has(topic)) return refuse(401, 'shopify.shop-unproven', 'body does not name the shop');

  bodies.set(req, json.value);
  return { ok: true, req, account, claims: { topic, webhookId, ...(triggeredAt === null ? {} : { triggeredAt: String(triggeredAt) }) } };
}
