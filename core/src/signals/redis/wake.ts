import { z } from 'zod';
import type { Log } from '../../contracts/index.js';
import { Listeners } from '../memory/listeners.js';
import type { Track, Wake } from '../port.js';
import type { Channels } from './channels.js';
import { isReply, type RedisLink } from './link.js';
import { trackOf, type Members } from './members.js';
import { placeOf } from './place.js';
import type { Reports } from './reports.js';

/** Mailboxes told of in one message. */
const AT_ONCE = 500;
const Mailboxes = z.array(z.string());

/**
 * Each wake-up goes to the one worker its mailbox belongs to, so that neither claims nor look-ups multiply with the number
 * of workers, and what that worker has in its caches serves again. It costs one command, none where the worker is this
 * process, and less than one where many come at once. Redis says how many received a message: where that is nobody, the worker has
 * died and the next one in line is told. Without Redis a process that works wakes itself.
 */
export class RedisWake implements Wake {
  readonly #listeners: Listeners<[string]>;
  readonly #deps: { commands: RedisLink; channels: Channels; members: Members; reports: Reports; prefix: string; self: string };
  /** What to tell other workers, gathered for a moment. */
  readonly #unsent = new Map<string, Set<string>>();
  #flush: NodeJS.Immediate | null = null;
  #closed = false;

  constructor(deps: { commands: RedisLink; channels: Channels; members: Members; reports: Reports; log: Log | undefined; prefix: string; self: string }) {
    this.#deps = deps;
    this.#listeners = new Listeners(deps.log);
  }

  wake(mailbox: string, track: Track = 'stable'): void {
    if (this.#closed) return;
    const { members, self } = this.#deps;
    const to = placeOf(mailbox, members.on(track));
    if (to === null || to === self) {
      this.#tellHere(mailbox);
      return;
    }
    const batch = this.#unsent.get(to) ?? new Set<string>();
    this.#unsent.set(to, batch.add(mailbox));
    this.#flush ??= setImmediate(() => this.#send());
  }

  onWake(listener: (mailbox: string) => void): () => void {
    const stop = this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#join();
    let stopped = false;
    return () => {
      if (stopped) return;
      stopped = true;
      stop();
      if (this.#listeners.size === 0) void this.#leave();
    };
  }

  comesHere(mailbox: string, track: Track = 'stable'): boolean {
    const { members, self } = this.#deps;
    return this.#listeners.size > 0 && placeOf(mailbox, members.on(track)) === self;
  }

  /** Ends hearing and taking part. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#flush !== null) clearImmediate(this.#flush);
    this.#unsent.clear();
    const worked = this.#listeners.size > 0;
    this.#listeners.clear();
    if (worked) await this.#leave();
  }

  #channel(member: string): string {
    return `${this.#deps.prefix}wake:${member}`;
  }

  #join(): void {
    const { channels, members, self } = this.#deps;
    members.join();
    // Others should learn of us as soon as we hear them: again after every lost connection.
    channels.follow(this.#channel(self), { message: (payload) => this.#receive(payload), fresh: () => void members.beat() });
  }

  async #leave(): Promise<void> {
    const { channels, members, self } = this.#deps;
    channels.leave(this.#channel(self));
    await members.leave();
  }

  #receive(payload: string): void {
    const mailboxes = mailboxesIn(payload);
    if (mailboxes === null) {
      this.#deps.reports.foreign('wake');
      return;
    }
    for (const mailbox of mailboxes) {
      if (this.#listeners.size > 0) this.#listeners.tell(mailbox);
      // Sent while we were leaving: whoever works now gets it.
      else this.wake(mailbox, trackOf(this.#deps.self));
    }
  }

  #tellHere(mailbox: string): void {
    if (this.#listeners.size > 0) this.#listeners.tell(mailbox);
    else this.#deps.reports.once('wake-unheard', {}, 'a wake-up found no worker; the sweep of the next one will find its mailbox');
  }

  #send(): void {
    this.#flush = null;
    const batches = [...this.#unsent];
    this.#unsent.clear();
    for (const [to, mailboxes] of batches) {
      const all = [...mailboxes];
      for (let at = 0; at < all.length; at += AT_ONCE) void this.#sendTo(to, all.slice(at, at + AT_ONCE));
    }
  }

  async #sendTo(to: string, mailboxes: readonly string[]): Promise<void> {
    const { commands, members, reports } = this.#deps;
    let received: number;
    try {
      received = await commands.send('wake.publish', (client) => client.publish(this.#channel(to), JSON.stringify(mailboxes)));
    } catch (e) {
      if (isReply(e)) reports.refused('wake', e);
      if (!this.#closed) for (const mailbox of mailboxes) this.#tellHere(mailbox);
      return;
    }
    if (received > 0) return;
    // Its connection is gone. Everybody forgets it in a moment; we do now, so that each try has one fewer to ask.
    members.forget(to);
    for (const mailbox of mailboxes) this.wake(mailbox, trackOf(to));
  }
}

function mailboxesIn(payload: string): readonly string[] | null {
  try {
    return Mailboxes.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
