import type { Language, Perception } from '../contracts/index.js';
import type { Classifier } from './intent/model.js';
import { findEntities } from './entities/entities.js';
import { identify } from './identify.js';
import { cut } from './normalise.js';
import { moodOf } from './mood.js';
import { findReference } from './references.js';
import { wishesOf } from './wishes.js';

/** Several wishes are looked for in the beginning of a message; its length bounds the work. */
const READ = 2_000;

/** What is known before a message is read. */
export interface Hint {
  /** The shop's own language. */
  defaultLanguage: Language;
  /** The language of the conversation so far. */
  previous: Language | null;
}

/**
 * Understands one message. Never throws and takes bounded time, whatever the text; where nothing is understood it says
 * so with `known: false`.
 */
export function perceive(model: Classifier, text: string, hint: Hint): Perception {
  const identified = identify(text);
  const sure = identified.sure && identified.language !== 'other';
  const { intents, known } = model.classify(text);
  return {
    language: identified.language !== 'other' && identified.sure ? identified.language : (hint.previous ?? hint.defaultLanguage),
    languageSure: sure,
    intents,
    known,
    wishes: wishesOf(model, cut(text, READ)),
    entities: findEntities(text),
    reference: findReference(text),
    ...moodOf(text),
  };
}
