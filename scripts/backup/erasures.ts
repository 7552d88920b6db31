import { AuditRecord, BlobRecord } from '@parley/core/conversation';
import { Conversation, Turn } from '@parley/core/contracts';
import type { BackupItem } from '@parley/core/storage';
import { z } from 'zod';

const IdentityRow = z.looseObject({ id: z.string(), identity: z.string(), wrapped: z.string().nullable(), owner: z.string().nullable(), erasedAt: z.number().nullable() });
const ProofRow = z.object({ identity: z.string() });
const EntryRow = z.object({ sealKey: z.string() });

/** Who was erased, as a later backup knows it: ids without a person behind them, that is all that is left. */
export interface Erasures {
  /** Identity id -> when. */
  shoppers: Map<string, number>;
  /** Tenant -> when it was last erased. */
  tenants: Map<string, number>;
}

export function noErasures(): Erasures {
  return { shoppers: new Map(), tenants: new Map() };
}

/** Takes up what a later backup says of erasures. */
export function noteErasure(erasures: Erasures, item: BackupItem): void {
  if (item.kind !== 'document') return;
  if (item.collection === 'identities') {
    const { id, wrapped, erasedAt } = IdentityRow.parse(item.document);
    if (wrapped === null) erasures.shoppers.set(id, erasedAt ?? 0);
  } else if (item.collection === 'audit') {
    const { act, at, tenant } = AuditRecord.parse(item.document);
    if (act === 'privacy.erase-tenant-done') erasures.tenants.set(tenant, Math.max(at, erasures.tenants.get(tenant) ?? 0));
  }
}

/** Carries erasures out again on an older backup, on its way into a store. */
export interface Reerasing {
  /** Every item is shown once before any is applied: what belongs to a shopper is found out first. */
  look(item: BackupItem): void;
  /** The item as it is after the erasures; null where nothing of it is left. */
  apply(item: BackupItem): BackupItem | null;
  /** Shoppers and tenants of the backup that were erased again. */
  counted(): { shoppers: number; tenants: number };
}

/** @param at when the older backup was made; a tenant erased before that and installed anew is left alone */
export function createReerasing(erasures: Erasures, at: number): Reerasing {
  const tenants = new Set([...erasures.tenants].filter(([, when]) => when >= at).map(([tenant]) => tenant));
  const shoppers = erasures.shoppers;
  /** Identity id -> the host's name for it. */
  const names = new Map<string, string>();
  const conversations = new Map<string, string>();
  const blobs = new Set<string>();
  const foundTenants = new Set<string>();

  return {
    look(item) {
      if (item.kind !== 'document') return;
      if (tenants.has(item.document.tenant)) foundTenants.add(item.document.tenant);
      if (item.collection === 'identities') {
        const { id, identity, wrapped } = IdentityRow.parse(item.document);
        if (shoppers.has(id) && wrapped !== null) names.set(id, identity);
      } else if (item.collection === 'blob_owners') {
        const { id, owner } = BlobRecord.parse(item.document);
        if (shoppers.has(owner)) blobs.add(id);
      } else if (item.collection === 'turns') {
        const { sealKey, conversation } = Turn.parse(item.document);
        if (shoppers.has(sealKey) && conversation !== null) conversations.set(conversation, sealKey);
      }
    },
    apply(item) {
      if (item.kind === 'head') return item;
      if (item.kind === 'blob') return blobs.has(item.blob.id) || tenants.has(item.blob.tenant) ? null : item;
      // The proof that a tenant was erased stays, as it does when that happens.
      if (tenants.has(item.document.tenant)) return item.collection === 'audit' ? item : null;
      const changes = changesTo(item.collection, item.document);
      if (changes === null) return null;
      return { ...item, document: { ...item.document, ...changes } };
    },
    counted: () => ({ shoppers: names.size, tenants: foundTenants.size }),
  };

  /** What an erasure sets in a document, as `core/src/conversation/privacy.ts` does it; null where it removes it. */
  function changesTo(collection: string, document: Extract<BackupItem, { kind: 'document' }>['document']): Record<string, unknown> | null {
    switch (collection) {
      case 'identities':
        return names.has(document.id) ? { wrapped: null, owner: null, identity: 'erased', erasedAt: shoppers.get(document.id) } : {};
      case 'identity_proofs':
        return shoppers.has(ProofRow.parse(document).identity) ? null : {};
      case 'thread_entries':
        return shoppers.has(EntryRow.parse(document).sealKey) ? null : {};
      case 'blob_owners':
        return blobs.has(document.id) ? null : {};
      case 'conversations': {
        const { identity, epoch } = Conversation.parse(document);
        const owner = conversations.get(document.id);
        const theirs = owner !== undefined && names.get(owner) === identity;
        return theirs ? { preview: '', memory: null, status: 'closed', identity: 'erased', hostThread: 'erased', epoch: epoch + 1 } : {};
      }
      default:
        return {};
    }
  }
}
