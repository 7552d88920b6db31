import { z } from 'zod';
import { ParleyError, Rejected, Unauthorized, type Credentials, type Install } from '@parley/core/contracts';
import { accountKey } from './account.js';
import { CONNECTOR, SLACK_SCOPES, type SlackDeps, type SlackSettings } from './config.js';
import { ask, webClient } from './web-api.js';

const AUTHORIZE_URL = 'https://slack.com/oauth/v2/authorize';
export const REDIRECT_PATH = '/slack/oauth_redirect';

const Access = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  /** Seconds; absent where tokens do not rotate. */
  expires_in: z.number().positive().optional(),
  scope: z.string(),
  bot_user_id: z.string(),
  team: z.object({ id: z.string(), name: z.string().optional() }).nullish(),
  enterprise: z.object({ id: z.string(), name: z.string().optional() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
});
const Who = z.object({ team: z.string().optional(), team_id: z.string().optional(), bot_id: z.string().optional(), user_id: z.string() });

/** OAuth v2: one install for a workspace, or one for a whole organisation. Source: docs.slack.dev, "Installing with OAuth". */
export function slackInstall(settings: SlackSettings, deps: SlackDeps): Install {
  function redirectUri(): string {
    return new URL(REDIRECT_PATH, settings.appOrigin).toString();
  }

  async function exchange(grant: Record<string, string>): Promise<z.infer<typeof Access>> {
    const answer = await ask('exchanging a code', () => webClient(undefined, settings, deps).oauth.v2.access({ client_id: settings.clientId, client_secret: settings.clientSecret, ...grant }));
    const read = Access.safeParse(answer);
    if (!read.success) throw new Rejected('Slack: the answer to a token exchange is not of its form', { code: 'slack.token-form', connector: CONNECTOR, cause: read.error });
    return read.data;
  }

  function credentialsOf(a: z.infer<typeof Access>): Credentials {
    return {
      values: { accessToken: a.access_token, botUserId: a.bot_user_id, ...(a.refresh_token === undefined ? {} : { refreshToken: a.refresh_token }) },
      expiresAt: a.expires_in === undefined ? null : deps.clock() + a.expires_in * 1_000,
      refreshExpiresAt: null,
    };
  }

  return {
    begin(state) {
      const url = new URL(settings.authorizeUrl ?? AUTHORIZE_URL);
      url.search = new URLSearchParams({ client_id: settings.clientId, scope: SLACK_SCOPES.join(','), redirect_uri: redirectUri(), state }).toString();
      return { redirect: url.toString() };
    },

    async complete(req) {
      const query = new URLSearchParams(req.query);
      const code = query.get('code');
      if (code === null) throw new Unauthorized(`Slack: the install was not approved: ${query.get('error') ?? 'no code'}`, { code: 'slack.not-approved', connector: CONNECTOR });
      const access = await exchange({ code, redirect_uri: redirectUri() });
      const everywhere = access.is_enterprise_install === true;
      const account = accountKey(access.enterprise?.id, access.team?.id, everywhere);
      if (account === null) throw new Rejected('Slack: neither a workspace nor an organisation was named', { code: 'slack.no-account', connector: CONNECTOR });
      const name = (everywhere ? access.enterprise?.name : access.team?.name) ?? account;
      return { accounts: [{ account, name: name.slice(0, 200), settings: { shopName: name.slice(0, 200) } }], scopes: access.scope.split(','), credentials: credentialsOf(access) };
    },

    async refresh(i) {
      const refresh = i.credentials.values['refreshToken'];
      if (refresh === undefined) throw new Unauthorized('Slack: there is no refresh token; the app has to be installed again', { code: 'slack.no-refresh-token', connector: CONNECTOR });
      const access = await exchange({ grant_type: 'refresh_token', refresh_token: refresh });
      return credentialsOf({ ...access, refresh_token: access.refresh_token ?? refresh });
    },

    async check(i) {
      const missing = SLACK_SCOPES.filter((s) => !i.scopes.includes(s));
      const health = { account: i.account, name: i.settings.shopName, grantedScopes: [...i.scopes], missingScopes: [...missing], storefront: null, storefrontSwitchUrl: null };
      try {
        Who.parse(await ask('asking who we are', () => webClient(i.credentials.values['accessToken'], settings, deps).auth.test()));
        return { ok: missing.length === 0, ...health, problem: missing.length === 0 ? null : `scopes are missing: ${missing.join(', ')}` };
      } catch (e) {
        if (!ParleyError.isInstance(e)) throw e;
        return { ok: false, ...health, problem: e.message };
      }
    },

    async revoke(i) {
      await ask('giving the token back', () => webClient(i.credentials.values['accessToken'], settings, deps).auth.revoke());
    },
  };
}
