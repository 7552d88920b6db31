import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { Ledger } from '../ledger/ledger.js';
import { mountWorstHost, type WorstHost } from './index.js';

const SECRET = 'not-a-real-secret';
let host: Server;
let app: Server;
let worst: WorstHost;
let ledger: Ledger;
let base: string;
let clock: Date;
/** What the app was told, and what it answers. */
let told: { headers: Record<string, unknown>; body: string }[];
let answers: (() => { status: number; body: string })[];

/** The fields of the host's answers that the tests look at. */
interface HostBody {
  error: { code: string };
  events: { type: string; messageId: string; agent: { id: string; name: string } }[];
  next: string;
  more: boolean;
  left: number;
  messages: unknown[];
  actions: unknown[];
  notes: unknown[];
  assignments: unknown[];
}
interface ControlBody {
  error: string;
  accepted: number;
  repeated: number;
  messages: { from: string }[];
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
const close = (server: Server): Promise<void> => new Promise((resolve) => {
  server.closeAllConnections();
  server.close(() => resolve());
});
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

beforeEach(async () => {
  told = [];
  answers = [];
  clock = new Date('2026-11-22T10:00:00Z');
  ledger = new Ledger({ now: () => clock });
  const service = express();
  worst = mountWorstHost(service, ledger, { now: () => clock });
  host = createServer(service);
  base = await listen(host);
  app = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => {
      told.push({ headers: request.headers, body });
      const next = answers.shift()?.() ?? { status: 200, body: '' };
      response.writeHead(next.status).end(next.body);
    });
  });
});
afterEach(async () => {
  worst.stop();
  await close(host);
  await close(app);
});

const control = async (path: string, body?: unknown, method = 'POST'): Promise<{ status: number; body: ControlBody }> => {
  const response = await fetch(`${base}/control/worst${path}`, body === undefined ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as ControlBody };
};
const account = async (flavour: 'key' | 'readback' | 'blind', more: Record<string, unknown> = {}): Promise<void> => {
  const webhookUrl = app.listening ? `http://127.0.0.1:${(app.address() as AddressInfo).port}/worst/acme/path-secret` : `${await listen(app)}/worst/acme/path-secret`;
  const made = await control('/accounts/acme', { flavour, secret: SECRET, pathSecret: 'path-secret', webhookUrl, retryDelaysMs: [5, 5], actionMs: 5, ...more }, 'PUT');
  expect(made.status).toBe(200);
};
const signature = (text: string, at = clock): string => {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', SECRET).update(`${t}.${text}`).digest('hex')}`;
};
const call = async (method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string; body: HostBody; headers: Headers }> => {
  const target = `/worst/acme/path-secret${path}`;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${base}${target}`, {
    method, headers: { 'x-worst-signature': signature(text === '' ? target : text), 'content-type': 'application/json', ...headers }, ...(text === '' ? {} : { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, text: answer, body: JSON.parse(answer), headers: response.headers };
};
const shopperWrites = (id: string, thread = 't-1', text = 'hello'): Promise<{ status: number; body: ControlBody }> =>
  control('/messages', { account: 'acme', thread, identity: 's-1', id, text });
const send = (reference: string, text = 'hi', headers: Record<string, string> = {}) => call('POST', '/messages', { thread: 't-1', reference, text }, headers);
const accepted = () => ledger.find({ kind: 'worst-host.send' }).filter((e) => e.detail['accepted'] === true);

describe('announcing and pulling', () => {
  it('announces with a signature, without content, and hands the content out by cursor', async () => {
    await account('blind');
    await shopperWrites('m-1', 't-1', 'first');
    await shopperWrites('m-2', 't-2', 'second');
    await until(() => told.length === 2);
    const first = told[0]!;
    expect(first.body).not.toContain('first');
    expect(first.headers['x-worst-signature']).toBe(signature(first.body));
    const page = await call('GET', '/pull?cursor=&limit=1');
    expect(page.body.more).toBe(true);
    expect(page.body.events).toMatchObject([{ type: 'message', thread: 't-1', messageId: 'm-1', identity: { id: 's-1' }, text: 'first', at: '2026-11-22T18:00:00+08:00' }]);
    const next = await call('GET', `/pull?cursor=${page.body.next}&limit=50`);
    expect(next.body.events.map((e) => e.messageId)).toEqual(['m-2']);
    expect(next.body.more).toBe(false);
    const again = await call('GET', `/pull?cursor=${page.body.next}&limit=50`);
    expect(again.text).toBe(next.text);
    expect((await call('GET', '/pull?cursor=nonsense')).body.error.code).toBe('bad_cursor');
  });

  it('writes ids as bare integers that a double cannot tell apart', async () => {
    await account('blind');
    await shopperWrites('m-1');
    await shopperWrites('m-2');
    const { text } = await call('GET', '/pull');
    const ids = [...text.matchAll(/"id":(\d{19})\b/g)].map((m) => m[1]!);
    expect(ids).toHaveLength(2);
    expect(ids[0]).not.toBe(ids[1]);
    expect(Number(ids[0])).toBe(Number(ids[1]));
  });

  it('tries three times and is silent then', async () => {
    answers = [1, 2, 3, 4].map(() => () => ({ status: 500, body: '' }));
    await account('blind');
    await shopperWrites('m-1');
    await until(() => ledger.find({ kind: 'worst-host.announce' }).length === 3);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(told.map((t) => t.headers['x-worst-attempt'])).toEqual(['1', '2', '3']);
    expect(new Set(told.map((t) => t.body.replace(/"waiting":\d+/, ''))).size).toBe(1);
  });

  it('does not take the same shopper message twice', async () => {
    await account('blind');
    expect((await shopperWrites('m-1')).body).toEqual({ accepted: 1, repeated: 0 });
    expect((await shopperWrites('m-1')).body).toEqual({ accepted: 0, repeated: 1 });
  });

  it('takes one passive reply from the acknowledgement', async () => {
    answers = [() => ({ status: 200, body: JSON.stringify({ reply: { reference: 'p-1', text: 'at once' } }) })];
    await account('readback');
    await shopperWrites('m-1');
    await until(() => accepted().length === 1);
    expect(accepted()[0]!.detail).toMatchObject({ passive: true, text: 'at once', thread: 't-1' });
    expect((await call('GET', '/messages?thread=t-1&reference=p-1')).body.messages).toHaveLength(1);
    expect((await send('d-1')).body.left).toBe(3);
  });
});

describe('the trust line', () => {
  it('refuses what is unsigned, signed otherwise, old or from the future, and hides other accounts', async () => {
    await account('key');
    const target = '/worst/acme/path-secret/pull';
    const get = async (header: Record<string, string>, path = target) => (await (await fetch(`${base}${path}`, { headers: header })).json() as { error: { code: string } }).error.code;
    expect(await get({})).toBe('unsigned');
    expect(await get({ 'x-worst-signature': signature('/something/else') })).toBe('bad_signature');
    expect(await get({ 'x-worst-signature': signature(target, new Date(clock.getTime() - 301_000)) })).toBe('stale');
    expect(await get({ 'x-worst-signature': signature(target, new Date(clock.getTime() + 301_000)) })).toBe('stale');
    expect(await get({ 'x-worst-signature': signature(target) }, '/worst/acme/wrong-path/pull')).toBe('not_found');
    expect(await get({ 'x-worst-signature': signature(target) }, '/worst/nobody/path-secret/pull')).toBe('not_found');
    expect((await call('POST', '/messages', '{"thread":')).body.error.code).toBe('bad_json');
    expect((await call('POST', '/messages', JSON.stringify({ text: 'x'.repeat(70_000) }))).status).toBe(413);
  });
});

describe('the laws of sending', () => {
  it('takes five messages after each of the shopper', async () => {
    await account('blind');
    expect((await send('d-0')).body.error.code).toBe('unknown_thread');
    await shopperWrites('m-1');
    for (let n = 1; n <= 5; n++) expect((await send(`d-${n}`)).body.left).toBe(5 - n);
    expect(await send('d-6')).toMatchObject({ status: 403, body: { error: { code: 'window_used' } } });
    await shopperWrites('m-2');
    expect((await send('d-6')).status).toBe(200);
    expect(accepted()).toHaveLength(6);
  });

  it('closes the window 48 hours after the shopper wrote', async () => {
    await account('blind');
    await shopperWrites('m-1');
    await control('/window', { account: 'acme', thread: 't-1', lastMessageAgoMs: 48 * 3_600_000 - 1 });
    expect((await send('d-1')).status).toBe(200);
    await control('/window', { account: 'acme', thread: 't-1', lastMessageAgoMs: 48 * 3_600_000 });
    expect((await send('d-2')).body.error.code).toBe('window_closed');
  });

  it('counts bytes, not characters', async () => {
    await account('blind');
    await shopperWrites('m-1');
    expect((await send('d-1', '包'.repeat(682) + 'xx')).status).toBe(200);
    expect(await send('d-2', '包'.repeat(683))).toMatchObject({ status: 413, body: { error: { code: 'text_too_long' } } });
  });
});

describe('the three flavours', () => {
  it('key: gives the first result again, even when the window has closed', async () => {
    await account('key');
    await shopperWrites('m-1');
    expect((await send('d-1')).body.error.code).toBe('key_required');
    const first = await send('d-1', 'hi', { 'idempotency-key': 'k-1' });
    await control('/window', { account: 'acme', thread: 't-1', lastMessageAgoMs: 48 * 3_600_000 });
    const second = await send('d-1', 'hi', { 'idempotency-key': 'k-1' });
    expect(second.status).toBe(200);
    expect(second.text).toBe(first.text.replace('"repeated":false', '"repeated":true'));
    expect((await send('d-1', 'other', { 'idempotency-key': 'k-1' })).body.error.code).toBe('key_reused');
    expect((await call('GET', '/messages?thread=t-1&reference=d-1')).body.error.code).toBe('no_lookup');
    expect(accepted()).toHaveLength(1);
  });

  it('readback: takes a repeated send twice, and can be asked', async () => {
    await account('readback');
    await shopperWrites('m-1');
    expect((await call('GET', '/messages?thread=t-1&reference=d-1')).body.messages).toEqual([]);
    await send('d-1');
    await send('d-1');
    expect((await call('GET', '/messages?thread=t-1&reference=d-1')).body.messages).toHaveLength(2);
    expect(accepted().map((e) => e.key)).toEqual(['d-1', 'd-1']);
  });

  it('blind: takes a repeated send twice, and cannot be asked', async () => {
    await account('blind');
    await shopperWrites('m-1');
    await send('d-1', 'hi', { 'idempotency-key': 'k-1' });
    await send('d-1', 'hi', { 'idempotency-key': 'k-1' });
    expect(accepted()).toHaveLength(2);
    expect((await call('GET', '/messages?thread=t-1&reference=d-1')).body.error.code).toBe('no_lookup');
  });
});

describe('faults', () => {
  it.each(['close', 'hang'] as const)('withholds the answer of what was taken: %s', async (withholdHow) => {
    await account('readback', { faults: { withhold: 1, withholdHow, hangMs: 20 } });
    await shopperWrites('m-1');
    await expect(send('d-1')).rejects.toThrow();
    expect(accepted()[0]).toMatchObject({ status: 0, detail: { withheld: withholdHow } });
    expect((await call('GET', '/messages?thread=t-1&reference=d-1')).body.messages).toHaveLength(1);
  });

  it('lies, throttles and is unavailable', async () => {
    await account('blind', { faults: { lie: 1 } });
    await shopperWrites('m-1');
    expect((await send('d-1')).status).toBe(500);
    expect(accepted()).toHaveLength(1);
    await control('/faults', { account: 'acme', faults: { tooFast: 1, retryAfter: 7 } });
    const throttled = await send('d-2');
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
    await control('/faults', { account: 'acme', faults: { unavailable: 1 } });
    expect((await call('GET', '/pull')).status).toBe(503);
    await control('/faults', { account: 'acme', faults: { internal: 1 } });
    expect((await send('d-3')).status).toBe(500);
    expect(accepted()).toHaveLength(1);
  });

  it('strikes in the same order for the same seed', async () => {
    const run = async (): Promise<number[]> => {
      await account('blind', { faults: { seed: 7, unavailable: 0.5 } });
      await shopperWrites('m-1');
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) statuses.push((await call('GET', '/pull')).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run()).toEqual(first);
  });

  it('can lose and double announcements', async () => {
    await account('blind', { faults: { announceTwice: 1 } });
    await shopperWrites('m-1');
    await until(() => told.length === 2);
    await control('/faults', { account: 'acme', faults: { announceNever: 1 } });
    await shopperWrites('m-2');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toHaveLength(2);
    expect((await call('GET', '/pull')).body.events).toHaveLength(2);
  });
});

describe('actions', () => {
  it('finish later, with a receipt', async () => {
    await account('key');
    await shopperWrites('m-1');
    const body = { reference: 'a-1', kind: 'refund', thread: 't-1', parameters: { amount: '12.00' } };
    const started = await call('POST', '/actions', body, { 'idempotency-key': 'k-1' });
    expect(started.status).toBe(202);
    const again = await call('POST', '/actions', body, { 'idempotency-key': 'k-1' });
    expect(again.text).toBe(started.text.replace('"repeated":false', '"repeated":true'));
    const job = /"job":(\d+)/.exec(started.text)![1]!;
    await until(() => told.length === 2);
    expect((await call('GET', `/actions/${job}`)).body).toMatchObject({ state: 'done', receipt: { amount: '12.00' } });
    const events = (await call('GET', '/pull')).body.events;
    expect(events[1]).toMatchObject({ type: 'action.done', reference: 'a-1', thread: 't-1' });
    expect(ledger.find({ kind: 'worst-host.action' }).filter((e) => e.detail['accepted'] === true)).toHaveLength(1);
  });

  it('can be failed by hand, once', async () => {
    await account('readback', { actionMs: null });
    const started = await call('POST', '/actions', { reference: 'a-1', kind: 'cancel', thread: null });
    const job = /"job":(\d+)/.exec(started.text)![1]!;
    expect((await control('/actions', { account: 'acme', job, state: 'failed', reason: 'already packed' })).status).toBe(200);
    expect((await control('/actions', { account: 'acme', job, state: 'done' })).status).toBe(409);
    expect((await call('GET', '/actions?reference=a-1')).body.actions).toMatchObject([{ state: 'failed', reason: 'already packed', receipt: null }]);
    expect((await call('GET', '/actions/1')).body.error.code).toBe('unknown_job');
  });
});

describe('the desk', () => {
  const agent = { id: 'ag-1', name: 'Mei' };
  const acts = (act: string, text?: string) => control('/desk', { account: 'acme', thread: 't-1', act, agent, ...(text === undefined ? {} : { text }) });

  it('takes a thread once, lets agents accept and gives it back', async () => {
    await account('blind');
    await shopperWrites('m-1');
    const opened = await call('POST', '/desk/assignments', { thread: 't-1', reference: 'h-1', note: 'wants a human' });
    expect(opened.status).toBe(201);
    const id = /"assignment":(\d+)/.exec(opened.text)![1]!;
    const twice = await call('POST', '/desk/assignments', { thread: 't-1', reference: 'h-2', note: '' });
    expect(twice.status).toBe(409);
    expect(twice.text).toContain(`"assignment":${id}`);
    expect((await call('POST', `/desk/assignments/${id}/notes`, { reference: 'n-1', text: 'order #1001' })).status).toBe(201);
    expect((await call('GET', `/desk/assignments/${id}/notes?reference=n-1`)).body.notes).toHaveLength(1);
    expect((await acts('return')).status).toBe(409);
    expect((await acts('accept')).status).toBe(200);
    expect((await send('d-1')).body.error.code).toBe('with_agent');
    expect((await call('POST', `/desk/assignments/${id}/withdraw`, {})).body.error.code).toBe('already_accepted');
    expect((await acts('say', 'hello, I am Mei')).status).toBe(200);
    expect((await acts('return')).status).toBe(200);
    expect((await send('d-1')).status).toBe(200);
    const events = (await call('GET', '/pull')).body.events;
    expect(events.map((e) => e.type)).toEqual(['message', 'desk.accepted', 'desk.said', 'desk.returned']);
    expect(events[1]!.agent).toEqual(agent);
    expect((await call('GET', '/desk/assignments?thread=t-1')).body.assignments).toMatchObject([{ state: 'returned', reference: 'h-1' }]);
    const seen = await control('/threads?account=acme&thread=t-1');
    expect(seen.body.messages.map((m) => m.from)).toEqual(['shopper', 'agent', 'app']);
  });

  it('lets the app withdraw while nobody has accepted', async () => {
    await account('blind');
    await shopperWrites('m-1');
    const opened = await call('POST', '/desk/assignments', { thread: 't-1', reference: 'h-1' });
    const id = /"assignment":(\d+)/.exec(opened.text)![1]!;
    expect((await call('POST', `/desk/assignments/${id}/withdraw`, {})).status).toBe(200);
    expect((await call('POST', `/desk/assignments/${id}/withdraw`, {})).body.error.code).toBe('not_open');
  });
});

it('the control interface says what is wrong', async () => {
  expect(await control('/accounts/acme', { flavour: 'soft' }, 'PUT')).toMatchObject({ status: 400 });
  expect(await shopperWrites('m-1')).toMatchObject({ status: 404, body: { error: 'no account acme' } });
  await account('blind');
  expect(await control('/faults', { account: 'acme', faults: { withhold: 2 } })).toMatchObject({ status: 400 });
});
