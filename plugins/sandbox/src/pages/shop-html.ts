// Merchants write descriptions and policies as HTML. A shop file may come from anywhere, so only harmless tags pass.
import { escaped, Html } from './html.js';

const KEPT = new Set(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'strong', 'b', 'em', 'i', 'br', 'a', 'blockquote']);

/** The HTML with every tag outside the list shown as text, every attribute dropped but `lang` and safe links. */
export function shopHtml(source: string): Html {
  const pieces = source.split(/(<\/?[a-zA-Z][^<>]*>)/);
  return new Html(
    pieces
      .map((piece, i) => {
        if (i % 2 === 0) return piece.replace(/[<>"']/g, (c) => escaped(c));
        const [, slash = '', name = '', rest = ''] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^]*)>$/.exec(piece) ?? [];
        const tag = name.toLowerCase();
        if (!KEPT.has(tag)) return escaped(piece);
        if (slash !== '') return `</${tag}>`;
        const lang = /\slang="([A-Za-z-]{2,10})"/.exec(rest)?.[1];
        const href = tag === 'a' ? /\shref="((?:https?:\/\/|mailto:|\/)[^"<>\s]*)"/.exec(rest)?.[1] : undefined;
        return `<${tag}${lang === undefined ? '' : ` lang="${lang}"`}${href === undefined ? '' : ` href="${href}" rel="nofollow noopener"`}>`;
      })
      .join(''),
  );
}

/** The parts of a description that are marked with a language: its own title, and its text. Null where none is. */
export function inLanguage(description: string, locale: string): { title: string | null; body: string } | null {
  const parts = [...description.matchAll(/<(p|h3)\s+lang="([A-Za-z-]+)">([^]*?)<\/\1>/g)].filter((m) => m[2] === locale);
  if (parts.length === 0) return null;
  return {
    title: parts.find((m) => m[1] === 'h3')?.[3] ?? null,
    body: parts.filter((m) => m[1] === 'p').map((m) => `<p>${m[3] ?? ''}</p>`).join(''),
  };
}
