import type { Language } from '../options.js';
import { en } from './en.js';
import { zh } from './zh.js';

/** Every text by its name; English is the measure. */
export type Texts = { [K in keyof typeof en]: string };

export function textsFor(language: Language): Texts {
  return language === 'zh' ? zh : en;
}

/** Puts values into `{name}` places. An unknown place stays as it is, so that a slip is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
