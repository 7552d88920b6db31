import { z } from 'zod';
import { Rejected, type Health, type Installation } from '@parley/core/contracts';
import type { Ask } from './admin.js';
import type { ShopifySettings } from './config.js';
import { APP_STATE, THEME_SETTINGS } from './operations/installation.js';
import { embedState } from './theme-settings.js';

const AppState = z.object({
  shop: z.object({ name: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});
const ThemeSettings = z.object({
  themes: z
    .object({
      nodes: z.array(
        z.object({
          files: z
            .object({ nodes: z.array(z.object({ body: z.object({ content: z.string().nullish(), contentBase64: z.string().nullish() }).nullish() })) })
            .nullish(),
        }),
      ),
    })
    .nullish(),
});

/** The connection as the shop itself sees it. Throws `Unauthorized` where the token no longer works, so that the caller can refresh once. */
export async function checkHealth(ask: Ask, settings: ShopifySettings, i: Installation): Promise<Health> {
  const state = await ask(i, APP_STATE, AppState);
  const grantedScopes = state.currentAppInstallation.accessScopes.map((scope) => scope.handle);
  const missingScopes = scopesMissing(settings.requiredScopes, grantedScopes);
  return {
    ok: missingScopes.length === 0,
    account: i.account,
    name: state.shop.name,
    grantedScopes,
    missingScopes,
    storefront: await storefront(ask, settings, i),
    storefrontSwitchUrl: switchUrl(settings, i.account),
    problem: missingScopes.length === 0 ? null : 'missing-scopes',
  };
}

/** Required scopes that are not granted. Writing includes reading: Shopify names only the former. */
function scopesMissing(required: readonly string[], granted: readonly string[]): string[] {
  const has = new Set(granted.flatMap((scope) => (scope.startsWith('write_') ? [scope, scope.replace('write_', 'read_')] : [scope])));
  return required.filter((scope) => !has.has(scope));
}

/**
 * Opens the theme editor with our embed ready to be switched on.
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
 */
function switchUrl(settings: ShopifySettings, shop: string): string {
  const base = settings.originOverride?.(shop).replace(/\/$/, '') ?? `https://${shop}`;
  const embed = `${encodeURIComponent(settings.embedExtensionId)}/${settings.blockHandle}`;
  return `${base}/admin/themes/current/editor?context=apps&activateAppId=${embed}`;
}

/** Null where the shop does not let us look, has no theme, or keeps the settings in a form we are not given. */
async function storefront(ask: Ask, settings: ShopifySettings, i: Installation): Promise<'on' | 'off' | null> {
  let answer: z.infer<typeof ThemeSettings>;
  try {
    answer = await ask(i, THEME_SETTINGS, ThemeSettings);
  } catch (e) {
    if (e instanceof Rejected && e.code === 'shopify.access-denied') return null;
    throw e;
  }
  const body = answer.themes?.nodes[0]?.files?.nodes[0]?.body;
  const text = body?.content ?? (body?.contentBase64 ? Buffer.from(body.contentBase64, 'base64').toString('utf8') : null);
  return text === null ? null : embedState(text, settings.embedExtensionId, settings.blockHandle);
}
