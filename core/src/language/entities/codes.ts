import { isChineseId, isS10 } from './checksums.js';
import { afterPhoneWord } from './phone.js';
import type { Span } from './spans.js';

type CodeKind = 'order' | 'tracking' | 'product' | 'number';

/** How much of the text before a code is read to see what kind of code it is. */
const BEFORE = 36;
const JOIN = String.raw`\s{0,3}(?:is|are|was|号|码|是|为|：)?[\s:=#,，'"“]{0,4}$`;
const ORDER_WORD = new RegExp(String.raw`(?:orders?|purchase|ord|oder|订单|单子|单|单号)\s{0,2}(?:编号|号码|单号|号|numbers?|num|no\.?|nr\.?|id|ref(?:erence)?)?${JOIN}`, 'i');
/** As above, but where the word can only announce a number: "order no.", "订单号", "order:". */
const ORDER_NUMBER = /(?:orders?|purchase|订单|单)\s{0,2}(?:(?:编号|号码|号|numbers?|num|no\.?|nr\.?|id|ref(?:erence)?)\s{0,3}(?:is|are|是|为)?[\s:=#]{0,4}|\s{0,2}[:#=]\s{0,2}|是)$/i;
const PLAIN_NUMBER = /(?:^|[\s(,，。])(?:no\.?|nr\.?|number|编号|号码)\s{0,2}[:#]?\s{0,2}$/i;
const TRACKING_WORD = new RegExp(
  String.raw`(?:tracking|track|waybill|parcel|package|consignment|shipment|ups|fedex|usps|dhl|快递|物流|运单|面单|包裹|顺丰|圆通|中通|申通|韵达|邮政|极兔|京东快递)\s{0,2}(?:单号|号码|编号|单|号|numbers?|no\.?|code|id)?${JOIN}`,
  'i',
);
const CARD_WORD = /(?:card|卡号|银行卡|身份证|iban|account)\s{0,2}(?:number|no\.?|号码|号)?[\s:：=是is]{0,5}$/i;
const MONEY_BEFORE = /[$€£¥￥]\s?$|(?:rmb|usd|cny|eur|gbp)\s?$/i;
const MEASURE_AFTER = /^\s?(?:%|元|块|美元|年|月|日|点|分|秒|斤|公斤|克|厘米|毫升|件|个|箱|套|双|只|条|张|天|小时|usd|rmb|dollars?|bucks|euros?|pounds?|pcs|pieces?|units?|items?|of\b|kg|g\b|cm|mm|ml|lbs?|days?|hours?|x\b|times)/i;

/** Carriers' own forms; the number alone tells that it is a tracking number. */
const CARRIER_FORMS: readonly RegExp[] = [
  /^SF\d{10,15}$/,
  /^YT\d{12,18}$/,
  /^(?:JD[A-Z]{0,3}|JT|ZTO|STO|YTO|DPK|YD|ZJS|HT|TBA|JJD|LP|UQ|GM)\d{9,22}$/,
  /^1Z[A-Z0-9]{16}$/,
  /^[A-Z]{2}\d{9}[A-Z]{2}$/,
];
const HOST_ORDER = /^(?:\d{6}-\d{12,16}|\d{3}-\d{7}-\d{7})$/;
const LETTERED_ORDER = /^[A-Z]{1,5}-?\d{5,14}$/;
const SHORT_LETTERED = /^[A-Z]{1,6}-?\d{3,}(?:-\d+)?$/;
const MEASURE = /^\d+(?:gb|tb|mb|ml|cm|mm|kg|km|g|l|m|oz|lbs?|inch|in|ft|w|v|hz|mah|pcs|px|p|k|th|st|nd|rd|am|pm|hrs?|h|d|days?|x|s|xl|years?|mins?|usd|rmb)$/i;
const DATE = /^\d{4}-\d{1,2}(?:-\d{1,2})?$|^\d{1,2}-\d{1,2}-\d{2,4}$/;

const TOKEN = /(?<![A-Za-z0-9])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;
const SPACED_S10 = /(?<![A-Za-z0-9])[A-Za-z]{2}\s\d{3}\s?\d{3}\s?\d{3}\s?[A-Za-z]{2}(?![A-Za-z0-9])/g;
const GROUPED = /(?<!\d)\d{4}(?:\s\d{4}){2,4}(?:\s\d{1,4})?(?!\d)/g;
/** What may stand between two numbers of one list. */
const LIST = /^[\s,，、&和跟及#]{1,4}(?:(?:and|or|还有)\s{1,2}#?)?$/i;

/** Finds order numbers, tracking numbers, model numbers and plain numbers in a folded text. */
export function findCodes(text: string): Span<CodeKind>[] {
  const found: Span<CodeKind>[] = [];
  let lastOrderEnd = -1;
  for (const m of text.matchAll(TOKEN)) {
    if (m[0].length > 40 || !/\d/.test(m[0])) continue;
    const start = m.index;
    const end = start + m[0].length;
    const joined = lastOrderEnd >= 0 && start - lastOrderEnd <= 10 && LIST.test(text.slice(lastOrderEnd, start));
    const code = judge(m[0].toUpperCase(), text.slice(Math.max(0, start - BEFORE), start), text.slice(end, end + 10), joined);
    if (code === null) continue;
    if (code.kind === 'order') lastOrderEnd = end;
    const sign = code.kind === 'order' ? /#\s?$/.exec(text.slice(Math.max(0, start - 2), start)) : null;
    found.push({ ...code, value: m[0].toUpperCase(), start: start - (sign?.[0].length ?? 0), end });
  }
  for (const m of text.matchAll(SPACED_S10)) {
    const value = m[0].replace(/\s/g, '').toUpperCase();
    if (isS10(value)) found.push({ kind: 'tracking', value, start: m.index, end: m.index + m[0].length, rank: 1 });
  }
  for (const m of text.matchAll(GROUPED)) {
    if (!TRACKING_WORD.test(text.slice(Math.max(0, m.index - BEFORE), m.index))) continue;
    found.push({ kind: 'tracking', value: m[0].replace(/\s/g, ''), start: m.index, end: m.index + m[0].length, rank: 1 });
  }
  return found;
}

type Judged = { kind: CodeKind; rank: number } | null;

/** What one token is, by its form and by the words around it. Ranks below 3 win over a telephone number's form. */
function judge(token: string, before: string, after: string, inList: boolean): Judged {
  if (CARRIER_FORMS.some((form) => form.test(token))) return { kind: 'tracking', rank: 1 };
  if (HOST_ORDER.test(token)) return { kind: 'order', rank: 1 };
  const digits = /^\d+$/.test(token);
  if (digits) return judgeDigits(token, before, after, inList);
  if (DATE.test(token) || MEASURE.test(token)) return null;
  if (/#\s?$/.test(before) && /\d{2}/.test(token)) return { kind: 'order', rank: 1 };
  if (token.length >= 8 && /\d{5}/.test(token) && TRACKING_WORD.test(before)) return { kind: 'tracking', rank: 2 };
  if (LETTERED_ORDER.test(token)) return { kind: 'order', rank: 2 };
  if (/^[\d-]+$/.test(token)) return null;
  if ((ORDER_NUMBER.test(before) && token.length >= 3) || ((ORDER_WORD.test(before) || inList) && SHORT_LETTERED.test(token))) return { kind: 'order', rank: 2 };
  return token.length >= 4 && token.length <= 24 && (/\d{2}/.test(token) || /[A-Z]{3}/.test(token)) ? { kind: 'product', rank: 6 } : null;
}

function judgeDigits(token: string, before: string, after: string, inList: boolean): Judged {
  const n = token.length;
  if (n < 3 || /[\d][.:/,]$/.test(before) || /^[.:/,]\d/.test(after) || MONEY_BEFORE.test(before)) return null;
  if (/#\s?$/.test(before)) return { kind: 'order', rank: 1 };
  if (n >= 8 && TRACKING_WORD.test(before)) return { kind: 'tracking', rank: 2 };
  const measured = MEASURE_AFTER.test(after) && n < 9;
  if (ORDER_NUMBER.test(before)) return { kind: 'order', rank: 2 };
  if ((ORDER_WORD.test(before) || inList) && !measured && !afterPhoneWord(before)) return { kind: 'order', rank: 2 };
  if (measured) return null;
  if (n >= 12) {
    if (CARD_WORD.test(before) || (n === 18 && isChineseId(token))) return null;
    if (n >= 20 && n <= 22) return { kind: 'tracking', rank: 5 };
    return n <= 19 ? { kind: 'order', rank: 5 } : null;
  }
  if (PLAIN_NUMBER.test(before) && !afterPhoneWord(before)) return { kind: 'order', rank: 5 };
  return { kind: 'number', rank: 6 };
}
