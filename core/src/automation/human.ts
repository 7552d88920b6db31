import type { HandoffReason } from '../contracts/index.js';
import { result, type Flow, type FlowContext, type FlowResult } from './flow.js';
import { say, sayWhenDone } from './say.js';
import { isShopsToDo } from './shops-to-do.js';

/** Puts the conversation in the team's queue and says so, once it is true. */
export const humanFlow: Flow = {
  id: 'human',
  // Somebody who says yes after "that is not for me to do" needs a decision of the shop's, and not a friendlier voice.
  run: (c) => Promise.resolve(handOff(c, c.memory.asked?.flow === 'request' && isShopsToDo(c.memory.asked.intent) ? 'policy' : 'asked')),
};

export function handOff(c: FlowContext, reason: HandoffReason): FlowResult {
  if (c.status === 'waiting') {
    return result(c, { outcome: 'handed-off', reason: 'already waiting for a person', say: [say('human.already')] });
  }
  return result(c, {
    outcome: 'handed-off',
    reason: `a person is needed: ${reason}`,
    say: [sayWhenDone('hand-off', 'human.done', 'human.failed')],
    actions: [{ id: 'hand-off', kind: 'hand-off', reason }],
  });
}

/** What the shopper is offered wherever Parley cannot go on by itself. */
export function offerHuman(c: FlowContext, flow: string): Pick<FlowResult, 'memory'> {
  return { memory: { ...c.memory, asked: { flow, intent: c.intent, need: 'offer-human', orderName: null } } };
}
