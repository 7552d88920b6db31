import { Bug, type Grant, type Staff } from '@parley/core/contracts';
import type { InstallationRecord } from '@parley/core/conversation';
import { idOf } from '@parley/core/security/signatures';
import type { Composition } from './composition.js';

/** A tenant as its admin page sees it: the shop, and the chat that stands on its storefront. */
export interface Tenancy {
  shop: InstallationRecord;
  chat: InstallationRecord;
}

/** Nothing is secret about a chat of our own: its site key is public, and tokens are signed by the master. */
const NO_CREDENTIALS: Grant['credentials'] = { values: {}, expiresAt: null, refreshExpiresAt: null };

/** What is connected for a member of staff; null where nothing usable is, and the host's proof must be exchanged first. */
export async function tenancyOf(c: Composition, staff: Staff): Promise<Tenancy | null> {
  const shop = await c.engine.installations.byAccount('shopify', staff.account);
  if (shop === null || shop.state !== 'active') return null;
  const chat = await chatOf(c, shop);
  return chat === null ? null : { shop, chat };
}

/** The chat installation that looks things up in this shop. */
export async function chatOf(c: Composition, shop: InstallationRecord): Promise<InstallationRecord | null> {
  const all = await c.engine.installations.ofTenant(shop.tenant);
  return all.find((i) => i.connector === 'webchat' && i.state === 'active' && i.settings.commerce.includes(shop.id)) ?? null;
}

/** Turns a host's grant into a working tenant: shop, chat, what waited for it, and its knowledge. Safe to repeat. */
export async function connect(c: Composition, account: string, grant: Grant): Promise<Tenancy> {
  const { installations, intake, knowledge } = c.engine;
  const { record: shop } = await installations.grant('shopify', grant, account);
  const existing = (await installations.ofTenant(shop.tenant)).find((i) => i.connector === 'webchat' && i.settings.commerce.includes(shop.id));
  // The same whoever connects the shop, so that two at once make one chat.
  const siteKey = existing?.account ?? `site_${idOf('chat', shop.id).slice(0, 20)}`;
  const { shopName, currency, timeZone, defaultLanguage } = shop.settings;
  const { record: granted } = await installations.grant(
    'webchat',
    { accounts: [{ account: siteKey, name: shopName, settings: { shopName, currency, timeZone, defaultLanguage, commerce: [shop.id] } }], scopes: [], credentials: NO_CREDENTIALS },
    siteKey,
    shop.tenant,
  );
  if (granted.tenant !== shop.tenant) throw new Bug(`chat ${granted.id} belongs to another tenant than shop ${shop.id}`, { code: 'tenancy.mixed' });
  await intake.adopt('shopify', account);
  // Reading is caught up with within the hour; the install stands without it.
  await knowledge.refresh(shop.id).catch((e: unknown) => c.log.warn({ installation: shop.id, error: e instanceof Error ? e.message : String(e) }, 'the shop’s pages could not be asked for yet'));
  return { shop, chat: granted };
}
