import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery, Turn } from '../contracts/index.js';
import { deliveryOf, T0, turnOf } from '../contracts/examples.fixture.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { openRecords, type Records } from './records.js';
import { createRedrive, type Redrive } from './redrive.js';

let store: Store;
let records: Records;
let redrive: Redrive;
let woken: string[];
const NOW = T0 + 86_400_000;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  woken = [];
  redrive = createRedrive({ records, clock: () => NOW, calls: { call: (work, id) => void woken.push(`${work} ${id}`), onCall: () => () => {}, comesHere: () => true } });
});
afterEach(() => store.close());

async function add(n: number, attention: Turn['attention'], deliveries: Delivery[], tenant = 't'): Promise<void> {
  await records.turns.insert(turnOf({ id: `${tenant}${n}`, tenant, installation: 'i', mailbox: `${tenant}-m${n}`, seq: 1, sealKey: 'k', event: 'e', attention, doneAt: T0, composedAt: T0, deliveries: Object.fromEntries(deliveries.map((d) => [d.id, d])) }));
}
const dead = (id: string) => deliveryOf(id, { state: 'dead', attempts: 7, firstSendAt: T0, reason: 'x', claim: { worker: 'w', attempt: 7, beat: 0 } });
const turn = (id: string) => records.turns.get('all', id);

describe('sending again', () => {
  it('puts dead deliveries back, and wakes their mailbox', async () => {
    await add(1, 'dead', [dead('a'), deliveryOf('b', { state: 'delivered', hostId: 'h' })]);
    expect(await redrive.all('t', ['dead'])).toBe(1);
    expect(await turn('t1')).toMatchObject({ state: 'composed', doneAt: null, dueAt: NOW, attention: null, deliveries: { a: { state: 'planned', attempts: 0, dueAt: NOW, claim: null, key: 'key/a' }, b: { state: 'delivered', hostId: 'h' } } });
    expect(woken).toEqual(['deliver t-m1']);
  });
  it('does it once', async () => {
    await add(1, 'dead', [dead('a')]);
    expect([await redrive.all('t', ['dead']), await redrive.all('t', ['dead'])]).toEqual([1, 0]);
    expect(woken).toHaveLength(1);
  });
  it('leaves uncertain ones alone unless asked for by name', async () => {
    await add(1, 'uncertain', [deliveryOf('a', { state: 'uncertain' })]);
    expect(await redrive.all('t', ['dead'])).toBe(0);
    expect((await turn('t1'))?.deliveries['a']?.state).toBe('uncertain');
    expect(await redrive.all('t', ['uncertain'])).toBe(1);
  });
  it('touches no other tenant', async () => {
    await add(1, 'dead', [dead('a')], 'u');
    expect(await redrive.all('t', ['dead'])).toBe(0);
    expect((await turn('u1'))?.state).toBe('done');
  });
  it('reaches all of them, however many', async () => {
    for (let n = 0; n < 620; n++) await add(n, 'dead', [dead('a')]);
    expect(await redrive.all('t', ['dead'])).toBe(620);
    expect(await records.turns.count({ tenant: 't' }, { attention: 'dead' })).toBe(0);
  });
  it('puts back both kinds of one turn together', async () => {
    await add(1, 'dead', [dead('a'), deliveryOf('b', { state: 'uncertain', order: 1 })]);
    expect(await redrive.all('t', ['dead', 'uncertain'])).toBe(2);
  });
  it('finds an uncertain one behind a dead one of the same turn', async () => {
    await add(1, 'dead', [dead('a'), deliveryOf('b', { state: 'uncertain', order: 1 })]);
    expect(await redrive.all('t', ['uncertain'])).toBe(1);
  });
  it('keeps showing what it did not put back', async () => {
    await add(1, 'dead', [dead('a'), deliveryOf('b', { state: 'uncertain', order: 1 })]);
    await redrive.all('t', ['dead']);
    expect((await turn('t1'))?.attention).toBe('uncertain');
  });
});
