import { signsOf } from './signs.js';
import { featuresOf } from './features.js';
import { margins, type Linear } from './linear.js';
import type { Prototypes } from './prototypes.js';
import { surenessOf, type Sureness } from './sureness.js';
import type { Vocabulary } from './vocabulary.js';

/** The best guesses for one message, the likeliest first. Probabilities of all intents and of "none" sum to one. */
export interface Classified {
  intents: { id: string; p: number }[];
  /** How likely the best guess is right and the message has an intent at all, 0 to 1. */
  sureness: number;
  /** Whether the best guess is sure enough to act on. */
  known: boolean;
}

/** Why a text was taken for an intent: what spoke for it and, below zero, against it. */
export interface Reason {
  feature: string;
  weight: number;
}

/** Says what a message means. */
export interface Classifier {
  classify(text: string): Classified;
}

/** A trained model. It keeps no state between calls. */
export interface IntentModel extends Classifier {
  readonly ids: readonly string[];
  /** Best guesses less sure than this are not known. */
  readonly threshold: number;
  readonly temperature: number;
  readonly parts: ModelParts;
  /** What weighed most in a text for or against an intent, the heaviest first. */
  explain(text: string, intent: string): Reason[];
}

/** All that a model consists of: what is saved and loaded. */
export interface ModelParts {
  ids: readonly string[];
  /** Whether the last class stands for texts without an intent. */
  hasNone: boolean;
  /** The group of each class, as a number; intents of one group are served alike. */
  groupOf: Int32Array;
  vocabulary: Vocabulary;
  linear: Linear;
  prototypes: Prototypes;
  temperature: number;
  sureness: Sureness;
  threshold: number;
}

/** Guesses listed per message, reasons per explanation. */
const LISTED = 10;
const REASONS = 12;

export function createModel(parts: ModelParts): IntentModel {
  const { ids, vocabulary, linear, temperature, threshold } = parts;
  return {
    ids,
    threshold,
    temperature,
    parts,
    classify(text) {
      const found = featuresOf(text);
      const x = vocabulary.vector(found);
      if (x.columns.length === 0 || ids.length === 0) return { intents: [], sureness: 0, known: false };
      const z = new Float32Array(linear.classes);
      margins(linear, x, z);
      const { best, signs, p } = signsOf(z, x, parts);
      const sureness = best < ids.length && found.hasWords ? surenessOf(parts.sureness, signs) : 0;
      return { intents: likeliest(ids, p), sureness, known: sureness > 0 && sureness >= threshold };
    },
    explain(text, intent) {
      const k = ids.indexOf(intent);
      if (k < 0) return [];
      const names = new Map<number, string>();
      const x = vocabulary.vector(featuresOf(text, names));
      const reasons: Reason[] = [];
      let meaning = 0;
      for (const [i, column] of x.columns.entries()) {
        const weight = (x.values[i] ?? 0) * (linear.weights[column * linear.classes + k] ?? 0) * (linear.scale[k] ?? 0);
        const hash = vocabulary.hashes[column];
        if (hash === undefined) meaning += weight;
        else reasons.push({ feature: names.get(hash) ?? '', weight });
      }
      reasons.push({ feature: '(meaning of the words)', weight: meaning });
      return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, REASONS);
    },
  };
}

function likeliest(ids: readonly string[], p: Float32Array): { id: string; p: number }[] {
  const best: { id: string; p: number }[] = [];
  for (const [i, id] of ids.entries()) {
    const own = p[i] ?? 0;
    if (best.length === LISTED && own <= (best[LISTED - 1]?.p ?? 0)) continue;
    let at = Math.min(best.length, LISTED - 1);
    for (; at > 0 && (best[at - 1]?.p ?? 0) < own; at--) best[at] = best[at - 1] ?? { id, p: own };
    best[at] = { id, p: own };
  }
  return best;
}
