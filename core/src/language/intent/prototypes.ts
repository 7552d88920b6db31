import type { Vector, Vocabulary } from './vocabulary.js';

/** What the texts of each intent mean: their average, and the first fifty of them, in eight bits a number. */
export interface Prototypes {
  /** The column where meaning begins. */
  first: number;
  dims: number;
  /** Averages of length one, intents side by side. */
  centres: Float32Array;
  /** Texts of intent k: rows starts[k] to starts[k + 1]. */
  starts: Int32Array;
  rows: Int8Array;
}

const FULL = 127;
/** Texts kept per intent: the time of one look grows with them. */
const KEPT = 50;

export function prototypesOf(vectors: readonly Vector[], classOf: Int32Array, classes: number, vocabulary: Vocabulary): Prototypes {
  const first = vocabulary.hashes.length;
  const dims = vocabulary.size - first;
  const sizes = new Int32Array(classes);
  for (const k of classOf) sizes[k] = Math.min((sizes[k] ?? 0) + 1, KEPT);
  const starts = new Int32Array(classes + 1);
  for (let k = 0; k < classes; k++) starts[k + 1] = (starts[k] ?? 0) + (sizes[k] ?? 0);
  const p: Prototypes = { first, dims, centres: new Float32Array(classes * dims), starts, rows: new Int8Array((starts[classes] ?? 0) * dims) };
  const next = starts.slice();
  for (const [text, x] of vectors.entries()) {
    const k = classOf[text] ?? 0;
    const meaning = meaningOf(p, x);
    for (let i = 0; i < dims; i++) p.centres[k * dims + i] = (p.centres[k * dims + i] ?? 0) + (meaning[i] ?? 0);
    const row = next[k] ?? 0;
    if (row >= (starts[k + 1] ?? 0)) continue;
    next[k] = row + 1;
    for (let i = 0; i < dims; i++) p.rows[row * dims + i] = Math.round((meaning[i] ?? 0) * FULL);
  }
  for (let k = 0; k < classes; k++) toLengthOne(p.centres.subarray(k * dims, (k + 1) * dims));
  return p;
}

/** How near a text lies to an intent in meaning, 0 where it has none: the cosine to the average of its texts, and to the nearest of them. */
export function likenessTo(p: Prototypes, intent: number, x: Vector): { average: number; nearest: number } {
  const { dims } = p;
  const meaning = meaningOf(p, x);
  // Each language has a part of its own, and most texts fill one only.
  let from = 0;
  let to = dims;
  while (from < to && meaning[from] === 0) from += 1;
  while (to > from && meaning[to - 1] === 0) to -= 1;
  let average = 0;
  for (let i = from; i < to; i++) average += (meaning[i] ?? 0) * (p.centres[intent * dims + i] ?? 0);
  let nearest = 0;
  for (let row = p.starts[intent] ?? 0; row < (p.starts[intent + 1] ?? 0); row++) {
    let dot = 0;
    for (let i = from, at = row * dims + from; i < to; i++, at++) dot += (meaning[i] ?? 0) * (p.rows[at] ?? 0);
    if (dot > nearest) nearest = dot;
  }
  return { average, nearest: nearest / FULL };
}

function meaningOf(p: Prototypes, x: Vector): Float32Array {
  const meaning = new Float32Array(p.dims);
  for (let i = x.columns.length - 1; i >= 0; i--) {
    const column = (x.columns[i] ?? 0) - p.first;
    if (column < 0) break;
    meaning[column] = x.values[i] ?? 0;
  }
  toLengthOne(meaning);
  return meaning;
}

function toLengthOne(v: Float32Array): void {
  let square = 0;
  for (const x of v) square += x * x;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < v.length; i++) v[i] = (v[i] ?? 0) * scale;
}
