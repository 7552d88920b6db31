import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { chineseWords } from '../../segment.js';
import { rankOf } from '../../word-vectors.js';
import { ROWS, signsOf } from './signs.js';
import { tokensOf, type Token } from './tokens.js';

/** What a token is: nothing, or the beginning or inside of a name or an address. */
export const LABELS = ['O', 'name', 'name+', 'address', 'address+'] as const;
const N = LABELS.length;

/** Weights of signs (rows × labels) and of one label after another (labels × labels), in eighths of a hundredth. */
export interface Weights {
  readonly signs: Int8Array;
  readonly steps: Int8Array;
}

const MAGIC = 'PPT1';

/** The file of a tagger: magic, weights of steps, weights of signs; compressed. */
export function readWeights(bytes: Buffer): Weights {
  const plain = gunzipSync(bytes, { maxOutputLength: 4 + N * N + ROWS * N });
  if (plain.toString('latin1', 0, 4) !== MAGIC || plain.length !== 4 + N * N + ROWS * N) throw new Error('This is no table of a tagger of names and addresses.');
  const all = new Int8Array(plain.buffer, plain.byteOffset + 4, plain.length - 4);
  return { steps: all.subarray(0, N * N), signs: all.subarray(N * N) };
}

let kept: Weights | undefined;

/** Read at the first use and then kept: 1.3 MB. */
function weights(): Weights {
  kept ??= readWeights(readFileSync(new URL('../../../../assets/people.ppt', import.meta.url)));
  return kept;
}

/** Whether label `b` may follow label `a` (0 at the beginning): the inside of a name needs its beginning. */
export function mayFollow(a: number, b: number): boolean {
  return b === 2 ? a === 1 || a === 2 : b === 4 ? a === 3 || a === 4 : true;
}

/** The likeliest labels of a row of tokens (Viterbi). `score(i, label)`: how well the label fits token i. */
export function bestPath(length: number, score: (i: number, label: number) => number, step: (a: number, b: number) => number): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  let best = new Float64Array(N).map((_, b) => (mayFollow(0, b) ? score(0, b) : -Infinity));
  const from = new Uint8Array(length * N);
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(N).fill(-Infinity);
    for (let b = 0; b < N; b++) {
      const own = score(i, b);
      for (let a = 0; a < N; a++) {
        if (!mayFollow(a, b)) continue;
        const total = (best[a] ?? 0) + step(a, b) + own;
        if (total > (next[b] ?? 0)) {
          next[b] = total;
          from[i * N + b] = a;
        }
      }
    }
    best = next;
  }
  let label = best.indexOf(Math.max(...best));
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = from[i * N + label] ?? 0;
  }
  return path;
}

/** A name or an address as the tagger sees it. */
export interface Tagged {
  kind: 'name' | 'address';
  start: number;
  end: number;
}

/** How much better than nothing a token must fit a name or an address: a little less, since what is masked wrongly costs less than what is let through. */
const RELUCTANCE = -10;

/** Names of people and postal addresses of a text, in order. Time grows with the length of the text. */
export function tag(text: string, { signs, steps }: Weights = weights()): Tagged[] {
  const tokens = tokensOf(text);
  const scores = new Float64Array(tokens.length * N);
  signsOf(tokens).forEach((rows, i) => {
    for (const row of rows) for (let label = 0; label < N; label++) scores[i * N + label] = (scores[i * N + label] ?? 0) + (signs[row * N + label] ?? 0);
    scores[i * N] = (scores[i * N] ?? 0) + RELUCTANCE;
  });
  return spansOf(text, tokens, bestPath(tokens.length, (i, label) => scores[i * N + label] ?? 0, (a, b) => steps[a * N + b] ?? 0));
}

/** The cutter of words knows where a Chinese name ends that the tagger cut short: 崔明|远信用 is 崔明远|信用. */
function wholeName(text: string, span: Tagged): number {
  const run = /^\p{Script=Han}{2,12}/u.exec(text.slice(span.start, span.start + 12))?.[0] ?? '';
  const first = run.length > span.end - span.start ? chineseWords(run)[0] : undefined;
  return first !== undefined && first.length <= 4 ? span.start + first.length : span.end;
}

/** Quotation marks, brackets and commas at the edges are no part of it. */
function trim(text: string, span: Tagged): void {
  while (span.start < span.end && !/[\p{L}\p{N}#№]/u.test(text.charAt(span.start))) span.start += 1;
  while (span.end > span.start && !/[\p{L}\p{N}\p{M}.#]/u.test(text.charAt(span.end - 1))) span.end -= 1;
}

/** In UTF-16 units; what is longer is something else. */
const LONGEST = { name: 80, address: 300 } as const;
const DOOR = /[省市区县镇乡村路街道巷弄号栋幢座楼室园苑厦城寓组]/u;

/** Numbers alone are no address, signs alone no name, and one small word is none either. */
function isOne(value: string, kind: Tagged['kind']): boolean {
  if (value.length > LONGEST[kind]) return false;
  if (kind === 'address') return /\p{Script=Han}/u.test(value) ? value.length >= 4 && DOOR.test(value) : /\s/.test(value) && /\p{L}{3}/u.test(value.replace(/\b(?:numbers?|num|orders?|and)\b/gi, ''));
  return /\p{L}/u.test(value) && !(/^\p{L}+$/u.test(value) && rankOf(value.toLowerCase()) < (/^\p{Lu}/u.test(value) ? COMMON : COMMON_SMALL)) && !isChineseWord(value);
}

/** Words this frequent are no name by themselves. */
const COMMON = 120;
/** Nor, written small, are words this frequent: "mine", "will". */
const COMMON_SMALL = 3_000;
/** So frequent, a Chinese word is no name even where it begins with a frequent surname (周末, 许多). */
const COMMON_ZH = 4_000;
const FREQUENT_SURNAME = /^[王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩邓曹彭]/u;

/** 明细, 呼吸 and 方案 begin like names. */
function isChineseWord(value: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(value) && rankOf(value) < (FREQUENT_SURNAME.test(value) ? COMMON_ZH : Infinity);
}

/** Joins labels to spans. */
function spansOf(text: string, tokens: readonly Token[], labels: Uint8Array): Tagged[] {
  const found: Tagged[] = [];
  tokens.forEach((token, i) => {
    const label = labels[i] ?? 0;
    const last = found.at(-1);
    if (label === 0) return;
    if (label === 1 || label === 3) found.push({ kind: label === 1 ? 'name' : 'address', start: token.start, end: token.end });
    else if (last !== undefined) last.end = token.end;
  });
  for (const span of found) if (span.kind === 'name') span.end = Math.max(span.end, wholeName(text, span));
  for (const span of found) trim(text, span);
  return found.filter((span) => span.end > span.start && isOne(text.slice(span.start, span.end), span.kind));
}
