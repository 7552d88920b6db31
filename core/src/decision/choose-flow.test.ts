import { describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, type Entity, type Memory, type Perception } from '../contracts/index.js';
import { FLOWS } from '../automation/index.js';
import { TAXONOMY } from '../language/taxonomy/index.js';
import { chooseFlow, flowOfIntent, type Shape } from './choose-flow.js';

const entity = (kind: Entity['kind']): Entity => ({ kind, value: '1001', text: '1001', start: 0, end: 4 });
const perceived = (id: string | null, set: Partial<Perception> = {}): Perception => ({ language: 'en', languageSure: true, intents: id === null ? [] : [{ id, p: 0.9 }], known: id !== null, wishes: [], entities: [], reference: null, mood: 'calm', danger: false, ...set });
const vague = (set: Partial<Perception> = {}) => perceived('order.cancel', { known: false, intents: [{ id: 'order.cancel', p: 0.3 }], ...set });
const plain: Shape = { onlyPoints: false, onlyNumbers: false, goesOn: false };
const asked = (need: 'order-number' | 'proof' | 'offer-human', intent = 'order.tracking'): Memory => ({ ...EMPTY_MEMORY, lastIntent: intent, asked: { flow: 'order', intent, need, orderName: null } });
const talked = (lastIntent: string): Memory => ({ ...EMPTY_MEMORY, lastIntent });
const nothing = { policy: 0, product: 0 };

type Case = [what: string, perception: Perception, memory: Memory, found: { policy: number; product: number }, flow: string, intent: string, shape?: Shape];
const cases: Case[] = [
  ['yes to a person', perceived('affirm'), asked('offer-human'), nothing, 'human', 'human'],
  ['no to a person', perceived('deny'), asked('offer-human'), nothing, 'small-talk', 'deny'],
  ['an unsure yes', perceived('affirm', { known: false }), asked('offer-human'), nothing, 'unknown', 'unknown'],
  ['something else instead of yes or no', perceived('shipping.cost'), asked('offer-human'), nothing, 'policy-question', 'shipping.cost'],
  ['yes to nothing', perceived('affirm'), EMPTY_MEMORY, nothing, 'small-talk', 'affirm'],
  ['the proof we asked for', vague({ entities: [entity('email')] }), asked('proof'), nothing, 'order', 'order.tracking'],
  ['the proof, whatever it was understood as', perceived('account.problem', { entities: [entity('phone')] }), asked('proof', 'refund.status'), nothing, 'order', 'refund.status'],
  ['no proof though asked', perceived('thanks'), asked('proof'), nothing, 'small-talk', 'thanks'],
  ['the number we asked for', vague({ entities: [entity('number')] }), asked('order-number'), nothing, 'order', 'order.tracking'],
  ['a tracking number instead', vague({ entities: [entity('tracking')] }), asked('order-number'), nothing, 'order', 'order.tracking'],
  ['a number nobody asked for', vague({ entities: [entity('number')] }), EMPTY_MEMORY, nothing, 'unknown', 'unknown'],
  ['"and the other one?"', vague({ reference: { to: 'other' } }), talked('order.tracking'), nothing, 'order', 'order.tracking'],
  ['"yes, that one"', perceived('affirm', { reference: { to: 'same' } }), talked('product.price'), nothing, 'product-question', 'product.price'],
  ['pointing, and the same kind of wish', perceived('order.status', { reference: { to: 'other' } }), talked('order.tracking'), nothing, 'order', 'order.tracking'],
  ['pointing, and a wish of another kind', perceived('order.cancel', { reference: { to: 'same' } }), talked('order.tracking'), nothing, 'request', 'order.cancel'],
  ['pointing at nothing', vague({ reference: { to: 'other' } }), EMPTY_MEMORY, nothing, 'unknown', 'unknown'],
  ['a clear wish', perceived('refund.status'), EMPTY_MEMORY, nothing, 'order', 'refund.status'],
  ['a hardly clear request that names an order', perceived('order.cancel', { intents: [{ id: 'order.cancel', p: 0.4 }], entities: [entity('order')] }), EMPTY_MEMORY, nothing, 'order', 'order.status'],
  ['a clear request that names an order', perceived('order.cancel', { entities: [entity('order')] }), EMPTY_MEMORY, nothing, 'request', 'order.cancel'],
  ['an order and nothing else', vague({ entities: [entity('order')] }), EMPTY_MEMORY, nothing, 'order', 'order.status'],
  ['proof for the order talked about', vague({ entities: [entity('email')] }), talked('order.tracking'), nothing, 'order', 'order.tracking'],
  ['an e-mail out of the blue', vague({ entities: [entity('email')] }), EMPTY_MEMORY, nothing, 'unknown', 'unknown'],
  ['unclear, but a product', vague(), EMPTY_MEMORY, { policy: 0.5, product: 0.5 }, 'product-question', 'order.cancel'],
  ['unclear, but a page', vague(), EMPTY_MEMORY, { policy: 0.6, product: 0.5 }, 'policy-question', 'order.cancel'],
  ['unclear, and a page speaks of it, but it sounds like a question about goods', { ...vague(), intents: [{ id: 'shop.contact', p: 0.3 }, { id: 'product.search', p: 0.25 }, { id: 'product.stock', p: 0.1 }] }, EMPTY_MEMORY, { policy: 0.9, product: 0.5 }, 'product-question', 'shop.contact'],
  ['unclear without any guess, but a page', perceived(null), EMPTY_MEMORY, { policy: 0.6, product: 0 }, 'policy-question', 'unknown'],
  ['only pointing, whatever its words look like', perceived('refund.status', { reference: { to: 'ordinal', ordinal: 2 } }), talked('product.search'), nothing, 'product-question', 'product.search', { ...plain, onlyPoints: true }],
  ['nothing but order numbers', perceived('affirm', { entities: [entity('number')] }), EMPTY_MEMORY, nothing, 'order', 'order.status', { ...plain, onlyNumbers: true }],
  ['two wishes of one group that are sure together', perceived('policy.returns', { known: false, intents: [{ id: 'policy.returns', p: 0.4 }, { id: 'return.start', p: 0.3 }, { id: 'policy.warranty', p: 0.25 }] }), EMPTY_MEMORY, nothing, 'policy-question', 'policy.returns'],
  ['a few words more on products shown', perceived(null), { ...talked('product.search'), products: [{ id: 'p', title: 'Coat' }] }, { policy: 0.9, product: 0 }, 'product-question', 'product.options', { ...plain, goesOn: true }],
  ['a few words after something else', perceived(null), { ...talked('order.status'), products: [{ id: 'p', title: 'Coat' }] }, { policy: 0.9, product: 0 }, 'policy-question', 'unknown', { ...plain, goesOn: true }],
  ['nothing at all', perceived(null), EMPTY_MEMORY, nothing, 'unknown', 'unknown'],
];

describe('chooseFlow', () => {
  it.each(cases.map((row) => ({ what: row[0], row })))('$what', ({ row: [, perception, memory, found, flow, intent, shape = plain] }) => {
    const choice = chooseFlow(perception, memory, found, shape);
    expect({ flow: choice.flow, intent: choice.intent }).toEqual({ flow, intent });
    expect(choice.reason).not.toBe('');
  });
  it('names at most three alternatives with what each was worth', () => {
    const intents = ['greeting', 'human', 'order.status', 'thanks'].map((id, n) => ({ id, p: 0.4 - n / 10 }));
    expect(chooseFlow(perceived('greeting', { intents }), EMPTY_MEMORY, nothing, plain).alternatives).toEqual([
      { flow: 'small-talk', p: 0.4 },
      { flow: 'human', p: intents[1]?.p },
      { flow: 'order', p: intents[2]?.p },
    ]);
  });
  it('knows a flow that exists for every intent of the taxonomy', () => {
    for (const intent of TAXONOMY) expect(FLOWS.has(flowOfIntent(intent.id))).toBe(true);
  });
});
