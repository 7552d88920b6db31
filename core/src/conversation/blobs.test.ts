import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UNOBSERVED, type InboundEvent } from '../contracts/index.js';
import { countingRandom, messageEvent, quiet, T0 } from '../contracts/examples.fixture.js';
import { createIdentities, createMaster } from '../security/index.js';
import { createMemorySignals } from '../signals/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createBlobs, type KeptBlobs } from './blobs.js';
import { createCallsForWork } from './calls-for-work.js';
import { createFirstClaims } from './first-claims.js';
import { createInstallations, type Installations } from './installations.js';
import { createIntake, type Intake } from './intake.js';
import { openRecords, type Records } from './records.js';

const DAY = 24 * 3_600_000;
const PICTURE = Uint8Array.from([0, 255, 1, 2, 3]);

let store: Store;
let records: Records;
let installations: Installations;
let blobs: KeptBlobs;
let intake: Intake;
let now: number;
let installation: string;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  const clock = () => now;
  const random = countingRandom(5);
  const signals = createMemorySignals({ clock });
  const master = createMaster(['m'.repeat(32)], random);
  const identities = createIdentities({ store, master, clock, random });
  installations = createInstallations({ records, connectors: new Map(), signals, master, clock, random, monotonic: () => 0, log: quiet, observer: UNOBSERVED });
  blobs = createBlobs({ records, store, installations, identities, clock, random });
  intake = createIntake({ firstClaims: createFirstClaims('test', false), records, installations, identities, master, calls: createCallsForWork(signals.wake, () => 'stable'), clock, monotonic: () => 0, log: quiet, observer: UNOBSERVED, release: 'test', probe: () => {} });
  installation = await granted('acme');
});
afterEach(() => store.close());

async function granted(account: string): Promise<string> {
  const grant = { accounts: [{ account, name: account }], scopes: [], credentials: { values: {}, expiresAt: null, refreshExpiresAt: null } };
  return (await installations.grant('webchat', grant, account)).record.id;
}

/** A message of `identity` that shows these files. */
function shows(key: string, identity: string, ...files: string[]): InboundEvent {
  const event = messageEvent(key, 'look');
  if (event.body.type !== 'message') throw new Error('not a message');
  return { ...event, body: { ...event.body, from: { ...event.body.from, id: identity }, message: { parts: files.map((blob) => ({ type: 'image' as const, blob, mime: 'image/png' })) } } };
}

describe('a file', () => {
  it('comes back to its owner alone', async () => {
    const { blob } = await blobs.put(installation, 'visitor-ann', 'image/png', PICTURE);
    const got = await blobs.get(installation, 'visitor-ann', blob);
    expect([got?.mime, [...(got?.bytes ?? [])]]).toEqual(['image/png', [...PICTURE]]);
    expect(await blobs.get(installation, 'visitor-eve', blob)).toBeNull();
    expect(await blobs.get('in_none', 'visitor-ann', blob)).toBeNull();
    expect(await blobs.get(installation, 'visitor-ann', 'bl_none')).toBeNull();
    expect(await blobs.get(await granted('rival'), 'visitor-ann', blob)).toBeNull();
  });

  it('is kept sealed, and hardly larger than it is', async () => {
    const picture = Buffer.alloc(100_000, 'a picture ');
    const { blob } = await blobs.put(installation, 'visitor-ann', 'image/png', picture);
    const kept = Buffer.from((await store.blobs.get('all', blob))?.bytes ?? []);
    expect(kept.includes('picture')).toBe(false);
    expect(kept.length - picture.length).toBeLessThan(64);
  });
});

describe('a file that was chosen', () => {
  it('goes after a day in which no message named it', async () => {
    const { blob } = await blobs.put(installation, 'visitor-ann', 'image/png', PICTURE);
    now = T0 + DAY;
    expect(await blobs.removeUnused()).toBe(0);
    now += 1;
    expect(await blobs.removeUnused()).toBe(1);
    expect(await blobs.get(installation, 'visitor-ann', blob)).toBeNull();
    expect(await store.blobs.get('all', blob)).toBeNull();
  });

  it('stays once its shopper sent it, however late the other copy of that message comes', async () => {
    const [one, two] = [await blobs.put(installation, 'visitor-ann', 'image/png', PICTURE), await blobs.put(installation, 'visitor-ann', 'image/png', PICTURE)];
    await intake.store('webchat', [shows('e1', 'visitor-ann', one.blob)]);
    await intake.store('webchat', [shows('e1', 'visitor-ann', one.blob)]);
    now = T0 + 10 * DAY;
    expect(await blobs.removeUnused()).toBe(1);
    expect(await blobs.get(installation, 'visitor-ann', one.blob)).not.toBeNull();
    expect(await blobs.get(installation, 'visitor-ann', two.blob)).toBeNull();
  });

  it('is not kept by somebody else who names it', async () => {
    const { blob } = await blobs.put(installation, 'visitor-ann', 'image/png', PICTURE);
    await intake.store('webchat', [shows('e1', 'visitor-eve', blob)]);
    now = T0 + 2 * DAY;
    expect(await blobs.removeUnused()).toBe(1);
    expect(await records.blobs.count('all', {})).toBe(0);
  });
});
