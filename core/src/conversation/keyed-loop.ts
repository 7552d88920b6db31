import { ParleyError, type Log } from '../contracts/index.js';

/**
 * Runs a task per key: never twice at once for the same key, again if poked while running, at most `width` keys at a time.
 * The order of first pokes is kept. A failing run is logged and forgotten: what it left undone is found by the sweep.
 */
export interface KeyedLoop {
  poke(key: string): void;
  /** Takes no more work and resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
}

export function createKeyedLoop(name: string, width: number, run: (key: string) => Promise<void>, log: Log): KeyedLoop {
  const waiting = new Set<string>();
  const running = new Set<string>();
  const again = new Set<string>();
  let stopped = false;
  let onIdle: (() => void)[] = [];

  function start(): void {
    for (const key of waiting) {
      if (running.size >= width) return;
      waiting.delete(key);
      running.add(key);
      void work(key);
    }
  }

  async function work(key: string): Promise<void> {
    try {
      do {
        again.delete(key);
        await run(key);
      } while (again.has(key) && !stopped);
    } catch (e) {
      log.error({ loop: name, key, code: ParleyError.isInstance(e) ? e.code : 'unexpected', error: e instanceof Error ? (e.stack ?? e.message) : String(e) }, 'a run of a mailbox failed; the sweep will come back to it');
    } finally {
      running.delete(key);
      again.delete(key);
      if (!stopped) start();
      if (running.size === 0 && (stopped || waiting.size === 0)) {
        for (const done of onIdle) done();
        onIdle = [];
      }
    }
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      if (running.size === 0 && (stopped || waiting.size === 0)) resolve();
      else onIdle.push(resolve);
    });

  return {
    poke(key) {
      if (stopped) return;
      if (running.has(key)) again.add(key);
      else {
        waiting.add(key);
        start();
      }
    },
    stop() {
      stopped = true;
      waiting.clear();
      return idle();
    },
    idle,
  };
}
