import { refuse, type Refusal } from '@parley/core/contracts';

/** One parameter of a raw query: as sent, and decoded. */
export interface QueryPart {
  rawKey: string;
  rawValue: string;
  key: string;
  value: string;
}

const MAX_PARTS = 100;
const MAX_LENGTH = 16_384;

/** Seconds a signed query may be old or early, as Shopify's own libraries have it. */
const TOLERANCE_S = 90;

/** Takes a raw query apart without losing order or repetition. Broken percent codes and excess are refused. */
export function queryParts(rawQuery: string): { ok: true; parts: QueryPart[] } | Refusal {
  if (rawQuery.length > MAX_LENGTH) return refuse(400, 'shopify.query-size', 'query too long');
  const pieces = rawQuery.split('&').filter((piece) => piece !== '');
  if (pieces.length > MAX_PARTS) return refuse(400, 'shopify.query-size', 'too many parameters');
  const parts: QueryPart[] = [];
  for (const piece of pieces) {
    const at = piece.indexOf('=');
    const rawKey = at < 0 ? piece : piece.slice(0, at);
    const rawValue = at < 0 ? '' : piece.slice(at + 1);
    const key = decoded(rawKey);
    const value = decoded(rawValue);
    if (key === null || value === null) return refuse(400, 'shopify.query-encoding', 'broken percent code');
    parts.push({ rawKey, rawValue, key, value });
  }
  return { ok: true, parts };
}

/**
 * The single value of each named parameter. Two of one name are refused, whatever they hold: whoever reads the first and
 * whoever reads the last must never see different shops, customers or times.
 */
export function singles<K extends string>(parts: readonly QueryPart[], names: readonly K[]): { ok: true; values: Partial<Record<K, string>> } | Refusal {
  const values: Partial<Record<K, string>> = {};
  for (const name of names) {
    const [first, ...more] = parts.filter((part) => part.key === name);
    if (more.length > 0) return refuse(400, 'shopify.query-repeated', `${name} is given twice`);
    if (first !== undefined) values[name] = first.value;
  }
  return { ok: true, values };
}

/** Checks a `timestamp` in whole seconds; missing or malformed is refused, where the SDK would let it pass. */
export function freshTimestamp(text: string | undefined, now: number): { ok: true; at: number } | Refusal {
  if (text === undefined || !/^\d{1,12}$/.test(text)) return refuse(401, 'shopify.timestamp', 'no timestamp in whole seconds');
  const at = Number(text) * 1000;
  if (Math.abs(now - at) > TOLERANCE_S * 1000) return refuse(401, 'shopify.stale', 'too old or from the future');
  return { ok: true, at };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
