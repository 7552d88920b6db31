import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { LRUCache } from 'lru-cache';
import { normalise } from './normalise.js';
import { stem } from './stem.js';
import { isStopword } from './stopwords.js';

let jieba: Jieba | undefined;

/** The Chinese dictionary takes about 0.2 s to load, so it is loaded at the first use and then kept. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** Longest run handed to the segmenter in one piece: its time on runs without borders must stay bounded. */
const RUN = 4_000;

/** Chinese words of one run of Han characters; with `fine` also the words within long words. */
export function chineseWords(run: string, fine = false): string[] {
  const words: string[] = [];
  for (let i = 0; i < run.length; i += RUN) {
    const piece = run.slice(i, i + RUN);
    words.push(...(fine ? segmenter().cutForSearch(piece, true) : segmenter().cut(piece, true)));
  }
  return words;
}

/** A stretch of a normalised text: Han characters, or a word or code of any other script. */
interface Run {
  kind: 'han' | 'word';
  text: string;
}

/** A run of Han; or letters and digits, joined by the signs that occur inside codes and contractions. */
const RUNS = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['_./-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*)/gu;

/** Splits a normalised text into runs, in order; punctuation, signs and emoji fall away. */
export function runs(normalised: string): Run[] {
  const found: Run[] = [];
  for (const m of normalised.matchAll(RUNS)) {
    found.push(m[1] === undefined ? { kind: 'word', text: m[0] } : { kind: 'han', text: m[1] });
  }
  return found;
}

/**
 * What retrieval indexes and looks up: stemmed English words, codes whole and in parts ("WH-1000XM4" also as `wh`,
 * `1000`, `xm`, `4`), Chinese words, character pairs and characters. Stop words are left out; repetitions are kept, since the
 * index counts them. The language is read from the text itself, character by character.
 */
export function terms(text: string): readonly string[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const out: string[] = [];
  for (const run of runs(normalise(text))) {
    if (run.kind === 'han') hanTerms(run.text, out);
    else wordTerms(run.text, out);
  }
  if (text.length <= SHORT) recent.set(text, out);
  return out;
}

/** One turn asks for the terms of one message many times over, and shoppers ask the same things. */
const SHORT = 300;
const recent = new LRUCache<string, readonly string[]>({ max: 2_000 });

function hanTerms(run: string, out: string[]): void {
  const words = new Set<string>();
  for (const word of chineseWords(run, true)) {
    words.add(word);
    if (!isStopword(word)) out.push(word);
  }
  const chars = Array.from(run);
  for (const c of chars) if (!words.has(c) && !isStopword(c)) out.push(c);
  for (let i = 0; i + 1 < chars.length; i++) {
    const pair = (chars[i] ?? '') + (chars[i + 1] ?? '');
    // A pair that is a word was counted as one; a pair of little words tells nothing.
    if (!words.has(pair) && !(isStopword(chars[i] ?? '') && isStopword(chars[i + 1] ?? ''))) out.push(pair);
  }
}

function wordTerms(run: string, out: string[]): void {
  const word = run.replace(/'s$|'/g, '');
  if (!/\d/.test(word)) {
    for (const part of word.split(/[_./-]/)) if (part !== '' && !isStopword(part)) out.push(stem(part));
    return;
  }
  const whole = word.replace(/[_./-]/g, '');
  out.push(whole);
  const parts = word.match(/\p{N}+|\p{L}+/gu) ?? [];
  if (parts.length > 1) out.push(...parts.filter((p) => !isStopword(p)).map(stem));
}
