import type { Span } from './spans.js';

/** Words after which a number is a telephone number. */
const CONTEXT =
  /(?:phone|tel|telephone|mobile|cell|call(?: me)?(?: at| on)?|reach me (?:at|on)|whatsapp|sms|text me (?:at|on)|电话|手机|号码|手机号|致电|联系方式|座机)\s{0,3}(?:number|no\.?|号码|号)?\s{0,3}(?:is|was|是|为|:|=)?\s{0,3}$/i;

/** Whether the text just before a number says that it is a telephone number. */
export function afterPhoneWord(before: string): boolean {
  return CONTEXT.test(before);
}

interface Form {
  pattern: RegExp;
  rank: number;
  /** The E.164 number of the digits found, or null where they are none of this form. */
  normal(digits: string, chinese: boolean): string | null;
}

const FORMS: readonly Form[] = [
  // With the country named. E.164 allows 15 digits.
  { pattern: /(?<![\w+])\+\s?\(?[1-9](?:[\s().-]{0,3}\d){6,14}(?!\d)/g, rank: 1, normal: (d) => (d.length <= 15 ? `+${d.replace(/^(44|49|61|33)0(?=\d{9,10}$)/, '$1')}` : null) },
  { pattern: /(?<![\w+])00(?:86|852|853|886|44|49|33|61|65|1)(?:[\s().-]{0,3}\d){7,12}(?!\d)/g, rank: 3, normal: (d) => (d.length >= 11 && d.length <= 17 ? `+${d.slice(2)}` : null) },
  // Mobile numbers of mainland China.
  { pattern: /(?<![\dA-Za-z.])(?:86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![\dA-Za-z])/g, rank: 3, normal: (d) => `+86${d.slice(-11)}` },
  { pattern: /(?<![\dA-Za-z.])1[3-9]\d[\s-]\d{3}[\s-]\d{5}(?![\dA-Za-z])/g, rank: 3, normal: (d) => `+86${d}` },
  // British mobile and geographic numbers as people group them.
  { pattern: /(?<![\dA-Za-z])07\d{3}\s?\d{3}\s?\d{3}(?!\d)/g, rank: 3, normal: (d, chinese) => (chinese ? null : `+44${d.slice(1)}`) },
  { pattern: /(?<![\dA-Za-z])\(?0[12]\d{1,3}\)?\s\d{3,4}\s\d{3,4}(?!\d)/g, rank: 3, normal: (d, chinese) => (!chinese && d.length >= 10 && d.length <= 11 ? `+44${d.slice(1)}` : null) },
  // Fixed lines of China, with area code; service lines 400 and 800.
  { pattern: /(?<![\dA-Za-z-])\(?0\d{2,3}\)?[\s-]?\d{7,8}(?![\dA-Za-z-])/g, rank: 4, normal: (d, chinese) => (chinese || d.length >= 11 ? `+86${d.slice(1)}` : null) },
  { pattern: /(?<![\dA-Za-z-])[48]00[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\dA-Za-z-])/g, rank: 3, normal: (d, chinese) => (chinese && d.length === 10 ? `+86${d}` : null) },
  // An area code in brackets, wherever it is.
  { pattern: /(?<![\dA-Za-z#])\(\d{2,4}\)[\s-]?\d{3,5}[\s.-]\d{3,5}(?!\d)/g, rank: 5, normal: (d) => (d.length >= 9 && d.length <= 12 ? d : null) },
  // North America: written with at least one separator, or it is any ten digits.
  { pattern: /(?<![\dA-Za-z#-])(?:1[\s.-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[\s.-])\d{3}[\s.-]?\d{4}(?![\dA-WYZa-wyz-])/g, rank: 4, normal: (d) => `+1${d.slice(-10)}` },
];

const LOOSE = /(?<![\dA-Za-z#+])\(?\d(?:[\s().-]{0,2}\d){5,14}(?![\dA-Za-z])/g;

const EXTENSION = /^\s?(?:x|ext\.?|转|分机)\s?\d{1,6}(?!\d)/i;

/** Where a number ends that an extension follows: "x459", "转 801". */
function withExtension(text: string, end: number): number {
  return end + (EXTENSION.exec(text.slice(end, end + 14))?.[0].length ?? 0);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Finds telephone numbers in a folded text: international ones, the usual national forms of China, North America and
 * Britain, and any number that a word like "phone" or 电话 announces. The value is E.164 where the country is known, else the digits.
 */
export function findPhones(text: string): Span<'phone'>[] {
  const found: Span<'phone'>[] = [];
  const chinese = /\p{Script=Han}/u.test(text);
  for (const form of FORMS) {
    for (const m of text.matchAll(form.pattern)) {
      const value = form.normal(digitsOf(m[0]), chinese);
      if (value !== null) found.push({ kind: 'phone', value, start: m.index, end: withExtension(text, m.index + m[0].length), rank: form.rank });
    }
  }
  for (const m of text.matchAll(LOOSE)) {
    const digits = digitsOf(m[0]);
    if (digits.length > 13 || !afterPhoneWord(text.slice(Math.max(0, m.index - 30), m.index))) continue;
    const value = !chinese && digits.length === 10 && !digits.startsWith('0') ? `+1${digits}` : chinese && /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : digits;
    found.push({ kind: 'phone', value, start: m.index, end: withExtension(text, m.index + m[0].length), rank: 4 });
  }
  return found;
}
