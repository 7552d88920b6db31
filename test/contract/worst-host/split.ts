/** Longest message of the worst host, in UTF-8 bytes. */
export const MAX_BYTES = 2_048;

/**
 * Cuts a text into pieces of at most `limit` UTF-8 bytes: at the last white space in the second half of a piece, otherwise
 * between two characters, never inside one. White space at a seam goes; everything else stays, in order.
 */
export function splitByBytes(text: string, limit: number = MAX_BYTES): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (Buffer.byteLength(rest) > limit) {
    const fitting = headOf(rest, limit);
    const seam = /^[\s\S]*\s/u.exec(fitting)?.[0].length ?? 0;
    // A seam right behind the cut costs nothing.
    const cut = /^\s/u.test(rest.slice(fitting.length)) ? fitting.length : seam > fitting.length / 2 ? seam : fitting.length;
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** The longest beginning of a text that fits, in whole characters. */
export function headOf(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
}
