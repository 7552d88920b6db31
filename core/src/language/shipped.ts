import { trainIntentModel, type Example, type IntentModel } from './classifier.js';
import { OUT_OF_SCOPE, TAXONOMY } from './taxonomy/index.js';

/** Every shipped text with its meaning, both languages. */
export function shippedExamples(): Example[] {
  return [
    ...TAXONOMY.flatMap((i) => [...i.examples.zh, ...i.examples.en].map((text) => ({ text, intent: i.id }))),
    ...[...OUT_OF_SCOPE.zh, ...OUT_OF_SCOPE.en].map((text) => ({ text, intent: null })),
  ];
}

let model: IntentModel | undefined;

/** The model of the shipped taxonomy, trained at the first call (about a second) and then kept. */
export function shippedIntentModel(): IntentModel {
  model ??= trainIntentModel(shippedExamples());
  return model;
}
