import type { Reference } from '../contracts/index.js';
import { cut, normalise } from './normalise.js';

/** References are short; what stands far down a long message is not one. */
const LIMIT = 500;

const ORDINALS = new Map<string, number>(
  Object.entries({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5, last: -1, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }),
);

const NOUN = '(?:one|order|item|parcel|package|shipment|product)';
const EN_ORDINAL = new RegExp(`\\b(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)\\s+${NOUN}s?\\b`);
/** "and the second?" — without a noun only where the message says nothing else. */
const EN_BARE_ORDINAL = /^(?:and|what about|how about)?,?\s*the\s+(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)\s*[?.!]*$/;
const EN_OTHER = new RegExp(`\\b(?:the other|my other|another|the remaining)\\s+${NOUN}s?\\b|^(?:and|what about|how about)?,?\\s*the other\\s*[?.!]*$`);
const EN_SAME = new RegExp(`\\b(?:that|this|the same)\\s+${NOUN}\\b|^(?:and|what about|how about)\\s+(?:it|that)\\s*[?.!]*$`);

const ZH_COUNTER = '(?:个|单|件|笔|份|款|种|条|双|箱|包裹|订单|只|台|样)';
const ZH_ORDINAL = new RegExp(`第\\s?([一二三四五六七八九十两]|\\d{1,2})\\s?${ZH_COUNTER}`);
const ZH_LAST = new RegExp(`最后(?:那)?一?${ZH_COUNTER}`);
const ZH_OTHER = new RegExp(`(?:另外?|别的|其他|剩下)的?(?:那|一|那一)?${ZH_COUNTER}|另外的`);
const ZH_SAME = new RegExp(`(?:同|还是那|还是这|刚才那|刚刚那|上面那|之前那)一?${ZH_COUNTER}|[这那]一?(?:单|笔|个订单|个包裹|件商品|个商品|个快递)`);

/** Where a message points back at something named before, or null. Ordinals win: "the second one" is not "that one". */
export function findReference(text: string): Reference | null {
  const t = normalise(cut(text, LIMIT));
  const ordinal = EN_ORDINAL.exec(t)?.[1] ?? EN_BARE_ORDINAL.exec(t)?.[1] ?? ZH_ORDINAL.exec(t)?.[1];
  if (ordinal !== undefined) {
    // "my last order" is the latest one bought, which needs no earlier mention.
    if (ordinal === 'last' && /\b(?:my|your)\s+last\b|\blast order\b/.test(t)) return null;
    const n = ORDINALS.get(ordinal) ?? Number(ordinal);
    return n === 0 ? null : { to: 'ordinal', ordinal: n };
  }
  if (ZH_LAST.test(t)) return { to: 'ordinal', ordinal: -1 };
  if (EN_OTHER.test(t) || ZH_OTHER.test(t)) return { to: 'other' };
  if (EN_SAME.test(t) || ZH_SAME.test(t)) return { to: 'same' };
  return null;
}

/** What may stand around a pointing word without adding a wish. */
const FILLERS = /\b(?:and|what|how|about|the|then|so|please|is|are|ok|okay)\b|[呢吗啊呀嘛么那和跟还有的？?！!，,。.\s]/g;
const POINTERS = [EN_ORDINAL, EN_BARE_ORDINAL, EN_OTHER, EN_SAME, ZH_ORDINAL, ZH_LAST, ZH_OTHER, ZH_SAME];

/** Whether a message does nothing but point ("第二款呢", "and the other one?"): what is wanted of it was said before. */
export function onlyPoints(text: string): boolean {
  const t = normalise(cut(text, LIMIT));
  const pointer = POINTERS.find((expression) => expression.test(t));
  return pointer !== undefined && t.replace(pointer, '').replace(FILLERS, '') === '';
}

const ALL = /\b(?:all|both)\s+(?:of\s+)?(?:my|the)?\s*(?:orders|parcels|packages)\b|\bmy orders\b|(?:两|三|四|几|多)个?(?:订单|单子|包裹|快递|单)|(?:所有|全部)的?(?:订单|单子|包裹|快递)|(?:订单|单子|包裹|快递)都/;

/** Whether every order is meant, not one. */
export function meansAll(text: string): boolean {
  return ALL.test(normalise(cut(text, LIMIT)));
}

/** Whether a message is nothing but one to five numbers of an order's length: "1003和1004". */
export function onlyNumbers(text: string): boolean {
  const t = normalise(cut(text, LIMIT)).trim();
  return /^(?:(?:order|orders|订单|单号)\s*)?#?\d{3,8}(?:(?:\s|,|，|、|;|和|与|跟|及|还有|&|and|\+)+#?\d{3,8}){0,4}[?？.。!！]?$/.test(t);
}

/** Whether a short message only goes on with what was shown before: "what about L", "and in black?", "黑色的呢". */
export function goesOn(text: string): boolean {
  const t = normalise(cut(text, LIMIT)).trim();
  if (t.length > 40) return false;
  return /^(?:and|or|what about|how about|in|also)\b(?:\s+\S+){1,5}$/.test(t) || /^.{1,10}呢[？?]?$/.test(t);
}
