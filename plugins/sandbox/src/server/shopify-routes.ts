// The HTTP face of the emulated Shopify: the Admin host and the storefront's app proxy.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { answerGraphql, plain, type AdminAnswer } from '../shopify/graphql-endpoint.js';
import { forward } from '../shopify/app-proxy.js';
import type { ShopModel } from '../shopify/shop-model.js';
import { answerToken } from '../shopify/token-endpoint.js';
import type { ShopifyHost } from './shopify-host.js';

/** Largest body the Admin host takes. */
const BODY_LIMIT = '2mb';

/** One path parameter of a matched route; a list (a wildcard) is joined with slashes. */
export function parameter(request: Request, name: string): string {
  const value = request.params[name] ?? '';
  return Array.isArray(value) ? value.join('/') : value;
}

/** Largest body the app proxy passes on. */
const PROXY_LIMIT = '10mb';

const raw = express.raw({ type: () => true, limit: BODY_LIMIT });
const rawProxy = express.raw({ type: () => true, limit: PROXY_LIMIT });
const bytes = (request: Request): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** Lets a `Host` header of a shop's own domain stand for the path under which the sandbox keeps that shop. */
export function byHostHeader(host: ShopifyHost) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const domain = (request.headers.host ?? '').split(':')[0] ?? '';
    if (host.shops.has(domain) && !/^\/(hosts|store|control)\//.test(request.url)) {
      request.url = `${request.url.startsWith('/admin/') ? '/hosts' : '/store'}/${domain}${request.url}`;
    }
    next();
  };
}

/** Token endpoint and Admin GraphQL, under `/hosts/<shop>/admin`. */
export function adminRoutes(host: ShopifyHost): Router {
  const router = express.Router();
  const handle = (kind: 'token' | 'graphql', work: (shop: ShopModel, request: Request) => Promise<AdminAnswer>) =>
    async (request: Request, response: Response): Promise<void> => {
      const started = performance.now();
      const shop = host.shops.get(parameter(request, 'shop'));
      const answer = shop === undefined ? plain(404, 'Not Found') : await faulty(shop, () => work(shop, request));
      const hang = shop !== undefined && answer.status < 400 && shop.lots.strikes('hang');
      host.ledger.append({
        direction: 'in',
        host: 'shopify',
        kind,
        shop: parameter(request, 'shop'),
        key: answer.key,
        status: hang ? 0 : answer.status,
        ms: Math.round(performance.now() - started),
        detail: { ...answer.detail, ...(hang ? { carriedOut: answer.status, answerWithheld: true } : {}) },
      });
      // Carried out, but the caller never learns of it: the connection stays open until he gives up.
      if (!hang) response.status(answer.status).set(answer.headers).json(answer.body);
    };

  router.post('/:shop/admin/oauth/access_token', raw, handle('token', (shop, request) => answerToken(shop, host.parts.keys, request.headers['content-type'], bytes(request).toString('utf8'))));
  router.post(
    '/:shop/admin/api/:version/graphql.json',
    raw,
    handle('graphql', (shop, request) => answerGraphql(shop, host.facts, parameter(request, 'version'), request.get('x-shopify-access-token'), bytes(request).toString('utf8'))),
  );
  // Pages of the admin are mounted elsewhere; what an app calls and the sandbox does not have ends here.
  router.all(['/:shop/admin/api/*rest', '/:shop/admin/oauth/*rest'], (request, response) => {
    host.ledger.append({ direction: 'in', host: 'shopify', kind: 'unknown-path', status: 404, detail: { method: request.method, path: request.path } });
    response.status(404).json({ errors: 'Not Found' });
  });
  return router;
}

/** The faults that strike before anything is carried out. */
async function faulty(shop: ShopModel, work: () => Promise<AdminAnswer>): Promise<AdminAnswer> {
  const { slowMs, http429, http5xx } = shop.faults;
  if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
  if (shop.lots.strikes('http429')) {
    return { ...plain(429, 'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.', { 'Retry-After': http429.retryAfter.toFixed(1) }), detail: { fault: 'http429' } };
  }
  if (shop.lots.strikes('http5xx')) return { ...plain(http5xx.status, 'Internal Server Error'), detail: { fault: 'http5xx' } };
  return work();
}

/** The app proxy on the storefront, under `/store/<shop>/<prefix>/<subpath>`. */
export function proxyRoutes(host: ShopifyHost): Router {
  const router = express.Router();
  const { proxy } = host.parts.manifest;
  if (proxy === null) return router;
  const mount = `/:shop/${proxy.prefix}/${proxy.subpath}`;
  router.all([mount, `${mount}/*rest`], rawProxy, async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const shop = host.shops.get(parameter(request, 'shop'));
    if (shop?.install == null) {
      next();
      return;
    }
    const started = performance.now();
    const customer = shop.shopperOf(request.headers.cookie);
    const prefix = `/${shop.domain}/${proxy.prefix}/${proxy.subpath}`;
    const rest = decodeSafe(request.path).startsWith(prefix) ? request.path.slice(prefix.length) : '';
    const answer = await forward(
      shop,
      host.parts.manifest,
      host.parts.keys.apiSecret,
      {
        method: request.method,
        rest,
        query: new URLSearchParams(request.url.split('?')[1] ?? ''),
        headers: request.headers,
        body: bytes(request),
        customerId: customer?.id ?? null,
        address: request.socket.remoteAddress ?? '',
      },
      host.parts.fetch,
    );
    host.ledger.append({
      direction: 'out',
      host: 'shopify',
      kind: 'app-proxy',
      shop: shop.domain,
      status: answer.status,
      ms: Math.round(performance.now() - started),
      detail: { method: request.method, path: rest, customerId: customer?.id ?? null },
    });
    response.status(answer.status);
    for (const [name, value] of answer.headers) response.appendHeader(name, value);
    response.end(answer.body);
  });
  return router;
}

function decodeSafe(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
