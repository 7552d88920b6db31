import { LRUCache } from 'lru-cache';
import type { Passage } from '../contracts/index.js';
import { terms } from '../language/index.js';

interface Subjects {
  heading: string;
  headingTerms: ReadonlySet<string>;
  above: string;
  aboveTerms: ReadonlySet<string>;
  textTerms: ReadonlySet<string>;
}

/** Each passage is taken apart once, for as long as it lives. */
const known = new WeakMap<Passage, Subjects>();

function subjectsOf(passage: Passage): Subjects {
  let found = known.get(passage);
  if (found === undefined) {
    // A passage without headings is about its title.
    const heading = passage.headings.at(-1) ?? passage.title;
    const above = [passage.title, ...passage.headings].join('\n');
    found = { heading, headingTerms: new Set(terms(heading)), above, aboveTerms: new Set(terms(above)), textTerms: new Set(terms(passage.text)) };
    known.set(passage, found);
  }
  return found;
}

/** The words of a topic with their terms; there are about as many topics as intents. */
const topics = new LRUCache<string, readonly { word: string; han: boolean; terms: readonly string[] }[]>({ max: 500 });

function wordsOf(topic: string): readonly { word: string; han: boolean; terms: readonly string[] }[] {
  let words = topics.get(topic);
  if (words === undefined) topics.set(topic, (words = topic.split(' ').filter((w) => w !== '').map((word) => ({ word, han: /\p{Script=Han}/u.test(word), terms: terms(word) }))));
  return words;
}

/** 0 to 1: whether a passage is about a topic (words of it): by its own heading, by its title or a heading above, or only in its text. */
export function aboutness(passage: Passage, topic: string): number {
  const s = subjectsOf(passage);
  const words = wordsOf(topic);
  // A Chinese word is one only whole: its characters are in many others.
  const holds = (text: string, own: ReadonlySet<string>) => words.some((w) => (w.han ? text.includes(w.word) : w.terms.some((t) => own.has(t))));
  if (holds(s.heading, s.headingTerms)) return 1;
  if (holds(s.above, s.aboveTerms)) return 0.5;
  return holds(passage.text, s.textTerms) ? 0.25 : 0;
}

/** 0 to 1: how much a question and the passage's own heading are the same words (Dice's coefficient). */
export function likeness(passage: Passage, question: ReadonlySet<string>): number {
  const { headingTerms } = subjectsOf(passage);
  if (headingTerms.size === 0 || question.size === 0) return 0;
  let shared = 0;
  for (const term of question) if (headingTerms.has(term)) shared += 1;
  return (2 * shared) / (headingTerms.size + question.size);
}
