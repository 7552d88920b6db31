import type { Express } from 'express';
import type { SandboxHost } from '../server/host.js';
import { sendPage } from './document.js';
import { html } from './html.js';
import { localeOf, say } from './locale.js';

/** How much of the past the page shows when it opens. */
const PAST = 200;

/** Everything that the sandbox saw and sent, live, at `/ledger`. */
export function mountLedgerPage(app: Express, host: SandboxHost): void {
  app.get('/ledger', (request, response) => {
    const locale = localeOf(request, response, 'en');
    const t = (en: string, zh: string): string => say(locale, en, zh);
    const other = locale === 'en' ? 'zh-CN' : 'en';
    sendPage(response, {
      locale, title: t('Ledger', '记录本'), style: '/sandbox/desk.css', bodyClass: 'ledger', scripts: ['/sandbox/ledger.js'],
      body: html`<header class="bar"><a class="logo" href="/">${t('Sandbox', '沙盒')}</a><strong>${t('Ledger', '记录本')}</strong><a lang="${other}" href="?locale=${other}">${other === 'en' ? 'English' : '中文'}</a></header>
<main class="book"><form id="filters"><input type="search" id="text" placeholder="${t('Filter: a word, an id, a path …', '筛选：关键词、编号、路径…')}" aria-label="${t('Filter', '筛选')}">
<select id="direction" aria-label="${t('Direction', '方向')}"><option value="">${t('both ways', '收和发')}</option><option value="in">${t('received', '收到')}</option><option value="out">${t('sent', '发出')}</option></select>
<select id="kind" aria-label="${t('Kind', '类别')}"><option value="">${t('every kind', '全部类别')}</option></select>
<select id="status" aria-label="${t('Status', '状态')}"><option value="">${t('every status', '全部状态')}</option><option value="2">2xx</option><option value="3">3xx</option><option value="4">4xx</option><option value="5">5xx</option><option value="0">${t('no answer', '无应答')}</option></select>
<label><input type="checkbox" id="follow" checked> ${t('live', '实时')}</label><span id="count" role="status"></span></form>
<div class="scroll"><table id="book" data-since="${Math.max(0, host.ledger.last() - PAST)}" data-count="${t('{shown} of {all}', '{shown} / {all} 条')}" data-lost="${t('the sandbox does not answer', '沙盒没有响应')}"><thead><tr><th>#</th><th>${t('Time', '时间')}</th><th></th><th>${t('Kind', '类别')}</th><th>${t('Status', '状态')}</th><th>ms</th><th>${t('Key', '键')}</th><th>${t('What', '内容')}</th></tr></thead><tbody></tbody></table></div>
<p id="empty" class="muted">${t('Nothing yet. Open the storefront or the admin in another tab.', '还没有记录。请在另一个标签页打开店铺或后台。')}</p></main>`,
    });
  });
}
