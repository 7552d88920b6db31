// Shopify's search syntax: terms, fields, comparators, quotes, AND/OR/NOT, parentheses, wildcards.
// https://shopify.dev/docs/api/usage/search-syntax

/** How a value is compared. `all`: every word of it; `phrase`: its words in a row (it was quoted). */
export type Comparison = 'all' | 'phrase' | '<' | '<=' | '>' | '>=';

/** A parsed query. A term without a field searches the default fields. */
export type Expression =
  | { kind: 'and' | 'or'; parts: Expression[] }
  | { kind: 'not'; part: Expression }
  | { kind: 'term'; field: string | null; comparison: Comparison; value: string };

type Lexeme = { type: 'open' | 'close' | 'minus' | 'and' | 'or' | 'not' } | { type: 'term'; term: Extract<Expression, { kind: 'term' }> };

/**
 * Parses a query; an empty one is null. Like the host it never refuses: unbalanced parentheses end where the text
 * ends. An unquoted value ends at a colon, so that `created_at:>2026-01-01T10:30:00Z` falls apart into the filter
 * `created_at:>2026-01-01T10` and a senseless field `30`, just as it does there.
 */
export function parseSearch(query: string): Expression | null {
  const lexemes = lex(query);
  let at = 0;
  const peek = (): Lexeme | undefined => lexemes[at];

  const either = (): Expression | null => {
    const parts: Expression[] = [];
    for (;;) {
      const part = every();
      if (part !== null) parts.push(part);
      if (peek()?.type !== 'or') return group('or', parts);
      at += 1;
    }
  };
  const every = (): Expression | null => {
    const parts: Expression[] = [];
    for (;;) {
      const next = peek();
      if (next === undefined || next.type === 'or' || next.type === 'close') return group('and', parts);
      if (next.type === 'and') {
        at += 1;
        continue;
      }
      const part = single();
      if (part !== null) parts.push(part);
    }
  };
  const single = (): Expression | null => {
    const next = peek();
    if (next === undefined) return null;
    at += 1;
    if (next.type === 'term') return next.term;
    if (next.type === 'not' || next.type === 'minus') {
      const part = single();
      return part === null ? null : { kind: 'not', part };
    }
    if (next.type === 'open') {
      const inner = either();
      if (peek()?.type === 'close') at += 1;
      return inner;
    }
    return null;
  };

  const parts: Expression[] = [];
  while (at < lexemes.length) {
    const part = either();
    if (part !== null) parts.push(part);
    if (peek()?.type === 'close') at += 1;
  }
  return group('and', parts);
}

function group(kind: 'and' | 'or', parts: Expression[]): Expression | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { kind, parts };
}

const BARE = /[^\s:()"']/u;

function lex(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  const quoted = (): string => {
    const mark = query[at];
    let text = '';
    at += 1;
    while (at < query.length && query[at] !== mark) {
      if (query[at] === '\\' && at + 1 < query.length) at += 1;
      text += query[at] ?? '';
      at += 1;
    }
    at += 1;
    return text;
  };
  const bare = (): string => {
    let text = '';
    while (at < query.length) {
      if (query[at] === '\\' && at + 1 < query.length) at += 1;
      else if (!BARE.test(query[at] ?? ' ')) break;
      text += query[at] ?? '';
      at += 1;
    }
    return text;
  };
  const value = (field: string | null): Lexeme | null => {
    const comparison = /^(<=|>=|<|>)\s*/.exec(query.slice(at));
    const sign = comparison?.[1];
    if (field !== null && comparison !== null) at += comparison[0].length;
    const isQuoted = query[at] === '"' || query[at] === "'";
    const text = isQuoted ? quoted() : bare();
    if (text === '' && !isQuoted) return null;
    const kind: Comparison = field !== null && (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') ? sign : isQuoted ? 'phrase' : 'all';
    return { type: 'term', term: { kind: 'term', field, comparison: kind, value: text } };
  };

  while (at < query.length) {
    const char = query[at] ?? '';
    if (/\s/u.test(char) || char === ':') at += 1;
    else if (char === '(' || char === ')') {
      lexemes.push({ type: char === '(' ? 'open' : 'close' });
      at += 1;
    } else if (char === '-') {
      lexemes.push({ type: 'minus' });
      at += 1;
    } else if (char === '"' || char === "'") {
      const term = value(null);
      if (term !== null) lexemes.push(term);
    } else {
      const word = bare();
      if (query[at] === ':' && !/\s/u.test(query[at + 1] ?? ' ')) {
        at += 1;
        const term = value(word.toLowerCase());
        if (term !== null) lexemes.push(term);
      } else if (word === 'AND') lexemes.push({ type: 'and' });
      else if (word === 'OR') lexemes.push({ type: 'or' });
      else if (word === 'NOT') lexemes.push({ type: 'not' });
      else lexemes.push({ type: 'term', term: { kind: 'term', field: null, comparison: 'all', value: word } });
    }
  }
  return lexemes;
}
