import { SIGNS, type Signs } from './signs.js';

/** A logistic regression over signs: how likely the guess is right and the text has an intent at all. */
export interface Sureness {
  mean: Float64Array;
  spread: Float64Array;
  weights: Float64Array;
  bias: number;
}

const ROUNDS = 400;
const RATE = 0.5;
const RIDGE = 1e-3;

/** Fits on guesses about held-out texts; those to trust and those not count alike as groups, however many of each there are. */
export function fitSureness(cases: readonly { signs: Signs; trust: boolean }[]): Sureness {
  const n = cases.length;
  const trusted = cases.filter((c) => c.trust).length;
  const s: Sureness = { mean: new Float64Array(SIGNS), spread: new Float64Array(SIGNS).fill(1), weights: new Float64Array(SIGNS), bias: 0 };
  if (trusted === 0 || trusted === n) return s;
  for (let f = 0; f < SIGNS; f++) {
    const mean = cases.reduce((sum, c) => sum + (c.signs[f] ?? 0), 0) / n;
    const variance = cases.reduce((sum, c) => sum + ((c.signs[f] ?? 0) - mean) ** 2, 0) / n;
    s.mean[f] = mean;
    s.spread[f] = Math.sqrt(variance) || 1;
  }
  const slope = new Float64Array(SIGNS);
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    let offset = 0;
    for (const { signs, trust } of cases) {
      const error = (surenessOf(s, signs) - (trust ? 1 : 0)) / (2 * (trust ? trusted : n - trusted));
      offset += error;
      for (let f = 0; f < SIGNS; f++) slope[f] = (slope[f] ?? 0) + (error * ((signs[f] ?? 0) - (s.mean[f] ?? 0))) / (s.spread[f] ?? 1);
    }
    s.bias -= RATE * 4 * offset;
    for (let f = 0; f < SIGNS; f++) s.weights[f] = (s.weights[f] ?? 0) - RATE * 4 * ((slope[f] ?? 0) + RIDGE * (s.weights[f] ?? 0));
  }
  return s;
}

/** Between 0 and 1. */
export function surenessOf(s: Sureness, signs: Signs): number {
  let z = s.bias;
  for (let f = 0; f < SIGNS; f++) z += ((s.weights[f] ?? 0) * ((signs[f] ?? 0) - (s.mean[f] ?? 0))) / (s.spread[f] ?? 1);
  return 1 / (1 + Math.exp(-z));
}
