import type { Language } from '../../contracts/index.js';
import { en } from './en.js';
import { zh } from './zh.js';

export type PhraseId = keyof typeof en;
export const PHRASE_IDS = Object.keys(en) as [PhraseId, ...PhraseId[]];

const PHRASES: Readonly<Record<Language, Readonly<Record<PhraseId, string>>>> = { en, zh };

/** The wording of a phrase with its values filled in. A value that is missing is a mistake of ours and leaves the placeholder visible to tests. */
export function phrase(language: Language, id: PhraseId, values: Readonly<Record<string, string>> = {}): string {
  return PHRASES[language][id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
