import type { Span } from './spans.js';

const LOCAL = /[\p{Script=Latin}\d._%+'-]/u;
const DOMAIN = /[\p{Script=Latin}\d.-]/u;

/** Finds e-mail addresses; the work grows with the length of the text only, whatever it holds. The value is in lower case. */
export function findEmails(text: string): Span<'email'>[] {
  const found: Span<'email'>[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 254 && DOMAIN.test(text.charAt(end))) end += 1;
    while (start < at && /[.'-]/.test(text.charAt(start))) start += 1;
    while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    if (start === at || !/^[^.-][^]*\.\p{Script=Latin}{2,24}$/u.test(text.slice(at + 1, end))) continue;
    found.push({ kind: 'email', value: text.slice(start, end).toLowerCase(), start, end, rank: 0 });
  }
  return found;
}
