import type { MessagePart } from '../contracts/index.js';
import { result, type Flow, type FlowContext } from './flow.js';
import { humanButton } from './human-button.js';
import { phrase, type PhraseId } from './phrases/index.js';
import { say } from './say.js';

const PHRASE_OF: Readonly<Record<string, PhraseId>> = { 'greeting': 'greet', 'thanks': 'thanks', 'goodbye': 'goodbye', 'bot.identity': 'identity', 'affirm': 'acknowledged', 'deny': 'acknowledged', 'talk.wait': 'acknowledged' };

/** Greetings, thanks, farewells, "are you a robot?": short, honest, and never in the way. */
export const smallTalk: Flow = {
  id: 'small-talk',
  run(c) {
    const first = c.memory.lastIntent === null;
    const id = PHRASE_OF[c.intent] ?? 'greet.short';
    const chosen = id === 'greet' && !first ? 'greet.short' : id;
    return Promise.resolve(
      result(c, {
        outcome: 'answered',
        reason: `small talk: ${c.intent}`,
        say: [say(chosen, { shop: c.shop.name })],
        parts: chosen === 'greet' ? [openingButtons(c)] : [],
      }),
    );
  },
};

/** What most people come for, one press away. */
export function openingButtons(c: FlowContext): MessagePart {
  const button = (id: PhraseId) => ({ label: phrase(c.language, id), value: phrase(c.language, id) });
  return { type: 'buttons', buttons: [button('button.order'), button('button.returns'), humanButton(c)] };
}
