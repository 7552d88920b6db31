import { expect, it } from '@jest/globals';
import { Bug } from '@parley/core/contracts';
import { DuplicateKey } from '@parley/core/storage';
import { A, B, failure, freshStore, type OpenStore, type Thing, THINGS } from './harness.js';

/** Inserting, getting, removing; uniqueness; whose a document is; what comes out is what went in. */
export function describeDocuments(open: OpenStore): void {
  const bench = freshStore(open);

  it('gives back what was inserted', async () => {
    const { things } = bench();
    const thing: Thing = { id: '1', tenant: 'a', name: 'n', rank: -3, open: false, claim: { worker: 'w', attempt: 2 }, parts: { p: { state: 's' } }, note: [1, null, { deep: [true] }] };
    await things.insert(thing);
    expect(await things.get(A, '1')).toEqual(thing);
    expect(await things.get('all', '1')).toEqual(thing);
    expect(await things.get(A, '2')).toBeNull();
  });

  it('keeps numbers up to the largest safe integer, and fractions in undeclared paths', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', rank: Number.MAX_SAFE_INTEGER, note: 0.1 });
    await things.insert({ id: '2', tenant: 'a', rank: -Number.MAX_SAFE_INTEGER });
    expect(await things.find(A, { where: { rank: Number.MAX_SAFE_INTEGER } })).toEqual([{ id: '1', tenant: 'a', rank: Number.MAX_SAFE_INTEGER, note: 0.1 }]);
    expect((await things.find(A, { where: { rank: { lt: 0 } } })).map((thing) => thing.rank)).toEqual([-Number.MAX_SAFE_INTEGER]);
  });

  it('never stores undefined', async () => {
    const { store } = bench();
    const raw = store.collection({ name: 'raw', parse: (document) => document as { id: string; tenant: string; a?: unknown; b?: unknown }, paths: {}, unique: [], indexes: [] });
    await raw.insert({ id: '1', tenant: 'a', a: undefined, b: { c: undefined, d: 1 } });
    expect(Object.keys((await raw.get(A, '1')) ?? {}).sort()).toEqual(['b', 'id', 'tenant']);
    expect((await raw.get(A, '1'))?.b).toStrictEqual({ d: 1 });
  });

  it('refuses a second document with the same id, whoever owns it', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', name: 'first' });
    for (const tenant of ['a', 'b']) {
      const error = await failure(things.insert({ id: '1', tenant, name: 'second' }));
      expect(error).toBeInstanceOf(DuplicateKey);
      expect(error).toMatchObject({ index: 'id' });
    }
    expect(await things.get('all', '1')).toMatchObject({ tenant: 'a', name: 'first' });
  });

  it('refuses a second document in a unique index and names the index', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: 2 });
    await things.insert({ id: '3', tenant: 'a', box: 'n', seq: 1 });
    expect(await failure(things.insert({ id: '4', tenant: 'a', box: 'm', seq: 2 }))).toMatchObject({ name: 'DuplicateKey', index: 'box-seq' });
    expect(await things.get(A, '4')).toBeNull();
  });

  it('names the id when id and unique index are both taken', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    expect(await failure(things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 }))).toMatchObject({ index: 'id' });
  });

  it('does not bind documents whose part of a unique index is null or absent', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: null });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: null });
    await things.insert({ id: '3', tenant: 'a', box: 'm' });
    await things.insert({ id: '4', tenant: 'a', box: 'm' });
    await things.insert({ id: '5', tenant: 'a' });
    await things.insert({ id: '6', tenant: 'a' });
    expect(await things.count(A, {})).toBe(6);
  });

  it('refuses a change into a taken unique key, and changes nothing then', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await things.insert({ id: '2', tenant: 'a', box: 'm', seq: 2, rank: 7 });
    expect(await failure(things.update(A, '2', { set: { seq: 1 }, inc: { rank: 1 } }))).toMatchObject({ name: 'DuplicateKey', index: 'box-seq' });
    expect(await things.get(A, '2')).toMatchObject({ seq: 2, rank: 7 });
  });

  it('frees a unique key with its document', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    expect(await things.remove(A, '1')).toBe(true);
    expect(await things.remove(A, '1')).toBe(false);
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    expect(await things.count(A, {})).toBe(1);
  });

  it('lets a wrong tenant see, change and remove nothing', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', name: 'mine', rank: 1 });
    expect(await things.get(B, '1')).toBeNull();
    expect(await things.find(B, {})).toEqual([]);
    expect(await things.find(B, { where: { id: '1' } })).toEqual([]);
    expect(await things.find(B, { where: { tenant: 'a' } })).toEqual([]);
    expect(await things.count(B, { name: 'mine' })).toBe(0);
    expect(await things.update(B, '1', { set: { name: 'theirs' } })).toBeNull();
    expect(await things.remove(B, '1')).toBe(false);
    expect(await things.get(A, '1')).toEqual({ id: '1', tenant: 'a', name: 'mine', rank: 1 });
  });

  it('keeps collections apart', async () => {
    const { store, things } = bench();
    const others = store.collection({ ...THINGS, name: 'others' });
    await things.insert({ id: '1', tenant: 'a', box: 'm', seq: 1 });
    await others.insert({ id: '1', tenant: 'a', box: 'm', seq: 1, name: 'other' });
    expect(await things.remove(A, '1')).toBe(true);
    expect(await others.get(A, '1')).toMatchObject({ name: 'other' });
  });

  it('hands out copies: changing one changes nothing stored', async () => {
    const { things } = bench();
    const given: Thing = { id: '1', tenant: 'a', parts: { p: { state: 'one' } } };
    const inserting = things.insert(given);
    given.parts = { p: { state: 'changed after the call' } };
    await inserting;
    const got = await things.get(A, '1');
    if (got?.parts?.p) got.parts.p.state = 'changed';
    const [found] = await things.find(A, {});
    if (found?.parts?.p) found.parts.p.state = 'changed';
    const part = { state: 'two' };
    const updating = things.update(A, '1', { set: { 'parts.q': part } });
    part.state = 'changed';
    const updated = await updating;
    if (updated?.parts?.q) updated.parts.q.state = 'changed';
    expect((await things.get(A, '1'))?.parts).toEqual({ p: { state: 'one' }, q: { state: 'two' } });
  });

  it('takes a document of 256 kB', async () => {
    const { things } = bench();
    const note = '汉'.repeat(85_000);
    await things.insert({ id: '1', tenant: 'a', note });
    expect((await things.get(A, '1'))?.note).toBe(note);
    expect((await things.update(A, '1', { set: { name: 'big' } }))?.note).toBe(note);
  });

  it('keeps every well-formed text as it is, in bodies and in declared paths', async () => {
    const { things } = bench();
    const texts = ['订单在哪里', '👩‍👩‍👧 🇨🇳', 'é e\u0301', '\u0001\u001f\u007f', "'; DROP TABLE things; --", '"%_\\', ' ', 'a\nb\r\nc'];
    for (const [at, text] of texts.entries()) await things.insert({ id: `t${at}`, tenant: 'a', name: text, note: { [text]: text } });
    for (const [at, text] of texts.entries()) {
      expect(await things.find(A, { where: { name: text } })).toEqual([{ id: `t${at}`, tenant: 'a', name: text, note: { [text]: text } }]);
    }
  });

  it('survives half a surrogate pair: the text comes back as it was, or with U+FFFD in its place', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', name: 'x\ud83dy', note: 'x\ude00y' });
    const [found] = await things.find(A, { where: { name: 'x\ud83dy' } });
    expect(['x\ud83dy', 'x\ufffdy']).toContain(found?.name);
    expect(['x\ude00y', 'x\ufffdy']).toContain(found?.note);
  });

  it('calls a stored document that no longer parses a Bug, naming collection and id', async () => {
    const { opened, store } = bench();
    await store.collection({ ...THINGS, name: 'old' }).insert({ id: 'x-1', tenant: 'a', name: 'n' });
    const newer = (await opened.reopen()).collection({
      ...THINGS,
      name: 'old',
      parse: () => {
        throw new Error('a field is missing');
      },
    });
    for (const reading of [() => newer.get(A, 'x-1'), () => newer.find(A, {})]) {
      const error = await failure(reading());
      expect(error).toBeInstanceOf(Bug);
      expect(error.message).toContain('old');
      expect(error.message).toContain('x-1');
    }
  });
}
