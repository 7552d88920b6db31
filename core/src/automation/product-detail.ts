import type { Passage, Product } from '../contracts/index.js';
import { bestSentences, sentencesOf } from '../knowledge/index.js';
import { terms } from '../language/index.js';
import type { FlowContext } from './flow.js';
import { optionsOf } from './variant-choice.js';

const LOOKED_AT = 12;
const SENTENCES = 2;
/** Below this share of what was asked the page does not say it. */
const SAYS = 0.45;
/** Words that ask for a product rather than for what it is like. */
const ASKING = /\b(?:how|what|which|where|long|much|many|does|do|did|is|are|can|could|will|would|it|its|this|that|these|they|them|the|a|an|one|you|have|has|got|tell|me|about|know|product|item|please|hi|hello|thanks|be|been|in|for|of|to|with|and|or|on|use|used|work|works|good)\b|请问|这款|那款|这个|那个|你们|你好|多少|多久|什么|怎么样|怎么|可以|可不可以|能不能|是不是|有没有|能|吗|呢|么|的|是|它|在|用/giu;

/** What a product's page says to a question about what it is like. */
export interface Detail {
  passage: Passage;
  sentences: string[];
  score: number;
}

/**
 * The sentences of the product's own page that answer; null where the page does not say, `nothing-asked` where the
 * message asks for nothing beyond the product itself.
 */
export function detailOf(c: Pick<FlowContext, 'shop' | 'language' | 'text'>, p: Product, name: string): Detail | null | 'nothing-asked' {
  const asked = question(c.text, [p.title, name], p.tags);
  if (terms(asked).length === 0) return 'nothing-asked';
  const own = c.shop.passages({ text: `${p.title}\n${asked}`, topic: null }, c.language, ['product'], LOOKED_AT).filter(({ passage }) => passage.title === p.title);
  const read = own.map(({ passage }) => ({ passage, text: withoutFacts(passage.text, p) }));
  const inLanguage = read.filter(({ text }) => isChinese(text) === (c.language === 'zh'));
  const pages = inLanguage.length > 0 ? inLanguage : read;
  return bestOf(pages, asked) ?? inOtherWords(pages, c.text);
}

function bestOf(pages: readonly { passage: Passage; text: string }[], asked: string): Detail | null {
  const [best] = pages
    .map(({ passage, text }): Detail => {
      const { sentences, score } = bestSentences({ ...passage, title: '', headings: [], text }, asked, null, SENTENCES);
      return { passage, sentences: sentences.map((s) => s.text), score };
    })
    .filter((detail) => detail.sentences.length > 0 && detail.score >= SAYS)
    .sort((a, b) => b.score - a.score);
  return best ?? null;
}

function isChinese(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 > text.length;
}

/** What is asked, and how pages put it: a shop writes other words than its shoppers do. */
const ALIKE: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:induction|hob|stove|cooktop|stovetop)\b|电磁炉|灶/i, /\b(?:induction|hobs?|stoves?|cooktops?|stovetops?)\b|电磁炉|灶具|炉具/i],
  [/waterproof|watertight|rainproof|防水|防雨/i, /water(?:proof|tight|-?repellent|-?resistant)|防水|防泼水|拒水/i],
  [/dishwasher|洗碗机/i, /dishwasher|hand-?wash|洗碗机|手洗/i],
  [/\bwash|机洗|水洗|清洗/i, /\bwash|hand-?wash|机洗|手洗|水洗|清洗/i],
  [/battery|续航|电池/i, /batter|rechargeable|电池|续航|充电/i],
  [/\b(?:weigh|weight|weighs|heavy)\b|多重|重量/i, /\d\s?(?:kg|g|lbs?|oz)\b|\d\s?(?:公斤|千克|克|斤)/i],
  [/\b(?:big|dimensions?|measurements?|wide|tall|height|width)\b|多大|多高|多宽|尺寸/i, /\d\s?[×x]\s?\d|\d\s?(?:cm|mm|inch(?:es)?|厘米|毫米)/i],
  [/\b(?:made|materials?|fabric)\b|材质|材料|面料|什么做的/i, /\b(?:cotton|\w*wool|merino|linen|silk|polyester|nylon|leather|steel|iron|alumini?um|wood|oak|beech|bamboo|ceramic|stoneware|porcelain|glass|rubber|plastic)\b|棉|羊毛|亚麻|真丝|聚酯|尼龙|皮革|真皮|不锈钢|铸铁|铝|实木|橡木|榉木|竹|陶瓷|玻璃|橡胶|塑料/i],
  [/\b(?:warranty|guarantee[d]?)\b|保修|质保/i, /\b(?:warranty|guaranteed?)\b|保修|质保/i],
];

/** The first sentence that says in other words what was asked; null where none does. */
function inOtherWords(pages: readonly { passage: Passage; text: string }[], asked: string): Detail | null {
  for (const [, said] of ALIKE.filter(([form]) => form.test(asked))) {
    for (const { passage, text } of pages) {
      const sentence = sentencesOf(text).find((s) => said.test(s.text))?.text;
      if (sentence !== undefined) return { passage, sentences: [sentence], score: SAYS };
    }
  }
  return null;
}

/** What is asked once the product is known: the message without its name and without words that only ask. */
function question(text: string, names: readonly string[], tags: readonly string[]): string {
  const ofName = new Set(names.flatMap((name) => terms(name)));
  const rest = text.normalize('NFKC').replace(ASKING, ' ');
  return rest
    .split(/[^\p{L}\p{N}'-]+/u)
    .flatMap((word) => (/\p{Script=Han}/u.test(word) ? [withoutName(word, names, tags)] : [word]))
    .filter((word) => word !== '' && (/\p{Script=Han}/u.test(word) || !terms(word).some((term) => ofName.has(term))))
    .join(' ');
}

/** Shoppers say the last characters of a long Chinese name, which tell what it is; shorter pieces may be what is asked. */
function withoutName(word: string, names: readonly string[], tags: readonly string[]): string {
  const tag = tags.find((t) => t.length > 2 && word.includes(t));
  const rest = tag === undefined ? word : word.replace(tag, ' ');
  for (let length = rest.length; length >= 2; length--) {
    for (let at = 0; at + length <= rest.length; at++) {
      const piece = rest.slice(at, at + length);
      if (names.some((name) => name.endsWith(piece))) return `${rest.slice(0, at)} ${rest.slice(at + length)}`.trim();
    }
  }
  return rest.trim();
}

/** Lists of tags, article numbers and choices are there to be found by, not to be read out. */
function withoutFacts(text: string, p: Product): string {
  const known = new Set([p.vendor, p.type, ...p.tags, ...p.variants.flatMap((v) => [v.sku, ...optionsOf(v)])].flatMap((value) => (value === null ? [] : [value.toLowerCase()])));
  const isFact = (line: string): boolean => {
    const values = /^\s*[-*•]\s*[^:：]{1,60}[:：]\s*(.+)$/.exec(line)?.[1];
    return values?.split(', ').every((value) => known.has(value.trim().toLowerCase()) || /^\d{8,14}$/.test(value.trim())) === true;
  };
  return text.split('\n').filter((line) => !isFact(line)).join('\n');
}
