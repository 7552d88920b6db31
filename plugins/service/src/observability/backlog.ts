import { Gauge, type Registry } from 'prom-client';
import type { Clock, Log } from '@parley/core/contracts';
import type { Records } from '@parley/core/conversation';

/** What waits in the whole store, at one moment. */
export interface Backlog {
  /** Turns due and not yet thought through, and for how long the first of them has been due. */
  waiting: number;
  lagMs: number;
  /** Turns with deliveries under way, and the age of the longest due of them. */
  delivering: number;
  deliveryAgeMs: number;
  /** Turns with a delivery that a person should see. */
  dead: number;
  uncertain: number;
  held: number;
  /** Hand-offs that nobody has accepted, how long the first of them has waited, and those that somebody has. */
  handoffsOffered: number;
  handoffWaitMs: number;
  handoffsAccepted: number;
}

/** One look into the store: a handful of index steps and counts. */
export async function measureBacklog(records: Records, clock: Clock): Promise<Backlog> {
  const { turns, handoffs } = records;
  const now = clock();
  const due = { state: { in: ['received', 'decided'] }, dueAt: { lte: now } };
  const withAttention = (attention: string) => turns.count('all', { attention });
  const [waiting, [first], delivering, [oldest], dead, uncertain, held, handoffsOffered, [longest], handoffsAccepted] = await Promise.all([
    turns.count('all', due),
    turns.find('all', { where: due, sort: [{ path: 'dueAt', order: 'asc' }], limit: 1 }),
    turns.count('all', { state: 'composed' }),
    turns.find('all', { where: { state: 'composed', dueAt: { lte: now } }, sort: [{ path: 'dueAt', order: 'asc' }], limit: 1 }),
    withAttention('dead'),
    withAttention('uncertain'),
    withAttention('held'),
    handoffs.count('all', { state: 'offered' }),
    handoffs.find('all', { where: { state: 'offered' }, sort: [{ path: 'offeredAt', order: 'asc' }], limit: 1 }),
    handoffs.count('all', { state: 'accepted' }),
  ]);
  return {
    waiting,
    lagMs: first === undefined ? 0 : Math.max(0, now - first.dueAt),
    delivering,
    deliveryAgeMs: oldest === undefined ? 0 : Math.max(0, now - (oldest.composedAt ?? oldest.storedAt)),
    dead,
    uncertain,
    held,
    handoffsOffered,
    handoffWaitMs: longest === undefined ? 0 : Math.max(0, now - longest.offeredAt),
    handoffsAccepted,
  };
}

/**
 * Puts the backlog of the whole store among the metrics. Meant for the roles that do background work, so that not every
 * process asks the same: who reads several takes the highest.
 * @returns looks at the store and sets the metrics; to be awaited before they are read
 */
export function observeBacklog(registry: Registry, records: Records, clock: Clock, log: Log): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const gauges: Readonly<Record<keyof Backlog, Gauge>> = {
    waiting: gauge('parley_mailbox_waiting', 'Turns due and not yet thought through, in the whole store'),
    lagMs: gauge('parley_mailbox_lag_seconds', 'How long the first of the waiting turns has been due'),
    delivering: gauge('parley_delivery_waiting', 'Turns with deliveries under way'),
    deliveryAgeMs: gauge('parley_delivery_age_seconds', 'Age of the oldest reply whose delivery is due'),
    dead: gauge('parley_dead', 'Turns with a delivery that was given up'),
    uncertain: gauge('parley_uncertain', 'Turns with a delivery of which nobody can tell whether it arrived'),
    held: gauge('parley_held', 'Turns with a delivery that waits for the host to allow it'),
    handoffsOffered: gauge('parley_handoffs_offered', 'Hand-offs that nobody has accepted yet'),
    handoffWaitMs: gauge('parley_handoff_longest_wait_seconds', 'How long the first of them has waited'),
    handoffsAccepted: gauge('parley_handoffs_accepted', 'Hand-offs that somebody has in hand'),
  };
  const measured = gauge('parley_backlog_measured', '1 where the store could be looked at for the backlog, 0 where it could not');
  return async () => {
    try {
      const seen = await measureBacklog(records, clock);
      for (const [name, value] of entriesOf(seen)) gauges[name].set(name.endsWith('Ms') ? value / 1_000 : value);
      measured.set(1);
    } catch (e) {
      // Reading the metrics must not fail with the store: that is when the others are needed most.
      measured.set(0);
      log.warn({ error: e instanceof Error ? e.message : String(e) }, 'the backlog could not be measured');
    }
  };
}

function entriesOf(b: Backlog): [keyof Backlog, number][] {
  return [['waiting', b.waiting], ['lagMs', b.lagMs], ['delivering', b.delivering], ['deliveryAgeMs', b.deliveryAgeMs], ['dead', b.dead], ['uncertain', b.uncertain], ['held', b.held], ['handoffsOffered', b.handoffsOffered], ['handoffWaitMs', b.handoffWaitMs], ['handoffsAccepted', b.handoffsAccepted]];
}
