import { describe, expect, it } from '@jest/globals';
import { EMPTY_MEMORY, type Memory, type Passage, type Product } from '../contracts/index.js';
import { T0 } from '../contracts/examples.fixture.js';
import type { Found } from '../knowledge/index.js';
import { contextOf, entity, perceptionOf, shopWith } from './flow.fixture.js';
import type { FlowContext, FlowResult } from './flow.js';
import { formatFor } from './format.js';
import { phrase } from './phrases/index.js';
import { productQuestion } from './product-question.js';
import { articleNumbers, byArticleNumber, byOptions } from './variant-choice.js';

const variant = (title: string, sku: string | null = null, available = true, minor = 4_900) => ({ id: title, title, sku, price: { minor, currency: 'USD' }, available });
const product = (title: string, set: Partial<Product> = {}): Product => ({ id: title, title, description: '', vendor: null, type: null, tags: [], url: null, image: null, variants: [variant('Default Title')], readAt: T0, ...set });

const shirt = product('Harbour Shirt', { variants: [variant('M / Ink', 'HS-7-M-INK', false), variant('M / Rust', 'HS-7-M-RUS'), variant('L / Ink', 'HS-7-L-INK'), variant('XL / Rust', 'HS-7-XL-RUS', false, 5_900)] });
const boots = product('Waterproof Boots');
const pan = product('Iron Pan', { vendor: 'Forge', tags: ['kitchen', '铁锅'], variants: [variant('20 cm', 'IP-20'), variant('26 cm', 'IP-26')] });

const page = (title: string, text: string, set: Partial<Passage> = {}): Passage => ({ id: `${title}-${text}`, docId: title, kind: 'product', title, headings: [], text, language: 'en', url: null, updatedAt: null, ...set });
const hit = (passage: Passage, sure = true): Found => ({ passage, score: 1, sentences: [], coverage: sure ? 0.8 : 0.2, about: 0, place: 'unasked', places: [], sure });

interface Asked {
  products?: Product[];
  pages?: Found[];
  intent?: string;
  memory?: Memory;
  set?: Partial<FlowContext>;
}
const ask = (text: string, { products = [shirt, boots, pan], pages = [], intent = 'product.stock', memory = EMPTY_MEMORY, set = {} }: Asked = {}) => {
  // Hosts find products by article number as by name.
  const byNumber = (q: { text: string; limit: number }) => products.filter((p) => p.title.toLowerCase().includes(q.text.toLowerCase()) || q.text.toLowerCase().includes(p.title.toLowerCase()) || p.variants.some((v) => v.sku?.startsWith(q.text.toUpperCase()) === true)).slice(0, q.limit);
  return productQuestion.run(contextOf({ intent, text, memory, perception: perceptionOf({ intents: [{ id: intent, p: 0.9 }] }), shop: { ...shopWith({ passages: () => pages }), products: (q) => Promise.resolve(byNumber(q)) }, ...set }));
};
const told = (r: FlowResult, language: 'en' | 'zh' = 'en') => r.say.map((s) => (s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values))).join(' ');
const shown = (...products: Product[]): Memory => ({ ...EMPTY_MEMORY, lastIntent: 'product.price', products: products.map(({ id, title }) => ({ id, title })) });
const inChinese: Partial<FlowContext> = { language: 'zh', format: formatFor('zh', 'UTC') };

describe('an article number', () => {
  it.each(['Is HS-7-M-INK in stock?', 'hs-7-m-ink', 'HS-7-M-INK有货吗'])('answers for exactly its variant: %s', async (text) => {
    const r = await ask(text);
    expect(told(r)).toBe('Harbour Shirt (M / Ink) costs $49.00 and is sold out at the moment.');
    expect(r.parts).toMatchObject([{ type: 'product-card', title: 'Harbour Shirt (M / Ink)', available: false, price: { minor: 4_900 } }]);
  });
  it('of several variants lists which are to be had', async () => {
    expect(told(await ask('HS-7还有货吗', { set: inChinese }), 'zh')).toContain('有货的有：M / Rust、L / Ink。 已售罄的有：M / Ink、XL / Rust。');
    expect(told(await ask('HS-7-M in stock?'))).toBe('Harbour Shirt costs $49.00 and is in stock. In stock: M / Rust. Sold out: M / Ink.');
  });
  it('without parts is known by its form', async () => {
    const plain = product('Lantern', { variants: [variant('Default Title', 'LN2000')] });
    const r = await ask('LN2000?', { products: [plain], set: { perception: perceptionOf({ entities: [entity('product', 'LN2000')] }) } });
    expect(told(r)).toBe('Lantern costs $49.00 and is in stock.');
  });
  it('that nothing bears finds nothing, not what was shown before', async () => {
    expect(await ask('ZZ-999 in stock?', { memory: shown(shirt) })).toMatchObject({ outcome: 'unknown', say: [{ phrase: 'product.none' }] });
  });
  it.each([
    ['a t-shirt with wi-fi', []],
    ['AB-CD or ab-12, AB-12', ['AB-CD', 'AB-12']],
    ['1/2, 24/7', []],
  ])('is read from %s', (text, expected) => expect(articleNumbers(text)).toEqual(expected));
  it('is not any beginning of a number', () => {
    expect(byArticleNumber('HS-7-X', shirt)).toBeNull();
    expect(byArticleNumber('HS-7-M', shirt)?.variants).toHaveLength(2);
    expect(byArticleNumber('IP-20', pan)).toMatchObject({ named: '20 cm' });
  });
});

describe('a kind of thing', () => {
  it.each([
    ['among many words that its page does not hold', '你们这边到底卖铁锅吗', [hit(page('Iron Pan', '- Tags: kitchen, 铁锅'), false)]],
    ['beside pages that fit better', '铁锅', [hit(page('Harbour Shirt', 'x')), hit(page('Iron Pan', '- Tags: kitchen, 铁锅'), false)]],
  ])('is found by the one word of its page that is said, %s', async (_, text, pages) => {
    const r = await ask(text, { pages, intent: text.length > 2 ? 'product.search' : 'product.stock', set: inChinese });
    expect(r.parts).toMatchObject([{ title: 'Iron Pan' }]);
  });
});

describe('choices', () => {
  it.each([
    ['do you have it in M?', 'M', 2],
    ['雨衣有M码吗', 'M', 2],
    ['中号的有吗', 'M', 2],
    ['in medium please', 'M', 2],
    ['xl', 'XL', 1],
    ["I'm looking for one", '', 4],
    ['harbour shirt', '', 4],
    ['ink, size l', 'L / Ink', 1],
  ])('named in "%s"', (text, named, count) => {
    const choice = byOptions(text, shirt);
    expect([choice.named, choice.variants.length]).toEqual([named, count]);
  });
  it('are not named by the product’s own name', () => {
    expect(byOptions('the black lamp', product('Black Lamp', { variants: [variant('Black'), variant('White')] })).named).toBe('');
  });
  it('are answered alike by text and card', async () => {
    const r = await ask('harbour shirt in M ink', { intent: 'product.search' });
    expect(told(r)).toContain('(M / Ink) costs $49.00 and is sold out');
    expect(r.parts).toMatchObject([{ available: false }]);
  });
  it('are listed where "in stock" alone would hide that some are gone', async () => {
    expect(told(await ask('harbour shirt in M'))).toBe('Harbour Shirt (M) costs $49.00 and is in stock. In stock: M / Rust. Sold out: M / Ink.');
    expect(told(await ask('harbour shirt', { intent: 'product.price' }))).toBe('Harbour Shirt costs $49.00 – $59.00 and is in stock.');
  });
  it('are listed where another was asked for', async () => {
    expect(told(await ask('is there a purple one', { memory: shown(shirt), intent: 'product.options' }))).toContain('In stock: M / Rust, L / Ink. Sold out: M / Ink, XL / Rust.');
  });
  it('are listed up to a dozen', async () => {
    const many = product('Thread', { variants: Array.from({ length: 15 }, (_, n) => variant(`No ${n + 1}`)) });
    expect(told(await ask('thread: what colours are there', { products: [many] }))).toContain('No 12 ….');
  });
});

describe('after products were shown', () => {
  it.each([
    ['what about L', 'Harbour Shirt (L)'],
    ['and in rust?', 'Harbour Shirt (Rust)'],
    ['L?', 'Harbour Shirt (L)'],
    ['what other colours does it come in', 'Sold out: M / Ink'],
  ])('"%s" goes on about them', async (text, expected) => expect(told(await ask(text, { memory: shown(shirt) }))).toContain(expected));

  it('what only its pronoun names is them, however well others’ names fit', async () => {
    const r = await ask('is it waterproof', { memory: shown(shirt), intent: 'product.details', pages: [hit(page('Waterproof Boots', 'For rain.')), hit(page('Harbour Shirt', 'Cotton. Not waterproof.'))] });
    expect(told(r)).toBe('Harbour Shirt costs $49.00 – $59.00 and is in stock. Not waterproof.');
  });
  it('where none were, "it" is nothing', async () => {
    expect(await ask('does it come in XL', { intent: 'product.size', pages: [hit(page('Harbour Shirt', 'XL fits all.'))] })).toMatchObject({ say: [{ phrase: 'product.none' }] });
  });
  it('a product that is named is that one', async () => {
    const r = await ask('are the boots in stock', { memory: shown(shirt), pages: [hit(page('Waterproof Boots', 'For rain.'))] });
    expect(r.memory.products.map((p) => p.id)).toEqual(['Waterproof Boots']);
  });
  it('a search is new', async () => {
    const r = await ask('iron pan', { memory: shown(shirt), intent: 'product.search' });
    expect(r.memory.products.map((p) => p.id)).toEqual(['Iron Pan']);
  });
});

describe('what a product is like', () => {
  const text = 'Ready for every hob and for the oven. Do not put it in the dishwasher. 1.2 kg.\n- Tags: kitchen, 铁锅\n- Diameter: 20 cm, 26 cm\n- SKU: IP-20, IP-26';
  const pages = [hit(page('Iron Pan', text), false)];
  const details = async (asked: string) => ask(asked, { pages, intent: 'product.details' });

  it.each([
    ['is the iron pan dishwasher safe', 'Do not put it in the dishwasher.'],
    ['how heavy is the iron pan', '1.2 kg.'],
    ['does the iron pan work on induction', 'Ready for every hob and for the oven.'],
  ])('%s: in the words of its page', async (asked, said) => {
    const r = await details(asked);
    expect(told(r)).toBe(`Iron Pan costs $49.00 and is in stock. ${said}`);
    expect(r).toMatchObject({ outcome: 'answered', evidence: [{ id: 'product-1' }, { id: 'passage-1' }] });
  });
  it('is admitted where the page does not say, and its lists are never read out', async () => {
    for (const asked of ['is the iron pan magnetic', 'which kitchen is the iron pan for']) {
      const r = await details(asked);
      expect(told(r)).toBe('Iron Pan costs $49.00 and is in stock. The page of Iron Pan does not say that. Shall I get a person?');
      expect(r).toMatchObject({ outcome: 'unknown', memory: { asked: { need: 'offer-human' }, products: [{ id: 'Iron Pan' }] } });
    }
  });
  it('is told in Chinese, under the name its readers know', async () => {
    const zh = page('Iron Pan', '各种灶具都可用。请勿放入洗碗机。', { language: 'zh', headings: ['铸造平底锅'] });
    const r = await ask('平底锅能用电磁炉吗', { pages: [...pages, hit(zh)], intent: 'product.details', set: inChinese });
    expect(told(r, 'zh')).toBe('铸造平底锅，售价 US$49.00，有货。 各种灶具都可用。');
    expect(r.parts).toMatchObject([{ title: '铸造平底锅' }]);
  });
  it('of a product nobody named in a message nobody understood is no answer', async () => {
    const unclear = { understood: false, perception: perceptionOf({ known: false }) };
    expect(await ask('what time is it', { memory: shown(shirt), intent: 'order.cancel', set: unclear })).toMatchObject({ outcome: 'unknown', say: [{ phrase: 'unknown' }, { phrase: 'human.offer' }] });
    expect(told(await ask('iron pan', { intent: 'order.cancel', set: unclear }))).toBe('Iron Pan costs $49.00 and is in stock.');
  });
});
