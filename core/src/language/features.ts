import { hanIdeas, wordIdeas } from './ideas.js';
import { cut, normalise } from './normalise.js';
import { chineseWords, runs } from './segment.js';

/** Only the beginning of a message is classified: its length bounds the work of one call. */
const FEATURE_LIMIT = 2_000;

/** FNV-1a over UTF-16 units, the kind in the lowest three bits: the word `on` is not the letters `on`. */
function hash(kind: number, text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return (((h ^ (h >>> 15)) & 0x0fffffff) << 3) | kind;
}

/** The kind of a feature, 0 to 7. */
export function kindOf(feature: number): number {
  return feature & 7;
}

/** Whether any feature is a word or a character, not only a number, a sign or what stands beside it. */
export function hasWords(found: readonly number[]): boolean {
  return found.some((f) => kindOf(f) === WORD || kindOf(f) === HAN);
}

const WORD = 1;
const PAIR = 2;
const LETTERS = 3;
const HAN = 4;
const SIGN = 5;
const SHAPE = 6;
const IDEA = 7;
const IDEAS = 0;

/** Pairs are made of this many ideas at most. */
const PAIRED_IDEAS = 12;

/** Stands for any e-mail address, link, number or code: which one it is says nothing about what is wanted. */
function shapeOf(word: string): string | null {
  if (!/\d/.test(word)) return null;
  if (/^\d+$/.test(word)) return word.length >= 4 ? '<long>' : '<short>';
  return word.replace(/[^\p{L}\p{N}]/gu, '').length >= 7 ? '<code>' : '<mixed>';
}

const ADDRESS = /https?:\/\/\S+|www\.\S+|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,100}/g;

/**
 * The hashed features of a text, without repetition: English words, word pairs and letter groups within words;
 * Chinese words and groups of one to four characters; question and exclamation marks. Same text, same features.
 */
export function features(text: string): number[] {
  const t = normalise(cut(text, FEATURE_LIMIT)).replace(ADDRESS, (m) => (m.includes('@') ? ' emailaddress ' : ' linkaddress '));
  const found = new Set<number>();
  let before = '^';
  const words: string[] = [];
  const ideas = new Set<string>();
  for (const run of runs(t)) {
    if (run.kind === 'han') {
      before = hanFeatures(run.text, before, found);
      hanIdeas(run.text, ideas);
    } else {
      before = wordFeatures(run.text, before, found);
      words.push(...run.text.replace(/'/g, '').split(/[_./-]/));
    }
  }
  wordIdeas(words, ideas);
  ideaFeatures([...ideas].sort(), found);
  if (before !== '^') found.add(hash(PAIR, `${before} $`));
  if (t.includes('?')) found.add(hash(SIGN, '?'));
  if (t.includes('!')) found.add(hash(SIGN, '!'));
  return [...found];
}

function hanFeatures(run: string, before: string, found: Set<number>): string {
  let last = before;
  for (const word of chineseWords(run)) {
    found.add(hash(WORD, word));
    found.add(hash(PAIR, `${last} ${word}`));
    last = word;
  }
  for (let i = 0; i < run.length; i++) {
    for (let n = 1; n <= 4 && i + n <= run.length; n++) found.add(hash(HAN, run, i, i + n));
  }
  return last;
}

function wordFeatures(run: string, before: string, found: Set<number>): string {
  const shape = shapeOf(run);
  if (shape !== null) {
    found.add(hash(SHAPE, shape));
    found.add(hash(PAIR, `${before} ${shape}`));
    return shape;
  }
  let last = before;
  for (const word of run.replace(/'/g, '').split(/[_./-]/)) {
    if (word === '') continue;
    found.add(hash(WORD, word));
    found.add(hash(PAIR, `${last} ${word}`));
    last = word;
    const padded = `<${word}>`;
    for (let i = 0; i < padded.length; i++) {
      for (let n = 2; n <= 5 && i + n <= padded.length; n++) found.add(hash(LETTERS, padded, i, i + n));
    }
  }
  return last;
}

/** Each idea, and every two that occur together: "refund" beside "when" is another wish than "refund" alone. */
function ideaFeatures(ideas: readonly string[], found: Set<number>): void {
  for (const [i, a] of ideas.entries()) {
    found.add(hash(IDEA, a));
    if (i >= PAIRED_IDEAS) continue;
    for (const b of ideas.slice(i + 1, PAIRED_IDEAS)) found.add(hash(IDEAS, `${a} ${b}`));
  }
  if (ideas.length <= 2) found.add(hash(IDEAS, ['only', ...ideas].join(' ')));
}
