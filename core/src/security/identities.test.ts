import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { countingRandom, T0 } from '../contracts/examples.fixture.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createIdentities, type Identities } from './identities.js';
import { createMaster, type Master } from './vault.js';

const SECRET = 'a-secret-of-more-than-thirty-two-chars';
let store: Store;
let master: Master;
let now: number;
let ids: Identities;
let random: (size: number) => Uint8Array;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  random = countingRandom(7);
  master = createMaster([SECRET], random);
  now = T0;
  ids = opened();
});
afterEach(() => store.close());

/** Another process's view of the same store: nothing in its memory. */
function opened(): Identities {
  return createIdentities({ store, master, clock: () => now, random });
}

const ann = { tenant: 't', installation: 'i', identity: 'visitor-ann' };
const bob = { tenant: 't', installation: 'i', identity: 'visitor-bob' };
const proof = { customerId: 'customer-77', email: 'Ann@Example.com', phone: '+44 7911 123456' };

/** All rows of the key ring as they are kept. */
async function rows(): Promise<string> {
  const parse = (d: unknown) => z.looseObject({ id: z.string(), tenant: z.string() }).parse(d);
  const ring = store.collection({ name: 'identities', parse, paths: { installation: 'string', identity: 'string', owner: 'string' }, unique: [{ name: 'owner', paths: ['owner'] }], indexes: [] });
  const proven = store.collection({ name: 'identity_proofs', parse, paths: { identity: 'string', print: 'string' }, unique: [], indexes: [{ name: 'print', paths: ['tenant', 'print', 'id'] }, { name: 'identity', paths: ['tenant', 'identity'] }] });
  return JSON.stringify([...(await ring.find('all', { limit: 1_000 })), ...(await proven.find('all', { limit: 1_000 }))]);
}

describe('keys', () => {
  it('are one per identity, and the same ever after', async () => {
    const [a, b, again] = await Promise.all([ids.keyOf(ann), ids.keyOf(bob), ids.keyOf(ann)]);
    expect(again.id).toBe(a.id);
    expect(b.id).not.toBe(a.id);
    const sealed = a.seal('hello', 'c');
    expect((await opened().keyOf(ann)).open(sealed, 'c')).toBe('hello');
    expect((await opened().keyById('t', a.id))?.open(sealed, 'c')).toBe('hello');
    expect(() => b.open(sealed, 'c')).toThrow();
  });
  it('are one even when many ask for the first time at once, in several processes', async () => {
    const rings = [ids, opened(), opened()];
    const keys = await Promise.all(Array.from({ length: 30 }, (_, n) => (rings[n % 3] ?? ids).keyOf(ann)));
    expect(new Set(keys.map((k) => k.id)).size).toBe(1);
  });
  it('are another one for another installation', async () => {
    expect((await ids.keyOf({ ...ann, installation: 'j' })).id).not.toBe((await ids.keyOf(ann)).id);
  });
  it('are given to their own tenant only, in memory as in the store', async () => {
    const key = await ids.keyOf(ann);
    expect(await opened().keyById('other', key.id)).toBeNull();
    expect(await ids.keyById('other', key.id)).toBeNull();
    expect((await ids.keyById('t', key.id))?.id).toBe(key.id);
    await expect(ids.keyOf({ ...ann, tenant: 'other' })).rejects.toThrow();
  });
  it('are kept wrapped', async () => {
    const key = await ids.keyOf(ann);
    const text = await rows();
    expect(text).toContain(key.id);
    const wrapped = z.array(z.looseObject({ wrapped: z.string() })).parse(JSON.parse(text))[0]?.wrapped ?? '';
    expect(text).not.toContain(master.open(wrapped, `identity/${key.id}`));
  });
});

describe('proofs', () => {
  it('find the identity again by each of them, however written', async () => {
    await ids.link(ann, proof);
    for (const p of [{ customerId: 'customer-77' }, { email: ' ann@example.com' }, { phone: '+447911123456' }, { phone: '07911 123456' }]) expect((await ids.of('t', p)).map((i) => i.identity)).toEqual(['visitor-ann']);
    for (const p of [{ customerId: 'customer-78' }, { email: 'bob@example.com' }, { phone: '+447911123457' }, {}]) expect(await ids.of('t', p)).toEqual([]);
    expect(await ids.of('other', proof)).toEqual([]);
  });
  it('are not kept in clear', async () => {
    await ids.link(ann, proof);
    const text = (await rows()).toLowerCase();
    expect(text).toContain('"print"');
    for (const value of ['ann@example.com', 'customer-77', '447911123456', '7911 123456']) expect(text).not.toContain(value);
  });
  it('join several identities of one shopper, and add to each other', async () => {
    await ids.link(ann, { customerId: 'c' });
    await ids.link(ann, { email: 'ann@example.com' });
    await ids.link(bob, { email: 'ann@example.com' });
    expect((await ids.of('t', { email: 'ann@example.com', customerId: 'c' })).map((i) => i.identity).sort()).toEqual(['visitor-ann', 'visitor-bob']);
  });
  it('of a second address do not make the first forgotten', async () => {
    await ids.link(ann, { email: 'first@example.com' });
    await ids.link(ann, { email: 'second@example.com' });
    for (const email of ['first@example.com', 'second@example.com']) expect((await ids.of('t', { email })).map((i) => i.identity)).toEqual(['visitor-ann']);
  });
  it('find every identity, however many there are', async () => {
    await Promise.all(Array.from({ length: 1_050 }, (_, n) => ids.link({ ...ann, identity: `v${n}` }, { customerId: 'c' })));
    expect(await ids.of('t', { customerId: 'c' })).toHaveLength(1_050);
  });
});

describe('erasing', () => {
  it('makes what was sealed unreadable and the shopper not to be found', async () => {
    await ids.link(ann, proof);
    const { id } = await ids.keyOf(ann);
    await ids.erase('t', id);
    expect(await ids.keyById('t', id)).toBeNull();
    expect(await opened().keyById('t', id)).toBeNull();
    expect(await ids.of('t', proof)).toEqual([]);
    const text = await rows();
    expect(text).not.toContain('visitor-ann');
    expect(text).toContain('"wrapped":null');
  });
  it('gives a returning shopper a new key that opens nothing of before', async () => {
    const before = await ids.keyOf(ann);
    const sealed = before.seal('hello', 'c');
    await ids.erase('t', before.id);
    const after = await ids.keyOf(ann);
    expect(after.id).not.toBe(before.id);
    expect(() => after.open(sealed, 'c')).toThrow();
    await ids.link(ann, proof);
    expect((await ids.of('t', proof)).map((i) => i.id)).toEqual([after.id]);
  });
  it('leaves others alone, and can be repeated', async () => {
    await ids.link(bob, proof);
    const [a, b] = await Promise.all([ids.keyOf(ann), ids.keyOf(bob)]);
    await ids.erase('other', b.id);
    await ids.erase('t', a.id);
    await ids.erase('t', a.id);
    expect((await opened().keyById('t', b.id))?.id).toBe(b.id);
    expect(await ids.of('t', proof)).toHaveLength(1);
  });
  it('holds against a reader that comes while it is under way', async () => {
    const { id } = await ids.keyOf(ann);
    const erasing = ids.erase('t', id);
    const meanwhile = await ids.keyById('t', id);
    await erasing;
    expect(meanwhile === null || meanwhile.id === id).toBe(true);
    expect(await ids.keyById('t', id)).toBeNull();
    expect((await ids.keyOf(ann)).id).not.toBe(id);
  });
  it('of a tenant destroys all its keys and no other’s', async () => {
    const a = await ids.keyOf(ann);
    await ids.link(ann, proof);
    await ids.keyOf(bob);
    const other = await ids.keyOf({ tenant: 'u', installation: 'k', identity: 'x' });
    expect(await ids.eraseTenant('t')).toBe(2);
    expect(await ids.eraseTenant('t')).toBe(0);
    expect(await ids.keyById('t', a.id)).toBeNull();
    expect(await ids.of('t', proof)).toEqual([]);
    expect((await ids.keyById('u', other.id))?.id).toBe(other.id);
  });
});
