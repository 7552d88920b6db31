import { describe, expect, it } from '@jest/globals';
import { contextOf } from './flow.fixture.js';
import { result } from './flow.js';
import { quote, say } from './say.js';
import { joinResults } from './several.js';

const context = contextOf();
const passage = (id: string) => ({ id, kind: 'passage' as const, score: 1, passage: { id: 'p', docId: 'd', kind: 'policy' as const, title: 'Shipping', headings: [], text: 'Free over 50.', language: 'en' as const, url: null, updatedAt: null } });
const button = (value: string) => ({ label: value, value });

describe('several answers in one', () => {
  it('says all in order, apologies first and offers last, each once; later evidence has ids of its own', () => {
    const joined = joinResults([
      result(context, { outcome: 'answered', reason: 'first', say: [quote('Free over 50.', 'passage-1'), say('human.offer')], evidence: [passage('passage-1')] }),
      result(context, { outcome: 'asked', reason: 'second', say: [say('complaint.sorry'), quote('Free over 50.', 'passage-1'), say('human.offer')], evidence: [passage('passage-1')] }),
    ]);
    expect(joined.say.map((s) => (s.kind === 'quote' ? s.evidence[0] : s.phrase))).toEqual(['complaint.sorry', 'passage-1', 'wish-2-passage-1', 'human.offer']);
    expect(joined.evidence.map((e) => e.id)).toEqual(['passage-1', 'wish-2-passage-1']);
    expect([joined.outcome, joined.reason]).toEqual(['asked', 'first; and second']);
  });

  it('shows one row of buttons below the cards', () => {
    const joined = joinResults([
      result(context, { outcome: 'answered', reason: 'a', say: [say('thanks')], parts: [{ type: 'buttons', buttons: [button('human'), button('order')] }] }),
      result(context, { outcome: 'answered', reason: 'b', say: [say('thanks')], parts: [{ type: 'text', text: 'card' }, { type: 'buttons', buttons: [button('human')] }] }),
    ]);
    expect(joined.parts).toEqual([{ type: 'text', text: 'card' }, { type: 'buttons', buttons: [button('human'), button('order')] }]);
  });

  it('keeps what is still asked, does each thing once, and joins proofs', () => {
    const asked = { flow: 'order', need: 'order-number' as const, intent: 'order.status', orderName: null };
    const joined = joinResults([
      result(context, { outcome: 'asked', reason: 'a', say: [say('thanks')], memory: { ...context.memory, asked }, actions: [{ id: 'hand-off', kind: 'hand-off', reason: 'asked' }], proof: { email: 'a@b.example', orders: ['1'] } }),
      result(context, { outcome: 'handed-off', reason: 'b', say: [say('thanks')], actions: [{ id: 'hand-off', kind: 'hand-off', reason: 'anger' }], proof: { orders: ['2'] } }),
    ]);
    expect(joined.memory.asked).toEqual(asked);
    expect(joined.actions).toHaveLength(1);
    expect(joined.proof).toEqual({ email: 'a@b.example', orders: ['1', '2'] });
    expect(joined.outcome).toBe('handed-off');
  });
});
