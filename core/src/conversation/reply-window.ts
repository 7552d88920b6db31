import type { Delivery, Turn } from '../contracts/index.js';
import type { Records } from './records.js';

/** Turns looked back at; more unanswered host events than this between two messages do not occur in a thread. */
const LOOK_BACK = 100;

/** Whether the host lets us send this delivery now: so many messages, so long after the shopper's last one. What it took already it does not count twice. */
export async function windowLeft(records: Records, turn: Turn, delivery: Delivery, law: { ms: number; messages: number }, now: number): Promise<{ open: true } | { open: false; why: string }> {
  const recent = await records.turns.find({ tenant: turn.tenant }, { where: { mailbox: turn.mailbox }, sort: [{ path: 'seq', order: 'desc' }], limit: LOOK_BACK });
  const last = recent.find((t) => t.kind === 'message');
  if (last === undefined) return { open: false, why: 'the shopper has not written' };
  const since = last.hostAt ?? last.storedAt;
  if (now - since >= law.ms) return { open: false, why: `the shopper's last message is older than ${Math.round(law.ms / 3_600_000)} hours` };
  const sent = recent.flatMap((t) => Object.values(t.deliveries)).filter((d) => d.key !== delivery.key && d.target === 'channel' && d.firstSendAt !== null && d.firstSendAt >= since).length;
  if (sent >= law.messages) return { open: false, why: `${law.messages} messages were sent since the shopper's last one` };
  return { open: true };
}
