import type { Clock, RandomBytes } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import { DuplicateKey } from '../storage/index.js';
import type { AuditRecord, Records } from './records.js';

/** Acts on the service's behalf as a whole, not on one tenant's, are noted under this one. */
export const OPERATORS_OWN = 'operator';

/** Keeps who did what, and to what. Entries are only ever added; they name records, never what is in them. */
export interface Audit {
  /** @param once where given, an act already noted under the same words is not noted again: a retry, or a page opened twice a day */
  note(entry: Omit<AuditRecord, 'id' | 'at'>, once?: readonly string[]): Promise<void>;
  /** A tenant's entries, newest first; of these acts only, where named. */
  list(tenant: string, query: { acts?: readonly string[]; before?: number; limit: number }): Promise<AuditRecord[]>;
}

export function createAudit({ records, clock, random }: { records: Records; clock: Clock; random: RandomBytes }): Audit {
  return {
    async note(entry, once) {
      const id = once === undefined ? Buffer.from(random(15)).toString('base64url') : idOf('audit', ...once);
      try {
        await records.audit.insert({ ...entry, id, at: clock() });
      } catch (e) {
        if (!(e instanceof DuplicateKey) || once === undefined) throw e;
      }
    },
    list: (tenant, { acts, before, limit }) =>
      records.audit.find(
        { tenant },
        { where: { ...(acts === undefined ? {} : { act: { in: acts } }), ...(before === undefined ? {} : { at: { lt: before } }) }, sort: [{ path: 'at', order: 'desc' }], limit },
      ),
  };
}
