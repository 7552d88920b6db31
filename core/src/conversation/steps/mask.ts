import { mask } from '../../masking/index.js';
import type { Masked, Received } from '../work.js';

/** Replaces personal data by tokens: the only form of the text that is indexed, logged or shown to a model. */
export function maskStep(w: Received): Masked {
  return { ...w, masked: { text: mask(w.text).text.slice(0, 4_000) } };
}
