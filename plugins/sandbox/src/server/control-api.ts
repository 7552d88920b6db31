// The control API: what tests, `npm start` and the pages use to steer the sandbox. JSON in, JSON out, under /control.
// It is no part of any host and asks for no credentials: the sandbox listens for developers only.
//
//   GET    /control/health                               {ok, apiVersions, shops}
//   POST   /control/reset                                 shops as in their files; {"ledger":true} empties the ledger too
//   GET    /control/ledger?since=&kind=&shop=&host=&direction=&key=   {last, entries}
//   GET    /control/webhooks                              {pending}
//   POST   /control/webhooks/settled                      answers once nothing is pending
//   GET    /control/shops                                 what is installed, switched on, and failing
//   POST   /control/shops/:shop/install                   {sessionToken, appLoadUrl}
//   POST   /control/shops/:shop/uninstall                 {"redact":true} sends shop/redact at once as well
//   POST   /control/shops/:shop/session-token             {"userId"?} -> {sessionToken}
//   POST   /control/shops/:shop/app-load-url              {"locale"?} -> {url}
//   GET|POST /control/shops/:shop/faults                  see faultSettings; a POST replaces all switches
//   POST   /control/shops/:shop/bucket                    {"maximum"?, "restoreRate"?, "available"?}
//   POST   /control/shops/:shop/tokens/expire             {"refresh"?: also the refresh tokens} -> {expired}
//   POST   /control/shops/:shop/embed                     {"on": boolean}
//   POST   /control/shops/:shop/scopes                    {"scopes": [...]}            app/scopes_update
//   POST   /control/shops/:shop/update                    {"name"?}                    shop/update
//   POST   /control/shops/:shop/theme                                                  themes/publish
//   POST   /control/shops/:shop/orders                    an order of the shop file    orders/create
//   POST   /control/shops/:shop/orders/:order/fulfill     see fulfilInput              fulfillments/create, orders/…
//   POST   /control/shops/:shop/orders/:order/tracking    see trackInput               fulfillments/update
//   POST   /control/shops/:shop/orders/:order/cancel      {"reason"?}                  orders/cancelled, orders/updated
//   POST   /control/shops/:shop/orders/:order/refund      {"amount"}                   refunds/create, orders/updated
//   POST   /control/shops/:shop/products                  a product of the shop file   products/create
//   POST   /control/shops/:shop/products/:id              see productInput             products/update
//   DELETE /control/shops/:shop/products/:id                                           products/delete
//   POST   /control/shops/:shop/customers/:id             see customerInput            customers/update
//   POST   /control/shops/:shop/compliance                {"topic", "customerId"?}     the compliance topic
//   POST   /control/shops/:shop/webhooks                  {"topic", "payload"}, or {"topic", "text"} for a body byte by byte: any subscribed topic
//   POST   /control/shops/:shop/sign-in                   {"email", "password"?}       {cookie, customerId}
//   POST   /control/shops/:shop/proxy-query               {"path"?, "query"?, "customerId"?} -> {query, url}
//
// An order is named by id or by name (`1001`, `%231001`). Changes answer with {webhookIds}.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { ShopFile } from '../shop/shop-file.js';
import { adminVersions } from '../shopify/admin-schema.js';
import { proxyQuery, proxyTarget } from '../shopify/app-proxy.js';
import { cancelInput, ChangeRefused, COMPLIANCE_TOPICS, customerInput, fulfilInput, productInput, refundInput, trackInput } from '../shopify/changes.js';
import { faultSettings } from '../shopify/faults.js';
import type { ShopModel } from '../shopify/shop-model.js';
import { SHOPPER_COOKIE, UnknownShop } from './host.js';
import type { ShopifyHost } from './shopify-host.js';
import { parameter } from './shopify-routes.js';

const ledgerQuery = z.object({
  since: z.coerce.number().int().min(0).default(0),
  kind: z.string().optional(),
  shop: z.string().optional(),
  host: z.string().optional(),
  key: z.string().optional(),
  direction: z.enum(['in', 'out']).optional(),
});
const bucketInput = z.strictObject({ maximum: z.number().positive().optional(), restoreRate: z.number().positive().optional(), available: z.number().min(0).optional() });
const triggerInput = z.union([z.strictObject({ topic: z.string(), payload: z.record(z.string(), z.unknown()) }), z.strictObject({ topic: z.string(), text: z.string() })]);
const signInInput = z.strictObject({ email: z.string(), password: z.string().optional() });
const proxyInput = z.strictObject({ path: z.string().regex(/^(\/.*)?$/).default(''), query: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}), customerId: z.string().nullable().default(null) });

type Act = (shop: ShopModel, body: unknown, request: Request) => unknown;

/** The router to mount at `/control`. */
export function controlRoutes(host: ShopifyHost): Router {
  const router = express.Router();
  router.use(express.json({ limit: '20mb', type: () => true, strict: true }));

  router.get('/health', (_request, response) => {
    response.json({ ok: true, apiVersions: adminVersions(), shops: [...host.shops.keys()] });
  });
  router.post('/reset', async (request, response) => {
    const { ledger } = z.strictObject({ ledger: z.boolean().default(false) }).parse(request.body ?? {});
    await host.reset();
    if (ledger) host.ledger.clear();
    response.json({ ok: true });
  });
  router.get('/ledger', (request, response) => {
    const { since, ...filter } = ledgerQuery.parse(request.query);
    const entries = host.ledger.find(filter).filter((entry) => entry.n > since);
    response.json({ last: host.ledger.last(), entries });
  });
  router.get('/webhooks', (_request, response) => {
    response.json({ pending: host.webhooks.pending });
  });
  router.post('/webhooks/settled', async (_request, response) => {
    await host.webhooks.settled();
    response.json({ pending: host.webhooks.pending });
  });
  router.get('/shops', (_request, response) => {
    response.json([...host.shops.values()].map((shop) => ({ domain: shop.domain, id: shop.id, install: shop.install, embed: shop.embed, faults: shop.faults, bucket: shop.bucket.status() })));
  });

  const post = (path: string, act: Act): void => {
    router.post(`/shops/:shop${path}`, async (request: Request, response: Response) => {
      response.json(await act(host.shop(parameter(request, 'shop')), request.body ?? {}, request));
    });
  };
  const change = (path: string, act: (shop: ShopModel, body: unknown, request: Request) => string[]): void => post(path, (shop, body, request) => ({ webhookIds: act(shop, body, request) }));

  post('/install', async (shop) => {
    host.installApp(shop.domain);
    return { sessionToken: await host.mintSessionToken(shop.domain), appLoadUrl: await host.appLoadUrl(shop.domain, shop.file.shop.locale) };
  });
  change('/uninstall', (shop, body) => {
    const { redact } = z.strictObject({ redact: z.boolean().default(false) }).parse(body);
    const sent = host.changes.uninstall(shop);
    return redact ? [...sent, ...host.changes.compliance(shop, 'shop/redact', undefined)] : sent;
  });
  post('/session-token', async (shop, body) => ({ sessionToken: await host.mintSessionToken(shop.domain, z.strictObject({ userId: z.string().optional() }).parse(body).userId) }));
  post('/app-load-url', async (shop, body) => ({ url: await host.appLoadUrl(shop.domain, z.strictObject({ locale: z.string().default('en') }).parse(body).locale) }));
  router.get('/shops/:shop/faults', (request, response) => {
    response.json(host.shop(parameter(request, 'shop')).faults);
  });
  post('/faults', (shop, body) => {
    shop.lots.set(faultSettings.parse(body));
    return shop.faults;
  });
  post('/bucket', (shop, body) => {
    shop.bucket.configure(bucketInput.parse(body));
    return shop.bucket.status();
  });
  post('/tokens/expire', (shop, body) => ({ expired: shop.tokens.expireAll(z.strictObject({ refresh: z.boolean().default(false) }).parse(body).refresh) }));
  post('/embed', (shop, body) => {
    host.setEmbed(shop.domain, z.strictObject({ on: z.boolean() }).parse(body).on);
    return { on: shop.embed };
  });

  change('/scopes', (shop, body) => host.changes.changeScopes(shop, z.strictObject({ scopes: z.array(z.string()) }).parse(body).scopes));
  change('/update', (shop, body) => host.changes.updateShop(shop, z.strictObject({ name: z.string().optional() }).parse(body).name));
  change('/theme', (shop) => host.changes.publishTheme(shop));
  change('/orders', (shop, body) => host.changes.addOrder(shop, ShopFile.shape.orders.element.parse(body)));
  change('/orders/:order/fulfill', (shop, body, request) => host.changes.fulfil(shop, parameter(request, 'order'), fulfilInput.parse(body)));
  change('/orders/:order/tracking', (shop, body, request) => host.changes.track(shop, parameter(request, 'order'), trackInput.parse(body)));
  change('/orders/:order/cancel', (shop, body, request) => host.changes.cancel(shop, parameter(request, 'order'), cancelInput.parse(body)));
  change('/orders/:order/refund', (shop, body, request) => host.changes.refund(shop, parameter(request, 'order'), refundInput.parse(body)));
  change('/products', (shop, body) => host.changes.addProduct(shop, ShopFile.shape.products.element.parse(body)));
  change('/products/:id', (shop, body, request) => host.changes.updateProduct(shop, parameter(request, 'id'), productInput.parse(body)));
  router.delete('/shops/:shop/products/:id', (request, response) => {
    response.json({ webhookIds: host.changes.deleteProduct(host.shop(parameter(request, 'shop')), parameter(request, 'id')) });
  });
  change('/customers/:id', (shop, body, request) => host.changes.updateCustomer(shop, parameter(request, 'id'), customerInput.parse(body)));
  change('/compliance', (shop, body) => {
    const { topic, customerId } = z.strictObject({ topic: z.enum(COMPLIANCE_TOPICS), customerId: z.string().optional() }).parse(body);
    return host.changes.compliance(shop, topic, customerId);
  });
  change('/webhooks', (shop, body) => {
    const trigger = triggerInput.parse(body);
    return host.webhooks.sendText(shop, trigger.topic, 'text' in trigger ? trigger.text : JSON.stringify(trigger.payload));
  });

  post('/sign-in', (shop, body) => {
    const { email, password } = signInInput.parse(body);
    const customer = shop.file.customers.find((c) => c.email?.toLowerCase() === email.toLowerCase());
    const cookie = customer === undefined ? null : password === undefined ? shop.admit(customer.id) : shop.signIn(email, password);
    if (customer === undefined || cookie === null) throw new ChangeRefused('no such customer, or the password is wrong');
    return { cookie: `${SHOPPER_COOKIE}=${cookie}`, customerId: customer.id };
  });
  post('/proxy-query', (shop, body) => {
    const { path, query, customerId } = proxyInput.parse(body);
    const own = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) for (const one of Array.isArray(value) ? value : [value]) own.append(key, one);
    const signed = proxyQuery(shop, host.parts.manifest, host.parts.keys.apiSecret, own, customerId);
    return { query: signed.toString(), url: proxyTarget(host.parts.manifest, path, signed) };
  });

  router.use((_request, response) => {
    response.status(404).json({ error: 'no such control' });
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
    else if (error instanceof UnknownShop) response.status(404).json({ error: error.message });
    else if (error instanceof ChangeRefused) response.status(422).json({ error: error.message });
    else next(error);
  });
  return router;
}
