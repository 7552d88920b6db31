// What a search finds. As sloppy as the host: text is compared word by word, so an unquoted e-mail address finds
// everybody whose address has the same words in any order, and a quoted one everybody whose address contains them.
import type { Comparison, Expression } from './search-syntax.js';

/** How one field is searched. `keyword` knows comma lists; `hidden` fields exist at the host but hold no data here. */
type FieldKind = 'text' | 'digits' | 'keyword' | 'id' | 'time' | 'number' | 'hidden';

/** A searchable field of an entity: its kind and its values (several for tags and the like). */
interface SearchField<T> {
  readonly kind: FieldKind;
  readonly values: (entity: T) => readonly (string | null)[];
  /** true turns the answer round: `tag_not`. */
  readonly negated?: boolean;
}

/** What can be searched in one kind of entity. `defaults` are the fields that a bare word searches. */
export interface SearchIndex<T> {
  readonly fields: Readonly<Record<string, SearchField<T>>>;
  readonly defaults: (entity: T) => readonly (string | null)[];
}

/** A filter, and the names of fields the host does not know: it drops those and says so in `extensions.search`. */
interface CompiledSearch<T> {
  readonly matches: (entity: T) => boolean;
  readonly unknown: readonly string[];
  readonly hidden: readonly string[];
}

const HAN_OR_WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Words of texts seen before: the same few thousand texts of a shop are searched again and again. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

/** The words of a text: letters and digits run together, lower case; each Han character is a word. */
export function words(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = text.normalize('NFKC').toLowerCase().match(HAN_OR_WORD) ?? [];
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

/**
 * Makes a filter of a parsed query. A field that neither `index` nor `documented` names is dropped, as the host does
 * it: the rest of the query then decides alone, and a query of nothing else finds everything. A documented field
 * without data here is reported in `hidden`, and the caller must refuse the query.
 */
export function compileSearch<T>(expression: Expression | null, index: SearchIndex<T>, documented: ReadonlySet<string>, now: Date): CompiledSearch<T> {
  const unknown = new Set<string>();
  const hidden = new Set<string>();

  const compile = (e: Expression): ((entity: T) => boolean) | null => {
    if (e.kind === 'not') {
      const inner = compile(e.part);
      return inner === null ? null : (entity) => !inner(entity);
    }
    if (e.kind !== 'term') {
      const inner = e.parts.map(compile).filter((part) => part !== null);
      if (inner.length === 0) return null;
      return e.kind === 'and' ? (entity) => inner.every((part) => part(entity)) : (entity) => inner.some((part) => part(entity));
    }
    if (e.field === null) {
      return (entity) => textMatches(index.defaults(entity).filter((v) => v !== null).join(' \n '), e.comparison, e.value);
    }
    const field = index.fields[e.field];
    if (field === undefined) {
      (documented.has(e.field) ? hidden : unknown).add(e.field);
      return null;
    }
    const test = valueTest(field.kind, e.comparison, e.value, now);
    return (entity) => field.values(entity).some((value) => value !== null && test(value)) !== (field.negated ?? false);
  };

  const compiled = expression === null ? null : compile(expression);
  return { matches: compiled ?? (() => true), unknown: [...unknown], hidden: [...hidden] };
}

function valueTest(kind: FieldKind, comparison: Comparison, wanted: string, now: Date): (value: string) => boolean {
  if (wanted === '*' && comparison === 'all') return (value) => value !== '';
  if (kind === 'text') return (value) => textMatches(value, comparison, wanted);
  if (kind === 'digits') {
    const digits = wanted.replace(/\D/g, '');
    return (value) => digits.length >= 4 && value.replace(/\D/g, '').endsWith(digits);
  }
  if (kind === 'keyword') {
    const any = (comparison === 'phrase' ? [wanted] : wanted.split(',')).map((text) => text.trim().toLowerCase());
    return (value) => any.some((text) => (text.endsWith('*') && comparison !== 'phrase' ? value.toLowerCase().startsWith(text.slice(0, -1)) : value.toLowerCase() === text));
  }
  if (kind === 'id') {
    if (!/^\d+$/.test(wanted)) return () => false;
    return (value) => ordered(compareBig(BigInt(value), BigInt(wanted)), comparison);
  }
  if (kind === 'number') {
    const number = Number(wanted);
    return (value) => !Number.isNaN(number) && ordered(Math.sign(Number(value) - number), comparison);
  }
  return timeTest(comparison, wanted, now);
}

function timeTest(comparison: Comparison, wanted: string, now: Date): (value: string) => boolean {
  const span = timeSpan(wanted, now);
  if (span === null) return () => false;
  return (value) => {
    const at = Date.parse(value);
    if (comparison === '<') return at < span.from;
    if (comparison === '<=') return at < span.to;
    if (comparison === '>') return at >= span.to;
    if (comparison === '>=') return at >= span.from;
    return at >= span.from && at < span.to;
  };
}

/** The stretch of time a date text stands for: a year, a month, a day, an hour, or one instant (a second). */
function timeSpan(text: string, now: Date): { from: number; to: number } | null {
  if (text === 'now') return { from: now.getTime(), to: now.getTime() + 1 };
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}))?$/.exec(text);
  if (parts === null) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : { from: at, to: at + 1000 };
  }
  const [, year, month, day, hour] = parts.map(Number);
  const date = (add: readonly number[]): number =>
    Date.UTC((year ?? 0) + (add[0] ?? 0), (parts[2] === undefined ? 1 : (month ?? 1)) - 1 + (add[1] ?? 0), (parts[3] === undefined ? 1 : (day ?? 1)) + (add[2] ?? 0), (parts[4] === undefined ? 0 : (hour ?? 0)) + (add[3] ?? 0));
  const step = parts[4] !== undefined ? [0, 0, 0, 1] : parts[3] !== undefined ? [0, 0, 1] : parts[2] !== undefined ? [0, 1] : [1];
  return { from: date([]), to: date(step) };
}

function textMatches(text: string, comparison: Comparison, wanted: string): boolean {
  const prefix = wanted.endsWith('*') && comparison !== 'phrase';
  const needle = words(wanted);
  const hay = words(text);
  const fits = (word: string, part: string, last: boolean): boolean => (prefix && last ? word.startsWith(part) : word === part);
  if (needle.length === 0) return false;
  if (comparison === 'phrase') {
    return hay.some((_, start) => needle.every((part, i) => hay[start + i] === part));
  }
  return needle.every((part, i) => hay.some((word) => fits(word, part, i === needle.length - 1)));
}

function ordered(sign: number, comparison: Comparison): boolean {
  if (comparison === '<') return sign < 0;
  if (comparison === '<=') return sign <= 0;
  if (comparison === '>') return sign > 0;
  if (comparison === '>=') return sign >= 0;
  return sign === 0;
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
