import type { ShopCustomer } from '../server/host.js';
import type { ShopOrder } from '../shop/shop-file.js';
import { html, type Html } from './html.js';
import { dayTime, money, say } from './locale.js';
import { nameOf, orderBadges, parcelBadge, titleOfLine, type Visit } from './store-view.js';

type View = { title: string; body: Html };

/** How many customers the sign-in page offers for picking. */
const OFFERED = 8;

/** Sign-in: one of the demonstration customers with one press, or by address and password. */
export function signInPage(visit: Visit, failed: boolean): View {
  const { shop, locale, root } = visit;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const withMail = shop.file.customers.filter((c) => c.email !== null);
  const offered = withMail.slice(0, OFFERED);
  const count = (c: ShopCustomer): number => shop.file.orders.filter((o) => o.customerId === c.id).length;
  return {
    title: t('Sign in', '登录'),
    body: html`<div class="sign">
<section><h1>${t('Sign in', '登录')}</h1>
${failed ? html`<p class="alert" role="alert">${t('No account has this e-mail address and password.', '邮箱或密码不正确。')}</p>` : null}
<form method="post" action="${root}/account/login"><label>${t('E-mail', '邮箱')}<input name="email" type="email" autocomplete="email" required></label><label>${t('Password', '密码')}<input name="password" type="password" autocomplete="current-password"></label><button>${t('Sign in', '登录')}</button></form></section>
<section><h2>${t('Or try as one of these customers', '或选择一位演示顾客')}</h2><ul class="people">${offered.map((c) => html`<li><form method="post" action="${root}/account/login"><input type="hidden" name="email" value="${c.email}"><input type="hidden" name="password" value="${c.password ?? 'demo'}"><button><strong>${nameOf(c)}</strong><span>${c.email}</span><em>${t(count(c) === 1 ? '1 order' : `${count(c)} orders`, `${count(c)} 个订单`)}</em></button></form></li>`)}</ul></section>
</div>`,
  };
}

/** The account: all orders of the shopper, newest first. */
export function accountPage(visit: Visit, shopper: ShopCustomer): View {
  const { shop, locale, root } = visit;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const orders = shop.file.orders.filter((o) => o.customerId === shopper.id).sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  return {
    title: t('My orders', '我的订单'),
    body: html`<div class="account"><div class="head"><div><h1>${t('My orders', '我的订单')}</h1><p>${nameOf(shopper)} · ${shopper.email ?? shopper.phone ?? ''}</p></div><form method="post" action="${root}/account/logout"><button class="quiet">${t('Sign out', '退出登录')}</button></form></div>
${orders.length === 0 ? html`<p class="none">${t('No orders yet.', '还没有订单。')}</p>` : null}
<ul class="orders">${orders.map((o) => html`<li><a href="${root}/account/orders/${encodeURIComponent(o.name.replace(/^#/, ''))}"><strong>${o.name}</strong><span>${o.lineItems.map((l) => `${titleOfLine(visit, l)} × ${l.quantity}`).join(locale === 'zh-CN' ? '，' : ', ')}</span><span class="marks">${orderBadges(o, locale)}</span><em>${money(o.totalPrice, o.currency, locale)}</em></a></li>`)}</ul></div>`,
  };
}

/** One order of the shopper with its parcels; null for anybody else's. */
export function orderPage(visit: Visit, shopper: ShopCustomer): View | null {
  const { shop, locale, root, request } = visit;
  const order = shop.file.orders.find((o) => o.customerId === shopper.id && o.name.replace(/^#/, '') === request.params['order']);
  if (!order) return null;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const when = (instant: string): string => dayTime(instant, shop.file.shop.timezone, locale);
  const a = order.shippingAddress;
  return {
    title: `${t('Order', '订单')} ${order.name}`,
    body: html`<div class="account"><nav class="trail"><a href="${root}/account">${t('My orders', '我的订单')}</a> › ${order.name}</nav>
<div class="head"><div><h1>${t('Order', '订单')} ${order.name}</h1><p>${when(order.createdAt)} · ${order.confirmationNumber}</p></div><div class="marks">${orderBadges(order, locale)}</div></div>
<table class="variants"><thead><tr><th>${t('Article', '商品')}</th><th>${t('Article number', '型号')}</th><th>${t('Quantity', '数量')}</th><th>${t('Price', '单价')}</th></tr></thead><tbody>${order.lineItems.map((l) => html`<tr><td>${titleOfLine(visit, l)}${l.variantTitle === '' ? null : html` <small>${l.variantTitle}</small>`}</td><td><code>${l.sku}</code></td><td>${l.quantity}</td><td>${money(l.price, order.currency, locale)}</td></tr>`)}</tbody></table>
<dl class="sums"><dt>${t('Shipping', '运费')}</dt><dd>${money(order.shippingPrice, order.currency, locale)}</dd><dt>${t('Total', '合计')}</dt><dd>${money(order.totalPrice, order.currency, locale)}</dd>${Number(order.totalRefunded) > 0 ? html`<dt>${t('Refunded', '已退款')}</dt><dd>${money(order.totalRefunded, order.currency, locale)}</dd>` : null}</dl>
<h2>${t('Delivery', '配送')}</h2><p>${[a.name, a.address1, a.address2, a.city, a.province, a.zip, a.country].filter((part) => part !== '').join(locale === 'zh-CN' ? '，' : ', ')}</p>
${order.fulfillments.map((f) => parcel(visit, f, when))}</div>`,
  };
}

function parcel(visit: Visit, f: ShopOrder['fulfillments'][number], when: (instant: string) => string): Html {
  const t = (en: string, zh: string): string => say(visit.locale, en, zh);
  return html`<section class="parcel"><div class="head"><div>${parcelBadge(f.displayStatus, visit.locale)}</div><p>${f.trackingCompany ?? ''} ${f.trackingNumber === null ? null : html`<code>${f.trackingNumber}</code>`}</p></div>
${f.estimatedDeliveryAt === null ? null : html`<p>${t('Expected', '预计送达')} ${when(f.estimatedDeliveryAt)}</p>`}
<ol class="events">${[...f.events].reverse().map((e) => html`<li><time datetime="${e.happenedAt}">${when(e.happenedAt)}</time><span>${e.message}${e.city === '' ? null : html` <small>${e.city}</small>`}</span></li>`)}</ol></section>`;
}
