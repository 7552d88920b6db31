// Orders as the merchant sees them, with what he may do to each. The forms speak to /control, as tests do.
import type { Express, Request, Response } from 'express';
import type { SandboxHost } from '../server/host.js';
import type { ShopOrder } from '../shop/shop-file.js';
import { adminVisitOf, sendAdminPage, type AdminVisit } from './admin-chrome.js';
import { html, type Html } from './html.js';
import { dayTime, money, say } from './locale.js';
import { nameOf, orderBadges, parcelBadge } from './store-view.js';

const PAGE = 50;
const SCANS: readonly (readonly [string, string, string])[] = [
  ['CARRIER_PICKED_UP', 'Picked up by the carrier', '快递已揽收'], ['IN_TRANSIT', 'On its way', '运输中'], ['OUT_FOR_DELIVERY', 'Out for delivery', '派送中'], ['ATTEMPTED_DELIVERY', 'Delivery attempted', '派送未成功'],
  ['DELAYED', 'Delayed', '延误'], ['READY_FOR_PICKUP', 'Ready to be picked up', '可以自提'], ['DELIVERED', 'Delivered', '已签收'], ['FAILURE', 'Could not be delivered', '派送失败'],
];

export function mountAdminOrders(app: Express, host: SandboxHost): void {
  const visit = (work: (visit: AdminVisit) => void) => (request: Request, response: Response, next: () => void): void => {
    const visited = adminVisitOf(host, request, response);
    if (visited) work(visited);
    else next();
  };
  app.get('/admin/store/:shop', (request, response) => response.redirect(302, `/admin/store/${encodeURIComponent(request.params.shop)}/orders`));
  app.get('/admin/store/:shop/orders', visit(showList));
  app.get('/admin/store/:shop/orders/:order', visit(showOrder));
}

function showList(v: AdminVisit): void {
  const t = (en: string, zh: string): string => say(v.locale, en, zh);
  const { query } = v.request;
  const asked = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 80).toLowerCase() : '';
  const found = v.shop.file.orders
    .filter((o) => asked === '' || [o.name, o.email ?? '', o.phone ?? '', o.shippingAddress.name, ...o.fulfillments.map((f) => f.trackingNumber ?? '')].join(' ').toLowerCase().includes(asked))
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const last = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.max(1, Math.min(last, Number(query['page']) || 1));
  const to = (n: number): string => `?${new URLSearchParams({ ...(asked === '' ? {} : { q: asked }), page: String(n) }).toString()}`;
  sendAdminPage(v, {
    title: t('Orders', '订单'), at: 'orders',
    body: html`<div class="head"><h1>${t('Orders', '订单')}</h1><form method="get"><input type="search" name="q" value="${asked}" placeholder="${t('Number, name, e-mail, tracking number', '订单号、姓名、邮箱、运单号')}" aria-label="${t('Search', '搜索')}"><button>${t('Search', '搜索')}</button></form></div>
<div class="scroll"><table class="panel list"><thead><tr><th>${t('Order', '订单')}</th><th>${t('Placed', '下单时间')}</th><th>${t('Customer', '顾客')}</th><th>${t('Total', '金额')}</th><th>${t('State', '状态')}</th></tr></thead><tbody>
${found.slice((page - 1) * PAGE, page * PAGE).map((o) => html`<tr><td><a href="${v.root}/orders/${o.id}">${o.name}</a></td><td>${dayTime(o.createdAt, v.shop.file.shop.timezone, v.locale)}</td><td>${buyer(v, o)}</td><td>${money(o.totalPrice, o.currency, v.locale)}</td><td>${orderBadges(o, v.locale)}</td></tr>`)}
</tbody></table></div>
${found.length === 0 ? html`<p class="muted">${t('Nothing found.', '没有找到。')}</p>` : null}
<p class="pager">${page > 1 ? html`<a href="${to(page - 1)}">${t('Back', '上一页')}</a>` : null} <span>${page} / ${last}</span> ${page < last ? html`<a href="${to(page + 1)}">${t('More', '下一页')}</a>` : null}</p>`,
  });
}

function showOrder(v: AdminVisit): void {
  const t = (en: string, zh: string): string => say(v.locale, en, zh);
  const order = v.shop.file.orders.find((o) => o.id === v.request.params['order']);
  if (!order) {
    sendAdminPage(v, { title: t('No such order', '没有这个订单'), at: 'orders', status: 404, body: html`<h1>${t('No such order', '没有这个订单')}</h1>` });
    return;
  }
  const when = (instant: string): string => dayTime(instant, v.shop.file.shop.timezone, v.locale);
  const a = order.shippingAddress;
  sendAdminPage(v, {
    title: order.name, at: 'orders', scripts: ['/sandbox/order-forms.js'],
    body: html`<p class="crumb"><a href="${v.root}/orders">${t('Orders', '订单')}</a> ›</p><div class="head"><h1>${order.name}</h1><div>${orderBadges(order, v.locale)}</div></div><p class="muted">${when(order.createdAt)} · ${buyer(v, order)}</p>
<div class="two"><div>
<section class="panel"><h2>${t('Articles', '商品')}</h2><table class="plain"><tbody>${order.lineItems.map((l) => html`<tr><td>${l.title} <small>${l.variantTitle}</small></td><td><code>${l.sku}</code></td><td>× ${l.quantity}</td><td>${money(l.price, order.currency, v.locale)}</td></tr>`)}</tbody></table><p class="total">${t('Total', '合计')} <strong>${money(order.totalPrice, order.currency, v.locale)}</strong>${Number(order.totalRefunded) > 0 ? html` · ${t('refunded', '已退')} ${money(order.totalRefunded, order.currency, v.locale)}` : null}</p></section>
${order.fulfillments.map((f) => html`<section class="panel"><h2>${parcelBadge(f.displayStatus, v.locale)} ${f.trackingCompany ?? ''} ${f.trackingNumber === null ? null : html`<code>${f.trackingNumber}</code>`}</h2><ol class="events">${[...f.events].reverse().map((e) => html`<li><time>${when(e.happenedAt)}</time><span>${e.message} <small>${e.city}</small></span></li>`)}</ol></section>`)}
<section class="panel"><h2>${t('Delivery address', '收货地址')}</h2><p>${[a.name, a.address1, a.address2, a.city, a.province, a.zip, a.country, a.phone].filter((p) => p !== '').join(', ')}</p>${order.note === '' ? null : html`<p class="muted">${order.note}</p>`}</section>
</div><div>${forms(v, order)}</div></div>`,
  });
}

function forms(v: AdminVisit, order: ShopOrder): Html {
  const t = (en: string, zh: string): string => say(v.locale, en, zh);
  const to = `/control/shops/${v.shop.domain}/orders/${order.id}`;
  const done = t('Done. The app has been told.', '完成，已通知应用。');
  const open = order.lineItems.some((l) => l.quantity > order.fulfillments.filter((f) => f.status !== 'CANCELLED').flatMap((f) => f.lineItems).filter((f) => f.lineItemId === l.id).reduce((sum, f) => sum + f.quantity, 0));
  const left = Math.max(0, Number(order.totalPrice) - Number(order.totalRefunded)).toFixed(2);
  return html`${order.cancelledAt === null && open ? html`<form class="panel act" data-to="${to}/fulfill" data-done="${done}"><h2>${t('Send', '发货')}</h2><label>${t('Carrier', '快递公司')}<input name="trackingCompany" value="${order.shippingAddress.countryCode === 'CN' ? 'SF Express' : 'UPS'}"></label><label>${t('Tracking number', '运单号')}<input name="trackingNumber" value="${order.shippingAddress.countryCode === 'CN' ? 'SF00' : '1Z999AA1'}${order.id.slice(-9)}"></label><button class="primary">${t('Mark as sent', '标记为已发货')}</button></form>` : null}
${order.fulfillments.length > 0 ? html`<form class="panel act" data-to="${to}/tracking" data-done="${done}"><h2>${t('Add a scan', '添加物流')}</h2><label>${t('What happened', '状态')}<select name="status">${SCANS.map(([status, en, zh]) => html`<option value="${status}">${t(en, zh)}</option>`)}</select></label><label>${t('Message', '说明')}<input name="message" value=""></label><label>${t('City', '城市')}<input name="city" value="${order.shippingAddress.city}"></label><button class="primary">${t('Add', '添加')}</button></form>` : null}
${Number(left) > 0 && order.financialStatus !== 'PENDING' && order.financialStatus !== 'AUTHORIZED' && order.financialStatus !== 'VOIDED' ? html`<form class="panel act" data-to="${to}/refund" data-done="${done}"><h2>${t('Refund', '退款')}</h2><label>${t('Amount', '金额')} (${order.currency})<input name="amount" inputmode="decimal" pattern="\\d+\\.\\d{2}" value="${left}"></label><button>${t('Refund', '退款')}</button></form>` : null}
${order.cancelledAt === null ? html`<form class="panel act" data-to="${to}/cancel" data-done="${done}"><h2>${t('Cancel', '取消订单')}</h2><label>${t('Reason', '原因')}<select name="reason"><option value="CUSTOMER">${t('The customer asked', '顾客要求')}</option><option value="INVENTORY">${t('Out of stock', '缺货')}</option><option value="FRAUD">${t('Fraud', '欺诈')}</option><option value="OTHER">${t('Other', '其他')}</option></select></label><button class="danger">${t('Cancel the order', '取消订单')}</button></form>` : null}`;
}

function buyer(v: AdminVisit, order: ShopOrder): string {
  const customer = v.shop.file.customers.find((c) => c.id === order.customerId);
  return customer ? nameOf(customer) : `${order.shippingAddress.name} (${say(v.locale, 'guest', '游客')})`;
}
