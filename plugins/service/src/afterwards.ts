import { ParleyError, type Log } from '@parley/core/contracts';

/** Small work that a request need not wait for and that nobody misses when it is lost: showing a page anew. */
export interface Afterwards {
  later(task: () => Promise<void>): void;
  /** Until all of it has ended. */
  settled(): Promise<void>;
}

export function createAfterwards(log: Log): Afterwards {
  const going = new Set<Promise<void>>();
  return {
    later(task) {
      const run: Promise<void> = task()
        .catch((e: unknown) => log.warn({ code: ParleyError.isInstance(e) ? e.code : 'unexpected', error: e instanceof Error ? e.message : String(e) }, 'work after a request failed'))
        .finally(() => going.delete(run));
      going.add(run);
    },
    async settled() {
      await Promise.all(going);
    },
  };
}
