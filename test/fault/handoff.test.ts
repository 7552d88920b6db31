import { describe, expect, it } from '@jest/globals';
import { judge, type Witnessed } from './handoff-judge.js';
import { runHandoffs } from './handoff-run.js';

const BOT = 'U0BOT';
const shown = (text: string) => ({ ts: text, user: BOT, text: `Shopper: ${text}`, threadTs: '1', blocks: [] });
const nothing: Witnessed = { shoppers: [], taken: [], said: [], shown: [], refused: [], turns: [], handoffs: [], conversations: [], bot: BOT };
const taken = ['A1.', 'A2.'].map((text) => ({ place: 'p', text }));
const said = (...texts: string[]) => texts.map((text) => ({ thread: 't', from: 'agent', text }));
const shoppers = ['S1.', 'S2.'].map((text) => ({ thread: 't', key: text, text }));

describe('the judge of hand-offs', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(judge({ ...nothing, taken, said: said('A1.', 'A2.') })).toEqual({ messages: 2, lost: 0, duplicated: 0, misordered: 0, orphaned: 0, refused: 0 });
  });
  it.each<[string, Partial<Witnessed>, object]>([
    ['an agent’s word that reached nobody', { taken, said: said('A1.') }, { lost: 1 }],
    ['one whose writer was told so', { taken, said: said('A1.'), refused: ['A2.'] }, { lost: 0, refused: 1 }],
    ['one that came twice', { taken, said: said('A1.', 'A2.', 'A1.') }, { duplicated: 1 }],
    ['two in the wrong order', { taken, said: said('A2.', 'A1.') }, { misordered: 1 }],
    ['a shopper’s word that stands twice in the thread', { shoppers, shown: [shown('S1.'), shown('S1.'), shown('S2.')] }, { duplicated: 1 }],
    ['two of them in the wrong order', { shoppers, shown: [shown('S2.'), shown('S1.')] }, { misordered: 1 }],
    ['one that no turn was made of', { shoppers }, { lost: 2 }],
  ])('finds %s', (_what, witnessed, found) => {
    expect(judge({ ...nothing, ...witnessed })).toMatchObject(found);
  });
});

describe('hand-offs under fire', () => {
  it('lose nothing, double nothing, keep their order and leave nobody alone', async () => {
    const report = await runHandoffs({ runs: 5, seed: 11, steps: 100 });
    expect(report).toMatchObject({ runs: 5, lost: 0, duplicated: 0, misordered: 0, orphaned: 0 });
    expect(report.messages).toBeGreaterThan(100);
  }, 120_000);
});
