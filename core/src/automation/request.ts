import { result, type Flow } from './flow.js';
import { offerHuman } from './human.js';
import { humanButton } from './human-button.js';
import { quotePolicy } from './policy-question.js';
import { say } from './say.js';
import { isShopsToDo } from './shops-to-do.js';

/** Intents where the shopper is hurt before anything else. */
const SORRY = new Set(['complaint.damaged', 'complaint.wrong-item', 'complaint.service', 'order.delivered-not-received', 'payment.problem']);

/**
 * Something to be done that Parley has no hand for yet (cancel, return, change an address …): what the shop's rules say
 * about it, the plain word that it is not done, and a person.
 */
export const request: Flow = {
  id: 'request',
  run(c) {
    const rules = c.intent === 'complaint.service' ? null : quotePolicy(c);
    return Promise.resolve(
      result(c, {
        outcome: 'asked',
        reason: rules === null ? 'no hand for this, and no rule found' : `no hand for this; told the rule in ${rules.title}`,
        say: [...(SORRY.has(c.intent) ? [say('complaint.sorry')] : []), ...(rules?.say ?? []), ...(isShopsToDo(c.intent) ? [say('request.not-mine')] : []), say('human.offer')],
        evidence: rules === null ? [] : [rules.evidence],
        parts: [{ type: 'buttons', buttons: [humanButton(c)] }],
        ...offerHuman(c, 'request'),
      }),
    );
  },
};
