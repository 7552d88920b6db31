import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { readWeights, tag } from './model.js';
import { tokensOf } from './tokens.js';

const found = (text: string): string[] => tag(text).map((s) => `${s.kind} ${text.slice(s.start, s.end)}`);

describe('names and addresses', () => {
  it.each([
    ['Hi, I am Margaret Ofori and my parcel is late', ['name Margaret Ofori']],
    ['the order is under my husband\'s name, Piotr Zieliński', ['name Piotr Zieliński']],
    ['thanks Siobhan, that helps', ['name Siobhan']],
    ['Deliver it to Tomás Herrera, 41 Juniper Lane, Boise, ID 83702', ['name Tomás Herrera', 'address 41 Juniper Lane, Boise, ID 83702']],
    ['my new address is Lindenstraße 18, 10969 Berlin', ['address Lindenstraße 18, 10969 Berlin']],
    ['please change it to 7 Harbour View Road, Flat 3', ['address 7 Harbour View Road, Flat 3']],
    ['Regards,\nAdaeze Nwosu', ['name Adaeze Nwosu']],
  ])('in English: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['我叫陈雨桐，快递还没到', ['name 陈雨桐']],
    ['收件人欧阳静，电话发你了', ['name 欧阳静']],
    ['麻烦寄到浙江省宁波市鄞州区百丈东路788号3幢502室', ['address 浙江省宁波市鄞州区百丈东路788号3幢502室']],
    ['地址改成成都市武侯区科华北路62号，收货人唐晓薇', ['address 成都市武侯区科华北路62号', 'name 唐晓薇']],
    ['客服刘志远说今天发货', ['name 刘志远']],
  ])('in Chinese: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'where is my order', 'Do you ship to Portugal?', 'Is the Trail Jacket in stock in Navy?', 'I WANT MY MONEY BACK', 'Happy Thanksgiving to you all', 'When does the Black Friday sale start',
    '方便的话今天发货', '高腰的有吗', '什么时候能到', '用顺丰发可以吗', '黄色和白色哪个好看', '马上就要用了', '你们发货地在哪', '申通快递太慢了', '',
  ])('finds none where there is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('keeps its promises for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const span of tag(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        for (const t of tokensOf(text)) expect(text.slice(t.start, t.end)).toBe(t.text);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('refuses a table that is none', () => {
    expect(() => readWeights(gzipSync(Buffer.from('PPT1 too short')))).toThrow('no table of a tagger');
  });
});
