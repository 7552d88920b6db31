/** A piece of a text: plain words, or an address that may be followed. */
export type Piece = { text: string; href: string | null };

/** An address taken apart; null for what is none. */
export function urlOf(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    // The constructor has this one way to say that a text is no address; `URL.canParse` is too young for the browsers of shoppers.
    return null;
  }
}

/** The address if it is one that a page may link to: http or https, nothing else. */
export function safeHref(address: string | undefined): string | null {
  const url = address === undefined ? null : urlOf(address);
  if (url === null) return null;
  // A user name before the host is only ever used to dress one site up as another.
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url.href : null;
}

/** Finds addresses in a text. Punctuation that closes the sentence, in either language, is no part of them. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'`，。！？；：、（）《》「」『』【】]+/gi)) {
    let found = match[0].replace(/[.,!?;:*_~]+$/, '');
    if (found.endsWith(')') && !found.includes('(')) found = found.slice(0, -1);
    const href = safeHref(found);
    if (href === null) continue;
    if (match.index > last) pieces.push({ text: text.slice(last, match.index), href: null });
    pieces.push({ text: found, href });
    last = match.index + found.length;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), href: null });
  return pieces;
}
