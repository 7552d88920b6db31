/** An answer that is not what the service promises. `path` says where, never what: the content may be personal. */
export class Unreadable extends Error {
  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.name = 'Unreadable';
  }
}

/** Reads one value found at `path`; throws `Unreadable` where it is not what it should be. */
export type Read<T> = (value: unknown, path: string) => T;

export const text: Read<string> = (value, path) => {
  if (typeof value !== 'string') throw new Unreadable(path, 'text');
  return value;
};

export const number: Read<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unreadable(path, 'a number');
  return value;
};

export const flag: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new Unreadable(path, 'true or false');
  return value;
};

/** Null and absent both read as null. */
export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null || value === undefined ? null : read(value, path);

export const listOf =
  <T>(read: Read<T>): Read<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new Unreadable(path, 'a list');
    return value.map((item: unknown, i) => read(item, `${path}[${i}]`));
  };

export const oneOf =
  <const T extends string>(allowed: readonly T[]): Read<T> =>
  (value, path) => {
    const found = allowed.find((a) => a === value);
    if (found === undefined) throw new Unreadable(path, `one of ${allowed.join(', ')}`);
    return found;
  };

/** A word that a newer service may have added reads as null, so that an open page goes on working. */
export const oneOfOrNull =
  <const T extends string>(allowed: readonly T[]): Read<T | null> =>
  (value) =>
    allowed.find((a) => a === value) ?? null;

/** An address that a link may point to. Anything but http(s) reads as null: a link must never run a script. */
export const webAddress: Read<string | null> = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  return ['https:', 'http:'].includes(new URL(value).protocol) ? value : null;
};

/** Gives access to the fields of an object by name. */
export function fieldsOf(value: unknown, path: string): <T>(name: string, read: Read<T>) => T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(path, 'an object');
  const fields = new Map<string, unknown>(Object.entries(value));
  return (name, read) => read(fields.get(name), `${path}.${name}`);
}
