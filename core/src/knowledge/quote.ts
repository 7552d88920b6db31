import type { Language, Passage } from '../contracts/index.js';
import { terms } from '../language/index.js';
import { sentencesOf, type Sentence } from './sentences.js';

/** The sentences of a passage that answer a question. */
export interface Quote {
  /** In the order of the passage; each is an exact stretch of its text. */
  sentences: Sentence[];
  /**
   * 0 to 1: the share of what the question asks for, weighed by how much each term tells, that the quoted sentences and
   * the passage's headings and title hold. Below about 0.4 "I don't know" is the better answer.
   */
  score: number;
}

/** What of a passage does not depend on the question. */
interface Read {
  sentences: Sentence[];
  /** Terms of each sentence. */
  termsOf: (readonly string[])[];
  /** Terms of title and headings. */
  above: ReadonlySet<string>;
}

/** Passages are asked about again and again and never change: each is taken apart once, for as long as it lives. */
const read = new WeakMap<Passage, Read>();

function readOnce(passage: Passage): Read {
  let known = read.get(passage);
  if (known === undefined) {
    const sentences = sentencesOf(passage.text);
    known = { sentences, termsOf: sentences.map((s) => terms(s.text)), above: new Set(terms([passage.title, ...passage.headings].join('\n'))) };
    read.set(passage, known);
  }
  return known;
}

/** A second and third sentence must add this share of the question, or continue the first. */
const ADDS = 0.12;

/** A quote in another language than the shopper's is the worse answer. */
const FOREIGN = 0.8;

/**
 * Chooses one to `max` sentences. `weigh` says how much a term tells (`Bm25Index.weight`); without it all tell the same.
 * `language` is the shopper's; null: any language is as good.
 * A question that repeats the heading is answered by the beginning of the passage even where the words differ.
 */
export function bestSentences(passage: Passage, query: string, language: Language | null, max: number, weigh: (term: string) => number = () => 1): Quote {
  const wanted = new Map([...new Set(terms(query))].map((term) => [term, weigh(term)]));
  let total = 0;
  for (const w of wanted.values()) total += w;
  const { sentences, above, termsOf } = readOnce(passage);
  if (total === 0 || sentences.length === 0) return { sentences: [], score: 0 };

  const held = termsOf.map((own) => new Set(own.filter((term) => wanted.has(term))));
  const worth = (term: string): number => (wanted.get(term) ?? 0) / total;

  const chosen: number[] = [];
  const covered = new Set<string>();
  while (chosen.length < max) {
    let best = -1;
    let bestGain = 0;
    held.forEach((set, i) => {
      if (chosen.includes(i)) return;
      let gain = 0;
      // What the heading says already counts half: sentences need not repeat it.
      for (const term of set) if (!covered.has(term)) gain += worth(term) * (above.has(term) ? 0.5 : 1);
      if (gain > bestGain) {
        best = i;
        bestGain = gain;
      }
    });
    if (best < 0 || (chosen.length > 0 && bestGain < ADDS)) break;
    chosen.push(best);
    for (const term of held[best] ?? []) covered.add(term);
  }

  let score = 0;
  for (const term of wanted.keys()) {
    if (covered.has(term)) score += worth(term);
    else if (above.has(term)) score += worth(term) * (chosen.length === 0 ? 0.9 : 0.8);
  }
  if (chosen.length === 0 && score > 0) chosen.push(0);
  // "We accept returns:" says nothing without the line after it.
  const announced = chosen.flatMap((i) => (/[:：]$/.test(sentences[i]?.text ?? '') && i + 1 < sentences.length && !chosen.includes(i + 1) ? [i + 1] : []));
  const picked = [...chosen, ...announced].slice(0, Math.max(max, chosen.length)).sort((a, b) => a - b);
  const foreign = language !== null && passage.language !== language;
  return { sentences: picked.flatMap((i) => sentences[i] ?? []), score: Math.min(1, score) * (foreign ? FOREIGN : 1) };
}
