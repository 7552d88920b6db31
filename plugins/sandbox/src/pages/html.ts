// Pages are written as tagged templates: whatever is put in is escaped, unless it is itself a piece of HTML.

/** A piece of HTML that needs no more escaping. Made by `html` and `trusted` only. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | undefined | false | readonly Part[];

/** Builds HTML. Strings and numbers are escaped, lists joined, null, undefined and false left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, i) => (i === 0 ? text : render(parts[i - 1]) + text)).join(''));
}

/** HTML that was written in this package (style sheets, drawings). Never give it anything from outside. */
export function trusted(text: string): Html {
  return new Html(text);
}

export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(render).join('');
}
