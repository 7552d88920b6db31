import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTexts, type Texts } from './texts.js';

const TextsContext = createContext<Texts>(createTexts('en'));

/** Gives the texts of the page's language to everything within. */
export const TextsProvider = TextsContext.Provider;

/** The texts of the page's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
