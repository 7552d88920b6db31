import type { EventBody } from '@parley/core/contracts';
import { gidOf } from './gid.js';

/** What a document id names. */
type DocSubject = { kind: 'policy'; type: string } | { kind: 'page' | 'product'; gid: string };

/** The document that a changed record is the source of, or null where it is the source of none. */
export function docIdFor(entity: Extract<EventBody, { type: 'changed' }>['entity'], entityId: string): string | null {
  if (entity === 'policy') return /^[A-Z_]{1,60}$/.test(entityId) ? `policy:${entityId}` : null;
  if (entity !== 'page' && entity !== 'product') return null;
  const gid = gidOf(entity === 'page' ? 'Page' : 'Product', entityId);
  return gid === null ? null : `${entity}:${gid}`;
}

/** The inverse; null for an id that is not one of ours. */
export function docSubject(id: string): DocSubject | null {
  const at = id.indexOf(':');
  const kind = id.slice(0, Math.max(0, at));
  const rest = id.slice(at + 1);
  if (kind === 'policy') return docIdFor('policy', rest) === id ? { kind, type: rest } : null;
  if (kind === 'page' || kind === 'product') return docIdFor(kind, rest) === id ? { kind, gid: rest } : null;
  return null;
}
