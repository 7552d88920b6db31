import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isChineseId, isIban, isS10, luhn } from './checksums.js';
import { allEntities, findEntities } from './entities.js';

function found(text: string): string[] {
  return findEntities(text).map((e) => `${e.kind} ${e.value}`);
}

describe('findEntities', () => {
  it.each([
    ['where is #1001?', ['order 1001']],
    ['order 1001 please', ['order 1001']],
    ['Order no. 20417 and 20418', ['order 20417', 'order 20418']],
    ['my orders #W2378156 and #W4082615', ['order W2378156', 'order W4082615']],
    ['w2378156 pls', ['order W2378156']],
    ['订单1042到哪了', ['order 1042']],
    ['订单号：８８２１３', ['order 88213']],
    ['单号是 3312', ['order 3312']],
    ['淘宝订单 2158837465920134785 帮看下', ['order 2158837465920134785']],
    ['230915-123456789012345 这单', ['order 230915-123456789012345']],
    ['no. 55120', ['order 55120']],
    ['1001', ['number 1001']],
    ['它是 4471', ['number 4471']],
  ])('order numbers: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['SF1402233445566 到哪了', ['tracking SF1402233445566']],
    ['圆通YT8899001122334', ['tracking YT8899001122334']],
    ['JD0098765432101', ['tracking JD0098765432101']],
    ['tracking 1z999aa10123456784', ['tracking 1Z999AA10123456784']],
    ['RR 473 124 829 GB', ['tracking RR473124829GB']],
    ['快递单号 773001234567', ['tracking 773001234567']],
    ['USPS 9400 1118 9922 3344 5566 77', ['tracking 9400111899223344556677']],
    ['tracking number is 123456789012', ['tracking 123456789012']],
  ])('tracking numbers: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['mail me at Jane.Doe+shop@Example.co.uk.', ['email jane.doe+shop@example.co.uk']],
    ['邮箱是li_wei88@163.com谢谢', ['email li_wei88@163.com']],
    ['我手机13912345678', ['phone +8613912345678']],
    ['139 1234 5678', ['phone +8613912345678']],
    ['+86 139-1234-5678', ['phone +8613912345678']],
    ['call (415) 555-0134', ['phone +14155550134']],
    ['415-555-0134', ['phone +14155550134']],
    ['my phone is 4155550134', ['phone +14155550134']],
    ['+44 (0)20 7946 0958', ['phone +442079460958']],
    ['07700 900123', ['phone +447700900123']],
    ['座机 0755-86013388', ['phone +8675586013388']],
    ['客服电话400-820-8820', ['phone +864008208820']],
    ['+49 151 23456789', ['phone +4915123456789']],
  ])('addresses and numbers of people: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['I paid $1299 for it', '花了1299元', 'it arrived on 2024-05-01', 'at 10:30', '我要买100个', 'order 250 pieces', '2 shirts', 'a 128GB phone', '三天了', 'version 1.250.3', 'half @ price', '20% off', '身高175公斤60'])(
    'names nothing: %s',
    (text) => {
      expect(found(text).filter((e) => !e.startsWith('number 60'))).toEqual([]);
    },
  );

  it('knows model numbers', () => {
    expect(found('is the WH-1000XM4 in stock')).toEqual(['product WH-1000XM4']);
    expect(found('BT-220有货吗')).toEqual(['product BT-220']);
  });

  it('prefers what the words say over what the digits look like', () => {
    expect(found('订单 13912345678')).toEqual(['order 13912345678']);
    expect(found('phone 13912345678')).toEqual(['phone +8613912345678']);
  });

  it('gives the places in the text as it was written, also for full-width letters', () => {
    const text = '亲😀 订单号＃１００１，邮箱 A@B.com';
    for (const e of findEntities(text)) expect(text.slice(e.start, e.end)).toBe(e.text);
    expect(found(text)).toEqual(['order 1001', 'email a@b.com']);
  });

  it('finds several at once, in order', () => {
    expect(found('order #1001, tracking SF1402233445566, mail a@b.io, tel +1 415 555 0134')).toEqual(['order 1001', 'tracking SF1402233445566', 'email a@b.io', 'phone +14155550134']);
  });

  it('lists fifty at most when perceiving, all when masking', () => {
    const text = Array.from({ length: 80 }, (_, i) => `#${2000 + i}`).join(' ');
    expect(findEntities(text)).toHaveLength(50);
    expect(allEntities(text)).toHaveLength(80);
  });

  it('holds its promises for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 0, max: 10 ** 15 }), (text, n) => {
        const all = allEntities(`${text} ${n} @ ${text}`);
        let last = 0;
        for (const e of all) {
          expect(e.start).toBeGreaterThanOrEqual(last);
          expect(e.end).toBeGreaterThan(e.start);
          last = e.end;
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('check digits', () => {
  it('tells right numbers from wrong ones', () => {
    expect(luhn('4111111111111111')).toBe(true);
    expect(luhn('4111111111111112')).toBe(false);
    expect(luhn('')).toBe(false);
    expect(isChineseId('11010519491231002X')).toBe(true);
    expect(isChineseId('110105194912310021')).toBe(false);
    expect(isChineseId('11010519491331002X')).toBe(false);
    expect(isS10('RR473124829GB')).toBe(true);
    expect(isS10('RR473124828GB')).toBe(false);
    expect(isIban('GB82WEST12345698765432')).toBe(true);
    expect(isIban('GB82WEST12345698765433')).toBe(false);
  });
});
