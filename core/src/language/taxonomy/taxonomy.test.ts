import { describe, expect, it } from '@jest/globals';
import { FAMILIES, familyOf, OUT_OF_SCOPE, TAXONOMY } from './index.js';

function trigrams(text: string): Set<string> {
  const t = text.toLowerCase();
  const found = new Set<string>();
  if (t.length < 3) found.add(t);
  for (let i = 0; i + 3 <= t.length; i++) found.add(t.slice(i, i + 3));
  return found;
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const x of a) if (b.has(x)) shared += 1;
  return shared / (a.size + b.size - shared);
}

const GROUPS = [...TAXONOMY.map((i) => ({ id: i.id, zh: i.examples.zh, en: i.examples.en })), { id: 'out-of-scope', ...OUT_OF_SCOPE }];

describe('taxonomy', () => {
  it('has unique, well-formed ids, and names and descriptions in both languages', () => {
    expect(new Set(TAXONOMY.map((i) => i.id)).size).toBe(TAXONOMY.length);
    for (const intent of TAXONOMY) {
      expect(intent.id).toMatch(/^[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)?$/);
      for (const text of [intent.name.zh, intent.description.zh]) expect(text).toMatch(/\p{Script=Han}/u);
      for (const text of [intent.name.en, intent.description.en]) expect(text).toMatch(/^[A-Z]/);
    }
  });

  it('gives every intent at least fifteen texts per language, of at least 150 intents, and the outside 250', () => {
    for (const intent of TAXONOMY) {
      expect([intent.id, intent.examples.zh.length >= 15, intent.examples.en.length >= 15]).toEqual([intent.id, true, true]);
    }
    expect(TAXONOMY.length).toBeGreaterThanOrEqual(150);
    expect(OUT_OF_SCOPE.zh.length).toBeGreaterThanOrEqual(250);
    expect(OUT_OF_SCOPE.en.length).toBeGreaterThanOrEqual(250);
  });

  it('puts every intent into a family that a flow owns, and no family stands empty', () => {
    const families = new Set(TAXONOMY.map((i) => familyOf(i.id)));
    expect([...families].filter((f) => FAMILIES[f] === undefined)).toEqual([]);
    expect(Object.keys(FAMILIES).filter((f) => !families.has(f))).toEqual([]);
    expect(new Set(Object.values(FAMILIES).map((f) => f.stage)).size).toBe(6);
  });

  it('has no text twice, neither within an intent nor across', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const g of GROUPS) {
      for (const text of [...g.zh, ...g.en]) {
        const key = text.toLowerCase().trim();
        if (seen.has(key)) twice.push(`${text} (${seen.get(key) ?? ''}, ${g.id})`);
        seen.set(key, g.id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('has no near copies: three-character groups shared by at most 0.7', () => {
    const near: string[] = [];
    for (const g of GROUPS) {
      for (const list of [g.zh, g.en]) {
        const sets = list.map(trigrams);
        for (let i = 0; i < sets.length; i++) {
          for (let j = 0; j < i; j++) if (jaccard(sets[i]!, sets[j]!) > 0.7) near.push(`${g.id}: ${list[i]!} | ${list[j]!}`);
        }
      }
    }
    expect(near).toEqual([]);
  });

  it('keeps the languages apart', () => {
    for (const g of GROUPS) for (const text of g.en) expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
