import { sentencesOf } from '../knowledge/index.js';

const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|天|日)$/i, 1],
  [/^(?:weeks?|周|个?星期)$/i, 7],
  [/^(?:months?|个?月)$/i, 30],
];
const NUMBERS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const UNIT = '(days?|weeks?|months?|天|日|周|个?星期|个?月)';
const AGO = new RegExp(String.raw`(\d{1,4}|\b(?:a|one|two|three|four|five|six)\b|[一两二三四五六])\s*${UNIT}(?:\s*ago|以?前|之前|了)`, 'iu');
const WITHIN = new RegExp(String.raw`(?:within|up to|for)\s+(\d{1,4})\s+${UNIT}|(\d{1,4})\s*${UNIT}(?:之?内|无理由|以内)`, 'iu');

/** How long ago a text says something was ("40 days ago", "两个月前"), in days and in its own words; null where it does not. A month counts as 30 days. */
export function agoIn(text: string): { days: number; said: string } | null {
  const m = AGO.exec(text.normalize('NFKC'));
  const days = m === null ? null : inDays(m[1], m[2]);
  return days === null ? null : { days, said: `${m?.[1] ?? ''}${/[a-z]/i.test(m?.[2] ?? '') ? ' ' : ''}${m?.[2] ?? ''}` };
}

/** What the days are counted from, and for what: the days for handing in a parcel with its label are another matter. */
const SINCE = /deliver|receiv|receipt|purchas|bought|arriv|签收|收货|收到|购买|下单/i;
const FOR = /return|refund|exchange|send\w* back|退|换/i;

/** The days a rule gives for taking things back ("within 30 days after delivery"), with the sentence that does. */
export function limitIn(text: string): { days: number; sentence: string } | null {
  for (const { text: sentence } of sentencesOf(text)) {
    const m = SINCE.test(sentence) && FOR.test(sentence) ? WITHIN.exec(sentence) : null;
    const days = m === null ? null : inDays(m[1] ?? m[3], m[2] ?? m[4]);
    if (days !== null) return { days, sentence };
  }
  return null;
}

function inDays(count: string | undefined, unit: string | undefined): number | null {
  const n = count === undefined ? NaN : (NUMBERS[count.toLowerCase()] ?? Number(count));
  const days = UNIT_DAYS.find(([form]) => unit !== undefined && form.test(unit))?.[1];
  return Number.isNaN(n) || days === undefined ? null : n * days;
}
