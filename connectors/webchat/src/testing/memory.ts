import type { Blobs, Log, RateLimit, ThreadEntry, ThreadLog, ThreadPlace } from '@parley/core/contracts';
import type { Timer } from '../bell.js';

/** A thread log in memory that obeys the port's promises; `say` stands in for the intake that records shoppers' own messages. */
export function memoryThreads(clock: () => number): ThreadLog & { say(place: ThreadPlace, id: string, text: string): void; followers(): number } {
  const rows = new Map<string, { key: string | null; entry: ThreadEntry }[]>();
  const listeners = new Map<string, Set<() => void>>();
  const keyOf = (p: ThreadPlace): string => JSON.stringify([p.installation, p.hostThread, p.identity]);
  const of = (p: ThreadPlace): { key: string | null; entry: ThreadEntry }[] => {
    const found = rows.get(keyOf(p)) ?? [];
    rows.set(keyOf(p), found);
    return found;
  };
  return {
    append(place, key, entry) {
      const log = of(place);
      const known = log.find((r) => r.key === key);
      if (known !== undefined) return Promise.resolve(known.entry);
      const n = log.filter((r) => r.entry.n > 0).length + 1;
      const row = { key, entry: { n, id: `out-${n}`, at: clock(), ...entry } };
      log.push(row);
      for (const l of listeners.get(keyOf(place)) ?? []) l();
      return Promise.resolve(row.entry);
    },
    find: (place, key) => Promise.resolve(of(place).find((r) => r.key === key)?.entry ?? null),
    after: (place, after, limit) => Promise.resolve(of(place).map((r) => r.entry).filter((e) => e.n > after).slice(0, limit)),
    history: (place, limit) => Promise.resolve(of(place).map((r) => r.entry).slice(-limit)),
    follow(place, onNews) {
      const set = listeners.get(keyOf(place)) ?? new Set();
      listeners.set(keyOf(place), set.add(onNews));
      return () => set.delete(onNews);
    },
    say(place, id, text) {
      of(place).push({ key: null, entry: { n: 0, id, at: clock(), from: 'shopper', message: { parts: [{ type: 'text', text }] }, replyTo: [] } });
    },
    followers: () => [...listeners.values()].reduce((sum, s) => sum + s.size, 0),
  };
}

/** Blobs in memory, seen only by the identity that put them. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, { mime: string; bytes: Uint8Array }>();
  return {
    put(installation, identity, mime, bytes) {
      const blob = `blob-${kept.size + 1}`;
      kept.set(JSON.stringify([installation, identity, blob]), { mime, bytes });
      return Promise.resolve({ blob });
    },
    get: (installation, identity, blob) => Promise.resolve(kept.get(JSON.stringify([installation, identity, blob])) ?? null),
  };
}

/** Token buckets in memory. */
export function memoryLimit(): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(rule, now) {
      const b = buckets.get(rule.key) ?? { tokens: rule.burst, at: now };
      const tokens = Math.min(rule.burst, b.tokens + ((now - b.at) * rule.perMinute) / 60_000);
      const cost = rule.tokens ?? 1;
      const ok = tokens >= cost;
      buckets.set(rule.key, { tokens: ok ? tokens - cost : tokens, at: now });
      return Promise.resolve(ok ? { ok: true } : { ok: false, retryAfterMs: Math.ceil(((cost - tokens) * 60_000) / rule.perMinute) });
    },
  };
}

/** A clock that only moves when told to, with the timers that hang on it. */
export function handClock(start: number): { now: () => number; timer: Timer; pass: (ms: number) => void } {
  let now = start;
  const due = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => now,
    timer(ms, callback) {
      const entry = { at: now + ms, callback };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass(ms) {
      now += ms;
      for (const entry of [...due].filter((e) => e.at <= now)) {
        due.delete(entry);
        entry.callback();
      }
    },
  };
}

/** Keeps what was logged, so that a test can look for what must not be there. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (facts: object, message: string): void => void lines.push(`${JSON.stringify(facts)} ${message}`);
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}
