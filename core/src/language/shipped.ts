import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { trainIntentModel, type Example } from './intent/classifier.js';
import { loadModel, saveModel } from './intent/model-file.js';
import type { IntentModel } from './intent/model.js';
import { familyOf, OUT_OF_SCOPE, TAXONOMY } from './taxonomy/index.js';

/** Every shipped text with its meaning, both languages. */
export function shippedExamples(): Example[] {
  return [
    ...TAXONOMY.flatMap((i) => [...i.examples.zh, ...i.examples.en].map((text) => ({ text, intent: i.id }))),
    ...[...OUT_OF_SCOPE.zh, ...OUT_OF_SCOPE.en].map((text) => ({ text, intent: null })),
  ];
}

let model: IntentModel | undefined;

/**
 * The model of the shipped taxonomy, kept for the life of the process. It is trained once (some seconds) and saved beside
 * the package; every later start reads it back, unless a text or the way of training has changed since.
 */
export function shippedIntentModel(): IntentModel {
  model ??= stored() ?? trained();
  return model;
}

const FOLDER = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** Changes with every text, and with every line of the code that learns from them. */
function fileName(): string {
  const hash = createHash('sha256').update(JSON.stringify(shippedExamples()));
  for (const folder of ['./', './intent/']) {
    const url = new URL(folder, import.meta.url);
    for (const name of readdirSync(url).sort()) if (/(?<!\.test|\.d)\.[jt]s$/.test(name)) hash.update(name).update(readFileSync(new URL(name, url)));
  }
  return `${FOLDER}intents-${hash.digest('hex').slice(0, 24)}.model`;
}

function stored(): IntentModel | undefined {
  try {
    const loaded = loadModel(readFileSync(fileName()));
    return loaded.ok ? loaded.model : undefined;
  } catch {
    return undefined;
  }
}

function trained(): IntentModel {
  const fresh = trainIntentModel(shippedExamples(), { quick: true, groupOf: familyOf });
  try {
    mkdirSync(FOLDER, { recursive: true });
    const own = `${fileName()}.${process.pid}`;
    writeFileSync(own, saveModel(fresh));
    renameSync(own, fileName());
    for (const name of readdirSync(FOLDER)) if (name.startsWith('intents-') && `${FOLDER}${name}` !== fileName()) rmSync(`${FOLDER}${name}`);
  } catch {
    // A read-only installation trains at every start; it answers all the same.
  }
  return fresh;
}
