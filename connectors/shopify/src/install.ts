import { z } from 'zod';
import { Rejected, Unauthorized, type Grant, type Install, type InstallationSettings, type ShopFacts } from '@parley/core/contracts';
import type { Access, Ask } from './admin.js';
import { CONNECTOR, type ShopifyDeps, type ShopifySettings } from './config.js';
import { checkHealth } from './health.js';
import { SHOP_FACTS, SHOP_LANGUAGES } from './operations/installation.js';
import type { Reach } from './sdk-fetch.js';
import type { SdkOfSecret } from './sdk.js';
import { readSessionToken } from './session-token.js';
import { exchangeToken, refreshTokens } from './tokens.js';

const ShopAnswer = z.object({ shop: z.object({ name: z.string(), currencyCode: z.string(), ianaTimezone: z.string() }) });
const ShopLanguages = z.object({ shopLocales: z.array(z.object({ locale: z.string(), primary: z.boolean() })) });

/**
 * Managed install: Shopify asks the merchant for the scopes and opens our page; its session token is all the proof there
 * is, and is exchanged for a token of our own. There is no redirect flow, so `begin` is absent.
 */
export function shopifyInstall(sdks: readonly SdkOfSecret[], ask: Ask, settings: ShopifySettings, deps: ShopifyDeps, reach: Reach): Install {
  return {
    async complete(req, now) {
      const session = readSessionToken(req, settings.apiKey, settings.apiSecrets, now);
      if (!session.ok) throw new Unauthorized(`Shopify session token: ${session.reason}`, { code: session.code, connector: CONNECTOR });
      const { credentials, scopes } = await exchangeToken(sdks, reach, deps.clock, session);
      const access = { account: session.shop, credentials };
      const grant: Grant = { accounts: [{ account: session.shop, ...(await shopFacts(ask, access)) }], scopes, credentials };
      return grant;
    },

    async staff(req, now) {
      const session = readSessionToken(req, settings.apiKey, settings.apiSecrets, now);
      if (!session.ok) return session;
      return Promise.resolve({ ok: true, account: session.shop, userId: session.userId, locale: null, expiresAt: session.expiresAt });
    },

    async refresh(i) {
      const tokens = await refreshTokens(sdks, reach, deps.clock, i.account, i.credentials.values['refreshToken']);
      return tokens.credentials;
    },

    async facts(i) {
      return factsOf(ask, i);
    },

    async check(i) {
      return checkHealth(ask, settings, i);
    },
  };
}

async function shopFacts(ask: Ask, access: Access): Promise<{ name: string; settings: Partial<InstallationSettings> }> {
  const facts = await factsOf(ask, access);
  const language = await primaryLanguage(ask, access);
  return { name: facts.shopName, settings: { ...facts, ...(language === null ? {} : { defaultLanguage: language }) } };
}

async function factsOf(ask: Ask, access: Access): Promise<ShopFacts> {
  const { shop } = await ask(access, SHOP_FACTS, ShopAnswer);
  return { shopName: shop.name.slice(0, 200), currency: shop.currencyCode.slice(0, 3), timeZone: shop.ianaTimezone.slice(0, 64) };
}

/** The language the shop is written in, where it is one that Parley answers in and the shop lets us see it. */
async function primaryLanguage(ask: Ask, access: Access): Promise<'zh' | 'en' | null> {
  try {
    const { shopLocales } = await ask(access, SHOP_LANGUAGES, ShopLanguages);
    const locale = shopLocales.find((l) => l.primary)?.locale.toLowerCase() ?? '';
    if (/^zh\b/.test(locale)) return 'zh';
    return /^en\b/.test(locale) ? 'en' : null;
  } catch (e) {
    if (e instanceof Rejected && e.code === 'shopify.access-denied') return null;
    throw e;
  }
}
