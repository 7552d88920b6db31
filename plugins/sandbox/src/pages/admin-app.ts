// The app inside the admin: its install screen, its frame, and the session tokens that App Bridge asks the frame for.
import type { Express, Request, Response } from 'express';
import type { SandboxHost } from '../server/host.js';
import { adminVisitOf, sendAdminPage, type AdminVisit } from './admin-chrome.js';
import { html } from './html.js';
import { say } from './locale.js';

const SCOPES: Record<string, readonly [string, string]> = {
  customers: ['customers', '顾客'], orders: ['orders', '订单'], fulfillments: ['fulfilments and tracking', '发货与物流'], products: ['products', '商品'], inventory: ['stock', '库存'],
  content: ['pages and articles', '页面与文章'], legal_policies: ['shop policies', '店铺政策'], themes: ['themes', '主题'], locales: ['languages', '语言'], app_proxy: ['the app’s address on the storefront', '应用在店铺前台的地址'],
};

export function mountAdminApp(app: Express, host: SandboxHost): void {
  const visit = (work: (visit: AdminVisit) => Promise<void> | void) => async (request: Request, response: Response, next: () => void): Promise<void> => {
    const visited = adminVisitOf(host, request, response);
    if (visited) await work(visited);
    else next();
  };
  const own = `/admin/store/:shop/apps/${host.app.handle}`;

  app.get(own, visit(async (v) => {
    if (v.shop.install === null) showInstall(v);
    else await showFrame(v);
  }));
  app.post(`${own}/install`, visit((v) => {
    host.installApp(v.shop.domain);
    v.response.redirect(303, `${v.root}/apps/${host.app.handle}`);
  }));
  app.post(`${own}/uninstall`, visit((v) => {
    host.uninstallApp(v.shop.domain);
    v.response.redirect(303, `${v.root}/apps/${host.app.handle}`);
  }));
  // Only the frame's own script asks: a form or another origin cannot set this header without a preflight that fails.
  app.post('/admin/store/:shop/session-token', visit(async (v) => {
    if (v.request.get('x-sandbox-frame') !== '1') v.response.status(403).json({ error: 'for the admin frame only' });
    else if (v.shop.install === null) v.response.status(409).json({ error: 'the app is not installed' });
    else v.response.set('cache-control', 'no-store').json({ token: await host.mintSessionToken(v.shop.domain) });
  }));
}

function showInstall(v: AdminVisit): void {
  const t = (en: string, zh: string): string => say(v.locale, en, zh);
  const { app } = v.host;
  sendAdminPage(v, {
    title: t(`Install ${app.name}`, `安装 ${app.name}`), at: 'app',
    body: html`<section class="panel install"><h1>${t(`Install ${app.name}`, `安装 ${app.name}`)}</h1><p>${t(`${app.name} asks for leave to:`, `${app.name} 申请以下权限：`)}</p><ul>${app.scopes.map((scope) => {
      const [, verb = '', what = ''] = /^(read|write)_(.+)$/.exec(scope) ?? [];
      const [en, zh] = SCOPES[what] ?? [what.replace(/_/g, ' '), what];
      return html`<li>${verb === 'write' ? t(`View and change ${en}`, `查看和修改${zh}`) : t(`View ${en}`, `查看${zh}`)} <code>${scope}</code></li>`;
    })}</ul><form method="post" action="${v.root}/apps/${app.handle}/install"><button class="primary">${t('Install', '安装')}</button></form></section>`,
  });
}

async function showFrame(v: AdminVisit): Promise<void> {
  const t = (en: string, zh: string): string => say(v.locale, en, zh);
  const { app } = v.host;
  const src = await v.host.appLoadUrl(v.shop.domain, v.locale);
  const origin = new URL(src).origin;
  sendAdminPage(v, {
    title: app.name, at: 'app', wide: true, scripts: ['/sandbox/admin-frame.js'], allow: { 'frame-src': [origin] },
    body: html`<div class="apphead"><strong>${app.name}</strong><form method="post" action="${v.root}/apps/${app.handle}/uninstall"><button class="quiet">${t('Uninstall', '卸载')}</button></form></div>
<iframe id="app" class="app" title="${app.name}" src="${src}" data-origin="${origin}" data-token="${v.root}/session-token" data-failed="${t('The app does not answer. Is it running?', '应用没有响应，是否已启动？')}"></iframe><div id="toasts" role="status" aria-live="polite"></div>`,
  });
}
