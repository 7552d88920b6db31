import { describe, expect, it } from '@jest/globals';
import { Passage, type Doc } from '../contracts/index.js';
import { chunk, lengthInWords } from './chunk.js';

function doc(body: string, over: Partial<Doc> = {}): Doc {
  return { id: 'd1', kind: 'policy', title: 'Returns', body, format: 'html', language: null, url: 'https://shop.example/returns', updatedAt: 5, ...over };
}

describe('chunk', () => {
  it('cuts at headings and keeps their path', () => {
    const passages = chunk(doc('<h2>Returns</h2><p>Within 30 days.</p><h3>Costs</h3><p>You pay the postage.</p><h2>Exchanges</h2><p>Always free of charge.</p>'));
    expect(passages.map((p) => [p.headings, p.text])).toEqual([
      [['Returns'], 'Within 30 days.'],
      [['Returns', 'Costs'], 'You pay the postage.'],
      [['Exchanges'], 'Always free of charge.'],
    ]);
    for (const p of passages) expect(Passage.parse(p)).toMatchObject({ docId: 'd1', title: 'Returns', kind: 'policy', language: 'en', url: 'https://shop.example/returns', updatedAt: 5 });
  });

  it('packs paragraphs up to a passage and never beyond 300 words', () => {
    const paragraph = `<p>${'We look at every returned parcel within two days. '.repeat(8)}</p>`;
    const passages = chunk(doc(paragraph.repeat(12)));
    expect(passages.length).toBeGreaterThan(3);
    for (const p of passages.slice(0, -1)) expect(lengthInWords(p.text)).toBeGreaterThanOrEqual(80);
    for (const p of passages) expect(lengthInWords(p.text)).toBeLessThanOrEqual(300);
  });

  it('cuts an endless paragraph between sentences, and an endless sentence between words', () => {
    const long = 'Parcels are opened on camera by two people. '.repeat(200);
    for (const p of chunk(doc(`<p>${long}</p>`))) expect(p.text).toMatch(/^Parcels [^]*people\.$/);
    for (const body of ['word '.repeat(5_000), '退'.repeat(20_000), 'x'.repeat(100_000)]) for (const p of chunk(doc(body, { format: 'text' }))) expect(lengthInWords(p.text)).toBeLessThanOrEqual(300);
  });

  it('cuts Chinese by its own length and marks', () => {
    const passages = chunk(doc(`<h2>退货</h2><p>${'收到货后七天内可以退货，商品需保持完好。'.repeat(60)}</p>`, { title: '退换货政策' }));
    expect(passages.length).toBeGreaterThan(2);
    for (const p of passages) {
      expect(p.language).toBe('zh');
      expect(p.headings).toEqual(['退货']);
      expect(p.text.endsWith('。')).toBe(true);
    }
  });

  it('keeps an announcement with its list', () => {
    const filler = `<p>${'word '.repeat(179)}</p>`;
    const passages = chunk(doc(`${filler}<p>These cannot be returned:</p><ul><li>Underwear</li><li>Gift cards</li></ul>`));
    expect(passages.find((p) => p.text.includes('These cannot be returned:'))?.text).toContain('- Underwear');
  });

  it('gives ids that stay when another passage changes, and differ within a document', () => {
    const before = chunk(doc('<h2>A</h2><p>one</p><h2>B</h2><p>two</p><h2>B</h2><p>two</p>'));
    const after = chunk(doc('<h2>A</h2><p>changed</p><h2>B</h2><p>two</p>'));
    expect(new Set(before.map((p) => p.id)).size).toBe(3);
    expect(after[1]?.id).toBe(before[1]?.id);
    expect(after[0]?.id).not.toBe(before[0]?.id);
    expect(chunk(doc('<p>two</p>', { id: 'other' }))[0]?.id).not.toBe(chunk(doc('<p>two</p>'))[0]?.id);
  });

  it('reads plain text: headings, lists, questions and answers', () => {
    const passages = chunk(doc('Delivery times\n\nWe ship daily.\n- Norway: 5 days\n- Japan: 7 days\n\nQ: Do you ship on Sundays?\nA: No, never.\n\n问：周末发货吗？\n答：不发。\n\n# Costs\nFree above 50.', { format: 'text' }));
    expect(passages.map((p) => [p.headings.at(-1), p.text])).toEqual([
      ['Delivery times', 'We ship daily.\n- Norway: 5 days\n- Japan: 7 days'],
      ['Do you ship on Sundays?', 'No, never.'],
      ['周末发货吗？', '不发。'],
      ['Costs', 'Free above 50.'],
    ]);
  });

  it('makes a passage even of a bare title', () => {
    expect(chunk(doc('', { title: 'Oak table' })).map((p) => p.text)).toEqual(['Oak table']);
    expect(chunk(doc('<script>x</script>', { title: '' }))).toEqual([]);
  });
});
