/** A sentence of a text; `text` is exactly the stretch from `start` to `end`. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Words whose full stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|nr|vs|approx|incl|excl|max|min|p\.m|a\.m|inc|ltd|co|u\.s|u\.k)\.$/i;
const CLOSERS = /["'”’」』)）\]]/;

/** Splits a text into sentences at Chinese and Western end marks and at line breaks; decimals and abbreviations do not split. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const add = (end: number): void => {
    let a = start;
    let b = end;
    while (a < b && /\s/.test(text.charAt(a))) a += 1;
    while (b > a && /\s/.test(text.charAt(b - 1))) b -= 1;
    if (b > a) found.push({ text: text.slice(a, b), start: a, end: b });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n') {
      add(i);
      continue;
    }
    const chinese = c === '。' || c === '！' || c === '？';
    if (!chinese && c !== '.' && c !== '!' && c !== '?') continue;
    let end = i + 1;
    while (end < text.length && CLOSERS.test(text.charAt(end))) end += 1;
    if (!chinese) {
      if (end < text.length && !/\s/.test(text.charAt(end))) continue;
      if (c === '.' && (ABBREVIATION.test(text.slice(Math.max(start, i - 8), i + 1)) || /^\s*\d+\.$/.test(text.slice(start, i + 1)))) continue;
    }
    add(end);
    i = end - 1;
  }
  add(text.length);
  return found;
}
