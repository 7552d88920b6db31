import { simplify } from './traditional.js';

/** Marks a reader never sees: bidirectional controls, joiners, byte-order mark, variation selectors, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
/** Everything of the control block except tab and line breaks, and halves of broken surrogate pairs. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

/**
 * The form in which texts are compared: full width folded to half (NFKC), lower case, traditional characters
 * simplified, invisible and control characters gone, white space single, letters and signs repeated three times or
 * more cut to two. Digits are never shortened. The caller bounds the length.
 */
export function normalise(text: string): string {
  return simplify(
    text
      .replace(INVISIBLE, '')
      .replace(CONTROL, ' ')
      // Stacked marks first: composing and ordering a long stack is what costs time in NFKC.
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/([^\d\s])\1{2,}/gu, '$1$1')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/**
 * The same text with every full-width or Arabic-Indic character that has an ASCII twin replaced by it, unit for unit,
 * so that offsets found in the result are offsets of the original.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u0660-\u0669\u06f0-\u06f9\u2010-\u2015\u2212]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
    if (code >= 0x2010) return code === 0x3000 ? ' ' : '-';
    if (code === 0x00a0) return ' ';
    return String.fromCharCode(0x30 + (code & 0x0f));
  });
}

/** At most `limit` UTF-16 units of a text, never ending in half a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
