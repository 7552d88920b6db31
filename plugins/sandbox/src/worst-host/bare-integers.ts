/** What the worst host puts into bodies. A bigint is written as a bare JSON integer, whatever its size. */
export type Encodable = string | number | boolean | null | bigint | readonly Encodable[] | { readonly [key: string]: Encodable };

/** JSON text of a value. Differs from JSON.stringify in one thing: bigints become integers without quotes. */
export function encode(value: Encodable): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(encode).join(',')}]`;
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${encode(one)}`).join(',')}}`;
}

/** The same value with each bigint as a string of digits: what ledger entries and control answers hold. */
export function plain(value: Encodable): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function isList(value: object): value is readonly Encodable[] {
  return Array.isArray(value);
}
