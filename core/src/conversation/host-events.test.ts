import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Retryable, Unauthorized, UNOBSERVED, type Connector, type ConversationStatus, type Doc, type EventBody, type Grant, type InboundEvent, type ShopFacts, type Turn } from '../contracts/index.js';
import { countingRandom, messageEvent, quiet, T0, turnOf } from '../contracts/examples.fixture.js';
import { createKnowledgeLibrary, type KnowledgeLibrary } from '../knowledge/index.js';
import { createIdentities, type Identities, createMaster } from '../security/index.js';
import { createMemoryJobs, createMemorySignals, type Signals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createHostEvents, type HostEvents } from './host-events.js';
import { createInstallations, type Installations } from './installations.js';
import { createAudit } from './audit.js';
import { createHandoffs } from './handoff/handoffs.js';
import { createPrivacy } from './privacy.js';
import { openRecords, type InstallationRecord, type Records } from './records.js';
import { generationKey } from './shop.js';
import { createShopFactsReader } from './shop-facts.js';

const HOUR = 3_600_000;
let store: Store;
let records: Records;
let signals: Signals;
let installations: Installations;
let knowledge: KnowledgeLibrary;
let hostEvents: HostEvents;
let shop: InstallationRecord;
let chat: InstallationRecord;
let now: number;
let page: Doc;
let facts: () => Promise<ShopFacts>;
let identities: Identities;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  page = { id: 'page/1', kind: 'page', title: 'Returns', body: 'You have 30 days to return a kettle.', format: 'text', language: 'en', url: null, updatedAt: null };
  const clock = () => now;
  const random = countingRandom(13);
  signals = createMemorySignals({ clock });
  const master = createMaster(['m'.repeat(32)], random);
  identities = createIdentities({ store, master, clock, random });
  const handoffs = createHandoffs({ records, clock, observer: UNOBSERVED });
  facts = () => Promise.resolve({ shopName: 'Acme & Daughters', currency: 'EUR', timeZone: 'Europe/Berlin' });
  const install = { complete: () => Promise.reject(new Error('not here')), check: () => Promise.reject(new Error('not here')), facts: () => facts() };
  const host: Connector = { id: 'host', install, knowledge: { docOf: (entity, id) => (entity === 'page' ? `page/${id}` : null), list: () => Promise.resolve({ items: [], cursor: null }), read: () => Promise.resolve([page]) } };
  const connectors = new Map([['host', host]]);
  installations = createInstallations({ records, connectors, signals, master, clock, random, monotonic: () => 0, log: quiet, observer: UNOBSERVED });
  knowledge = createKnowledgeLibrary({
    store, connectors, clock, log: quiet, news: signals.news, jobs: createMemoryJobs(),
    sources: { all: () => installations.all(), byId: (id) => installations.byId(id), call: async (id, run) => run(await installations.open((await installations.byId(id)) ?? shop)) },
  });
  hostEvents = createHostEvents({ records, handoffs, intake: { within: () => Promise.resolve('stored') }, installations, knowledge, privacy: createPrivacy({ records, store, identities, knowledge, audit: createAudit({ records, clock, random }), handoffs, clock, log: quiet }), shopFacts: createShopFactsReader({ installations, connectors, log: quiet }), cache: signals.cache, clock, log: quiet });
  shop = (await installations.grant('host', grantOf('acme'), 'acme')).record;
  chat = (await installations.grant('webchat', grantOf('acme', { commerce: [shop.id] }), 'acme', shop.tenant)).record;
});
afterEach(() => store.close());

function grantOf(account: string, settings: Grant['accounts'][number]['settings'] = {}): Grant {
  return { accounts: [{ account, name: account, settings }], scopes: ['read_orders'], credentials: { values: { accessToken: 'x' }, expiresAt: null, refreshExpiresAt: null } };
}
const turn = (set: Partial<Turn> = {}): Turn => turnOf({ id: 'event', tenant: shop.tenant, installation: shop.id, mailbox: 'm', seq: 1, sealKey: 'k', event: 'e', kind: 'lifecycle', hostAt: now, ...set });
const event = (body: EventBody): InboundEvent => ({ account: 'acme', eventKey: 'k', at: now, mailbox: { kind: 'entity', topic: 'x', entity: 'y' }, body });
const UNINSTALLED = event({ type: 'lifecycle', change: 'uninstalled' });
const stateOf = async (r: InstallationRecord) => (await installations.byId(r.id))?.state;

async function talk(id: string, of: InstallationRecord, status: ConversationStatus): Promise<void> {
  await records.conversations.insert({ id, tenant: of.tenant, thread: `thread-${id}`, episode: 1, connector: of.connector, installation: of.id, hostThread: id, identity: 'v', status, handoff: null, epoch: 3, appliedSeq: 1, openedAt: now, updatedAt: now, preview: '', lastIntent: null, lastOutcome: null, language: null, memory: null });
}

describe('an uninstall', () => {
  it('takes the credentials away and ends what hangs on it', async () => {
    await installations.byAccount('host', 'acme');
    now += HOUR;
    await hostEvents.handle(turn(), UNINSTALLED);
    expect([await stateOf(shop), await stateOf(chat)]).toEqual(['uninstalled', 'uninstalled']);
    expect((await records.installations.get('all', shop.id))?.sealedCredentials).toBeNull();
    expect((await installations.byAccount('host', 'acme'))?.state).toBe('uninstalled');
  });
  it('closes its open conversations, so that nothing more is sent, and those alone', async () => {
    const other = (await installations.grant('webchat', grantOf('other'), 'other', shop.tenant)).record;
    for (const status of ['bot', 'waiting', 'agent', 'closed'] as const) await talk(status, chat, status);
    await talk('elsewhere', other, 'bot');
    now += HOUR;
    await hostEvents.handle(turn(), UNINSTALLED);
    for (const id of ['bot', 'waiting', 'agent']) expect(await records.conversations.get('all', id)).toMatchObject({ status: 'closed', handoff: null, epoch: 4 });
    expect(await records.conversations.get('all', 'closed')).toMatchObject({ epoch: 3 });
    expect(await records.conversations.get('all', 'elsewhere')).toMatchObject({ status: 'bot', handoff: null, epoch: 3 });
  });
  it('leaves a channel that has another shop left', async () => {
    const second = (await installations.grant('host', grantOf('second'), 'second', shop.tenant)).record;
    await installations.change(chat.id, { settings: { ...chat.settings, commerce: [shop.id, second.id] } });
    now += HOUR;
    await hostEvents.handle(turn(), UNINSTALLED);
    expect([await stateOf(shop), await stateOf(chat), await stateOf(second)]).toEqual(['uninstalled', 'active', 'active']);
  });
  it('that comes late, after the merchant has come back, changes nothing', async () => {
    const late = turn({ hostAt: now + HOUR });
    now += 2 * HOUR;
    await installations.grant('host', grantOf('acme'), 'acme');
    await hostEvents.handle(late, UNINSTALLED);
    expect([await stateOf(shop), await stateOf(chat)]).toEqual(['active', 'active']);
  });
  it('that is read after the order to erase everything lets that be carried out', async () => {
    await talk('a', chat, 'bot');
    now += HOUR;
    const order = event({ type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] });
    const key = await identities.keyOf({ tenant: shop.tenant, installation: shop.id, identity: 'tenant' });
    const ordered = turn({ id: 'order', kind: 'privacy', storedAt: now, mailbox: 'privacy', sealKey: key.id, event: key.seal(JSON.stringify(order), 'turn/order') });
    await records.turns.insert(ordered);
    // Taken for the order of an earlier uninstall: the shop is there.
    await hostEvents.handle(ordered, order);
    expect(await stateOf(shop)).toBe('active');
    await hostEvents.handle(turn({ id: 'uninstall' }), UNINSTALLED);
    expect(await records.installations.count({ tenant: shop.tenant }, {})).toBe(0);
    expect(await records.conversations.count({ tenant: shop.tenant }, {})).toBe(0);
  });
  it('long after an order to erase that a merchant’s return made void erases nothing', async () => {
    now += HOUR;
    const order = event({ type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] });
    const key = await identities.keyOf({ tenant: shop.tenant, installation: shop.id, identity: 'tenant' });
    await records.turns.insert(turn({ id: 'order', kind: 'privacy', storedAt: now, mailbox: 'privacy', sealKey: key.id, event: key.seal(JSON.stringify(order), 'turn/order') }));
    now += 30 * 24 * HOUR;
    await hostEvents.handle(turn({ id: 'uninstall' }), UNINSTALLED);
    expect(await stateOf(shop)).toBe('uninstalled');
  });
  it('can be carried out twice', async () => {
    await talk('a', chat, 'bot');
    now += HOUR;
    await hostEvents.handle(turn(), UNINSTALLED);
    await hostEvents.handle(turn(), UNINSTALLED);
    expect(await records.conversations.get('all', 'a')).toMatchObject({ epoch: 4 });
  });
});

describe('other events of a host', () => {
  it('change what may be done', async () => {
    await hostEvents.handle(turn(), event({ type: 'lifecycle', change: 'scopes-changed', scopes: ['read_products'] }));
    expect((await installations.byId(shop.id))?.scopes).toEqual(['read_products']);
    await hostEvents.handle(turn(), event({ type: 'lifecycle', change: 'scopes-changed' }));
    expect((await installations.byId(shop.id))?.scopes).toEqual(['read_products']);
  });
  it('bring a page up to date, and take it away', async () => {
    const change = (kind: 'updated' | 'deleted') => hostEvents.handle(turn({ kind: 'changed' }), event({ type: 'changed', entity: 'page', entityId: '1', change: kind, updatedAt: null }));
    const quoted = async () => {
      await knowledge.ready([shop.id]);
      return knowledge.search([shop.id], { text: 'how long may I return a kettle', topic: null }, 'en', ['page'], 1).flatMap((f) => f.sentences);
    };
    await change('updated');
    expect(await quoted()).toEqual(['You have 30 days to return a kettle.']);
    page = { ...page, body: 'You have 60 days to return a kettle.' };
    await change('updated');
    expect(await quoted()).toEqual(['You have 60 days to return a kettle.']);
    await change('deleted');
    expect(await quoted()).toEqual([]);
  });
  it('are told to whoever holds look-ups of it', async () => {
    const generation = () => signals.cache.through(generationKey(shop.id), 60_000, () => Promise.resolve(`loaded ${(loads += 1)}`));
    let loads = 0;
    expect([await generation(), await generation()]).toEqual(['loaded 1', 'loaded 1']);
    await hostEvents.handle(turn({ kind: 'changed' }), event({ type: 'changed', entity: 'order', entityId: '1', change: 'updated', updatedAt: null }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await generation()).toBe('loaded 2');
  });
  it('that are messages or amendments change nothing here', async () => {
    const before = await records.installations.find('all', {});
    await hostEvents.handle(turn(), messageEvent('e', 'hello'));
    await hostEvents.handle(turn(), event({ type: 'amendment', from: { id: 'v' }, hostMessageId: 'm', message: null }));
    expect(await records.installations.find('all', {})).toEqual(before);
  });
});

describe('a shop that changed', () => {
  const CHANGED = event({ type: 'lifecycle', change: 'shop-updated' });
  const settingsOf = async (r: InstallationRecord) => (await installations.byId(r.id))?.settings;

  it('goes by its new name, currency and time zone, and keeps what the merchant chose', async () => {
    await installations.change(chat.id, { settings: { ...chat.settings, paused: true, defaultLanguage: 'zh', origins: ['https://acme.example'] } });
    await hostEvents.handle(turn(), CHANGED);
    expect(await settingsOf(shop)).toMatchObject({ shopName: 'Acme & Daughters', currency: 'EUR', timeZone: 'Europe/Berlin' });
    expect(await settingsOf(chat)).toMatchObject({ shopName: 'Acme & Daughters', timeZone: 'Europe/Berlin', paused: true, defaultLanguage: 'zh', origins: ['https://acme.example'] });
  });

  it('leaves alone a chat of several shops, and the shops of others', async () => {
    const several = (await installations.grant('webchat', grantOf('both', { shopName: 'Both', commerce: [shop.id, 'another'] }), 'both', shop.tenant)).record;
    const foreign = (await installations.grant('host', grantOf('foreign', { shopName: 'Foreign' }), 'foreign')).record;
    await hostEvents.handle(turn(), CHANGED);
    expect([(await settingsOf(several))?.shopName, (await settingsOf(foreign))?.shopName]).toEqual(['Both', 'Foreign']);
  });

  it('is asked again when the host is away, and not when only the merchant can let us in', async () => {
    facts = () => Promise.reject(new Retryable('the host is away', { code: 'x' }));
    await expect(hostEvents.handle(turn(), CHANGED)).rejects.toThrow('away');
    facts = () => Promise.reject(new Unauthorized('refused', { code: 'x' }));
    await hostEvents.handle(turn(), CHANGED);
    expect((await settingsOf(shop))?.shopName).not.toBe('Acme & Daughters');
  });

  it('is known by its new name once access is granted again', async () => {
    await installations.grant('host', grantOf('acme', { shopName: 'New', timeZone: 'Asia/Shanghai', defaultLanguage: 'zh' }), 'acme');
    expect(await settingsOf(shop)).toMatchObject({ shopName: 'New', timeZone: 'Asia/Shanghai', defaultLanguage: 'en' });
  });
});
