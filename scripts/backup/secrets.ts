import { InstallationRecord } from '@parley/core/conversation';
import type { Master } from '@parley/core/security';
import type { KeptDocument } from '@parley/core/storage';
import { z } from 'zod';

const Wrapped = z.object({ id: z.string(), wrapped: z.string().nullable() });

/**
 * Opens what the master secret seals in a document: shoppers' keys and hosts' credentials. Throws an error that names
 * PARLEY_SECRETS when it does not open, so that a wrong secret is found now and not at the next message.
 */
export function mustOpen(master: Master, collection: string, document: KeptDocument): void {
  try {
    if (collection === 'identities') {
      const { id, wrapped } = Wrapped.parse(document);
      if (wrapped !== null) master.open(wrapped, `identity/${id}`);
    } else if (collection === 'installations') {
      const { id, sealedCredentials } = InstallationRecord.parse(document);
      if (sealedCredentials !== null) master.open(sealedCredentials, `credentials/${id}`);
    }
  } catch (cause) {
    throw new Error(`PARLEY_SECRETS does not open ${collection}/${document.id}: give every secret the service was ever started with, there or in PARLEY_OLD_SECRETS, the newest first.`, { cause });
  }
}
