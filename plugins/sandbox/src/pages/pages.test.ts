import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../server/sandbox.js';
import { demoShop } from '../shop/shop-file.js';
import { deployManifest } from '../shopify/app-manifest.js';
import { ADMIN_FRAME_JS } from './client/admin-frame.js';
import { APP_BRIDGE_JS } from './client/app-bridge.js';
import { LEDGER_JS, ORDER_FORMS_JS, THEME_EDITOR_JS } from './client/small-scripts.js';
import { mountPages } from './index.js';

const APP = 'http://localhost:8080';
const NOW = new Date('2026-11-22T12:00:00Z');
let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
  const manifest = readFileSync(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url), 'utf8');
  const hostile = demoShop(NOW);
  hostile.shop = { ...hostile.shop, domain: 'hostile.myshopify.com', name: '<script>alert(1)</script>' };
  hostile.products = [{ ...hostile.products[0]!, title: '"><img src=x onerror=alert(2)>', descriptionHtml: '<p onclick="alert(3)">fine</p><script>alert(4)</script><a href="javascript:alert(5)">link</a>' }];
  hostile.pages = [];
  hostile.policies = [];
  sandbox = createSandbox({
    keys: { apiKey: 'key', apiSecret: 'not-a-real-secret' }, appUrl: APP, manifest: deployManifest(manifest, APP), shops: [demoShop(NOW), hostile],
    fetch: () => Promise.reject(new Error('no network in this test')), now: () => NOW, pages: [mountPages],
  });
  base = (await sandbox.listen(0)).url;
});
afterAll(() => sandbox.close());

const STORE = '/store/demo.myshopify.com';
const ADMIN = '/admin/store/demo.myshopify.com';
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { redirect: 'manual', headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
const signIn = async (email: string) => {
  const response = await post(`${STORE}/account/login`, { email, password: 'demo' });
  expect(response.status).toBe(303);
  return { cookie: response.headers.get('set-cookie')!.split(';')[0]! };
};

describe('storefront', () => {
  it('lists what is sold, in both languages, and finds by word, department and article number', async () => {
    const en = await get(`${STORE}/?locale=en`);
    expect(en.text).toContain('Ridge 2 Two-Person Tent');
    expect(en.text).not.toContain('Commons Picnic Rug');
    expect(en.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    const zh = await get(`${STORE}/?q=${encodeURIComponent('帐篷')}&locale=zh-CN`);
    expect(zh.text).toContain('<html lang="zh-CN">');
    expect(zh.text).toContain('山脊双人帐篷');
    expect(zh.text).not.toContain('荒原羊毛毯');
    expect((await get(`${STORE}/?q=bem-400`)).text.match(/class="picture"/g)).toHaveLength(1);
    expect((await get(`${STORE}/?d=Kitchen`)).text.match(/class="picture"/g)).toHaveLength(15);
    expect((await get(STORE)).headers.get('location')).toBe(`${STORE}/`);
  });

  it('takes the language from the address, then the cookie, then the browser', async () => {
    expect((await get(`${STORE}/`, { 'accept-language': 'fr,zh;q=0.8' })).text).toContain('全部商品');
    expect((await get(`${STORE}/`, { 'accept-language': 'zh', cookie: '_sandbox_locale=en' })).text).toContain('Products');
    expect((await get(`${STORE}/?locale=zh-CN`)).headers.get('set-cookie')).toContain('_sandbox_locale=zh-CN');
  });

  it('shows a product with its variants and stock', async () => {
    const { text } = await get(`${STORE}/products/tor-hiking-boots?locale=en`);
    expect(text).toContain('TOR-GT-42-BRO');
    expect(text).toContain('Sold out');
    expect((await get(`${STORE}/products/no-such`)).status).toBe(404);
    const drawing = await get(`${STORE}/images/tor-hiking-boots.svg`);
    expect(drawing.headers.get('content-type')).toContain('image/svg+xml');
    expect((await get(`${STORE}/images/no-such.svg`)).status).toBe(404);
  });

  it('gives a document in the language of the visit', async () => {
    expect((await get(`${STORE}/policies/refund-policy?locale=en`)).text).toContain('30 days to change your mind');
    expect((await get(`${STORE}/policies/refund-policy?locale=zh-CN`)).text).toContain('30 天无理由退货');
    expect((await get(`${STORE}/pages/faq-payment?locale=zh-CN`)).text).toContain('不支持货到付款');
    expect((await get(`${STORE}/policies/no-such`)).status).toBe(404);
    expect((await get('/store/nobody.myshopify.com/')).status).toBe(404);
  });

  it('lets nothing from a shop file become a script', async () => {
    const home = (await get('/store/hostile.myshopify.com/?locale=en')).text;
    const product = (await get('/store/hostile.myshopify.com/products/ridge-2-tent?locale=en')).text;
    for (const text of [home, product, (await get('/')).text, (await get('/admin/store/hostile.myshopify.com/orders')).text]) {
      expect(text).not.toMatch(/<script>|<img src=x|onclick|javascript:/);
    }
    expect(product).toContain('<p>fine</p>');
    expect(product).toContain('&#60;script&#62;alert(4)');
  });

  it('signs shoppers in and shows each his own orders only', async () => {
    expect((await post(`${STORE}/account/login`, { email: 'emma@example.com', password: 'wrong' })).status).toBe(401);
    expect((await get(`${STORE}/account`)).status).toBe(303);
    const emma = await signIn('emma@example.com');
    expect((await get(`${STORE}/account?locale=en`, emma)).text).toMatch(/#1002[^]*#1001/);
    expect((await get(`${STORE}/account/orders/1001`, emma)).text).toContain('1Z999AA10123456784');
    expect((await get(`${STORE}/account/orders/1003`, emma)).status).toBe(404);
    expect((await get(`${STORE}/account/orders/1001`)).status).toBe(404);
    await post(`${STORE}/account/logout`, {}, emma);
    expect((await get(`${STORE}/account`, emma)).status).toBe(303);
  });
});

describe('admin', () => {
  it('installs the app, frames it, and switches the chat on through the theme editor', async () => {
    const before = await get(`${ADMIN}/apps/parley?locale=en`);
    expect(before.text).toContain('Install Parley');
    expect(before.text).toContain('read_orders');
    expect((await get(`${STORE}/`)).text).not.toContain('data-session');
    const deep = `${ADMIN}/themes/current/editor?context=apps&activateAppId=key/chat&locale=en`;
    expect((await get(deep)).text).toContain('The app is not installed');

    expect((await post(`${ADMIN}/apps/parley/install`, {})).status).toBe(303);
    const frame = await get(`${ADMIN}/apps/parley?locale=en`);
    expect(frame.headers.get('content-security-policy')).toContain(`frame-src ${APP}`);
    expect(frame.text).toMatch(/src="http:\/\/localhost:8080\/shopify\/app\?[^"]*id_token=/);

    const token = (headers: Record<string, string>) => fetch(`${base}${ADMIN}/session-token`, { method: 'POST', headers });
    expect((await token({})).status).toBe(403);
    expect(await (await token({ 'x-sandbox-frame': '1' })).json()).toEqual({ token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) });

    const editor = await get(deep);
    expect(editor.text).toMatch(/name="on" value="1" checked/);
    expect(editor.text).toContain('Not saved yet');
    expect((await get(`${STORE}/`)).text).not.toContain('data-session');
    await post(`${ADMIN}/themes/current/editor`, { on: '1' });
    const store = (await get(`${STORE}/?locale=zh-CN`)).text;
    expect(store).toContain(`src="${STORE}/cdn/extensions/parley-chat/parley.js"`);
    expect(store).toContain(`data-session="${STORE}/apps/parley/session"`);
    expect(store).toContain('data-locale="zh-CN"');
    expect(store).not.toContain('schema');
    await post(`${ADMIN}/themes/current/editor`, {});
    expect((await get(`${STORE}/`)).text).not.toContain('data-session');

    await post(`${ADMIN}/apps/parley/uninstall`, {});
    expect((await get(`${ADMIN}/apps/parley?locale=en`)).text).toContain('Install Parley');
    expect((await token({ 'x-sandbox-frame': '1' })).status).toBe(409);
  });

  it('serves nothing but assets from the extension', async () => {
    for (const file of ['..%2fshopify.extension.toml', 'chat.liquid', '.hidden.js', 'no-such.js']) expect((await get(`${STORE}/cdn/extensions/parley-chat/${file}`)).status).toBe(404);
  });

  it('finds an order and offers what can be done to it', async () => {
    const list = (await get(`${ADMIN}/orders?q=%231004&locale=en`)).text;
    const id = /orders\/(\d+)"/.exec(list)![1]!;
    const page = (await get(`${ADMIN}/orders/${id}?locale=en`)).text;
    expect(page).toContain(`data-to="/control/shops/demo.myshopify.com/orders/${id}/fulfill"`);
    expect(page).not.toContain('/tracking"');
    expect((await get(`${ADMIN}/orders/1`)).status).toBe(404);
    const done = await fetch(`${base}/control/shops/demo.myshopify.com/orders/${id}/fulfill`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ trackingCompany: 'SF Express', trackingNumber: 'SF001' }) });
    expect(done.status).toBe(200);
    expect((await get(`${ADMIN}/orders/${id}?locale=en`)).text).toContain('/tracking"');
  });
});

it('the start page and the ledger page name what is there', async () => {
  const start = (await get('/?locale=en')).text;
  for (const word of ['emma@example.com', '#1001, #1002', '/ledger', `${STORE}/`, `${ADMIN}/apps/parley`]) expect(start).toContain(word);
  expect((await get('/?locale=zh-CN')).text).toContain('沙盒');
  expect((await get('/ledger')).text).toContain('data-since="0"');
});

it('every script of the pages is a script', async () => {
  for (const source of [ADMIN_FRAME_JS, APP_BRIDGE_JS, LEDGER_JS, ORDER_FORMS_JS, THEME_EDITOR_JS]) expect(() => new Script(source)).not.toThrow();
  const bridge = await get('/shopifycloud/app-bridge.js');
  expect(bridge.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(bridge.text).toBe(APP_BRIDGE_JS);
});
