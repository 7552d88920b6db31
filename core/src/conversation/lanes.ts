import { SETTLED, type Delivery, type Turn } from '../contracts/index.js';

/** What is next in one lane (mailbox, target). */
export type Lane =
  | { is: 'send'; turn: Turn; delivery: Delivery }
  /** `sending` without a living sender. */
  | { is: 'stale'; turn: Turn; delivery: Delivery }
  /** Somebody is sending, or was when we began to watch. */
  | { is: 'busy'; turn: Turn; delivery: Delivery; dueAt: number }
  | { is: 'later'; turn: Turn; delivery: Delivery; dueAt: number }
  /** A turn that is composed although nothing in it is left to send. */
  | { is: 'settled'; turn: Turn };

/**
 * The first unsettled delivery of every lane. A lane goes in order of (seq, order) and waits for its head, whatever the head waits for;
 * other lanes of the mailbox go on. Pure.
 * @param open composed turns of one mailbox, by seq
 * @param isStale whether a `sending` has nobody behind it any more
 */
export function nextInLanes(open: readonly Turn[], now: number, isStale: (turn: Turn, d: Delivery) => boolean): Lane[] {
  const lanes: Lane[] = [];
  const taken = new Set<string>();
  for (const turn of open) {
    const left = Object.values(turn.deliveries)
      .filter((d) => !SETTLED.includes(d.state))
      .sort((a, b) => a.order - b.order);
    if (left.length === 0) lanes.push({ is: 'settled', turn });
    for (const delivery of left) {
      if (taken.has(delivery.target)) continue;
      taken.add(delivery.target);
      lanes.push(laneOf(turn, delivery, now, isStale));
    }
  }
  return lanes;
}

function laneOf(turn: Turn, delivery: Delivery, now: number, isStale: (turn: Turn, d: Delivery) => boolean): Lane {
  if (delivery.state === 'sending') {
    if (delivery.claim === null) return delivery.dueAt <= now ? { is: 'stale', turn, delivery } : { is: 'later', turn, delivery, dueAt: delivery.dueAt };
    return isStale(turn, delivery) ? { is: 'stale', turn, delivery } : { is: 'busy', turn, delivery, dueAt: now + 2_000 };
  }
  // A held lane is looked at whenever the mailbox moves: the shopper's next message may have opened the window.
  if (delivery.state === 'held' || delivery.dueAt <= now) return { is: 'send', turn, delivery };
  return { is: 'later', turn, delivery, dueAt: delivery.dueAt };
}
