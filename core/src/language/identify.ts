import { cut, normalise } from './normalise.js';

/** Texts longer than this are judged by their beginning. */
const LIMIT = 2_000;

/** `sure` is false where the text does not show its language: a number, an emoji, "ok", a brand name. */
export interface Identified {
  language: 'zh' | 'en' | 'other';
  sure: boolean;
}

/** Characters that Chinese sentences are built with; product names rarely hold them. */
const ZH_GRAMMAR = new Set('的了吗呢吧我你您他她们这那是在有没不要想能会可怎么什哪几多给把被和跟还就也都很太请帮谢个');
const EN_GRAMMAR = new Set(
  "a an the i i'm im my me you your u ur we our us it its it's is are am was were be been do does did don't doesn't didn't dont didnt doesnt has have had haven't can can't cant could will would won't should what what's where where's wheres when which who why how if and or but not no to of for from in on at with about this that these those there here please pls thanks thank any some all just still yet get got want need".split(
    ' ',
  ),
);
/** Frequent little words of the languages that share the Latin script; none of them is an English word. */
const OTHER_GRAMMAR = new Set(
  'el los las una uno del que por para mi está esta dónde donde cuando cuándo tengo quiero puedo mi pedido hola gracias usted muy le les des est où mon ma je vous nous pas pour avec une mais commande bonjour merci der das und ist nicht ein eine mein meine wo wann ich sie mit für bestellung danke não meu minha onde você obrigado quando il mio dove è sono non di che grazie per ordine waar mijn ik het een niet bestelling ve bir nerede siparişim gdzie jest moje'.split(
    ' ',
  ),
);
/** Latin words that Chinese shoppers use as they are. */
const INTERNATIONAL = new Set('ok okay okk hi hey hello bye byebye vip app sf ems dhl ups usb wifi iphone ipad pro max plus mini xl xxl xs ps pdf qq id no yes lol emoji sku cod logo'.split(' '));

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z\u00df-\u024f]+(?:'[a-z]+)?/g;
const KANA_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTER = /\p{L}/gu;

/** Codes such as order numbers, addresses and links say nothing about the language around them. */
const CODES = /https?:\/\/\S+|[a-z\d._%+-]{1,64}@[a-z\d.-]+|(?<![a-z])[a-z]*\d[a-z\d-]*/g;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Tells Chinese, English and anything else apart. In mixed text the words a sentence is built with weigh more than
 * names, so "iPhone 15 Pro Max Case 有货吗" is Chinese and "what does 包邮 mean" is English.
 */
export function identify(text: string): Identified {
  const t = normalise(cut(text, LIMIT)).replace(CODES, ' ');
  const han = t.match(HAN) ?? [];
  const words = t.match(LATIN_WORD) ?? [];
  const kana = count(t, KANA_HANGUL);
  if (kana > 0 && kana * 4 >= han.length) return { language: 'other', sure: true };

  let latin = 0;
  let english = 0;
  let foreign = 0;
  let telling = false;
  for (const word of words) {
    latin += 1;
    if (EN_GRAMMAR.has(word)) english += 1;
    else if (OTHER_GRAMMAR.has(word)) foreign += 1;
    if (word.length >= 3 && !INTERNATIONAL.has(word)) telling = true;
  }
  let chinese = han.length;
  for (const c of han) if (ZH_GRAMMAR.has(c)) chinese += 2;
  const other = count(t, LETTER) - han.length - words.join('').length;

  if (han.length === 0 && words.length === 0) return { language: other > 0 ? 'other' : 'en', sure: other > 2 };
  if (other > (han.length + words.join('').length) * 2) return { language: 'other', sure: true };
  if (chinese >= latin + english * 2) return { language: 'zh', sure: han.length > 0 };
  if (foreign > english) return { language: 'other', sure: foreign >= 2 };
  return { language: 'en', sure: telling || english >= 2 };
}
