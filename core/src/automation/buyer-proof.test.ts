import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalName, samePhone } from './buyer-proof.js';

const national = fc.stringMatching(/^[1-9]\d{8,10}$/);
const country = fc.constantFrom('1', '44', '86', '852', '49');
/** The same digits with the marks people put between them. */
const spaced = (digits: string, marks: string[]) => Array.from(digits, (d, i) => d + (marks[i % marks.length] ?? '')).join('');
const marks = fc.array(fc.constantFrom('', ' ', '-', '.', '(', ')'), { minLength: 1, maxLength: 6 });

describe('samePhone', () => {
  it('knows a number however it is punctuated, with and without country code or leading zero', () => {
    fc.assert(
      fc.property(national, country, marks, (digits, code, between) => {
        const forms = [digits, `0${digits}`, `+${code} ${digits}`, `00${code}${digits}`, spaced(digits, between)];
        for (const a of forms) for (const b of forms) expect([a, b, samePhone(a, b)]).toEqual([a, b, true]);
      }),
    );
  });
  it('is symmetric', () => {
    fc.assert(fc.property(fc.stringMatching(/^\+?[\d ()-]{0,16}$/), fc.stringMatching(/^\+?[\d ()-]{0,16}$/), (a, b) => samePhone(a, b) === samePhone(b, a)));
  });
  it('never takes two numbers that differ in one of the last nine digits for one', () => {
    fc.assert(
      fc.property(national, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), country, (digits, fromEnd, by, code) => {
        const at = digits.length - fromEnd;
        const other = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(samePhone(digits, other)).toBe(false);
        expect(samePhone(`+${code}${digits}`, other)).toBe(false);
      }),
    );
  });
  it('takes nothing that could be guessed: fewer than nine digits prove nothing, not even against themselves', () => {
    fc.assert(fc.property(fc.stringMatching(/^0{0,3}\d{0,8}$/), national, (short, full) => !samePhone(short, short) && !samePhone(short, full) && !samePhone(short, full.slice(-short.length))));
    expect(samePhone('', '')).toBe(false);
  });
});

describe('canonicalName', () => {
  it.each(['#1001', '1001', ' 1001 ', '# 1001', '＃１００１', 'ＮＯ.1001', 'No. 1001', 'no.1001', '№1001', '№ 1001', '##1001'])('%s is order 1001', (name) => expect(canonicalName(name)).toBe('1001'));
  it('keeps letters that belong to the name, in one case', () => {
    expect(canonicalName('#ab-1001')).toBe('AB-1001');
    expect(canonicalName('NO1001')).toBe('NO1001');
    expect(canonicalName('NOR-1')).toBe('NOR-1');
  });
  it('is the same when taken twice, and never makes two numbers one', () => {
    fc.assert(fc.property(fc.stringMatching(/^[ #A-Za-z0-9.＃№-]{0,20}$/), (name) => canonicalName(canonicalName(name)) === canonicalName(name)));
    fc.assert(fc.property(fc.nat(), fc.nat(), (a, b) => (canonicalName(`#${a}`) === canonicalName(String(b))) === (a === b)));
  });
});
