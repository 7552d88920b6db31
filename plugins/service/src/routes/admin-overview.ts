import { z } from 'zod';
import { ParleyError, type Health } from '@parley/core/contracts';
import type { ServiceConfig } from '../config.js';
import type { Composition } from '../composition.js';
import type { Tenancy } from '../tenancy.js';

/** Turns looked at for shares and percentiles; enough for a stable figure, cheap enough for a page. */
const SAMPLE = 300;

/** Web origins, and plain http only for trying things out on one's own machine. */
const SiteOrigin = z
  .string()
  .max(300)
  .transform((s) => s.trim().replace(/\/$/, ''))
  .refine((s) => URL.canParse(s) && new URL(s).origin === s && (s.startsWith('https://') || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(s)), 'must be an https origin without a path, for example https://www.example.com');

export const SettingsPatch = z.strictObject({ paused: z.boolean().optional(), defaultLanguage: z.enum(['zh', 'en']).optional(), origins: z.array(SiteOrigin).max(50).optional() });

export function settingsOf(t: Tenancy, config: ServiceConfig) {
  const { paused, defaultLanguage, origins } = t.chat.settings;
  const siteKey = t.chat.account;
  return { paused, defaultLanguage, origins, siteKey, scriptTag: `<script async src="${config.PARLEY_URL}/parley.js" data-site="${siteKey}"></script>` };
}

export async function changeSettings(c: Composition, t: Tenancy, patch: z.infer<typeof SettingsPatch>): Promise<Tenancy> {
  const settings = {
    ...t.chat.settings,
    ...(patch.paused === undefined ? {} : { paused: patch.paused }),
    ...(patch.defaultLanguage === undefined ? {} : { defaultLanguage: patch.defaultLanguage }),
    ...(patch.origins === undefined ? {} : { origins: [...new Set(patch.origins)] }),
  };
  const chat = await c.engine.installations.change(t.chat.id, { settings });
  return chat === null ? t : { ...t, chat };
}

/** Everything the first page shows, each figure from the records themselves. */
export async function overview(c: Composition, t: Tenancy, config: ServiceConfig) {
  const [health, knowledge, today, attention] = await Promise.all([healthOf(c, t), c.engine.knowledge.status(t.shop.id), todayOf(c, t), attentionOf(c, t)]);
  return {
    shop: { name: t.shop.settings.shopName, domain: t.shop.account },
    connection: { state: health.ok ? t.shop.state : 'needs-reauth', problem: health.problem, grantedScopes: health.grantedScopes, missingScopes: health.missingScopes, checkedAt: c.clock() },
    storefront: { state: health.storefront, switchUrl: health.storefrontSwitchUrl },
    settings: settingsOf(t, config),
    knowledge,
    today,
    attention,
  };
}

/** A host that cannot be reached is a finding to show, not a page that fails. */
async function healthOf(c: Composition, t: Tenancy): Promise<Health> {
  try {
    return await c.signals.cache.through(`health/${t.shop.id}`, 5_000, () => c.engine.installations.call(t.shop, 'check', (i) => c.shopify.install.check(i)));
  } catch (e) {
    if (!ParleyError.isInstance(e) || e.kind === 'bug' || e.kind === 'unauthorized') throw e;
    const known = { ok: true, account: t.shop.account, name: t.shop.settings.shopName, grantedScopes: [...t.shop.scopes], missingScopes: [], storefront: null, storefrontSwitchUrl: null };
    return { ...known, problem: e.kind === 'retryable' ? 'The shop cannot be reached at this moment.' : `The shop refuses our questions: ${e.message}` };
  }
}

async function todayOf(c: Composition, t: Tenancy) {
  const { turns } = c.engine.records;
  const scope = { tenant: t.shop.tenant };
  const since = startOfDay(c.clock(), t.shop.settings.timeZone);
  const count = (outcome: string) => turns.count(scope, { 'decided.outcome': outcome, storedAt: { gte: since } });
  const [messages, answered, asked, handedOff, unknown, sample] = await Promise.all([
    turns.count(scope, { kind: 'message', storedAt: { gte: since } }),
    count('answered'),
    count('asked'),
    count('handed-off'),
    count('unknown'),
    turns.find(scope, { where: { kind: 'message', storedAt: { gte: since } }, sort: [{ path: 'storedAt', order: 'desc' }], limit: SAMPLE }),
  ]);
  const told = sample.filter((s) => s.decided?.outcome === 'answered');
  const waits = sample.flatMap((s) => Object.values(s.deliveries).flatMap((d) => (d.deliveredAt === null ? [] : [d.deliveredAt - s.storedAt]))).sort((a, b) => a - b);
  return {
    messages,
    answered,
    asked,
    handedOff,
    unknown,
    evidenceShare: told.length === 0 ? null : told.filter((s) => (s.checked?.withEvidence ?? 0) > 0).length / told.length,
    p50Ms: waits[Math.floor(waits.length / 2)] ?? null,
  };
}

async function attentionOf(c: Composition, t: Tenancy) {
  const { turns, conversations } = c.engine.records;
  const scope = { tenant: t.shop.tenant };
  const [dead, uncertain, waiting] = await Promise.all([turns.count(scope, { attention: 'dead' }), turns.count(scope, { attention: 'uncertain' }), conversations.count(scope, { status: 'waiting' })]);
  return { dead, uncertain, waiting };
}

/** Midnight in the shop's own time zone, as an instant. */
function startOfDay(now: number, timeZone: string): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' }).formatToParts(now).map((p) => [p.type, Number(p.value)]));
  return now - ((parts['hour'] ?? 0) * 3_600 + (parts['minute'] ?? 0) * 60 + (parts['second'] ?? 0)) * 1_000 - (now % 1_000);
}
