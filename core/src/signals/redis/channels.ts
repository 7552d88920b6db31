import type { RedisLink } from './link.js';
import { isReply } from './link.js';
import type { Reports } from './reports.js';

/** Who follows a channel. */
export interface Follower {
  message(payload: string): void;
  /** The channel is followed from now on: the first time, and again after every lost connection. What came before was missed. */
  fresh(): void;
}

/** Channels subscribed to with one command. */
const AT_ONCE = 500;

/** The channels this process follows, on its one subscriber connection; subscribed again by itself whenever that is made anew. */
export class Channels {
  readonly #link: RedisLink;
  readonly #reports: Reports;
  readonly #followed = new Map<string, Follower>();
  /** What the server was asked for on the present connection. */
  readonly #asked = new Set<string>();
  /** Changes to tell the server of, all at once a moment later: streams open and close in bursts. */
  readonly #changed = new Set<string>();
  #flush: NodeJS.Immediate | null = null;

  constructor(link: RedisLink, reports: Reports) {
    this.#link = link;
    this.#reports = reports;
    link.client.on('message', (channel: string, payload: string) => this.#followed.get(channel)?.message(payload));
    link.onUp(() => {
      this.#asked.clear();
      this.#changed.clear();
      this.#subscribe([...this.#followed.keys()]);
    });
  }

  /** Follows a channel that nobody follows yet. */
  follow(channel: string, follower: Follower): void {
    this.#followed.set(channel, follower);
    this.#soon(channel);
  }

  leave(channel: string): void {
    if (this.#followed.delete(channel)) this.#soon(channel);
  }

  /** Channels that the server was asked for. */
  get size(): number {
    return this.#asked.size;
  }

  clear(): void {
    this.#followed.clear();
    this.#changed.clear();
    if (this.#flush !== null) clearImmediate(this.#flush);
    this.#flush = null;
  }

  #soon(channel: string): void {
    this.#changed.add(channel);
    this.#flush ??= setImmediate(() => this.#tellServer());
  }

  #tellServer(): void {
    this.#flush = null;
    const changed = [...this.#changed];
    this.#changed.clear();
    // Without a connection there is nothing to tell: the next one begins with all that is followed then.
    if (!this.#link.up) return;
    this.#unsubscribe(changed.filter((c) => !this.#followed.has(c) && this.#asked.has(c)));
    // Left and followed again within the same moment is a new follower, to whom the channel is not fresh yet.
    this.#subscribe(changed.filter((c) => this.#followed.has(c)));
  }

  #subscribe(channels: readonly string[]): void {
    for (let at = 0; at < channels.length; at += AT_ONCE) {
      const some = channels.slice(at, at + AT_ONCE);
      for (const c of some) this.#asked.add(c);
      this.#link.send('channels.subscribe', (client) => client.subscribe(...some)).then(
        () => {
          for (const c of some) if (this.#asked.has(c)) this.#followed.get(c)?.fresh();
        },
        (e: unknown) => this.#failed(e),
      );
    }
  }

  #unsubscribe(channels: readonly string[]): void {
    if (channels.length === 0) return;
    for (const c of channels) this.#asked.delete(c);
    this.#link.send('channels.unsubscribe', (client) => client.unsubscribe(...channels)).catch((e: unknown) => this.#failed(e));
  }

  /** A lost connection is reported by its link, and made good by the next. */
  #failed(e: unknown): void {
    if (isReply(e)) this.#reports.refused('channels', e);
  }
}
