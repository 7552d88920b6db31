import { seeded, shuffled } from '../random.js';
import type { Vector } from './vocabulary.js';

/** One weight per column, and what is added to every text. */
export interface Separator {
  weights: Float32Array;
  bias: number;
}

/** All texts side by side in memory, as the solver walks them. */
export interface Corpus {
  size: number;
  columns: number;
  starts: Int32Array;
  column: Int32Array;
  value: Float32Array;
  /** Squared length of each text, the bias among it. */
  squares: Float32Array;
}

export function corpusOf(vectors: readonly Vector[], columns: number): Corpus {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach((v, i) => (starts[i + 1] = (starts[i] ?? 0) + v.columns.length));
  const total = starts[vectors.length] ?? 0;
  const column = new Int32Array(total);
  const value = new Float32Array(total);
  const squares = new Float32Array(vectors.length);
  vectors.forEach((v, i) => {
    column.set(v.columns, starts[i]);
    value.set(v.values, starts[i]);
    squares[i] = v.values.reduce((sum, x) => sum + x * x, BIAS * BIAS);
  });
  return { size: vectors.length, columns, starts, column, value, squares };
}

const BIAS = 1;
/** How much a text on the wrong side costs against large weights. Chosen by cross-validation on training parts alone. */
const COST = 2;
/** Ended where the largest and the smallest step of a round lie this close together, or after so many rounds. */
const TOLERANCE = 0.1;
const ROUNDS = 12;

/**
 * Tells the texts of one intent from all others: a linear support vector machine with squared hinge loss, solved by
 * dual coordinate descent with shrinking (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008).
 * Same texts and seed, same weights.
 * @param members the texts taken into account; @param isPositive whether a text is one of the intent
 */
export function separate(c: Corpus, members: Int32Array, isPositive: (text: number) => boolean, seed: number, weights: Float32Array): Separator {
  const { starts, column, value, squares } = c;
  const random = seeded(seed);
  const n = members.length;
  const order = members.slice();
  const alpha = new Float32Array(c.size);
  const sign = new Int8Array(c.size);
  for (let i = 0; i < n; i++) sign[members[i] ?? 0] = isPositive(members[i] ?? 0) ? 1 : -1;
  weights.fill(0);
  const soft = 1 / (2 * COST);
  let bias = 0;
  let active = n;
  let limit = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let largest = -Infinity;
    let smallest = Infinity;
    for (let i = 0; i < active; i++) {
      const j = i + Math.floor(random() * (active - i));
      const a = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = a;
    }
    for (let s = 0; s < active; s++) {
      const text = order[s] ?? 0;
      const y = sign[text] ?? 0;
      const from = starts[text] ?? 0;
      const to = starts[text + 1] ?? 0;
      let margin = bias * BIAS;
      for (let q = from; q < to; q++) margin += (weights[column[q] ?? 0] ?? 0) * (value[q] ?? 0);
      const a = alpha[text] ?? 0;
      const gradient = margin * y - 1 + a * soft;
      let projected = gradient;
      if (a === 0) {
        if (gradient > limit) {
          active -= 1;
          order[s] = order[active] ?? 0;
          order[active] = text;
          s -= 1;
          continue;
        }
        if (gradient >= 0) projected = 0;
      }
      if (projected > largest) largest = projected;
      if (projected < smallest) smallest = projected;
      if (projected === 0) continue;
      const next = Math.max(a - gradient / ((squares[text] ?? 1) + soft), 0);
      const step = (next - a) * y;
      alpha[text] = next;
      if (step === 0) continue;
      for (let q = from; q < to; q++) {
        const at = column[q] ?? 0;
        weights[at] = (weights[at] ?? 0) + step * (value[q] ?? 0);
      }
      bias += step * BIAS;
    }
    if (largest - smallest <= TOLERANCE) {
      if (active === n) break;
      active = n;
      limit = Infinity;
    } else {
      limit = largest <= 0 ? Infinity : largest;
    }
  }
  return { weights, bias: bias * BIAS };
}

/** As many texts times intents as are worth looking at in full; beyond it an intent is told from its neighbours and a sample. */
const FULL = 2_400_000;
const QUICK = 200_000;
const NEIGHBOURS = 30;
const SAMPLE = 1_000;

/** Which texts each intent is told from: all of them, or for thousands of intents those of the nearest intents and a random sample. */
export function rivalsOf(c: Corpus, members: Int32Array, classes: number, classOf: Int32Array, { seed, quick }: { seed: number; quick: boolean }): (intent: number) => Int32Array {
  if (members.length * classes <= (quick ? QUICK : FULL)) return () => members;
  const near = nearestClasses(c, members, classes, classOf);
  const random = seeded(seed);
  const order = shuffled(members.length, random);
  const sample = Array.from(order.subarray(0, SAMPLE), (i) => members[i] ?? 0);
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  for (const text of members) byClass[classOf[text] ?? 0]?.push(text);
  return (intent) => Int32Array.from(new Set([...(byClass[intent] ?? []), ...(near[intent] ?? []).flatMap((k) => byClass[k] ?? []), ...sample]));
}

/** The intents whose average text lies nearest, by the numbers that many texts share. */
function nearestClasses(c: Corpus, members: Int32Array, classes: number, classOf: Int32Array): number[][] {
  const dims = Math.min(c.columns, 512);
  const first = c.columns - dims;
  const centres = new Float32Array(classes * dims);
  for (const text of members) {
    const at = (classOf[text] ?? 0) * dims;
    for (let q = c.starts[text] ?? 0; q < (c.starts[text + 1] ?? 0); q++) {
      const column = (c.column[q] ?? 0) - first;
      if (column >= 0) centres[at + column] = (centres[at + column] ?? 0) + (c.value[q] ?? 0);
    }
  }
  for (let k = 0; k < classes; k++) {
    let square = 0;
    for (let d = k * dims; d < (k + 1) * dims; d++) square += (centres[d] ?? 0) ** 2;
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let d = k * dims; d < (k + 1) * dims; d++) centres[d] = (centres[d] ?? 0) * scale;
  }
  const likeness = new Float32Array(classes);
  return Array.from({ length: classes }, (_, k) => {
    for (let j = 0; j < classes; j++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (centres[k * dims + d] ?? 0) * (centres[j * dims + d] ?? 0);
      likeness[j] = j === k ? -Infinity : sum;
    }
    return Array.from({ length: classes }, (_x, j) => j)
      .sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0))
      .slice(0, NEIGHBOURS);
  });
}
