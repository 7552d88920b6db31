import { LRUCache } from 'lru-cache';
import { Bug, type Clock, type Instant, type Log } from '../../contracts/index.js';
import { ATTEMPTS, checkName, dataOf, endedWithin, progressFilter, REMEMBERED, reasonOf, waitAfter } from './attempts.js';
import type { JobHandler, JobKind, JobOptions, Jobs, JobStatus } from './port.js';

export interface MemoryJobsOptions {
  /** The system's clock when left out. */
  clock?: Clock;
  random?: () => number;
  log?: Log;
  /** How long `close` lets jobs run on before it tells them to stop, and how long it then waits; 5,000 ms each when left out. */
  graceMs?: number;
}

interface Entry {
  status: JobStatus;
  data: unknown;
  attempts: number;
  dueAt: Instant;
  key: string | null;
}

interface Lane {
  atOnce: number;
  run: (entry: Entry, signal: AbortSignal) => Promise<void>;
}

/** The longest a timer can be set for. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Jobs within this process: what waits is lost when it ends. */
export function createMemoryJobs(options: MemoryJobsOptions = {}): Jobs {
  const clock = options.clock ?? Date.now;
  const random = options.random ?? Math.random;
  const { log } = options;
  const graceMs = options.graceMs ?? 5_000;
  const lanes = new Map<string, Lane>();
  const open = new Map<string, Entry>();
  const ended = new LRUCache<string, JobStatus>({ max: REMEMBERED });
  const keys = new Map<string, string>();
  const running = new Map<Entry, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  const stopping = new AbortController();
  let closed = false;
  let last = 0;

  /** Starts what is due and has a place; comes back when the next is due. */
  function pump(kind: string): void {
    clearTimeout(timers.get(kind));
    timers.delete(kind);
    const lane = lanes.get(kind);
    if (lane === undefined || closed) return;
    const ofKind = [...open.values()].filter((e) => e.status.kind === kind);
    let free = lane.atOnce - ofKind.filter((e) => e.status.state === 'active').length;
    const waiting = ofKind.filter((e) => e.status.state === 'waiting').sort((a, b) => a.dueAt - b.dueAt);
    for (const entry of waiting) {
      if (free === 0) return;
      const wait = entry.dueAt - clock();
      if (wait > 0) {
        timers.set(kind, setTimeout(() => pump(kind), Math.min(LONGEST_TIMER_MS, Math.max(1, wait))));
        return;
      }
      free -= 1;
      entry.status.state = 'active';
      running.set(entry, attempt(lane, entry));
    }
  }

  async function attempt(lane: Lane, entry: Entry): Promise<void> {
    const { status } = entry;
    try {
      await lane.run(entry, stopping.signal);
      end(entry, 'done');
    } catch (e) {
      failed(entry, e);
    } finally {
      running.delete(entry);
      pump(status.kind);
    }
  }

  function failed(entry: Entry, e: unknown): void {
    const { status } = entry;
    if (stopping.signal.aborted) {
      status.state = 'waiting';
      return;
    }
    status.failures += 1;
    status.reason = reasonOf(e);
    const wait = status.failures < entry.attempts ? waitAfter(e, status.failures, random) : null;
    log?.warn({ job: status.id, failures: status.failures, error: status.reason }, wait === null ? 'a job failed' : 'a job failed; it is tried again');
    if (wait === null) {
      end(entry, 'failed');
      return;
    }
    entry.dueAt = clock() + wait;
    status.state = 'waiting';
  }

  function end(entry: Entry, state: 'done' | 'failed'): void {
    const { status } = entry;
    status.state = state;
    if (state === 'done') Object.assign(status, { progress: 1, reason: null });
    open.delete(status.id);
    ended.set(status.id, status);
    if (entry.key !== null) keys.delete(entry.key);
  }

  return {
    define<D>(kind: JobKind<D>, handler: JobHandler<D>) {
      checkName(kind);
      if (lanes.has(kind.name)) throw new Bug(`${kind.name} jobs have a handler already`, { code: 'jobs.defined-twice' });
      lanes.set(kind.name, {
        atOnce: kind.atOnce ?? 1,
        run: async ({ status, data }, signal) =>
          handler({ id: status.id, data: dataOf(kind, data), attempt: status.failures + 1, signal, progress: progressFilter((share) => (status.progress = share)) }),
      });
      pump(kind.name);
    },
    add<D>(kind: JobKind<D>, data: D, { key, runAt, attempts }: JobOptions = {}) {
      try {
        checkName(kind);
        if (closed) throw new Bug('a job was added after the jobs were closed', { code: 'jobs.closed' });
        // As it would come back from Redis, so that both engines hand out the same.
        const written: unknown = JSON.parse(JSON.stringify(dataOf(kind, data)));
        const place = key === undefined ? null : `${kind.name}/${key}`;
        const there = place === null ? undefined : keys.get(place);
        if (there !== undefined) return Promise.resolve(there);
        const id = `${kind.name}/${(last += 1)}`;
        open.set(id, {
          status: { id, kind: kind.name, state: 'waiting', progress: 0, failures: 0, reason: null },
          data: written,
          attempts: attempts ?? kind.attempts ?? ATTEMPTS,
          dueAt: runAt ?? clock(),
          key: place,
        });
        if (place !== null) keys.set(place, id);
        queueMicrotask(() => pump(kind.name));
        return Promise.resolve(id);
      } catch (e) {
        return Promise.reject(e instanceof Error ? e : new Error(String(e)));
      }
    },
    status(id) {
      const status = open.get(id)?.status ?? ended.get(id) ?? null;
      return Promise.resolve(status === null ? null : { ...status });
    },
    async close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      if (await endedWithin(graceMs, Promise.allSettled(running.values()))) return;
      stopping.abort(new Error('the process stops'));
      await endedWithin(graceMs, Promise.allSettled(running.values()));
    },
  };
}
