// What both converters need: reading a source's files, ids, amounts.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** A source folder that cannot be converted: what is wrong, and what was expected. */
export class BadSource extends Error {
  override readonly name = 'BadSource';
}

/** Reads and checks one JSON file of a source folder. Throws `BadSource` naming the file and the first mistakes. */
export function readSource<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new BadSource(`${folder} is not a folder`);
  const path = join(folder, file);
  if (!existsSync(path)) throw new BadSource(`${folder} has no ${file}: this is not the folder of that data set`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadSource(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadSource(`${path} does not have the expected form:\n${parsed.error.issues.slice(0, 5).map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')}`);
}

/** A decimal id below 2^63 that is always the same for the same words. */
export function stableId(...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  return String((digest.readBigUInt64BE() >> 2n) + 1n);
}

/** A source's own id where it is a decimal number already, otherwise a stable one. */
export function idOf(kind: string, own: string): string {
  return /^[1-9]\d{0,17}$/.test(own) ? own : stableId(kind, own);
}

/** A number from 0 up to `below`, always the same for the same words. For dates that a source does not give. */
export function stableNumber(below: number, ...words: readonly string[]): number {
  return Number(BigInt(stableId(...words)) % 1_000_000_007n) % below;
}

/** Units of a currency with two decimals, from a source's floating number. */
export function cents(amount: number): number {
  return Math.round(amount * 100);
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
