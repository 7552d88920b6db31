import type { Language, Sentence } from '../../contracts/index.js';
import { momentFor, phrase, type Say } from '../../automation/index.js';
import type { Acted, Worded } from '../work.js';

/** Words for what was planned, in the shopper's language; what rests on an action is worded by whether it has its receipt. */
export function composeStep(w: Acted): Worded {
  const { language } = w.perception;
  const sentences = w.plan.say.flatMap((s) => [worded(s, language, w), ...(isOffer(s) ? [...aheadOf(w, language), ...addressWanted(w, language)] : [])]);
  return { ...w, reply: { language, sentences, parts: w.plan.parts } };
}

function worded(s: Say, language: 'zh' | 'en', w: Acted): Sentence {
  if (s.kind === 'quote') return { text: s.text, evidence: s.evidence, receipts: [] };
  const receipt = s.action === null ? undefined : w.receipts.find((r) => r.id === s.action);
  if (s.action !== null && receipt === undefined) return { text: phrase(language, s.otherwise ?? 'unknown', s.values), evidence: s.evidence, receipts: [] };
  if (isOffer(s)) return { text: outlookWords(w, language), evidence: s.evidence, receipts: receipt === undefined ? [] : [receipt.id] };
  return { text: phrase(language, s.phrase, s.values), evidence: s.evidence, receipts: receipt === undefined ? [] : [receipt.id] };
}

function isOffer(s: Say): boolean {
  return s.kind === 'phrase' && s.phrase === 'human.done';
}

/** How soon somebody will come, as far as that can honestly be said. */
function outlookWords(w: Acted, language: Language): string {
  const prospect = w.offered?.prospect;
  if (prospect === undefined) return phrase(language, 'human.done');
  const { outlook, opensAt } = prospect;
  if (opensAt !== null) return phrase(language, 'human.done.shut', { when: momentFor(language, w.installation.settings.timeZone, opensAt, w.now) });
  if (outlook.is === 'minutes') return phrase(language, 'human.done.soon', { minutes: String(outlook.minutes) });
  return phrase(language, outlook.is === 'long' ? 'human.done.long' : 'human.done');
}

/** Where nobody is there, or it takes long, an address may be left. */
function addressWanted(w: Acted, language: Language): Sentence[] {
  const prospect = w.offered?.prospect;
  const away = prospect !== undefined && (prospect.opensAt !== null || prospect.outlook.is === 'long');
  return away && w.plan.memory.asked?.need === 'call-back' ? [{ text: phrase(language, 'human.call-back'), evidence: [], receipts: [] }] : [];
}

function aheadOf(w: Acted, language: Language): Sentence[] {
  const ahead = w.offered?.prospect.ahead ?? 0;
  return ahead === 0 ? [] : [{ text: phrase(language, 'human.ahead', { count: String(ahead) }), evidence: [], receipts: w.receipts.map((r) => r.id) }];
}
