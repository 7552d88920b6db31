import { softmax } from './linear.js';
import { likenessTo, type Prototypes } from './prototypes.js';
import type { Vector } from './vocabulary.js';

/**
 * What a guess shows of its own reliability: how far it lies on its side, how far ahead of the next, its probability,
 * how much of the text training knew, and how near the text is in meaning to the intent's average and to its nearest text.
 */
export type Signs = readonly [margin: number, lead: number, p: number, covered: number, average: number, nearest: number];
export const SIGNS = 6;

/** The best guess of margins, and what it shows of its reliability. */
export function signsOf(scores: Float32Array, x: Vector, prototypes: Prototypes, temperature: number): { best: number; signs: Signs; p: Float32Array } {
  let best = 0;
  let second = -Infinity;
  for (let c = 1; c < scores.length; c++) {
    if ((scores[c] ?? 0) > (scores[best] ?? 0)) {
      second = scores[best] ?? 0;
      best = c;
    } else if ((scores[c] ?? 0) > second) second = scores[c] ?? 0;
  }
  const p = scores.slice();
  softmax(p, temperature);
  const margin = scores[best] ?? 0;
  const { average, nearest } = likenessTo(prototypes, best, x);
  return { best, p, signs: [margin, second === -Infinity ? 1 : margin - second, p[best] ?? 0, x.covered, average, nearest] };
}
