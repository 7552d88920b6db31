import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { UNOBSERVED, type Blobs, type InboundEvent, type Reply, type ThreadLog, type Turn } from '../contracts/index.js';
import { countingRandom, DAY, messageEvent, quiet, T0 } from '../contracts/examples.fixture.js';
import { createKnowledgeLibrary, type KnowledgeLibrary } from '../knowledge/index.js';
import { createIdentities, createMaster, type Identities } from '../security/index.js';
import { createMemoryJobs, createMemorySignals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createInstallations, type Installations } from './installations.js';
import { createAudit, type Audit } from './audit.js';
import { createHandoffs } from './handoff/handoffs.js';
import { createBlobs } from './blobs.js';
import { createCallsForWork } from './calls-for-work.js';
import { createFirstClaims } from './first-claims.js';
import { createIntake, type Intake } from './intake.js';
import { createPrivacy, exportId, type Privacy } from './privacy.js';
import { openRecords, type InstallationRecord, type Records } from './records.js';
import { previewPlace } from './session.js';
import { createThreadLog } from './thread-log.js';

type PrivacyBody = Extract<InboundEvent['body'], { type: 'privacy' }>;
const ANN = { id: 'customer-1', email: 'ann@example.com', phone: null };

let store: Store;
let records: Records;
let identities: Identities;
let installations: Installations;
let intake: Intake;
let privacy: Privacy;
let audit: Audit;
let knowledge: KnowledgeLibrary;
let threads: ThreadLog;
let blobs: Blobs;
let shop: InstallationRecord;
let rival: InstallationRecord;
let now: number;
let asked = 0;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  const clock = () => now;
  const random = countingRandom(9);
  const signals = createMemorySignals({ clock });
  const master = createMaster(['m'.repeat(32)], random);
  identities = createIdentities({ store, master, clock, random });
  installations = createInstallations({ records, connectors: new Map(), signals, master, clock, random, monotonic: () => 0, log: quiet, observer: UNOBSERVED });
  intake = createIntake({ firstClaims: createFirstClaims('test', false), records, installations, identities, master, calls: createCallsForWork(signals.wake, () => 'stable'), clock, monotonic: () => 0, log: quiet, observer: UNOBSERVED, release: 'test', probe: () => {} });
  knowledge = createKnowledgeLibrary({ store, news: signals.news, jobs: createMemoryJobs(), sources: { all: () => installations.all(), byId: (id) => installations.byId(id), call: () => Promise.reject(new Error('no source is read here')) }, connectors: new Map(), clock, log: quiet });
  audit = createAudit({ records, clock, random });
  privacy = createPrivacy({ records, store, identities, knowledge, audit, handoffs: createHandoffs({ records, clock, observer: UNOBSERVED }), clock, log: quiet });
  threads = createThreadLog({ records, installations, identities, signals, clock });
  blobs = createBlobs({ records, store, installations, identities, clock, random });
  shop = await connected('acme');
  rival = await connected('rival');
});
afterEach(() => store.close());

async function connected(account: string): Promise<InstallationRecord> {
  return (await installations.grant('webchat', { accounts: [{ account, name: account }], scopes: [], credentials: { values: { accessToken: 'x' }, expiresAt: null, refreshExpiresAt: null } }, account)).record;
}

/** A shopper's message with everything that follows: an answer, a conversation, an entry in the thread, a file. */
async function wrote(of: InstallationRecord, from: string, words: string, answer: string): Promise<{ turn: string; blob: string }> {
  const event = { ...messageEvent(`${from}/${words}`, words, { from, hostThread: `thread-${from}` }), account: of.account };
  const [stored] = await intake.store('webchat', [event]);
  const turn = z.string().parse(stored?.turn);
  const key = await identities.keyOf({ tenant: of.tenant, installation: of.id, identity: from });
  const reply: Reply = { language: 'en', sentences: [{ text: answer, evidence: [], receipts: [] }], parts: [] };
  const conversation = `conversation-${of.account}-${from}`;
  await records.turns.update('all', turn, {
    set: { state: 'done', conversation, understood: { language: 'en', intents: [], known: true, entityKinds: [] }, reply: key.seal(JSON.stringify(reply), `turn/${turn}/reply`) },
  });
  if ((await records.conversations.get('all', conversation)) === null) {
    const { mailbox } = await turnOf(turn);
    await records.conversations.insert({ id: conversation, tenant: of.tenant, thread: mailbox, episode: 1, connector: 'webchat', installation: of.id, hostThread: `thread-${from}`, identity: from, status: 'bot', handoff: null, epoch: 0, appliedSeq: 1, openedAt: now, updatedAt: now, preview: key.seal(`masked ${words}`, previewPlace(conversation)), lastIntent: null, lastOutcome: null, language: 'en', memory: key.seal('{}', 'x') });
  }
  await threads.append({ installation: of.id, hostThread: `thread-${from}`, identity: from }, `${from}/${words}`, { from: 'bot', message: { parts: [{ type: 'text', text: answer }] }, replyTo: [] });
  return { turn, blob: (await blobs.put(of.id, from, 'image/png', Uint8Array.from([1, 2, 3]))).blob };
}

const turnOf = async (id: string): Promise<Turn> => {
  const turn = await records.turns.get('all', id);
  if (turn === null) throw new Error(`there is no turn ${id}`);
  return turn;
};
const provenTo = (of: InstallationRecord, identity: string, proof: object) => identities.link({ tenant: of.tenant, installation: of.id, identity }, proof);

/** The host's request as it comes in: stored like any event, then carried out. */
async function request(what: PrivacyBody['request'], customer: PrivacyBody['customer'] = ANN, of = shop): Promise<Turn> {
  const body: PrivacyBody = { type: 'privacy', request: what, customer, orderIds: ['order/1'] };
  const [stored] = await intake.store('webchat', [{ account: of.account, eventKey: `privacy-${++asked}`, at: null, mailbox: { kind: 'entity', topic: 'privacy', entity: 'shop' }, body }]);
  const turn = await turnOf(z.string().parse(stored?.turn));
  await privacy.handle(turn, body);
  return turn;
}
const exported = async (turn: Turn, tenant = shop.tenant) => {
  const text = await privacy.readExport(tenant, exportId(turn.id));
  return text === null ? null : z.object({ orders: z.array(z.string()), messages: z.array(z.object({ wrote: z.string().nullable(), answered: z.string().nullable() })) }).parse(JSON.parse(text));
};

describe('an export', () => {
  it('holds exactly this shopper’s messages, over all their identities, oldest first', async () => {
    await wrote(shop, 'ann-phone', 'where is it', 'on its way');
    now += 1;
    await wrote(shop, 'ann-laptop', 'and now?', 'delivered');
    now += 1;
    await wrote(shop, 'ann-phone', 'thanks', 'welcome');
    await wrote(shop, 'bob', 'bob’s words', 'bob’s answer');
    await wrote(rival, 'ann-phone', 'at the rival', 'rival answer');
    await provenTo(shop, 'ann-phone', { customerId: 'customer-1' });
    await provenTo(shop, 'ann-laptop', { email: 'ANN@example.com' });
    await provenTo(rival, 'ann-phone', { customerId: 'customer-1' });
    const turn = await request('export-shopper');
    expect(await exported(turn)).toEqual({ orders: ['order/1'], messages: [{ wrote: 'where is it', answered: 'on its way' }, { wrote: 'and now?', answered: 'delivered' }, { wrote: 'thanks', answered: 'welcome' }] });
    expect(await exported(turn, rival.tenant)).toBeNull();
    const raw = await store.blobs.get('all', exportId(turn.id));
    expect(Buffer.from(raw?.bytes ?? []).toString()).not.toContain('where');
  });
  it('comes to its end where a message or an answer of it does not open', async () => {
    const { turn } = await wrote(shop, 'ann', 'where is it', 'on its way');
    now += 1;
    const { turn: second } = await wrote(shop, 'ann', 'and now?', 'delivered');
    await provenTo(shop, 'ann', { customerId: 'customer-1' });
    const key = await identities.keyOf({ tenant: shop.tenant, installation: shop.id, identity: 'ann' });
    // As another release may have sealed it.
    await records.turns.update('all', turn, { set: { event: key.seal('{"form":"of tomorrow"}', `turn/${turn}`) } });
    await records.turns.update('all', second, { set: { reply: key.seal('{"form":"of tomorrow"}', `turn/${second}/reply`) } });
    expect(await exported(await request('export-shopper'))).toEqual({ orders: ['order/1'], messages: [{ wrote: null, answered: 'on its way' }, { wrote: 'and now?', answered: null }] });
  });
  it('of somebody we do not know is empty, and made all the same', async () => {
    await wrote(shop, 'bob', 'hello', 'hi');
    const turn = await request('export-shopper');
    expect(await exported(turn)).toEqual({ orders: ['order/1'], messages: [] });
    expect((await records.audit.find({ tenant: shop.tenant }, {})).map((a) => a.act)).toEqual(['privacy.export']);
  });
  it('can not be read any more once the shopper is erased', async () => {
    await wrote(shop, 'ann', 'where is it', 'on its way');
    await provenTo(shop, 'ann', { customerId: 'customer-1' });
    const turn = await request('export-shopper');
    expect((await exported(turn))?.messages).toHaveLength(1);
    await request('erase-shopper');
    expect(await exported(turn)).toBeNull();
  });
});

describe('erasing a shopper', () => {
  it('leaves nothing that can be read, and others as they were', async () => {
    const mine = await wrote(shop, 'ann', 'where is it', 'on its way');
    const theirs = await wrote(shop, 'bob', 'bob’s words', 'bob’s answer');
    const elsewhere = await wrote(rival, 'ann', 'at the rival', 'rival answer');
    await provenTo(shop, 'ann', { customerId: 'customer-1', email: 'ann@example.com' });
    await provenTo(rival, 'ann', { customerId: 'customer-1' });
    const before = [await turnOf(theirs.turn), await turnOf(elsewhere.turn), await records.conversations.get('all', 'conversation-acme-bob')];

    await request('erase-shopper');

    const turn = await turnOf(mine.turn);
    expect(await identities.keyById(shop.tenant, turn.sealKey)).toBeNull();
    expect(await records.conversations.get('all', 'conversation-acme-ann')).toMatchObject({ preview: '', memory: null, status: 'closed', handoff: null, epoch: 1, identity: 'erased', hostThread: 'erased' });
    expect(await records.threads.count({ tenant: shop.tenant }, { sealKey: turn.sealKey })).toBe(0);
    expect(await store.blobs.get('all', mine.blob)).toBeNull();
    expect(await records.blobs.get('all', mine.blob)).toBeNull();

    expect([await turnOf(theirs.turn), await turnOf(elsewhere.turn), await records.conversations.get('all', 'conversation-acme-bob')]).toEqual(before);
    expect((await blobs.get(shop.id, 'bob', theirs.blob))?.mime).toBe('image/png');
    expect(await threads.history({ installation: shop.id, hostThread: 'thread-bob', identity: 'bob' }, 10)).toHaveLength(2);
    expect(await threads.history({ installation: rival.id, hostThread: 'thread-ann', identity: 'ann' }, 10)).toHaveLength(2);
    expect(await threads.history({ installation: shop.id, hostThread: 'thread-ann', identity: 'ann' }, 10)).toEqual([]);
  });
  it('can be repeated, and its proof names nobody', async () => {
    await wrote(shop, 'ann', 'where is it', 'on its way');
    await provenTo(shop, 'ann', { email: 'ann@example.com' });
    const turn = await request('erase-shopper');
    const body: PrivacyBody = { type: 'privacy', request: 'erase-shopper', customer: ANN, orderIds: [] };
    await privacy.handle(turn, body);
    await request('erase-shopper');
    const audit = await records.audit.find({ tenant: shop.tenant }, { sort: [{ path: 'at', order: 'asc' }] });
    expect(audit.map((a) => a.detail).sort()).toEqual(['0 identities', '1 identities']);
    expect(JSON.stringify(audit)).not.toMatch(/ann|customer-1/);
  });
  it('reaches more than one page of what there is', async () => {
    const { turn } = await wrote(shop, 'ann', 'first', 'a');
    const first = await turnOf(turn);
    for (let n = 0; n < 520; n++) await records.turns.insert({ ...first, id: `copy-${n}`, seq: n + 100 });
    await provenTo(shop, 'ann', { customerId: 'customer-1' });
    await request('erase-shopper');
    const left = await records.conversations.find({ tenant: shop.tenant }, { limit: 10 });
    expect(left.map((c) => c.preview)).toEqual(['']);
    const unread = await identities.keyById(shop.tenant, first.sealKey);
    expect(unread).toBeNull();
  });
  it('lets the shopper come back as somebody new', async () => {
    await wrote(shop, 'ann', 'before', 'a');
    await provenTo(shop, 'ann', { customerId: 'customer-1' });
    await request('erase-shopper');
    await intake.store('webchat', [messageEvent('again', 'after', { from: 'ann', hostThread: 'thread-ann' })]);
    const history = await threads.history({ installation: shop.id, hostThread: 'thread-ann', identity: 'ann' }, 10);
    expect(JSON.stringify(history)).toContain('after');
    expect(history).toHaveLength(1);
  });
  it('finds them by an order that was told to them, whatever they are called now', async () => {
    const { turn } = await wrote(shop, 'ann', 'hello', 'hi');
    await provenTo(shop, 'ann', { email: 'old@example.com', orders: ['order/1'] });
    await request('erase-shopper', { id: 'customer-9', email: 'new@example.com', phone: null });
    expect(await identities.keyById(shop.tenant, (await turnOf(turn)).sealKey)).toBeNull();
  });
  it('without anything to know them by erases nobody', async () => {
    const { turn } = await wrote(shop, 'ann', 'hello', 'hi');
    await request('erase-shopper', null);
    await request('erase-shopper', { id: null, email: null, phone: null });
    expect(await identities.keyById(shop.tenant, (await turnOf(turn)).sealKey)).not.toBeNull();
  });
});

describe('erasing a tenant', () => {
  const everything = async (tenant: string) => {
    const scope = { tenant };
    return { turns: await records.turns.count(scope, {}), conversations: await records.conversations.count(scope, {}), threads: await records.threads.count(scope, {}), blobs: await records.blobs.count(scope, {}), installations: await records.installations.count(scope, {}) };
  };
  const gone = async () => {
    const mine = await wrote(shop, 'ann', 'where is it', 'on its way');
    const theirs = await wrote(rival, 'bob', 'hello', 'hi');
    await provenTo(shop, 'ann', { customerId: 'customer-1' });
    const copy = await request('export-shopper');
    await installations.change(shop.id, { state: 'uninstalled', sealedCredentials: null });
    const before = await everything(rival.tenant);
    now += 2 * DAY;
    const turn = await request('erase-tenant', null);
    return { mine, theirs, copy, before, turn };
  };
  it('removes everything but the proof of it, and the request that is being carried out', async () => {
    const { mine, copy } = await gone();
    expect(await everything(shop.tenant)).toEqual({ turns: 1, conversations: 0, threads: 0, blobs: 0, installations: 0 });
    expect(await store.blobs.get('all', mine.blob)).toBeNull();
    expect(await privacy.readExport(shop.tenant, exportId(copy.id))).toBeNull();
    expect(await identities.of(shop.tenant, { customerId: 'customer-1' })).toEqual([]);
    expect((await records.audit.find({ tenant: shop.tenant }, {})).map((a) => a.act).sort()).toEqual(['privacy.erase-tenant', 'privacy.erase-tenant-done', 'privacy.export']);
  });
  it('removes the exports made for it too', async () => {
    const { copy } = await gone();
    expect(await store.blobs.get('all', exportId(copy.id))).toBeNull();
  });
  it('takes who of its staff did what along', async () => {
    await audit.note({ tenant: shop.tenant, actor: 'staff/7', act: 'staff.read', subject: 'c', detail: '' });
    await audit.note({ tenant: rival.tenant, actor: 'staff/8', act: 'staff.read', subject: 'c', detail: '' });
    await gone();
    expect((await audit.list(shop.tenant, { limit: 10 })).map((a) => a.act).sort()).toEqual(['privacy.erase-tenant', 'privacy.erase-tenant-done', 'privacy.export']);
    expect(await audit.list(rival.tenant, { limit: 10 })).toHaveLength(1);
  });
  it('touches no other tenant, and can be repeated', async () => {
    const { theirs, before, turn } = await gone();
    await privacy.handle(turn, { type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] });
    expect(await everything(rival.tenant)).toEqual(before);
    expect((await blobs.get(rival.id, 'bob', theirs.blob))?.mime).toBe('image/png');
  });
  it('spares a shop that has come back', async () => {
    await wrote(shop, 'ann', 'where is it', 'on its way');
    await installations.change(shop.id, { state: 'uninstalled', sealedCredentials: null });
    await connected('acme');
    const before = await everything(shop.tenant);
    await request('erase-tenant', null);
    expect(await everything(shop.tenant)).toEqual({ ...before, turns: before.turns + 1 });
    expect((await records.audit.find({ tenant: shop.tenant }, {})).map((a) => a.detail)).toEqual(['kept: the app is installed again']);
  });
});
