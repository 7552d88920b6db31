import type { Log } from '../../contracts/index.js';
import { Listeners } from '../memory/listeners.js';
import type { News } from '../port.js';
import type { Channels } from './channels.js';
import { isReply, type RedisLink } from './link.js';
import type { Reports } from './reports.js';

/** Topics kept for when the connection is back; beyond that the oldest are forgotten, and a listener looks later by itself. */
const MAX_OWED = 10_000;

/**
 * News over Redis' channels. Listeners of this process hear at once and without Redis. Others hear as soon as Redis carries
 * it; what could not be sent is sent when the connection is back, and whoever lost the connection looks again.
 */
export class RedisNews implements News {
  readonly #topics = new Map<string, Listeners<[]>>();
  readonly #unsent = new Set<string>();
  readonly #deps: { commands: RedisLink; channels: Channels; reports: Reports; log: Log | undefined; prefix: string; self: string };
  #flush: NodeJS.Immediate | null = null;

  constructor(deps: { commands: RedisLink; channels: Channels; reports: Reports; log: Log | undefined; prefix: string; self: string }) {
    this.#deps = deps;
    deps.commands.onUp(() => this.#send());
  }

  publish(topic: string): void {
    this.#topics.get(topic)?.tell();
    this.#unsent.add(topic);
    this.#flush ??= setImmediate(() => this.#send());
  }

  subscribe(topic: string, listener: () => void): () => void {
    const known = this.#topics.get(topic);
    const listeners = known ?? new Listeners<[]>(this.#deps.log);
    if (known === undefined) {
      this.#topics.set(topic, listeners);
      const { channels, self } = this.#deps;
      channels.follow(this.#channel(topic), {
        message: (origin) => {
          if (origin !== self) listeners.tell();
        },
        fresh: () => listeners.tell(),
      });
    }
    const stop = listeners.add(listener);
    return () => {
      stop();
      if (listeners.size > 0 || this.#topics.get(topic) !== listeners) return;
      this.#topics.delete(topic);
      this.#deps.channels.leave(this.#channel(topic));
    };
  }

  /** Topics somebody in this process listens to. */
  get size(): number {
    return this.#topics.size;
  }

  clear(): void {
    if (this.#flush !== null) clearImmediate(this.#flush);
    for (const listeners of this.#topics.values()) listeners.clear();
    this.#topics.clear();
    this.#unsent.clear();
  }

  #channel(topic: string): string {
    return `${this.#deps.prefix}news:${topic}`;
  }

  /** One message per topic, however often it was published in between. */
  #send(): void {
    this.#flush = null;
    const { commands } = this.#deps;
    if (!commands.up) {
      for (const topic of this.#unsent) {
        if (this.#unsent.size <= MAX_OWED) break;
        this.#unsent.delete(topic);
      }
      return;
    }
    const topics = [...this.#unsent];
    this.#unsent.clear();
    for (const topic of topics) void this.#sendOne(topic);
  }

  async #sendOne(topic: string): Promise<void> {
    const { commands, reports, self } = this.#deps;
    try {
      await commands.send('news.publish', (client) => client.publish(this.#channel(topic), self));
    } catch (e) {
      if (isReply(e)) reports.refused('news', e);
      else this.#unsent.add(topic);
    }
  }
}
