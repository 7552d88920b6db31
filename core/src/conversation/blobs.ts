import { Bug, type Blobs, type Clock, type InboundEvent, type RandomBytes } from '../contracts/index.js';
import type { Identities, SealKey } from '../security/index.js';
import type { Store } from '../storage/index.js';
import type { Installations } from './installations.js';
import type { Records } from './records.js';

/** A file that no message has named within this long was chosen and not sent: nobody will ever see it. */
const UNUSED_MS = 24 * 3_600_000;
const REMOVED_AT_ONCE = 500;

/** Shoppers' files, and the end of those that nobody sent. */
export interface KeptBlobs extends Blobs {
  /** Removes what was uploaded and named by no message within a day. Returns how many. */
  removeUnused(): Promise<number>;
  /** A file of whoever has this key; null where it is another's, or gone. */
  open(tenant: string, key: SealKey, blob: string): Promise<{ mime: string; bytes: Uint8Array } | null>;
  /** Keeps a file that somebody else sends to whoever has this key, as theirs, for as long as the key lives. */
  keepFor(of: { tenant: string; installation: string }, key: SealKey, mime: string, bytes: Uint8Array): Promise<{ blob: string }>;
}

/** Shoppers' files, sealed like their texts, with the key of whoever they are of. */
export function createBlobs(deps: { records: Records; store: Store; installations: Installations; identities: Identities; clock: Clock; random: RandomBytes }): KeptBlobs {
  const { records, store, installations, identities, clock, random } = deps;

  async function keep(of: { tenant: string; installation: string }, key: SealKey, file: { mime: string; bytes: Uint8Array; unusedUntil: number | null }): Promise<{ blob: string }> {
    const { mime, bytes, unusedUntil } = file;
    const id = `bl_${Buffer.from(random(15)).toString('base64url')}`;
    await records.blobs.insert({ id, ...of, owner: key.id, mime, bytes: bytes.length, at: clock(), unusedUntil });
    await store.blobs.put({ id, tenant: of.tenant, mime, bytes: key.sealBytes(bytes, `blob/${id}`) });
    return { blob: id };
  }

  return {
    async put(installation, identity, mime, bytes) {
      const record = await installations.byId(installation);
      if (record === null) throw new Bug(`there is no installation ${installation} to keep a file for`, { code: 'blob.no-installation' });
      const key = await identities.keyOf({ tenant: record.tenant, installation, identity });
      return keep({ tenant: record.tenant, installation }, key, { mime, bytes, unusedUntil: clock() + UNUSED_MS });
    },
    keepFor: (of, key, mime, bytes) => keep(of, key, { mime, bytes, unusedUntil: null }),
    async open(tenant, key, blob) {
      const owned = await records.blobs.get({ tenant }, blob);
      const found = owned?.owner === key.id ? await store.blobs.get({ tenant }, blob) : null;
      return found === null ? null : { mime: found.mime, bytes: key.openBytes(found.bytes, `blob/${blob}`) };
    },
    async get(installation, identity, blob) {
      const record = await installations.byId(installation);
      if (record === null) return null;
      const owned = await records.blobs.get({ tenant: record.tenant }, blob);
      const found = owned?.installation === installation ? await store.blobs.get({ tenant: record.tenant }, blob) : null;
      if (found === null || owned === null) return null;
      const key = await identities.keyOf({ tenant: record.tenant, installation, identity });
      if (key.id !== owned.owner) return null;
      return { mime: found.mime, bytes: key.openBytes(found.bytes, `blob/${blob}`) };
    },
    async removeUnused() {
      const unused = await records.blobs.find('all', { where: { unusedUntil: { lt: clock() } }, limit: REMOVED_AT_ONCE });
      for (const { id, tenant } of unused) {
        await store.blobs.remove({ tenant }, id);
        await records.blobs.remove({ tenant }, id);
      }
      return unused.length;
    },
  };
}

/**
 * Keeps the files a message names, for as long as their owner's key lives. Done before the message is stored: a crash in between keeps a
 * file too many, never one too few.
 * @param owner id of the key its writer's texts are sealed with: naming another's file keeps nothing
 */
export async function keepNamed(records: Records, { tenant, owner, body }: { tenant: string; owner: string; body: InboundEvent['body'] }): Promise<void> {
  if (body.type !== 'message') return;
  for (const part of body.message.parts) {
    if ('blob' in part && part.blob !== undefined) await records.blobs.update({ tenant }, part.blob, { when: { owner }, set: { unusedUntil: null } });
  }
}
