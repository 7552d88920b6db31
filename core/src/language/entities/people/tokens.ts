/** The smallest pieces a name or an address is made of. */
export interface Token {
  /** As written. */
  text: string;
  start: number;
  end: number;
  kind: 'han' | 'word' | 'number' | 'sign' | 'line';
}

const PIECES = /(\p{Script=Han})|((?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}]|['’](?!s(?!\p{L}))(?=\p{L}))*)|(\p{N}+)|(\n)|([^\s])/gu;

/** Han characters one by one, words of other scripts (an ending 's apart), numbers, line breaks and signs, in order. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const m of text.matchAll(PIECES)) {
    const kind = m[1] !== undefined ? 'han' : m[2] !== undefined ? 'word' : m[3] !== undefined ? 'number' : m[4] !== undefined ? 'line' : 'sign';
    found.push({ text: m[0], start: m.index, end: m.index + m[0].length, kind });
  }
  return found;
}
