import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Labelled } from './labelled.js';
import { scored, type Judged } from './score.js';
import { used, type Measured } from './parley.js';

/** nlp.js as its own documentation sets it up; it ships no types. */
interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<unknown>;
}

const Answer = z.object({ intent: z.string(), score: z.number() });

/** The same rows through nlp.js; it answers "None" for what it does not know. */
export async function measurePeer(train: readonly Labelled[], test: readonly Labelled[], oos: string): Promise<Measured> {
  const before = used();
  const language = train.filter((r) => /\p{Script=Han}/u.test(r.text)).length * 2 > train.length ? 'zh' : 'en';
  const nlp = await peer(language);
  const begun = performance.now();
  for (const r of train) nlp.addDocument(language, r.text, r.label === oos ? 'None' : r.label);
  await quietly(() => nlp.train());
  const trainSeconds = (performance.now() - begun) / 1_000;
  const memoryMb = used() - before;
  const judged: Judged[] = [];
  const started = performance.now();
  for (const r of test) {
    const { intent, score } = Answer.parse(await nlp.process(language, r.text));
    judged.push({ truth: r.label === oos ? null : r.label, guess: intent === 'None' ? null : intent, p: score, known: intent !== 'None' });
  }
  return { ...scored(judged), trainSeconds, microsPerMessage: ((performance.now() - started) * 1_000) / Math.max(test.length, 1), memoryMb };
}

async function peer(language: 'zh' | 'en'): Promise<Nlp> {
  const load = createRequire(import.meta.url);
  const { containerBootstrap } = load('@nlpjs/core') as { containerBootstrap: () => Promise<{ use(part: unknown): void }> };
  const { Nlp } = load('@nlpjs/nlp') as { Nlp: new (settings: { container: unknown; autoSave: boolean }) => Nlp };
  const words = language === 'zh' ? (load('@nlpjs/lang-zh') as { LangZh: unknown }).LangZh : (load('@nlpjs/lang-en') as { LangEn: unknown }).LangEn;
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(words);
  const nlp = new Nlp({ container, autoSave: false });
  nlp.addLanguage(language);
  return nlp;
}

/** It writes its progress to the console, which belongs to the figures. */
async function quietly(run: () => Promise<unknown>): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(console, 'log');
  console.log = () => undefined;
  try {
    await run();
  } finally {
    if (own !== undefined) Object.defineProperty(console, 'log', own);
  }
}
