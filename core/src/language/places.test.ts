import { describe, expect, it } from '@jest/globals';
import { liesIn, placeName, placesIn } from './places.js';

const codes = (text: string) => placesIn(text).map((p) => p.place);

describe('places', () => {
  it.each([
    ['do u ship to germany', ['DE']],
    ['Shipping to the US?', ['US']],
    ['tell us more about it', []],
    ['can you send us a photo', []],
    ['U.S. or Canada', ['US', 'CA']],
    ['delivery to South Korea and North Korea', ['KR', 'KP']],
    ['能寄到新疆吗', ['CN-XJ']],
    ['发到台湾要多久', ['TW']],
    ['Hong Kong, Macau, Taiwan', ['HK', 'MO', 'TW']],
    ['港澳台', ['GREATER_CHINA']],
    ['European Union, United Kingdom', ['EU', 'GB']],
    ['We do not ship to other countries yet', ['ELSEWHERE']],
    ['其他国家和地区', ['ELSEWHERE']],
    ['I love my Indiana hat, shipping to India', ['US-IN', 'IN']],
    ['a manual for the museum', []],
    ['Ivory Coast or Côte d’Ivoire', ['CI', 'CI']],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));

  it('says where a name stands', () => expect(placesIn('to Brazil?')).toEqual([{ place: 'BR', start: 3, end: 9 }]));

  it.each([
    ['DE', 'EU', true],
    ['DE', 'EUROPE', true],
    ['GB', 'EU', false],
    ['CN-XJ', 'CN', true],
    ['CN', 'CN-XJ', false],
    ['TW', 'GREATER_CHINA', true],
    ['EU', 'EUROPE', true],
    ['EUROPE', 'EU', false],
    ['BR', 'EVERYWHERE', true],
    ['BR', 'ELSEWHERE', false],
  ])('%s in %s: %s', (place, within, expected) => expect(liesIn(place, within)).toBe(expected));

  it('names them in both languages', () => {
    expect(placeName('BR', 'en')).toBe('Brazil');
    expect(placeName('BR', 'zh')).toBe('巴西');
    expect(placeName('HK', 'zh')).toBe('香港');
    expect(placeName('HK', 'en')).toBe('Hong Kong');
    expect(placeName('CN-XJ', 'zh')).toBe('新疆');
    expect(placeName('CN-XJ', 'en')).toBe('Xinjiang');
    expect(placeName('EU', 'en')).toBe('European Union');
  });
});
