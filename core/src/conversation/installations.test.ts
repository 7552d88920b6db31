import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejected, Retryable, Unauthorized, UNOBSERVED, type Connector, type Credentials, type Grant, type Installation } from '../contracts/index.js';
import { countingRandom, quiet, T0 } from '../contracts/examples.fixture.js';
import { createMaster } from '../security/index.js';
import { createMemorySignals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createInstallations, type Installations } from './installations.js';
import { openRecords, type InstallationRecord, type Records } from './records.js';

const MINUTE = 60_000;
let store: Store;
let records: Records;
let now: number;
let refreshes: string[];
let refresh: (i: Installation) => Promise<Credentials>;
let installations: Installations;

const credentials = (token: string, expiresAt: number | null): Credentials => ({ values: { accessToken: `token-${token}`, refreshToken: `refresh-${token}` }, expiresAt, refreshExpiresAt: null });
const grantOf = (token: string, expiresAt: number | null = null): Grant => ({ accounts: [{ account: 'acme', name: 'Acme' }], scopes: ['read_orders'], credentials: credentials(token, expiresAt) });

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  refreshes = [];
  refresh = (i) => {
    refreshes.push(i.credentials.values['refreshToken'] ?? '');
    return Promise.resolve(credentials(`new${refreshes.length}`, now + 60 * MINUTE));
  };
  const connector: Connector = { id: 'host', install: { complete: () => Promise.reject(new Rejected('not used', { code: 'test' })), check: () => Promise.reject(new Rejected('not used', { code: 'test' })), refresh: (i) => refresh(i) } };
  const random = countingRandom(11);
  installations = createInstallations({ records, connectors: new Map([['host', connector], ['fixed', { id: 'fixed' }]]), signals: createMemorySignals({ clock: () => now }), master: createMaster(['m'.repeat(32)], random), clock: () => now, random, monotonic: () => 0, log: quiet, observer: UNOBSERVED });
});
afterEach(() => store.close());

const granted = async (token = 'old', expiresAt: number | null = null, connector = 'host'): Promise<InstallationRecord> => (await installations.grant(connector, grantOf(token, expiresAt), 'acme')).record;
const tokenOf = async (r: InstallationRecord) => (await installations.open(r)).credentials.values['accessToken'];
const kept = async (id: string) => records.installations.get('all', id);

describe('credentials', () => {
  it('are never stored in clear', async () => {
    const r = await granted('hush', now + MINUTE);
    await installations.open(r);
    expect(JSON.stringify(await records.installations.find('all', {}))).not.toMatch(/token-|refresh-/);
  });
  it('are renewed five minutes ahead of their end, and not before', async () => {
    const r = await granted('old', now + 10 * MINUTE);
    now += 5 * MINUTE;
    expect(await tokenOf(r)).toBe('token-old');
    now += 1;
    expect(await tokenOf(r)).toBe('token-new1');
    expect(refreshes).toEqual(['refresh-old']);
    expect((await kept(r.id))?.expiresAt).toBe(now + 60 * MINUTE);
    expect(await tokenOf(r)).toBe('token-new1');
    expect(refreshes).toHaveLength(1);
  });
  it('are renewed once for twenty callers at a time', async () => {
    const r = await granted('old', now + MINUTE);
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const plain = refresh;
    refresh = async (i) => {
      await gate;
      return plain(i);
    };
    const calls = Array.from({ length: 20 }, () => installations.call(r, 'check', (i) => Promise.resolve(i.credentials.values['accessToken'])));
    await new Promise((resolve) => setImmediate(resolve));
    release();
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['token-new1']));
    expect(refreshes).toEqual(['refresh-old']);
  });
  it('that never end are never renewed', async () => {
    const r = await granted();
    now += 1e12;
    expect(await tokenOf(r)).toBe('token-old');
    expect(refreshes).toEqual([]);
  });
  it('refused for renewal leave the installation to the merchant', async () => {
    const r = await granted('old', now + MINUTE);
    refresh = () => Promise.reject(new Unauthorized('revoked', { code: 'host.revoked' }));
    await expect(installations.open(r)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect((await installations.byId(r.id))?.state).toBe('needs-reauth');
    expect((await installations.byAccount('host', 'acme'))?.state).toBe('needs-reauth');
  });
  it('are tried for renewal again after passing trouble', async () => {
    const r = await granted('old', now - 1);
    const plain = refresh;
    refresh = () => Promise.reject(new Retryable('slow', { code: 'host.slow' }));
    await expect(installations.open(r)).rejects.toMatchObject({ kind: 'retryable' });
    expect((await kept(r.id))?.state).toBe('active');
    refresh = plain;
    expect(await tokenOf(r)).toBe('token-new1');
  });
  it('that still hold are used while renewing them ahead of time fails', async () => {
    const r = await granted('old', now + 4 * MINUTE);
    refresh = () => Promise.reject(new Retryable('slow', { code: 'host.slow' }));
    expect(await tokenOf(r)).toBe('token-old');
  });
  it('that end, of a connector that cannot renew, say that the merchant must', async () => {
    const r = await granted('old', now - 1, 'fixed');
    await expect(installations.open(r)).rejects.toMatchObject({ code: 'installation.no-refresh', kind: 'unauthorized' });
  });
});

describe('a call', () => {
  const refusing = (tokens: string[]) => (i: Installation) => {
    const token = i.credentials.values['accessToken'] ?? '';
    tokens.push(token);
    return token === 'token-old' ? Promise.reject(new Unauthorized('no', { code: 'host.401' })) : Promise.resolve(token);
  };
  it('whose credentials are refused is run once more with new ones', async () => {
    const r = await granted();
    const tokens: string[] = [];
    expect(await installations.call(r, 'check', refusing(tokens))).toBe('token-new1');
    expect(tokens).toEqual(['token-old', 'token-new1']);
  });
  it('is run no third time', async () => {
    const r = await granted();
    let runs = 0;
    await expect(installations.call(r, 'check', () => Promise.reject(new Unauthorized(`no ${++runs}`, { code: 'host.401' })))).rejects.toThrow('no 2');
    expect(refreshes).toHaveLength(1);
  });
  it('uses what somebody else renewed meanwhile instead of renewing again', async () => {
    const stale = await granted();
    await installations.grant('host', grantOf('fresh'), 'acme');
    const tokens: string[] = [];
    expect(await installations.call(stale, 'check', refusing(tokens))).toBe('token-fresh');
    expect(refreshes).toEqual([]);
  });
  it('refused twenty times at once is renewed once', async () => {
    const r = await granted();
    const tokens: string[] = [];
    const all = await Promise.all(Array.from({ length: 20 }, () => installations.call(r, 'check', refusing(tokens))));
    expect(new Set(all)).toEqual(new Set(['token-new1']));
    expect(refreshes).toEqual(['refresh-old']);
  });
  it('failing in another way is the caller’s affair', async () => {
    const r = await granted();
    const error = new Rejected('no', { code: 'host.no' });
    await expect(installations.call(r, 'check', () => Promise.reject(error))).rejects.toBe(error);
    expect(refreshes).toEqual([]);
  });
});

describe('an install', () => {
  it('of a new account begins a new tenant, or joins the one it is told', async () => {
    const first = await installations.grant('host', grantOf('a'), 'acme');
    expect(first).toMatchObject({ fresh: true, record: { state: 'active', scopes: ['read_orders'], settings: { shopName: 'Acme' } } });
    const joined = await installations.grant('fixed', grantOf('b'), 'acme', first.record.tenant);
    expect(joined.record.tenant).toBe(first.record.tenant);
    expect((await installations.ofTenant(first.record.tenant)).map((r) => r.id).sort()).toEqual([first.record.id, joined.record.id].sort());
  });
  it('made again keeps tenant, id and settings, and is active with what was granted now', async () => {
    const first = await granted();
    await installations.change(first.id, { state: 'uninstalled', sealedCredentials: null, settings: { ...first.settings, timeZone: 'Asia/Shanghai' } });
    const again = await installations.grant('host', { ...grantOf('second'), scopes: ['read_products'] }, 'acme', 'some-other-tenant');
    expect(again).toMatchObject({ fresh: true, record: { id: first.id, tenant: first.tenant, state: 'active', scopes: ['read_products'], settings: { timeZone: 'Asia/Shanghai' } } });
    expect(await tokenOf(again.record)).toBe('token-second');
  });
  it('renewed is not fresh', async () => {
    const first = await granted();
    await installations.change(first.id, { state: 'needs-reauth' });
    expect(await installations.grant('host', grantOf('second'), 'acme')).toMatchObject({ fresh: false, record: { state: 'active' } });
  });
  it('is one, however many ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => installations.grant('host', grantOf(String(n)), 'acme')));
    expect(new Set(all.map((g) => g.record.id)).size).toBe(1);
    expect(all.filter((g) => g.fresh)).toHaveLength(1);
  });
  it('is found at once although nobody was there a moment before', async () => {
    expect(await installations.byAccount('host', 'acme')).toBeNull();
    const r = await granted();
    expect((await installations.byAccount('host', 'acme'))?.id).toBe(r.id);
    expect(await installations.byAccount('host', 'acme2')).toBeNull();
    expect(await installations.byAccount('fixed', 'acme')).toBeNull();
  });
  it('of an account the grant does not hold is refused', async () => {
    await expect(installations.grant('host', grantOf('a'), 'other')).rejects.toMatchObject({ code: 'installation.foreign-account' });
  });
});
