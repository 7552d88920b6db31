import { en, type MessageKey, type Messages } from './en.js';
import { createFormat, type Format } from './format.js';
import { zhCN } from './zh-CN.js';

/** Languages of this page. */
export type Locale = 'en' | 'zh-CN';

/** Keys that come as a pair of `.one` and `.other`. */
export type CountKey = MessageKey extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never;

/** Everything a view needs to speak: texts, counted texts, numbers and times. */
export interface Texts {
  locale: Locale;
  /** The key under which names come from the service. */
  language: 'en' | 'zh';
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string>>) => string;
  /** Chooses the form for `n`, which fills `{count}`. */
  readonly counted: (key: CountKey, n: number) => string;
  format: Format;
}

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, 'zh-CN': zhCN };

/** The page's language for a host's locale tag; English for all that is not Chinese. */
export function localeOf(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en';
}

export function createTexts(locale: Locale, timeZone?: string): Texts {
  const messages = MESSAGES[locale];
  const plural = new Intl.PluralRules(locale);
  const format = createFormat(locale, timeZone);
  const t: Texts['t'] = (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return {
    locale,
    language: locale === 'en' ? 'en' : 'zh',
    t,
    counted: (key, n) => t(plural.select(n) === 'one' ? `${key}.one` : `${key}.other`, { count: format.count(n) }),
    format,
  };
}
