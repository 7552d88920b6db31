import type { Instant } from '@parley/core/contracts';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** A host's time with its zone as a UTC instant; null where it is missing, unreadable, without a zone or before 1970. */
export function instantOf(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined || !ISO.test(text)) return null;
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}
