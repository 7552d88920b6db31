// The frame around everything in the admin: top bar, side navigation, and the shop it belongs to.
import type { Request, Response } from 'express';
import type { SandboxHost, ShopState } from '../server/host.js';
import { sendPage } from './document.js';
import { html, trusted, type Html } from './html.js';
import { localeOf, say, type Locale } from './locale.js';

/** One visit of a merchant to his shop's admin. */
export interface AdminVisit {
  readonly host: SandboxHost;
  readonly shop: ShopState;
  readonly locale: Locale;
  /** Address of the shop's admin, without a closing slash. */
  readonly root: string;
  readonly request: Request;
  readonly response: Response;
}

/** Reads whose admin is visited; null where there is no such shop. */
export function adminVisitOf(host: SandboxHost, request: Request, response: Response): AdminVisit | null {
  const shop = host.shops.get(String(request.params['shop']));
  return shop ? { host, shop, request, response, root: `/admin/store/${shop.domain}`, locale: localeOf(request, response, shop.file.shop.locale) } : null;
}

/** Sends a page of the admin. `at` is the entry of the navigation that is lit. */
export function sendAdminPage(
  visit: AdminVisit,
  page: { title: string; body: Html; at: 'orders' | 'themes' | 'app'; scripts?: readonly string[]; allow?: Record<string, readonly string[]>; wide?: boolean; status?: number },
): void {
  const { host, shop, locale, root } = visit;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const entry = (key: string, href: string, label: string, icon: string): Html => html`<a class="${page.at === key ? 'on' : ''}" href="${href}">${trusted(icon)}<span>${label}</span></a>`;
  sendPage(visit.response, {
    locale, title: `${page.title} · ${shop.file.shop.name}`, style: '/sandbox/desk.css', bodyClass: 'admin',
    ...(page.scripts ? { scripts: page.scripts } : {}), ...(page.allow ? { allow: page.allow } : {}), ...(page.status === undefined ? {} : { status: page.status }),
    body: html`<header class="bar"><a class="logo" href="/">${t('Sandbox', '沙盒')}</a><strong>${shop.file.shop.name}</strong><a lang="${other}" href="?${switched(visit.request, other)}">${other === 'en' ? 'English' : '中文'}</a></header>
<div class="frame"><nav class="menu" aria-label="${t('Admin', '后台')}">
${entry('orders', `${root}/orders`, t('Orders', '订单'), ICONS.orders)}
${entry('themes', `${root}/themes/current/editor?context=apps`, t('Online store', '在线商店'), ICONS.store)}
<p>${t('Apps', '应用')}</p>
${entry('app', `${root}/apps/${host.app.handle}`, host.app.name, ICONS.app)}
<p>${t('Outside', '其他')}</p>
${entry('', `/store/${shop.domain}/`, t('View shop', '查看店铺'), ICONS.eye)}
${entry('', '/ledger', t('Ledger', '记录本'), ICONS.ledger)}
</nav><main class="${page.wide ? 'wide' : ''}">${page.body}</main></div>`,
  });
}

function switched(request: Request, locale: Locale): string {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  query.set('locale', locale);
  return query.toString();
}

const icon = (paths: string): string => `<svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;
const ICONS = {
  orders: icon('<path d="M3 11V4h14v7M3 11h4l1.5 2.5h3L13 11h4v5H3z"/>'),
  store: icon('<path d="M3 8l1.5-4h11L17 8M4 8v8h12V8M3 8a2.3 2.3 0 0 0 4.6 0 2.4 2.4 0 0 0 4.8 0A2.3 2.3 0 0 0 17 8"/>'),
  app: icon('<path d="M16 9c0 3-2.700 5.500-6 5.500-.8 0-1.600-.1-2.300-.4L4 16l.9-3C4.300 12 4 11 4 9.500 4 6.500 6.700 4 10 4s6 2.200 6 5z"/>'),
  eye: icon('<path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z"/><circle cx="10" cy="10" r="2.300"/>'),
  ledger: icon('<path d="M5 3h10v14H5zM8 7h4M8 10h4M8 13h2"/>'),
};
