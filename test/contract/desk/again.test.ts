import { describe, expect, it } from '@jest/globals';
import type { Turn } from '@parley/core/contracts';
import { BEN, deskScene, WEN, type DeskScene } from './desk-bench.js';

const MINUTE = 60_000;
const text = (words: string) => ({ parts: [{ type: 'text' as const, text: words }] });
const say = (words: string) => ({ do: 'say' as const, message: text(words), hostMessageId: words, suggestion: null });

/** What a turn sends, opened: two tries of one turn must say the same. */
async function contents(s: DeskScene, turn: Turn): Promise<unknown[]> {
  const key = await s.process.engine.identities.keyById(turn.tenant, turn.sealKey);
  return Object.values(turn.deliveries).map((d): unknown => [d.id, d.target, key === null ? null : JSON.parse(key.open(d.sealed, `delivery/${turn.id}/${d.id}`))]);
}

/** The latest turn of a hand-off that sent something. */
async function latest(s: DeskScene): Promise<Turn> {
  const turns = (await s.process.turns()).filter((t) => t.handoff !== null && t.kind !== 'message' && Object.keys(t.deliveries).length > 0);
  const last = turns.sort((a, b) => a.seq - b.seq).at(-1);
  if (last === undefined) throw new Error('no turn of a hand-off sent anything');
  return last;
}

const TEAMS = { teams: [{ name: 'Care', escalateTo: 'Leads' }, { name: 'Leads', target: 'C-leads', language: 'zh', escalateTo: 'Last' }, { name: 'Last', target: 'C-last' }] };

/** Each way a hand-off moves; the process is then thought to have died after the effect and before the turn was saved. */
const MOVES: [string, (s: DeskScene) => Promise<void>][] = [
  ['an acceptance', (s) => s.act(s.place(), WEN, { do: 'accept' })],
  ['first words', (s) => s.act(s.place(), WEN, say('Hello'))],
  ['a refusal', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), BEN, { do: 'accept' });
  }],
  ['a change of hands', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), WEN, { do: 'assign', to: BEN });
  }],
  ['a first assignment', (s) => s.act(s.place(), WEN, { do: 'assign', to: BEN })],
  ['a correction', async (s) => {
    await s.act(s.place(), WEN, say('It costs 20'));
    await s.act(s.place(), WEN, { do: 'amend', hostMessageId: 'It costs 20', message: text('It costs 25') });
  }],
  ['the return', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), WEN, { do: 'return', agreed: 'until Friday' });
  }],
  ['the end', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), WEN, { do: 'close' });
  }],
  ['a reminder', (s) => s.pass(5 * MINUTE + 1)],
  ['the passing on', async (s) => {
    await s.pass(5 * MINUTE + 1);
    await s.pass(10 * MINUTE + 1);
  }],
  ['giving up', async (s) => {
    for (const minutes of [5, 10, 30]) await s.pass(minutes * MINUTE + 1);
  }],
  ['a reminder of the agent', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.ask('t-1', 'are you there?');
    await s.pass(10 * MINUTE + 1);
  }],
  ['the offer anew', async (s) => {
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.ask('t-1', 'are you there?');
    await s.pass(10 * MINUTE + 1);
    await s.pass(10 * MINUTE + 1);
  }],
  ['the end of a silent conversation', async (s) => {
    await s.act(s.place(), WEN, say('Here I am'));
    await s.pass(25 * 60 * MINUTE);
  }],
];

describe('a turn of a hand-off that is tried again', () => {
  it.each(MOVES)('after %s does and says the same', async (_, move) => {
    const s = await deskScene(TEAMS);
    await s.ask('t-1', 'human please');
    await move(s);
    const turn = await latest(s);
    const first = await contents(s, turn);
    const records = await s.process.engine.records.handoffs.find('all', {});
    const [shown, said] = [JSON.stringify(s.desk.shown), JSON.stringify(s.channel.said)];
    await s.process.engine.records.turns.update('all', turn.id, { set: { state: 'received', deliveries: {}, claim: null, composedAt: null, doneAt: null, conversation: null } });
    await s.work();
    const again = (await s.process.turns()).find((t) => t.id === turn.id);
    if (again === undefined) throw new Error('the turn is gone');
    expect(again.state).toBe('done');
    expect(withoutTimes(await contents(s, again))).toEqual(withoutTimes(first));
    expect(withoutTimes(await s.process.engine.records.handoffs.find('all', {}))).toEqual(withoutTimes(records));
    expect([withoutTimes(JSON.parse(JSON.stringify(s.desk.shown))), JSON.stringify(s.channel.said)]).toEqual([withoutTimes(JSON.parse(shown)), said]);
  });
});

/** A step taken later is due later, and a place may be known by then; what one agent alone is told has no key. Everything else is the same. */
function withoutTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, v: unknown) => (key === 'told' || key === 'ref' ? 'as it may be' : ['dueAt', 'endedAt', 'acceptedAt', 'lastWordAt', 'answeredAt', 'unansweredSince', 'briefing'].includes(key) && typeof v !== 'object' ? 'some time' : v)));
}
