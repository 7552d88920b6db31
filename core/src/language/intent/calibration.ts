import { softmax } from './linear.js';

/** What a text that was held out of training scored, and what it truly is; `label` -1 where its class was not trained on. */
export interface HeldOut {
  scores: Float32Array;
  label: number;
}

/** The temperature at which held-out probabilities are as sure as they are right (least negative log likelihood), between 0.02 and 5. */
export function temperatureOf(heldOut: readonly HeldOut[]): number {
  const judged = heldOut.filter((h) => h.label >= 0);
  if (judged.length === 0) return 1;
  const loss = (temperature: number): number => {
    let sum = 0;
    for (const h of judged) {
      const p = h.scores.slice();
      softmax(p, temperature);
      sum -= Math.log(Math.max(p[h.label] ?? 0, 1e-9));
    }
    return sum;
  };
  let low = Math.log(0.02);
  let high = Math.log(5);
  for (let i = 0; i < 16; i++) {
    const a = low + (high - low) / 3;
    const b = high - (high - low) / 3;
    if (loss(Math.exp(a)) < loss(Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

/** A best guess on a held-out text: how sure, whether it was right, and whether the text has an intent at all. */
export interface Guess {
  p: number;
  right: boolean;
  inScope: boolean;
}

/** Values that differ by less are taken as equal. */
const FLAT = 0.01;

/**
 * The sureness above which a guess is acted on. Chosen so that the share of in-scope texts answered rightly less
 * the share of others let in is highest; a wrong answer to an in-scope text costs half of what a right one earns.
 */
export function thresholdOf(guesses: readonly Guess[]): number {
  const inScope = guesses.filter((g) => g.inScope).length;
  const outside = guesses.length - inScope;
  const sorted = [...guesses].sort((a, b) => b.p - a.p);
  const options: { value: number; threshold: number }[] = [];
  let earned = 0;
  let letIn = 0;
  for (const [i, g] of sorted.entries()) {
    if (g.inScope) earned += g.right ? 1 : -0.5;
    else letIn += 1;
    const next = sorted[i + 1]?.p ?? 0;
    if (next === g.p) continue;
    options.push({ value: earned / Math.max(inScope, 1) - letIn / Math.max(outside, 1), threshold: (g.p + next) / 2 });
  }
  const best = options.reduce((most, o) => Math.max(most, o.value), -Infinity);
  // Among thresholds as good as the best, the lowest: the optimum is flat, and a few texts must not decide where it lies.
  return options.findLast((o) => o.value >= best - FLAT)?.threshold ?? 0.5;
}

/**
 * The sureness that all but a share of the rightly guessed held-out texts reach: where texts outside every intent are
 * known, turning them away may cost no more than this.
 */
export function costingAtMost(guesses: readonly Guess[], share: number): number {
  const right = guesses.filter((g) => g.inScope && g.right).sort((a, b) => a.p - b.p);
  return right[Math.floor(right.length * share)]?.p ?? 0;
}
