import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMaster } from '@parley/core/security';
import { type BackupItem, type Catalogue, DuplicateKey, loadBackup, mustFit, readBackup, type WholeStore, writeBackup } from '@parley/core/storage';
import type { Thing} from './harness.js';
import { A, all, B, failure, type OpenedStore, type OpenStore, THINGS } from './harness.js';

const NOTES = { ...THINGS, name: 'notes', unique: [], indexes: [] };
const CATALOGUE: Catalogue = new Map([
  ['things', THINGS],
  ['notes', NOTES],
]);
const SECRET = 'a master secret for nothing but tests';
const random = (n: number) => new Uint8Array(n).fill(7);
const KEYS = createMaster([SECRET], random);
const AT = Date.UTC(2026, 4, 6, 7, 8, 9);

/** Keys, texts and numbers that engines lay out in ways of their own. */
const HARD: Thing[] = [
  { id: 'seq-1', tenant: 'a', box: 'm', seq: 1, rank: 2 ** 53 - 1, open: true, claim: { worker: 'w', attempt: 3 }, parts: { 'p-1': { state: 'sending', tries: 2 } } },
  { id: 'seq-2', tenant: 'a', box: 'm', seq: 2, rank: -0.5, open: false, claim: null, tags: ['x', { y: [1, null] }, []] },
  { id: 'other', tenant: 'b', name: '退货 🚚 line\u2028two\nthree "quoted"', note: { 'a.b': 1, $set: { _id: '%', '': 'empty' }, deep: { er: [[1], [2]] } } },
];

async function textOf(store: WholeStore): Promise<string> {
  const snapshot = await store.snapshot();
  try {
    return (await all(writeBackup(snapshot, { keys: KEYS, at: AT }))).join('');
  } finally {
    await snapshot.close();
  }
}

/** In pieces that end anywhere, as files and sockets give them. */
async function* inPieces(text: string, size = 1_000): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield Promise.resolve(bytes.subarray(from, from + size));
}

const read = (text: string, keys = KEYS): AsyncIterable<BackupItem> => readBackup('the file', inPieces(text), keys);
const whole = (text: string, keys = KEYS): Promise<BackupItem[]> => all(read(text, keys));

/** What every engine promises about being read as a whole and filled as a whole, with any engine at the other end. */
export function describeWhole(name: string, openFrom: OpenStore, openTo: OpenStore): void {
  describe(`backup: ${name}`, () => {
    let from: OpenedStore;
    let to: OpenedStore;
    beforeEach(async () => {
      from = await openFrom();
      to = await openTo();
      const things = from.store.collection(THINGS);
      for (const thing of HARD) await things.insert(thing);
      const notes = from.store.collection(NOTES);
      await Promise.all(Array.from({ length: 450 }, (_, n) => notes.insert({ id: `n${n}`, tenant: n % 2 === 0 ? 'a' : 'b', rank: n })));
      await from.store.blobs.put({ id: 'picture', tenant: 'a', mime: 'image/png', bytes: Uint8Array.from({ length: 100_000 }, (_, n) => n % 256) });
      await from.store.blobs.put({ id: 'empty', tenant: 'b', mime: 'x/y', bytes: new Uint8Array(0) });
    });
    afterEach(async () => {
      await from.dispose();
      await to.dispose();
    });

    it('gives the other store the same documents and blobs, as ready for the next write as they were', async () => {
      const text = await textOf(from.store);
      expect(await loadBackup(to.store, read(text), CATALOGUE)).toEqual({ documents: 453, blobs: 2 });
      const moved = await to.reopen();
      const things = moved.collection(THINGS);
      for (const thing of HARD) expect(await things.get({ tenant: thing.tenant }, thing.id)).toEqual(thing);
      expect(await moved.collection(NOTES).count(B, { rank: { gte: 200, lt: 300 } })).toBe(50);
      expect(await moved.blobs.get(A, 'picture')).toEqual(await from.store.blobs.get(A, 'picture'));
      expect((await moved.blobs.get(B, 'empty'))?.bytes).toHaveLength(0);
      // The sequence goes on where it was: its last number is taken, the next is free.
      expect(await failure(things.insert({ id: 'again', tenant: 'a', box: 'm', seq: 2 }))).toBeInstanceOf(DuplicateKey);
      await things.insert({ id: 'seq-3', tenant: 'a', box: 'm', seq: 3 });
      // And so do claims: what was not the state then does not hold now either.
      expect(await things.update(A, 'seq-1', { when: { 'claim.worker': 'w', 'claim.attempt': 2 }, inc: { 'claim.attempt': 1 } })).toBeNull();
      expect(await things.update(A, 'seq-1', { when: { 'claim.worker': 'w', 'claim.attempt': 3, 'parts.p-1.tries': 2 }, inc: { 'claim.attempt': 1 } })).toMatchObject({ claim: { worker: 'w', attempt: 4 } });
    });

    it('writes the same content again from the store it filled', async () => {
      const text = await textOf(from.store);
      await loadBackup(to.store, read(text), CATALOGUE);
      const content = async (t: string) => (await whole(t)).slice(1).map((item) => JSON.stringify(item, sorted)).sort();
      expect(await content(await textOf(to.store))).toEqual(await content(text));
    });

    it('holds one moment or says that it does not, while others write', async () => {
      const snapshot = await from.store.snapshot();
      await from.store.collection(THINGS).insert({ id: 'late', tenant: 'a' });
      const outcome = await all(writeBackup(snapshot, { keys: KEYS, at: AT })).then(
        (lines) => lines.join(''),
        (error: unknown) => error,
      );
      await snapshot.close();
      if (typeof outcome === 'string') expect(outcome).not.toContain('"late"');
      else expect(outcome).toMatchObject({ kind: 'rejected', code: 'backup.moving', message: expect.stringContaining('stop every process') });
    });

    it('refuses a store that holds anything, and leaves it as it was', async () => {
      await to.store.collection(NOTES).insert({ id: 'mine', tenant: 'a' });
      const text = await textOf(from.store);
      expect(await failure(loadBackup(to.store, read(text), CATALOGUE))).toMatchObject({ kind: 'rejected', code: 'storage.not-empty', message: expect.stringContaining('1 in notes') });
      const left = await to.reopen();
      expect(await left.collection(NOTES).count('all', {})).toBe(1);
      expect(await left.collection(THINGS).count('all', {})).toBe(0);
    });

    it('lets nobody open a store that was filled by half', async () => {
      const text = await textOf(from.store);
      const half = text.slice(0, text.length / 2);
      await failure(loadBackup(to.store, read(half), CATALOGUE));
      expect(await failure(to.reopen())).toMatchObject({ kind: 'rejected', code: 'storage.unfinished-restore', message: expect.stringContaining('restore again') });
    });
  });
}

/** What the reader of a backup refuses, whichever engine it is of. */
export function describeRefusals(open: OpenStore): void {
  describe('backup: what is refused', () => {
    let text = '';
    beforeEach(async () => {
      const opened = await open();
      for (const thing of HARD) await opened.store.collection(THINGS).insert(thing);
      text = await textOf(opened.store);
      await opened.dispose();
    });

    it('a file cut anywhere', async () => {
      await whole(text);
      const lines = text.split('\n');
      const cuts = [text.slice(0, text.lastIndexOf('{"end"')), text.slice(0, -40), text.slice(0, text.indexOf('\n') + 20), lines.slice(0, 2).join('\n'), lines.filter((_, n) => n !== 2).join('\n')];
      for (const one of cuts) expect(await failure(whole(one))).toMatchObject({ kind: 'rejected', code: 'backup.damaged', message: expect.stringContaining('the file') });
    });

    it('a file with one character changed, wherever it is', async () => {
      // Every seventh place, and each line's first and last ones.
      for (let at = 0; at < text.length; at += 7) {
        const other = text.charCodeAt(at) === 0x61 ? 'b' : 'a';
        const outcome = await failure(whole(`${text.slice(0, at)}${other}${text.slice(at + 1)}`));
        expect(outcome).toMatchObject({ kind: 'rejected', code: expect.stringMatching(/^backup\.(damaged|foreign|secret)$/) });
      }
    });

    it('a changed file with a new checksum, which only the secret could seal', async () => {
      const body = text.slice(0, text.lastIndexOf('{"end"')).replace('"rank":-0.5', '"rank":99');
      const { createHash } = await import('node:crypto');
      const sha256 = createHash('sha256').update(body).digest('hex');
      const end = text.slice(text.lastIndexOf('{"end"')).replace(/"sha256":"[0-9a-f]+"/, `"sha256":"${sha256}"`);
      expect(await failure(whole(body + end))).toMatchObject({ code: 'backup.damaged', message: expect.stringContaining('sealed') });
    });

    it('what is no backup', async () => {
      for (const foreign of ['', '\n', 'SQLite format 3\u0000', '{"parley":"shop"}\n', '[]\n', 'null\n']) expect(await failure(whole(foreign))).toMatchObject({ code: 'backup.foreign', message: 'the file is no backup of Parley.' });
    });

    it('one of a newer release, whatever else is in its head', async () => {
      expect(await failure(whole('{"parley":"backup","schema":2,"new":true}\n'))).toMatchObject({ code: 'backup.newer-schema', message: expect.stringContaining('schema version 2, this release knows 1') });
      const newer: BackupItem = { kind: 'document', collection: 'things', document: { id: 'x', tenant: 'a', rank: 'high' } };
      expect(() => mustFit(newer, CATALOGUE)).toThrow(/things\/x, which this release cannot read/);
      expect(() => mustFit({ ...newer, collection: 'wonders' }, CATALOGUE)).toThrow(/"wonders" this release does not know/);
    });

    it('another secret, fewer secrets and another order of them, before the first document', async () => {
      const rotated = createMaster(['the newest master secret of all, long enough', SECRET], random);
      const other = createMaster(['another master secret, as long as that one'], random);
      const shuffled = createMaster([SECRET, 'the newest master secret of all, long enough'], random);
      for (const keys of [other, shuffled]) {
        const seen: string[] = [];
        const reading = (async () => {
          for await (const item of read(text, keys)) seen.push(item.kind);
        })();
        expect(await failure(reading)).toMatchObject({ kind: 'rejected', code: 'backup.secret', message: expect.stringContaining('PARLEY_SECRETS') });
        expect(seen).toEqual([]);
      }
      expect(await whole(text, rotated)).toHaveLength(HARD.length + 1);
    });
  });
}

/** Keys in one order, for comparing. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
