import { say, sayWhenDone } from '../automation/say.js';
import type { Perception } from '../contracts/index.js';
import { maskForLog } from '../masking/index.js';
import type { Sessions } from './session.js';
import type { ShopOf } from './shop.js';
import type { Planned, Received } from './work.js';

/** For a turn whose thinking failed again and again: no guess, an apology, and a person. Uses as little as possible of what may have failed. */
export async function failedPlan(w: Received, deps: { sessions: Sessions; shopOf: ShopOf }): Promise<Planned> {
  const hostThread = w.event.mailbox.kind === 'thread' ? w.event.mailbox.hostThread : w.turn.mailbox;
  const { conversation, memory } = await deps.sessions.current(w.turn, { hostThread, identity: w.shopper.identity }, w.key);
  const language = memory.language ?? w.installation.settings.defaultLanguage;
  const perception: Perception = { language, languageSure: false, intents: [], known: false, wishes: [], entities: [], reference: null, mood: 'calm', danger: false };
  const waiting = conversation.handoff !== null;
  return {
    ...w,
    masked: { text: maskForLog(w.text.slice(0, 4_000)), slots: [] },
    perception,
    recalled: { conversation, memory, shop: await deps.shopOf(w.installation) },
    plan: {
      flow: 'failed',
      intent: 'unknown',
      outcome: 'handed-off',
      reason: `thinking failed ${w.turn.attempts - 1} times`,
      alternatives: [],
      say: [waiting ? say('human.already') : sayWhenDone('hand-off', 'failed', 'unknown')],
      evidence: [],
      parts: [],
      memory: { ...memory, asked: null },
      draft: false,
      actions: waiting ? [] : [{ id: 'hand-off', kind: 'hand-off', reason: 'failed-flow' }],
    },
  };
}
