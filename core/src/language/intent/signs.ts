import { softmax } from './linear.js';
import { likenessTo, type Prototypes } from './prototypes.js';
import type { Vector } from './vocabulary.js';

/**
 * What a guess shows of its own reliability: how far it lies on its side, how far ahead of the next, its probability,
 * how much of the text training knew, and how near the text is in meaning to the intent's average and to its nearest text.
 */
export type Signs = readonly [margin: number, lead: number, p: number, covered: number, average: number, nearest: number];
export const SIGNS = 6;

/**
 * The best guess of margins, and what it shows of its reliability. Lead and probability are those of its group: between
 * two intents that are served alike there is nothing to be unsure about.
 * @param groupOf the group of each class, as a number
 */
export function signsOf(scores: Float32Array, x: Vector, { prototypes, temperature, groupOf }: { prototypes: Prototypes; temperature: number; groupOf: Int32Array }): { best: number; signs: Signs; p: Float32Array } {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c;
  const p = scores.slice();
  softmax(p, temperature);
  const group = groupOf[best];
  let rival = -Infinity;
  let together = 0;
  for (let c = 0; c < scores.length; c++) {
    if (groupOf[c] === group) together += p[c] ?? 0;
    else if ((scores[c] ?? 0) > rival) rival = scores[c] ?? 0;
  }
  const margin = scores[best] ?? 0;
  const { average, nearest } = likenessTo(prototypes, best, x);
  return { best, p, signs: [margin, rival === -Infinity ? 1 : margin - rival, together, x.covered, average, nearest] };
}
