import type { HandoffReason } from '../contracts/index.js';
import { result, type Flow, type FlowContext, type FlowResult } from './flow.js';
import { say, sayWhenDone } from './say.js';
import { isShopsToDo } from './shops-to-do.js';

/** Puts the conversation in the team's queue and says so, once it is true. */
export const humanFlow: Flow = {
  id: 'human',
  // Somebody who says yes after "that is not for me to do" needs a decision of the shop's, and not a friendlier voice.
  run: (c) => Promise.resolve(callBack(c) ?? handOff(c, c.memory.asked?.flow === 'request' && isShopsToDo(c.memory.asked.intent) ? 'policy' : 'asked')),
};

/** The address somebody leaves because nobody of the team is there: written down only while people have been asked for. */
function callBack(c: FlowContext): FlowResult | null {
  const email = c.perception.entities.find((e) => e.kind === 'email')?.value;
  if (c.memory.asked?.need !== 'call-back' || email === undefined || c.status !== 'waiting') return null;
  return result(c, {
    outcome: 'acted',
    reason: 'left an address to be written to',
    say: [{ kind: 'phrase', phrase: 'human.call-back.done', values: { email }, evidence: [], action: 'call-back', otherwise: 'human.failed' }],
    actions: [{ id: 'call-back', kind: 'call-back', email }],
  });
}

export function handOff(c: FlowContext, reason: HandoffReason): FlowResult {
  if (c.status === 'waiting') {
    return result(c, { outcome: 'handed-off', reason: 'already waiting for a person', say: [say('human.already')], memory: { ...c.memory, asked: askedForAddress(c.callBack) } });
  }
  return result(c, {
    outcome: 'handed-off',
    reason: `a person is needed: ${reason}`,
    say: [sayWhenDone('hand-off', 'human.done', 'human.failed')],
    memory: { ...c.memory, asked: askedForAddress(c.callBack) },
    actions: [{ id: 'hand-off', kind: 'hand-off', reason }],
  });
}

/** While somebody waits for people, an e-mail address is where they want to be written to. */
export function askedForAddress(callBack: boolean): FlowContext['memory']['asked'] {
  return callBack ? { flow: 'human', intent: 'human', need: 'call-back', orderName: null } : null;
}

/** What the shopper is offered wherever Parley cannot go on by itself. */
export function offerHuman(c: FlowContext, flow: string): Pick<FlowResult, 'memory'> {
  return { memory: { ...c.memory, asked: { flow, intent: c.intent, need: 'offer-human', orderName: null } } };
}
