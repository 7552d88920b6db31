import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { redisWire } from './redis-wire.js';

/** A redis-server of the tests' own on a port that stays the same, which keeps everything in memory alone. */
export interface RedisServer {
  uri: string;
  port: number;
  /** Stops answering without ending any connection. */
  pause(): void;
  resume(): void;
  /** Ends it at once, with all it held. */
  kill(): Promise<void>;
  /** Ends it, forgets everything, and starts it anew on the same port. */
  restartWithLoss(): Promise<void>;
  /** Starts it on the same port after `kill`. */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  password?: string;
  /** Further arguments of redis-server, for example `['--maxmemory', '10mb']`. */
  args?: readonly string[];
  /** A folder to keep data in over a restart; a fresh one that is removed at the end when left out. */
  folder?: string;
  /** Return as soon as it takes connections, even if it is still loading its data. */
  whileLoading?: boolean;
}

/** Where tests may find a Redis: the one REDIS_URL names, one they start themselves, or none. */
export const redisAt: { given: string | null; binary: string | null } = {
  given: process.env['REDIS_URL'] === undefined || process.env['REDIS_URL'] === '' ? null : process.env['REDIS_URL'],
  binary: binaryIn(process.env['PATH'] ?? ''),
};

function binaryIn(folders: string): string | null {
  for (const folder of folders.split(path.delimiter)) {
    const file = path.join(folder, 'redis-server');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

export const HOW_TO_GET_REDIS = 'Install redis-server (Debian: apt-get install redis-server)';

/** A Redis for tests that only use it: the given one, or one of their own. `stop` removes every key under the prefix. */
export async function redisForUse(prefix: string): Promise<{ uri: string; stop(): Promise<void> }> {
  if (redisAt.given === null) return startRedis();
  const uri = redisAt.given;
  return {
    uri,
    async stop() {
      const wire = await redisWire(uri);
      let cursor = '0';
      do {
        const [next, keys] = (await wire.command('SCAN', cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000)) as [string, string[]];
        if (keys.length > 0) await wire.command('DEL', ...keys);
        cursor = next;
      } while (cursor !== '0');
      wire.close();
    },
  };
}

/** Starts a redis-server that is gone with the tests. */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const { binary } = redisAt;
  if (binary === null) throw new Error(`There is no redis-server here. ${HOW_TO_GET_REDIS}.`);
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'parley-redis-')));
  const port = await freePort();
  const uri = `redis://${options.password === undefined ? '' : `:${encodeURIComponent(options.password)}@`}127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', ...(options.password === undefined ? [] : ['--requirepass', options.password]), ...(options.args ?? [])];
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const started = spawn(binary ?? '', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let said = '';
    for (const out of [started.stdout, started.stderr]) out.on('data', (chunk: unknown) => (said = (said + String(chunk)).slice(-4_000)));
    for (;;) {
      if (started.exitCode !== null) throw new Error(`redis-server did not start:\n${said}`);
      if (await answers(uri, options.whileLoading === true)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function kill(): Promise<void> {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  // However the tests end, it does not outlive them.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    uri,
    port,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    kill,
    start,
    async restartWithLoss() {
      await kill();
      await start();
    },
    async stop() {
      await kill();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(uri: string, whileLoading: boolean): Promise<boolean> {
  try {
    const wire = await redisWire(uri);
    try {
      await wire.command('PING');
    } finally {
      wire.close();
    }
    return true;
  } catch (e) {
    return whileLoading && e instanceof Error && e.message.startsWith('LOADING');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port was given'))));
    });
  });
}
