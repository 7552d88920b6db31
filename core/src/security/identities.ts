import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { Rejected, type Clock, type RandomBytes } from '../contracts/index.js';
import { DuplicateKey, type Collection, type CollectionSpec, type Store } from '../storage/index.js';
import { idOf } from './signatures/index.js';
import { sealKey, type Master, type SealKey } from './vault.js';

/** One channel identity of a tenant with the key its texts are sealed with. Destroying the key erases them for good. */
const Identity = z.object({
  id: z.string(),
  tenant: z.string(),
  installation: z.string(),
  identity: z.string(),
  /** Wrapped key; null once destroyed. */
  wrapped: z.string().nullable(),
  /** Hash of (installation, identity) while the key lives; null afterwards, so that a returning shopper gets a new one. */
  owner: z.string().nullable(),
  createdAt: z.number(),
  erasedAt: z.number().nullable(),
});
export type Identity = z.infer<typeof Identity>;

const SPEC: CollectionSpec<Identity> = {
  name: 'identities',
  parse: (d) => Identity.parse(d),
  paths: { installation: 'string', identity: 'string', owner: 'string' },
  unique: [{ name: 'owner', paths: ['owner'] }],
  indexes: [],
};

/** One thing an identity proved to be, as a fingerprint: a shopper may order under two addresses, and is found by either. */
const ProvenRecord = z.object({ id: z.string(), tenant: z.string(), identity: z.string(), print: z.string() });
type ProvenRecord = z.infer<typeof ProvenRecord>;

const PROVEN: CollectionSpec<ProvenRecord> = {
  name: 'identity_proofs',
  parse: (d) => ProvenRecord.parse(d),
  paths: { identity: 'string', print: 'string' },
  unique: [],
  indexes: [
    { name: 'print', paths: ['tenant', 'print', 'id'] },
    { name: 'identity', paths: ['tenant', 'identity'] },
  ],
};

/** What a shopper proved: values are fingerprinted, never kept. */
export interface Proof {
  customerId?: string;
  email?: string;
  phone?: string;
  /** Host ids of orders that were told to them. */
  orders?: readonly string[];
}

export type IdentityPlace = { tenant: string; installation: string; identity: string };

/** The key ring: a key per channel identity, found, made, linked to proofs, and destroyed. */
export interface Identities {
  /** The identity's key, made on first use. */
  keyOf(place: IdentityPlace): Promise<SealKey>;
  /** The key by its id; null when it was destroyed: what it sealed is gone. */
  keyById(tenant: string, id: string): Promise<SealKey | null>;
  /** Remembers that this identity proved to be a customer. */
  link(place: IdentityPlace, proof: Proof): Promise<void>;
  /** All living identities that proved to be this customer. */
  of(tenant: string, proof: Proof): Promise<Identity[]>;
  /** Destroys the key: every text sealed with it can never be read again. */
  erase(tenant: string, id: string): Promise<void>;
  eraseTenant(tenant: string): Promise<number>;
}

/** Other processes may hold a destroyed key in memory this long, and no longer. */
const CACHE_MS = 60_000;
const PAGE = 500;

export function createIdentities(deps: { store: Store; master: Master; clock: Clock; random: RandomBytes }): Identities {
  const { master, clock, random } = deps;
  const rows: Collection<Identity> = deps.store.collection(SPEC);
  const proven: Collection<ProvenRecord> = deps.store.collection(PROVEN);
  /** By tenant and id: what is in memory is as much its tenant's own as what is stored. */
  const keys = new LRUCache<string, SealKey>({ max: 20_000, ttl: CACHE_MS });
  const cacheKey = (tenant: string, id: string) => `${tenant}/${id}`;

  function unwrap(row: Identity): SealKey | null {
    if (row.wrapped === null) return null;
    const key = sealKey(row.id, Buffer.from(master.open(row.wrapped, `identity/${row.id}`), 'base64url'), random);
    keys.set(cacheKey(row.tenant, row.id), key);
    return key;
  }

  async function living(place: IdentityPlace): Promise<Identity> {
    const owner = idOf(place.installation, place.identity);
    for (let attempt = 0; attempt < 5; attempt++) {
      const [row] = await rows.find({ tenant: place.tenant }, { where: { owner }, limit: 1 });
      if (row !== undefined) return row;
      const id = Buffer.from(random(15)).toString('base64url');
      const fresh: Identity = {
        id,
        tenant: place.tenant,
        installation: place.installation,
        identity: place.identity,
        wrapped: master.seal(Buffer.from(random(32)).toString('base64url'), `identity/${id}`),
        owner,
        createdAt: clock(),
        erasedAt: null,
      };
      try {
        await rows.insert(fresh);
        return fresh;
      } catch (e) {
        if (!(e instanceof DuplicateKey)) throw e;
      }
    }
    throw new Rejected(`the key of an identity of installation ${place.installation} kept changing while it was read`, { code: 'identity.contended' });
  }

  const owners = new LRUCache<string, string>({ max: 20_000, ttl: CACHE_MS });
  const linked = new LRUCache<string, true>({ max: 50_000, ttl: CACHE_MS });

  function forget(tenant: string, id: string): void {
    keys.delete(cacheKey(tenant, id));
    owners.clear();
    linked.clear();
  }

  /** Readers may remove what they are given: paging goes by id. */
  async function* pages(scope: { tenant: string }, where: Record<string, string>): AsyncIterable<ProvenRecord> {
    let after = '';
    for (;;) {
      const page = await proven.find(scope, { where: { ...where, id: { gt: after } }, sort: [{ path: 'id', order: 'asc' }], limit: PAGE });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  }

  return {
    async keyOf(place) {
      const owner = idOf(place.tenant, place.installation, place.identity);
      const known = keys.get(cacheKey(place.tenant, owners.get(owner) ?? ''));
      if (known !== undefined) return known;
      const row = await living(place);
      const key = unwrap(row);
      if (key === null) throw new Rejected('the key of this identity was destroyed', { code: 'identity.erased' });
      owners.set(owner, row.id);
      return key;
    },
    async keyById(tenant, id) {
      const known = keys.get(cacheKey(tenant, id));
      if (known !== undefined) return known;
      const row = await rows.get({ tenant }, id);
      return row === null ? null : unwrap(row);
    },
    async link(place, proof) {
      // Asked for with every message of a signed-in shopper: what was linked a moment ago is linked.
      const owner = idOf(place.tenant, place.installation, place.identity);
      const prints = [...provenValues(proof)].map((value) => master.fingerprint(place.tenant, value)).filter((print) => !linked.has(`${owner}/${print}`));
      if (prints.length === 0) return;
      const row = await living(place);
      for (const print of prints) {
        linked.set(`${owner}/${print}`, true);
        const id = idOf('proven', row.id, print);
        if ((await proven.get({ tenant: place.tenant }, id)) !== null) continue;
        try {
          await proven.insert({ id, tenant: place.tenant, identity: row.id, print });
        } catch (e) {
          if (!(e instanceof DuplicateKey)) throw e;
        }
      }
    },
    async of(tenant, proof) {
      const found = new Map<string, Identity>();
      for (const value of provenValues(proof)) {
        for await (const p of pages({ tenant }, { print: master.fingerprint(tenant, value) })) {
          const row = found.get(p.identity) ?? (await rows.get({ tenant }, p.identity));
          if (row !== null && row.wrapped !== null) found.set(row.id, row);
        }
      }
      return [...found.values()];
    },
    async erase(tenant, id) {
      const erased = await rows.update({ tenant }, id, { set: { wrapped: null, owner: null, identity: 'erased', erasedAt: clock() } });
      // Forgotten last: who read the row meanwhile put the key back into memory.
      forget(tenant, id);
      if (erased !== null) for await (const p of pages({ tenant }, { identity: id })) await proven.remove({ tenant }, p.id);
    },
    async eraseTenant(tenant) {
      let count = 0;
      for (;;) {
        const page = await rows.find({ tenant }, { limit: 500 });
        if (page.length === 0) break;
        for (const row of page) {
          await rows.remove({ tenant }, row.id);
          forget(tenant, row.id);
          count++;
        }
      }
      for await (const p of pages({ tenant }, {})) await proven.remove({ tenant }, p.id);
      return count;
    },
  };
}

/** The end of a number is the same with and without its country code; hosts write it either way. */
const PHONE_DIGITS = 9;

function* provenValues(proof: Proof): Iterable<string> {
  if (proof.customerId !== undefined) yield `customer:${proof.customerId}`;
  if (proof.email !== undefined) yield `email:${proof.email.trim().toLowerCase()}`;
  if (proof.phone !== undefined) yield `phone:${proof.phone.replace(/\D/g, '').slice(-PHONE_DIGITS)}`;
  for (const order of proof.orders ?? []) yield `order:${order}`;
}
