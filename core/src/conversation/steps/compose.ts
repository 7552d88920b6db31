import type { Sentence } from '../../contracts/index.js';
import { phrase, type Say } from '../../automation/index.js';
import type { Acted, Worded } from '../work.js';

/** Words for what was planned, in the shopper's language; what rests on an action is worded by whether it has its receipt. */
export function composeStep(w: Acted): Worded {
  const { language } = w.perception;
  const sentences = w.plan.say.map((s) => worded(s, language, w));
  return { ...w, reply: { language, sentences, parts: w.plan.parts } };
}

function worded(s: Say, language: 'zh' | 'en', w: Acted): Sentence {
  if (s.kind === 'quote') return { text: s.text, evidence: s.evidence, receipts: [] };
  const receipt = s.action === null ? undefined : w.receipts.find((r) => r.id === s.action);
  if (s.action !== null && receipt === undefined) return { text: phrase(language, s.otherwise ?? 'unknown', s.values), evidence: s.evidence, receipts: [] };
  return { text: phrase(language, s.phrase, s.values), evidence: s.evidence, receipts: receipt === undefined ? [] : [receipt.id] };
}
