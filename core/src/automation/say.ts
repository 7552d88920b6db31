import { z } from 'zod';
import { Id } from '../contracts/index.js';
import { PHRASE_IDS, type PhraseId } from './phrases/index.js';

/**
 * What a flow wants said, before words: a phrase of ours, or a quotation of evidence. A phrase may rest on an action
 * (`action`): it is said only when that action has its receipt, and `otherwise` when it has not.
 */
export const Say = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phrase'),
    phrase: z.enum(PHRASE_IDS),
    values: z.record(z.string(), z.string()),
    evidence: z.array(Id),
    action: Id.nullable(),
    otherwise: z.enum(PHRASE_IDS).nullable(),
  }),
  z.strictObject({ kind: z.literal('quote'), text: z.string(), evidence: z.array(Id) }),
]);
export type Say = z.infer<typeof Say>;

export function say(phrase: PhraseId, values: Readonly<Record<string, string>> = {}, evidence: readonly string[] = []): Say {
  return { kind: 'phrase', phrase, values: { ...values }, evidence: [...evidence], action: null, otherwise: null };
}

export function sayWhenDone(action: string, phrase: PhraseId, otherwise: PhraseId): Say {
  return { kind: 'phrase', phrase, values: {}, evidence: [], action, otherwise };
}

export function quote(text: string, evidence: string): Say {
  return { kind: 'quote', text, evidence: [evidence] };
}
