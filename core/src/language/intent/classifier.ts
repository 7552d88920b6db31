import { costingAtMost, temperatureOf, thresholdOf, type Guess, type HeldOut } from './calibration.js';
import { featuresOf, type Features } from './features.js';
import { fitLinear, margins, type Labels, type Linear } from './linear.js';
import { prototypesOf, type Prototypes } from './prototypes.js';
import { seeded, shuffled } from '../random.js';
import { signsOf } from './signs.js';
import { fitSureness, surenessOf, type Sureness } from './sureness.js';
import { corpusOf } from './svm.js';
import { buildVocabulary, type Vector, type Vocabulary } from './vocabulary.js';
import { createModel, type IntentModel } from './model.js';

/** A text and what it means; `intent` null: none of the intents. */
export interface Example {
  text: string;
  intent: string | null;
}

/** Settings of training. */
export interface Training {
  folds?: number;
  /** Tells each intent from its nearest and a sample alone: a third of the time for some tenths of a per cent. */
  quick?: boolean;
  /** What a guess has to be right about: intents of one group are served alike. By default every intent is a group. */
  groupOf?: (intent: string) => string;
  /** Texts of no business at all: they teach what to turn away, without being a class of their own. */
  outside?: readonly string[];
  seed?: number;
}

/** Columns times intents at most: 160 MB of weights. */
const MOST_WEIGHTS = 80_000_000;
/** Where out-of-scope texts are given, at most this share of right guesses is turned away for their sake. */
const TURNED_AWAY = 0.01;
/** Beyond so many texts times intents one fold in five is held out instead of every fold in turn: training must end within a minute. */
const FULL_FOLDS = 12_000_000;

/**
 * Trains on the texts alone, in process and always with the same result. Temperature and rejection come from held-out
 * folds: beside out-of-scope texts, intents left out of a fold's training stand in for what no intent covers.
 */
export function trainIntentModel(examples: readonly Example[], training: Training = {}): IntentModel {
  const { folds = 3, seed = 20_11, outside = [], quick = false, groupOf = (intent: string) => intent } = training;
  const ids = [...new Set(examples.flatMap((e) => (e.intent === null ? [] : [e.intent])))];
  const hasNone = examples.some((e) => e.intent === null);
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const set: TrainingSet = {
    ids,
    features: examples.map((e) => featuresOf(e.text)),
    classOf: Int32Array.from(examples, (e) => (e.intent === null ? ids.length : (indexOf.get(e.intent) ?? 0))),
    classes: ids.length + (hasNone ? 1 : 0),
    none: hasNone ? ids.length : -1,
    groupOf: numbered([...ids.map(groupOf), ...(hasNone ? ['\u0000none'] : [])]),
    quick,
    seed,
  };
  const judged = judge(set, folds, outside.map((text) => featuresOf(text)));
  return createModel({ ids, hasNone, groupOf: set.groupOf, ...fitOn(set, [...examples.keys()]), ...judged });
}

function numbered(names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => names.indexOf(name));
}

interface TrainingSet {
  ids: readonly string[];
  features: readonly Features[];
  classOf: Int32Array;
  classes: number;
  /** The class of texts without intent, or -1. */
  none: number;
  /** The group of each class, as a number. */
  groupOf: Int32Array;
  quick: boolean;
  seed: number;
}

interface Fitted {
  vocabulary: Vocabulary;
  linear: Linear;
  prototypes: Prototypes;
}

/** Learns from these texts as if there were no others. */
function fitOn(set: TrainingSet, members: readonly number[]): Fitted {
  const { classes } = set;
  const own = members.flatMap((i) => set.features[i] ?? []);
  const classOf = Int32Array.from(members, (i) => set.classOf[i] ?? 0);
  const vocabulary = buildVocabulary(own, Math.floor(MOST_WEIGHTS / Math.max(classes, 1)));
  const vectors = own.map((f) => vocabulary.vector(f));
  const labels: Labels = { classes, main: classOf, has: (text, intent) => classOf[text] === intent };
  const everyone = Int32Array.from(own.keys());
  return {
    vocabulary,
    linear: fitLinear(corpusOf(vectors, vocabulary.size), everyone, labels, set),
    prototypes: prototypesOf(vectors, classOf, classes, vocabulary),
  };
}

/** Guesses about every text by a model that has not seen it; temperature, sureness and threshold are read off these. */
function judge(set: TrainingSet, folds: number, outside: readonly Features[]): { temperature: number; sureness: Sureness; threshold: number } {
  const { features, classOf, none } = set;
  const large = features.length * set.classes > FULL_FOLDS;
  const parts = large ? 5 : folds;
  const order = shuffled(features.length, seeded(set.seed));
  const fold = new Int32Array(features.length);
  order.forEach((text, place) => (fold[text] = place % parts));
  const heldOut: (HeldOut & { x: Vector; fitted: Fitted })[] = [];
  for (let k = 0; k < (large ? 1 : parts); k++) {
    const leftOut = (label: number): boolean => none < 0 && label % parts === k && set.ids.length >= parts * 2;
    const fitted = fitOn(set, [...fold.keys()].filter((i) => fold[i] !== k && !leftOut(classOf[i] ?? 0)));
    const hold = (f: Features, label: number): void => {
      const x = fitted.vocabulary.vector(f);
      const scores = new Float32Array(set.classes);
      margins(fitted.linear, x, scores);
      heldOut.push({ x, fitted, scores, label });
    };
    features.forEach((f, text) => {
      const label = classOf[text] ?? 0;
      if (fold[text] === k) hold(f, leftOut(label) ? -1 : label);
    });
    outside.forEach((f, i) => {
      if (i % parts === k) hold(f, -1);
    });
  }
  const temperature = temperatureOf(heldOut);
  const cases = heldOut.map((h) => {
    const { best, signs } = signsOf(h.scores, h.x, { prototypes: h.fitted.prototypes, temperature, groupOf: set.groupOf });
    return { signs, right: h.label >= 0 && best !== none && set.groupOf[best] === set.groupOf[h.label], inScope: h.label >= 0 && h.label !== none, saysNone: best === none };
  });
  const sureness = fitSureness(cases.filter((c) => !c.saysNone).map((c) => ({ signs: c.signs, trust: c.right })));
  const guesses = cases.map((c): Guess => ({ p: c.saysNone ? 0 : surenessOf(sureness, c.signs), right: c.right, inScope: c.inScope }));
  const threshold = thresholdOf(guesses);
  return { temperature, sureness, threshold: none < 0 ? threshold : Math.min(threshold, costingAtMost(guesses, TURNED_AWAY)) };
}
