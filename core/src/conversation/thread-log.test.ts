import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UNOBSERVED, type Message, type ThreadEntry, type ThreadLog } from '../contracts/index.js';
import { countingRandom, messageEvent, quiet, T0 } from '../contracts/examples.fixture.js';
import { createIdentities, createMaster, type Identities } from '../security/index.js';
import { createMemorySignals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createInstallations, type Installations } from './installations.js';
import { createCallsForWork } from './calls-for-work.js';
import { createFirstClaims } from './first-claims.js';
import { createIntake, type Intake } from './intake.js';
import { openRecords, type Records } from './records.js';
import { createThreadLog } from './thread-log.js';

let store: Store;
let records: Records;
let identities: Identities;
let installations: Installations;
let intake: Intake;
let now: number;
let installation: string;
let log: ThreadLog;
let open: () => ThreadLog;
const signals = createMemorySignals({ clock: () => now });

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  const random = countingRandom(5);
  const clock = () => now;
  const master = createMaster(['m'.repeat(32)], random);
  identities = createIdentities({ store, master, clock, random });
  installations = createInstallations({ records, connectors: new Map(), signals, master, clock, random, monotonic: () => 0, log: quiet, observer: UNOBSERVED });
  intake = createIntake({ firstClaims: createFirstClaims('test', false), records, installations, identities, master, calls: createCallsForWork(signals.wake, () => 'stable'), clock, monotonic: () => 0, log: quiet, observer: UNOBSERVED, release: 'test', probe: () => {} });
  const grant = { accounts: [{ account: 'acme', name: 'Acme' }], scopes: [], credentials: { values: {}, expiresAt: null, refreshExpiresAt: null } };
  installation = (await installations.grant('webchat', grant, 'acme')).record.id;
  open = () => createThreadLog({ records, installations, identities, signals, clock });
  log = open();
});
afterEach(() => store.close());

const place = (set = {}) => ({ installation, hostThread: 'thread-1', identity: 'visitor-ann', ...set });
const text = (words: string): Message => ({ parts: [{ type: 'text', text: words }] });
const says = (words: string) => ({ from: 'bot' as const, message: text(words), replyTo: [] });
const wordsOf = (entries: readonly ThreadEntry[]) => entries.map((e) => (e.message.parts[0]?.type === 'text' ? e.message.parts[0].text : ''));
/** Lets what was only begun go on. */
const settle = async () => {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve));
};

describe('adding an entry', () => {
  it('numbers them from one, without gaps, and finds each by its key', async () => {
    for (const n of [1, 2, 3]) expect(await log.append(place(), `k${n}`, says(`m${n}`))).toMatchObject({ n, from: 'bot', at: T0 });
    expect(wordsOf(await log.after(place(), 0, 10))).toEqual(['m1', 'm2', 'm3']);
    expect(wordsOf(await log.after(place(), 1, 1))).toEqual(['m2']);
    expect(await log.find(place(), 'k2')).toMatchObject({ n: 2 });
    expect(await log.find(place(), 'k9')).toBeNull();
  });
  it('happens once per key, and the first stands', async () => {
    const first = await log.append(place(), 'k', says('first'));
    expect(await log.append(place(), 'k', says('second'))).toEqual(first);
    expect(await log.after(place(), 0, 10)).toEqual([first]);
  });
  it('happens once per key under races, with every key in its own place, from several processes', async () => {
    const logs = [log, open(), open()];
    const all = await Promise.all(Array.from({ length: 60 }, (_, i) => (logs[i % 3] ?? log).append(place(), `k${i % 12}`, says(`m${i % 12}`))));
    expect(new Set(all.map((e) => `${e.n} ${e.id}`)).size).toBe(12);
    const kept = await log.after(place(), 0, 100);
    expect(kept.map((e) => e.n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(new Set(wordsOf(kept)).size).toBe(12);
  });
  it('keeps the words sealed', async () => {
    await log.append(place(), 'k', says('your parcel JD014600'));
    expect(JSON.stringify(await records.threads.find('all', {}))).not.toContain('JD014600');
  });
  it('for an installation that is not there is a fault of ours', async () => {
    await expect(log.append(place({ installation: 'in_none' }), 'k', says('x'))).rejects.toMatchObject({ code: 'thread.no-installation' });
  });
});

describe('reading', () => {
  it('shows one shopper nothing of another, and one thread nothing of the next', async () => {
    await log.append(place(), 'k', says('for ann'));
    await intake.store('webchat', [messageEvent('e1', 'from ann')]);
    for (const other of [place({ identity: 'visitor-eve' }), place({ hostThread: 'thread-2' })]) {
      expect(await log.after(other, 0, 10)).toEqual([]);
      expect(await log.history(other, 10)).toEqual([]);
      expect(await log.find(other, 'k')).toBeNull();
    }
  });
  it('shows both sides in order, the newest of them', async () => {
    for (let n = 1; n <= 4; n++) {
      await intake.store('webchat', [messageEvent(`e${n}`, `ask ${n}`)]);
      now += 10;
      await log.append(place(), `k${n}`, says(`answer ${n}`));
      now += 10;
    }
    expect(wordsOf(await log.history(place(), 100))).toEqual([1, 2, 3, 4].flatMap((n) => [`ask ${n}`, `answer ${n}`]));
    expect(wordsOf(await log.history(place(), 3))).toEqual(['answer 3', 'ask 4', 'answer 4']);
    expect((await log.history(place(), 1)).map((e) => [e.from, e.n])).toEqual([['bot', 4]]);
  });
  it('keeps the order of messages that came in the same moment', async () => {
    await intake.store('webchat', [1, 2, 3].map((n) => messageEvent(`e${n}`, `line ${n}`)));
    expect(wordsOf(await log.history(place(), 10))).toEqual(['line 1', 'line 2', 'line 3']);
  });
});

describe('following', () => {
  it('hears of every entry until stopped, and of what came before it was heard', async () => {
    let news = 0;
    const stop = log.follow(place(), () => (news += 1));
    await settle();
    expect(news).toBe(1);
    await log.append(place(), 'a', says('a'));
    await settle();
    expect(news).toBe(2);
    await log.append(place({ hostThread: 'thread-2' }), 'b', says('b'));
    await settle();
    stop();
    await log.append(place(), 'c', says('c'));
    await settle();
    expect(news).toBe(2);
  });
  it('stopped at once hears nothing', async () => {
    let news = 0;
    log.follow(place(), () => (news += 1))();
    await settle();
    await log.append(place(), 'a', says('a'));
    await settle();
    expect(news).toBe(0);
  });
});
