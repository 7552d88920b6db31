import type { Perceived, Recalled } from '../work.js';
import type { Sessions } from '../session.js';
import type { ShopOf } from '../shop.js';

/** The conversation so far and the records of the shop it may look things up in. */
export function recallStep(sessions: Sessions, shopOf: ShopOf) {
  return async (w: Perceived): Promise<Recalled> => {
    const { mailbox } = w.event;
    const hostThread = mailbox.kind === 'thread' ? mailbox.hostThread : w.turn.mailbox;
    const { conversation, memory } = await sessions.current(w.turn, { hostThread, identity: w.shopper.identity }, w.key);
    const perception = w.perception.languageSure || memory.language === null ? w.perception : { ...w.perception, language: memory.language };
    return { ...w, perception, recalled: { conversation, memory, shop: await shopOf(w.installation) } };
  };
}
