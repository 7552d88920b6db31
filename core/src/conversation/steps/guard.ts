import { phrase } from '../../automation/index.js';
import type { Reply } from '../../contracts/index.js';
import { checkReply } from '../guard/check.js';
import type { Guarded, Worded } from '../work.js';

/** Lets through what is proven, takes out what is not, and says honestly that it does not know where nothing is left. */
export function guardStep(w: Worded): Guarded {
  const { kept, removed } = checkReply(w.reply, {
    evidence: w.plan.evidence,
    receipts: w.receipts,
    shopperText: w.text,
    forbidden: w.laws.forbidden,
    timeZone: w.installation.settings.timeZone,
  });
  const { language } = w.reply;
  const honest: Reply = { language, sentences: [phrase(language, 'unknown'), phrase(language, 'human.offer')].map((text) => ({ text, evidence: [], receipts: [] })), parts: [] };
  const reply = kept.length > 0 ? { ...w.reply, sentences: kept } : honest;
  return { ...w, checked: { reply, removed: removed.map((r) => r.fault) } };
}
