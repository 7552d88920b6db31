import { html, type Html } from './html.js';
import { say } from './locale.js';
import { shopHtml } from './shop-html.js';
import { inVisitLanguage, policyHandle, type Visit } from './store-view.js';

type View = { title: string; body: Html; switchTo?: string };

/** One of the shop's policies, in the visitor's language where the shop has it. */
export function policyPage(visit: Visit): View | null {
  const all = visit.shop.file.policies.filter((p) => policyHandle(p.type) === visit.request.params['type']);
  const policy = inVisitLanguage(visit, all)[0];
  if (!policy) return null;
  return { title: policy.title, body: withMenu(visit, html`<article class="prose" lang="${policy.locale}"><h1>${policy.title}</h1>${shopHtml(policy.body)}</article>`) };
}

/** One of the shop's pages. Asked for in another language, it gives that language's page of the same name. */
export function pagePage(visit: Visit): View | null {
  const { pages } = visit.shop.file;
  const page = pages.find((p) => p.handle === visit.request.params['handle']);
  if (!page) return null;
  const twin = pages.find((p) => p.locale !== page.locale && bare(p.handle) === bare(page.handle));
  const shown = twin && twin.locale === visit.locale ? twin : page;
  return {
    title: shown.title,
    body: withMenu(visit, html`<article class="prose" lang="${shown.locale}"><h1>${shown.title}</h1>${shopHtml(shown.body)}</article>`),
  };
}

/** All policies and pages. */
export function helpPage(visit: Visit): View {
  const title = say(visit.locale, 'Help', '帮助中心');
  const { root, shop } = visit;
  return {
    title,
    body: html`<article class="prose wide"><h1>${title}</h1><p>${say(visit.locale, 'Pick a subject, or just ask in the chat.', '选择主题，或者直接在聊天窗口提问。')}</p></article>
<ul class="topics">${inVisitLanguage(visit, shop.file.pages).map((p) => html`<li><a href="${root}/pages/${encodeURIComponent(p.handle)}"><strong>${p.title}</strong><span>${firstQuestion(p.body)}</span></a></li>`)}${inVisitLanguage(visit, shop.file.policies).map((p) => html`<li><a href="${root}/policies/${policyHandle(p.type)}"><strong>${p.title}</strong><span>${firstQuestion(p.body)}</span></a></li>`)}</ul>`,
  };
}

function withMenu(visit: Visit, article: Html): Html {
  const { root, shop } = visit;
  return html`<div class="read">${article}<nav class="side" aria-label="${say(visit.locale, 'More help', '更多帮助')}"><strong>${say(visit.locale, 'More help', '更多帮助')}</strong>${inVisitLanguage(visit, shop.file.policies).map((p) => html`<a href="${root}/policies/${policyHandle(p.type)}">${p.title}</a>`)}${inVisitLanguage(visit, shop.file.pages).map((p) => html`<a href="${root}/pages/${encodeURIComponent(p.handle)}">${p.title}</a>`)}</nav></div>`;
}

/** The first heading of a document, as plain text. */
function firstQuestion(body: string): string {
  return (/<h2>([^<]*)<\/h2>/.exec(body)?.[1] ?? '').replace(/&amp;/g, '&');
}

function bare(handle: string): string {
  return handle.replace(/-zh$/, '');
}
