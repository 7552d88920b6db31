import type { Language, Passage } from '../contracts/index.js';
import { liesIn, placesIn, terms, type Place } from '../language/index.js';
import type { Bm25Index } from './bm25.js';
import type { PlaceFit } from './place-fit.js';
import { bestSentences } from './quote.js';
import { aboutness, likeness } from './subject.js';

/** Below this share of the question covered, "I don't know" is the better answer. */
const SURE = 0.4;
const SENTENCES = 3;
/** Passages looked at closely for one question, beyond those asked for. */
const LOOKED_AT = 10;
/** What a heading on the topic, or one that repeats the question, adds to how well a passage answers; and the home country of a language's shops. */
const ON_TOPIC = 0.5;
const ALIKE = 0.4;
const HOME = 0.1;
/** What it adds that the place asked about stands in the heading. */
const HEADED = 0.5;
/** From here a heading counts as the question itself. */
const SAME = 0.6;
/** What it adds that an item of a list is wholly in the question: "Gift cards." is what "can I return a gift card" is about. */
const ITEM = 0.7;
/** A passage that may answer, with the sentences that do, exactly as they stand there. */
export interface Found {
  passage: Passage;
  score: number;
  sentences: string[];
  /** 0 to 1: how much of the question it covers. */
  coverage: number;
  /** 0 to 1: whether it is about the question's topic; 1 by its own heading. */
  about: number;
  /** How it stands to the place asked about, and the places the quoted sentences speak of. */
  place: PlaceFit;
  places: readonly Place[];
  /** Whether it answers well enough to be said. */
  sure: boolean;
}

/** What a shopper asks; `topic`: words that pages on the subject are headed by, where the subject is known. */
export interface Question {
  text: string;
  topic: string | null;
}

/** A found passage with what it is ranked by. */
type Ranked = Found & { fit: number; placed: number };

const PLACED: Readonly<Record<PlaceFit, number>> = { named: 3, within: 2, elsewhere: 1, unasked: 0, foreign: 0 };

/** The passages of these indexes that answer best, best first; `kinds` are those wanted. */
export function bestAnswers(indexes: readonly Bm25Index[], question: Question, language: Language, kinds: readonly Passage['kind'][], limit: number): Found[] {
  const found = indexes.flatMap((index) => answersIn(index, question, language, limit).filter((f) => kinds.includes(f.passage.kind)));
  return found.sort(byFit).slice(0, limit);
}

function answersIn(index: Bm25Index, { text, topic }: Question, language: Language, limit: number): Ranked[] {
  const asked = new Set(terms(text));
  return index.search(topic === null ? text : `${text}\n${topic}`, { limit: limit + LOOKED_AT, language }).map(({ passage, score }) => {
    const about = topic === null ? 0 : aboutness(passage, topic);
    const alike = likeness(passage, asked);
    const { sentences, score: coverage, place, places } = bestSentences(passage, text, language, SENTENCES, (term) => index.weight(term), about === 1 || alike >= SAME);
    const home = language === 'zh' && place === 'unasked' && places.some((p) => liesIn(p, 'CN')) ? HOME : 0;
    const placed = PLACED[place];
    const headed = placed >= PLACED.within && placesIn(passage.headings.at(-1) ?? '').some((p) => places.includes(p.place)) ? HEADED : 0;
    const sure = coverage >= SURE || about === 1 || ((place === 'named' || place === 'within') && about > 0);
    return { passage, score, sentences: sentences.map((s) => s.text), coverage, sure, about, place, places, fit: coverage + about * ON_TOPIC + alike * ALIKE + home + headed + (sentences.some((s) => isAskedItem(s.text, asked)) ? ITEM : 0), placed: sure ? placed : 0 };
  });
}

function isAskedItem(line: string, asked: ReadonlySet<string>): boolean {
  const item = /^\s*[-*•]\s+(.+)$/.exec(line)?.[1];
  const own = item === undefined ? [] : terms(item);
  return own.length > 0 && own.every((term) => asked.has(term));
}

/** What speaks of the place asked about comes before everything else that answers; equal ones in the order the index has them. */
function byFit(a: Ranked, b: Ranked): number {
  return Number(b.sure) - Number(a.sure) || b.placed - a.placed || b.fit - a.fit || b.score - a.score;
}
