import { LRUCache } from 'lru-cache';
import type { Language, Passage } from '../contracts/index.js';
import { placesIn, terms, type NamedPlace, type Place } from '../language/index.js';
import { placeFit, type PlaceFit } from './place-fit.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { inContext, layOut, type LaidOut } from './context.js';

/** The sentences of a passage that answer a question. */
export interface Quote {
  /** In the order of the passage; each is an exact stretch of its text. */
  sentences: Sentence[];
  /**
   * 0 to 1: the share of what the question asks for, weighed by how much each term tells, that the quoted sentences and
   * the passage's headings and title hold. Below about 0.4 "I don't know" is the better answer.
   */
  score: number;
  /** How the quoted sentences stand to the place asked about. */
  place: PlaceFit;
  /** The places they speak of, themselves or by their heading. */
  places: readonly Place[];
}

/** What of a passage does not depend on the question. */
interface Read extends LaidOut {
  sentences: Sentence[];
  /** Terms of each sentence. */
  termsOf: (readonly string[])[];
  ownPlaces: (readonly Place[])[];
  /** Places of each sentence; those of the nearest heading where it names none itself. */
  placesOf: (readonly Place[])[];
  /** Terms of title and headings. */
  above: ReadonlySet<string>;
}

/** Passages are asked about again and again and never change: each is taken apart once, for as long as it lives. */
const read = new WeakMap<Passage, Read>();

function readOnce(passage: Passage): Read {
  let known = read.get(passage);
  if (known === undefined) {
    const sentences = sentencesOf(passage.text);
    const heading = codes(placesIn(passage.headings.at(-1) ?? ''));
    const own = sentences.map((s) => codes(placesIn(s.text)));
    known = { ...layOut(passage.text, sentences), sentences, termsOf: sentences.map((s) => terms(s.text)), ownPlaces: own, placesOf: own.map((places) => (places.length > 0 ? places : heading)), above: new Set(terms([passage.title, ...passage.headings].join('\n'))) };
    read.set(passage, known);
  }
  return known;
}

/** What of a question does not depend on the passage. */
interface Asked {
  places: readonly Place[];
  /** Its terms without those of the places it names. */
  terms: readonly string[];
}

/** A question is asked of a dozen passages in a row, and shoppers ask the same ones. */
const questions = new LRUCache<string, Asked>({ max: 500 });

function askedOf(query: string): Asked {
  let known = questions.get(query);
  if (known === undefined) {
    const named = placesIn(query);
    known = { places: codes(named), terms: [...new Set(terms(withoutPlaces(query, named)))] };
    questions.set(query, known);
  }
  return known;
}

function codes(named: readonly NamedPlace[]): Place[] {
  return named.map((n) => n.place);
}

/** A second and third sentence must add this share of the question, or continue the first. */
const ADDS = 0.12;

/** A quote in another language than the shopper's is the worse answer. */
const FOREIGN = 0.8;

/**
 * Chooses one to `max` sentences. `weigh` says how much a term tells (`Bm25Index.weight`); without it all tell the same.
 * `language` is the shopper's; null: any language is as good.
 * `whole`: the question is about the very subject of the heading.
 * A question that repeats the heading is answered by the beginning of the passage even where the words differ. Of a question about
 * a place only what speaks of that place is quoted, or what speaks of none.
 */
export function bestSentences(passage: Passage, query: string, language: Language | null, max: number, weigh: (term: string) => number = () => 1, whole = false): Quote {
  const { places: asked, terms: own } = askedOf(query);
  const wanted = new Map(own.map((term) => [term, weigh(term)]));
  let total = 0;
  for (const w of wanted.values()) total += w;
  const layout = readOnce(passage);
  const { sentences, above, termsOf, ownPlaces, placesOf } = layout;
  const fits = placesOf.map((places) => placeFit(places, asked));
  const place = fits.reduce<PlaceFit>((best, fit) => (RANK[fit] > RANK[best] ? fit : best), 'foreign');
  if ((total === 0 && asked.length === 0) || sentences.length === 0) return { sentences: [], score: 0, place: 'unasked', places: [] };

  const eligible = fits.map((fit) => fit === place);
  const held = termsOf.map((own, i) => new Set(eligible[i] === true ? own.filter((term) => wanted.has(term)) : []));
  const worth = (term: string): number => (total === 0 ? 0 : (wanted.get(term) ?? 0) / total);

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

  let score = total === 0 ? 1 : 0;
  for (const term of wanted.keys()) {
    if (covered.has(term)) score += worth(term);
    else if (above.has(term)) score += worth(term) * (chosen.length === 0 ? 0.9 : 0.8);
  }
  const first = eligible.indexOf(true);
  if (chosen.length === 0 && first >= 0 && (score > 0 || whole || place === 'named' || place === 'within')) chosen.push(first);
  const foreign = language !== null && passage.language !== language;
  return {
    sentences: inContext(layout, chosen, max, { strict: asked.length > 0, whole, speaksOfPlace: (i) => (ownPlaces[i]?.length ?? 0) > 0 }),
    score: Math.min(1, score) * (foreign ? FOREIGN : 1),
    place,
    places: [...new Set(chosen.flatMap((i) => placesOf[i] ?? []))],
  };
}

const RANK: Readonly<Record<PlaceFit, number>> = { foreign: 0, unasked: 1, elsewhere: 2, within: 3, named: 4 };

function withoutPlaces(text: string, named: readonly NamedPlace[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of named) {
    if (start < at) continue;
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}
