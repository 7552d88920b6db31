// Slack as people have it in their browsers: the client, and the page on which an administrator lets an app in.
import { urlencoded, type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { sendPage } from '../../pages/document.js';
import { html, type Html } from '../../pages/html.js';
import { localeOf, say, type Locale } from '../../pages/locale.js';
import { approve } from '../oauth.js';
import type { SlackHostState } from '../state.js';
import type { Workspace } from '../workspace.js';
import { BLOCK_KIT_JS } from './block-kit-script.js';
import { CLIENT_JS } from './client-script.js';
import { CLIENT_CSS } from './style.js';
import { CLIENT_WORDS } from './words.js';

const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/slack/block-kit.js': ['text/javascript', BLOCK_KIT_JS],
  '/slack/client.js': ['text/javascript', CLIENT_JS],
  '/slack/client.css': ['text/css', CLIENT_CSS],
};

/** What the app's manifest puts into menus; nothing where it has none. */
export interface AppFeatures {
  readonly shortcuts: readonly { name: string; callback_id: string }[];
  readonly command: string | null;
  readonly name: string;
}

const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({ shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })).default([]), slash_commands: z.array(z.object({ command: z.string() })).default([]) }),
});

/** What of a manifest people see. Throws where it is none. */
export function featuresOf(manifest: unknown): AppFeatures {
  const { display_information, features } = Manifest.parse(manifest);
  return { name: display_information.name, shortcuts: features.shortcuts.filter((s) => s.type === 'message'), command: features.slash_commands[0]?.command ?? null };
}

export function mountSlackPages(app: Express, state: SlackHostState, features: AppFeatures): void {
  for (const [path, [type, text]] of Object.entries(FILES)) app.get(path, (_request, response) => void response.set({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).send(text));

  const visit = (work: (w: Workspace, request: Request, response: Response) => void) => (request: Request, response: Response, next: () => void) => {
    const w = state.workspaces.get(String(request.params['team']));
    if (w === undefined) next();
    else work(w, request, response);
  };

  app.get('/slack', (request, response) => chooseWorkspace(state, request, response));
  app.get('/slack/oauth/v2/authorize', (request, response) => askLeave(state, features, request, response));
  app.post('/slack/oauth/v2/authorize', urlencoded({ extended: false }), (request, response) => giveLeave(state, request, response));
  app.get('/slack/:team/archives/:channel/p:ts', visit((w, request, response) => {
    const ts = String(request.params['ts']).replace(/^(\d+)(\d{6})$/, '$1.$2');
    response.redirect(302, `/slack/${w.id}/#channel=${encodeURIComponent(String(request.params['channel']))}&thread=${ts}`);
  }));
  app.get('/slack/:team/', visit((w, request, response) => showClient(w, features, request, response)));
}

const USER_COOKIE = '_sandbox_slack_user';

/** Who somebody is in this browser: by the address, else as last time, else the first person. */
function personOf(w: Workspace, request: Request, response: Response) {
  const people = [...w.people.values()].filter((p) => !p.isBot);
  const asked = people.find((p) => p.id === request.query['as']);
  if (asked !== undefined) response.cookie(USER_COOKIE, asked.id, { sameSite: 'lax', path: '/slack' });
  const kept = new RegExp(`(?:^|;\\s*)${USER_COOKIE}=(\\w+)`).exec(request.get('cookie') ?? '')?.[1];
  return asked ?? people.find((p) => p.id === kept) ?? people[0];
}

function showClient(w: Workspace, features: AppFeatures, request: Request, response: Response): void {
  const person = personOf(w, request, response);
  const locale: Locale = person?.locale.startsWith('zh') === true ? 'zh-CN' : 'en';
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const start = { team: w.id, user: person?.id ?? '', words: CLIENT_WORDS[locale], shortcuts: features.shortcuts, command: features.command };
  sendPage(response, {
    locale, title: `${w.name} · Slack`, style: '/slack/client.css', scripts: ['/slack/block-kit.js', '/slack/client.js'],
    body: html`<div id="slack" data-start="${JSON.stringify(start)}"><nav class="side" aria-label="${t('Channels and apps', '频道和应用')}"><h1>${w.name}</h1><h2>${t('Channels', '频道')}</h2><div id="channels"></div><h2>${t('Apps', '应用')}</h2><div id="apps"></div>
<label>${t('You are', '当前身份')}<select id="person">${[...w.people.values()].filter((p) => !p.isBot).map((p) => html`<option value="${p.id}"${p.id === person?.id ? html` selected` : null}>${p.displayName}${p.admin ? t(' (admin)', '（管理员）') : p.restricted ? t(' (guest)', '（访客）') : ''}</option>`)}</select></label></nav>
<main class="main"><div id="lost" role="alert">${t('Slack does not answer.', 'Slack 没有响应。')}</div><div class="top"><h2 id="title"></h2></div>
<div id="home" hidden></div><div id="room"><div id="messages" class="list" role="log" aria-label="${t('Messages', '消息')}"></div><form id="say" class="composer"><textarea rows="1" aria-label="${t('Message', '消息')}" placeholder="${t('Message the channel, or type /parley', '发消息到频道，或输入 /parley')}"></textarea>${attach(t)}<button>${t('Send', '发送')}</button></form></div></main>
<section id="thread" class="thread" hidden aria-label="${t('Thread', '话题')}"><div class="top"><h2>${t('Thread', '话题')}</h2><button id="closeThread" aria-label="${t('Close thread', '关闭话题')}">✕</button></div><div id="replies" class="list" role="log" aria-label="${t('Replies', '回复')}"></div><form id="answer" class="composer"><textarea rows="1" aria-label="${t('Reply', '回复')}" placeholder="${t('Reply …', '回复…')}"></textarea>${attach(t)}<button>${t('Send', '发送')}</button></form></section></div>
<dialog id="form"></dialog><div id="toasts" role="status" aria-live="polite"></div>`,
  });
}

function attach(t: (en: string, zh: string) => string): Html {
  return html`<label class="attach" title="${t('Add a file', '添加文件')}">📎<input type="file" multiple aria-label="${t('Add a file', '添加文件')}"></label>`;
}

function chooseWorkspace(state: SlackHostState, request: Request, response: Response): void {
  const [only, ...more] = [...state.workspaces.values()];
  if (only !== undefined && more.length === 0) {
    response.redirect(302, `/slack/${only.id}/`);
    return;
  }
  const locale = localeOf(request, response, 'en');
  sendPage(response, { locale, title: 'Slack', style: '/slack/client.css', body: html`<main class="choose"><h1>Slack</h1><ul>${[...state.workspaces.values()].map((w) => html`<li><a href="/slack/${w.id}/">${w.name}</a></li>`)}</ul></main>` });
}

/** What each scope means to whoever grants it; others are shown by their name alone. */
const SCOPES: Readonly<Record<string, readonly [string, string]>> = {
  'chat:write': ['Send messages as the app', '以应用身份发送消息'],
  'channels:history': ['View messages in public channels it is in', '查看其所在公开频道的消息'],
  'groups:history': ['View messages in private channels it is in', '查看其所在私有频道的消息'],
  'users:read': ['View people in the workspace', '查看工作区成员'],
  'commands': ['Add shortcuts and slash commands', '添加快捷操作和斜杠命令'],
  'channels:join': ['Join public channels', '加入公开频道'],
  'files:read': ['View files in conversations it is in', '查看其所在对话中的文件'],
  'files:write': ['Upload files', '上传文件'],
};

function askLeave(state: SlackHostState, features: AppFeatures, request: Request, response: Response): void {
  const locale = localeOf(request, response, 'en');
  const t = (en: string, zh: string): string => say(locale, en, zh);
  const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
  const known = query.get('client_id') === state.app.clientId;
  const back = URL.canParse(query.get('redirect_uri') ?? '') ? new URL(query.get('redirect_uri') ?? '').origin : null;
  const scopes = (query.get('scope') ?? '').split(',').filter((s) => s !== '');
  if (!known || back === null || scopes.length === 0) {
    sendPage(response, { locale, status: 400, title: 'Slack', style: '/slack/client.css', body: html`<main class="choose"><h1>${t('Something went wrong when authorising this app', '授权此应用时出现问题')}</h1><p>${known ? (back === null ? 'bad_redirect_uri' : 'no_scopes') : 'invalid_client_id'}</p></main>` });
    return;
  }
  sendPage(response, {
    locale, title: t(`Allow ${features.name}`, `授权 ${features.name}`), style: '/slack/client.css', allow: { 'form-action': [back] },
    body: html`<main class="choose"><div class="panel"><h1>${t(`${features.name} asks to access Slack`, `${features.name} 请求访问 Slack`)}</h1><form method="post" action="/slack/oauth/v2/authorize"><p><label>${t('Workspace', '工作区')} <select name="team">${[...state.workspaces.values()].map((w) => html`<option value="${w.id}">${w.name}</option>`)}</select></label></p>
<p>${t('It will be able to:', '它将可以：')}</p><ul>${scopes.map((s) => html`<li>${SCOPES[s] === undefined ? s : t(...SCOPES[s])} <code>${s}</code></li>`)}</ul>
<input type="hidden" name="query" value="${query.toString()}"><div class="row end"><button class="button primary">${t('Allow', '允许')}</button></div></form></div></main>`,
  });
}

const Leave = z.object({ team: z.string(), query: z.string() });

function giveLeave(state: SlackHostState, request: Request, response: Response): void {
  const read = Leave.safeParse(request.body);
  const w = read.success ? state.workspaces.get(read.data.team) : undefined;
  if (!read.success || w === undefined) response.status(400).type('text/plain').send('team_not_found');
  else response.redirect(303, approve(state, w, new URLSearchParams(read.data.query)));
}
