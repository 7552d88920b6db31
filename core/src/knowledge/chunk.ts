import { createHash } from 'node:crypto';
import type { Doc, Passage } from '../contracts/index.js';
import { cut, identify } from '../language/index.js';
import { readHtml, type Block } from './html.js';
import { readText } from './plain-text.js';
import { sentencesOf } from './sentences.js';

/** Words a passage is filled up to, and may have at most. */
const TARGET = 180;
const MOST = 300;
/** The beginning of a passage that its language is read from, in UTF-16 units. */
const TELLING = 300;

/** Length in words; a Chinese word has about one and a half characters, and no run of letters hides its length. */
export function lengthInWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0;
  return Math.max(words + Math.ceil(han / 1.5), Math.ceil(text.length / 15));
}

/**
 * Cuts a document into passages short enough to quote, at headings, paragraphs and list items, never inside a sentence
 * unless it alone is too long. Each passage knows the headings above it. Ids follow from the content, so an unchanged
 * passage keeps its id when others of the document change.
 */
export function chunk(doc: Doc): Passage[] {
  const blocks = doc.format === 'html' ? readHtml(doc.body) : readText(doc.body);
  const passages: Passage[] = [];
  const path: { level: number; text: string }[] = [];
  const used = new Map<string, number>();
  let pending: string[] = [];
  let words = 0;

  const emit = (): void => {
    const text = pending.join('\n');
    pending = [];
    words = 0;
    if (text.trim() === '') return;
    const headings = path.map((h) => h.text);
    const key = JSON.stringify([doc.id, headings, text]);
    const nth = (used.get(key) ?? 0) + 1;
    used.set(key, nth);
    passages.push({
      id: `p-${createHash('sha256').update(nth === 1 ? key : `${key}#${nth}`).digest('hex').slice(0, 24)}`,
      docId: doc.id,
      kind: doc.kind,
      title: doc.title,
      headings,
      text,
      language: languageOf(doc, text),
      url: doc.url,
      updatedAt: doc.updatedAt,
    });
  };

  for (const block of blocks) {
    if (block.kind === 'heading') {
      emit();
      while (path.length > 0 && (path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, text: block.text });
      continue;
    }
    for (const piece of pieces(block)) {
      const n = lengthInWords(piece);
      // "The following cannot be returned:" stays with what follows.
      const announces = /[:：]$/.test(pending.at(-1) ?? '');
      if (words > 0 && (words + n > MOST || (words >= TARGET && !announces))) emit();
      pending.push(piece);
      words += n;
    }
  }
  emit();
  // A document that is nothing but a title still answers a search for it.
  if (passages.length === 0 && (path.length > 0 || doc.title !== '')) {
    pending = [path.map((h) => h.text).join('\n') || doc.title];
    path.length = 0;
    emit();
  }
  return passages;
}

function languageOf(doc: Doc, text: string): Passage['language'] {
  const found = identify(cut(text, TELLING));
  return found.sure ? found.language : (doc.language ?? 'other');
}

/** A block in pieces that may be parted: lines of lists and tables, sentences of overlong paragraphs, halves of overlong sentences. */
function pieces(block: Block): string[] {
  const lines = block.kind === 'paragraph' ? [block.text] : block.text.split('\n');
  return lines.flatMap((line) => (lengthInWords(line) <= MOST ? [line] : packSentences(line)));
}

function packSentences(text: string): string[] {
  const packed: string[] = [];
  let from = 0;
  let to = 0;
  for (const { start, end } of sentencesOf(text)) {
    if (to > from && lengthInWords(text.slice(from, end)) > TARGET) {
      packed.push(text.slice(from, to));
      from = start;
    }
    to = end;
  }
  if (to > from) packed.push(text.slice(from, to));
  return packed.flatMap(halves);
}

function halves(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (lengthInWords(rest) > MOST && rest.length > 1) {
    const border = borderBefore(rest, Math.floor((rest.length * TARGET) / lengthInWords(rest)));
    found.push(rest.slice(0, border));
    rest = rest.slice(border).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}

/** Where to cut a text that has no sentence end: after the last space or comma before `limit`, else at `limit`. */
function borderBefore(text: string, limit: number): number {
  const most = Math.max(1, Math.min(limit, text.length - 1));
  for (let i = most; i > most / 2; i--) if (/[\s,，、;；]/.test(text.charAt(i - 1))) return i;
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code <= 0xdbff ? most + 1 : most;
}
