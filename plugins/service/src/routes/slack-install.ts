import { randomBytes } from 'node:crypto';
import { urlencoded, type Express, type Request, type Response } from 'express';
import { ParleyError, type Log } from '@parley/core/contracts';
import { equalInConstantTime } from '@parley/core/security/signatures';
import { REDIRECT_PATH, type SlackConnector } from '@parley/connector-slack';
import type { Composition } from '../composition.js';
import type { Counts } from '../counts.js';
import { rawRequest } from '../http/raw-request.js';
import { messagePage } from './message-page.js';

export const INSTALL_PATH = '/slack/install';
/** Ties the way back to the browser that set out. */
const COOKIE = 'parley-slack';
const COOKIE_MS = 15 * 60_000;

/**
 * Connecting a Slack workspace to a shop: by a single-use link that the shop's own admin made, confirmed on a page that names the shop, so that nobody
 * connects a workspace to somebody else's shop without seeing it. The way back is bound to the browser that began.
 */
export function mountSlackInstall(app: Express, slack: SlackConnector, deps: { composition: Composition; counts: Counts; log: Log }): void {
  const { composition: c, counts, log } = deps;
  const { engine } = c;

  async function shopNameOf(tenant: string): Promise<string> {
    const [shop] = (await engine.installations.ofTenant(tenant)).filter((i) => i.connector === 'shopify');
    return shop?.settings.shopName ?? '';
  }

  function refused(res: Response, code: 'link' | 'state' | 'slack' | 'taken'): void {
    counts.add(`refused/slack.install-${code}`);
    const words = {
      link: ['This link is no longer good', 'It works once, for a quarter of an hour. Please ask for a new one in Parley’s settings.', '链接已失效', '链接仅在十五分钟内有效，且只能使用一次。请在 Parley 设置中重新获取。'],
      state: ['This did not begin in this browser', 'Please open the link from Parley’s settings again, and finish in the same browser.', '请在同一浏览器中完成', '请从 Parley 设置中重新打开链接，并在同一浏览器中完成。'],
      slack: ['Slack was not connected', 'The install was not approved, or took too long. Nothing was changed; please try again.', '未能连接 Slack', '安装未获批准或超时，没有任何更改，请重试。'],
      taken: ['This workspace belongs to another shop', 'A Slack workspace serves one shop’s Parley. Remove Parley from the workspace first, or choose another.', '该工作区已属于另一家店铺', '一个 Slack 工作区只能服务一家店铺的 Parley。请先从该工作区移除 Parley，或选择其他工作区。'],
    } as const;
    const [title, text, titleZh, textZh] = words[code];
    messagePage(res, { status: code === 'slack' ? 502 : 403, title, text, titleZh, textZh });
  }

  async function ask(req: Request, res: Response): Promise<void> {
    const link = typeof req.query['link'] === 'string' ? req.query['link'] : '';
    const found = await engine.links.peek('slack', link);
    if (found === null) { refused(res, 'link'); return; }
    const shop = await shopNameOf(found.tenant);
    messagePage(res, {
      status: 200,
      title: `Connect Slack to ${shop}`,
      text: `Parley will show the conversations of ${shop}’s shoppers to a team in the Slack workspace that you choose next. Go on only if you work for this shop.`,
      titleZh: `将 Slack 连接到 ${shop}`,
      textZh: `Parley 会把 ${shop} 的顾客对话显示给您接下来选择的 Slack 工作区中的团队。仅当您为该店铺工作时才继续。`,
      form: { action: INSTALL_PATH, field: { name: 'link', value: link }, button: 'Go on to Slack', buttonZh: '前往 Slack' },
    });
  }

  async function begin(req: Request, res: Response): Promise<void> {
    const body: unknown = req.body;
    const link = typeof body === 'object' && body !== null && 'link' in body && typeof body.link === 'string' ? body.link : '';
    if ((await engine.links.peek('slack', link)) === null) { refused(res, 'link'); return; }
    const nonce = randomBytes(24).toString('base64url');
    const secure = req.secure ? '; Secure' : '';
    res.setHeader('Set-Cookie', `${COOKIE}=${nonce}; Path=/slack; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_MS / 1_000}${secure}`);
    res.redirect(303, slack.install.begin?.(`${link}.${nonce}`).redirect ?? '/');
  }

  async function back(req: Request, res: Response): Promise<void> {
    const request = rawRequest(req);
    const [link = '', nonce = ''] = (new URLSearchParams(request.query).get('state') ?? '').split('.');
    const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]+)`).exec(req.headers.cookie ?? '')?.[1] ?? '';
    if (nonce === '' || !equalInConstantTime(cookie, nonce)) { refused(res, 'state'); return; }
    const used = await engine.links.use('slack', link);
    if (used === null) { refused(res, 'link'); return; }
    try {
      const grant = await slack.install.complete(request, c.clock());
      for (const { account, name } of grant.accounts) {
        const { record } = await engine.installations.grant('slack', grant, account, used.tenant);
        if (record.tenant !== used.tenant) { refused(res, 'taken'); return; }
        await engine.intake.adopt('slack', account);
        messagePage(res, { status: 200, title: `${name} is connected`, text: 'You can close this page. In Parley’s settings, choose which channel gets the conversations, and invite Parley there.', titleZh: `${name} 已连接`, textZh: '可以关闭此页。请在 Parley 设置中选择接收对话的频道，并邀请 Parley 加入。' });
        return;
      }
      refused(res, 'slack');
    } catch (e) {
      if (!ParleyError.isInstance(e) || e.kind === 'bug') throw e;
      log.warn({ code: e.code }, 'Slack was not connected');
      refused(res, 'slack');
    }
  }

  app.get(INSTALL_PATH, (req, res, next) => void ask(req, res).catch(next));
  app.post(INSTALL_PATH, urlencoded({ extended: false, limit: '4kb' }), (req, res, next) => void begin(req, res).catch(next));
  app.get(REDIRECT_PATH, (req, res, next) => void back(req, res).catch(next));
}
