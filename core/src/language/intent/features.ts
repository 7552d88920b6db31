import { hanIdeas, wordIdeas } from '../ideas.js';
import { cut, normalise } from '../normalise.js';
import { chineseWords, runs } from '../segment.js';

/** Only the beginning of a message is classified: its length bounds the work of one call. */
const FEATURE_LIMIT = 2_000;

/** The kinds of features; each kind is weighed as a whole, so that many letter groups do not outvote few words. */
export const BLOCKS = { word: 0, neighbours: 1, letters: 2, han: 3, pair: 4, idea: 5, ideas: 6 } as const;
const BLOCK_COUNT = 7;

/** What a text shows, by kind, without repetition, as hashes; and its words as they are. */
export interface Features {
  blocks: readonly (readonly number[])[];
  /** Words and Chinese words in order; numbers and addresses by their shape. */
  words: readonly string[];
  /** Whether anything is a word or a character, not only a number or a sign. */
  hasWords: boolean;
}

/** FNV-1a over UTF-16 units, the block in the lowest three bits: the word `on` is not the letters `on`. */
function hash(block: number, text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return (((h ^ (h >>> 15)) & 0x0fffffff) << 3) | block;
}

/** The feature of one word. */
export function wordHash(word: string): number {
  return hash(BLOCKS.word, word, 0, word.length);
}

/** The block of a feature. */
export function blockOf(feature: number): number {
  return feature & 7;
}

/** Pairs are made of this many different words at most, and of this many ideas. */
const PAIRED_WORDS = 24;
const PAIRED_IDEAS = 12;
/** Letter groups within a word, Han groups within a run. */
const LETTERS = [3, 5] as const;
const HAN = [1, 4] as const;

/** What masking put in place of personal data reads like what stood there: a masked text is understood like the text itself. */
const MASKED = /\[(email|phone|order|tracking|card|id|iban|passport|plate|ip|name|address|number)_[0-9a-z]+\]/g;
const STANDS_FOR: Readonly<Record<string, string>> = { email: ' emailaddress ', tracking: ' sf00000000 ', name: ' ', address: ' ', plate: ' aa00000 ', passport: ' aa00000 ', iban: ' aa00000000 ' };
const ADDRESS = /https?:\/\/\S+|www\.\S+|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,100}/g;

/** Stands for any number or code: which one it is says nothing about what is wanted. */
function shapeOf(word: string): string | null {
  if (!/\d/.test(word)) return null;
  if (/^\d+$/.test(word)) return word.length >= 4 ? '<long>' : '<short>';
  return word.replace(/[^\p{L}\p{N}]/gu, '').length >= 7 ? '<code>' : '<mixed>';
}

class Collector {
  readonly sets: Set<number>[] = Array.from({ length: BLOCK_COUNT }, () => new Set<number>());

  /** @param names where given, learns what each hash stands for */
  constructor(private readonly names: Map<number, string> | null) {}

  add(block: number, text: string, from = 0, to = text.length): void {
    const h = hash(block, text, from, to);
    this.sets[block]?.add(h);
    this.names?.set(h, text.slice(from, to));
  }
}

/**
 * Words, neighbouring words, any two words of the text, letter groups within words, Han groups of one to four
 * characters, and the ideas the shop lexicon reads in them. Same text, same features.
 */
export function featuresOf(text: string, names: Map<number, string> | null = null): Features {
  const t = normalise(cut(text, FEATURE_LIMIT)).replace(ADDRESS, (m) => (m.includes('@') ? ' emailaddress ' : ' linkaddress ')).replace(MASKED, (_, kind: string) => STANDS_FOR[kind] ?? ' 1001 ');
  const found = new Collector(names);
  const words: string[] = [];
  const ideas = new Set<string>();
  let hasWords = false;
  for (const run of runs(t)) {
    if (run.kind === 'han') {
      hasWords = true;
      words.push(...chineseWords(run.text));
      hanGroups(run.text, found);
      hanIdeas(run.text, ideas);
      continue;
    }
    const shape = shapeOf(run.text);
    if (shape !== null) {
      words.push(shape);
      continue;
    }
    const parts = run.text.replace(/'/g, '').split(/[_./-]/).filter((part) => part !== '');
    // One letter, however often, says nothing.
    if (parts.some((part) => new Set(part).size > 1)) hasWords = true;
    words.push(...parts);
    for (const part of parts) letterGroups(part, found);
    wordIdeas(parts, ideas);
  }
  if (t.includes('?')) words.push('?');
  if (t.includes('!')) words.push('!');
  wordFeatures(words, found);
  ideaFeatures([...ideas].sort(), found);
  return { blocks: found.sets.map((set) => [...set]), words, hasWords };
}

function hanGroups(run: string, found: Collector): void {
  for (let i = 0; i < run.length; i++) {
    for (let n: number = HAN[0]; n <= HAN[1] && i + n <= run.length; n++) found.add(BLOCKS.han, run, i, i + n);
  }
}

function letterGroups(word: string, found: Collector): void {
  const padded = `<${word}>`;
  for (let i = 0; i < padded.length; i++) {
    for (let n: number = LETTERS[0]; n <= LETTERS[1] && i + n <= padded.length; n++) found.add(BLOCKS.letters, padded, i, i + n);
  }
}

function wordFeatures(words: readonly string[], found: Collector): void {
  let before = '^';
  for (const word of words) {
    found.add(BLOCKS.word, word);
    found.add(BLOCKS.neighbours, `${before} ${word}`);
    before = word;
  }
  if (words.length > 0) found.add(BLOCKS.neighbours, `${before} $`);
  const different = [...new Set(words)].slice(0, PAIRED_WORDS).sort();
  for (const [i, a] of different.entries()) for (const b of different.slice(i + 1)) found.add(BLOCKS.pair, `${a}+${b}`);
}

/** Each idea, and every two that occur together: "refund" beside "when" is another wish than "refund" alone. */
function ideaFeatures(ideas: readonly string[], found: Collector): void {
  for (const [i, a] of ideas.entries()) {
    found.add(BLOCKS.idea, a);
    if (i >= PAIRED_IDEAS) continue;
    for (const b of ideas.slice(i + 1, PAIRED_IDEAS)) found.add(BLOCKS.ideas, `${a}&${b}`);
  }
  if (ideas.length > 0 && ideas.length <= 2) found.add(BLOCKS.ideas, `only ${ideas.join(' ')}`);
}
