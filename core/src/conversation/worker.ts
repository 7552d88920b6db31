import type { Clock, Log, Turn } from '../contracts/index.js';
import type { KeptBlobs } from './blobs.js';
import type { CallsForWork } from './calls-for-work.js';
import { createKeyedLoop } from './keyed-loop.js';
import type { Delivering } from './delivering.js';
import type { Timers } from './handoff/timers.js';
import type { Intake } from './intake.js';
import type { Records } from './records.js';
import type { TenantShares } from './tenant-shares.js';
import type { Thinking } from './thinking.js';

/** A lost wake-up costs at most this and the grace together: two seconds. */
const SWEEP_MS = 1_500;
/** What came due only just now is in the hands of whoever was woken for it; sweeping it up again would be work for nothing. */
const GRACE_MS = 500;
const SWEEP_PAGE = 1_000;
/** More than this many pages due at once is a backlog that the next sweeps see. */
const SWEEP_PAGES = 20;
/** Whose process does not take up its mailboxes for this long has lost them to whoever finds them. */
const OTHERS_MS = 3_000;
/** Between two looks for what nobody needs any more. */
const TIDY_MS = 600_000;
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

export function createWorker(deps: { records: Records; thinking: Thinking; delivering: Delivering; intake: Intake; blobs: KeptBlobs; timers: Timers; calls: CallsForWork; shares: { thinking: TenantShares; delivering: TenantShares }; pull: (installation: string) => void; clock: Clock; log: Log }): Worker {
  const { records, delivering, intake, blobs, timers: ladders, calls, shares, clock, log } = deps;
  const timers = new Set<NodeJS.Timeout>();
  let sweeping: NodeJS.Timeout | null = null;
  let stopListening = () => {};
  let tidiedAt = -Infinity;

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

  /** @param whose everything that is due, or what is called for here and what others have let lie */
  async function sweep(whose: 'all' | 'ours'): Promise<void> {
    const now = clock() - (whose === 'all' ? 0 : GRACE_MS);
    const mayTake = (t: Turn) => whose === 'all' || calls.comesHere(t.mailbox, t.tenant) || now - t.dueAt > OTHERS_MS;
    await Promise.all([
      overdue({ in: ['received', 'decided'] }, now, (t) => {
        if (mayTake(t) && !shares.thinking.waits(t.tenant, t.mailbox)) think.poke(t.mailbox);
      }),
      overdue('composed', now, (t) => {
        if (mayTake(t) && !shares.delivering.waits(t.tenant, t.mailbox)) deliver.poke(t.mailbox);
      }),
    ]);
    await ladders.ring();
    await intake.expireParked();
    if (clock() - tidiedAt < TIDY_MS) return;
    tidiedAt = clock();
    await blobs.removeUnused();
  }

  /** Every mailbox with something due, page by page: a shop with thousands of stuck turns must not hide the others'. */
  async function overdue(state: string | { in: readonly string[] }, now: number, see: (turn: Turn) => void): Promise<void> {
    let from = 0;
    for (let page = 0; page < SWEEP_PAGES; page++) {
      const turns = await records.turns.find('all', { where: { state, dueAt: { gte: from, lte: now } }, sort: [{ path: 'dueAt', order: 'asc' }], limit: SWEEP_PAGE });
      for (const t of turns) see(t);
      const last = turns.at(-1);
      if (last === undefined || turns.length < SWEEP_PAGE) return;
      from = Math.max(last.dueAt, from + 1);
    }
  }

  function again(): void {
    sweeping = setTimeout(() => {
      sweep('ours')
        .catch((e: unknown) => log.error({ error: String(e) }, 'a sweep failed'))
        .finally(() => {
          if (sweeping !== null) again();
        });
    }, SWEEP_MS);
  }

  return {
    async start() {
      stopListening = calls.onCall((work, id) => {
        if (work === 'think') think.poke(id);
        else if (work === 'deliver') deliver.poke(id);
        else deps.pull(id);
      });
      await sweep('all');
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
    sweep: () => sweep('all'),
    async idle() {
      await think.idle();
      await deliver.idle();
    },
    think: (mailbox) => think.poke(mailbox),
    deliver: (mailbox) => deliver.poke(mailbox),
  };
}
