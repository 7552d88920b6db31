import { Turn, type Delivery } from '@parley/core/contracts';
import type { BackupItem } from '@parley/core/storage';

/** What may have been sent after the backup was made, without the backup knowing. */
const OPEN: readonly Delivery['state'][] = ['planned', 'retry', 'held', 'sending'];

/**
 * Makes deliveries that were not settled when the backup was made into begun ones that nobody holds. The service treats
 * those as after a crash: by the channel's law it sends again under the same key, looks first whether the message is
 * there, or shows it as uncertain; it never simply sends again.
 * @param at when the backup was made, in milliseconds UTC
 */
export function unsettle(item: BackupItem, at: number): BackupItem {
  if (item.kind !== 'document' || item.collection !== 'turns') return item;
  const { deliveries } = Turn.parse(item.document);
  if (!Object.values(deliveries).some((d) => OPEN.includes(d.state))) return item;
  const changed = Object.entries(deliveries).map(([id, d]) => [id, OPEN.includes(d.state) ? begun(d, at) : d] as const);
  return { ...item, document: { ...item.document, deliveries: Object.fromEntries(changed) } };
}

function begun(d: Delivery, at: number): Delivery {
  // A look for it begins when it was first sent, and never later than the backup was made.
  return { ...d, state: 'sending', claim: null, attempts: Math.max(1, d.attempts), dueAt: Math.min(d.dueAt, at), sendingAt: d.sendingAt ?? at, firstSendAt: d.firstSendAt ?? at };
}
