import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, type Conversation, type Memory, type Turn } from '../contracts/index.js';
import { countingRandom, messageEvent, T0, turnOf } from '../contracts/examples.fixture.js';
import { sealKey, type SealKey } from '../security/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { openRecords, type Records } from './records.js';
import { createSessions, previewPlace, type Sessions } from './session.js';
import type { Thought } from './work.js';

const HOUR = 3_600_000;
const PLACE = { hostThread: 'thread-1', identity: 'visitor-ann' };
const random = countingRandom(3);
let store: Store;
let records: Records;
let sessions: Sessions;
let now: number;
let key: SealKey;

beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
  now = T0;
  sessions = createSessions(records, () => now);
  key = sealKey('k', random(32), random);
});
afterEach(() => store.close());

const remembers = (name: string): Memory => ({ ...EMPTY_MEMORY, orders: [{ id: name, name }], focus: 0, proven: [name], lastIntent: 'order.status', language: 'en' });
const thoughtOf = (memory: Memory, masked = 'masked'): Thought => ({
  masked,
  slots: [],
  perception: { language: 'en', languageSure: true, intents: [], known: true, wishes: [], entities: [], reference: null, mood: 'calm', danger: false },
  plan: { flow: 'order', intent: 'order.status', outcome: 'answered', reason: 'r', alternatives: [], say: [], evidence: [], parts: [], memory, draft: false, actions: [] },
});

/** A stored turn of the thread; with a thought where it was thought through in that conversation. */
async function stored(seq: number, thought: { memory: Memory; conversation: string } | null = null, set: Partial<Turn> = {}): Promise<Turn> {
  const id = `t${seq}`;
  const turn = turnOf({
    id, tenant: 't', installation: 'i', mailbox: 'm', seq, sealKey: key.id, event: key.seal(JSON.stringify(messageEvent(`e${seq}`, `message ${seq}`)), `turn/${id}`), storedAt: now,
    understood: { language: 'en', intents: [], known: true, entityKinds: [] },
    ...(thought === null ? {} : { conversation: thought.conversation, thought: key.seal(JSON.stringify(thoughtOf(thought.memory, `masked ${seq}`)), `turn/${id}`) }), ...set,
  });
  await records.turns.insert(turn);
  return turn;
}
const preview = (c: Conversation | null) => key.open(c?.preview ?? '', previewPlace(c?.id ?? ''));
const row = (c: Conversation) => records.conversations.get('all', c.id);

describe('a conversation', () => {
  it('begins with the first turn of a thread, with nothing remembered', async () => {
    const { conversation, memory } = await sessions.current(await stored(1), PLACE, key);
    expect(conversation).toMatchObject({ episode: 1, status: 'bot', epoch: 0, appliedSeq: 0, hostThread: 'thread-1', identity: 'visitor-ann', tenant: 't' });
    expect(memory).toEqual(EMPTY_MEMORY);
  });
  it('is begun once, however many begin it', async () => {
    const turn = await stored(1);
    const all = await Promise.all(Array.from({ length: 10 }, () => sessions.current(turn, PLACE, key)));
    expect(new Set(all.map((s) => s.conversation.id)).size).toBe(1);
    expect(await records.conversations.count('all', { thread: 'm' })).toBe(1);
  });
  it('remembers, sealed', async () => {
    const turn = await stored(1);
    const { conversation } = await sessions.current(turn, PLACE, key);
    await sessions.apply(conversation, turn, thoughtOf(remembers('#SECRET-1'), 'masked 1'), key);
    expect((await sessions.current(await stored(2), PLACE, key)).memory).toEqual(remembers('#SECRET-1'));
    const kept = await row(conversation);
    expect(preview(kept)).toBe('masked 1');
    expect(kept).toMatchObject({ appliedSeq: 1, lastIntent: 'order.status', lastOutcome: 'answered', language: 'en' });
    expect(JSON.stringify(kept)).not.toMatch(/SECRET|masked/);
  });
  it('that nobody answered waits for the merchant; one an agent has stays theirs', async () => {
    const turn = await stored(1);
    const { conversation } = await sessions.current(turn, PLACE, key);
    const silent = thoughtOf(EMPTY_MEMORY);
    await sessions.apply(conversation, turn, { ...silent, plan: { ...silent.plan, outcome: 'silent' } }, key);
    expect(await row(conversation)).toMatchObject({ status: 'waiting', lastOutcome: 'silent' });
    await records.conversations.update('all', conversation.id, { set: { status: 'agent' } });
    await sessions.apply(conversation, await stored(2), { ...silent, plan: { ...silent.plan, outcome: 'silent' } }, key);
    expect(await row(conversation)).toMatchObject({ status: 'agent' });
  });
  it('remembers nothing of another shopper in the same thread', async () => {
    const turn = await stored(1);
    const { conversation } = await sessions.current(turn, PLACE, key);
    await sessions.apply(conversation, turn, thoughtOf(remembers('#1')), key);
    expect((await sessions.current(await stored(2), PLACE, sealKey('other', random(32), random))).memory).toEqual(EMPTY_MEMORY);
  });
});

describe('its end', () => {
  const begun = async () => {
    const turn = await stored(1);
    const { conversation } = await sessions.current(turn, PLACE, key);
    await sessions.apply(conversation, turn, thoughtOf(remembers('#1')), key);
    return conversation;
  };
  it('comes after twelve quiet hours, and not at twelve', async () => {
    const first = await begun();
    now = T0 + 12 * HOUR;
    expect((await sessions.current(await stored(2), PLACE, key)).conversation.id).toBe(first.id);
    now += 1;
    const next = await sessions.current(await stored(3), PLACE, key);
    expect(next).toMatchObject({ conversation: { episode: 2, status: 'bot', appliedSeq: 2 }, memory: EMPTY_MEMORY });
    expect(await row(first)).toMatchObject({ status: 'closed', epoch: 1 });
  });
  it('comes at last where nobody came: who writes then begins anew, with nothing proven', async () => {
    const first = await begun();
    await records.conversations.update('all', first.id, { set: { status: 'waiting' } });
    now = T0 + 100 * HOUR;
    const next = await sessions.current(await stored(2), PLACE, key);
    expect(next).toMatchObject({ conversation: { episode: 2, status: 'bot' }, memory: EMPTY_MEMORY });
    expect(await row(first)).toMatchObject({ status: 'closed' });
  });
  it.each([['waiting', 70], ['agent', 100]] as const)('does not come by itself while it is with people: %s', async (status, hours) => {
    const first = await begun();
    await records.conversations.update('all', first.id, { set: { status } });
    now = T0 + hours * HOUR;
    expect((await sessions.current(await stored(2), PLACE, key)).conversation.id).toBe(first.id);
  });
  it('by closing makes the next message begin the next episode, once', async () => {
    const first = await begun();
    await records.conversations.update('all', first.id, { set: { status: 'closed' } });
    const turn = await stored(2);
    const [a, b] = [await sessions.current(turn, PLACE, key), await sessions.current(turn, PLACE, key)];
    expect(a.conversation).toMatchObject({ episode: 2 });
    expect(b.conversation.id).toBe(a.conversation.id);
    expect(a.memory).toEqual(EMPTY_MEMORY);
    expect((await row(first))?.epoch).toBe(0);
  });
});

describe('a projection that a crash left behind', () => {
  it('is caught up from the turns', async () => {
    const { conversation } = await sessions.current(await stored(1, null), PLACE, key);
    await stored(2, { memory: remembers('#2'), conversation: conversation.id });
    await stored(3, { memory: remembers('#3'), conversation: conversation.id });
    const caught = await sessions.current(await stored(4), PLACE, key);
    expect(caught.memory).toEqual(remembers('#3'));
    expect(caught.conversation).toMatchObject({ appliedSeq: 3 });
    expect(preview(caught.conversation)).toBe('masked 3');
  });
  it('passes over turns that are no part of it', async () => {
    const { conversation } = await sessions.current(await stored(1, null), PLACE, key);
    await stored(2, { memory: remembers('#2'), conversation: conversation.id });
    await stored(3, { memory: remembers('#3'), conversation: 'another' });
    await stored(4, null, { kind: 'changed' });
    await stored(5, { memory: remembers('#5'), conversation: conversation.id }, { sealKey: 'another-key' });
    const caught = await sessions.current(await stored(6), PLACE, key);
    expect(caught.memory).toEqual(remembers('#2'));
    expect(caught.conversation.appliedSeq).toBe(5);
  });
  it('stays as it is when it is caught up already', async () => {
    const turn = await stored(1);
    const { conversation } = await sessions.current(turn, PLACE, key);
    await sessions.apply(conversation, turn, thoughtOf(remembers('#1')), key);
    const before = await row(conversation);
    now += 5;
    await sessions.current(await stored(2), PLACE, key);
    expect(await row(conversation)).toEqual(before);
  });
  it('is caught up however far behind it is', async () => {
    const { conversation } = await sessions.current(await stored(1, null), PLACE, key);
    for (let n = 2; n <= 250; n++) await stored(n, { memory: remembers(`#${n}`), conversation: conversation.id });
    expect((await sessions.current(await stored(251), PLACE, key)).memory).toEqual(remembers('#250'));
  });
});

describe('applying a turn', () => {
  it('never undoes a later one, and does nothing twice', async () => {
    const [first, second] = [await stored(1), await stored(2)];
    const { conversation } = await sessions.current(first, PLACE, key);
    await sessions.apply(conversation, second, thoughtOf(remembers('#2')), key);
    const after = await row(conversation);
    await sessions.apply(conversation, first, thoughtOf(remembers('#1')), key);
    await sessions.apply(conversation, second, thoughtOf(remembers('#other')), key);
    expect(await row(conversation)).toEqual(after);
    expect((await sessions.current(await stored(3), PLACE, key)).memory).toEqual(remembers('#2'));
  });
});
