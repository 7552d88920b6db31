import type { Clock, Log } from '@parley/core/contracts';

/** Between two looks at the servers' time. */
const EVERY_MS = 10_000;
/** From here a machine's clock is worth a word to its operator. */
const WORTH_A_WORD_MS = 1_000;
/** An answer that took longer says too little about the moment it was given. */
const PROMPT_MS = 2_000;

/** A clock that processes agree on, however wrong their machines' are: one that is five minutes slow would let turns lie for five minutes. */
export interface SharedClock {
  now: Clock;
  /** Sets it right now and from now on, by the time that all processes can ask for. Without an answer it goes on as it was. */
  follow(timeOf: () => Promise<number>): Promise<void>;
  stop(): void;
}

export function createSharedClock(own: Clock, log: Log): SharedClock {
  let offsetMs = 0;
  let toldMs = 0;
  let timer: NodeJS.Timeout | undefined;

  async function look(timeOf: () => Promise<number>): Promise<void> {
    const before = own();
    let theirs: number;
    try {
      theirs = await timeOf();
    } catch {
      // Out of reach for now, which others report: the last correction holds.
      return;
    }
    const after = own();
    if (after < before || after - before > PROMPT_MS) return;
    offsetMs = Math.round(theirs - (before + after) / 2);
    if (Math.abs(offsetMs) < WORTH_A_WORD_MS || Math.abs(offsetMs - toldMs) < WORTH_A_WORD_MS) return;
    toldMs = offsetMs;
    log.warn({ aheadMs: -offsetMs }, 'this machine’s clock differs from Redis’; Redis’ time is used');
  }

  return {
    now: () => own() + offsetMs,
    async follow(timeOf) {
      await look(timeOf);
      timer = setInterval(() => void look(timeOf), EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
