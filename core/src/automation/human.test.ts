import { describe, expect, it } from '@jest/globals';
import { contextOf, perceptionOf } from './flow.fixture.js';
import { FLOWS, FlowResult } from './index.js';
import { handOff, humanFlow } from './human.js';

const wantsPerson = contextOf({ intent: 'human', text: 'a person please' });

describe('asking for a person', () => {
  it('plans the hand-off, and claims it only on its receipt', async () => {
    const r = FlowResult.parse(await humanFlow.run(wantsPerson));
    expect(r.outcome).toBe('handed-off');
    expect(r.actions).toEqual([{ id: 'hand-off', kind: 'hand-off', reason: 'asked' }]);
    expect(r.say).toEqual([{ kind: 'phrase', phrase: 'human.done', values: {}, evidence: [], action: 'hand-off', otherwise: 'human.failed' }]);
  });
  it('does it once: who waits already is told so and nothing is done', () => {
    const r = handOff({ ...wantsPerson, status: 'waiting' }, 'asked');
    expect(r.actions).toEqual([]);
    expect(r.say).toMatchObject([{ phrase: 'human.already', action: null }]);
  });
  it('forgets the open question', () => {
    const asked = { flow: 'order', intent: 'order.status', need: 'offer-human' as const, orderName: null };
    expect(handOff(contextOf({ memory: { ...wantsPerson.memory, asked } }), 'asked').memory.asked).toBeNull();
  });
});

describe('no flow', () => {
  it.each([...FLOWS])('%s claims an act without an action of its own', async (_, flow) => {
    for (const intent of ['order.cancel', 'refund.request', 'complaint.damaged', 'greeting', 'product.search', 'policy.returns', 'order.status']) {
      for (const status of ['bot', 'waiting'] as const) {
        const r = FlowResult.parse(await flow.run(contextOf({ intent, status, perception: perceptionOf() })));
        const ids = r.actions.map((a) => a.id);
        for (const s of r.say) {
          if (s.kind === 'quote') continue;
          if (s.action !== null) expect(ids).toContain(s.action);
          if (['human.done', 'failed'].includes(s.phrase)) expect(s.action).toBe('hand-off');
          if (s.action !== null) expect(s.otherwise).not.toBeNull();
        }
        if (r.memory.asked?.need === 'offer-human') expect(r.outcome).not.toBe('answered');
      }
    }
  });
});
