import type { ShopProduct } from '../shop/shop-file.js';
import { html, type Html } from './html.js';
import { money, say } from './locale.js';
import { shopHtml } from './shop-html.js';
import { pictureOf, wordsOf, type Visit } from './store-view.js';

/** Shown on one page of the list. */
const PAGE = 60;
const DEPARTMENTS: Record<string, string> = { Camp: '露营', Trail: '徒步', Kitchen: '厨房', Home: '居家' };

type View = { title: string; body: Html };

/** The shop's home: what is sold, searched with `?q=`, by department with `?d=`. */
export function homePage(visit: Visit): View {
  const { shop, locale, root, request } = visit;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const asked = word(request.query['q']);
  const department = word(request.query['d']);
  const sold = shop.file.products.filter((p) => p.status === 'ACTIVE');
  const found = sold.filter((p) => (department === '' || p.tags[0] === department) && matches(p, asked));
  const page = Math.max(1, Math.min(Math.ceil(found.length / PAGE), Number(word(request.query['page'])) || 1));
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  // Departments are the first tags; a shop whose first tags say something else gets none.
  const firsts = [...new Set(sold.map((p) => p.tags[0] ?? ''))];
  const departments = firsts.length >= 2 && firsts.length <= 6 && !firsts.includes('') ? firsts : [];
  const plain = asked === '' && department === '';
  const link = (changes: Record<string, string>): string => {
    const query = new URLSearchParams(Object.entries({ q: asked, d: department, ...changes }).filter(([, v]) => v !== ''));
    return `${root}/${query.size > 0 ? `?${query.toString()}` : ''}`;
  };
  return {
    title: t('Products', '全部商品'),
    body: html`${plain ? html`<section class="hero"><div><h1>${t('Good things, indoors and out', '好物相伴，出门在家')}</h1><p>${t('Tents that stand in five minutes, pans for life, lamps for long evenings. Questions? The chat answers in English and Chinese.', '五分钟搭好的帐篷，用一辈子的铸铁锅，陪你长夜的灯。有问题？在线客服中英文都能答。')}</p></div></section>` : null}
<div class="tools">
  <div class="tabs">${departments.length > 0 ? html`<a class="${department === '' ? 'on' : ''}" href="${link({ d: '' })}">${t('All', '全部')}</a>` : null}${departments.map((d) => html`<a class="${d === department ? 'on' : ''}" href="${link({ d })}">${locale === 'zh-CN' ? (DEPARTMENTS[d] ?? d) : d}</a>`)}</div>
  <form role="search" action="${root}/" method="get"><input type="search" name="q" value="${asked}" placeholder="${t('Search: tent, RDG-200 …', '搜索：帐篷、型号…')}" aria-label="${t('Search', '搜索')}">${department === '' ? null : html`<input type="hidden" name="d" value="${department}">`}<button>${t('Search', '搜索')}</button></form>
</div>
${found.length === 0 ? html`<p class="none">${t('Nothing found. Try another word.', '没有找到，换个词试试。')}</p>` : null}
<ul class="grid">${shown.map((p) => card(visit, p))}</ul>
${found.length > PAGE ? html`<p class="pager">${page > 1 ? html`<a href="${link({ page: String(page - 1) })}">${t('Back', '上一页')}</a>` : null} <span>${page} / ${Math.ceil(found.length / PAGE)}</span> ${page * PAGE < found.length ? html`<a href="${link({ page: String(page + 1) })}">${t('More', '下一页')}</a>` : null}</p>` : null}`,
  };
}

function card(visit: Visit, product: ShopProduct): Html {
  const { locale, shop, root } = visit;
  const gone = product.variants.every((v) => v.inventoryQuantity <= 0);
  return html`<li><a href="${root}/products/${encodeURIComponent(product.handle)}"><div class="picture">${pictureOf(visit, product)}${gone ? html`<span class="flag">${say(locale, 'Sold out', '售罄')}</span>` : null}</div><h2>${wordsOf(product, locale).title}</h2><p>${priceRange(product, shop.file.shop.currency, visit)}</p></a></li>`;
}

/** One product with its variants and their stock. */
export function productPage(visit: Visit): View | null {
  const { shop, locale, root, request } = visit;
  const product = shop.file.products.find((p) => p.handle === request.params['handle']);
  if (!product || product.status === 'DRAFT') return null;
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const { title, body } = wordsOf(product, locale);
  return {
    title,
    body: html`<nav class="trail" aria-label="${t('You are here', '当前位置')}"><a href="${root}/">${t('Products', '全部商品')}</a> › ${locale === 'zh-CN' ? (DEPARTMENTS[product.tags[0] ?? ''] ?? product.productType) : product.productType}</nav>
<article class="product">
  <div class="picture">${pictureOf(visit, product)}</div>
  <div>
    <p class="vendor">${product.vendor}</p>
    <h1>${title}</h1>
    <p class="price">${product.status === 'ARCHIVED' ? t('No longer made', '已停产') : priceRange(product, shop.file.shop.currency, visit)}</p>
    <div class="prose">${shopHtml(body)}</div>
    <h2>${t('Variants and stock', '规格与库存')}</h2>
    <table class="variants"><thead><tr><th>${t('Variant', '规格')}</th><th>${t('Article number', '型号')}</th><th>${t('Price', '价格')}</th><th>${t('Stock', '库存')}</th></tr></thead><tbody>
    ${product.variants.map((v) => html`<tr><td>${v.title === 'Default Title' ? '–' : v.title}</td><td><code>${v.sku}</code></td><td>${money(v.price, shop.file.shop.currency, locale)}</td><td>${v.inventoryQuantity <= 0 ? html`<span class="badge off">${t('Sold out', '缺货')}</span>` : v.inventoryQuantity < 6 ? html`<span class="badge warn">${t('Few left', '库存紧张')}</span>` : html`<span class="badge ok">${t('In stock', '有货')}</span>`}</td></tr>`)}
    </tbody></table>
  </div>
</article>`,
  };
}

function priceRange(product: ShopProduct, currency: string, visit: Visit): string {
  const prices = product.variants.map((v) => Number(v.price));
  const lowest = Math.min(...prices);
  const text = money(String(lowest), currency, visit.locale);
  if (lowest === Math.max(...prices)) return text;
  return say(visit.locale, `from ${text}`, `${text} 起`);
}

function matches(product: ShopProduct, asked: string): boolean {
  const text = [product.title, product.descriptionHtml, product.productType, ...product.tags, ...product.variants.map((v) => v.sku)].join(' ').toLowerCase();
  return asked.toLowerCase().split(/\s+/).every((one) => text.includes(one));
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}
