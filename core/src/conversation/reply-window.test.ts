import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Turn } from '../contracts/index.js';
import { deliveryOf, T0, turnOf } from '../contracts/examples.fixture.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { openRecords, type Records } from './records.js';
import { windowLeft } from './reply-window.js';

const HOUR = 3_600_000;
const LAW = { ms: 48 * HOUR, messages: 5 };
let store: Store;
let records: Records;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
});
afterEach(() => store.close());

const turn = (seq: number, set: Partial<Turn> = {}): Turn => turnOf({ id: `t${seq}`, tenant: 't', installation: 'i', mailbox: 'm', seq, sealKey: 'k', event: 'e', storedAt: T0 + seq, ...set });
const sent = (n: number, at: number, set = {}) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, deliveryOf(`c${i}`, { key: `${at}/${i}`, state: 'delivered', firstSendAt: at, sendingAt: at, ...set })]));
const next = deliveryOf('next', { key: 'next' });
const open = async (now: number, law = LAW) => (await windowLeft(records, turn(9), next, law, now)).open;

describe('the reply window', () => {
  it('is closed before the shopper ever wrote', async () => {
    await records.turns.insert(turn(1, { kind: 'lifecycle' }));
    expect(await windowLeft(records, turn(9), next, LAW, T0)).toEqual({ open: false, why: 'the shopper has not written' });
  });
  it('lasts from the shopper’s last message by the host’s clock, and not a moment longer', async () => {
    await records.turns.insert(turn(1, { hostAt: T0 - HOUR }));
    expect(await open(T0 + 47 * HOUR - 1)).toBe(true);
    expect(await open(T0 + 47 * HOUR)).toBe(false);
    await records.turns.insert(turn(2, { kind: 'amendment', hostAt: T0 + 47 * HOUR }));
    expect(await open(T0 + 47 * HOUR)).toBe(false);
    await records.turns.insert(turn(3, { storedAt: T0 + 47 * HOUR }));
    expect(await open(T0 + 48 * HOUR)).toBe(true);
  });
  it('takes so many messages since then, uncertain ones counted, and opens anew when the shopper writes', async () => {
    await records.turns.insert(turn(1, { deliveries: sent(4, T0 + 10) }));
    expect(await open(T0 + 20)).toBe(true);
    await records.turns.insert(turn(2, { kind: 'changed', deliveries: sent(1, T0 + 11, { state: 'uncertain' }) }));
    expect(await windowLeft(records, turn(9), next, LAW, T0 + 20)).toMatchObject({ open: false, why: '5 messages were sent since the shopper\'s last one' });
    await records.turns.insert(turn(3, { storedAt: T0 + 30 }));
    expect(await open(T0 + 31)).toBe(true);
  });
  it('does not count what never went out, what goes to the desk, or this very message', async () => {
    await records.turns.insert(turn(1, { deliveries: { ...sent(4, T0 + 10), own: deliveryOf('own', { key: 'next', sendingAt: T0 + 10 }), desk: deliveryOf('desk', { target: 'desk', sendingAt: T0 + 10 }), late: deliveryOf('late', { state: 'superseded' }) } }));
    expect(await open(T0 + 20)).toBe(true);
  });
  it('is that of its own mailbox and tenant', async () => {
    await records.turns.insert(turn(1, { id: 'x', mailbox: 'other' }));
    await records.turns.insert(turn(1, { id: 'y', tenant: 'u', mailbox: 'm' }));
    expect(await open(T0 + 1)).toBe(false);
  });
});
