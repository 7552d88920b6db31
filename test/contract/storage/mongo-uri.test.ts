import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { openMongoStore } from '@parley/core/storage';
import { failure } from './harness.js';

/** Short, so that a test of a server that is not there does not wait long. */
const QUICK = { serverSelectionTimeoutMS: 400, connectTimeoutMS: 400 };

describe('mongodb that cannot be reached', () => {
  const SECRET = 'S3cr%2Ft-p%40ss';
  const forms = [SECRET, decodeURIComponent(SECRET)];

  it.each<[string, string, object]>([
    ['no scheme', `user:${SECRET}@host/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['another scheme', `postgres://user:${SECRET}@host/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['no host', `mongodb://user:${SECRET}@/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['an option there is not', `mongodb://user:${SECRET}@host/db?nosuch=1`, { kind: 'rejected', code: 'storage.uri', message: expect.stringContaining('nosuch') }],
    ['a wrong value', `mongodb://user:${SECRET}@host/db?maxPoolSize=many`, { kind: 'rejected', code: 'storage.uri', message: expect.stringContaining('maxPoolSize') }],
    ['a password with bare signs', `mongodb://user:${decodeURIComponent(SECRET)}@host/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['a bad escape', `mongodb://user:${SECRET}%@host/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['a port out of range', `mongodb://user:${SECRET}@host:99999/db`, { kind: 'rejected', code: 'storage.uri' }],
    ['a host there is not', `mongodb://user:${SECRET}@no such host/db`, { kind: 'retryable', code: 'storage.unreachable', message: expect.stringContaining('no such host') }],
    ['a file there is not', `mongodb://user:${SECRET}@host/db?tls=true&tlsCAFile=/nowhere/ca.pem`, { kind: 'rejected', code: 'storage.uri', message: expect.stringContaining('/nowhere/ca.pem') }],
    ['nothing at all', '', { kind: 'rejected', code: 'storage.uri' }],
    ['a port nobody listens on', `mongodb://user:${SECRET}@127.0.0.1:1/db`, { kind: 'retryable', code: 'storage.unreachable', message: expect.stringContaining('127.0.0.1:1') }],
  ])('says what is wrong with MONGODB_URI and keeps its password: %s', async (_, wrong, expected) => {
    const error = await failure(openMongoStore({ uri: wrong, ...QUICK }));
    expect(error).toMatchObject(expected);
    if (!wrong.includes('127.0.0.1')) expect(error.message).toContain('MONGODB_URI');
    const told = inspect(error, { depth: 20, showHidden: true });
    for (const secret of forms) expect(told).not.toContain(secret);
  });
});
