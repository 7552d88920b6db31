// The app proxy: a path of the storefront that Shopify forwards to the app, with a signature over who is asking.
// https://shopify.dev/docs/apps/build/online-store/app-proxies
import { Liquid } from 'liquidjs';
import type { AppManifest } from './app-manifest.js';
import { failureReason } from './failure-reason.js';
import { signProxyQuery } from './signatures.js';
import type { ShopModel } from './shop-model.js';

/** How long the host waits for the app, in milliseconds. */
const PROXY_TIMEOUT_MS = 10_000;

/** Query names that only the host may set. */
const RESERVED = new Set(['shop', 'path_prefix', 'timestamp', 'logged_in_customer_id', 'signature', 'hmac']);

/** Headers that never pass: cookies, those of one connection, and those that fetch sets itself. */
const DROPPED = new Set(['cookie', 'set-cookie', 'host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'proxy-authorization', 'content-length', 'content-encoding', 'accept-encoding', 'expect', 'authorization']);

const liquid = new Liquid();

/** One request of a shopper. `rest` is what follows `/apps/<subpath>`, with its slash; `customerId` is null for guests. */
interface ProxyRequest {
  readonly method: string;
  readonly rest: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly customerId: string | null;
  readonly address: string;
}

/** What goes back to the shopper. */
interface ProxyAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** The signed query that the app receives: the shopper's own parameters, then the host's. */
export function proxyQuery(shop: ShopModel, manifest: AppManifest, secret: string, own: URLSearchParams, customerId: string | null): URLSearchParams {
  const query = new URLSearchParams([...own].filter(([key]) => !RESERVED.has(key)));
  query.append('shop', shop.domain);
  query.append('logged_in_customer_id', customerId ?? '');
  query.append('path_prefix', `/${manifest.proxy?.prefix ?? ''}/${manifest.proxy?.subpath ?? ''}`);
  query.append('timestamp', String(Math.floor(shop.now().getTime() / 1000)));
  query.append('signature', signProxyQuery(secret, query));
  return query;
}

/** Where the app is asked: the proxy address, the rest of the path, and the signed query. */
export function proxyTarget(manifest: AppManifest, rest: string, query: URLSearchParams): string {
  return `${(manifest.proxy?.url ?? '').replace(/\/$/, '')}${rest}?${query.toString()}`;
}

/**
 * Forwards one request. Cookies stop here both ways, redirects go back to the shopper unfollowed, Liquid is rendered,
 * everything else passes through as it is. An app that does not answer in time or at all is a 502 of the host.
 */
export async function forward(shop: ShopModel, manifest: AppManifest, secret: string, request: ProxyRequest, fetchIt: typeof fetch): Promise<ProxyAnswer> {
  const query = proxyQuery(shop, manifest, secret, request.query, request.customerId);
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !DROPPED.has(name.toLowerCase())) headers.push([name, Array.isArray(value) ? value.join(', ') : value]);
  }
  headers.push(['X-Forwarded-For', request.address], ['X-Forwarded-Host', shop.domain], ['X-Forwarded-Proto', 'https']);
  const bodyless = request.method === 'GET' || request.method === 'HEAD';
  let answer: Response;
  let body: Buffer;
  try {
    answer = await fetchIt(proxyTarget(manifest, request.rest, query), {
      method: request.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PROXY_TIMEOUT_MS),
      ...(bodyless ? {} : { body: new Uint8Array(request.body) }),
    });
    body = Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    const reason = failureReason(error) === 'TimeoutError' ? 'The app did not answer in time.' : 'The app could not be reached.';
    return { status: 502, headers: [['content-type', 'text/plain; charset=utf-8']], body: Buffer.from(reason) };
  }
  const kept = [...answer.headers].filter(([name]) => !DROPPED.has(name.toLowerCase()));
  if ((answer.headers.get('content-type') ?? '').startsWith('application/liquid')) {
    const { name, publicUrl, currency, locale } = shop.file.shop;
    const html: unknown = await liquid.parseAndRender(body.toString('utf8'), { shop: { name, url: publicUrl, currency, locale } });
    return { status: answer.status, headers: [['content-type', 'text/html; charset=utf-8']], body: Buffer.from(String(html)) };
  }
  return { status: answer.status, headers: kept, body };
}
