import type { Block } from './html.js';

const HEADING_END = /[.。!！?？;；,，:：]$/;
const QUESTION = /^(?:q|question|问|问题)\s*\d*\s*[:：.]\s*/i;
const ANSWER = /^(?:a|answer|答|回答)\s*\d*\s*[:：.]\s*/i;

/**
 * Reads plain text: paragraphs parted by empty lines, lists by their marks, headings by "#" or by standing alone, short
 * and without an end mark, and "Q: … A: …" pairs, the question as a heading.
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  paragraphs.forEach((paragraph, i) => {
    const lines = paragraph
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line.trim() !== '');
    const only = lines.length === 1 ? (lines[0] ?? '').trim() : null;
    if (only !== null && only.length <= 60 && !HEADING_END.test(only) && i < paragraphs.length - 1 && !/^(?:[-*•]|\d+[.)、])\s?/.test(only) && !only.startsWith('#')) {
      blocks.push({ kind: 'heading', level: 5, text: only });
      return;
    }
    for (const line of lines) readLine(line, blocks);
    close(blocks);
  });
  return blocks.map(({ kind, level, text: t }) => ({ kind, level, text: t }));
}

/** A block that further lines may still join. */
interface Growing extends Block {
  open?: boolean;
}

function close(blocks: Growing[]): void {
  const last = blocks.at(-1);
  if (last !== undefined) last.open = false;
}

function readLine(line: string, blocks: Growing[]): void {
  const heading = /^(#{1,6})\s+(\S.*)$/.exec(line);
  if (heading !== null) {
    blocks.push({ kind: 'heading', level: heading[1]?.length ?? 6, text: (heading[2] ?? '').trim() });
    return;
  }
  if (QUESTION.test(line)) {
    blocks.push({ kind: 'heading', level: 6, text: line.replace(QUESTION, '').trim() });
    return;
  }
  const kind = /^\s*(?:[-*•]|\d+[.)、])\s?\S/.test(line) ? 'list' : 'paragraph';
  const last = blocks.at(-1);
  if (last?.open === true && last.kind === kind) last.text += `\n${line.replace(ANSWER, '')}`;
  else blocks.push({ kind, level: 0, text: line.replace(ANSWER, '').trim(), open: true });
}
