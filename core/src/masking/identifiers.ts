import { isIP } from 'node:net';
import type { Entity } from '../contracts/index.js';
import { allEntities, fold, isChineseId, isIban, luhn, withoutOverlaps, type Span } from '../language/index.js';

/** The kinds of identifiers that are replaced. `NUMBER`: long enough to identify, of unknown meaning. */
export const IDENTIFIER_KINDS = ['EMAIL', 'PHONE', 'ORDER', 'TRACKING', 'CARD', 'ID', 'IBAN', 'PASSPORT', 'PLATE', 'IP', 'NAME', 'ADDRESS', 'NUMBER'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Plain numbers shorter than this are amounts and quantities; they stay, since the text would lose its meaning. */
const IDENTIFYING_DIGITS = 6;

const CARD_GROUPS = /(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g;
/** First digits of the payment networks: Visa, Mastercard, American Express, Discover, JCB, UnionPay, Diners. */
const CARD_NETWORK = /^(?:4|5[1-5]|2[2-7]|3[4-8]|6[0245])/;
const CARD_WORD = /(?:card|visa|mastercard|amex|卡号|银行卡|信用卡|储蓄卡|卡)[^\n\d]{0,12}$/i;
const ORDER_WORD = /(?:order|订单|单号|#)[^\n\d]{0,10}$/i;
const ID_RUN = /(?<![\dA-Za-z])[1-8]\d{5}\s?(?:18|19|20)\d{2}\s?\d{4}\s?\d{3}[\dXx](?![\dA-Za-z])/g;
const IBAN_RUN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:\s?[A-Za-z0-9]{4}){2,7}(?:\s?[A-Za-z0-9]{1,4})?(?![A-Za-z0-9])/g;
/** A birth date in the middle makes an identity number of eighteen digits, whether or not it was typed rightly. */
const ID_SHAPE = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const ID_WORD = /(?:身份证|证件|\bID(?:entity|entification)?\b|\bssn\b|social security|national insurance|driver'?s? licen[cs]e|driving licen[cs]e|驾照|驾驶证|aadhaar|tax id)[^\n\d]{0,20}$/i;
const ID_TEXT = /(?<![\dA-Za-z-])[A-Za-z]{0,2}\d(?:[ -]?[\dA-Za-z]){5,19}(?![\dA-Za-z-])/g;
/** United States social security numbers; no part of them is all zeros, and no area is 666 or above 899. */
const SSN = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;
const PASSPORT_WORD = /(?:passport|护照|通行证)[^\n\d]{0,16}$/i;
const PASSPORT_TEXT = /(?<![\dA-Za-z])[A-Za-z]{0,2}\d{6,9}[A-Za-z]?(?![\dA-Za-z])/g;
/** Number plates of mainland China (GA 36-2018), with the sixth character of electric cars. */
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][ ·.•-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/g;
const PLATE_WORD = /(?:licen[cs]e plate|number ?plate|plate(?: number)?|registration|车牌)[^\n\d]{0,12}$/i;
const PLATE_TEXT = /(?<![\dA-Za-z])(?:(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,4}|[a-z]{1,3}\d{1,4}[ -]?[a-z]{0,3})(?![\dA-Za-z])/g;
const IP_TEXT = /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:]|\.\d)/g;
/** Amounts of money identify nobody. */
const MONEY_AROUND = /^\s?(?:元|块|万|人民币|美元|usd|rmb|cny|eur|gbp|dollars?|euros?|pounds?)/i;
const MONEY_SIGN = /[$€£¥￥]\s?(?:\d{1,3},)*$/;

/** Long runs of digits, however grouped: the net below everything else. */
const LONG_RUN = /\d(?:[ .-]?\d){7,}/g;
const DATE = /^(?:19|20)\d{2}[. -]\d{1,2}[. -]\d{1,2}(?: \d{1,2})?$/;

function entityKind(e: Entity): IdentifierKind | null {
  switch (e.kind) {
    case 'email':
      return 'EMAIL';
    case 'phone':
      return 'PHONE';
    case 'order':
      return 'ORDER';
    case 'tracking':
      return 'TRACKING';
    case 'number':
      return e.value.length >= IDENTIFYING_DIGITS ? 'NUMBER' : null;
    case 'name':
      return 'NAME';
    case 'address':
      return 'ADDRESS';
    case 'product':
      return null;
  }
}

function matches(text: string, pattern: RegExp, kind: IdentifierKind, rank: number, is: (raw: string, start: number) => boolean): Span<IdentifierKind>[] {
  return [...text.matchAll(pattern)].flatMap((m) => (is(m[0], m.index) ? [{ kind, value: m[0], start: m.index, end: m.index + m[0].length, rank }] : []));
}

function isMoney(text: string, start: number, end: number): boolean {
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(text.slice(start, end)) && (MONEY_AROUND.test(text.slice(end, end + 8)) || MONEY_SIGN.test(text.slice(Math.max(0, start - 12), start)));
}

/** Of names and addresses that overlap something surer, what is left of them: no half of an address stays readable. */
function pieces(span: Span<IdentifierKind>, sure: readonly Span<IdentifierKind>[], text: string): Span<IdentifierKind>[] {
  const left: Span<IdentifierKind>[] = [];
  let from = span.start;
  for (const other of sure) {
    if (other.end <= from || other.start >= span.end) continue;
    if (other.start > from) left.push({ ...span, start: from, end: other.start });
    from = Math.max(from, other.end);
  }
  if (from < span.end) left.push({ ...span, start: from });
  return left.flatMap((piece) => {
    const raw = text.slice(piece.start, piece.end);
    const start = piece.start + raw.length - raw.trimStart().length;
    const end = piece.end - (raw.length - raw.trimEnd().length);
    return (raw.match(/[\p{L}\p{N}]/gu) ?? []).length < 2 && left.length > 1 ? [] : end > start ? [{ ...piece, start, end }] : [];
  });
}

/**
 * Every direct identifier of a text, in order, without overlaps. `entities`: what was perceived in the very same text;
 * it is searched anew where absent. Perception lists only so many, so what it left out is searched in any case.
 */
export function findIdentifiers(text: string, entities: readonly Entity[] = []): Span<IdentifierKind>[] {
  const folded = fold(text);
  const found: Span<IdentifierKind>[] = [
    ...matches(folded, ID_RUN, 'ID', 1, (raw) => isChineseId(raw.replace(/\s/g, ''))),
    ...matches(folded, ID_TEXT, 'ID', 1, (raw, start) => ID_SHAPE.test(raw) || (ID_WORD.test(folded.slice(Math.max(0, start - 40), start)) && /(?:\d.*){5}/.test(raw))),
    ...matches(folded, SSN, 'ID', 2, () => true),
    ...matches(folded, PASSPORT_TEXT, 'PASSPORT', 1, (_, start) => PASSPORT_WORD.test(folded.slice(Math.max(0, start - 30), start))),
    ...matches(folded, PLATE, 'PLATE', 1, () => true),
    ...matches(folded, PLATE_TEXT, 'PLATE', 1, (raw, start) => PLATE_WORD.test(folded.slice(Math.max(0, start - 30), start)) && /[A-Z]/i.test(raw)),
    ...matches(folded, IP_TEXT, 'IP', 1, (raw) => isIP(raw) !== 0 && raw.length > 4),
    ...matches(folded, IBAN_RUN, 'IBAN', 1, (raw) => isIban(raw.replace(/\s/g, '').toUpperCase())),
    ...matches(folded, CARD_GROUPS, 'CARD', 2, (raw, start) => {
      const digits = raw.replace(/\D/g, '');
      const before = folded.slice(Math.max(0, start - 24), start);
      if (CARD_WORD.test(before)) return true;
      return luhn(digits) && CARD_NETWORK.test(digits) && !ORDER_WORD.test(before);
    }),
    ...matches(folded, LONG_RUN, 'NUMBER', 9, (raw, start) => !DATE.test(raw) && !isMoney(folded, start, start + raw.length)),
  ];
  const seen = new Set<string>();
  for (const e of [...entities, ...allEntities(text)]) {
    const kind = entityKind(e);
    const at = `${e.start}:${e.end}`;
    if (kind === null || seen.has(at) || text.slice(e.start, e.end) !== e.text) continue;
    seen.add(at);
    found.push({ kind, value: e.text, start: e.start, end: e.end, rank: kind === 'NUMBER' ? 8 : kind === 'EMAIL' ? 0 : kind === 'ADDRESS' ? 3 : kind === 'NAME' ? 6 : 4 });
  }
  const addresses = found.filter((s) => s.kind === 'ADDRESS');
  // The numbers of an address are part of it; only what cannot be part of one stays apart.
  const others = found.filter((s) => s.kind !== 'ADDRESS' && s.kind !== 'NAME' && (s.rank <= 2 || !addresses.some((a) => a.start <= s.start && a.end >= s.end)));
  const sure = withoutOverlaps(others);
  const people = withoutOverlaps(found.filter((s) => s.kind === 'ADDRESS' || s.kind === 'NAME'));
  return withoutOverlaps([...sure, ...people.flatMap((span) => pieces(span, sure, folded))]);
}
