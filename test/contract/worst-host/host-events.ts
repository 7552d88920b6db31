import { z } from 'zod';
import { MAX_TEXT, type InboundEvent, type Log } from '@parley/core/contracts';
import { HostId, HostTime } from './host-form.js';

const Any = z.looseObject({ id: HostId, type: z.string(), at: HostTime });
const Written = z.object({
  thread: z.string().min(1).max(512),
  messageId: z.string().min(1).max(512),
  identity: z.object({ id: z.string().min(1).max(512), name: z.string().nullish() }),
  text: z.string(),
});

/**
 * Types that an event of ours has no form for yet: an action's end is asked for by its key, and the host's desk is
 * followed from the host's side alone. Left out knowingly; every other type is unknown and left out as the protocol demands.
 */
const WITHOUT_FORM = new Set(['action.done', 'action.failed', 'desk.accepted', 'desk.returned', 'desk.closed', 'desk.said']);

/** Events of one page, in their order. What cannot be read is logged and left out: one broken entry must not stop the rest. */
export function eventsOf(account: string, entries: readonly unknown[], about: { connector: string; log: Log }): InboundEvent[] {
  return entries.flatMap((entry): InboundEvent[] => {
    const event = Any.safeParse(entry);
    if (!event.success) {
      about.log.error({ connector: about.connector, account, code: 'worst.event-form' }, 'an event has no id, type or time');
      return [];
    }
    const { id, type, at } = event.data;
    if (type !== 'message') {
      about.log.debug({ connector: about.connector, account, event: id, known: WITHOUT_FORM.has(type) }, 'an event without use here');
      return [];
    }
    const written = Written.safeParse(entry);
    if (!written.success) {
      about.log.error({ connector: about.connector, account, event: id, code: 'worst.message-form' }, 'a message is not of its form');
      return [];
    }
    const { thread, messageId, identity, text } = written.data;
    const name = identity.name?.slice(0, 200);
    return [
      {
        account,
        eventKey: id,
        at,
        mailbox: { kind: 'thread', hostThread: thread },
        body: {
          type: 'message',
          from: { id: identity.id, ...(name === undefined || name === '' ? {} : { name }) },
          message: { parts: [{ type: 'text', text: cut(text) }] },
          hostMessageId: messageId,
        },
      },
    ];
  });
}

/** The host holds it already, so a text that is too long cannot be refused; its beginning is kept, in whole characters. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const head = text.slice(0, MAX_TEXT);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
