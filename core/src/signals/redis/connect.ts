import { Rejected, Retryable, type Log } from '../../contracts/index.js';
import type { RedisAddress } from './address.js';
import type { RedisLink } from './link.js';

/** What no waiting mends, by the word Redis' answer has in it. */
const HOPELESS: readonly (readonly [RegExp, string, string])[] = [
  [/WRONGPASS|invalid password|invalid username-password/i, 'redis.auth', 'refuses the user or password in it'],
  [/NOAUTH/, 'redis.auth', 'asks for a password, and it has none'],
  [/NOPERM/, 'redis.auth', 'does not allow its user what Parley needs (INFO, SELECT, EVALSHA, PUBLISH, SUBSCRIBE and keys under the prefix)'],
  [/DB index is out of range/i, 'redis.url', 'has no database of that number'],
];
const LOOK_MS = 250;

export interface ConnectOptions {
  address: RedisAddress;
  /** How long to wait for a server that cannot be reached. One that is loading its data is waited for ten times as long. */
  patienceMs: number;
  monotonic: () => number;
  log: Log | undefined;
}

/**
 * Waits for the first connection. Throws `Rejected` where waiting would not help (user, password, database) and `Retryable` when the
 * time is over; both name REDIS_URL and the server, without user and password.
 */
export async function connected(link: RedisLink, options: ConnectOptions): Promise<void> {
  const { address, patienceMs, monotonic, log } = options;
  const begun = monotonic();
  const hopeless: Rejected[] = [];
  let loading = false;
  const judge = (e: Error): void => {
    const known = HOPELESS.find(([words]) => words.test(e.message));
    if (known !== undefined) hopeless.push(new Rejected(`REDIS_URL: ${address.shown} ${known[2]}`, { code: known[1] }));
  };
  const { client } = link;
  client.on('error', judge);
  try {
    // Whether this first attempt succeeds shows in the status; later ones follow by themselves.
    client.connect().catch(judge);
    for (;;) {
      const [first] = hopeless;
      if (first !== undefined) throw first;
      if (link.up) return;
      // Once seen is enough: while it loads it answers slowly, and connections break over it.
      if (!loading && (await isLoading(link))) {
        loading = true;
        log?.warn({ redis: address.shown }, 'Redis is loading its data; waiting for it');
      }
      if (monotonic() - begun > (loading ? patienceMs * 10 : patienceMs)) throw tooLate(address, patienceMs, loading, link.lastError);
      await sooner(client, LOOK_MS);
    }
  } finally {
    client.off('error', judge);
  }
}

/** A server that is there and says that it reads its data from disk. */
async function isLoading(link: RedisLink): Promise<boolean> {
  if (link.client.status !== 'connect') return false;
  try {
    return /^loading:1/m.test(await link.client.info('persistence'));
  } catch {
    // Gone meanwhile: the next look sees it.
    return false;
  }
}

/** Resolves when something happened to the connection, or after a moment. */
function sooner(client: RedisLink['client'], ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      client.off('ready', done);
      client.off('error', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    client.on('ready', done);
    client.on('error', done);
  });
}

function tooLate(address: RedisAddress, ms: number, loading: boolean, lastError: string): Retryable {
  const why = loading ? 'is still loading its data' : `cannot be reached: ${lastError}`;
  return new Retryable(`REDIS_URL: ${address.shown} ${why} (waited ${Math.round((loading ? ms * 10 : ms) / 1_000)} s)`, { code: 'redis.unreachable' });
}
