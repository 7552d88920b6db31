import { z } from 'zod';
import { MAX_TEXT, type DeskAct, type InboundEvent, type Log } from '@parley/core/contracts';
import { HostId, HostTime } from './host-form.js';

const Any = z.looseObject({ id: HostId, type: z.string(), at: HostTime });
const Written = z.object({
  thread: z.string().min(1).max(512),
  messageId: z.string().min(1).max(512),
  identity: z.object({ id: z.string().min(1).max(512), name: z.string().nullish() }),
  text: z.string(),
});

const Acted = z.object({ assignment: HostId, agent: z.object({ id: z.string().min(1).max(512), name: z.string() }), text: z.string().optional() });

/** An action's end is asked for by its key: its events have no form of ours. Every other unknown type is left out as the protocol demands. */
const WITHOUT_FORM = new Set(['action.done', 'action.failed']);

interface About {
  connector: string;
  log: Log;
}

/** Events of one page, in their order. What cannot be read is logged and left out: one broken entry must not stop the rest. */
export function eventsOf(account: string, entries: readonly unknown[], about: About): InboundEvent[] {
  return entries.flatMap((entry): InboundEvent[] => {
    const event = Any.safeParse(entry);
    if (!event.success) {
      about.log.error({ connector: about.connector, account, code: 'worst.event-form' }, 'an event has no id, type or time');
      return [];
    }
    const { id, type, at } = event.data;
    const place = { account, eventKey: id, at };
    if (type === 'message') return written(place, entry, about);
    if (type.startsWith('desk.')) return atTheDesk(place, type, entry, about);
    about.log.debug({ connector: about.connector, account, event: id, known: WITHOUT_FORM.has(type) }, 'an event without use here');
    return [];
  });
}

type Place = Pick<InboundEvent, 'account' | 'eventKey' | 'at'>;

function written(place: Place, entry: unknown, about: About): InboundEvent[] {
  const read = Written.safeParse(entry);
  if (!read.success) {
    about.log.error({ connector: about.connector, account: place.account, event: place.eventKey, code: 'worst.message-form' }, 'a message is not of its form');
    return [];
  }
  const { thread, messageId, identity, text } = read.data;
  const name = identity.name?.slice(0, 200);
  const from = { id: identity.id, ...(name === undefined || name === '' ? {} : { name }) };
  return [{ ...place, mailbox: { kind: 'thread', hostThread: thread }, body: { type: 'message', from, message: { parts: [{ type: 'text', text: cut(text) }] }, hostMessageId: messageId } }];
}

/** What an agent did with an assignment; the host shows the shopper by itself what they said. */
function atTheDesk(place: Place, type: string, entry: unknown, about: About): InboundEvent[] {
  const read = Acted.safeParse(entry);
  const act = read.success ? actOf(type, place.eventKey, read.data.text ?? '') : null;
  if (!read.success || act === null) {
    about.log.error({ connector: about.connector, account: place.account, event: place.eventKey, code: 'worst.desk-form' }, 'a desk event is not of its form');
    return [];
  }
  const { assignment, agent } = read.data;
  return [{ ...place, mailbox: { kind: 'thread', hostThread: assignment }, body: { type: 'desk', by: { id: agent.id, name: agent.name.slice(0, 200), outside: false }, act, handoff: null } }];
}

function actOf(type: string, id: string, text: string): DeskAct | null {
  switch (type) {
    case 'desk.accepted':
      return { do: 'accept' };
    case 'desk.said':
      return { do: 'say', message: { parts: [{ type: 'text', text: cut(text) }] }, hostMessageId: id, suggestion: null };
    case 'desk.returned':
      return { do: 'return', agreed: '' };
    case 'desk.closed':
      return { do: 'close' };
    default:
      return null;
  }
}

/** The host holds it already, so a text that is too long cannot be refused; its beginning is kept, in whole characters. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const head = text.slice(0, MAX_TEXT);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
