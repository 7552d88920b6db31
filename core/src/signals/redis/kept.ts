import { z } from 'zod';

/**
 * Keeps what is cached unreadable to whoever can read Redis: cached look-ups hold names and addresses.
 * A master key of the vault is one. `open` throws where the text was not sealed for this context.
 */
export interface Seal {
  seal(text: string, context: string): string;
  open(sealed: string, context: string): string;
}

/** Stands in where nothing is sealed: for tests, and for a Redis that is nobody else's. */
export const UNSEALED: Seal = { seal: (text) => text, open: (sealed) => sealed };

/** A value as it lies in Redis. Wrapped, so that null can be kept too; `undefined` is what a missing value reads as. */
const Kept = z.strictObject({ parley: z.literal(1), value: z.unknown() });

/** @throws TypeError where the value is no JSON (a cycle, a bigint) */
export function write(seal: Seal, context: string, value: unknown): string {
  return seal.seal(JSON.stringify({ parley: 1, value }), context);
}

/** Null where the text is not one of ours: another program's, of another key, damaged. */
export function read(seal: Seal, context: string, text: string): { value: unknown } | null {
  try {
    return { value: Kept.parse(JSON.parse(seal.open(text, context))).value };
  } catch {
    return null;
  }
}
