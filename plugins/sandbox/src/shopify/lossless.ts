// Webhook payloads carry ids as bare JSON integers, and Shopify's ids pass 2^53. This writes them digit by digit.

/** A number written into JSON exactly as its decimal digits. Throws for anything that is no integer. */
export class JsonInteger {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^-?(0|[1-9]\d*)$/.test(digits)) throw new RangeError(`not a JSON integer: ${digits}`);
    this.digits = digits;
  }
}

/** What can be written: JSON, with integers of any length in it. `undefined` members are left out. */
export type Writable = null | boolean | number | string | JsonInteger | readonly Writable[] | { readonly [key: string]: Writable | undefined };

/** An id as a bare integer, or null when there is none. */
export function integer(digits: string): JsonInteger;
export function integer(digits: string | null): JsonInteger | null;
export function integer(digits: string | null): JsonInteger | null {
  return digits === null ? null : new JsonInteger(digits);
}

/** Writes JSON text; the only difference from JSON.stringify is that a JsonInteger keeps every digit. */
export function writeJson(value: Writable): string {
  if (value instanceof JsonInteger) return value.digits;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${writeJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: readonly Writable[] | { readonly [key: string]: Writable | undefined }): value is readonly Writable[] {
  return Array.isArray(value);
}
