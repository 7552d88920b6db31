// The three ways Shopify signs what it sends. Written from the documented rules and proved by the vendor's vectors;
// it shares no code with the connector, so that a mistake there cannot hide here.
import { createHmac, randomBytes } from 'node:crypto';

const hex = (secret: string, message: string): string => createHmac('sha256', secret).update(message, 'utf8').digest('hex');

/** Percent-encodes as Shopify does in signed queries: a space is `%20`, never `+`. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The message of an app-load or OAuth query: everything but `hmac` and `signature`, sorted by key, joined by `&`. */
export function queryMessage(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .filter((key) => key !== 'hmac' && key !== 'signature')
    .sort()
    .map((key) => `${encode(key)}=${encode(parameters[key] ?? '')}`)
    .join('&');
}

/** Signature of an app-load or OAuth query, lower-case hex. https://shopify.dev/docs/apps/build/authentication-authorization */
export function signQuery(secret: string, parameters: Readonly<Record<string, string>>): string {
  return hex(secret, queryMessage(parameters));
}

/** The query with its `hmac`, ready to be put behind a `?`. */
export function signedQuery(secret: string, parameters: Readonly<Record<string, string>>): string {
  return `${queryMessage(parameters)}&hmac=${signQuery(secret, parameters)}`;
}

/**
 * Signature of an app-proxy query, lower-case hex: decoded values, repeated keys joined by a comma, `key=value`
 * strings sorted and put together with nothing between. https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export function signProxyQuery(secret: string, parameters: URLSearchParams): string {
  const values = new Map<string, string[]>();
  for (const [key, value] of parameters) {
    if (key === 'signature') continue;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const message = [...values].map(([key, all]) => `${key}=${all.join(',')}`).sort().join('');
  return hex(secret, message);
}

/** Signature of a webhook: base64 over the raw body. https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
export function signWebhook(secret: string, body: Buffer): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** A signature of the right form that fits nothing: for the fault that sends wrongly signed webhooks. */
export function forgedSignature(): string {
  return randomBytes(32).toString('base64');
}
