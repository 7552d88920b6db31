// What every page of the storefront shares: the shop seen by this visitor, its frame, its words for goods and orders.
import type { Request, Response } from 'express';
import type { SandboxHost, ShopCustomer, ShopState } from '../server/host.js';
import type { ShopOrder, ShopProduct } from '../shop/shop-file.js';
import { sendPage } from './document.js';
import { html, trusted, type Html } from './html.js';
import { localeOf, say, type Locale } from './locale.js';
import { picture } from './pictures.js';
import { inLanguage } from './shop-html.js';
import type { EmbedBlock } from './theme-embed.js';

/** One visit to one page of a shop. */
export interface Visit {
  readonly host: SandboxHost;
  readonly shop: ShopState;
  readonly shopper: ShopCustomer | null;
  readonly locale: Locale;
  /** Address of the shop's root, without a closing slash. */
  readonly root: string;
  readonly request: Request;
  readonly response: Response;
}

/** Reads who visits which shop; null where there is no such shop. */
export function visitOf(host: SandboxHost, request: Request, response: Response): Visit | null {
  const shop = host.shops.get(String(request.params['shop']));
  if (!shop) return null;
  return {
    host, shop, request, response, root: `/store/${shop.domain}`,
    shopper: host.shopperOf(shop.domain, request.get('cookie')),
    locale: localeOf(request, response, shop.file.shop.locale),
  };
}

/** Sends a page in the shop's frame, with the app embed where the theme has it switched on. */
export async function sendStorePage(visit: Visit, block: EmbedBlock, page: { title: string; body: Html; status?: number; switchTo?: string }): Promise<void> {
  const { host, shop, locale, root, shopper, response } = visit;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const embed = shop.embed && shop.install !== null ? await block.render({ root: `${root}/`, assets: `${root}/cdn/extensions/parley-chat`, locale }) : null;
  const services = [host.appUrl, 'http://localhost:*', 'http://127.0.0.1:*'];
  sendPage(response, {
    locale, title: `${page.title} · ${shop.file.shop.name}`, style: '/sandbox/store.css', bodyClass: 'store', ...(page.status === undefined ? {} : { status: page.status }),
    // The widget styles itself and talks to its own service, as it would on a real storefront.
    allow: { 'connect-src': services, 'img-src': ['blob:', 'https:', ...services], 'style-src': ["'unsafe-inline'"], 'media-src': ["'self'", ...services] },
    body: html`<a class="skip" href="#main">${t('Skip to content', '跳到正文')}</a>
<p class="ribbon">${t('A demonstration shop: nothing here is for sale.', '演示店铺：商品仅供体验，不会真实出售。')} <a href="/">${t('About this sandbox', '关于本沙盒')}</a></p>
<header class="top">
  <a class="brand" href="${root}/">${mark()}<span>${shop.file.shop.name}</span></a>
  <nav aria-label="${t('Shop', '店铺')}">
    <a href="${root}/">${t('Products', '全部商品')}</a>
    ${policyLink(visit, 'SHIPPING_POLICY', t('Shipping', '配送'))}
    ${policyLink(visit, 'REFUND_POLICY', t('Returns', '退货'))}
    <a href="${root}/help">${t('Help', '帮助中心')}</a>
  </nav>
  <div class="who">
    <a lang="${other}" href="${page.switchTo ?? ''}?locale=${other}">${other === 'en' ? 'English' : '中文'}</a>
    ${shopper ? html`<a href="${root}/account">${nameOf(shopper)}</a>` : html`<a href="${root}/account/login">${t('Sign in', '登录')}</a>`}
  </div>
</header>
<main id="main">${page.body}</main>
<footer>
  <div><strong>${shop.file.shop.name}</strong><br><span>${shop.file.shop.email}</span></div>
  <nav aria-label="${t('Policies', '政策')}">${inVisitLanguage(visit, shop.file.policies).map((p) => html`<a href="${root}/policies/${policyHandle(p.type)}">${p.title}</a>`)}</nav>
</footer>
${embed}`,
  });
}

/** Sends the shop's own 404 page. */
export function sendNothingHere(visit: Visit, block: EmbedBlock): Promise<void> {
  const title = say(visit.locale, 'Nothing here', '页面不存在');
  return sendStorePage(visit, block, {
    title, status: 404,
    body: html`<article class="prose"><h1>${title}</h1><p>${say(visit.locale, 'This page does not exist or has moved.', '这个页面不存在，或者已经搬走了。')}</p><p><a href="${visit.root}/">${say(visit.locale, 'Back to the shop', '返回店铺')}</a></p></article>`,
  });
}

/** Documents in the visitor's language; all of them where the shop has none in it. */
export function inVisitLanguage<T extends { readonly locale: string }>(visit: Visit, documents: readonly T[]): readonly T[] {
  const mine = documents.filter((d) => d.locale === visit.locale);
  return mine.length > 0 ? mine : documents;
}

/** `SHIPPING_POLICY` -> `shipping-policy`, as Shopify's own addresses have it. */
export function policyHandle(type: string): string {
  return type.toLowerCase().replaceAll('_', '-');
}

function policyLink(visit: Visit, type: string, label: string): Html | null {
  return visit.shop.file.policies.some((p) => p.type === type) ? html`<a href="${visit.root}/policies/${policyHandle(type)}">${label}</a>` : null;
}

/** A shopper's name in the order of his language. */
export function nameOf(shopper: ShopCustomer): string {
  return /\p{Script=Han}/u.test(shopper.lastName) ? `${shopper.lastName}${shopper.firstName}` : `${shopper.firstName} ${shopper.lastName}`.trim();
}

/** Title and description of a product for this visitor. */
export function wordsOf(product: ShopProduct, locale: Locale): { title: string; body: string } {
  const own = inLanguage(product.descriptionHtml, locale);
  return { title: own?.title ?? product.title, body: own?.body ?? product.descriptionHtml };
}

/** An ordered article's title for this visitor: of the product as it is now, else as it was when ordered. */
export function titleOfLine(visit: Visit, line: ShopOrder['lineItems'][number]): string {
  const product = visit.shop.file.products.find((p) => p.id === line.productId);
  return product && visit.locale !== 'en' ? wordsOf(product, visit.locale).title : line.title;
}

/** A product's picture: a drawing for the demo shop's goods, otherwise what the shop file names. */
export function pictureOf(visit: Visit, product: ShopProduct): Html {
  const own = product.image === null || product.image.endsWith(`/images/${product.handle}.svg`);
  return own ? trusted(picture(product.handle, product.productType)) : html`<img src="${product.image}" alt="${wordsOf(product, visit.locale).title}" loading="lazy">`;
}

const PARCEL_WORDS: Record<ShopOrder['fulfillments'][number]['displayStatus'], readonly [string, string, 'ok' | 'way' | 'warn' | 'off']> = {
  ATTEMPTED_DELIVERY: ['Delivery attempted', '派送未成功', 'warn'], CANCELED: ['Parcel cancelled', '包裹已取消', 'off'], CARRIER_PICKED_UP: ['With the carrier', '快递已揽收', 'way'],
  CONFIRMED: ['Packed', '已打包', 'way'], DELAYED: ['Delayed', '派送延误', 'warn'], DELIVERED: ['Delivered', '已签收', 'ok'], FAILURE: ['Could not be delivered', '派送失败', 'warn'],
  FULFILLED: ['Sent', '已发货', 'way'], IN_TRANSIT: ['On its way', '运输中', 'way'], LABEL_PRINTED: ['Label printed', '已打印面单', 'way'], LABEL_PURCHASED: ['Label bought', '已购面单', 'way'],
  LABEL_VOIDED: ['Label void', '面单作废', 'off'], MARKED_AS_FULFILLED: ['Sent', '已发货', 'way'], NOT_DELIVERED: ['Not delivered', '未送达', 'warn'], OUT_FOR_DELIVERY: ['Out for delivery', '派送中', 'way'],
  PICKED_UP: ['Picked up', '已自提', 'ok'], READY_FOR_PICKUP: ['Ready to be picked up', '可以自提', 'ok'], SUBMITTED: ['Handed to the warehouse', '已提交仓库', 'way'],
};

/** A parcel's state as a label. */
export function parcelBadge(status: keyof typeof PARCEL_WORDS, locale: Locale): Html {
  const [en, zh, tone] = PARCEL_WORDS[status];
  return html`<span class="badge ${tone}">${say(locale, en, zh)}</span>`;
}

/** An order's state as labels: cancelled, or its parcels, and what happened to the money. */
export function orderBadges(order: ShopOrder, locale: Locale): Html {
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const sent = order.fulfillments.filter((f) => f.status !== 'CANCELLED').flatMap((f) => f.lineItems).reduce((sum, l) => sum + l.quantity, 0);
  const ordered = order.lineItems.reduce((sum, l) => sum + l.quantity, 0);
  const parcels = [...new Set(order.fulfillments.map((f) => f.displayStatus))].map((s) => parcelBadge(s, locale));
  return html`${order.cancelledAt === null ? parcels : html`<span class="badge off">${t('Cancelled', '已取消')}</span>`}${
    order.cancelledAt === null && sent === 0 ? html`<span class="badge wait">${t('Being prepared', '待发货')}</span>` : sent > 0 && sent < ordered ? html`<span class="badge wait">${t('Partly sent', '部分发货')}</span>` : null}${
    order.financialStatus === 'REFUNDED' ? html`<span class="badge off">${t('Refunded', '已退款')}</span>` : order.financialStatus === 'PARTIALLY_REFUNDED' ? html`<span class="badge off">${t('Partly refunded', '部分退款')}</span>` : order.financialStatus === 'PENDING' ? html`<span class="badge warn">${t('Payment pending', '待付款')}</span>` : null}${
    order.returnStatus === 'RETURN_REQUESTED' || order.returnStatus === 'IN_PROGRESS' ? html`<span class="badge wait">${t('Return under way', '退货中')}</span>` : null}`;
}

function mark(): Html {
  return trusted('<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M16 29C16 16 8 13 4 4c9 1 12 8 12 14 0-8 4-14 12-14-1 10-10 12-12 25z" fill="currentColor"/></svg>');
}
