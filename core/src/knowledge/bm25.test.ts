import { describe, expect, it } from '@jest/globals';
import type { Doc } from '../contracts/index.js';
import { Bm25Index } from './bm25.js';
import { PassageRetriever } from './retriever.js';

function doc(id: string, title: string, body: string, over: Partial<Doc> = {}): Doc {
  return { id, kind: 'policy', title, body, format: 'html', language: null, url: null, updatedAt: null, ...over };
}

function shop(): Bm25Index {
  const index = new Bm25Index();
  index.put(doc('returns-en', 'Return policy', '<h2>How long</h2><p>You may return unused goods within 30 days of delivery.</p><h2>Who pays</h2><p>The buyer pays the postage of a return unless the item is faulty.</p>'));
  index.put(doc('returns-zh', '退换货政策', '<h2>期限</h2><p>签收后七天内，未使用的商品可以无理由退货。</p><h2>运费</h2><p>非质量问题，退货邮费由买家承担。</p>'));
  index.put(doc('shipping-en', 'Shipping', '<p>Standard delivery takes 3 to 5 working days. Orders above 60 dollars ship free.</p>'));
  index.put(doc('shipping-zh', '配送说明', '<p>一般三到五个工作日送达，满199元包邮。</p>'));
  index.put(doc('p1', 'Noise cancelling headphones WH-1000XM4', '<p>Black, 30 hours of battery.</p>', { kind: 'product' }));
  index.put(doc('p2', 'Noise cancelling headphones WH-1000XM5', '<p>Silver, 30 hours of battery.</p>', { kind: 'product' }));
  return index;
}

const first = (index: Bm25Index, query: string, language: 'zh' | 'en' | null = null) => index.search(query, { language })[0]?.passage;

describe('Bm25Index', () => {
  it.each([
    ['who has to pay the postage if I return something', 'returns-en', 'The buyer pays'],
    ['how many days to return', 'returns-en', '30 days'],
    ['几天内可以退货', 'returns-zh', '七天'],
    ['退货邮费谁承担', 'returns-zh', '买家承担'],
    ['多少钱包邮', 'shipping-zh', '包邮'],
    ['shipped free?', 'shipping-en', 'ship free'],
    ['退貨郵費', 'returns-zh', '邮费'],
  ])('%s', (query, docId, text) => {
    const passage = first(shop(), query);
    expect(passage?.docId).toBe(docId);
    expect(passage?.text).toContain(text);
  });

  it('finds an exact model number, however it is written', () => {
    for (const query of ['WH-1000XM5', 'wh1000xm5', 'WH 1000 XM5', 'ＷＨ－１０００ＸＭ５有货吗']) expect(first(shop(), query)?.docId).toBe('p2');
    expect(first(shop(), 'do you have the wh-1000xm4')?.docId).toBe('p1');
  });

  it('prefers the language asked for, but does not demand it', () => {
    const index = new Bm25Index();
    index.put(doc('a', 'VIP', '<p>VIP 会员专享 Club24 服务说明</p>'));
    index.put(doc('b', 'VIP', '<p>The VIP service of Club24 explained here</p>'));
    expect(first(index, 'VIP Club24', 'zh')?.docId).toBe('a');
    expect(first(index, 'VIP Club24', 'en')?.docId).toBe('b');
    expect(first(shop(), '包邮', 'en')?.docId).toBe('shipping-zh');
  });

  it('replaces and removes documents', () => {
    const index = shop();
    const size = index.size;
    index.put(doc('shipping-en', 'Shipping', '<p>We deliver by drone.</p>'));
    expect(index.size).toBe(size);
    expect(first(index, 'standard working days')?.docId).not.toBe('shipping-en');
    expect(first(index, 'drone')?.docId).toBe('shipping-en');
    index.remove('shipping-en');
    index.remove('shipping-en');
    index.remove('never there');
    expect(index.search('drone')).toEqual([]);
    expect(index.size).toBe(size - 1);
  });

  it('scores the same after many replacements as when filled anew', () => {
    const old = shop();
    for (let i = 0; i < 300; i++) old.put(doc('p2', 'Noise cancelling headphones WH-1000XM5', `<p>Silver, ${i} hours.</p>`, { kind: 'product' }));
    old.put(doc('p2', 'Noise cancelling headphones WH-1000XM5', '<p>Silver, 30 hours of battery.</p>', { kind: 'product' }));
    const anew = shop();
    for (const query of ['battery of the headphones', 'return postage', '退货']) expect(old.search(query)).toEqual(anew.search(query));
    expect(old.size).toBe(anew.size);
  });

  it('keeps order, limit and silence', () => {
    const index = shop();
    const hits = index.search('return delivery battery days', { limit: 3 });
    expect(hits).toHaveLength(3);
    expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
    expect(hits[1]!.score).toBeGreaterThanOrEqual(hits[2]!.score);
    for (const query of ['', 'the of and', '😀', 'zzzqqq']) expect(index.search(query)).toEqual([]);
    expect(index.search('return', { limit: 0 })).toEqual([]);
    expect(new Bm25Index().search('return')).toEqual([]);
    expect(index.search('return delivery battery days', { limit: 3 })).toEqual(hits);
  });

  it('bears an endless query', () => {
    expect(shop().search('return postage '.repeat(20_000))[0]?.passage.docId).toBe('returns-en');
  });
});

describe('PassageRetriever', () => {
  it('is a LangChain retriever over the index', async () => {
    const documents = await new PassageRetriever(shop(), { limit: 2, language: 'zh' }).invoke('退货邮费谁出');
    expect(documents).toHaveLength(2);
    expect(documents[0]?.pageContent).toContain('邮费');
    expect(documents[0]?.metadata.passage.docId).toBe('returns-zh');
    expect(documents[0]?.metadata.score).toBeGreaterThan(0);
  });
});
