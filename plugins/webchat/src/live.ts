import { backoffMs } from './backoff.js';
import { failureOf, type Failure } from './failure.js';
import type { Api } from './http.js';
import type { Sessions } from './sessions.js';
import { createSseParser } from './sse.js';
import { parseJson, readAnswering, readEntry, type Entry, type Session } from './wire.js';

/** The service beats every 15 s; a line that is silent for longer is dead, whatever the browser believes. */
const SILENCE_MS = 40_000;

export type LinkState = 'connecting' | 'online' | 'lost';

export interface Live {
  start(): void;
  stop(): void;
  /** The network is said to be back, or the page is seen again: no need to wait any longer. */
  nudge(): void;
}

/** Keeps the event stream open: goes on after the last number seen, renews the session, waits longer after each failure. */
export function createLive(deps: {
  api: Api;
  sessions: Sessions;
  last: () => number;
  random: () => number;
  onEntry: (e: Entry) => void;
  /** Whether the assistant answers at all. */
  onAnswering: (answering: boolean) => void;
  onState: (s: LinkState, failure: Failure | null) => void;
}): Live {
  const { api, sessions, last, random, onEntry, onAnswering, onState } = deps;
  let running: AbortController | null = null;
  let nudged: () => void = () => undefined;

  async function loop(stop: AbortSignal): Promise<void> {
    let attempt = 0;
    const stopped = (): boolean => stop.aborted;
    onState('connecting', null);
    while (!stopped()) {
      const failure = await sessions
        .use((s) => once(s, stop, () => {
          attempt = 0;
          onState('online', null);
        }))
        .then(() => null, failureOf);
      if (stopped()) return;
      attempt++;
      if (failure !== null || attempt > 1) onState('lost', failure);
      await pause(failure?.retryAfterMs ?? backoffMs(attempt, random), stop);
    }
  }

  /** One connection, until it ends. */
  async function once(s: Session, stop: AbortSignal, onOpen: () => void): Promise<void> {
    const cut = new AbortController();
    const onStop = (): void => cut.abort();
    stop.addEventListener('abort', onStop, { once: true });
    let watchdog = setTimeout(onStop, SILENCE_MS);
    try {
      const response = await api.events(s, last(), cut.signal);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (reader === undefined) return;
      const parser = createSseParser((e) => {
        const answering = e.event === 'status' ? readAnswering(parseJson(e.data)) : null;
        if (answering !== null && !stop.aborted) onAnswering(answering);
        const entry = e.event === 'message' ? readEntry(parseJson(e.data)) : null;
        if (entry !== null && !stop.aborted) onEntry(entry);
      });
      onOpen();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(onStop, SILENCE_MS);
        parser.push(value);
      }
    } finally {
      clearTimeout(watchdog);
      stop.removeEventListener('abort', onStop);
      cut.abort();
    }
  }

  function pause(ms: number, stop: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const end = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', end);
        nudged = () => undefined;
        done();
      };
      const timer = setTimeout(end, ms);
      stop.addEventListener('abort', end, { once: true });
      nudged = end;
    });
  }

  return {
    start() {
      if (running !== null) return;
      running = new AbortController();
      void loop(running.signal);
    },
    stop() {
      running?.abort();
      running = null;
    },
    nudge: () => nudged(),
  };
}
