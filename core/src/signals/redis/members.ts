import { z } from 'zod';
import type { Track } from '../port.js';
import { isReply, type RedisLink } from './link.js';
import type { Reports } from './reports.js';
import { Script } from './script.js';

/** A worker that has not been heard of for this long gets no more wake-ups. */
const ALIVE_MS = 3_000;

/**
 * Shows that this worker lives (where one is named), forgets those that do not, and returns who is left. Redis' own clock
 * alone is looked at, so that nobody's wrong clock makes anybody dead.
 */
const BEAT = new Script(
  'wake.beat',
  `
local foreign = 0
if redis.call('TYPE', KEYS[1]).ok ~= 'zset' and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('UNLINK', KEYS[1])
  foreign = 1
end
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local gone = redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local came = 0
if ARGV[1] ~= '' then
  came = redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
if gone + came > 0 then redis.call('PUBLISH', ARGV[3], '') end
return {foreign, redis.call('ZRANGE', KEYS[1], 0, -1)}
`,
);
const Beaten = z.tuple([z.number(), z.array(z.string())]);

const LEAVE = new Script(
  'wake.leave',
  `
if redis.call('TYPE', KEYS[1]).ok == 'zset' and redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then redis.call('PUBLISH', ARGV[2], '') end
return 1
`,
);

/** A member's name begins with its track. */
export function memberName(track: Track, token: string): string {
  return `${track}/${token}`;
}

export function trackOf(member: string): Track {
  return member.startsWith('canary/') ? 'canary' : 'stable';
}

/** The workers that can be woken, as this process knows them. */
export class Members {
  readonly #deps: { link: RedisLink; reports: Reports; key: string; channel: string; self: string };
  #known: ReadonlySet<string> = new Set<string>();
  #onTrack: Readonly<Record<Track, ReadonlySet<string>>> = { stable: new Set(), canary: new Set() };
  #joined = false;

  /** @param deps.channel told whenever somebody comes or goes */
  constructor(deps: { link: RedisLink; reports: Reports; key: string; channel: string; self: string }) {
    this.#deps = deps;
  }

  /** Everybody on this track, this process included while it takes part; where nobody is, everybody there is. */
  on(track: Track): ReadonlySet<string> {
    return this.#onTrack[track].size > 0 ? this.#onTrack[track] : this.#known;
  }

  /** Takes this process in; others learn of it by its next beat. */
  join(): void {
    this.#joined = true;
    this.#learn([...this.#known]);
  }

  async leave(): Promise<void> {
    this.#joined = false;
    this.forget(this.#deps.self);
    const { link, key, self, channel } = this.#deps;
    try {
      await LEAVE.run(link, [key], [self, channel]);
    } catch (e) {
      this.#failed(e);
    }
  }

  /** Until the next beat says otherwise. */
  forget(member: string): void {
    this.#set(new Set([...this.#known].filter((m) => m !== member)));
  }

  /** Shows that we live, and learns who does. Without Redis the last known stand. */
  async beat(): Promise<void> {
    const { link, reports, key, self, channel } = this.#deps;
    try {
      const [foreign, alive] = Beaten.parse(await BEAT.run(link, [key], [this.#joined ? self : '', ALIVE_MS, channel]));
      if (foreign === 1) reports.foreign('workers');
      this.#learn(alive);
    } catch (e) {
      this.#failed(e);
    }
  }

  #learn(alive: readonly string[]): void {
    const known = new Set(alive);
    // We know better than a list on its way to us whether we take part.
    if (this.#joined) known.add(this.#deps.self);
    else known.delete(this.#deps.self);
    this.#set(known);
  }

  #set(known: ReadonlySet<string>): void {
    this.#known = known;
    const on = (track: Track) => new Set([...known].filter((m) => trackOf(m) === track));
    this.#onTrack = { stable: on('stable'), canary: on('canary') };
  }

  /** A lost connection is reported by its link; the next beat makes it good. */
  #failed(e: unknown): void {
    if (isReply(e) || e instanceof z.ZodError) this.#deps.reports.refused('wake', e);
  }
}
