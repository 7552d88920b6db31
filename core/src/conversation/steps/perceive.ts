import { perceive, type Classifier } from '../../language/index.js';
import type { Masked, Perceived } from '../work.js';

/** Language, intents, entities and pointing words of the message. The conversation's language, where the text shows none, is recalled later. */
export function perceiveStep(model: Classifier) {
  return (w: Masked): Perceived => ({
    ...w,
    perception: perceive(model, w.text, { defaultLanguage: w.installation.settings.defaultLanguage, previous: null }),
  });
}
