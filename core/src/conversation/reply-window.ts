import type { Delivery, Turn } from '../contracts/index.js';
import type { Records } from './records.js';

/** Answered turns looked back at. Merged ones send nothing and are left out: a backlog may be made of hundreds of them. */
const LOOK_BACK = 100;

/** Whether the host lets us send this delivery now: so many messages, so long after the shopper's last one. What it took already it does not count twice. */
export async function windowLeft(records: Records, turn: Turn, delivery: Delivery, law: { ms: number; messages: number }, now: number): Promise<{ open: true } | { open: false; why: string }> {
  const scope = { tenant: turn.tenant };
  const newestFirst = [{ path: 'seq', order: 'desc' }] as const;
  const [[last], answered] = await Promise.all([
    records.turns.find(scope, { where: { mailbox: turn.mailbox, kind: 'message' }, sort: newestFirst, limit: 1 }),
    records.turns.find(scope, { where: { mailbox: turn.mailbox, state: { in: ['composed', 'done'] } }, sort: newestFirst, limit: LOOK_BACK }),
  ]);
  if (last === undefined) return { open: false, why: 'the shopper has not written' };
  const since = last.hostAt ?? last.storedAt;
  if (now - since >= law.ms) return { open: false, why: `the shopper's last message is older than ${Math.round(law.ms / 3_600_000)} hours` };
  // By the last try: a message refused before the shopper wrote and taken after counts towards the new window.
  const sent = answered.flatMap((t) => Object.values(t.deliveries)).filter((d) => d.key !== delivery.key && d.target === 'channel' && d.sendingAt !== null && d.sendingAt >= since).length;
  if (sent >= law.messages) return { open: false, why: `${law.messages} messages were sent since the shopper's last one` };
  return { open: true };
}
