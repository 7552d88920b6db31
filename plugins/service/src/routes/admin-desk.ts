import { z } from 'zod';
import { HandoffSettings } from '@parley/core/conversation';
import type { Composition } from '../composition.js';
import type { Tenancy } from '../tenancy.js';
import { INSTALL_PATH } from './slack-install.js';

/** A desk that is connected: an installation whose host has one. */
const DeskSummary = z.object({ installation: z.string(), connector: z.string(), name: z.string(), state: z.enum(['active', 'needs-reauth', 'uninstalled']) });
export const DeskAnswer = z.object({ desks: z.array(DeskSummary), settings: HandoffSettings, slack: z.boolean() });

/** Where conversations go that need a person, and by which rules. */
export async function deskOf(c: Composition, t: Tenancy): Promise<z.infer<typeof DeskAnswer>> {
  const all = await c.engine.installations.ofTenant(t.shop.tenant);
  const desks = all.filter((i) => c.connectors.get(i.connector)?.desk !== undefined);
  return {
    desks: desks.map((i) => ({ installation: i.id, connector: i.connector, name: i.settings.shopName, state: i.state })),
    settings: await c.engine.handoffs.settingsOf(t.shop.tenant),
    slack: c.slack !== null,
  };
}

/** Teams may only stand at desks of the same tenant. */
export async function saveDesk(c: Composition, t: Tenancy, settings: HandoffSettings, by: string): Promise<{ ok: true } | { ok: false; team: number }> {
  const own = new Set((await deskOf(c, t)).desks.map((d) => d.installation));
  const foreign = settings.teams.findIndex((team) => !own.has(team.installation));
  if (foreign >= 0) return { ok: false, team: foreign };
  await c.engine.handoffs.saveSettings(t.shop.tenant, settings, by);
  return { ok: true };
}

/** A single-use link by which an administrator of a Slack workspace connects it to this shop; null where this service is no app of Slack's. */
export async function slackLink(c: Composition, t: Tenancy, origin: string): Promise<string | null> {
  if (c.slack === null) return null;
  const url = new URL(INSTALL_PATH, origin);
  url.searchParams.set('link', await c.engine.links.make(t.shop.tenant, 'slack'));
  return url.toString();
}
