import { lengthInWords } from './chunk.js';
import type { Sentence } from './sentences.js';

/** A paragraph of at most so many words is quoted whole: a rule torn from its conditions is another rule. */
const WHOLE = 75;
/** Numbered steps, and points of a list, that are quoted together. */
const STEPS = 8;

const NUMBERED = /^\s*\d+[.)、]/;
const ANNOUNCES = /[:：]$/;

/** How much of what stands around the chosen sentences is quoted with them. */
export interface Around {
  /** Only what was chosen, apart from announcements: the rest would speak of other places. */
  strict: boolean;
  /** The question is about the very subject of the heading: short paragraphs are quoted whole. */
  whole: boolean;
  /** Whether a sentence says what holds in some place. */
  speaksOfPlace: (sentence: number) => boolean;
}

/**
 * The chosen sentences with what they cannot do without: the line that announces a list, the rest of a short paragraph on the very subject, what holds for other places
 * where no place was named, the other steps of a numbered list, the line after "We accept returns:". In the order of the text.
 */
export function inContext({ sentences, lines, lineOf }: LaidOut, chosen: readonly number[], max: number, around: Around): Sentence[] {
  const taken = new Set<number>(chosen);
  for (const i of chosen) {
    const sentence = sentences[i];
    if (sentence === undefined) continue;
    // "We accept returns:" says nothing without the line after it.
    if (ANNOUNCES.test(sentence.text) && i + 1 < sentences.length && taken.size < Math.max(max, chosen.length)) taken.add(i + 1);
    const at = lineOf[i] ?? -1;
    const line = lines[at];
    // "Gift cards." from under "These cannot be returned:" says the opposite without it.
    const leadIn = line === undefined || isParagraph(line.text) ? null : announcementOf(lines, at);
    if (leadIn !== null) for (const [n, s] of sentences.entries()) if (lineOf[n] === leadIn && ANNOUNCES.test(s.text)) taken.add(n);
    if (around.strict || line === undefined) continue;
    const steps = NUMBERED.test(line.text) ? stepsAround(lines, at) : [];
    const placed = around.speaksOfPlace(i);
    for (const [n, its] of lineOf.entries()) {
      const beside = line.short && its === at;
      if (steps.includes(its) || (beside && (around.whole || (placed && around.speaksOfPlace(n))))) taken.add(n);
    }
  }
  return [...taken].sort((a, b) => a - b).flatMap((i) => sentences[i] ?? []);
}

interface Line {
  text: string;
  start: number;
  end: number;
  /** A paragraph short enough to be quoted whole. */
  short: boolean;
}

/** A text by lines and sentences, and the line each sentence begins in. */
export interface LaidOut {
  sentences: readonly Sentence[];
  lines: readonly Line[];
  lineOf: readonly number[];
}

export function layOut(text: string, sentences: readonly Sentence[]): LaidOut {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start, end: start + line.length + 1, short: isParagraph(line) && lengthInWords(line) <= WHOLE });
    start += line.length + 1;
  }
  return { sentences, lines, lineOf: sentences.map((s) => lines.findIndex((l) => s.start >= l.start && s.start < l.end)) };
}

function isParagraph(line: string): boolean {
  return !/^\s*(?:[-*•]|\d+[.)、])\s/.test(line);
}

/** The line that announces the list an item stands in; null where none does. */
function announcementOf(lines: readonly Line[], at: number): number | null {
  let above = at - 1;
  while (above >= 0 && !isParagraph(lines[above]?.text ?? '')) above -= 1;
  return above >= 0 && ANNOUNCES.test((lines[above]?.text ?? '').trimEnd()) ? above : null;
}

/** The run of numbered lines a step stands in, where it is short enough to be read. */
function stepsAround(lines: readonly Line[], at: number): number[] {
  let from = at;
  while (from > 0 && NUMBERED.test(lines[from - 1]?.text ?? '')) from -= 1;
  let to = at;
  while (NUMBERED.test(lines[to + 1]?.text ?? '')) to += 1;
  const run = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  return run.length <= STEPS ? run : [at];
}
