import { kindOf } from './features.js';

/** A text as the linear model sees it: columns and their weights, scaled to length one. */
export interface Vector {
  columns: Int32Array;
  weights: Float32Array;
}

/** Which features count, and how much: rare ones tell more than common ones. */
export interface Vocabulary {
  readonly size: number;
  vector(features: readonly number[]): Vector;
}

/** Learns columns and weights (smoothed inverse document frequency) from the features of the training texts. */
export function buildVocabulary(texts: readonly (readonly number[])[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const features of texts) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const columnOf = new Map<number, number>();
  const idf: number[] = [];
  for (const [feature, n] of counts) {
    // What one text alone holds tells nothing about other texts, and is half of all columns.
    if (n < 2) continue;
    columnOf.set(feature, idf.length);
    idf.push(Math.log((texts.length + 1) / (n + 1)) + 1);
  }
  const unseen = Math.log(texts.length + 1) + 1;

  return {
    size: idf.length,
    vector(features) {
      const columns = new Int32Array(features.length);
      const weights = new Float32Array(features.length);
      let n = 0;
      // What was never seen still lengthens the text: a text of strange words must not look like its one known word.
      let square = 0;
      for (const feature of features) {
        const column = columnOf.get(feature);
        const kind = KIND_WEIGHTS[kindOf(feature)] ?? 1;
        const weight = kind * (column === undefined ? unseen * UNSEEN : (idf[column] ?? 0));
        square += weight * weight;
        if (column === undefined) continue;
        columns[n] = column;
        weights[n] = weight;
        n += 1;
      }
      const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
      const w = weights.subarray(0, n);
      for (let i = 0; i < n; i++) w[i] = (w[i] ?? 0) * scale;
      return { columns: columns.subarray(0, n), weights: w };
    },
  };
}

/**
 * What each kind of feature weighs: idea pairs, words, word pairs, letters, Han groups, signs, shapes, ideas.
 * Ideas carry over to wordings never seen, so they lead; letter groups are many and only help with misspellings.
 */
const KIND_WEIGHTS = [1.2, 1, 1, 0.35, 0.5, 1, 1, 2.5] as const;

/** Weight of an unseen feature against the rarest seen one. Most letter groups of a new wording are unseen, so it stays well below one. */
const UNSEEN = 0.4;
