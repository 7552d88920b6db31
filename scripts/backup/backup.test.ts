import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecords } from '@parley/core/conversation';
import { createMaster } from '@parley/core/security';
import { openSqliteStore, writeBackup, type KeptDocument } from '@parley/core/storage';
import { z } from 'zod';
import { merchantOf } from '../../test/harness/merchant.js';
import { until } from '../../test/harness/until.js';
import { openChat } from '../stack/chat-client.js';
import { freePort, ROOT } from '../stack/processes.js';
import { startStack, type Session, type Stack } from '../stack/stack.js';

const EMMA = 'emma@example.com';
const Entries = z.object({ entries: z.array(z.object({ n: z.number(), replyTo: z.array(z.string()) })) });

/** One of the scripts as an operator runs it. */
async function script(name: 'backup' | 'restore', args: string[], env: Record<string, string>): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', path.join(ROOT, `scripts/${name}.ts`), ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code, out, err };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return z.object({ port: z.number() }).parse(server.address()).port;
}

async function history(session: Session): Promise<{ n: number; replyTo: string[] }[]> {
  const res = await fetch(`${session.endpoint}/webchat/history?limit=50`, { headers: { Authorization: `Bearer ${session.token}` } });
  return Entries.parse(await res.json()).entries;
}

/** Everything of some collections, by id. */
async function contentOf(file: string, names: readonly string[]): Promise<Map<string, KeptDocument>> {
  const store = await openSqliteStore({ file });
  const snapshot = await store.snapshot();
  const found = new Map<string, KeptDocument>();
  for (const name of names) for await (const document of snapshot.documents(name)) found.set(`${name}/${document.id}`, document);
  await snapshot.close();
  await store.close();
  return found;
}

/** Steps in the life of one shop's store. */
describe('backup and restore of the embedded store', () => {
  let data: string;
  let ports: { servicePort: number; sandboxPort: number };
  let stack: Stack;
  let env: { PARLEY_DATA: string; PARLEY_SECRETS: string };
  let emma: Session;
  let before: { n: number; replyTo: string[] }[];
  const file = (name: string) => path.join(data, name);

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'parley-restore-'));
    ports = { servicePort: await freePort(), sandboxPort: await freePort() };
    stack = await startStack({ data, ...ports });
    const { PARLEY_SECRETS } = z.object({ PARLEY_SECRETS: z.string() }).parse(JSON.parse(await readFile(file('secrets.json'), 'utf8')));
    env = { PARLEY_DATA: file(stack.shop), PARLEY_SECRETS };
  }, 120_000);
  afterAll(async () => {
    await stack.stop();
    await rm(data, { recursive: true, force: true });
  }, 60_000);

  it('says plainly that a running service holds the store', async () => {
    const { code, err } = await script('backup', ['--to', file('none.jsonl')], env);
    expect(code).toBe(1);
    expect(err).toMatch(/^.*parley\.db is held by the running service.*--url.*\n$/);
    expect(existsSync(file('none.jsonl'))).toBe(false);
  }, 60_000);

  it('takes the copy a running service makes, and keeps nothing of one that broke off', async () => {
    const store = await openSqliteStore({ file: file('other/parley.db') });
    const master = createMaster([env.PARLEY_SECRETS], (n) => randomBytes(n));
    await openRecords(store).audit.insert({ id: 'a', tenant: 't', at: 1, actor: 'x', act: 'y', subject: 'z', detail: '' });
    const server = createServer((req, res) => {
      const answer = async () => {
        const snapshot = await store.snapshot();
        await pipeline(Readable.from(writeBackup(snapshot, { keys: master, at: 0 })), res).finally(() => snapshot.close());
      };
      if (req.url !== '/api/operator/backup') res.writeHead(404).end();
      else if (req.headers.authorization === 'Bearer broken') res.writeHead(200).write('{"parley"', () => res.destroy());
      else void answer();
    });
    const url = `http://localhost:${await listening(server)}`;
    const ask = (address: string, token: string) => script('backup', ['--url', address, '--to', file('live.jsonl')], { ...env, PARLEY_OPERATOR_TOKEN: token });
    expect(await ask(url, 'broken')).toMatchObject({ code: 1 });
    expect(await ask(`${url}/elsewhere`, 'the token')).toMatchObject({ code: 1, err: expect.stringContaining('makes no backups') });
    expect((await readdir(data)).filter((name) => name.startsWith('live'))).toEqual([]);
    expect(await ask(url, 'the token')).toMatchObject({ code: 0, out: expect.stringContaining('1 documents') });
    server.close();
    await store.close();
  }, 60_000);

  it('goes on with the conversation after the store was lost and restored, and answers nothing twice', async () => {
    emma = await stack.session(EMMA);
    const chat = await openChat(emma);
    await chat.ask('where is order #1002');
    await chat.ask('can I return things I bought?');
    chat.close();
    before = await history(emma);
    await stack.stop();

    const wrong = { ...env, PARLEY_SECRETS: 'another secret that never sealed anything here' };
    expect(await script('backup', ['--to', file('wrong.jsonl')], wrong)).toMatchObject({ code: 1, err: expect.stringContaining('PARLEY_SECRETS does not open') });
    expect(await script('backup', ['--to', file('first.jsonl')], env)).toMatchObject({ code: 0, out: expect.stringContaining('written and read back') });
    expect(await script('backup', ['--to', file('first.jsonl')], env)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
    const text = await readFile(file('first.jsonl'), 'utf8');
    for (const secret of [env.PARLEY_SECRETS, EMMA, 'order #1002']) expect(text).not.toContain(secret);

    rmSync(env.PARLEY_DATA, { recursive: true });
    expect(await script('restore', ['--from', file('first.jsonl')], wrong)).toMatchObject({ code: 1, err: expect.stringContaining('was made under other secrets') });
    expect(existsSync(path.join(env.PARLEY_DATA, 'parley.db'))).toBe(false);
    expect(await script('restore', ['--from', file('first.jsonl')], env)).toMatchObject({ code: 0, out: expect.stringContaining('Erasures since') });
    expect(await script('restore', ['--from', file('first.jsonl')], env)).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') });

    stack = await startStack({ data, ...ports });
    expect(await history(emma)).toEqual(before);
    const again = await openChat(emma);
    const { id } = await again.ask('how much is the family tent?');
    again.close();
    const after = await history(emma);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).filter((entry) => entry.replyTo.length > 0 && !entry.replyTo.includes(id))).toEqual([]);
    expect(after.filter((entry) => entry.replyTo.includes(id))).toHaveLength(1);
  }, 180_000);

  it('erases again whom a newer backup knows as erased, as thoroughly as the service did', async () => {
    const merchant = merchantOf(stack);
    await merchant.change('/compliance', { topic: 'customers/redact', customerId: EMMA });
    await until(async () => z.object({ entries: z.array(z.object({ act: z.string() })) }).parse((await merchant.admin('/privacy')).json).entries, (e) => e.some(({ act }) => act === 'privacy.erase'), 'the erasure');
    await stack.stop();
    expect(await script('backup', ['--to', file('second.jsonl')], env)).toMatchObject({ code: 0 });
    const names = ['identities', 'identity_proofs', 'thread_entries', 'conversations', 'turns', 'blob_owners'];
    const erased = await contentOf(path.join(env.PARLEY_DATA, 'parley.db'), names);

    const old = { ...env, PARLEY_DATA: file('old') };
    const { code, out } = await script('restore', ['--from', file('first.jsonl'), '--erasures', file('second.jsonl')], old);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Erased again: 1 shoppers’ identities, 0 tenants.') });
    const restored = await contentOf(path.join(old.PARLEY_DATA, 'parley.db'), names);
    const held = [...restored].filter(([key]) => /^(identities|identity_proofs|thread_entries|turns|blob_owners)\//.test(key));
    expect(held.some(([key]) => key.startsWith('identities/'))).toBe(true);
    for (const [key, document] of held) expect({ key, document }).toEqual({ key, document: erased.get(key) });
    const conversations = [...restored.values()].filter((document) => 'hostThread' in document);
    expect(conversations).not.toEqual([]);
    for (const conversation of conversations) expect(conversation).toMatchObject({ preview: '', memory: null, status: 'closed', identity: 'erased', hostThread: 'erased' });
  }, 180_000);
});
