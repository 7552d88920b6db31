/** A value in quotes for Shopify's search syntax, so that no part of it is read as syntax. https://shopify.dev/docs/api/usage/search-syntax */
export function quoted(value: string): string {
  return `"${value.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

/** The words of a free text, at most `max`, without what the search syntax would read as more than a word. */
export function searchWords(text: string, max: number): string[] {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'.-]*/gu) ?? [];
  return words.slice(0, max).map((word) => word.slice(0, 60));
}

/** An order's name as it is compared: `#1001`, `＃1001` and `1001` are one name, letters count the same in either case. */
export function orderNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replace(/^#+/, '').toUpperCase();
}

/** A tracking number as it is compared: carriers print it with blanks and dashes that nobody types the same way. */
export function trackingKey(number: string): string {
  return number.normalize('NFKC').replace(/[\s-]+/g, '').toUpperCase();
}
