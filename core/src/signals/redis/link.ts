import { Redis, type RedisOptions } from 'ioredis';
import { Retryable } from '../../contracts/index.js';
import type { RedisAddress } from './address.js';
import type { Reports } from './reports.js';

/** Waits between attempts to connect again: doubling, with jitter, so that a restarted server is not met by everybody at once. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;
const CONNECT_MS = 5_000;
/** A server that does not answer does not end a connection either. */
const DISCONNECT_MS = 50;
const LOADING_LOOK_MS = 500;
/** ioredis knows it by these words alone. */
const TIMED_OUT = 'Command timed out';

export interface LinkOptions {
  address: RedisAddress;
  /** Shown by Redis' CLIENT LIST. */
  name: string;
  /** A command that takes longer fails, and the connection is made anew. */
  commandTimeoutMs: number;
  random: () => number;
  reports: Reports;
  onCommand: (operation: string) => void;
}

/** Waits before the n-th attempt to connect again, in milliseconds. */
export function reconnectWait(attempt: number, random: () => number): number {
  return Math.ceil(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10)) * (0.5 + random() / 2));
}

/** What every connection of ours to Redis has in common, whoever makes it. */
export function connectionOptions(address: RedisAddress, name: string, random: () => number): RedisOptions {
  return {
    ...address.connect,
    connectionName: name,
    connectTimeout: CONNECT_MS,
    disconnectTimeout: DISCONNECT_MS,
    keepAlive: 10_000,
    // A replica that was a master a moment ago: whoever the address leads to now will take it.
    reconnectOnError: (e) => e.message.startsWith('READONLY'),
    retryStrategy: (attempt) => reconnectWait(attempt, random),
  };
}

/**
 * One connection that fails fast: nothing is queued while it is down, nothing is sent twice, a silent server is left after
 * one time-out, and it comes back by itself.
 */
export class RedisLink {
  readonly client: Redis;
  readonly #options: LinkOptions;
  readonly #onUp: (() => void)[] = [];
  readonly #onDown: (() => void)[] = [];
  #leaving = false;
  #closed = false;
  #lastError = 'the connection ended';

  constructor(options: LinkOptions) {
    this.#options = options;
    const { address, name, random, reports } = options;
    this.client = new Redis({
      ...connectionOptions(address, name, random),
      commandTimeout: options.commandTimeoutMs,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      // Fails what is in flight when the connection breaks, instead of keeping it for the next one.
      maxRetriesPerRequest: 0,
      // A server that loads its data guesses how long it will take, far too long at first.
      maxLoadingRetryTime: LOADING_LOOK_MS,
      lazyConnect: true,
    });
    const kind = `redis-down-${name}`;
    // The message alone: the error itself carries the arguments of AUTH.
    this.client.on('error', (e: Error) => (this.#lastError = e.message === '' && 'code' in e ? String(e.code) : e.message));
    this.client.on('close', () => {
      this.#leaving = false;
      if (this.#closed) return;
      reports.once(kind, { redis: address.shown, error: this.#lastError }, 'Redis is out of reach; going on without it and trying again');
      for (const told of this.#onDown) told();
    });
    this.client.on('ready', () => {
      reports.over(kind, { redis: address.shown }, 'Redis is back');
      for (const told of this.#onUp) told();
    });
  }

  get up(): boolean {
    return this.client.status === 'ready' && !this.#leaving;
  }

  /** What the connection last complained of, in Redis' or the system's words. */
  get lastError(): string {
    return this.#lastError;
  }

  /** Called whenever the connection has been made, the first time included. */
  onUp(listener: () => void): void {
    this.#onUp.push(listener);
  }

  onDown(listener: () => void): void {
    this.#onDown.push(listener);
  }

  /**
   * Sends one command. Throws `Retryable` at once where there is no connection and after the time-out where there is no
   * answer; a command that Redis refuses throws Redis' own error.
   * @param operation what it is for, as counts show it
   */
  async send<T>(operation: string, command: (client: Redis) => Promise<T>): Promise<T> {
    if (!this.up) throw unreachable(this.#options.address, this.#lastError);
    this.#options.onCommand(operation);
    try {
      return await command(this.client);
    } catch (e) {
      if (isReply(e)) throw e;
      const error = e instanceof Error ? e.message : String(e);
      if (error === TIMED_OUT) this.#leave();
      throw unreachable(this.#options.address, error, e);
    }
  }

  /** Lets go of the connection for good. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const open = ['connecting', 'connect', 'ready'].includes(this.client.status);
    const ended = new Promise<void>((resolve) => {
      // Between two connections nothing says that it has ended.
      const timer = setTimeout(resolve, open ? DISCONNECT_MS * 4 : 0);
      this.client.once('end', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.client.disconnect();
    await ended;
  }

  /** The server is silent: nothing more is asked on this connection, and a new one is tried. */
  #leave(): void {
    if (this.#leaving || this.#closed) return;
    this.#leaving = true;
    this.#lastError = `no answer within ${this.#options.commandTimeoutMs} ms`;
    this.client.disconnect(true);
  }
}

/** Whether this is an answer of Redis, and not the lack of one. */
export function isReply(e: unknown): boolean {
  return e instanceof Error && e.name === 'ReplyError';
}

function unreachable(address: RedisAddress, why: string, cause?: unknown): Retryable {
  return new Retryable(`Redis at ${address.shown} does not answer: ${why}`, { code: 'redis.unreachable', ...(cause === undefined ? {} : { cause }) });
}
