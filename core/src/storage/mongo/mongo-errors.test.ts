import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { Rejected } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import { asStorageError, takenIndex } from './mongo-errors.js';

const { MongoNetworkError, MongoNetworkTimeoutError, MongoServerError, MongoWriteConcernError, MongoOperationTimeoutError } = mongoose.mongo;

const server = (code: number, codeName: string, errmsg = 'it says so'): Error => new MongoServerError({ ok: 0, code, codeName, errmsg });
const system = (code: string): Error => Object.assign(new Error(code), { code });
const named = (name: string): Error => Object.defineProperty(new Error(name), 'name', { value: name });

describe('asStorageError', () => {
  it.each<[string, Error, string, boolean]>([
    ['a broken connection', new MongoNetworkError('connection 1 closed'), 'storage.connection', true],
    ['silence on a connection', new MongoNetworkTimeoutError('connection 1 timed out'), 'storage.connection', true],
    ['an operation out of time', new MongoOperationTimeoutError('timed out'), 'storage.connection', true],
    ['a socket closed under a write', system('EPIPE'), 'storage.connection', true],
    ['a pool cleared under an operation', new MongoNetworkError('cleared', { cause: named('PoolClearedOnNetworkError') }), 'storage.connection', true],
    ['nobody listening', new MongoNetworkError('connect ECONNREFUSED', { cause: system('ECONNREFUSED') }), 'storage.unreachable', false],
    ['no server to be found', named('MongoServerSelectionError'), 'storage.unreachable', false],
    ['no connection free', named('MongoWaitQueueTimeoutError'), 'storage.unreachable', false],
    ['a pool cleared before', named('MongoPoolClearedError'), 'storage.unreachable', false],
    ['no majority in time', new MongoWriteConcernError({ ok: 1, writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } }), 'storage.majority', true],
    ['not the primary', server(10107, 'NotWritablePrimary'), 'storage.busy', true],
    ['stepped down', server(189, 'PrimarySteppedDown'), 'storage.busy', true],
    ['shutting down', server(91, 'ShutdownInProgress'), 'storage.busy', true],
    ['interrupted by an election', server(11602, 'InterruptedDueToReplStateChange'), 'storage.busy', true],
    ['a write conflict', server(112, 'WriteConflict'), 'storage.busy', true],
    ['a full disk', server(14031, 'OutOfDiskSpace'), 'storage.full', false],
    ['credentials no longer taken', server(18, 'AuthenticationFailed'), 'storage.auth', false],
    ['rights taken away', server(13, 'Unauthorized'), 'storage.auth', false],
  ])('takes %s for passing trouble and says whether the write may have happened', (_, error, code, mayHaveHappened) => {
    expect(asStorageError(error, 'things: insert', true)).toMatchObject({ kind: 'retryable', code, mayHaveHappened, message: expect.stringContaining('things: insert') });
    expect(asStorageError(error, 'things: get', false)).toMatchObject({ kind: 'retryable', code, mayHaveHappened: false });
  });

  it.each<[string, Error, string, string]>([
    ['a document too large', server(10334, 'BSONObjectTooLarge'), 'rejected', 'storage.too-large'],
    ['a document grown too large', server(17419, 'Location17419'), 'rejected', 'storage.too-large'],
    ['a document beyond the driver’s buffer', new RangeError('offset'), 'rejected', 'storage.too-large'],
    ['a path through a text', server(28, 'PathNotViable'), 'bug', 'storage.path'],
    ['adding to a text', server(14, 'TypeMismatch'), 'bug', 'storage.inc'],
    ['anything else of the server', server(9, 'FailedToParse'), 'bug', 'storage.mongo'],
    ['anything else', new TypeError('x'), 'bug', 'storage.mongo'],
  ])('takes %s for what it is', (_, error, kind, code) => {
    expect(asStorageError(error, 'things: update', true)).toMatchObject({ kind, code });
  });

  it('hands on what is of the family already', () => {
    for (const error of [new DuplicateKey('things', 'id'), new Rejected('no', { code: 'x' })]) expect(asStorageError(error, 'things: insert', true)).toBe(error);
  });

  it('keeps nothing of what a server says of a document', () => {
    const said = 'Cannot create field in element {name: "Alice Example"}';
    const errors = [28, 14, 9, 121, 10334].map((code) => asStorageError(server(code, 'Some', said), 'things: update', true));
    expect(inspect(errors, { depth: 10, showHidden: true })).not.toContain('Alice');
  });
});

describe('takenIndex', () => {
  const unique = [{ name: 'box-seq', keys: ['box', 'seq'] }];
  const duplicate = (facts: object): Error => new MongoServerError({ ok: 0, code: 11000, errmsg: 'E11000 duplicate key error collection: parley.things index: by_hand dup key: { box: "m", seq: 1 }', ...facts });

  it('knows an index by its paths, whatever it is called', () => {
    expect(takenIndex(duplicate({ keyPattern: { box: 1, seq: 1 } }), unique)).toBe('box-seq');
    expect(takenIndex(duplicate({ keyPattern: { _id: 1 } }), unique)).toBe('id');
  });

  it('knows it by its name where the server sends no paths', () => {
    expect(takenIndex(duplicate({ errmsg: 'E11000 duplicate key error collection: parley.things index: box-seq dup key: { box: "m", seq: 1 }' }), unique)).toBe('box-seq');
    expect(takenIndex(duplicate({ errmsg: 'E11000 duplicate key error collection: parley.things index: _id_ dup key: { _id: "x" }' }), unique)).toBe('id');
  });

  it('names an index of another release as the server does', () => {
    expect(takenIndex(duplicate({ keyPattern: { other: 1 } }), unique)).toBe('by_hand');
  });

  it('takes other errors for none', () => {
    expect(takenIndex(server(112, 'WriteConflict'), unique)).toBeNull();
    expect(takenIndex(new Error('x'), unique)).toBeNull();
  });
});
