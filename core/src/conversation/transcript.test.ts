import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { turnOf, T0 } from '../contracts/examples.fixture.js';
import type { Conversation, Turn } from '../contracts/index.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { openRecords, type Records } from './records.js';
import { transcriptOf } from './transcript.js';

let store: Store;
let records: Records;
beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  records = openRecords(store);
});
afterEach(() => store.close());

const conversation = (id: string, episode: number): Conversation => ({
  id, tenant: 'acme', thread: 'thread-1', episode, connector: 'webchat', installation: 'in', hostThread: 't', identity: 'ann', status: 'bot', handoff: null, epoch: 0, appliedSeq: 0,
  openedAt: T0, updatedAt: T0, preview: '', lastIntent: null, lastOutcome: null, language: null, memory: null,
});
let seq = 0;
const put = async (set: Partial<Turn>): Promise<string> => {
  const turn = turnOf({ id: `t${++seq}`, tenant: 'acme', installation: 'in', mailbox: 'thread-1', seq, sealKey: 'k', event: 'sealed', ...set });
  await records.turns.insert(turn);
  return turn.id;
};
const ids = async (id: string, episode: number) => (await transcriptOf(records, conversation(id, episode))).map((t) => t.id);

describe('a transcript', () => {
  beforeEach(() => {
    seq = 0;
  });

  it('holds what was answered in the conversation and what was merged into such an answer, oldest first', async () => {
    const one = await put({ conversation: 'c1' });
    const early = await put({ state: 'merged' });
    const two = await put({ conversation: 'c1', merges: [early] });
    const later = await put({ state: 'merged' });
    const three = await put({ conversation: 'c2', merges: [later] });
    expect(await ids('c1', 1)).toEqual([one, early, two]);
    expect(await ids('c2', 2)).toEqual([later, three]);
  });

  it('shows what waits for an answer, and what was given up, in the conversation it came in', async () => {
    const one = await put({ conversation: 'c1' });
    const lost = await put({ attention: 'dead' });
    const two = await put({ conversation: 'c1' });
    const left = await put({ attention: 'dead' });
    const three = await put({ conversation: 'c2' });
    const waiting = await put({ state: 'received' });
    expect(await ids('c1', 1)).toEqual([one, lost, two, left]);
    expect(await ids('c2', 2)).toEqual([three, waiting]);
  });

  it('holds what agents said, and not what they did without a word', async () => {
    const one = await put({ conversation: 'c1' });
    const said = await put({ kind: 'desk', conversation: 'c1' });
    await put({ kind: 'desk' });
    const reminded = await put({ kind: 'timer', conversation: 'c1' });
    expect(await ids('c1', 1)).toEqual([one, said, reminded]);
  });

  it('finds an old conversation below hundreds of newer messages, and shows the latest of a long one', async () => {
    const old = await put({ conversation: 'c1' });
    for (let n = 0; n < 450; n++) await put({ conversation: 'c2' });
    await put({ tenant: 'rival', mailbox: 'thread-2', conversation: 'c1' });
    expect(await ids('c1', 1)).toEqual([old]);
    const long = await ids('c2', 2);
    expect([long.length, long.at(-1)]).toEqual([400, 't451']);
  });
});
