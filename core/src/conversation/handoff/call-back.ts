import { textOf, type Mail, type Message, type Turn } from '../../contracts/index.js';
import { phrase } from '../../automation/index.js';
import type { SealKey } from '../../security/index.js';
import type { HandoffRecord, Records } from '../records.js';

/** Where an address is sealed for. */
export const CALL_BACK = 'handoff/call-back';
/** Whoever wrote within this long is still there and reads the chat. */
const THERE_MS = 3 * 60_000;

/** The letter by which a shopper who left an address learns what an agent has said; null for one who is still there, and for who left none. */
export async function letterFor(records: Records, of: { record: HandoffRecord; turn: Turn; key: SealKey; shop: string; agent: string }, message: Message): Promise<Mail | null> {
  const { record, turn, key, shop, agent } = of;
  const words = textOf(message).trim();
  if (record.callBack === null || words === '') return null;
  const [latest] = await records.turns.find({ tenant: record.tenant }, { where: { mailbox: record.mailbox, kind: 'message' }, sort: [{ path: 'seq', order: 'desc' }], limit: 1 });
  // By the turn's own time, so that a second try decides the same.
  if (latest !== undefined && turn.storedAt - latest.storedAt < THERE_MS) return null;
  const values = { shop, agent, text: words.slice(0, 10_000) };
  return { to: key.open(record.callBack, CALL_BACK), shop, subject: phrase(record.language, 'mail.subject', values).replace(/\s+/g, ' ').slice(0, 200), text: phrase(record.language, 'mail.text', values) };
}
