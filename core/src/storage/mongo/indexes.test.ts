import { describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import { recordOf } from '../rules/specs.js';
import type { Row } from './bodies.js';
import { prepareIndexes } from './indexes.js';
import { schemaOf, wantedIndexes } from './models.js';

const WANTED = wantedIndexes(
  schemaOf(
    recordOf({
      name: 'turns',
      paths: { mailbox: 'string', seq: 'number', open: 'boolean', 'claim.worker': 'string' },
      unique: [
        { name: 'mailbox_seq', paths: ['mailbox', 'seq'] },
        { name: 'covered', paths: ['open', 'seq'] },
        { name: 'worker', paths: ['claim.worker'] },
        { name: 'owner', paths: ['tenant', 'id'] },
      ],
      indexes: [{ name: 'both', paths: ['open', 'seq', 'tenant'] }],
    }),
  ),
);

/** A collection as far as making indexes goes. */
function rowsThat(there: object[], createIndex: () => Promise<string>): mongo.Collection<Row> {
  const rows = { collectionName: 'turns', listIndexes: () => ({ toArray: () => Promise.resolve(there) }), createIndex, dropIndex: () => Promise.resolve() };
  return rows as unknown as mongo.Collection<Row>;
}
const refusing = (code: number) => () => Promise.reject(new mongoose.mongo.MongoServerError({ ok: 0, code, errmsg: 'no' }));

describe('the indexes of a collection', () => {
  it('are unique where all of their paths are set, and have a plain one beside them for queries over the first of several', () => {
    expect(WANTED.map(({ name, keys, unique, partial }) => [name, Object.keys(keys), unique, partial])).toEqual([
      ['covered', ['open', 'seq'], true, { open: { $gte: false }, seq: { $gte: -Number.MAX_VALUE } }],
      ['mailbox_seq', ['mailbox', 'seq'], true, { mailbox: { $gte: '' }, seq: { $gte: -Number.MAX_VALUE } }],
      ['owner', ['tenant', '_id'], true, null],
      ['worker', ['claim.worker'], true, { 'claim.worker': { $gte: '' } }],
      ['mailbox_seq:lookup', ['mailbox', 'seq'], false, null],
      ['owner:lookup', ['tenant', '_id'], false, null],
      ['both', ['open', 'seq', 'tenant'], false, null],
    ]);
  });

  it('are left as they are when they are there', async () => {
    const there = WANTED.map(({ name, keys, unique, partial }) => ({ v: 2, name, key: keys, ...(unique ? { unique } : {}), ...(partial === null ? {} : { partialFilterExpression: partial }) }));
    await prepareIndexes(rowsThat(there, refusing(13)), WANTED, false, undefined);
  });

  it('are told by the order of their paths', async () => {
    const turned = [{ v: 2, name: 'both', key: { seq: 1, open: 1, tenant: 1 } }];
    await expect(prepareIndexes(rowsThat(turned, refusing(13)), WANTED, false, undefined)).rejects.toThrow(/"both"/);
  });

  it('say what is missing and what to do when the user may not make them', async () => {
    await expect(prepareIndexes(rowsThat([], refusing(13)), WANTED, true, undefined)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'storage.missing-index',
      message: expect.stringMatching(/turns lacks the index "covered", "mailbox_seq".*may not make indexes.*dbAdmin.*db\.getCollection\("turns"\)\.createIndex\(/),
    });
  });

  it('hand other trouble on', async () => {
    await expect(prepareIndexes(rowsThat([], refusing(91)), WANTED, true, undefined)).rejects.toMatchObject({ code: 91 });
  });
});
