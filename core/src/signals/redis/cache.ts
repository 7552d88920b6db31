import { LRUCache } from 'lru-cache';
import type { Cache } from '../port.js';
import { cacheCommands, type Slot } from './cache-scripts.js';
import type { Channels } from './channels.js';
import { read, write, type Seal } from './kept.js';
import { isReply, type RedisLink } from './link.js';
import type { Reports } from './reports.js';

/** A loader that died holds up the others for this long; one that lives renews in time. */
const LOCK_MS = 2_000;
const RENEW_MS = 600;
/** Whoever waited this long for another process's load makes its own. */
const PATIENCE_MS = 3_000;
/** Looks while waiting: doubling, with jitter. */
const FIRST_LOOK_MS = 5;
const LONGEST_LOOK_MS = 200;
/** Drops kept for when the connection is back; a value whose drop is forgotten still ends by its time. */
const MAX_OWED = 10_000;

export interface RedisCacheDeps {
  commands: RedisLink;
  /** The connection that `channels` are followed on. */
  news: RedisLink;
  channels: Channels;
  reports: Reports;
  slotOf: (name: string) => Slot;
  /** The channel drops are told on. */
  dropped: string;
  self: string;
  seal: Seal;
  /** A text nobody else makes. */
  token: () => string;
  random: () => number;
  /** Milliseconds that never jump. */
  monotonic: () => number;
  /** Values held in this process at most. */
  maxNear: number;
}

/** A copy in this process with the moment it ends. */
interface Near {
  value: unknown;
  until: number;
}

/** Where a value came from: only what Redis holds may be kept near, since only that is dropped for everybody. */
type Loaded<T> = { value: T; until: number | null };

/**
 * Values in Redis with copies in each process. A load holds a lock with a token; others wait for it for a bounded time; a drop takes value and lock
 * away and tells every process to forget its copy, so what was being loaded meanwhile is kept nowhere. Without Redis
 * everybody loads directly, once at a time per process.
 */
export class RedisCache implements Cache {
  readonly #deps: RedisCacheDeps;
  readonly #near: LRUCache<string, Near>;
  readonly #loading = new Map<string, Promise<Loaded<unknown>>>();
  readonly #owed = new Set<string>();
  /** Whether drops made elsewhere are heard now; while they are not, nothing is served from this process's own copies. */
  #hearing = false;

  constructor(deps: RedisCacheDeps) {
    this.#deps = deps;
    this.#near = new LRUCache<string, Near>({ max: deps.maxNear });
    deps.channels.follow(deps.dropped, { message: (m) => this.#heard(m), fresh: () => (this.#hearing = true) });
    deps.news.onDown(() => {
      this.#hearing = false;
      this.#near.clear();
    });
    deps.commands.onUp(() => void this.#payOwed());
  }

  async through<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    const { value: name } = this.#deps.slotOf(key);
    const near = this.#near.get(name);
    // What a key holds is what its callers' `load` yields: the key stands for the type, which no check could prove here.
    if (near !== undefined && this.#servesNear() && this.#deps.monotonic() < near.until) return near.value as T;
    const running = this.#loading.get(name);
    if (running !== undefined) return (await running).value as T;
    const started = this.#fetch(key, ttlMs, load);
    this.#loading.set(name, started);
    try {
      const { value, until } = await started;
      // Dropped meanwhile: those who waited get it, nobody after them.
      if (this.#loading.get(name) === started && until !== null && this.#servesNear()) this.#near.set(name, { value, until });
      return value;
    } finally {
      if (this.#loading.get(name) === started) this.#loading.delete(name);
    }
  }

  async drop(key: string): Promise<void> {
    const { value: name } = this.#deps.slotOf(key);
    this.#forget(name);
    await this.#dropShared(key);
  }

  clear(): void {
    this.#near.clear();
    this.#loading.clear();
    this.#owed.clear();
  }

  #servesNear(): boolean {
    return this.#hearing && this.#deps.news.up;
  }

  #forget(name: string): void {
    this.#near.delete(name);
    this.#loading.delete(name);
  }

  /** "origin name" of a drop made elsewhere. */
  #heard(message: string): void {
    const [origin, name] = message.split(' ');
    if (origin !== this.#deps.self && name !== undefined) this.#forget(name);
  }

  async #dropShared(key: string): Promise<void> {
    const { commands, dropped, self, slotOf } = this.#deps;
    const slot = slotOf(key);
    try {
      await cacheCommands.drop(commands, slot, { channel: dropped, message: `${self} ${slot.value}` });
    } catch (e) {
      this.#failed(e);
      // Redis still holds what was to go: nothing of it is read before it is gone.
      const [oldest] = this.#owed;
      if (this.#owed.size >= MAX_OWED && oldest !== undefined) this.#owed.delete(oldest);
      this.#owed.add(key);
    }
  }

  async #payOwed(): Promise<void> {
    for (const key of [...this.#owed]) {
      this.#owed.delete(key);
      await this.#dropShared(key);
      if (!this.#deps.commands.up) return;
    }
  }

  async #fetch<T>(key: string, ttlMs: number, load: () => Promise<T>): Promise<Loaded<T>> {
    const { commands, monotonic, random, token } = this.#deps;
    const whole = Math.ceil(ttlMs);
    if (whole < 1 || !commands.up || this.#owed.has(key)) return { value: await load(), until: null };
    const slot = this.#deps.slotOf(key);
    const own = token();
    const giveUpAt = monotonic() + PATIENCE_MS;
    let discard = '';
    for (let look = FIRST_LOOK_MS; monotonic() < giveUpAt; look = Math.min(LONGEST_LOOK_MS, look * 2)) {
      const asked = await this.#ask(slot, own, discard);
      if (asked === null) break;
      if (asked.is === 'yours') return this.#loadFor(slot, own, whole, load);
      if (asked.is === 'value') {
        const kept = read(this.#deps.seal, slot.value, asked.text);
        if (kept !== null) return { value: kept.value as T, until: monotonic() + asked.leftMs };
        discard = asked.text;
        continue;
      }
      await new Promise((resolve) => setTimeout(resolve, look * (0.5 + random() / 2)));
    }
    return { value: await load(), until: null };
  }

  /** Null where Redis cannot be asked. */
  async #ask(slot: Slot, token: string, discard: string): Promise<Awaited<ReturnType<typeof cacheCommands.ask>> | null> {
    try {
      const asked = await cacheCommands.ask(this.#deps.commands, slot, { token, lockMs: LOCK_MS, discard });
      if (asked.foreign) this.#deps.reports.foreign('cache');
      return asked;
    } catch (e) {
      this.#failed(e);
      return null;
    }
  }

  /** With the lock in hand. */
  async #loadFor<T>(slot: Slot, token: string, ttlMs: number, load: () => Promise<T>): Promise<Loaded<T>> {
    const { commands } = this.#deps;
    const renewing = setInterval(() => void cacheCommands.renew(commands, slot, { token, lockMs: LOCK_MS }).catch((e: unknown) => this.#failed(e)), RENEW_MS).unref();
    let value: T;
    try {
      value = await load();
    } catch (e) {
      await cacheCommands.giveUp(commands, slot, token).catch((failure: unknown) => this.#failed(failure));
      throw e;
    } finally {
      clearInterval(renewing);
    }
    return { value, until: await this.#keep(slot, token, ttlMs, value) };
  }

  /** When it ends, or null where it was not kept. */
  async #keep(slot: Slot, token: string, ttlMs: number, value: unknown): Promise<number | null> {
    const { commands, monotonic, reports, seal } = this.#deps;
    const from = monotonic();
    try {
      const text = write(seal, slot.value, value);
      return (await cacheCommands.keep(commands, slot, { token, text, ttlMs })) ? from + ttlMs : null;
    } catch (e) {
      if (e instanceof TypeError) reports.once('cache-no-json', {}, 'a value that is no JSON was to be cached; it is loaded anew each time');
      else this.#failed(e);
      return null;
    }
  }

  /** A lost connection is reported by its link. Whoever asked goes on without the cache. */
  #failed(e: unknown): void {
    if (isReply(e) || !isUnreachable(e)) this.#deps.reports.refused('cache', e);
  }
}

function isUnreachable(e: unknown): boolean {
  return e instanceof Error && 'code' in e && e.code === 'redis.unreachable';
}
