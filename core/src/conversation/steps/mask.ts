import { cut } from '../../language/index.js';
import { mask } from '../../masking/index.js';
import type { Masked, Received } from '../work.js';

/** Longest masked text that is kept. */
const KEPT = 4_000;
/** How much of a message is read for it, and how much of the end of a cut text may be half of something. */
const READ = 8_000;
const SEAM = 400;

/**
 * Replaces personal data by tokens: the only form of the text that is indexed, logged or shown to a model. Tokens are
 * made with the shopper's own key, so that a value has one token in all of their messages and in nobody else's.
 */
export function maskStep(w: Received): Masked {
  const { text, slots } = mask(cut(w.text, READ), { print: w.key.print });
  const kept = text.slice(0, w.text.length > READ ? Math.min(KEPT, text.length - SEAM) : KEPT);
  return { ...w, masked: { text: kept, slots: slots.filter((slot) => kept.includes(slot.token)) } };
}
