/** Calls back once after `ms`; returns the way to call it off. */
export type Timer = (ms: number, callback: () => void) => () => void;

/** The process's own timers. */
export const systemTimer: Timer = (ms, callback) => {
  const handle = setTimeout(callback, ms);
  return () => clearTimeout(handle);
};

/** Wakes one waiter. A ring while nobody waits is kept for the next wait, so none is missed. */
export interface Bell {
  ring(): void;
  /** Resolves with `rung` as soon as somebody rings, else with `quiet` after `ms`. */
  wait(ms: number): Promise<'rung' | 'quiet'>;
}

export function createBell(timer: Timer): Bell {
  let kept = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      if (wake === null) kept = true;
      else wake();
    },
    wait(ms) {
      if (kept) {
        kept = false;
        return Promise.resolve('rung');
      }
      return new Promise((done) => {
        const finish = (how: 'rung' | 'quiet'): void => {
          wake = null;
          stop();
          done(how);
        };
        const stop = timer(ms, () => finish('quiet'));
        wake = () => finish('rung');
      });
    },
  };
}
