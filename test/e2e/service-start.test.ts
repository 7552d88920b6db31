import { createServer } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../scripts/stack/processes.js';
import { ended, runChild, tailOf } from '../fault/child-process.js';
import { until } from '../harness/until.js';

const MAIN = new URL('../../plugins/service/src/main.ts', import.meta.url);
const SECRETS = 'a-secret-that-nobody-may-ever-see-in-an-output';

describe('the service as a process', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'parley-start-'));
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  const env = async (more: Record<string, string> = {}) => ({ PORT: String(await freePort()), PARLEY_DATA: path.join(data, 'db'), PARLEY_SECRETS: SECRETS, SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRETS: 'hush', ...more });

  /** Runs it to its end and gives what it left. */
  async function endOf(given: Record<string, string>) {
    const child = runChild(MAIN, given);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk: unknown) => (out += String(chunk)));
    child.stderr?.on('data', (chunk: unknown) => (err += String(chunk)));
    const end = await ended(child);
    return { ...end, out, err };
  }

  it('does not start on a wrong configuration: exit code 1, every mistake named, no value, no stack', async () => {
    const { code, out, err } = await endOf(await env({ PORT: 'eighty', PARLEY_URL: 'chat.shop.test', PARLEY_SECRETS: 'tooshort-but-secret', PARLEY_DATA: path.join(data, 'never') }));
    expect(code).toBe(1);
    expect(out).toBe('');
    for (const name of ['PORT', 'PARLEY_URL', 'PARLEY_SECRETS']) expect(err).toMatch(new RegExp(`^ {2}${name} has a wrong value: it expects \\S`, 'm'));
    expect(err).not.toMatch(/eighty|chat\.shop\.test|tooshort|\bat \S+:\d+|node_modules/);
    expect(await readdir(data)).not.toContain('never');
  }, 30_000);

  it('refuses a folder that another process works on, and that one goes on undisturbed', async () => {
    const given = await env();
    const first = runChild(MAIN, given);
    const tail = tailOf(first);
    try {
      await until(() => fetch(`http://127.0.0.1:${given.PORT}/ready`).then((r) => r.status, () => 0), (s) => s === 200 || first.exitCode !== null, 'the first process');
      if (first.exitCode !== null) throw new Error(tail());
      const { code, err } = await endOf(await env());
      expect(code).toBe(1);
      expect(err).toMatch(/another process|in use/i);
      expect(err).not.toMatch(/\bat \S+:\d+|node_modules/);
      expect(err).not.toContain(SECRETS);
      expect((await fetch(`http://127.0.0.1:${given.PORT}/ready`)).status).toBe(200);

      // A taken port is the operator's to mend as well: named, without a stack.
      const taken = await endOf({ ...(await env({ PARLEY_DATA: path.join(data, 'other') })), PORT: given.PORT });
      expect(taken.code).toBe(1);
      expect(taken.err).toContain(given.PORT);
      expect(taken.err).toMatch(/PORT/);
      expect(taken.err).not.toMatch(/\bat \S+:\d+|node_modules/);
    } finally {
      first.kill('SIGTERM');
      expect(await ended(first)).toEqual({ code: 0, signal: null });
    }
  }, 60_000);

  it('says which server it cannot use, without the password, and ends', async () => {
    const password = 'hidden-in-the-address';
    const mongo = { MONGODB_URI: `mongodb://parley:${password}@127.0.0.1:9/parley?serverSelectionTimeoutMS=500&connectTimeoutMS=500`, REDIS_URL: `redis://:${password}@127.0.0.1:9` };
    const { code, err } = await endOf(await env(mongo));
    expect(code).toBe(1);
    expect(err).toContain('MONGODB_URI');
    expect(err).not.toContain(password);
    expect(err).not.toMatch(/^\s+at |node_modules/m);

    const half = await endOf(await env({ MONGODB_URI: mongo.MONGODB_URI }));
    expect(half.code).toBe(1);
    expect(half.err).toMatch(/REDIS_URL is missing/);
    expect(half.err).not.toContain(password);
  }, 60_000);

  it('ends at once, and in order, when it is stopped while it starts', async () => {
    // A database that takes the connection and says nothing: the start would wait.
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const reached = new Promise<void>((resolve) => silent.once('connection', () => resolve()));
    const child = runChild(MAIN, await env({ MONGODB_URI: `mongodb://127.0.0.1:${port}/parley?serverSelectionTimeoutMS=60000&connectTimeoutMS=60000`, REDIS_URL: 'redis://127.0.0.1:9' }));
    try {
      await reached;
      child.kill('SIGTERM');
      expect(await ended(child)).toEqual({ code: 0, signal: null });
    } finally {
      child.kill('SIGKILL');
      silent.close();
    }
  }, 60_000);
});
