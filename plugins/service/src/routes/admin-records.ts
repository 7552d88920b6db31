import { z } from 'zod';
import { exportId, OPERATORS_OWN, PRIVACY_ACTS, type AuditRecord } from '@parley/core/conversation';
import type { Composition } from '../composition.js';
import type { Tenancy } from '../tenancy.js';
import type { Visit } from './staff.js';

/** Newest entries shown; a shop with more requests than this has them all in its records. */
const SHOWN = 200;

/** What staff do that leaves a trace. */
const STAFF_ACTS = ['staff.settings', 'staff.redrive', 'staff.export', 'staff.read', 'staff.handoff', 'staff.link'] as const;
/** What an operator does to one tenant's records. */
const OPERATOR_ACTS = ['operator.turns', 'operator.redrive'] as const;

/** One thing done on a privacy request. `export` names what `/api/admin/exports/{id}` hands out. */
export const PrivacyEntry = z.object({ at: z.number(), act: z.string(), detail: z.string(), export: z.string().nullable() });

/** What was exported and erased for this tenant's shoppers, newest first. */
export async function privacyEntries(c: Composition, t: Tenancy): Promise<{ entries: z.infer<typeof PrivacyEntry>[] }> {
  const found = await c.engine.audit.list(t.shop.tenant, { acts: PRIVACY_ACTS, limit: SHOWN });
  return { entries: found.map(({ at, act, detail, subject }) => ({ at, act, detail, export: act === 'privacy.export' ? exportId(subject) : null })) };
}

export const ActsQuery = z.object({ limit: z.coerce.number().int().min(1).max(SHOWN).default(50), before: z.coerce.number().int().positive().optional() });
/** One thing somebody did: a member of staff, by the host's id of them, or the operator. `subject` is the id of what it was done to. */
export const ActEntry = z.object({ at: z.number(), actor: z.string(), act: z.string(), subject: z.string(), detail: z.string() });

/** Who read, changed, sent again or took out what, newest first. */
export async function actsOfStaff(c: Composition, t: Tenancy, { limit, before }: z.infer<typeof ActsQuery>): Promise<{ acts: z.infer<typeof ActEntry>[]; next: number | null }> {
  const found = await c.engine.audit.list(t.shop.tenant, { acts: [...STAFF_ACTS, ...OPERATOR_ACTS], limit, ...(before === undefined ? {} : { before }) });
  return { acts: found.map(shown), next: found.length === limit ? (found.at(-1)?.at ?? null) : null };
}

/** What the operator did to the service as a whole, newest first. */
export async function operatorsActs(c: Composition, { limit, before }: z.infer<typeof ActsQuery>): Promise<z.infer<typeof ActEntry>[]> {
  return (await c.engine.audit.list(OPERATORS_OWN, { limit, ...(before === undefined ? {} : { before }) })).map(shown);
}

function shown({ at, actor, act, subject, detail }: AuditRecord): z.infer<typeof ActEntry> {
  return { at, actor, act, subject, detail };
}

const actorOf = ({ staff }: Visit): string => `staff/${staff.userId}`;

export async function noteAct(c: Composition, visit: Visit, act: (typeof STAFF_ACTS)[number], subject: string, detail: string): Promise<void> {
  await c.engine.audit.note({ tenant: visit.shop.tenant, actor: actorOf(visit), act, subject, detail });
}

/** Who opened a conversation: once a day, since an open page asks again and again. */
export async function noteReading(c: Composition, visit: Visit, conversation: string): Promise<void> {
  const day = new Date(c.clock()).toISOString().slice(0, 10);
  await c.engine.audit.note({ tenant: visit.shop.tenant, actor: actorOf(visit), act: 'staff.read', subject: conversation, detail: '' }, [actorOf(visit), conversation, day]);
}

/** What the operator did: to one tenant's records, or to the service as a whole. */
export async function noteOperator(c: Composition, tenant: string, act: (typeof OPERATOR_ACTS)[number] | 'operator.canary' | 'operator.backup', subject: string, detail: string): Promise<void> {
  await c.engine.audit.note({ tenant, actor: 'operator', act, subject, detail });
}
