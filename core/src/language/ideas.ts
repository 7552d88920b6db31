import { LEXICON } from './lexicon.js';
import { stem } from './stem.js';

/** Longest Chinese entry in characters, longest English entry in words. */
const LONGEST_HAN = 6;
const LONGEST_PHRASE = 4;

const BY_ENTRY = new Map<string, string[]>();
for (const [idea, { zh, en }] of Object.entries(LEXICON)) {
  const entries = [...zh.split(' '), ...en.split(',').map((phrase) => phrase.split(' ').map(stem).join(' '))];
  for (const entry of new Set(entries)) BY_ENTRY.set(entry, [...(BY_ENTRY.get(entry) ?? []), idea]);
}

/** Adds the ideas that a run of Han characters names. */
export function hanIdeas(run: string, found: Set<string>): void {
  for (let i = 0; i < run.length; i++) {
    for (let n = 1; n <= LONGEST_HAN && i + n <= run.length; n++) {
      for (const idea of BY_ENTRY.get(run.slice(i, i + n)) ?? []) found.add(idea);
    }
  }
}

/** Adds the ideas that a sequence of English words names; apostrophes are already gone. */
export function wordIdeas(words: readonly string[], found: Set<string>): void {
  const stems = words.map(stem);
  for (let i = 0; i < stems.length; i++) {
    let phrase = '';
    for (let n = 0; n < LONGEST_PHRASE && i + n < stems.length; n++) {
      phrase = n === 0 ? (stems[i] ?? '') : `${phrase} ${stems[i + n] ?? ''}`;
      for (const idea of BY_ENTRY.get(phrase) ?? []) found.add(idea);
    }
  }
}
