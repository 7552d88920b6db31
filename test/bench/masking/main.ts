// npm run bench:masking -- --test F: how much of the personal data of marked texts is masked.
import { z } from 'zod';
import { findIdentifiers, type IdentifierKind } from '../../../core/src/masking/index.js';
import { command, Refusal } from '../../../scripts/terminal/command.js';
import { linesOf } from '../intents/labelled.js';

const USAGE = `usage: npm run bench:masking -- --test F [--json]
  --test   JSON lines {"text", "spans": [{"type", "start", "end", "value"}], "unlocated"?}; may be given several times
Recall counts a marked span when every letter and digit of it is masked. Precision counts, of what was masked as a kind the file
marks, what touches a marked span or is part of a marked value; rows with unlocated values are left out of precision.`;

const Row = z.object({
  text: z.string(),
  spans: z.array(z.object({ type: z.string(), start: z.number(), end: z.number(), value: z.string() })),
  unlocated: z.array(z.string()).default([]),
});
type Row = z.infer<typeof Row>;

/** The direct identifiers, as the files call them, and what they are to us. Places, firms, titles, ages and dates name nobody by themselves. */
const DIRECT: Readonly<Record<string, readonly IdentifierKind[]>> = {
  PERSON: ['NAME'],
  ADDRESS: ['ADDRESS'],
  STREET_ADDRESS: ['ADDRESS'],
  EMAIL: ['EMAIL'],
  EMAIL_ADDRESS: ['EMAIL'],
  PHONE: ['PHONE'],
  PHONE_NUMBER: ['PHONE'],
  ID_NUMBER: ['ID'],
  US_SSN: ['ID'],
  US_DRIVER_LICENSE: ['ID'],
  CREDIT_CARD: ['CARD'],
  IBAN_CODE: ['IBAN'],
  IP_ADDRESS: ['IP'],
};

interface Count {
  marked: number;
  masked: number;
}

interface Measured {
  rows: number;
  recall: number;
  precision: number;
  byKind: Record<string, { marked: number; recall: number }>;
  /** Masked as a kind the file does not mark: order and tracking numbers and numbers of unknown meaning. */
  ofOtherKinds: number;
  microsPerText: number;
}

await command(USAGE, { options: { test: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } }, ({ values }) => {
  const files = values.test ?? [];
  if (files.length === 0) throw new Refusal(USAGE);
  for (const file of files) {
    const m = measure(linesOf(file).map((line, i) => rowOf(line, `${file}, line ${i + 1}`)));
    if (values.json) process.stdout.write(`${JSON.stringify({ file: file.split('/').slice(-2).join('/'), ...m })}\n`);
    else print(file, m);
  }
  return Promise.resolve(0);
});

function rowOf(line: string, where: string): Row {
  try {
    return Row.parse(JSON.parse(line));
  } catch (e) {
    throw new Refusal(`${where}: expected {"text", "spans": [{"type", "start", "end", "value"}]}: ${e instanceof Error ? e.message.slice(0, 200) : String(e)}`);
  }
}

function measure(rows: readonly Row[]): Measured {
  const marks = new Set(rows.flatMap((row) => row.spans.flatMap((s) => DIRECT[s.type] ?? [])));
  const counts = new Map<string, Count>();
  let [right, judged, others] = [0, 0, 0];
  for (const row of rows.slice(0, 50)) findIdentifiers(row.text);
  const began = process.hrtime.bigint();
  const found = rows.map((row) => findIdentifiers(row.text));
  const micros = Number(process.hrtime.bigint() - began) / 1_000 / rows.length;
  rows.forEach((row, i) => {
    const spans = found[i] ?? [];
    for (const gold of row.spans) {
      if (DIRECT[gold.type] === undefined) continue;
      const count = counts.get(gold.type) ?? { marked: 0, masked: 0 };
      counts.set(gold.type, count);
      count.marked += 1;
      if (covered(row.text, gold.start, gold.end, spans)) count.masked += 1;
    }
    if (row.unlocated.length > 0) return;
    for (const span of spans) {
      if (!marks.has(span.kind)) {
        others += 1;
        continue;
      }
      judged += 1;
      const value = row.text.slice(span.start, span.end);
      if (row.spans.some((g) => (g.start < span.end && g.end > span.start) || g.value.includes(value))) right += 1;
    }
  });
  const all = [...counts.values()];
  return {
    rows: rows.length,
    recall: all.reduce((sum, c) => sum + c.masked, 0) / Math.max(1, all.reduce((sum, c) => sum + c.marked, 0)),
    precision: right / Math.max(1, judged),
    byKind: Object.fromEntries([...counts].map(([kind, c]) => [kind, { marked: c.marked, recall: c.masked / c.marked }])),
    ofOtherKinds: others,
    microsPerText: micros,
  };
}

function covered(text: string, start: number, end: number, spans: readonly { start: number; end: number }[]): boolean {
  for (let i = start; i < end; i++) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(i)) && !spans.some((s) => i >= s.start && i < s.end)) return false;
  }
  return true;
}

function print(file: string, m: Measured): void {
  const percent = (x: number): string => `${(x * 100).toFixed(1)} %`;
  process.stdout.write(`${file}: recall ${percent(m.recall)} at precision ${percent(m.precision)}; ${m.rows} texts, ${m.microsPerText.toFixed(0)} µs each; ${m.ofOtherKinds} masked as other kinds\n`);
  for (const [kind, k] of Object.entries(m.byKind)) process.stdout.write(`  ${kind.padEnd(18)} ${percent(k.recall).padStart(8)} of ${k.marked}\n`);
}
