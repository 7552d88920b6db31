import type { Channel, Delivery, HostMessage, Reply, Turn } from '../contracts/index.js';
import type { SealKey } from '../security/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Planned } from './work.js';

/** A delivery that nobody has tried yet, under the key it is sent with, its content sealed. */
export function newDelivery(of: { turn: Turn; id: string; target: Delivery['target']; order: number; epoch: number; content: object; key: SealKey; now: number }): Delivery {
  const { turn, id, target, order, epoch, content, key, now } = of;
  return {
    id,
    target,
    order,
    state: 'planned',
    key: idOf('delivery', turn.id, id),
    epoch,
    sealed: key.seal(JSON.stringify(content), `delivery/${turn.id}/${id}`),
    attempts: 0,
    dueAt: now,
    claim: null,
    sendingAt: null,
    firstSendAt: null,
    hostId: null,
    deliveredAt: null,
    reason: null,
  };
}

/** A reply as host messages, each a delivery of its own with the key it is sent under. Where the host lets us only suggest, they are drafts. */
export function planDeliveries(input: { work: Planned; reply: Reply; channel: Channel | undefined; now: number }): Record<string, Delivery> {
  const { work, reply, channel, now } = input;
  if (channel === undefined) return {};
  const { turn, key } = work;
  const deliveries: Record<string, Delivery> = {};
  for (const [order, message] of channel.render(reply).entries()) {
    const id = `c${order}`;
    const host: HostMessage = { message, replyTo: work.replyTo, from: 'bot' };
    const sendable = channel.laws.reach === 'full';
    deliveries[id] = {
      ...newDelivery({ turn, id, target: 'channel', order, epoch: work.recalled.conversation.epoch, content: host, key, now }),
      state: sendable ? 'planned' : 'drafted',
      reason: sendable ? null : 'this host lets Parley only suggest',
    };
  }
  return deliveries;
}

/**
 * Begins the first delivery in the same write that keeps it, where nothing stands before it in its lane: one write fewer before the
 * shopper has the answer. Only where a send that was begun and never made can be made good, and where no window has to be asked.
 */
export function beginFirst(deliveries: Record<string, Delivery>, channel: Channel | undefined, worker: string, now: number): boolean {
  if (channel === undefined || channel.laws.resend === 'blind' || channel.laws.replyWindow !== null) return false;
  const [first] = Object.values(deliveries).filter((d) => d.target === 'channel').sort((a, b) => a.order - b.order);
  if (first?.state !== 'planned') return false;
  deliveries[first.id] = { ...first, state: 'sending', claim: { worker, attempt: 1, beat: 0 }, attempts: 1, sendingAt: now, firstSendAt: now };
  return true;
}
