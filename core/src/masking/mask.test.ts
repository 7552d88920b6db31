import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { allEntities, shippedIntentModel } from '../language/index.js';
import { sealKey } from '../security/index.js';
import { mask, maskForLog, unmask } from './index.js';

describe('mask', () => {
  it('replaces identifiers by readable tokens and restores them', () => {
    const text = 'Is order #1001 for jane@example.com shipped? jane@example.com, +1 415 555 0134';
    const masked = mask(text);
    expect(masked.text).toBe('Is order [ORDER_1] for [EMAIL_1] shipped? [EMAIL_1], [PHONE_1]');
    expect(masked.slots).toEqual([
      { token: '[ORDER_1]', kind: 'ORDER', value: '#1001' },
      { token: '[EMAIL_1]', kind: 'EMAIL', value: 'jane@example.com' },
      { token: '[PHONE_1]', kind: 'PHONE', value: '+1 415 555 0134' },
    ]);
    expect(unmask(masked.text, masked.slots)).toBe(text);
  });

  it('works in Chinese, with full-width digits and without spaces', () => {
    expect(mask('订单＃１００１，手机１３９１２３４５６７８，邮箱li@163.com').text).toBe('订单[ORDER_1]，手机[PHONE_1]，邮箱[EMAIL_1]');
    expect(mask('身份证11010519491231002X，卡号6222021234567890128').text).toBe('身份证[ID_1]，卡号[CARD_1]');
    expect(mask('快递SF1402233445566').text).toBe('快递[TRACKING_1]');
  });

  const SHAPES: [string, string][] = [
    ['4111 1111 1111 1111', 'CARD'],
    ['4111-1111-1111-1111', 'CARD'],
    ['378282246310005', 'CARD'],
    ['6222021234567890128', 'CARD'],
    ['11010519491231002X', 'ID'],
    ['11010519491231002x', 'ID'],
    ['GB82 WEST 1234 5698 7654 32', 'IBAN'],
    ['DE89370400440532013000', 'IBAN'],
    ['o.neil@mail.example.org', 'EMAIL'],
    ['müller@example.de', 'EMAIL'],
    ['user_name%tag@sub.domain.io', 'EMAIL'],
    ['13912345678', 'PHONE'],
    ['+852 9123 4567', 'PHONE'],
    ['(212) 555-0187', 'PHONE'],
    ['010-62345678', 'PHONE'],
    ['1Z999AA10123456784', 'TRACKING'],
    ['RR473124829GB', 'TRACKING'],
    ['W2378156', 'ORDER'],
    ['230915-123456789012345', 'ORDER'],
  ];

  it.each(SHAPES)('lets nothing of %s through, in any surroundings', (value, kind) => {
    for (const frame of [(v: string) => v, (v: string) => `it is ${v}, thanks`, (v: string) => `我的是${v}谢谢`, (v: string) => `(${v})`, (v: string) => `a\n${v}\nb`, (v: string) => `"${v}"`]) {
      const text = frame(value);
      const masked = mask(text);
      expect(masked.text).toContain(`[${kind}_1]`);
      expect(masked.text).not.toContain(value);
      expect(masked.text.replace(/\[[A-Z]+_\d+\]/g, '')).not.toMatch(/\d{3}|@/);
      expect(unmask(masked.text, masked.slots)).toBe(text);
    }
  });

  it('leaves no long run of digits, whatever it is', () => {
    for (const text of ['ref 123456', '12 34 56 78 90', '99887766554433221100998877', 'x12345678y', '1.2.3.4.5.6.7.8.9']) expect(mask(text).text.replace(/_\d+\]/g, '')).not.toMatch(/\d{6}|(?:\d[ .]){7}/);
  });

  it.each([
    ['护照号E23456789，帮我改签', 'E23456789', 'PASSPORT'],
    ['passport number 533380006 please', '533380006', 'PASSPORT'],
    ['车牌粤B·7K2M9，送到地库', '粤B·7K2M9', 'PLATE'],
    ['新能源车牌沪AD12345', '沪AD12345', 'PLATE'],
    ['number plate is LK19 ABJ', 'LK19 ABJ', 'PLATE'],
    ['blocked from 203.0.113.77?', '203.0.113.77', 'IP'],
    ['my ip 2001:db8::8a2e:370:7334', '2001:db8::8a2e:370:7334', 'IP'],
    ['ssn 219-09-9998', '219-09-9998', 'ID'],
    ["driver's license number is 4471-80-2231", '4471-80-2231', 'ID'],
    ['身份证号码：440304199203152218', '440304199203152218', 'ID'],
    ['我叫蒋若彤', '蒋若彤', 'NAME'],
    ['my name is Dorothy Finch', 'Dorothy Finch', 'NAME'],
    ['寄到湖北省武汉市洪山区珞喻路152号', '湖北省武汉市洪山区珞喻路152号', 'ADDRESS'],
    ['it is 19 Orchard Close, Leeds LS8 2QT', '19 Orchard Close, Leeds LS8 2QT', 'ADDRESS'],
    ['call +1 415 555 0134 x22', '+1 415 555 0134 x22', 'PHONE'],
  ])('masks in %s what names somebody', (text, value, kind) => {
    const masked = mask(text);
    expect(masked.text).toBe(text.replace(value, `[${kind}_1]`));
    expect(unmask(masked.text, masked.slots)).toBe(text);
  });

  it('leaves nothing of an address that holds a telephone number', () => {
    const masked = mask('江苏省苏州市姑苏区人民路88号13812340000陈雨桐');
    expect(masked.text).not.toMatch(/苏州|人民|\d{3}|陈雨桐/);
    expect(unmask(masked.text, masked.slots)).toBe('江苏省苏州市姑苏区人民路88号13812340000陈雨桐');
  });

  it('gives a value the same token in every message of a shopper, and another one for other shoppers', () => {
    const [mine, yours] = [sealKey('a', randomBytes(32), randomBytes), sealKey('b', randomBytes(32), randomBytes)];
    const [first, again, other] = [mask('call 13912345678', { print: mine.print }), mask('是 139 1234 5678 吗', { print: mine.print }), mask('call 13912345678', { print: yours.print })];
    const tokenOf = (text: string): string => /\[PHONE_[0-9A-Z]{4}\]/.exec(text)?.[0] ?? 'none';
    expect(tokenOf(first.text)).not.toBe('none');
    expect(tokenOf(again.text)).toBe(tokenOf(first.text));
    expect(tokenOf(other.text)).not.toBe(tokenOf(first.text));
    expect(unmask(again.text, again.slots)).toBe('是 139 1234 5678 吗');
  });

  it('tells two values apart though their prints begin alike', () => {
    const masked = mask('a@b.co c@d.co', { print: () => new Uint8Array(8) });
    expect(new Set(masked.slots.map((s) => s.token)).size).toBe(2);
    expect(unmask(masked.text, masked.slots)).toBe('a@b.co c@d.co');
  });

  it('masks a text so that it is understood like the text itself', () => {
    const model = shippedIntentModel();
    const texts = ['where is order #1042', 'tracking SF1402233445566 到哪了', '订单号 88213 什么时候发货', 'please change the address of #1042 to 19 Orchard Close, Leeds', '我的手机13912345678收不到验证码', 'send the invoice to jane@example.com', '退款退到哪张卡 6222021234567890128', '地址改成成都市武侯区科华北路62号'];
    for (const text of texts) expect([text, model.classify(mask(text).text).intents[0]?.id]).toEqual([text, model.classify(text).intents[0]?.id]);
  });

  it('keeps amounts, sizes and dates: they identify nobody', () => {
    for (const text of ['I paid $129.99 for 2', '买了3件，一共299元', 'since 2024-05-01', 'size 42', 'at 10:30', 'it cost $1289.50', '一共1234567.89元']) expect(mask(text)).toEqual({ text, slots: [] });
  });

  it('does not touch tokens that the writer typed', () => {
    const text = 'what is [EMAIL_1]? mine is a@b.co';
    const masked = mask(text);
    expect(masked.text).toBe('what is [EMAIL_1]? mine is [EMAIL_2]');
    expect(unmask(masked.text, masked.slots)).toBe(text);
    expect(unmask('[ORDER_9] [EMAIL_2]', masked.slots)).toBe('[ORDER_9] a@b.co');
  });

  it('uses the entities it is given', () => {
    const text = 'it is 4471';
    const entities = [{ kind: 'order' as const, value: '4471', text: '4471', start: 6, end: 10 }];
    expect(mask(text).text).toBe(text);
    expect(mask(text, { entities }).text).toBe('it is [ORDER_1]');
  });

  it('ignores entities of another text', () => {
    expect(mask('hello there', { entities: [{ kind: 'order', value: '1', text: '1001', start: 0, end: 4 }] }).text).toBe('hello there');
  });

  it('is reversible for any text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...SHAPES.map(([v]) => v), '[EMAIL_1]', '[ORDER_2]', '#1001', '订单', ' '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const masked = mask(text);
        expect(unmask(masked.text, masked.slots)).toBe(text);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('finds again nothing in what it has masked', () => {
    const masked = mask(SHAPES.map(([v]) => v).join(' ; '));
    expect(allEntities(masked.text).filter((e) => e.kind !== 'product')).toEqual([]);
  });
});

describe('maskForLog', () => {
  it('is one short line without identifiers or control characters', () => {
    const line = maskForLog(`a@b.com\n\u001b[31m订单号 1042 ${'x'.repeat(2_000)}`);
    expect(line.startsWith('[EMAIL] [31m订单号 [ORDER] x')).toBe(true);
    expect(line.length).toBeLessThanOrEqual(501);
  });

  it('shows no half of an identifier at the cut', () => {
    for (let pad = 480; pad < 510; pad++) expect(maskForLog(`${'x'.repeat(pad)} 13912345678`)).not.toMatch(/\d/);
  });
});
