import { describe, expect, it } from '@jest/globals';
import { deskScene, WEN, type DeskScene } from './desk-bench.js';

/** A shop without pages: what the small model does not know is not understood. */
async function unlearned(settings: Parameters<typeof deskScene>[0] = {}): Promise<DeskScene> {
  const s = await deskScene(settings);
  await s.restart({ pages: [] });
  return s;
}
const last = (s: DeskScene) => s.saidTo('t-1').at(-1)?.text ?? '';
const proposals = (s: DeskScene) => s.process.engine.records.proposals.find('all', {});

describe('people who are called unasked', () => {
  it('come when Parley has twice not understood; once it only offers them', async () => {
    const s = await unlearned();
    await s.ask('t-1', 'glorp the frobnicator');
    expect(s.desk.shown).toEqual([]);
    expect(last(s)).toMatch(/rather not guess.*Shall I get a person/);
    await s.ask('t-1', 'frobnicate it then');
    expect(s.place().briefing).toMatchObject({ reason: 'low-confidence', priority: 'normal' });
    expect(last(s)).toMatch(/on their list/);
    expect(last(s)).not.toMatch(/Shall I/);
  });

  it('do not come for two misunderstandings with an answer between them', async () => {
    const s = await unlearned();
    for (const words of ['glorp', 'hello', 'glorp again']) await s.ask('t-1', words);
    expect(s.desk.shown).toEqual([]);
  });

  it('come at once, and before others, to who is angry and got nothing', async () => {
    const s = await unlearned();
    await s.ask('t-1', 'this is ridiculous, glorp!!!');
    expect(s.place().briefing).toMatchObject({ reason: 'anger', priority: 'high', mood: 'angry' });
    expect(last(s)).toMatch(/I am sorry about this.*on their list/);
  });

  it('come before others also to who asks for them in anger', async () => {
    const s = await unlearned();
    await s.ask('t-1', 'human please, this is ridiculous');
    expect(s.place().briefing).toMatchObject({ reason: 'anger', priority: 'high' });
    expect(last(s).match(/on their list/g)).toHaveLength(1);
  });

  it('come first of all where somebody was hurt, who is told what comes before any answer', async () => {
    const s = await unlearned();
    await s.ask('t-1', 'the lamp burned my hand');
    expect(s.place().briefing).toMatchObject({ reason: 'safety', priority: 'urgent' });
    expect(last(s)).toMatch(/emergency services first.*on their list/);
  });

  it('are not called where nobody works at a desk: the shopper is offered a person, and decides', async () => {
    const s = await unlearned({ teams: [] });
    for (const words of ['glorp', 'glorp', 'this is ridiculous']) await s.ask('t-1', words);
    expect(await s.process.engine.records.handoffs.find('all', {})).toEqual([]);
    expect(last(s)).toMatch(/Shall I get a person/);
  });

  it('are not called a second time while they are on their way', async () => {
    const s = await unlearned();
    for (const words of ['the lamp burned my hand', 'this is ridiculous', 'glorp', 'glorp']) await s.ask('t-1', words);
    expect(s.desk.shown).toHaveLength(1);
  });
});

describe('first words', () => {
  it('are proposed in the shopper’s language, and sent as they are with one press', async () => {
    const s = await deskScene({ team: { language: 'zh' } });
    await s.ask('t-1', 'human please');
    const opening = s.place().entries.find((e) => e.entry.kind === 'suggestion');
    expect(opening?.entry).toMatchObject({ id: s.place().briefing.handoff, text: expect.stringMatching(/^Hello, this is The Lantern Shop\./) });
    await s.act(s.place(), WEN, { do: 'send', suggestion: s.place().briefing.handoff });
    expect(s.saidTo('t-1').slice(-2)).toEqual([{ from: 'system', text: 'Wen of the shop’s team is here now.' }, { from: 'agent', text: expect.stringMatching(/^Hello, this is The Lantern Shop\./) }]);
    expect(await proposals(s)).toEqual([]);
  });
});
