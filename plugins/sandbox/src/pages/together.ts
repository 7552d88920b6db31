import type { Express } from 'express';
import type { SandboxHost } from '../server/host.js';
import { sendPage } from './document.js';
import { html } from './html.js';
import { localeOf, say } from './locale.js';

/** One page to play all three on: the shopper in the shop, an agent in Slack, the merchant in the admin. */
export function mountTogether(app: Express, host: SandboxHost): void {
  app.get('/together', (request, response) => {
    const locale = localeOf(request, response, 'en');
    const t = (en: string, zh: string): string => say(locale, en, zh);
    const [shop] = [...host.shops.keys()];
    const parts = [
      ['shopper', t('Shopper: the shop', '顾客：店铺'), `/store/${shop ?? ''}/`],
      ['agent', t('Agent: Slack', '客服：Slack'), '/slack'],
      ['merchant', t('Merchant: the admin', '商家：后台'), `/admin/store/${shop ?? ''}/apps/${host.app.handle}`],
    ] as const;
    sendPage(response, {
      locale, title: t('All together', '同屏体验'), style: '/sandbox/desk.css', bodyClass: 'together', allow: { 'frame-src': ["'self'"] },
      body: html`<header class="bar"><a class="logo" href="/">${t('Sandbox', '沙盒')}</a><strong>${t('Ask for a person at the left, answer in the middle', '在左侧请求人工，在中间回复')}</strong><a href="/ledger">${t('Ledger', '记录本')}</a></header>
<main class="three">${parts.map(([id, name, src]) => html`<section aria-label="${name}"><p>${name} <a href="${src}" target="_blank" rel="noopener">↗</a></p><iframe id="${id}" src="${src}" title="${name}"></iframe></section>`)}</main>`,
    });
  });
}
