// npx tsx --conditions=source scripts/people-tagger/train.ts: learns the tagger of names and addresses and writes core/assets/people.ppt.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { LABELS } from '../../core/src/language/entities/people/model.js';
import { SURNAMES } from '../../core/src/language/entities/people/surnames.js';
import { ROWS } from '../../core/src/language/entities/people/signs.js';
import { OUT_OF_SCOPE, TAXONOMY } from '../../core/src/language/index.js';
import { frequentWords } from '../../core/src/language/word-vectors.js';
import { seeded } from '../../core/src/language/random.js';
import { fill, type Marked } from './fill.js';
import { dice, NAME_WORDS, nameZh, type Dice } from './people.js';
import { NOTHING_EN } from './nothing-en.js';
import { NOTHING_ZH } from './nothing-zh.js';
import { learn } from './perceptron.js';
import { TEMPLATES_EN } from './templates-en.js';
import { TEMPLATES_ZH } from './templates-zh.js';

/** Prose of the project's own pages: names nobody. */
const DOCS = new URL('../../docs/', import.meta.url);
const PROSE = readdirSync(DOCS).filter((name) => name.endsWith('.md')).flatMap((name) => readFileSync(new URL(name, DOCS), 'utf8').replace(/```[^]*?```/g, '').split(/\n\s*\n|(?<=[.:])\s/)).map((s) => s.replace(/[*`#|]+/g, '').trim()).filter((s) => s.length > 20 && s.length < 300);

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim().replaceAll('\\n', '\n')).filter((line) => line !== '');
const SETS = [
  { chinese: false, named: lines(TEMPLATES_EN), nothing: lines(NOTHING_EN), messages: [...TAXONOMY.flatMap((i) => i.examples.en), ...OUT_OF_SCOPE.en, ...PROSE] },
  { chinese: true, named: lines(TEMPLATES_ZH), nothing: lines(NOTHING_ZH), messages: [...TAXONOMY.flatMap((i) => i.examples.zh), ...OUT_OF_SCOPE.zh] },
];

/** One text of the training: one to four sentences, some in small letters or in capitals. */
function made(d: Dice): Marked {
  const set = d.roll() < 0.55 ? SETS[0] : SETS[1];
  if (set === undefined) throw new Error('no set');
  const parts: Marked[] = [];
  const count = d.roll() < 0.55 ? 1 : d.between(2, 4);
  for (let i = 0; i < count; i++) {
    const r = d.roll();
    parts.push(r < 0.06 ? (set.chinese ? between(d) : opened(fill(d.of(set.named), false, d), d)) : r < 0.58 ? fill(d.of(set.named), set.chinese, d) : r < 0.66 ? { text: salad(d, set.chinese), spans: [] } : r < 0.8 ? fill(d.of(set.nothing), set.chinese, d) : { text: sentence(d.of(set.messages), d), spans: [] });
  }
  let text = '';
  const spans: Marked['spans'] = [];
  for (const part of parts) {
    if (text !== '') text += d.of(set.chinese ? ['，', '。', ' ', '，', '\n'] : ['. ', ' ', '\n', '. ', '! ']);
    spans.push(...part.spans.map((s) => ({ ...s, start: s.start + text.length, end: s.end + text.length })));
    text += part.text;
  }
  const r = d.roll();
  const cased = set.chinese ? text : r < 0.1 ? text.toLowerCase() : r < 0.13 ? text.toUpperCase() : r < 0.16 ? text.replace(/(?<![\p{L}'’])\p{Ll}/gu, (c) => c.toUpperCase()) : text;
  return { text: cased.length === text.length ? cased : text, spans };
}

const WORDS = frequentWords('en').filter((word) => !NAME_WORDS.has(word));
const WORDS_ZH = frequentWords('zh').filter((word) => /^\p{Script=Han}{1,4}$/u.test(word) && !/[省市县区镇村州]$/.test(word) && !(word.length > 1 && word.length < 4 && SURNAMES.has(word.charAt(0))));

/** Common words in any order, like the beginning of a sentence: that a word begins with a capital letter does not make it a name. */
function salad(d: Dice, chinese: boolean): string {
  if (chinese) return Array.from({ length: d.between(3, 9) }, () => WORDS_ZH[Math.floor(WORDS_ZH.length * d.roll() ** 2)] ?? '').join('');
  const words = Array.from({ length: d.between(3, 12) }, () => WORDS[Math.floor(WORDS.length * d.roll() ** 3)] ?? '');
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${d.of([',', '', '', ':'])}`;
}

/** A name between words of any kind, without a sign between them: where a Chinese name ends must be seen from itself. */
function between(d: Dice): Marked {
  const before = d.roll() < 0.5 ? salad(d, true).slice(-4) : d.of(['医生', '主治医师', '客服', '联系人', '由', '找', '给', '经', '是', '和', '向', '师傅', '']);
  const name = nameZh(d);
  return { text: `${before}${name}${salad(d, true)}`, spans: [{ kind: 'name', start: before.length, end: before.length + name.length }] };
}

const ADVERBS = 'financially medically additionally currently recently previously fortunately unfortunately honestly obviously apparently actually finally meanwhile however moreover therefore personally professionally originally generally eventually sadly luckily hopefully basically seriously interestingly notably academically physically legally technically socially'.split(' ');

/** "Fortunately, Jane has …": a word and a comma before a name are no part of it. */
function opened(text: Marked, d: Dice): Marked {
  const word = d.roll() < 0.5 ? d.of(WORDS) : d.of(ADVERBS);
  const opening = `${word.charAt(0).toUpperCase()}${word.slice(1)}${d.of([', ', ', ', ': ', ' '])}`;
  return { text: opening + text.text, spans: text.spans.map((s) => ({ ...s, start: s.start + opening.length, end: s.end + opening.length })) };
}

/** Half of the messages are written as school teaches it. */
function sentence(message: string, d: Dice): string {
  return d.roll() < 0.5 ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}

const d = dice(seeded(7));
const count = Number(process.argv[2] ?? 150_000);
const texts = Array.from({ length: count }, () => made(d));
const held = dice(seeded(8));
const heldOut = Array.from({ length: 2_000 }, () => made(held));
const weights = learn(texts, heldOut, 5, seeded(9));
const plain = Buffer.concat([Buffer.from('PPT1'), Buffer.from(weights.steps.buffer), Buffer.from(weights.signs.buffer)]);
if (plain.length !== 4 + LABELS.length ** 2 + ROWS * LABELS.length) throw new Error('wrong size');
const packed = gzipSync(plain, { level: 9 });
writeFileSync(new URL('../../core/assets/people.ppt', import.meta.url), packed);
process.stdout.write(`${packed.length} bytes\n`);
