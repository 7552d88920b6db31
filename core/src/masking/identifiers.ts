import type { Entity } from '../contracts/index.js';
import { allEntities, fold, isChineseId, isIban, luhn, withoutOverlaps, type Span } from '../language/index.js';

/** The kinds of identifiers that are replaced. `NUMBER`: long enough to identify, of unknown meaning. */
export type IdentifierKind = 'EMAIL' | 'PHONE' | 'ORDER' | 'TRACKING' | 'CARD' | 'ID' | 'IBAN' | 'NUMBER';

/** Plain numbers shorter than this are amounts and quantities; they stay, since the text would lose its meaning. */
const IDENTIFYING_DIGITS = 6;

const CARD_GROUPS = /(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g;
/** First digits of the payment networks: Visa, Mastercard, American Express, Discover, JCB, UnionPay, Diners. */
const CARD_NETWORK = /^(?:4|5[1-5]|2[2-7]|3[4-8]|6[0245])/;
const CARD_WORD = /(?:card|visa|mastercard|amex|卡号|银行卡|信用卡|储蓄卡|卡)[^\n\d]{0,12}$/i;
const ORDER_WORD = /(?:order|订单|单号|#)[^\n\d]{0,10}$/i;
const ID_RUN = /(?<![\dA-Za-z])[1-8]\d{5}\s?(?:18|19|20)\d{2}\s?\d{4}\s?\d{3}[\dXx](?![\dA-Za-z])/g;
const IBAN_RUN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:\s?[A-Za-z0-9]{4}){2,7}(?:\s?[A-Za-z0-9]{1,4})?(?![A-Za-z0-9])/g;
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
    case 'product':
      return null;
  }
}

function matches(text: string, pattern: RegExp, kind: IdentifierKind, rank: number, is: (raw: string, start: number) => boolean): Span<IdentifierKind>[] {
  return [...text.matchAll(pattern)].flatMap((m) => (is(m[0], m.index) ? [{ kind, value: m[0], start: m.index, end: m.index + m[0].length, rank }] : []));
}

/**
 * Every direct identifier of a text, in order, without overlaps. `entities`: what was perceived in the very same text;
 * it is searched anew where absent. Perception lists only so many, so what it left out is searched in any case.
 */
export function findIdentifiers(text: string, entities: readonly Entity[] = []): Span<IdentifierKind>[] {
  const folded = fold(text);
  const found: Span<IdentifierKind>[] = [
    ...matches(folded, ID_RUN, 'ID', 1, (raw) => isChineseId(raw.replace(/\s/g, ''))),
    ...matches(folded, IBAN_RUN, 'IBAN', 1, (raw) => isIban(raw.replace(/\s/g, '').toUpperCase())),
    ...matches(folded, CARD_GROUPS, 'CARD', 2, (raw, start) => {
      const digits = raw.replace(/\D/g, '');
      const before = folded.slice(Math.max(0, start - 24), start);
      if (CARD_WORD.test(before)) return true;
      return luhn(digits) && CARD_NETWORK.test(digits) && !ORDER_WORD.test(before);
    }),
    ...matches(folded, LONG_RUN, 'NUMBER', 9, (raw) => !DATE.test(raw)),
  ];
  const seen = new Set<string>();
  for (const e of [...entities, ...allEntities(text)]) {
    const kind = entityKind(e);
    const at = `${e.start}:${e.end}`;
    if (kind === null || seen.has(at) || text.slice(e.start, e.end) !== e.text) continue;
    seen.add(at);
    found.push({ kind, value: e.text, start: e.start, end: e.end, rank: kind === 'NUMBER' ? 8 : kind === 'EMAIL' ? 0 : 4 });
  }
  return withoutOverlaps(found);
}
