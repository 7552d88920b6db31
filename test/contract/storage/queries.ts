import { beforeEach, expect, it } from '@jest/globals';
import { Bug } from '@parley/core/contracts';
import type { Query, Where } from '@parley/core/storage';
import { A, failure, freshStore, type OpenStore, type Thing } from './harness.js';

const STOCK: Thing[] = [
  { id: '1', tenant: 'a', name: 'apple', rank: 10, open: true, box: 'm', seq: 1, claim: { worker: 'w1', attempt: 1 } },
  { id: '2', tenant: 'a', name: 'Banana', rank: 20, open: false, box: 'm', seq: 2, claim: { worker: 'w1', attempt: 2 } },
  { id: '3', tenant: 'a', name: 'cherry', rank: 30, open: true, box: 'm', seq: 3, claim: null },
  { id: '4', tenant: 'a', name: null, rank: null, open: null },
  { id: '5', tenant: 'a' },
  { id: '6', tenant: 'b', name: 'apple', rank: 10, open: true, box: 'm2', seq: 1 },
];

/** Conditions, sorting, limits, and what is refused. */
export function describeQueries(open: OpenStore): void {
  const bench = freshStore(open);
  beforeEach(async () => {
    await Promise.all(STOCK.map((thing) => bench().things.insert(thing)));
  });

  /** Runs a query both ways and checks that `count` agrees with `find`. */
  async function ids(where: Where): Promise<string[]> {
    const { things } = bench();
    const found = (await things.find(A, { where })).map((thing) => thing.id).sort();
    expect(await things.count(A, where)).toBe(found.length);
    return found;
  }

  it.each<[string, Where, string[]]>([
    ['text', { name: 'apple' }, ['1']],
    ['text, case and all', { name: 'banana' }, []],
    ['a number', { rank: 20 }, ['2']],
    ['true', { open: true }, ['1', '3']],
    ['false', { open: false }, ['2']],
    ['null: null or absent', { rank: null }, ['4', '5']],
    ['null inside an absent or null object', { 'claim.worker': null }, ['3', '4', '5']],
    ['a nested path', { 'claim.worker': 'w1' }, ['1', '2']],
    ['two paths together', { 'claim.worker': 'w1', 'claim.attempt': 2 }, ['2']],
    ['id', { id: '3' }, ['3']],
    ['id of another tenant', { id: '6' }, []],
    ['one of several', { name: { in: ['apple', 'cherry', 'nothing'] } }, ['1', '3']],
    ['one of several numbers', { rank: { in: [10, 30] } }, ['1', '3']],
    ['one of several booleans', { open: { in: [false] } }, ['2']],
    ['one of several or null', { rank: { in: [10, null] } }, ['1', '4', '5']],
    ['null alone in a list', { rank: { in: [null] } }, ['4', '5']],
    ['one of none', { rank: { in: [] } }, []],
    ['one of many', { rank: { in: Array.from({ length: 300 }, (_, n) => n) } }, ['1', '2', '3']],
    ['greater', { rank: { gt: 10 } }, ['2', '3']],
    ['greater or equal', { rank: { gte: 20 } }, ['2', '3']],
    ['less', { rank: { lt: 20 } }, ['1']],
    ['less or equal', { rank: { lte: 20 } }, ['1', '2']],
    ['between', { rank: { gt: 10, lte: 30 } }, ['2', '3']],
    ['a range of text', { name: { gte: 'apple', lt: 'b' } }, ['1']],
    ['a range and an equality', { rank: { gte: 10 }, open: true }, ['1', '3']],
    ['a range of another type', { rank: { gt: 'a' } }, []],
    ['a value of another type', { rank: '10' }, []],
    ['nothing', {}, ['1', '2', '3', '4', '5']],
  ])('finds by %s', async (_, where, expected) => {
    expect(await ids(where)).toEqual(expected);
  });

  it('finds over all tenants in the scope "all" only', async () => {
    const { things } = bench();
    expect((await things.find('all', { where: { name: 'apple' } })).map((thing) => thing.id).sort()).toEqual(['1', '6']);
    expect(await things.count('all', { tenant: { in: ['a', 'b'] } })).toBe(6);
    expect(await things.count('all', { tenant: 'b' })).toBe(1);
  });

  it.each<[string, Query, string[]]>([
    ['ascending', { where: { rank: { gt: 0 } }, sort: [{ path: 'rank', order: 'asc' }] }, ['1', '2', '3']],
    ['descending', { where: { rank: { gt: 0 } }, sort: [{ path: 'rank', order: 'desc' }] }, ['3', '2', '1']],
    ['the last of a box', { where: { box: 'm' }, sort: [{ path: 'seq', order: 'desc' }], limit: 1 }, ['3']],
    ['by two paths', { where: { open: { in: [true, false] } }, sort: [{ path: 'open', order: 'desc' }, { path: 'rank', order: 'desc' }] }, ['3', '1', '2']],
    ['what is one of several, by one order', { where: { box: { in: ['m', 'm2', 'm', 'nothing'] } }, sort: [{ path: 'seq', order: 'desc' }] }, ['3', '2', '1']],
    ['what is one of several, with a limit', { where: { 'claim.worker': { in: ['w1', 'w2'] }, open: true }, sort: [{ path: 'claim.attempt', order: 'asc' }], limit: 1 }, ['1']],
    ['what is one of several or null', { where: { 'claim.worker': { in: ['w1', null] }, box: 'm' }, sort: [{ path: 'claim.attempt', order: 'desc' }] }, ['2', '1', '3']],
    ['what is one of several texts, where a number is among them', { where: { box: { in: ['m', 7] } }, sort: [{ path: 'seq', order: 'asc' }], limit: 2 }, ['1', '2']],
    ['text by its code points', { where: { name: { gt: '' } }, sort: [{ path: 'name', order: 'asc' }] }, ['2', '1', '3']],
    ['null and absent before all else', { sort: [{ path: 'rank', order: 'asc' }, { path: 'id', order: 'asc' }] }, ['4', '5', '1', '2', '3']],
    ['null and absent last when descending', { sort: [{ path: 'rank', order: 'desc' }, { path: 'id', order: 'asc' }] }, ['3', '2', '1', '4', '5']],
    ['by id, with a limit', { sort: [{ path: 'id', order: 'asc' }], limit: 2 }, ['1', '2']],
  ])('sorts %s', async (_, query, expected) => {
    expect((await bench().things.find(A, query)).map((thing) => thing.id)).toEqual(expected);
  });

  it('returns 100 when no limit is named and up to 1,000 when asked', async () => {
    const { store } = bench();
    const many = store.collection<Thing>({ name: 'many', parse: (document) => document as Thing, paths: {}, unique: [], indexes: [] });
    await Promise.all(Array.from({ length: 1_001 }, (_, n) => many.insert({ id: `n${n}`, tenant: 'a' })));
    expect(await many.find(A, {})).toHaveLength(100);
    expect(await many.find(A, { limit: 1_000 })).toHaveLength(1_000);
    expect(await many.count(A, {})).toBe(1_001);
  });

  it.each<[string, Query]>([
    ['an undeclared path in where', { where: { note: 'x' } }],
    ['an undeclared path inside a declared object', { where: { 'claim.since': 1 } }],
    ['an undeclared path in sort', { sort: [{ path: 'note', order: 'asc' }] }],
    ['a path that is no path', { where: { 'name" OR 1=1 --': 'x' } }],
    ['a limit over 1,000', { limit: 1_001 }],
    ['a limit of zero', { limit: 0 }],
    ['a condition that says nothing', { where: { rank: {} } }],
  ])('refuses %s', async (_, query) => {
    expect(await failure(bench().things.find(A, query))).toBeInstanceOf(Bug);
  });

  it('refuses an undefined condition instead of finding everything', async () => {
    const where = JSON.parse('{}') as Record<string, string>;
    Object.assign(where, { name: undefined });
    const { things } = bench();
    expect(await failure(things.find(A, { where }))).toBeInstanceOf(Bug);
    expect(await failure(things.count(A, where))).toBeInstanceOf(Bug);
    expect(await failure(things.update(A, '1', { when: where, set: { rank: 1 } }))).toBeInstanceOf(Bug);
  });

  it('refuses a scope without a tenant', async () => {
    const { things } = bench();
    const nobody = JSON.parse('{}') as { tenant: string };
    for (const call of [things.get(nobody, '1'), things.find(nobody, {}), things.count(nobody, {}), things.update(nobody, '1', { set: { rank: 1 } }), things.remove(nobody, '1')]) {
      expect(await failure(call)).toBeInstanceOf(Bug);
    }
    expect(await things.get(A, '1')).toMatchObject({ rank: 10 });
  });

  it('finds what an update moved, where it is now', async () => {
    const { things } = bench();
    await things.update(A, '1', { set: { rank: 99, claim: { worker: 'w9', attempt: 1 } }, unset: ['open'] });
    expect(await ids({ rank: 99 })).toEqual(['1']);
    expect(await ids({ rank: 10 })).toEqual([]);
    expect(await ids({ 'claim.worker': 'w9' })).toEqual(['1']);
    expect(await ids({ open: true })).toEqual(['3']);
    await things.update(A, '1', { set: { claim: null } });
    expect(await ids({ 'claim.worker': 'w9' })).toEqual([]);
  });
}
