import { bestPath, LABELS, tag, type Weights } from '../../core/src/language/entities/people/model.js';
import { ROWS, signsOf } from '../../core/src/language/entities/people/signs.js';
import { tokensOf } from '../../core/src/language/entities/people/tokens.js';
import { shuffled } from '../../core/src/language/random.js';
import type { Marked } from './fill.js';

const N = LABELS.length;

/** The right label of each token. */
function labelsOf(text: Marked): Uint8Array {
  const tokens = tokensOf(text.text);
  return Uint8Array.from(tokens, (t) => {
    const span = text.spans.find((s) => t.start >= s.start && t.start < s.end);
    if (span === undefined) return 0;
    const inside = tokens.some((o) => o.start >= span.start && o.start < t.start);
    return (span.kind === 'name' ? 1 : 3) + (inside ? 1 : 0);
  });
}

/**
 * Averaged structured perceptron (Collins 2002, "Discriminative Training Methods for Hidden Markov Models"), with dropped signs:
 * in every other look at a text the words themselves are hidden, so that names never seen are known by their looks and places.
 */
export function learn(texts: readonly Marked[], heldOut: readonly Marked[], rounds: number, random: () => number): Weights {
  const signs = new Float32Array(ROWS * N);
  const signSums = new Float64Array(ROWS * N);
  const steps = new Float32Array(N * N);
  const stepSums = new Float64Array(N * N);
  let clock = 1;
  const change = (now: Float32Array, sums: Float64Array, at: number, by: number): void => {
    now[at] = (now[at] ?? 0) + by;
    sums[at] = (sums[at] ?? 0) + by * clock;
  };
  const ready = texts.map((t) => ({ rows: signsOf(tokensOf(t.text)), gold: labelsOf(t) }));
  for (let round = 0; round < rounds; round++) {
    let wrong = 0;
    for (const i of shuffled(ready.length, random)) {
      const one = ready[i];
      if (one === undefined) continue;
      const drop = random() < 0.5 ? 0.35 : 0;
      const rows = drop === 0 ? one.rows : one.rows.map((all) => all.filter(() => random() >= drop));
      const { gold } = one;
      const scores = new Float64Array(gold.length * N);
      rows.forEach((own, k) => {
        for (const row of own) for (let l = 0; l < N; l++) scores[k * N + l] = (scores[k * N + l] ?? 0) + (signs[row * N + l] ?? 0);
      });
      // A wrong label must lose by a margin, not by a hair.
      const path = bestPath(gold.length, (k, l) => (scores[k * N + l] ?? 0) + (l === gold[k] ? 0 : 2), (a, b) => steps[a * N + b] ?? 0);
      let differs = false;
      for (let k = 0; k < gold.length; k++) {
        const g = gold[k] ?? 0;
        const p = path[k] ?? 0;
        if (g !== p) {
          differs = true;
          for (const row of rows[k] ?? []) {
            change(signs, signSums, row * N + g, 1);
            change(signs, signSums, row * N + p, -1);
          }
        }
        if (k === 0) continue;
        const gp = gold[k - 1] ?? 0;
        const pp = path[k - 1] ?? 0;
        if (g !== p || gp !== pp) {
          change(steps, stepSums, gp * N + g, 1);
          change(steps, stepSums, pp * N + p, -1);
        }
      }
      if (differs) wrong += 1;
      clock += 1;
    }
    process.stdout.write(`round ${round + 1}: ${wrong} of ${texts.length} texts not yet right by a margin\n`);
  }
  const mean = (now: Float32Array, sums: Float64Array): Float64Array => Float64Array.from(now, (w, i) => w - (sums[i] ?? 0) / clock);
  const weights = packed(mean(signs, signSums), mean(steps, stepSums));
  process.stdout.write(`${report(weights, heldOut)}\n`);
  return weights;
}

/** Eight bits a weight; the few largest are cut. */
function packed(signs: Float64Array, steps: Float64Array): Weights {
  const sorted = signs.map(Math.abs).filter((w) => w > 0).sort();
  const scale = 127 / (sorted[Math.floor(sorted.length * 0.999)] ?? 1);
  const bits = (w: number): number => Math.max(-127, Math.min(127, Math.round(w * scale)));
  return { signs: Int8Array.from(signs, bits), steps: Int8Array.from(steps, bits) };
}

function report(weights: Weights, texts: readonly Marked[]): string {
  let [right, found, wanted] = [0, 0, 0];
  for (const t of texts) {
    const spans = tag(t.text, weights);
    found += spans.length;
    wanted += t.spans.length;
    right += spans.filter((s) => t.spans.some((g) => g.kind === s.kind && g.start === s.start && g.end === s.end)).length;
  }
  return `held out: recall ${((right / wanted) * 100).toFixed(1)} %, precision ${((right / found) * 100).toFixed(1)} %`;
}
