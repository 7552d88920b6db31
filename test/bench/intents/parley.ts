import { OUT_OF_SCOPE, trainIntentModel } from '@parley/core/language';
import type { Labelled } from './labelled.js';
import { scored, type Judged, type Scores } from './score.js';

export interface Measured extends Scores {
  trainSeconds: number;
  microsPerMessage: number;
  memoryMb: number;
}

/** What ships with Parley as no business of a shop. */
const OUTSIDE = [...OUT_OF_SCOPE.zh, ...OUT_OF_SCOPE.en];

/** Trains on one file's rows and judges another's; `oos` is the label of texts without intent. */
export function measureParley(train: readonly Labelled[], test: readonly Labelled[], oos: string): Measured {
  const before = used();
  const begun = performance.now();
  const model = trainIntentModel(train.map((r) => ({ text: r.text, intent: r.label === oos ? null : r.label })), { outside: OUTSIDE });
  const trainSeconds = (performance.now() - begun) / 1_000;
  const memoryMb = used() - before;
  const judged = test.map((r): Judged => {
    const { intents, known } = model.classify(r.text);
    return { truth: r.label === oos ? null : r.label, guess: intents[0]?.id ?? null, p: intents[0]?.p ?? 0, known };
  });
  return { ...scored(judged), trainSeconds, microsPerMessage: microsOf((text) => void model.classify(text), test), memoryMb };
}

/** Resident memory in MB, after what is not needed has been let go where node runs with --expose-gc. */
export function used(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1_048_576;
}

const ROUNDS = 5;

/** Median over five rounds through the texts, after one to warm up; microseconds a text. */
export function microsOf(classify: (text: string) => void, test: readonly Labelled[]): number {
  for (const r of test) classify(r.text);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    for (const r of test) classify(r.text);
    return ((performance.now() - begun) * 1_000) / Math.max(test.length, 1);
  }).sort((a, b) => a - b);
  return rounds[Math.floor(ROUNDS / 2)] ?? 0;
}
