import { createHash, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Bug, type Log, type RandomBytes } from '../../contracts/index.js';
import { MemoryRates } from '../memory/rates.js';
import type { Signals, Track } from '../port.js';
import { redisAddress } from './address.js';
import { RedisCache } from './cache.js';
import { Channels } from './channels.js';
import { connected } from './connect.js';
import { UNSEALED, type Seal } from './kept.js';
import { RedisLink } from './link.js';
import { memberName, Members } from './members.js';
import { RedisNews } from './news.js';
import { RedisRates } from './rates.js';
import { Reports } from './reports.js';
import { RedisWake } from './wake.js';

/** How often a process shows that it lives, learns who else does, and looks whether its connections still do. */
const BEAT_MS = 1_000;

/** What the Redis engine of the signals may be given. */
export interface RedisSignalsOptions {
  /** `redis://[[user]:password@]host[:port][/db]`, or `rediss://` for TLS: one server, or the address that leads to the present master. */
  uri: string;
  /** Which track this process works on; `stable` when left out. */
  track?: Track;
  /** What every key and channel begins with; `parley:` when left out. Installations of Parley that share a Redis need one each. */
  prefix?: string;
  log?: Log;
  /** Seals cached values, which may hold personal data; left out, they lie in Redis as they are. */
  seal?: Seal;
  /** Milliseconds that never jump. */
  monotonic?: () => number;
  random?: RandomBytes;
  /** Called with every command's purpose (`rates.take`, `wake.publish`…), for benchmarks. */
  onCommand?: (operation: string) => void;
  /** Called with what went wrong (`signals/foreign-cache`, `signals/redis-down-…`), every time. */
  count?: (what: string) => void;
  /** A command without an answer is given up after this, and the connection made anew; 1,000 when left out. */
  commandTimeoutMs?: number;
  /** How long to wait for the server at the start; 10,000 when left out. */
  patienceMs?: number;
  /** Values of the cache held in this process at most; 10,000 when left out. */
  maxNear?: number;
  /** Whose time refills rate limits. `caller` is for replays and tests, where the instant given to `take` is the time; `server` when left out. */
  limitsRefilledBy?: 'server' | 'caller';
}

/**
 * The signals that processes share through Redis. Throws `Rejected` where REDIS_URL is wrong or refused, `Retryable` where the
 * server cannot be reached. Once open, losing Redis, or all that it holds, costs time and never an answer.
 */
export async function openRedisSignals(options: RedisSignalsOptions): Promise<Signals> {
  const address = redisAddress(options.uri);
  const prefix = options.prefix ?? 'parley:';
  if (!/^[\w:.-]{1,60}$/.test(prefix)) throw new Bug('the prefix of Redis keys has 1 to 60 letters, digits and : . _ -', { code: 'redis.prefix' });
  // Channels know no databases: two installations in two of them would hear each other.
  const channel = `${prefix}${address.db}:`;
  const log = options.log;
  const bytes = options.random ?? randomBytes;
  const random = (): number => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32;
  const token = (): string => Buffer.from(bytes(12)).toString('base64url');
  const monotonic = options.monotonic ?? (() => performance.now());
  const self = memberName(options.track ?? 'stable', token());
  const reports = new Reports(log, options.count ?? (() => {}));
  const linkTo = (name: string): RedisLink =>
    new RedisLink({ address, name: `parley-${name}`, commandTimeoutMs: options.commandTimeoutMs ?? 1_000, random, reports, onCommand: options.onCommand ?? (() => {}) });

  const commands = linkTo('commands');
  const hearing = linkTo('news');
  const channels = new Channels(hearing, reports);
  const members = new Members({ link: commands, reports, key: `${prefix}workers`, channel: `${channel}workers`, self });
  const news = new RedisNews({ commands, channels, reports, log, prefix: channel, self });
  const wake = new RedisWake({ commands, channels, members, reports, log, prefix: channel, self });
  const cache = new RedisCache({
    commands,
    news: hearing,
    channels,
    reports,
    slotOf: (name) => slotOf(prefix, name),
    dropped: `${channel}dropped`,
    self,
    seal: options.seal ?? UNSEALED,
    token,
    random,
    monotonic,
    maxNear: options.maxNear ?? 10_000,
  });
  const local = new MemoryRates(100_000);
  const rates = new RedisRates({ link: commands, reports, local, keyOf: (name) => `${prefix}rate:${digest(name)}`, refilledBy: options.limitsRefilledBy ?? 'server' });

  channels.follow(`${channel}workers`, { message: () => void members.beat(), fresh: () => void members.beat() });
  commands.onUp(() => void members.beat());

  const beat = async (): Promise<void> => {
    await members.beat();
    // A connection cut without a word is found out by asking. What fails is reported and mended by the link itself.
    if (hearing.up) await hearing.send('channels.ping', (client) => client.ping()).catch(() => undefined);
  };
  const timers: NodeJS.Timeout[] = [];
  let closed: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer);
    news.clear();
    await wake.close();
    channels.clear();
    cache.clear();
    local.clear();
    await Promise.all([commands.close(), hearing.close()]);
  };

  try {
    const patience = { address, patienceMs: options.patienceMs ?? 10_000, monotonic, log };
    await Promise.all([connected(commands, patience), connected(hearing, patience)]);
    await members.beat();
  } catch (e) {
    await Promise.all([commands.close(), hearing.close()]);
    throw e;
  }
  timers.push(setInterval(() => void beat(), BEAT_MS));

  return {
    wake,
    news,
    cache,
    rates,
    time: () =>
      commands.send('time', async (client) => {
        const [seconds, microseconds] = await client.time();
        return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
      }),
    async ping() {
      await Promise.all([commands.send('ping', (client) => client.ping()), hearing.send('ping', (client) => client.ping())]);
    },
    close: () => (closed ??= close()),
  };
}

function slotOf(prefix: string, name: string): { value: string; lock: string } {
  const place = digest(name);
  return { value: `${prefix}cache:${place}`, lock: `${prefix}loading:${place}` };
}

/** Names may hold what shoppers wrote; keys hold only this of them. */
function digest(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
