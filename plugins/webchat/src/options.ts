import { DEFAULT_COLOUR, isColour } from './colour.js';
import { urlOf } from './links.js';

export type Language = 'zh' | 'en';

/** How a shop set the widget up: the `data-*` attributes of its script tag. */
export interface Options {
  /** Site key for any page; null where `session` is used. */
  site: string | null;
  /** Same-origin address that opens a session in the host's name (Shopify's app proxy). */
  session: string | null;
  /** Base URL of the service; a session may name another. */
  endpoint: string;
  /** BCP 47 tag that is sent along, such as `zh-CN`. */
  locale: string;
  language: Language;
  /** `#rrggbb`. */
  colour: string;
  position: 'left' | 'right';
  scheme: 'auto' | 'light' | 'dark';
  /** Replaces the first line of the empty chat. */
  greeting: string | null;
  /** Replaces the shop's name in the header. */
  title: string | null;
}

/** What the page itself says about language and place. */
export interface PageFacts {
  scriptUrl: string;
  pageUrl: string;
  htmlLang: string;
  browserLanguages: readonly string[];
}

/** Reads the options; null when the tag names neither a site nor a session address, so there is nothing to talk to. */
export function readOptions(data: Readonly<Record<string, string | undefined>>, page: PageFacts): Options | null {
  const site = text(data['site'], 512);
  const session = sameOrigin(text(data['session'], 2_000), page.pageUrl);
  if (site === null && session === null) return null;
  const locale = [text(data['locale'], 35), page.htmlLang, ...page.browserLanguages].find((l): l is string => l !== null && /^[A-Za-z0-9-]{2,35}$/.test(l)) ?? 'en';
  const colour = text(data['colour'] ?? data['color'], 20);
  const scheme = data['scheme'];
  return {
    site,
    session,
    endpoint: (text(data['endpoint'], 500) ?? new URL(page.scriptUrl, page.pageUrl).origin).replace(/\/+$/, ''),
    locale,
    language: locale.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    colour: colour !== null && isColour(colour) ? colour : DEFAULT_COLOUR,
    position: data['position'] === 'left' ? 'left' : 'right',
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    greeting: text(data['greeting'], 300),
    title: text(data['title'], 60),
  };
}

function text(value: string | undefined, max: number): string | null {
  const trimmed = value?.trim().slice(0, max) ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A session address is called with the shop's cookies, so it must be the shop's own. */
function sameOrigin(address: string | null, pageUrl: string): string | null {
  const url = address === null ? null : urlOf(address, pageUrl);
  return url !== null && url.origin === new URL(pageUrl).origin ? url.href : null;
}
