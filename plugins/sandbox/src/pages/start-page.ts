import type { Express } from 'express';
import type { SandboxHost, ShopCustomer, ShopState } from '../server/host.js';
import { sendPage } from './document.js';
import { html, type Html } from './html.js';
import { localeOf, say } from './locale.js';
import { nameOf } from './store-view.js';

type Try = readonly [who: string, who_zh: string, text: string];

/** What to type into the chat of the demo shop. The first word tells who should be signed in. */
const DEMO_TRIES: readonly Try[] = [
  ['Emma, signed in', 'Emma（已登录）', 'Where is my order?'],
  ['Emma, signed in', 'Emma（已登录）', 'and the other one?'],
  ['王小雨, signed in', '王小雨（已登录）', '我的快递到哪了？'],
  ['王小雨, signed in', '王小雨（已登录）', '那第二个呢'],
  ['anybody', '任何人', 'How long do I have to return something?'],
  ['anybody', '任何人', '从杭州发货要几天？满多少包邮？'],
  ['anybody', '任何人', 'Is RDG-400-SAN in stock?'],
  ['a guest', '游客', 'Status of #1003, my e-mail is xiaoyu@example.com'],
  ['Emma, signed in', 'Emma（已登录）', 'What about order #1003? (somebody else’s: refused)'],
  ['anybody', '任何人', '转人工'],
];

/** What to type in a shop: the demo shop's own list where its people and orders are there, else what any shop can be asked. */
function triesFor(shop: ShopState): readonly Try[] {
  const { customers, orders, products } = shop.file;
  const demo = customers.some((c) => c.email === 'emma@example.com') && orders.some((o) => o.name === '#1003') && products.some((p) => p.variants.some((v) => v.sku === 'RDG-400-SAN'));
  if (demo) return DEMO_TRIES;
  const buyer = buyersOf(shop)[0];
  const order = orders.filter((o) => o.customerId === buyer?.id).at(-1);
  const sku = products.find((p) => p.status === 'ACTIVE')?.variants.find((v) => v.sku !== '')?.sku;
  return [
    ...(buyer === undefined ? [] : ([[`${nameOf(buyer)}, signed in`, `${nameOf(buyer)}（已登录）`, 'Where is my order?'], [`${nameOf(buyer)}, signed in`, `${nameOf(buyer)}（已登录）`, '我的快递到哪了？']] as const)),
    ...(buyer === undefined || order === undefined ? [] : ([['a guest', '游客', `Status of ${order.name}, my e-mail is ${buyer.email ?? ''}`]] as const)),
    ...(sku === undefined ? [] : ([['anybody', '任何人', `Is ${sku} in stock?`]] as const)),
    ['anybody', '任何人', 'I want a person'],
    ['anybody', '任何人', '转人工'],
  ];
}

/** Customers that can sign in, those of whom there is something to ask first. */
function buyersOf(shop: ShopState): ShopCustomer[] {
  const bought = new Set(shop.file.orders.map((o) => o.customerId));
  return shop.file.customers.filter((c) => c.email !== null).sort((a, b) => Number(b.password !== undefined) - Number(a.password !== undefined) || Number(bought.has(b.id)) - Number(bought.has(a.id)));
}

/** What is here and what to try, at `/`. */
export function mountStartPage(app: Express, host: SandboxHost): void {
  app.get('/', (request, response) => {
    const locale = localeOf(request, response, 'en');
    const t = (en: string, zh: string): string => say(locale, en, zh);
    const other = locale === 'en' ? 'zh-CN' : 'en';
    const shops = [...host.shops.values()];
    sendPage(response, {
      locale, title: t('Parley sandbox', 'Parley 沙盒'), style: '/sandbox/desk.css', bodyClass: 'start',
      body: html`<main class="start"><header><p class="switch"><a lang="${other}" href="?locale=${other}">${other === 'en' ? 'English' : '中文'}</a></p><h1>${t('Parley sandbox', 'Parley 沙盒')}</h1><p>${t('The hosts that Parley lives in, emulated strictly on your own machine. Nothing here leaves it and no account is needed.', '在本机严格模拟 Parley 所接入的平台：数据不出本机，也不需要任何账号。')}</p></header>
${shops.map((shop) => shopCard(host, shop, t))}
<section><h2>${t('Try in the chat', '在聊天窗口试试')}</h2><ol class="tries">${shops.slice(0, 1).flatMap(triesFor).map(([who, whoZh, text]) => html`<li><em>${t(who, whoZh)}</em><q>${text}</q></li>`)}</ol></section>
<section><h2>${t('Then be the merchant', '再当一回商家')}</h2><p>${t('Open an order under “Orders”, mark it as sent, add a scan, cancel it: the app gets signed webhooks within a moment, and the shopper hears the new state when he asks again.', '在“订单”里打开一个订单，标记发货、添加物流、取消：应用马上收到带签名的通知，顾客再问时得到的就是新状态。')}</p></section></main>`,
    });
  });
}

function shopCard(host: SandboxHost, shop: ShopState, t: (en: string, zh: string) => string): Html {
  const admin = `/admin/store/${shop.domain}`;
  const people = buyersOf(shop).slice(0, 5);
  return html`<section><h2>${shop.file.shop.name} <small>${shop.domain}</small></h2>
<p class="facts">${t(`${shop.file.products.length} products, ${shop.file.orders.length} orders, ${shop.file.customers.length} customers`, `${shop.file.products.length} 件商品，${shop.file.orders.length} 个订单，${shop.file.customers.length} 位顾客`)} · ${shop.install === null ? html`<span class="badge off">${t('app not installed', '应用未安装')}</span>` : html`<span class="badge ok">${t('app installed', '应用已安装')}</span>`} ${shop.embed ? html`<span class="badge ok">${t('chat on', '聊天已开启')}</span>` : html`<span class="badge off">${t('chat off', '聊天未开启')}</span>`}</p>
<div class="cards">
<a class="card" href="/store/${shop.domain}/"><strong>${t('Storefront', '店铺前台')}</strong><span>${t('Where shoppers browse and chat.', '顾客浏览和咨询的地方。')}</span></a>
<a class="card" href="${admin}/apps/${host.app.handle}"><strong>${t('Admin: Parley', '后台：Parley')}</strong><span>${t('Where the merchant sets Parley up.', '商家设置 Parley 的地方。')}</span></a>
<a class="card" href="${admin}/orders"><strong>${t('Admin: orders', '后台：订单')}</strong><span>${t('Send, scan, cancel, refund.', '发货、物流、取消、退款。')}</span></a>
<a class="card" href="${admin}/themes/current/editor?context=apps&amp;activateAppId=${host.apiKey}/chat"><strong>${t('Theme editor', '主题编辑器')}</strong><span>${t('The switch that puts the chat on the storefront.', '在店铺前台开启聊天的开关。')}</span></a>
<a class="card" href="/slack"><strong>Slack</strong><span>${t('Where the shop’s team takes over and answers.', '店铺团队接手和回复的地方。')}</span></a>
<a class="card" href="/together"><strong>${t('All together', '同屏体验')}</strong><span>${t('Shopper, agent and merchant side by side.', '顾客、客服、商家并排显示。')}</span></a>
<a class="card" href="/ledger"><strong>${t('Ledger', '记录本')}</strong><span>${t('Everything the sandbox saw and sent, live.', '沙盒收到和发出的一切，实时更新。')}</span></a>
</div>
${people.length === 0 ? null : html`<table class="plain"><thead><tr><th>${t('Customer', '顾客')}</th><th>${t('Sign in with', '登录')}</th><th>${t('Newest orders', '最近订单')}</th></tr></thead><tbody>${people.map((c) => html`<tr><td>${nameOf(c)}</td><td><code>${c.email}</code> / ${c.password === undefined ? t('any password', '任意密码') : html`<code>${c.password}</code>`}</td><td>${shop.file.orders.filter((o) => o.customerId === c.id).slice(-3).map((o) => o.name).join(', ')}</td></tr>`)}</tbody></table>`}</section>`;
}
