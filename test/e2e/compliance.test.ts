import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecords, type Records } from '@parley/core/conversation';
import { openSqliteStore } from '@parley/core/storage';
import { z } from 'zod';
import { openChat } from '../../scripts/stack/chat-client.js';
import { startStack, type Session, type Stack } from '../../scripts/stack/stack.js';
import { merchantOf, type Merchant } from '../harness/merchant.js';
import { until } from '../harness/until.js';

const EMMA = 'emma@example.com';
const XIAOYU = 'xiaoyu@example.com';
const QUESTIONS = ['where is order #1001', 'my other mail is emma.private@example.org, phone +1 555 010 0199', 'can I return things I bought?'];

const Export = z.object({ madeAt: z.string(), orders: z.array(z.string()), messages: z.array(z.object({ at: z.string(), channel: z.string(), wrote: z.string(), answered: z.string().nullable() })) });
const Privacy = z.object({ entries: z.array(z.object({ at: z.number(), act: z.string(), detail: z.string(), export: z.string().nullable() })) });
const Acts = z.object({ acts: z.array(z.object({ at: z.number(), actor: z.string(), act: z.string(), subject: z.string(), detail: z.string() })) });
const Entries = z.object({ entries: z.array(z.object({ from: z.string(), text: z.string().optional() })) });
const Conversations = z.object({ conversations: z.array(z.object({ id: z.string(), status: z.string(), preview: z.string() })) });

/** Steps of one shop: what a shopper asks for, then what the merchant's leaving asks for. */
describe('the three compliance duties, as the host asks for them', () => {
  let data: string;
  let stack: Stack;
  let merchant: Merchant;
  let emma: Session;
  let other: Session;
  let blob: string;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'parley-compliance-'));
    stack = await startStack({ data });
    merchant = merchantOf(stack);
    emma = await stack.session(EMMA);
    other = await stack.session(XIAOYU);
    const [hers, his] = [await openChat(emma), await openChat(other)];
    for (const q of QUESTIONS) await hers.ask(q);
    await his.ask('我的快递到哪了？');
    hers.close();
    his.close();
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const kept = await fetch(`${emma.endpoint}/webchat/images`, { method: 'POST', headers: { 'Authorization': `Bearer ${emma.token}`, 'Content-Type': 'image/png' }, body: png });
    ({ blob } = z.object({ blob: z.string() }).parse(await kept.json()));
  }, 120_000);
  afterAll(async () => {
    await stack.stop();
    await rm(data, { recursive: true, force: true });
  }, 60_000);

  const history = async (s: Session) => {
    const res = await fetch(`${s.endpoint}/webchat/history`, { headers: { Authorization: `Bearer ${s.token}` } });
    return z.object({ entries: z.array(z.unknown()) }).parse(await res.json()).entries;
  };
  const privacy = async () => Privacy.parse((await merchant.admin('/privacy')).json).entries;
  const transcripts = async () => {
    const { conversations } = Conversations.parse((await merchant.admin('/conversations')).json);
    return Promise.all(conversations.map(async (c) => ({ ...c, entries: Entries.parse((await merchant.admin(`/conversations/${c.id}`)).json).entries })));
  };

  it('has nothing to show before', async () => {
    expect(await privacy()).toEqual([]);
    expect((await merchant.admin('/exports/nothing')).status).toBe(404);
    expect(await transcripts()).toHaveLength(2);
  });

  it('exports exactly what this shopper wrote and was told', async () => {
    await merchant.change('/compliance', { topic: 'customers/data_request', customerId: EMMA });
    const [entry] = await until(privacy, (e) => e.length === 1, 'the export');
    expect(entry).toMatchObject({ act: 'privacy.export' });
    const { status, json } = await merchant.admin(`/exports/${entry?.export ?? ''}`);
    expect(status).toBe(200);
    const { messages, orders } = Export.parse(json);
    expect(messages.map((m) => m.wrote).sort()).toEqual([...QUESTIONS].sort());
    expect(messages.every((m) => m.channel === 'webchat' && (m.answered ?? '') !== '')).toBe(true);
    expect(JSON.stringify(messages)).toContain('1Z999AA10123456784');
    expect(JSON.stringify(messages)).not.toMatch(/快递|SF0012/);
    expect(orders.length).toBeGreaterThan(0);
    // Oldest first, as a person reads it.
    expect(messages.map((m) => m.wrote)).toEqual(QUESTIONS);
  });

  it('keeps who of the staff read and took out what', async () => {
    const { acts } = Acts.parse((await merchant.admin('/acts')).json);
    // Each transcript once a day, however often it is opened.
    await transcripts();
    expect(Acts.parse((await merchant.admin('/acts')).json).acts).toEqual(acts);
    expect(acts.map((a) => a.act)).toEqual(['staff.export', 'staff.read', 'staff.read']);
    expect(acts.every((a) => /^staff\/\d+$/.test(a.actor))).toBe(true);
    expect(JSON.stringify(acts)).not.toMatch(/emma|1Z999|#1001/i);
    expect((await fetch(`${stack.serviceUrl}/api/admin/acts`)).status).toBe(401);
  });

  it('gives an export to the shop’s own staff alone', async () => {
    const [entry] = await privacy();
    const naked = await fetch(`${stack.serviceUrl}/api/admin/exports/${entry?.export ?? ''}`);
    expect(naked.status).toBe(401);
    expect((await fetch(`${stack.serviceUrl}/api/admin/privacy`)).status).toBe(401);
  });

  it('erases a shopper: history, transcript, picture and export; another shopper keeps everything', async () => {
    const [before] = await privacy();
    const untouched = await history(other);
    await merchant.change('/compliance', { topic: 'customers/redact', customerId: EMMA });
    await until(privacy, (e) => e.some((x) => x.act === 'privacy.erase'), 'the erasure');
    expect(await history(emma)).toEqual([]);
    expect(await history(other)).toEqual(untouched);
    const picture = await fetch(`${emma.endpoint}/webchat/images/${encodeURIComponent(blob)}`, { headers: { Authorization: `Bearer ${emma.token}` } });
    expect(picture.status).toBe(404);
    const seen = await transcripts();
    expect(seen.filter((c) => c.preview === '' && c.status === 'closed' && c.entries.length === 0)).toHaveLength(1);
    expect(seen.filter((c) => c.entries.length === 2)).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toMatch(/emma|1Z999|#1001/i);
    // The copy made for handing out goes with what it was copied from.
    expect((await merchant.admin(`/exports/${before?.export ?? ''}`)).status).toBe(404);
    const turns = JSON.stringify(await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(emma.thread)}`));
    expect(turns).not.toMatch(/#1001|1Z999|emma|return things/i);
  });

  it('knows nothing of an erased shopper who writes again, and serves them afresh', async () => {
    const chat = await openChat(await stack.session(EMMA));
    const { entry } = await chat.ask('where is order #1001');
    expect(JSON.stringify(entry)).toContain('1Z999AA10123456784');
    expect((await history(emma)).length).toBe(2);
    chat.close();
  });

  it('exports nothing for somebody who never wrote', async () => {
    await merchant.change('/compliance', { topic: 'customers/data_request', customerId: 'jonas@example.com' });
    const entries = await until(privacy, (e) => e.length === 3, 'the export');
    expect(Export.parse((await merchant.admin(`/exports/${entries[0]?.export ?? ''}`)).json).messages).toEqual([]);
  });

  it('erases everything of a shop that has left', async () => {
    await merchant.change('/uninstall', {});
    await stack.control('/webhooks/settled', {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    await merchant.change('/compliance', { topic: 'shop/redact' });
    await stack.control('/webhooks/settled', {});
    await until(async () => (await fetch(`${other.endpoint}/webchat/history`, { headers: { Authorization: `Bearer ${other.token}` } })).status, (s) => s === 403 || s === 404, 'the end');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await stack.service.stop();
    const store = await openSqliteStore({ file: path.join(data, stack.shop, 'parley.db'), log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} } });
    try {
      const records: Records = openRecords(store);
      expect(await records.installations.find('all', { limit: 10 })).toEqual([]);
      expect(await records.conversations.find('all', { limit: 10 })).toEqual([]);
      expect(await records.threads.find('all', { limit: 10 })).toEqual([]);
      expect(await records.blobs.find('all', { limit: 10 })).toEqual([]);
      // What stays is the proof: the request itself, unreadable, and the audit.
      const turns = await records.turns.find('all', { limit: 10 });
      expect(turns.map((t) => [t.kind, t.state])).toEqual([['privacy', 'done']]);
      const audit = await records.audit.find('all', { sort: [{ path: 'at', order: 'asc' }], limit: 20 });
      expect(audit.map((a) => a.act)).toEqual(expect.arrayContaining(['privacy.export', 'privacy.erase', 'privacy.erase-tenant', 'privacy.erase-tenant-done']));
      expect(JSON.stringify(audit)).not.toMatch(/emma|xiaoyu/);
    } finally {
      await store.close();
    }
  }, 40_000);
});
