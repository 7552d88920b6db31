import { chineseWords } from '../../segment.js';
import { rankOf } from '../../word-vectors.js';
import { SURNAMES, TWO_CHARACTER_SURNAMES } from './surnames.js';
import type { Token } from './tokens.js';

/** Rows of the weight table; signs are hashed into them. */
export const ROWS = 1 << 18;

/** FNV-1a over UTF-16 units. */
function hash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The row of a sign: its kind and up to five hashes, folded into the table. */
function row(kind: number, a: number, b = 0, c = 0, e = 0, f = 0): number {
  let h = Math.imul(kind + 0x9e3779b9, 0x85ebca6b) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ c;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ e;
  h = Math.imul(h ^ (h >>> 13), 0x2c1b3c6d) ^ f;
  h = Math.imul(h ^ (h >>> 16), 0x297a2d39);
  return (h ^ (h >>> 15)) & (ROWS - 1);
}

/** How a token looks: what is written in capitals, how many digits a number has. */
function shapeOf(t: Token): string {
  switch (t.kind) {
    case 'han':
      return 'h';
    case 'number':
      return `d${Math.min(t.text.length, 7)}`;
    case 'line':
      return 'n';
    case 'sign':
      return t.text;
    case 'word': {
      if (t.text.length === 1) return t.text === t.text.toUpperCase() ? 'X' : 'x';
      if (t.text === t.text.toUpperCase()) return t.text === t.text.toLowerCase() ? 'o' : 'XX';
      return /^\p{Lu}/u.test(t.text) ? 'Xx' : /\p{Lu}/u.test(t.text) ? 'xX' : 'xx';
    }
  }
}

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'");

interface Seen {
  token: Token;
  /** In small letters without marks. */
  word: string;
  /** Hashes of the word, of its shape, and of how frequent it is; of a Han character the word it is in, its place there and the word's length. */
  w: number;
  s: number;
  k: number;
  /** Hashes of the first and the last three letters; 0 where it is no word. */
  head: number;
  tail: number;
}

const edge = (sign: string): Seen => ({ token: { text: '', start: -1, end: -1, kind: 'sign' }, word: sign, w: hash(sign), s: hash(sign), k: 0, head: 0, tail: 0 });
const BEFORE = edge('<');
const AFTER = edge('>');

function frequency(word: string): string {
  const rank = rankOf(word);
  return rank < 300 ? 'a' : rank < 2_000 ? 'b' : rank < 8_000 ? 'c' : rank < 25_000 ? 'd' : rank < Infinity ? 'e' : 'f';
}

/** The words that runs of Han characters are cut into, told of each character. */
function hanWords(tokens: readonly Token[]): string[] {
  const known = tokens.map(() => '');
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.kind !== 'han') continue;
    let end = i;
    while (tokens[end]?.kind === 'han') end += 1;
    let at = i;
    for (const word of chineseWords(tokens.slice(i, end).map((t) => t.text).join(''))) {
      const { length } = Array.from(word);
      for (let k = 0; k < length; k++) known[at + k] = `${k}/${length}${frequency(word)}`;
      at += length;
    }
    i = end;
  }
  return known;
}

/**
 * What tells about each token whether it belongs to a name or an address: the token, its looks, beginnings and endings, its neighbours,
 * and for Han characters whether a surname begins here. Rows of the weight table.
 */
export function signsOf(tokens: readonly Token[]): Int32Array[] {
  const words = hanWords(tokens);
  const shapes = tokens.map(shapeOf);
  const seen = tokens.map((token, i): Seen => {
    const isWord = token.kind === 'word';
    const word = isWord ? plain(token.text) : token.text;
    return { token, word, w: hash(word), s: hash(shapes[i] ?? ''), k: hash(isWord ? frequency(word) : (words[i] ?? '')), head: isWord ? hash(word, 0, Math.min(3, word.length)) : 0, tail: isWord ? hash(word, Math.max(0, word.length - 3)) : 0 };
  });
  const at = (i: number): Seen => (i < 0 ? BEFORE : (seen[i] ?? AFTER));
  const small = !shapes.some((s) => s === 'Xx' || s === 'XX');
  const loud = !small && !shapes.some((s) => s === 'Xx' || s === 'xx');
  const manner = small ? 1 : loud ? 2 : 3;
  return seen.map((t, i) => {
    const [p2, p1, n1, n2] = [at(i - 2), at(i - 1), at(i + 1), at(i + 2)];
    const before = glue(p1, t);
    const after = glue(t, n1);
    const rows = [
      row(1, t.w), row(2, t.s, manner), row(3, p1.w), row(4, n1.w), row(5, p2.w), row(6, n2.w),
      row(7, p1.w, t.w), row(8, t.w, n1.w), row(9, p1.w, n1.w), row(10, p2.w, p1.w), row(11, n1.w, n2.w),
      row(12, p1.s, t.s, n1.s), row(13, p2.s, p1.s, t.s), row(14, t.s, n1.s, n2.s), row(15, p1.w, t.s), row(16, n1.w, t.s),
      row(17, p2.w, p1.w, t.s), row(18, p1.s, t.s, n1.s, n2.s), row(50, t.k, t.s), row(51, p1.k, p1.s, t.k, t.s), row(52, t.k, t.s, n1.k, n1.s),
      row(53, before, after, p1.s, t.s, n1.s), row(54, p2.s, glue(p2, p1), p1.s, before, t.s),
    ];
    if (t.token.kind === 'word') affixes(t, rows);
    if (t.token.kind === 'han') characters(t, p2, p1, n1, n2, rows);
    if (p1.tail !== 0) rows.push(row(40, p1.tail, t.s));
    if (n1.tail !== 0) rows.push(row(41, n1.tail, t.s), row(42, n1.head, t.s));
    return Int32Array.from(rows);
  });
}

/** Whether two tokens stand together without a space. */
function glue(a: Seen, b: Seen): number {
  return a.token.end === b.token.start ? 1 : 2;
}

function affixes(t: Seen, rows: number[]): void {
  const { word } = t;
  for (let n = 1; n <= 4 && n <= word.length; n++) rows.push(row(20, hash(word, 0, n), n), row(21, hash(word, word.length - n), n));
  for (let i = 0; i + 3 <= word.length && i < 12; i++) rows.push(row(22, hash(word, i, i + 3)));
  rows.push(row(23, t.s, Math.min(word.length, 9)));
}

function characters(t: Seen, p2: Seen, p1: Seen, n1: Seen, n2: Seen, rows: number[]): void {
  const begins = TWO_CHARACTER_SURNAMES.has(t.word + n1.word) ? 2 : SURNAMES.has(t.word) ? 1 : 3;
  const follows = TWO_CHARACTER_SURNAMES.has(p2.word + p1.word) ? 2 : SURNAMES.has(p1.word) ? 1 : SURNAMES.has(p2.word) ? 3 : 4;
  rows.push(
    row(30, begins, follows), row(31, begins, p1.w), row(32, begins, n2.w), row(33, p1.w, t.w, n1.w), row(34, p2.w, p1.w, t.w), row(35, t.w, n1.w, n2.w),
    row(36, follows, n1.w), row(37, follows, t.w), row(38, begins, follows, t.k), row(39, begins, t.k, n1.k), row(43, t.k, n2.k),
  );
}
