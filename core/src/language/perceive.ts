import type { Language, Perception } from '../contracts/index.js';
import type { Classifier } from './intent/model.js';
import { findEntities } from './entities.js';
import { identify } from './identify.js';
import { moodOf } from './mood.js';
import { findReference } from './references.js';

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
    entities: findEntities(text),
    reference: findReference(text),
    ...moodOf(text),
  };
}
