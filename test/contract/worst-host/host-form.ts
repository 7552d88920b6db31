import { z } from 'zod';
import { idOf } from '@parley/core/security/signatures';

/** An id the host made: a bare integer of 19 digits, which lossless reading gives as a string. Short ones stay what they are. */
export const HostId = z.union([z.string().regex(/^\d{1,19}$/), z.number().int().nonnegative()]).transform(String);

/** The host writes ISO times with the offset +08:00. */
export const HostTime = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** Longest reference and idempotency key. */
const MAX_REFERENCE = 64;

/** A key as the host takes it: its own where it is short enough, else a digest that is the same every time. */
export function referenceOf(key: string): string {
  return key.length > 0 && key.length <= MAX_REFERENCE ? key : idOf('worst-reference', key);
}

/** A query string in which every value is escaped: what is signed is exactly what is sent. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
