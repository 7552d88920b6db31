import { temperatureOf, thresholdOf, type Guess, type HeldOut } from './calibration.js';
import { features, hasWords } from './features.js';
import { fit, scores, softmax, type Linear } from './logistic.js';
import { seeded, shuffled } from './random.js';
import { buildVocabulary, type Vector, type Vocabulary } from './vocabulary.js';

/** A text and what it means; `intent` null: none of the intents. */
export interface Example {
  text: string;
  intent: string | null;
}

/** The best guesses for one message, the likeliest first. Probabilities of all intents and of "none" sum to one. */
export interface Classified {
  intents: { id: string; p: number }[];
  /** Whether the best guess is sure enough to act on. */
  known: boolean;
}

/** A trained model. It keeps no state between calls. */
export interface IntentModel {
  readonly ids: readonly string[];
  /** Best guesses below this are not known. */
  readonly threshold: number;
  readonly temperature: number;
  classify(text: string): Classified;
}

/** Settings of training; the defaults suit some tens of intents with tens of texts each. */
export interface Training {
  epochs?: number;
  rate?: number;
  folds?: number;
  seed?: number;
}

/** Guesses listed per message. */
const LISTED = 10;

interface Prepared {
  /** Class names; the last class is "none" where there are out-of-scope texts. */
  ids: string[];
  classes: number;
  labels: Int32Array;
  vectors: Vector[];
  vocabulary: Vocabulary;
}

/**
 * Trains on the texts alone, in process and always with the same result. Temperature and rejection threshold come
 * from held-out folds: without out-of-scope texts, intents left out of a fold's training stand in for them.
 */
export function trainIntentModel(examples: readonly Example[], training: Training = {}): IntentModel {
  const { epochs = 6, rate = 7, folds = 3, seed = 20_11 } = training;
  const prepared = prepare(examples);
  const options = { epochs, rate, seed };
  const { temperature, threshold } = calibrate(prepared, folds, options);
  const linear = fitOn(prepared, range(prepared.vectors.length), options);
  return modelOf(prepared, linear, temperature, threshold);
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function prepare(examples: readonly Example[]): Prepared {
  const ids = [...new Set(examples.flatMap((e) => (e.intent === null ? [] : [e.intent])))];
  const hasNone = examples.some((e) => e.intent === null);
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const featureLists = examples.map((e) => features(e.text));
  const vocabulary = buildVocabulary(featureLists);
  return {
    ids,
    classes: ids.length + (hasNone ? 1 : 0),
    labels: Int32Array.from(examples, (e) => (e.intent === null ? ids.length : (indexOf.get(e.intent) ?? 0))),
    vectors: featureLists.map((f) => vocabulary.vector(f)),
    vocabulary,
  };
}

function fitOn(p: Prepared, members: readonly number[], options: { epochs: number; rate: number; seed: number }): Linear {
  const labels = Int32Array.from(members, (i) => p.labels[i] ?? 0);
  const sizes = new Float32Array(p.classes);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const present = sizes.filter((n) => n > 0).length;
  const classWeights = sizes.map((n) => (n === 0 ? 1 : Math.sqrt(labels.length / present / n)));
  const texts = members.flatMap((i) => p.vectors[i] ?? []);
  return fit(texts, labels, { ...options, classes: p.classes, columns: p.vocabulary.size, classWeights });
}

/** Scores every text by a model that has not seen it, then reads temperature and threshold off these scores. */
function calibrate(p: Prepared, folds: number, options: { epochs: number; rate: number; seed: number }): { temperature: number; threshold: number } {
  const none = p.classes > p.ids.length ? p.ids.length : -1;
  const order = shuffled(p.vectors.length, seeded(options.seed));
  const fold = new Int32Array(p.vectors.length);
  order.forEach((text, place) => (fold[text] = place % folds));
  const heldOut: HeldOut[] = [];
  for (let k = 0; k < folds; k++) {
    const leftOut = (label: number): boolean => none < 0 && label % folds === k && p.ids.length >= folds * 2;
    const members = range(p.vectors.length).filter((i) => fold[i] !== k && !leftOut(p.labels[i] ?? 0));
    const linear = fitOn(p, members, options);
    p.vectors.forEach((x, i) => {
      const label = p.labels[i] ?? 0;
      if (fold[i] !== k) return;
      const z = new Float32Array(p.classes);
      scores(linear, x, z);
      heldOut.push({ scores: z, label: leftOut(label) ? -1 : label });
    });
  }
  const temperature = temperatureOf(heldOut);
  const guesses = heldOut.map((h) => guessOf(h, temperature, none));
  return { temperature, threshold: thresholdOf(guesses) };
}

/** The best guess for a held-out text; zero where "none" won, since no threshold changes that. */
function guessOf(h: HeldOut, temperature: number, none: number): Guess {
  const z = h.scores.slice();
  softmax(z, temperature);
  const best = argmax(z);
  const inScope = h.label >= 0 && h.label !== none;
  return { p: best === none ? 0 : (z[best] ?? 0), right: best === h.label, inScope };
}

function argmax(z: Float32Array): number {
  let best = 0;
  for (let c = 1; c < z.length; c++) if ((z[c] ?? 0) > (z[best] ?? 0)) best = c;
  return best;
}

function modelOf(p: Prepared, linear: Linear, temperature: number, threshold: number): IntentModel {
  const { ids, vocabulary } = p;
  return {
    ids,
    threshold,
    temperature,
    classify(text) {
      const found = features(text);
      const x = vocabulary.vector(found);
      if (x.columns.length === 0) return { intents: [], known: false };
      const z = new Float32Array(linear.classes);
      scores(linear, x, z);
      softmax(z, temperature);
      const best = argmax(z);
      const intents = ids
        .map((id, i) => ({ id, p: z[i] ?? 0 }))
        .sort((a, b) => b.p - a.p)
        .slice(0, LISTED);
      return { intents, known: hasWords(found) && best < ids.length && (z[best] ?? 0) >= threshold };
    },
  };
}
