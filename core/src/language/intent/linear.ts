import { rivalsOf, separate, type Corpus } from './svm.js';
import type { Vector } from './vocabulary.js';

/**
 * One separator per intent, in sixteen bits: `weights` holds the intents of column 0, then those of column 1 …,
 * each to be multiplied with its intent's `scale`.
 */
export interface Linear {
  readonly classes: number;
  readonly weights: Int16Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

const LARGEST = 32_767;

/** How far a text lies on each intent's side, written into `out`. */
export function margins(model: Linear, x: Vector, out: Float32Array): void {
  const { classes, weights, scale, bias } = model;
  out.fill(0);
  const { columns, values } = x;
  // Four columns at a time: each intent's sum is then read and written a quarter as often.
  let i = 0;
  for (; i + 3 < columns.length; i += 4) {
    const [a, b, c, d] = [(columns[i] ?? 0) * classes, (columns[i + 1] ?? 0) * classes, (columns[i + 2] ?? 0) * classes, (columns[i + 3] ?? 0) * classes];
    const [va, vb, vc, vd] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
    for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + va * (weights[a + k] ?? 0) + vb * (weights[b + k] ?? 0) + vc * (weights[c + k] ?? 0) + vd * (weights[d + k] ?? 0);
  }
  for (; i < columns.length; i++) {
    const at = (columns[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + value * (weights[at + k] ?? 0);
  }
  for (let c = 0; c < classes; c++) out[c] = (out[c] ?? 0) * (scale[c] ?? 0) + (bias[c] ?? 0);
}

/** Which texts an intent owns: one class a text, or several where texts have several labels. */
export interface Labels {
  classes: number;
  has(text: number, intent: number): boolean;
  /** The one class of each text, or the first of several. */
  main: Int32Array;
}

/** Fits every intent by itself against the others. An intent without texts among the members gets a separator that is always against. */
export function fitLinear(corpus: Corpus, members: Int32Array, labels: Labels, { seed, quick }: { seed: number; quick: boolean }): Linear {
  const { classes } = labels;
  const model = { classes, weights: new Int16Array(corpus.columns * classes), scale: new Float32Array(classes), bias: new Float32Array(classes) };
  const rivals = rivalsOf(corpus, members, classes, labels.main, { seed, quick });
  const work = new Float32Array(corpus.columns);
  for (let intent = 0; intent < classes; intent++) {
    if (!members.some((text) => labels.has(text, intent))) {
      model.bias[intent] = -ABSENT;
      continue;
    }
    const { weights, bias } = separate(corpus, rivals(intent), (text) => labels.has(text, intent), seed + intent, work);
    let most = 0;
    for (const w of weights) if (w > most || -w > most) most = Math.abs(w);
    const scale = most === 0 ? 1 : most / LARGEST;
    for (let d = 0; d < weights.length; d++) {
      const w = weights[d] ?? 0;
      if (w !== 0) model.weights[d * classes + intent] = Math.round(w / scale);
    }
    model.scale[intent] = scale;
    model.bias[intent] = bias;
  }
  return model;
}

/** Farther than any real margin. */
const ABSENT = 10;

/** Turns margins into probabilities in place; `temperature` above one flattens them. */
export function softmax(z: Float32Array, temperature: number): void {
  let max = -Infinity;
  for (const v of z) if (v > max) max = v;
  let sum = 0;
  for (let c = 0; c < z.length; c++) {
    const e = Math.exp(((z[c] ?? 0) - max) / temperature);
    z[c] = e;
    sum += e;
  }
  for (let c = 0; c < z.length; c++) z[c] = (z[c] ?? 0) / sum;
}
