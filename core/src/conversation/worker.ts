import type { Clock, Log } from '../contracts/index.js';
import type { Signals } from '../signals/index.js';
import { createKeyedLoop } from './keyed-loop.js';
import type { Delivering } from './delivering.js';
import type { Intake } from './intake.js';
import type { Records } from './records.js';
import type { Thinking } from './thinking.js';

/** A lost wake-up costs at most this and the grace together: two seconds. */
const SWEEP_MS = 1_500;
/** What came due only just now is in the hands of whoever was woken for it; sweeping it up again would be work for nothing. */
const GRACE_MS = 500;
const SWEEP_PAGE = 1_000;
/** Mailboxes worked on at once, of all tenants together: no tenant comes near it alone (see `SHARES`), so that many slow hosts at once are needed to fill it. */
const THINKING_WIDTH = 512;
const DELIVERING_WIDTH = 1_024;
/** Mailboxes of one tenant worked on at once. Thinking is mostly our own processor time, delivering mostly waiting for hosts. */
export const SHARES = { thinking: 32, delivering: 128 };

/** Works off mailboxes: on a wake-up at once, otherwise on the next sweep. */
export interface Worker {
  start(): Promise<void>;
  /** Ends after what is in hand; nothing is lost by what is left, it is durable. */
  stop(): Promise<void>;
  /** Looks once at everything unfinished; for start and for tests. */
  sweep(): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  /** Pokes thinking about one mailbox. */
  think(mailbox: string): void;
  /** Pokes delivering of one mailbox. */
  deliver(mailbox: string): void;
}

export function createWorker(deps: { records: Records; thinking: Thinking; delivering: Delivering; intake: Intake; signals: Signals; clock: Clock; log: Log }): Worker {
  const { records, delivering, intake, signals, clock, log } = deps;
  const timers = new Set<NodeJS.Timeout>();
  let sweeping: NodeJS.Timeout | null = null;
  let stopListening = () => {};

  const think = createKeyedLoop('thinking', THINKING_WIDTH, async (mailbox) => later(think, mailbox, (await deps.thinking.run(mailbox)).dueAt), log);
  const deliver = createKeyedLoop('delivering', DELIVERING_WIDTH, async (mailbox) => later(deliver, mailbox, (await delivering.run(mailbox)).dueAt), log);

  /** Comes back in time for what is due within the sweep's reach; what is later the sweep finds. */
  function later(loop: { poke(key: string): void }, mailbox: string, dueAt: number | null): void {
    if (dueAt === null) return;
    const wait = dueAt - clock();
    if (wait > SWEEP_MS * 2) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      loop.poke(mailbox);
    }, Math.max(1, wait));
    timers.add(timer);
  }

  async function sweep(graceMs = 0): Promise<void> {
    const now = clock() - graceMs;
    const [turns, composed] = await Promise.all([
      records.turns.find('all', { where: { state: { in: ['received', 'decided'] }, dueAt: { lte: now } }, sort: [{ path: 'dueAt', order: 'asc' }], limit: SWEEP_PAGE }),
      records.turns.find('all', { where: { state: 'composed', dueAt: { lte: now } }, sort: [{ path: 'dueAt', order: 'asc' }], limit: SWEEP_PAGE }),
    ]);
    for (const t of turns) think.poke(t.mailbox);
    for (const t of composed) deliver.poke(t.mailbox);
    await intake.expireParked();
  }

  function again(): void {
    sweeping = setTimeout(() => {
      sweep(GRACE_MS)
        .catch((e: unknown) => log.error({ error: String(e) }, 'a sweep failed'))
        .finally(() => {
          if (sweeping !== null) again();
        });
    }, SWEEP_MS);
  }

  return {
    async start() {
      stopListening = signals.wake.onWake((mailbox) => think.poke(mailbox));
      await sweep();
      again();
    },
    async stop() {
      stopListening();
      if (sweeping !== null) clearTimeout(sweeping);
      sweeping = null;
      for (const t of timers) clearTimeout(t);
      timers.clear();
      await think.stop();
      await deliver.stop();
    },
    sweep: () => sweep(),
    async idle() {
      await think.idle();
      await deliver.idle();
    },
    think: (mailbox) => think.poke(mailbox),
    deliver: (mailbox) => deliver.poke(mailbox),
  };
}
