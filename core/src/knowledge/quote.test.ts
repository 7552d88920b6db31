import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../contracts/index.js';
import { Bm25Index } from './bm25.js';
import { bestSentences } from './quote.js';
import { sentencesOf } from './sentences.js';

function passage(text: string, headings: string[] = [], title = 'Returns'): Passage {
  return { id: 'p', docId: 'd', kind: 'policy', title, headings, text, language: 'en', url: null, updatedAt: null };
}

describe('sentencesOf', () => {
  it.each([
    ['It costs 3.50 euros. Really!', ['It costs 3.50 euros.', 'Really!']],
    ['Bring e.g. a receipt. Then wait.', ['Bring e.g. a receipt.', 'Then wait.']],
    ['七天内可退。运费自理！好吗？', ['七天内可退。', '运费自理！', '好吗？']],
    ['She said "yes." Then left', ['She said "yes."', 'Then left']],
    ['- one\n- two', ['- one', '- two']],
    ['1. Pack it. 2. Send it.', ['1. Pack it.', '2. Send it.']],
    ['', []],
  ])('%j', (text, expected) => {
    const found = sentencesOf(text);
    expect(found.map((s) => s.text)).toEqual(expected);
    for (const s of found) expect(text.slice(s.start, s.end)).toBe(s.text);
  });
});

describe('bestSentences', () => {
  const text = 'We are a family business. You may return unused goods within 30 days. The buyer pays the postage. Refunds take five days. Call us any time.';

  it('quotes the sentence that answers, exactly', () => {
    const quote = bestSentences(passage(text), 'who pays the return postage', 'en', 2);
    expect(quote.sentences.map((s) => s.text)).toContain('The buyer pays the postage.');
    expect(quote.sentences.length).toBeLessThanOrEqual(2);
    for (const s of quote.sentences) expect(text.slice(s.start, s.end)).toBe(s.text);
    expect(quote.score).toBeGreaterThan(0.6);
  });

  it('keeps the order of the passage and does not pad', () => {
    const quote = bestSentences(passage(text), 'refunds, and who pays postage', 'en', 3);
    expect(quote.sentences.map((s) => s.text)).toEqual(['The buyer pays the postage.', 'Refunds take five days.']);
    expect(bestSentences(passage(text), 'postage', 'en', 3).sentences).toHaveLength(1);
  });

  it('answers a question that repeats the heading by the beginning of the passage', () => {
    const quote = bestSentences(passage('Yes, within a week. Ask our team for details.', ['Do you deliver to Iceland?'], 'Shipping'), 'deliver to Iceland', 'en', 1);
    expect(quote.sentences.map((s) => s.text)).toEqual(['Yes, within a week.']);
    expect(quote.score).toBeGreaterThan(0.6);
  });

  it('gives low scores where the passage does not answer', () => {
    expect(bestSentences(passage(text), 'is the blue teapot dishwasher safe', 'en', 2)).toMatchObject({ sentences: [], score: 0 });
    expect(bestSentences(passage(text), 'do you have unicorn shaped goods in purple', 'en', 2).score).toBeLessThan(0.4);
    expect(bestSentences(passage(text), '', 'en', 2).score).toBe(0);
    expect(bestSentences(passage(''), 'postage', 'en', 2).score).toBe(0);
  });

  it('works in Chinese', () => {
    const zh: Passage = { ...passage('签收后七天内可以无理由退货。退货邮费由买家承担，质量问题除外。退款三个工作日内到账。', ['退货'], '售后政策'), language: 'zh' };
    expect(bestSentences(zh, '退款要多久到账', 'zh', 1).sentences.map((s) => s.text)).toEqual(['退款三个工作日内到账。']);
    expect(bestSentences(zh, '退货的邮费谁承担', 'zh', 1).sentences.map((s) => s.text)).toEqual(['退货邮费由买家承担，质量问题除外。']);
    expect(bestSentences(zh, '你们店里卖台灯吗', 'zh', 1).score).toBeLessThan(0.4);
  });

  it('scores a passage in another language lower', () => {
    const own = bestSentences(passage(text), 'refunds postage', 'en', 2);
    const foreign = bestSentences(passage(text), 'refunds postage', 'zh', 2);
    expect(foreign.sentences).toEqual(own.sentences);
    expect(foreign.score).toBeLessThan(own.score);
    expect(bestSentences(passage(text), 'refunds postage', null, 2)).toEqual(own);
  });

  it('brings the line after an announcement', () => {
    const quote = bestSentences(passage('We never take back these:\n- Underwear\n- Gift cards'), 'what do you never take back', 'en', 2);
    expect(quote.sentences.map((s) => s.text)).toEqual(['We never take back these:', '- Underwear']);
  });

  it('weighs rare terms more when the index says how rare they are', () => {
    const index = new Bm25Index();
    for (let i = 0; i < 30; i++) index.put({ id: `d${i}`, kind: 'faq', title: 'Delivery', body: `Delivery of item${i} takes days.`, format: 'text', language: null, url: null, updatedAt: null });
    const p = passage('Delivery takes days.', [], 'Delivery');
    const plain = bestSentences(p, 'delivery zeppelin', 'en', 1).score;
    expect(bestSentences(p, 'delivery zeppelin', 'en', 1, (t) => index.weight(t)).score).toBeLessThan(plain);
  });
});
