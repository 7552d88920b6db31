import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quiet } from '../contracts/examples.fixture.js';
import { createMemorySignals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createCanary, type Canary } from './canary.js';
import { openRecords } from './records.js';

let store: Store;
let now = 1_000_000;
const signals = createMemorySignals();
const opened = () => createCanary({ records: openRecords(store), news: signals.news, clock: () => now, log: quiet });
const tenants = Array.from({ length: 1_000 }, (_, n) => `tn_${n}`);

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

/** What a process says once it has looked. */
async function onCanary(canary: Canary): Promise<string[]> {
  canary.trackOf('tn_0');
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return tenants.filter((t) => canary.trackOf(t) === 'canary');
}

describe('the canary', () => {
  it('serves nobody until it is told to', async () => {
    expect(await onCanary(opened())).toEqual([]);
    expect(await opened().plan()).toEqual({ share: 0, tenants: [] });
  });
  it('serves its share, the same tenants in every process, and keeps them as it grows', async () => {
    const [web, worker] = [opened(), opened()];
    await web.set({ share: 0.1, tenants: [] });
    const tenth = await onCanary(worker);
    expect(tenth.length).toBeGreaterThan(60);
    expect(tenth.length).toBeLessThan(140);
    expect(await onCanary(web)).toEqual(tenth);
    await web.set({ share: 0.5, tenants: [] });
    const half = await onCanary(worker);
    expect(half).toEqual(expect.arrayContaining(tenth));
    expect(half.length).toBeGreaterThan(400);
    await web.set({ share: 0, tenants: [] });
    expect(await onCanary(worker)).toEqual([]);
  });
  it('serves tenants by name', async () => {
    const canary = opened();
    await canary.set({ share: 0, tenants: ['tn_7'] });
    expect(await onCanary(canary)).toEqual(['tn_7']);
  });
  it('hears of a change whose news was lost within seconds', async () => {
    const deaf = createCanary({ records: openRecords(store), news: { publish: () => {}, subscribe: () => () => {} }, clock: () => now, log: quiet });
    expect(await onCanary(deaf)).toEqual([]);
    await opened().set({ share: 1, tenants: [] });
    expect(await onCanary(deaf)).toEqual([]);
    now += 5_001;
    expect(await onCanary(deaf)).toEqual(tenants);
  });
});
