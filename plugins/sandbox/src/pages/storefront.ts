// The shop as a shopper sees it, at /store/<shop>/.
import { existsSync } from 'node:fs';
import type { Express, Request, Response } from 'express';
import { SHOPPER_COOKIE, type SandboxHost } from '../server/host.js';
import { accountPage, orderPage, signInPage } from './account-view.js';
import { formBody, formOf } from './form.js';
import { homePage, productPage } from './goods-view.js';
import { helpPage, pagePage, policyPage } from './help-view.js';
import { picture } from './pictures.js';
import { sendNothingHere, sendStorePage, visitOf, type Visit } from './store-view.js';
import { EXTENSION, type EmbedBlock } from './theme-embed.js';

/** A page, or null for "nothing here". */
type View = Parameters<typeof sendStorePage>[2] | null;

export function mountStorefront(app: Express, host: SandboxHost, block: EmbedBlock): void {
  const visit = (work: (visit: Visit) => Promise<void> | void) => async (request: Request, response: Response, next: () => void): Promise<void> => {
    const visited = visitOf(host, request, response);
    if (visited) await work(visited);
    else next();
  };
  const show = (path: string, view: (visit: Visit) => View): void => {
    app.get(path, visit(async (v) => {
      const page = view(v);
      await (page ? sendStorePage(v, block, page) : sendNothingHere(v, block));
    }));
  };

  app.get('/store/:shop', (request, response, next) => {
    // The home page's links are relative to the shop's root.
    if (request.path.endsWith('/')) next();
    else response.redirect(302, `${request.path}/${request.url.slice(request.path.length)}`);
  });
  show('/store/:shop/', homePage);
  show('/store/:shop/products/:handle', productPage);
  show('/store/:shop/policies/:type', policyPage);
  show('/store/:shop/pages/:handle', pagePage);
  show('/store/:shop/help', helpPage);
  show('/store/:shop/account/login', (v) => signInPage(v, false));
  app.get('/store/:shop/account', visit(async (v) => {
    if (v.shopper) await sendStorePage(v, block, accountPage(v, v.shopper));
    else v.response.redirect(303, `${v.root}/account/login`);
  }));
  app.get('/store/:shop/account/orders/:order', visit(async (v) => {
    const page = v.shopper ? orderPage(v, v.shopper) : null;
    await (page ? sendStorePage(v, block, page) : sendNothingHere(v, block));
  }));

  app.post('/store/:shop/account/login', formBody, visit(async (v) => {
    const form = formOf(v.request);
    const cookie = host.signIn(v.shop.domain, form.get('email') ?? '', form.get('password') ?? '');
    if (cookie === null) {
      await sendStorePage(v, block, { ...signInPage(v, true), status: 401 });
      return;
    }
    v.response.cookie(SHOPPER_COOKIE, cookie, { httpOnly: true, sameSite: 'lax', path: '/' });
    v.response.redirect(303, `${v.root}/account`);
  }));
  app.post('/store/:shop/account/logout', visit((v) => {
    const cookie = new RegExp(`(?:^|;\\s*)${SHOPPER_COOKIE}=([^;]*)`).exec(v.request.get('cookie') ?? '')?.[1];
    if (cookie !== undefined) host.signOut(v.shop.domain, decodeURIComponent(cookie));
    v.response.clearCookie(SHOPPER_COOKIE, { path: '/' });
    v.response.redirect(303, `${v.root}/`);
  }));

  app.get('/store/:shop/images/:file', visit((v) => {
    const handle = /^([a-z0-9-]+)\.svg$/.exec(String(v.request.params['file']))?.[1];
    const product = v.shop.file.products.find((p) => p.handle === handle);
    if (!product) v.response.status(404).type('text/plain').send('no such picture');
    else v.response.type('image/svg+xml').set('cache-control', 'public, max-age=3600').send(picture(product.handle, product.productType));
  }));
  app.get('/store/:shop/cdn/extensions/parley-chat/:file', visit((v) => {
    const file = String(v.request.params['file']);
    const fits = /^[A-Za-z0-9_-]+\.(js|css|json|svg|png|jpg|jpeg|wasm)$/.test(file) && existsSync(`${EXTENSION}assets/${file}`);
    if (fits) v.response.set('cache-control', 'no-cache').sendFile(file, { root: `${EXTENSION}assets` });
    else v.response.status(404).type('text/plain').send(`the extension has no asset of that name; build it with: npm run build -w @parley/webchat\n`);
  }));
}
