import { describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, Message, Retryable, Bug, type Passage, type Product } from '../contracts/index.js';
import { T0 } from '../contracts/examples.fixture.js';
import type { Found } from '../knowledge/index.js';
import { contextOf, perceptionOf, shopWith } from './flow.fixture.js';
import { formatFor } from './format.js';
import { policyQuestion, quotePolicy } from './policy-question.js';
import { productQuestion } from './product-question.js';
import { phrase } from './phrases/index.js';
import { request } from './request.js';
import { smallTalk } from './small-talk.js';
import { unknownFlow } from './unknown.js';
import type { FlowResult, Shop } from './flow.js';

const passageOf = (set: Partial<Passage> = {}): Passage => ({ id: 'p1', docId: 'd1', kind: 'policy', title: 'Returns', headings: [], text: 'You have 30 days. Keep the box.', language: 'en', url: null, updatedAt: null, ...set });
const found = (sure: boolean, set: Partial<Found> = {}): Found => ({ passage: passageOf(), score: 3, sentences: ['You have 30 days.'], coverage: sure ? 0.8 : 0.2, sure, about: 0, place: 'unasked', places: [], ...set });
const phrases = (r: FlowResult) => r.say.map((s) => (s.kind === 'quote' ? `“${s.text}”` : s.phrase));
const words = (r: FlowResult, language: 'en' | 'zh') => r.say.map((s) => (s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values))).join(' ');

describe('a policy question', () => {
  const ask = (shop: Parameters<typeof shopWith>[0], set = {}) => contextOf({ intent: 'policy.returns', text: 'may I bring things back?', shop: shopWith(shop), perception: perceptionOf({ known: true }), ...set });

  it('is answered in the shop’s own words, resting on the passage', async () => {
    const r = await policyQuestion.run(ask({ passages: () => [found(true)] }));
    expect(phrases(r)).toEqual(['policy.intro', '“You have 30 days.”']);
    expect(r.say.every((s) => s.evidence.includes('passage-1'))).toBe(true);
    expect(r).toMatchObject({ outcome: 'answered', evidence: [{ id: 'passage-1', kind: 'passage' }] });
  });
  it('is looked for under its topic where the wish is understood, and by its words alone where not', async () => {
    const topics: (string | null)[] = [];
    const passages: Shop['passages'] = ({ topic }) => {
      topics.push(topic);
      return [found(true, { sentences: ['Keep the box.'] })];
    };
    for (const set of [{}, { language: 'zh' as const }, { understood: false }, { intent: 'greeting' }]) expect(phrases(await policyQuestion.run(ask({ passages }, set)))).toEqual(['policy.intro', '“Keep the box.”']);
    expect(topics[0]).toContain('change mind');
    expect(topics[1]).toContain('无理由');
    expect(topics.slice(2)).toEqual([null, null]);
  });
  it('with nothing sure has no answer', async () => {
    const r = await policyQuestion.run(ask({ passages: () => [found(false)] }));
    expect(phrases(r)).toEqual(['policy.none', 'human.offer']);
    expect(r).toMatchObject({ outcome: 'unknown', evidence: [], memory: { asked: { need: 'offer-human' } } });
  });
  it('on a strict subject is answered only by a page on that very subject', () => {
    const other = found(true, { about: 0.5, sentences: ['Pillows with a broken seal.'] });
    const own = found(true, { about: 1, sentences: ['Send a photograph.'] });
    expect(quotePolicy(ask({ passages: () => [other, own] }, { intent: 'complaint.damaged' }))?.say.at(-1)).toMatchObject({ text: 'Send a photograph.' });
    expect(quotePolicy(ask({ passages: () => [other, own] }))?.say.at(-1)).toMatchObject({ text: 'Pillows with a broken seal.' });
  });
  it('has no answer in a passage without a sentence', () => {
    expect(quotePolicy(ask({ passages: () => [found(true, { sentences: [] })] }))).toBeNull();
  });
  it('names a translation by the heading its readers know', () => {
    const zh = passageOf({ language: 'zh', title: 'Returns', headings: ['退货政策', '期限'] });
    expect(quotePolicy(ask({ passages: () => [found(true, { passage: zh })] }))?.title).toBe('退货政策');
    expect(quotePolicy(ask({ passages: () => [found(true, { passage: { ...zh, headings: [] } })] }))?.title).toBe('Returns');
    expect(quotePolicy(ask({ passages: () => [found(true, { passage: { ...zh, title: '退货' } })] }))?.title).toBe('退货');
  });
});

describe('a request', () => {
  const ask = (intent: string, passages: Found[] = []) => request.run(contextOf({ intent, shop: shopWith({ passages: () => passages }) }));
  it('tells the rule, says that it is not done, and offers a person', async () => {
    const r = await ask('order.cancel', [found(true)]);
    expect(phrases(r)).toEqual(['policy.intro', '“You have 30 days.”', 'request.not-mine', 'human.offer']);
    expect(r).toMatchObject({ outcome: 'asked', actions: [], memory: { asked: { flow: 'request', intent: 'order.cancel', need: 'offer-human' } } });
  });
  it('without a rule says only what is so', async () => expect(phrases(await ask('order.cancel'))).toEqual(['request.not-mine', 'human.offer']));
  it('is sorry first where the shopper is hurt', async () => {
    expect(phrases(await ask('complaint.damaged', [found(true)]))[0]).toBe('complaint.sorry');
    expect(phrases(await ask('complaint.service', [found(true)]))).toEqual(['complaint.sorry', 'human.offer']);
  });
});

const variant = (title: string, minor: number | null, available = true, currency = 'USD') => ({ id: title, title, sku: null, price: minor === null ? null : { minor, currency }, available });
const product = (set: Partial<Product> = {}): Product => ({ id: 'p', title: 'Trail lamp', description: 'Bright.', vendor: null, type: null, tags: [], url: null, image: null, variants: [variant('Default Title', 4_900)], readAt: T0, ...set });

describe('a product question', () => {
  const ask = (products: Product[], set: Partial<Parameters<typeof contextOf>[0]> = {}) => productQuestion.run(contextOf({ intent: 'product.price', text: 'trail lamp', shop: shopWith({ products }), ...set }));
  const lamp = product({ variants: [variant('Black / S', 4_900), variant('Black / XL', 6_900, false), variant('Red / S', 4_900)] });

  it('tells price and stock, with the product as evidence and card', async () => {
    const r = await ask([product()]);
    expect(words(r, 'en')).toBe('Trail lamp costs $49.00 and is in stock.');
    expect(r.say[0]?.evidence).toEqual(['product-1']);
    expect(Message.safeParse({ parts: r.parts }).success).toBe(true);
    expect(r.memory.products).toEqual([{ id: 'p', title: 'Trail lamp' }]);
  });
  it.each([
    ['trail lamp', '$49.00 – $69.00 and is in stock'],
    ['is the trail lamp there in black xl?', '(Black / XL) costs $69.00 and is sold out'],
    ['trail lamp red', '(Red) costs $49.00 and is in stock'],
    ['trail lamp, S, red', '(Red / S) costs $49.00 and is in stock'],
  ])('%s: %s', async (text, said) => expect(words(await ask([lamp], { text }), 'en')).toContain(said));
  it('finds a variant named in Chinese', async () => {
    const zh = product({ title: '露营灯', variants: [variant('黑色', 4_900), variant('红色', 5_900)] });
    expect(words(await ask([zh], { language: 'zh', format: formatFor('zh', 'UTC'), text: '露营灯' }), 'zh')).toContain('US$49.00 – US$59.00');
  });
  it('with all variants gone is sold out, in currencies of any exponent', async () => {
    for (const [currency, shown] of [['JPY', '¥4,900'], ['KWD', 'KWD 4.900']] as const) {
      expect(words(await ask([product({ variants: [variant('Default Title', 4_900, false, currency)] })]), 'en').replaceAll('\u00a0', ' ')).toBe(`Trail lamp costs ${shown} and is sold out at the moment.`);
    }
  });
  it('names no price where the shop names none', async () => {
    for (const language of ['en', 'zh'] as const) {
      const r = await ask([product({ variants: [variant('Default Title', null)] })], { language });
      expect(words(r, language)).not.toContain('—');
      expect(words(r, language)).toContain('Trail lamp');
    }
  });
  it('means the product pointed at', async () => {
    const shop = [product({ id: 'a', title: 'Tent' }), product({ id: 'b', title: 'Stove' })];
    const memory = { ...EMPTY_MEMORY, products: [{ id: 'a', title: 'Tent' }, { id: 'b', title: 'Stove' }] };
    const told = async (reference: Parameters<typeof perceptionOf>[0]) => (await ask(shop, { text: 'how much is it', memory, perception: perceptionOf(reference) })).memory.products.map((p) => p.id);
    expect(await told({ reference: { to: 'ordinal', ordinal: 2 } })).toEqual(['b']);
    expect(await told({ reference: { to: 'ordinal', ordinal: -1 } })).toEqual(['b']);
    expect(await told({ reference: { to: 'other' } })).toEqual(['b']);
    expect(await told({ reference: { to: 'same' } })).toEqual(['a']);
  });
  it('that nothing fits, or out of reach, is told as it is', async () => {
    expect(phrases(await ask([], { text: 'zzz' }))).toEqual(['product.none']);
    const broken = (e: Error) => ask([], { shop: { ...shopWith({}), products: () => Promise.reject(e) } });
    expect(await broken(new Retryable('slow', { code: 'x.slow' }))).toMatchObject({ outcome: 'unknown', say: [{ phrase: 'shop.unavailable' }] });
    await expect(broken(new Bug('ours', { code: 'x.bug' }))).rejects.toThrow('ours');
  });
  it('about its make-up quotes the description it rests on', async () => {
    const passage = passageOf({ kind: 'product', title: 'Trail lamp', text: 'Runs 40 hours.' });
    const r = await productQuestion.run(contextOf({ intent: 'product.details', text: 'how long does the trail lamp run', shop: shopWith({ products: [product()], passages: () => [found(true, { passage, sentences: ['Runs 40 hours.'] })] }) }));
    expect(phrases(r)).toEqual(['product.in-stock', '“Runs 40 hours.”']);
    expect(r.evidence.map((e) => e.id)).toEqual(['product-1', 'passage-1']);
  });
});

describe('small talk and the honest I don’t know', () => {
  const talk = async (intent: string, lastIntent: string | null = null) => phrases(await smallTalk.run(contextOf({ intent, memory: { ...EMPTY_MEMORY, lastIntent } })));
  it('greets at length once', async () => {
    expect(await talk('greeting')).toEqual(['greet']);
    expect(await talk('greeting', 'order.status')).toEqual(['greet.short']);
    expect(await talk('thanks')).toEqual(['thanks']);
    expect(await talk('deny', 'order.status')).toEqual(['acknowledged']);
    expect(await talk('bot.identity')).toEqual(['identity']);
  });
  it('says that it cannot look at pictures', async () => {
    expect(phrases(await unknownFlow.run(contextOf({ images: 1, text: ' ' })))).toEqual(['unknown.image', 'human.offer']);
    expect(phrases(await unknownFlow.run(contextOf({ images: 1, text: 'hm' })))).toEqual(['unknown', 'human.offer']);
  });
});
