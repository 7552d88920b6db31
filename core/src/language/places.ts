import { LRUCache } from 'lru-cache';
import type { Language } from '../contracts/index.js';
import { ALIASES, COUNTRIES, ELSEWHERE, EVERYWHERE, GROUPS, PARTS } from './place-table.js';

/** A place as a code: a country (`DE`), a part of one (`CN-XJ`), a group (`EU`), or `ELSEWHERE` and `EVERYWHERE`. */
export type Place = string;

interface Gazetteer {
  /** Latin names, longest first, as one expression. */
  latin: RegExp;
  han: RegExp;
  codeOf: ReadonlyMap<string, Place>;
}

const SHOWN = { en: new Intl.DisplayNames('en', { type: 'region' }), zh: new Intl.DisplayNames('zh-Hans', { type: 'region' }) };
const MEMBERS: ReadonlyMap<Place, ReadonlySet<string>> = new Map(Object.entries(GROUPS).map(([code, g]) => [code, new Set(g.members.split(' '))]));

/** "Myanmar (Burma)", "Hong Kong SAR China": the name without what is added to it. */
function plain(shown: string): string {
  return shown.replace(/\s*[(（].*$| SAR China$|^中国(?=.+特别行政区)|特别行政区$/g, '');
}

let made: Gazetteer | undefined;

/** Made at the first question: a thousand names. */
function gazetteer(): Gazetteer {
  if (made !== undefined) return made;
  const codeOf = new Map<string, Place>();
  const add = (names: string, code: Place) => {
    for (const name of names.split('|')) if (name !== '') codeOf.set(name.toLowerCase(), code);
  };
  for (const code of COUNTRIES) {
    for (const shown of [SHOWN.en.of(code), SHOWN.zh.of(code)]) add(plain(shown ?? ''), code);
  }
  for (const [code, names] of Object.entries(ALIASES)) add(names, code);
  for (const [code, names] of Object.entries(PARTS)) add(names, code);
  for (const [code, { names }] of Object.entries(GROUPS)) add(names, code);
  add(ELSEWHERE, 'ELSEWHERE');
  add(EVERYWHERE, 'EVERYWHERE');
  const alternatives = (han: boolean) =>
    [...codeOf.keys()]
      .filter((name) => /\p{Script=Han}/u.test(name) === han)
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|');
  made = { latin: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives(false)}|US|U\.S)(?![\p{L}\p{N}])`, 'giu'), han: new RegExp(alternatives(true), 'gu'), codeOf };
  return made;
}

/** A place a text names, and where. */
export interface NamedPlace {
  place: Place;
  start: number;
  end: number;
}

/** The same questions come again and again, and one question is held against many passages. */
const SHORT = 300;
const recent = new LRUCache<string, readonly NamedPlace[]>({ max: 2_000 });

/** The places a text names, in its order. "us" is a country only in capitals or after "the". */
export function placesIn(text: string): readonly NamedPlace[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const { latin, han, codeOf } = gazetteer();
  const found: NamedPlace[] = [];
  for (const expression of [latin, han]) {
    for (const m of text.matchAll(expression)) {
      const short = /^u\.?s\.?$/i.test(m[0]);
      if (short && m[0] !== m[0].toUpperCase()) continue;
      const place = short ? 'US' : codeOf.get(m[0].toLowerCase());
      if (place !== undefined) found.push({ place, start: m.index, end: m.index + m[0].length });
    }
  }
  found.sort((a, b) => a.start - b.start);
  if (text.length <= SHORT) recent.set(text, found);
  return found;
}

/** Whether `place` lies in `within`, or is it. */
export function liesIn(place: Place, within: Place): boolean {
  if (place === within || within === 'EVERYWHERE') return true;
  const members = MEMBERS.get(place);
  const around = MEMBERS.get(within);
  if (members !== undefined && around !== undefined) return [...members].every((member) => around.has(member));
  const country = place.split('-')[0] ?? place;
  return country === within || (MEMBERS.get(within)?.has(country) ?? false);
}

/** What a reader calls it; the first name we know it by for parts and groups. */
export function placeName(place: Place, language: Language): string {
  const names = (PARTS[place] ?? GROUPS[place]?.names)?.split('|');
  if (names === undefined) return COUNTRIES.includes(place) ? plain(SHOWN[language === 'zh' ? 'zh' : 'en'].of(place) ?? place) : place;
  const han = names.find((n) => /\p{Script=Han}/u.test(n));
  const latin = names.find((n) => !/\p{Script=Han}/u.test(n));
  const name = (language === 'zh' ? han : latin) ?? names[0] ?? place;
  return name.replace(/\b\p{Ll}/gu, (c) => c.toUpperCase());
}
