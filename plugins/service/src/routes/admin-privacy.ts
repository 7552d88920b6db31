import { z } from 'zod';
import { exportId } from '@parley/core/conversation';
import type { Composition } from '../composition.js';
import type { Tenancy } from '../tenancy.js';

/** Newest entries shown; a shop with more requests than this has them all in its records. */
const SHOWN = 200;

/** One thing done on a privacy request. `export` names what `/api/admin/exports/{id}` hands out. */
export const PrivacyEntry = z.object({ at: z.number(), act: z.string(), detail: z.string(), export: z.string().nullable() });

/** What was exported and erased for this tenant's shoppers, newest first. */
export async function privacyEntries(c: Composition, t: Tenancy): Promise<{ entries: z.infer<typeof PrivacyEntry>[] }> {
  const found = await c.engine.records.audit.find({ tenant: t.shop.tenant }, { sort: [{ path: 'at', order: 'desc' }], limit: SHOWN });
  return { entries: found.map(({ at, act, detail, subject }) => ({ at, act, detail, export: act === 'privacy.export' ? exportId(subject) : null })) };
}
