import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { Refusal } from '../../../scripts/terminal/command.js';

/** A text and what it means. */
export interface Labelled {
  text: string;
  label: string;
}

const Row = z.object({ text: z.string(), label: z.coerce.string() });

/** Reads JSON lines {"text", "label"}, gzipped or not; further fields are passed over. */
export function readLabelled(file: string): Labelled[] {
  return linesOf(file).map((line, i) => {
    const row = Row.safeParse(parsed(line));
    if (!row.success) throw new Refusal(`${file}, line ${i + 1}: expected {"text": "…", "label": "…"}, found ${line.slice(0, 80)}`);
    return { text: row.data.text, label: row.data.label };
  });
}

/** The lines of a text file that hold something. */
export function linesOf(file: string): string[] {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter((line) => line.trim() !== '');
  } catch (e) {
    throw new Refusal(`cannot read ${file}: ${(e as Error).message}`);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
