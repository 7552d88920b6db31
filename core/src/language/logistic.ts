import { seeded, shuffled } from './random.js';
import type { Vector } from './vocabulary.js';

/** How the regression is fitted. */
interface Fit {
  classes: number;
  columns: number;
  epochs: number;
  rate: number;
  /** Weight of each class in the loss: rare classes count more than their number. */
  classWeights: Float32Array;
  seed: number;
}

/** A multinomial logistic regression: `weights` holds the classes of column 0, then those of column 1 … */
export interface Linear {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Raw scores of one text, written into `out`. */
export function scores(model: Linear, x: Vector, out: Float32Array): void {
  const { classes, weights, bias } = model;
  out.set(bias);
  for (let i = 0; i < x.columns.length; i++) {
    const at = (x.columns[i] ?? 0) * classes;
    const w = x.weights[i] ?? 0;
    for (let c = 0; c < classes; c++) out[c] = (out[c] ?? 0) + w * (weights[at + c] ?? 0);
  }
}

/** Turns scores into probabilities in place; `temperature` above one flattens them. */
export function softmax(z: Float32Array, temperature = 1): void {
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

/** Errors below this change nothing worth the time. */
const NEGLIGIBLE = 2e-3;
/** How fast the bias learns against the weights: slowly, since it says only how frequent a class is. */
const BIAS_RATE = 0.02;

/** Fits by stochastic gradient descent with a falling rate; the same input and seed give the same weights. */
export function fit(texts: readonly Vector[], labels: Int32Array, options: Fit): Linear {
  const { classes, epochs } = options;
  const model: Linear = { classes, weights: new Float32Array(options.columns * classes), bias: new Float32Array(classes) };
  const { weights, bias } = model;
  const random = seeded(options.seed);
  const z = new Float32Array(classes);
  const touched = new Int32Array(classes);
  const deltas = new Float32Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = options.rate * (1 - epoch / (epochs + 1));
    for (const n of shuffled(texts.length, random)) {
      const x = texts[n];
      if (x === undefined) continue;
      scores(model, x, z);
      softmax(z);
      const label = labels[n] ?? 0;
      const step = rate * (options.classWeights[label] ?? 1);
      z[label] = (z[label] ?? 0) - 1;
      let count = 0;
      for (let c = 0; c < classes; c++) {
        const error = z[c] ?? 0;
        if (error > NEGLIGIBLE || error < -NEGLIGIBLE) touched[count++] = c;
      }
      for (let k = 0; k < count; k++) {
        const c = touched[k] ?? 0;
        deltas[k] = -step * (z[c] ?? 0);
        bias[c] = (bias[c] ?? 0) + BIAS_RATE * (deltas[k] ?? 0);
      }
      // Column by column: the classes of one column lie side by side in memory.
      for (let i = 0; i < x.columns.length; i++) {
        const at = (x.columns[i] ?? 0) * classes;
        const w = x.weights[i] ?? 0;
        for (let k = 0; k < count; k++) {
          const to = at + (touched[k] ?? 0);
          weights[to] = (weights[to] ?? 0) + w * (deltas[k] ?? 0);
        }
      }
    }
  }
  return model;
}
