import { describe, expect, it } from '@jest/globals';
import type { Doc, Language } from '../contracts/index.js';
import { Bm25Index, bestAnswers } from '../knowledge/index.js';
import { contextOf, shopWith } from './flow.fixture.js';
import { formatFor } from './format.js';
import { agoIn, limitIn } from './policy-days.js';
import { policyQuestion } from './policy-question.js';
import { phrase } from './phrases/index.js';
import { request } from './request.js';
import type { FlowResult } from './flow.js';

const doc = (kind: Doc['kind'], title: string, body: string): Doc => ({ id: title, kind, title, body, format: 'html', language: null, url: null, updatedAt: null });

/** A made-up kettle shop in two languages. */
const DOCS: readonly Doc[] = [
  doc(
    'policy',
    'Delivery',
    `<h2>Dispatch</h2><p>Kettles paid by noon leave the same day. Nothing leaves on Sundays.</p>
<h2>Ireland</h2><ul><li>Letter post: 2 days, €4, free from €50.</li><li>Courier: next day, €9.</li></ul>
<h2>Further countries</h2><table><tr><th>Where</th><th>Time</th><th>Price</th><th>Free from</th></tr><tr><td>Portugal</td><td>4 days</td><td>€8</td><td>€90</td></tr><tr><td>Scandinavia, Benelux</td><td>5–6 days</td><td>€11</td><td>€120</td></tr></table><p>We do not send to other countries.</p>
<section lang="zh-CN"><h1>配送说明</h1><h2>中国大陆</h2><p>三天左右送达，运费 20 元，满 200 元包邮。新疆、西藏需要八天左右，运费不变。</p><h2>其他国家和地区</h2><table><tr><th>地区</th><th>时效</th><th>运费</th></tr><tr><td>港澳台</td><td>5 天</td><td>45 元</td></tr></table><p>其他国家暂不寄送。</p></section>`,
  ),
  doc(
    'policy',
    'Returns',
    `<h2>Changing your mind</h2><p>Unused kettles can be returned within 21 days after delivery.</p>
<h2>How to send it back</h2><ol><li>Ask us for a label.</li><li>Post the kettle within 10 days after getting the label.</li></ol>
<h2>Return postage</h2><p>In Ireland we take €3 off the refund. From Portugal you pay it yourself.</p>
<h2>Not returnable</h2><ul><li>Vouchers.</li><li>Filters with a broken wrapper.</li></ul>
<h2>Damaged or defective</h2><p>Write within 5 days with a picture; you get a new kettle.</p>`,
  ),
  doc('page', 'Presents', '<h2>Returning a present</h2><p>Whoever got a present may return it for a voucher.</p>'),
  doc('page', 'Contact', '<h2>Post</h2><p>1 Spout Lane.</p><h2>E-mail</h2><p>hello@kettles.example</p><h2>Telephone</h2><p>+353 1 555 0100, mornings.</p><h2>Opening hours</h2><p>Monday to Friday 9–12.</p>'),
];
const index = new Bm25Index();
for (const d of DOCS) index.put(d);

async function ask(intent: string, text: string, language: Language = 'en', flow = policyQuestion): Promise<FlowResult & { told: string }> {
  const shop = shopWith({ passages: (question, of, kinds, limit) => bestAnswers([index], question, of, kinds, limit) });
  const r = await flow.run(contextOf({ intent, text, language, format: formatFor(language, 'UTC'), shop }));
  return { ...r, told: r.say.map((s) => (s.kind === 'quote' ? s.text : phrase(language, s.phrase, s.values))).join(' ') };
}

describe('delivery to a place', () => {
  it.each([
    ['do you ship to Portugal?', 'For Portugal, “Delivery” says: Portugal: 4 days; €8; free from €90.'],
    ['delivery to scandinavia', 'For Scandinavia, “Delivery” says: Scandinavia, Benelux: 5–6 days; €11; free from €120.'],
    ['how much to sweden', 'For Sweden, “Delivery” says: Scandinavia, Benelux: 5–6 days; €11; free from €120.'],
    ['Do you ship to Brazil?', '“Delivery” does not name Brazil itself. It says: We do not send to other countries. Shall I get a person?'],
  ])('%s', async (text, told) => expect((await ask('shipping.regions', text)).told).toBe(told));
  it.each([
    ['能寄到新疆吗', '新疆、西藏需要八天左右，运费不变。'],
    ['广州几天到', '寄到广州，《配送说明》是这样说明的： 三天左右送达'],
    ['能寄到香港吗', '港澳台：时效 5 天；运费 45 元。'],
    ['可以寄到巴西吗', '其他国家暂不寄送。'],
  ])('%s', async (text, told) => expect((await ask('shipping.regions', text, 'zh')).told).toContain(told));
  it('is never a general yes where the page names no place at all', async () => {
    const plain = new Bm25Index();
    plain.put(doc('policy', 'Delivery', '<p>We ship to every country we can, quickly and with care.</p>'));
    const r = await policyQuestion.run(contextOf({ intent: 'shipping.regions', text: 'do you ship to Peru', shop: shopWith({ passages: (q, l, k, n) => bestAnswers([plain], q, l, k, n) }) }));
    expect(r.say.map((s) => (s.kind === 'quote' ? s.text : s.phrase))).toEqual(['policy.place-unlisted', 'human.offer']);
    expect(r.say[0]).toMatchObject({ values: { place: 'Peru', title: 'Delivery' } });
  });
  it('without a place tells the regions in the shopper’s language, home first, and asks where', async () => {
    const en = await ask('shipping.cost', 'is there free shipping');
    expect(en.told).toContain('Under “Ireland”: - Letter post: 2 days, €4, free from €50.');
    expect(en.told).not.toMatch(/\p{Script=Han}/u);
    expect(en.say.at(-1)).toMatchObject({ phrase: 'policy.which-place' });
    expect((await ask('shipping.cost', '满多少包邮', 'zh')).told).toContain('满 200 元包邮');
    expect((await ask('shipping.time', 'how long does delivery take')).told).toContain('2 days');
  });
  it('every quotation rests on the passage it stands in', async () => {
    const r = await ask('shipping.cost', 'how much is shipping');
    for (const s of r.say) {
      if (s.kind !== 'quote') continue;
      const on = r.evidence.find((e) => s.evidence.includes(e.id));
      expect(on?.kind === 'passage' && on.passage.text.includes(s.text)).toBe(true);
    }
  });
  it('abroad in general is told row by row', async () => expect((await ask('shipping.regions', 'do you ship internationally')).told).toMatch(/Portugal.*Benelux.*We do not send/s));
  it('a question with a point of its own is answered on that', async () => expect((await ask('shipping.time', 'do you ship on sundays')).told).toContain('Nothing leaves on Sundays.'));
});

describe('returns', () => {
  it('an article that is excluded is said to be, under the heading that excludes it', async () => {
    expect((await ask('policy.returns', 'can I return vouchers')).told).toBe('This is what “Returns” says under “Not returnable”: - Vouchers.');
  });
  it('one that is excluded only in part is not: the general rule goes first', async () => {
    expect((await ask('policy.returns', 'can I return filters')).told).toBe(
      'This is what “Returns” says under “Changing your mind”: Unused kettles can be returned within 21 days after delivery. This is what “Returns” says under “Not returnable”: - Filters with a broken wrapper.',
    );
  });
  it('a defect is never answered by an exclusion', async () => {
    const { told } = await ask('complaint.damaged', 'my filter arrived broken', 'en', request);
    expect(told).toContain('Write within 5 days with a picture');
    expect(told).not.toContain('wrapper');
  });
  it('an item of a list carries the line that announces it, and a defect is not answered by it', async () => {
    const plain = new Bm25Index();
    plain.put(doc('page', 'Good to know', '<p>The following cannot be returned:</p><ul><li>Vouchers.</li><li>Filters with a broken wrapper.</li></ul>'));
    const at = (intent: string, text: string) => contextOf({ intent, text, shop: shopWith({ passages: (q, l, k, n) => bestAnswers([plain], q, l, k, n) }) });
    const quoted = (r: FlowResult) => r.say.flatMap((s) => (s.kind === 'quote' ? [s.text] : []));
    expect(quoted(await policyQuestion.run(at('policy.returns', 'can I return vouchers')))).toEqual(['The following cannot be returned:', '- Vouchers.']);
    expect(quoted(await request.run(at('complaint.damaged', 'my filter arrived broken')))).toEqual([]);
  });
  it('compares the days gone by with the days allowed', async () => {
    expect((await ask('policy.returns', 'I bought it 40 days ago, can I return it?')).told).toBe('This is what “Returns” says under “Changing your mind”: Unused kettles can be returned within 21 days after delivery. You speak of 40 days; that is more than the 21 days named there.');
    expect((await ask('policy.returns', 'I bought it two months ago, can I return it?')).told).toContain('You speak of two months; that is more than the 21 days');
    expect((await ask('policy.returns', 'I bought it 2 weeks ago, can I return it?')).told).not.toContain('more than');
  });
  it('postage is told for the place asked about', async () => {
    const { told } = await ask('policy.returns', 'what is return postage from Portugal');
    expect(told).toContain('From Portugal you pay it yourself.');
    expect(told).not.toContain('Ireland');
  });
});

describe('how to reach the shop', () => {
  it.each([
    ['shop.contact', 'do you have a phone number', '+353 1 555 0100'],
    ['shop.contact', 'what is your email', 'hello@kettles.example'],
    ['shop.info', 'when are you open', 'Monday to Friday'],
  ])('%s: %s', async (intent, text, told) => expect((await ask(intent, text)).told).toContain(told));
});

describe('days', () => {
  it.each([
    ['40 days ago', 40],
    ['bought two weeks ago', 14],
    ['买了3个月了', 90],
    ['一周前收到', 7],
    ['within 30 days', null],
    ['tomorrow', null],
  ])('ago in "%s"', (text, days) => expect(agoIn(text)?.days ?? null).toBe(days));
  it('a limit is one on taking back, counted from the delivery', () => {
    expect(limitIn('Send the parcel within 14 days after getting the label. Return it within 30 days after delivery.')).toEqual({ days: 30, sentence: 'Return it within 30 days after delivery.' });
    expect(limitIn('签收后 7 天内可以退货。')).toMatchObject({ days: 7 });
    expect(limitIn('Tell us within 7 days after delivery.')).toBeNull();
  });
});
