/** What was said of one text: the best guess, how sure, and whether it was acted on. */
export interface Judged {
  /** The true label; null where none of the intents fits. */
  truth: string | null;
  guess: string | null;
  p: number;
  known: boolean;
}

export interface Scores {
  texts: number;
  /** With rejection: right guesses that were acted on, and texts without intent that were turned away. */
  accuracy: number;
  /** The best guess before rejection, on texts that have an intent. */
  inScopeAccuracy: number;
  /** Null where the test holds no text without intent. */
  oosRecall: number | null;
  /** Texts with an intent that were turned away. */
  falseRejection: number;
  mcc: number;
  macroF1: number;
  ece: number;
}

const OUTSIDE = '\u0000none';
const BINS = 10;

/** All figures of one run; MCC and macro-F1 over the answers after rejection, "none" being a class of its own. */
export function scored(judged: readonly Judged[]): Scores {
  const inScope = judged.filter((j) => j.truth !== null);
  const outside = judged.filter((j) => j.truth === null);
  const pairs = judged.map((j) => [j.truth ?? OUTSIDE, j.known && j.guess !== null ? j.guess : OUTSIDE] as const);
  return {
    texts: judged.length,
    accuracy: share(pairs, ([t, g]) => t === g),
    inScopeAccuracy: share(inScope, (j) => j.guess === j.truth),
    oosRecall: outside.length === 0 ? null : share(outside, (j) => !j.known),
    falseRejection: share(inScope, (j) => !j.known),
    mcc: mcc(pairs),
    macroF1: macroF1(pairs),
    ece: ece(inScope),
  };
}

function share<T>(list: readonly T[], is: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(is).length / list.length;
}

/** Matthews correlation for several classes (Gorodkin 2004). */
export function mcc(pairs: readonly (readonly [string, string])[]): number {
  const truth = counts(pairs.map(([t]) => t));
  const guess = counts(pairs.map(([, g]) => g));
  const n = pairs.length;
  const right = pairs.filter(([t, g]) => t === g).length;
  let cross = 0;
  for (const [k, c] of truth) cross += c * (guess.get(k) ?? 0);
  const squares = (m: Map<string, number>): number => [...m.values()].reduce((sum, c) => sum + c * c, 0);
  const below = Math.sqrt((n * n - squares(guess)) * (n * n - squares(truth)));
  return below === 0 ? 0 : (right * n - cross) / below;
}

function counts(list: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of list) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** The mean of every true class's F1. */
function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const truth = counts(pairs.map(([t]) => t));
  const guess = counts(pairs.map(([, g]) => g));
  const right = counts(pairs.filter(([t, g]) => t === g).map(([t]) => t));
  let sum = 0;
  for (const [k, c] of truth) sum += (2 * (right.get(k) ?? 0)) / (c + (guess.get(k) ?? 0));
  return truth.size === 0 ? 0 : sum / truth.size;
}

/** Expected calibration error of the best guess: ten bins of equal width, weighted by their texts. */
function ece(judged: readonly Judged[]): number {
  let sum = 0;
  for (let b = 0; b < BINS; b++) {
    const own = judged.filter((j) => Math.min(BINS - 1, Math.floor(j.p * BINS)) === b);
    if (own.length === 0) continue;
    const sure = own.reduce((s, j) => s + j.p, 0) / own.length;
    sum += (own.length / judged.length) * Math.abs(share(own, (j) => j.guess === j.truth) - sure);
  }
  return sum;
}
