// Every page of the sandbox. They only show and ask; what happens is the host's doing.
import type { Express } from 'express';
import type { SandboxHost } from '../server/host.js';
import { mountAdminApp } from './admin-app.js';
import { mountAdminOrders } from './admin-orders.js';
import { ADMIN_FRAME_JS } from './client/admin-frame.js';
import { APP_BRIDGE_JS } from './client/app-bridge.js';
import { LEDGER_JS, ORDER_FORMS_JS, THEME_EDITOR_JS } from './client/small-scripts.js';
import { sendPage } from './document.js';
import { html } from './html.js';
import { localeOf, say } from './locale.js';
import { mountLedgerPage } from './ledger-page.js';
import { mountStartPage } from './start-page.js';
import { mountStorefront } from './storefront.js';
import { DESK_CSS } from './style/desk.js';
import { STORE_CSS } from './style/store.js';
import { mountTogether } from './together.js';
import { embedBlock } from './theme-embed.js';
import { mountThemeEditor } from './theme-editor.js';

const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/sandbox/store.css': ['text/css', STORE_CSS],
  '/sandbox/desk.css': ['text/css', DESK_CSS],
  '/sandbox/admin-frame.js': ['text/javascript', ADMIN_FRAME_JS],
  '/sandbox/order-forms.js': ['text/javascript', ORDER_FORMS_JS],
  '/sandbox/theme-editor.js': ['text/javascript', THEME_EDITOR_JS],
  '/sandbox/ledger.js': ['text/javascript', LEDGER_JS],
  '/shopifycloud/app-bridge.js': ['text/javascript', APP_BRIDGE_JS],
};

/**
 * Mounts the storefront, the admin with the app's frame, the theme editor, the ledger page and the start page. Throws
 * when the theme extension's block cannot be read.
 */
export function mountPages(app: Express, host: SandboxHost): void {
  const block = embedBlock('chat.liquid');
  for (const [path, [type, text]] of Object.entries(FILES)) {
    app.get(path, (_request, response) => {
      // App Bridge is loaded by the app, which lives on another origin.
      response.set({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'cross-origin' }).send(text);
    });
  }
  mountStorefront(app, host, block);
  mountAdminApp(app, host);
  mountThemeEditor(app, host);
  mountAdminOrders(app, host);
  mountLedgerPage(app, host);
  mountTogether(app, host);
  mountStartPage(app, host);
  app.use((request, response, next) => {
    // Programs get the host's own plain answer.
    if (request.method !== 'GET' || request.accepts(['text', 'html']) !== 'html') {
      next();
      return;
    }
    const locale = localeOf(request, response, 'en');
    const t = (en: string, zh: string): string => say(locale, en, zh);
    sendPage(response, {
      locale, status: 404, title: t('Nothing here', '这里没有页面'), style: '/sandbox/desk.css', bodyClass: 'start',
      body: html`<main class="start"><header><h1>${t('There is nothing here', '这里没有页面')}</h1><p>${t('No shop of this sandbox has a page at this address.', '沙盒里没有店铺使用这个地址。')}</p></header><p><a href="/">${t('To the start page', '回到首页')}</a></p></main>`,
    });
  });
}
