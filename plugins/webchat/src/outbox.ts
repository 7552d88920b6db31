import { backoffMs } from './backoff.js';
import { failureOf, type Failure } from './failure.js';
import type { Memory } from './storage.js';
import { fields, number, parseJson, string } from './wire.js';

/** A message that the service has not acknowledged yet. */
export interface Pending {
  id: string;
  thread: string;
  text: string;
  images: string[];
  at: number;
}

/** `sending`: under way. `waiting`: will be tried again by itself. `failed`: tried often, or refused. `sent`: acknowledged. */
export type SendState = 'sending' | 'waiting' | 'failed' | 'sent';

export interface Outbox {
  add(m: Pending): void;
  /** Everything not acknowledged, oldest first. */
  pending(): Pending[];
  /** Tries at once, refused ones only if named. */
  retry(id?: string): void;
  discard(id: string): void;
  /** Puts the messages of one thread into another (a guest who has signed in), or drops them. */
  rehome(from: string, to: string | null): void;
}

const PREFIX = 'out:';
/** After so many tries the shopper is told; trying goes on. */
const TRIES_BEFORE_TELLING = 4;

/**
 * Sends messages one after the other, in order, with the same id until each is acknowledged. They are kept in
 * storage until then, each under a key of its own so that tabs do not overwrite one another.
 */
export function createOutbox(deps: {
  memory: Memory;
  post: (m: Pending) => Promise<void>;
  /** Calls back after some milliseconds; returns the way to call it off. */
  timer: (ms: number, callback: () => void) => () => void;
  random: () => number;
  onState: (m: Pending, state: SendState, failure: Failure | null) => void;
}): Outbox {
  const { memory, post, timer, random, onState } = deps;
  const refused = new Set<string>();
  let tries = 0;
  let busy = false;
  let stopWaiting: (() => void) | null = null;

  function pending(): Pending[] {
    return memory
      .keys(PREFIX)
      .flatMap((key) => readPending(memory.get(key)) ?? [])
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  async function pump(): Promise<void> {
    if (busy || stopWaiting !== null) return;
    busy = true;
    try {
      for (;;) {
        const next = pending().find((m) => !refused.has(m.id));
        if (next === undefined) return;
        onState(next, 'sending', null);
        const failure = await post(next).then(() => null, failureOf);
        // Deleted by the shopper, or acknowledged through another tab, while it was under way.
        const gone = memory.get(PREFIX + next.id) === null;
        if (failure === null) {
          tries = 0;
          memory.remove(PREFIX + next.id);
          onState(next, 'sent', null);
        } else if (gone) {
          tries = 0;
        } else if (failure.passing) {
          tries++;
          onState(next, tries >= TRIES_BEFORE_TELLING ? 'failed' : 'waiting', failure);
          stopWaiting = timer(failure.retryAfterMs ?? backoffMs(tries, random), () => {
            stopWaiting = null;
            void pump();
          });
          return;
        } else {
          refused.add(next.id);
          onState(next, 'failed', failure);
        }
      }
    } finally {
      busy = false;
    }
  }

  function now(): void {
    stopWaiting?.();
    stopWaiting = null;
    void pump();
  }

  return {
    add(m) {
      memory.set(PREFIX + m.id, JSON.stringify(m));
      onState(m, 'sending', null);
      void pump();
    },
    pending,
    retry(id) {
      if (id !== undefined) refused.delete(id);
      now();
    },
    discard(id) {
      refused.delete(id);
      memory.remove(PREFIX + id);
      now();
    },
    rehome(from, to) {
      for (const m of pending().filter((p) => p.thread === from)) {
        if (to === null) memory.remove(PREFIX + m.id);
        else memory.set(PREFIX + m.id, JSON.stringify({ ...m, thread: to }));
      }
    },
  };
}

function readPending(text: string | null): Pending | null {
  const f = fields(parseJson(text ?? ''));
  const id = string(f?.['id']);
  const thread = string(f?.['thread']);
  if (f === null || id === undefined || thread === undefined) return null;
  const images = Array.isArray(f['images']) ? f['images'].flatMap((i: unknown) => string(i) ?? []) : [];
  return { id, thread, text: string(f['text']) ?? '', images, at: number(f['at']) ?? 0 };
}
