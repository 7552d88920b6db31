// A small theme editor: the place where a merchant switches the app embed on.
import type { Express } from 'express';
import type { SandboxHost } from '../server/host.js';
import { adminVisitOf, sendAdminPage } from './admin-chrome.js';
import { formBody, formOf } from './form.js';
import { html } from './html.js';
import { say } from './locale.js';

/**
 * Reached by the deep link `/admin/themes/current/editor?context=apps&activateAppId=<id>/<block>`, which switches the
 * embed on in the editor but saves nothing: the merchant still presses Save.
 */
export function mountThemeEditor(app: Express, host: SandboxHost): void {
  app.get('/admin/store/:shop/themes/current/editor', (request, response, next) => {
    const v = adminVisitOf(host, request, response);
    if (!v) {
      next();
      return;
    }
    const t = (en: string, zh: string): string => say(v.locale, en, zh);
    const asked = /^([^/]+)\/([\w-]+)$/.exec(typeof request.query['activateAppId'] === 'string' ? request.query['activateAppId'] : '');
    const activates = asked?.[2] === 'chat' && v.shop.install !== null;
    const on = v.shop.embed || activates;
    const saved = request.query['saved'] === '1';
    sendAdminPage(v, {
      title: t('Theme editor', '主题编辑器'), at: 'themes', wide: true, allow: { 'frame-src': ["'self'"] }, scripts: ['/sandbox/theme-editor.js'],
      body: html`<div class="editor"><form method="post" action="${v.root}/themes/current/editor" id="embeds"><h1>${t('App embeds', '应用嵌入')}</h1>
${asked && !activates ? html`<p class="alert">${v.shop.install === null ? t('The app is not installed, so there is nothing to switch on.', '应用尚未安装，没有可以开启的内容。') : t(`There is no app embed called “${asked[2] ?? ''}”.`, `没有名为“${asked[2] ?? ''}”的应用嵌入。`)}</p>` : null}
${v.shop.install === null ? html`<p class="muted">${t('Apps that you install may add embeds here.', '安装应用后，这里会出现可用的嵌入。')}</p>` : html`<label class="toggle"><span><strong>${t('Parley chat', 'Parley 在线客服')}</strong><small>${host.app.name}</small></span><input type="checkbox" name="on" value="1"${on ? html` checked` : null}><i></i></label>`}
<div class="save"><button class="primary"${v.shop.install === null ? html` disabled` : null}>${t('Save', '保存')}</button>${saved ? html`<span class="badge ok" role="status">${t('Saved', '已保存')}</span>` : on !== v.shop.embed ? html`<span class="badge wait">${t('Not saved yet', '尚未保存')}</span>` : null}</div></form>
<iframe class="preview" title="${t('Preview', '预览')}" src="/store/${v.shop.domain}/"></iframe></div>`,
    });
  });
  app.post('/admin/store/:shop/themes/current/editor', formBody, (request, response, next) => {
    const v = adminVisitOf(host, request, response);
    if (!v) {
      next();
      return;
    }
    host.setEmbed(v.shop.domain, formOf(request).get('on') === '1');
    response.redirect(303, `${v.root}/themes/current/editor?context=apps&saved=1`);
  });
  // The address that apps know: on the shop's own host.
  app.get('/hosts/:shop/admin/themes/current/editor', (request, response, next) => {
    if (!host.shops.has(request.params.shop)) {
      next();
      return;
    }
    const query = request.url.split('?')[1];
    response.redirect(302, `/admin/store/${request.params.shop}/themes/current/editor${query === undefined ? '' : `?${query}`}`);
  });
}
