import { meaningOf, meaningSize } from '../word-vectors.js';
import { hashIndex } from './hash-index.js';
import { BLOCKS, blockOf, wordHash, type Features } from './features.js';

/** A text as the linear model sees it: columns and their values, length one. `covered`: the share of its words' weight that training knew. */
export interface Vector {
  columns: Int32Array;
  values: Float32Array;
  covered: number;
}

/** Which features count and how much, and after them the numbers of the text's meaning. */
export interface Vocabulary {
  /** Feature hashes by column. */
  readonly hashes: Int32Array;
  /** Weight of each column: rare features tell more than common ones. */
  readonly rarity: Float32Array;
  /** Weight of a feature that training never saw. */
  readonly unseen: number;
  /** Columns of features and of meaning together. */
  readonly size: number;
  vector(features: Features): Vector;
}

/** What each block weighs: words, neighbours, letters, Han groups, pairs, ideas, pairs of ideas; and the meaning. Chosen by cross-validation on training parts alone. */
const BLOCK_WEIGHTS = [1, 0.7, 1, 1, 0.5, 0.8, 0.5] as const;
const MEANING_WEIGHT = 1.2;

/**
 * A pair of words that one text alone holds tells nothing about other texts, and such pairs are most of all columns.
 * Among many texts this is true of every feature.
 */
const LEAST_PAIR = 2;
const MANY_TEXTS = 3_000;

/**
 * Learns columns from the features of the training texts; rarity is the square root of the smoothed inverse document
 * frequency, softer than the usual since short texts hold no word twice.
 * @param most columns kept at most, the most frequent first
 */
export function buildVocabulary(texts: readonly Features[], most: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const { blocks } of texts) for (const block of blocks) for (const f of block) counts.set(f, (counts.get(f) ?? 0) + 1);
  const least = (block: number): number => (texts.length > MANY_TEXTS || block === BLOCKS.pair ? LEAST_PAIR : 1);
  let kept = [...counts].filter(([f, n]) => n >= least(blockOf(f)));
  if (kept.length > most) kept = kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
  const rare = (n: number): number => Math.sqrt(Math.log((texts.length + 1) / (n + 1)) + 1);
  return vocabularyOf(Int32Array.from(kept, ([f]) => f), Float32Array.from(kept, ([, n]) => rare(n)), rare(0));
}

/** The vocabulary of stored columns. */
export function vocabularyOf(hashes: Int32Array, rarity: Float32Array, unseen: number): Vocabulary {
  const columnOf = hashIndex(hashes);
  const sparse = hashes.length;
  const meaning = meaningSize();
  return {
    hashes,
    rarity,
    unseen,
    size: sparse + meaning,
    vector(features) {
      const longest = features.blocks.reduce((n, b) => n + b.length, 0) + meaning;
      const columns = new Int32Array(longest);
      const values = new Float32Array(longest);
      let n = 0;
      let covered = 0;
      let square = 0;
      features.blocks.forEach((block, kind) => {
        const from = n;
        let own = 0;
        let missed = 0;
        for (const f of block) {
          const column = columnOf(f);
          const value = column < 0 ? unseen : (rarity[column] ?? 0);
          if (column < 0) {
            missed += value * value;
            continue;
          }
          own += value * value;
          columns[n] = column;
          values[n++] = value;
        }
        if (kind === BLOCKS.word) covered = own === 0 ? 0 : own / (own + missed);
        if (own === 0) return;
        const scale = (BLOCK_WEIGHTS[kind] ?? 1) / Math.sqrt(own);
        square += (BLOCK_WEIGHTS[kind] ?? 1) ** 2;
        for (let i = from; i < n; i++) values[i] = (values[i] ?? 0) * scale;
      });
      const m = meaningOf(features.words, (word) => {
        const column = columnOf(wordHash(word));
        return (column < 0 ? unseen : (rarity[column] ?? 0)) ** 2;
      });
      for (let i = 0; i < meaning; i++) {
        const value = (m[i] ?? 0) * MEANING_WEIGHT;
        if (value === 0) continue;
        square += value * value;
        columns[n] = sparse + i;
        values[n++] = value;
      }
      const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
      for (let i = 0; i < n; i++) values[i] = (values[i] ?? 0) * scale;
      return { columns: columns.subarray(0, n), values: values.subarray(0, n), covered };
    },
  };
}
