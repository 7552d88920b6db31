import type { ProductDocNode, Translations } from './knowledge-answers.js';

const LANGUAGES = { zhCn: 'zh-CN', zhTw: 'zh-TW', en: 'en' } as const;

/**
 * A text followed by its translations, each under its own title. One document holds all languages of one record, so that
 * a change of the record renews them together; passages find their own language when they are cut.
 */
export function inAllLanguages(body: string, translations: Translations): string {
  const sections = (['zhCn', 'zhTw', 'en'] as const).flatMap((locale) => {
    const of = (...keys: string[]): string => translations[locale]?.find((part) => keys.includes(part.key))?.value ?? '';
    // Pages and products call their text `body_html`, policies `body`.
    const text = of('body_html', 'body');
    if (text.trim() === '' || text === body) return [];
    const title = of('title');
    return [`<section lang="${LANGUAGES[locale]}">${title === '' ? '' : `<h1>${escaped(title)}</h1>`}${text}</section>`];
  });
  return [body, ...sections].join('\n');
}

/** What shoppers search a product by beside its text: maker, kind, choices, article numbers. No price: that is read afresh. */
export function productFacts(product: ProductDocNode): string {
  const codes = (product.variants?.nodes ?? []).flatMap((variant) => [variant.sku, variant.barcode]);
  const facts: [string, readonly (string | null | undefined)[]][] = [
    ['Vendor', [product.vendor]],
    ['Type', [product.productType]],
    ...(product.options ?? []).filter((option) => option.name !== 'Title').map((option): [string, string[]] => [option.name, option.values ?? []]),
    ['Tags', product.tags ?? []],
    ['SKU', codes],
  ];
  const items = facts
    .map(([name, values]) => [name, [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ''))]] as const)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `<li>${escaped(name)}: ${escaped(values.join(', '))}</li>`);
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
