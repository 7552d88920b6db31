import { expect, it } from '@jest/globals';
import type { Collection, CollectionSpec } from '@parley/core/storage';
import { A, freshStore, type OpenStore } from './harness.js';

interface Free {
  id: string;
  tenant: string;
  [key: string]: unknown;
}

const FREE: CollectionSpec<Free> = { name: 'free', parse: (document) => document as Free, paths: {}, unique: [], indexes: [] };

/** Keys that some engine or driver might read a meaning into. */
const KEYS = ['a.b', '.', '$set', '$', 'x$y', '%', '%2E', '%24', '_id', '_bsontype', '$ref', '$id', '$db', '', ' ', 'toString', '0', 'nul\0key', '汉字', '__v', 'length'];

/** Bodies are any JSON: what goes in comes out, whatever its keys and values look like. */
export function describeBodies(open: OpenStore): void {
  const bench = freshStore(open);
  const free = (): Collection<Free> => bench().store.collection(FREE);

  it('keeps every key of an object, at every depth', async () => {
    const odd = Object.fromEntries(KEYS.map((key, n) => [key, n]));
    const document: Free = { ...odd, id: '1', tenant: 'a', inside: { deeper: { ...odd, inside: odd } }, listed: [odd, { inside: odd }] };
    await free().insert(document);
    expect(await free().get(A, '1')).toEqual(document);
    await free().update(A, '1', { set: { 'put.here': { odd } } });
    expect(await free().get(A, '1')).toEqual({ ...document, put: { here: { odd } } });
  });

  it('keeps what looks like a driver’s own types as what it is', async () => {
    const document: Free = { id: '1', tenant: 'a', point: { $ref: 'x', $id: 'y', $db: 'z' }, oid: { $oid: '0123456789abcdef01234567' }, typed: { _bsontype: 'ObjectId', id: 'x' }, long: { $numberLong: '1' }, code: { $code: 'x' } };
    await free().insert(document);
    expect(await free().get(A, '1')).toEqual(document);
    expect(await free().find(A, {})).toEqual([document]);
  });

  it('keeps a key named __proto__ an own key', async () => {
    const text = '{"id":"1","tenant":"a","inside":{"__proto__":{"polluted":true},"x":[{"__proto__":1}]}}';
    await free().insert(JSON.parse(text) as Free);
    const inside = (await free().get(A, '1'))?.['inside'] as object;
    expect(JSON.stringify(inside)).toBe('{"__proto__":{"polluted":true},"x":[{"__proto__":1}]}');
    expect(Object.getPrototypeOf(inside)).toBe(Object.prototype);
  });

  it('finds its way along paths with such keys', async () => {
    await free().insert({ id: '1', tenant: 'a', parts: { $x: { state: 'one' }, '%2E': { n: 1 }, '0': { state: 'zero' }, _id: { state: 'id' } } });
    const changed = await free().update(A, '1', { when: { 'parts.$x.state': 'one', 'parts.%2E.n': 1, 'parts.0.state': 'zero', 'parts._id.state': 'id' }, set: { 'parts.$x.state': 'two', 'parts.$[].state': 'new', 'parts.$.state': 'newer' }, inc: { 'parts.%2E.n': 2 }, unset: ['parts._id'] });
    expect(changed?.['parts']).toEqual({ $x: { state: 'two' }, '%2E': { n: 3 }, '0': { state: 'zero' }, '$[]': { state: 'new' }, $: { state: 'newer' } });
    expect(await free().get(A, '1')).toEqual(changed);
  });

  it('keeps numbers as numbers: large integers, fractions, negative, and what JSON makes of the rest', async () => {
    const numbers = [0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0.1, -1e-7, 1e300, 5e-324];
    await free().insert({ id: '1', tenant: 'a', ...Object.fromEntries(numbers.map((n, place) => [`n${place}`, n])), list: numbers, none: Number.NaN, endless: Number.POSITIVE_INFINITY, minus: -0 });
    const got: Record<string, unknown> = (await free().get(A, '1')) ?? {};
    for (const [place, n] of numbers.entries()) expect(Object.is(got[`n${place}`], n)).toBe(true);
    expect(got['list']).toEqual(numbers);
    expect([got['none'], got['endless'], Object.is(got['minus'], 0)]).toEqual([null, null, true]);
    const raised = await free().update(A, '1', { inc: { n3: 1, n7: -1, n9: 0.2, n1: Number.MAX_SAFE_INTEGER - 1 } });
    expect([raised?.['n3'], raised?.['n7'], raised?.['n9'], raised?.['n1']]).toEqual([2 ** 31, Number.MAX_SAFE_INTEGER - 1, 0.1 + 0.2, Number.MAX_SAFE_INTEGER]);
  });

  it('keeps dates and whatever has a JSON form of its own as JSON has them', async () => {
    const at = new Date(0);
    await free().insert({ id: '1', tenant: 'a', at, url: new URL('https://example.com/x'), list: [at, undefined], set: new Set([1]) });
    expect(await free().get(A, '1')).toEqual({ id: '1', tenant: 'a', at: '1970-01-01T00:00:00.000Z', url: 'https://example.com/x', list: ['1970-01-01T00:00:00.000Z', null], set: {} });
    expect(await free().update(A, '1', { set: { 'deep.at': at, box: { gone: undefined, kept: 1 } } })).toMatchObject({ deep: { at: '1970-01-01T00:00:00.000Z' }, box: { kept: 1 } });
    expect(Object.keys((await free().get(A, '1'))?.['box'] as object)).toEqual(['kept']);
  });

  it('takes arrays as values: no condition looks into them, and no index makes more of them', async () => {
    await free().insert({ id: '1', tenant: 'a', tags: ['x', 5, null, { deep: 1 }], empty: [] });
    for (const when of [{ tags: 'x' }, { tags: 5 }, { tags: null }, { empty: null }, { tags: { in: ['x', 5, null] } }, { tags: { gt: 1 } }, { tags: { gte: '' } }, { 'tags.0': 'x' }, { 'tags.3.deep': 1 }, { 'tags.deep': 1 }]) {
      expect([when, await free().update(A, '1', { when, set: { met: true } })]).toEqual([when, null]);
    }
    expect(await free().update(A, '1', { when: { 'tags.deep': null, 'tags.0': null }, set: { tags: [[], [[1]], {}] } })).toEqual({ id: '1', tenant: 'a', tags: [[], [[1]], {}], empty: [] });
  });

  it('keeps objects in objects, empty ones too, 60 deep', async () => {
    let deep: unknown = {};
    for (let n = 0; n < 60; n += 1) deep = n % 10 === 0 ? { list: [deep], n } : { down: deep, n };
    await free().insert({ id: '1', tenant: 'a', empty: {}, deep });
    expect(JSON.stringify((await free().get(A, '1'))?.['deep'])).toBe(JSON.stringify(deep));
  });
}
