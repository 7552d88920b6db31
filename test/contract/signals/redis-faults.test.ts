import { afterEach, expect, it } from '@jest/globals';
import { openRedisSignals, type RedisSignalsOptions, type Signals } from '@parley/core/signals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../../harness/until.js';
import { startRedis, type RedisServer, type RedisServerOptions } from '../../servers/redis.js';
import { redisWire } from '../../servers/redis-wire.js';
import { describeWithRedis } from '../../servers/with-redis.js';

const NOW = Date.UTC(2026, 0, 1);
const TIMEOUT_MS = 200;

describeWithRedis('a Redis that fails', 'own', () => {
  const servers: RedisServer[] = [];
  const opened: Signals[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((s) => s.close()));
    await Promise.all(servers.splice(0).map((s) => s.stop()));
  });

  async function server(options: RedisServerOptions = {}): Promise<RedisServer> {
    const started = await startRedis(options);
    servers.push(started);
    return started;
  }
  async function process(uri: string, options: Partial<RedisSignalsOptions> = {}): Promise<Signals> {
    const signals = await openRedisSignals({ uri, commandTimeoutMs: TIMEOUT_MS, patienceMs: 1_000, ...options });
    opened.push(signals);
    return signals;
  }
  const reachable = (s: Signals): Promise<unknown> => until(() => s.ping().then(() => true, () => false), (ok) => ok, 'the connection');

  /** What a turn asks of the signals. Resolves whatever Redis does. */
  async function useAll(s: Signals, key: string): Promise<{ loaded: string; taken: number }> {
    s.wake.wake(`mailbox ${key}`);
    s.news.publish(`topic ${key}`);
    const loaded = await s.cache.through(key, 60_000, () => Promise.resolve('loaded'));
    await s.cache.drop(key);
    let taken = 0;
    for (let n = 0; n < 5; n++) if ((await s.rates.take({ key, perMinute: 1, burst: 3 }, NOW)).ok) taken += 1;
    return { loaded, taken };
  }

  it('goes on without it, with limits, and comes back when it has lost everything', async () => {
    const redis = await server();
    const [one, two] = [await process(redis.uri), await process(redis.uri)];
    let [oneHeard, twoHeard] = [0, 0];
    one.news.subscribe('a', () => (oneHeard += 1));
    two.news.subscribe('a', () => (twoHeard += 1));
    const woken: string[] = [];
    two.wake.onWake((m) => woken.push(m));
    await until(() => Promise.resolve([oneHeard, twoHeard]), (n) => n.join() === '1,1', 'the first look of both listeners');
    expect(await useAll(one, 'before')).toEqual({ loaded: 'loaded', taken: 3 });

    await redis.kill();
    await until(() => one.ping().then(() => true, () => false), (ok) => !ok, 'the loss of the connection');
    expect(await useAll(one, 'without')).toEqual({ loaded: 'loaded', taken: 3 });
    // The burst that was taken through Redis is gone from the process's own bucket, too.
    expect((await one.rates.take({ key: 'before', perMinute: 1, burst: 3 }, NOW)).ok).toBe(false);
    two.wake.wake('own');
    await until(() => Promise.resolve(woken), (w) => w.includes('own'), 'a wake-up within the process');

    await redis.start();
    await Promise.all([reachable(one), reachable(two)]);
    await until(() => Promise.resolve([oneHeard, twoHeard]), ([a = 0, b = 0]) => a >= 2 && b >= 2, 'another look of both listeners');
    const heard = twoHeard;
    one.news.publish('a');
    await until(() => Promise.resolve(twoHeard), (n) => n > heard, 'news in the other process');
    await until(
      () => {
        one.wake.wake('after');
        return new Promise<string[]>((resolve) => setTimeout(() => resolve(woken), 20));
      },
      (w) => w.includes('after'),
      'a wake-up in the other process',
    );
    expect(await one.cache.through('shared', 60_000, () => Promise.resolve('v'))).toBe('v');
    expect(await two.cache.through('shared', 60_000, () => Promise.resolve('other'))).toBe('v');
  });

  it('goes on after one time-out when it is silent, and hears again when it speaks', async () => {
    const redis = await server();
    const [one, two] = [await process(redis.uri), await process(redis.uri)];
    let heard = 0;
    one.news.subscribe('a', () => (heard += 1));
    await until(() => Promise.resolve(heard), (n) => n === 1, 'the first look');
    await useAll(one, 'before');
    redis.pause();
    const begun = performance.now();
    expect(await useAll(one, 'without')).toEqual({ loaded: 'loaded', taken: 3 });
    for (let n = 0; n < 200; n++) await useAll(one, `without ${n}`);
    // Far less than a time-out each: after the first nobody waits for the silent server.
    expect(performance.now() - begun).toBeLessThan(20 * TIMEOUT_MS);
    await expect(one.ping()).rejects.toMatchObject({ kind: 'retryable', code: 'redis.unreachable' });
    two.news.publish('a');
    redis.resume();
    await Promise.all([reachable(one), reachable(two)]);
    await until(() => Promise.resolve(heard), (n) => n >= 2, 'what was published during the silence');
  });

  it('reads nothing that was dropped while Redis was out of reach', async () => {
    const redis = await server();
    const [one, two] = [await process(redis.uri), await process(redis.uri)];
    await one.cache.through('k', 600_000, () => Promise.resolve('old'));
    await two.cache.through('k', 600_000, () => Promise.resolve('old'));
    redis.pause();
    await one.cache.drop('k');
    expect(await one.cache.through('k', 600_000, () => Promise.resolve('new'))).toBe('new');
    redis.resume();
    await Promise.all([reachable(one), reachable(two)]);
    await until(() => two.cache.through('k', 600_000, () => Promise.resolve('new')), (v) => v === 'new', 'the end of the dropped value');
    expect(await one.cache.through('k', 600_000, () => Promise.resolve('new'))).toBe('new');
  });

  it('goes on when Redis has no room left', async () => {
    const redis = await server({ args: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'] });
    const counted: string[] = [];
    const one = await process(redis.uri, { count: (what) => counted.push(what) });
    expect(await useAll(one, 'k')).toEqual({ loaded: 'loaded', taken: 3 });
    expect(counted).toEqual(expect.arrayContaining(['signals/refused-cache', 'signals/refused-rates']));
  });

  it.each([
    ['no password', (port: number) => `redis://127.0.0.1:${port}`, /asks for a password/],
    ['a wrong password', (port: number) => `redis://:letmein-7@127.0.0.1:${port}`, /refuses the user or password/],
    ['an unknown user', (port: number) => `redis://nobody:letmein-7@127.0.0.1:${port}`, /refuses the user or password/],
    ['a database it does not have', (port: number) => `redis://:the%20secret@127.0.0.1:${port}/9999`, /no database of that number/],
  ])('refuses to open with %s, naming the variable and no secret', async (_, uri, why) => {
    const redis = await server({ password: 'the secret' });
    const refusal: unknown = await process(uri(redis.port)).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ kind: 'rejected', message: expect.stringMatching(why) });
    expect(String(refusal)).toMatch(/REDIS_URL/);
    expect(JSON.stringify([String(refusal), Object.entries(refusal ?? {})])).not.toMatch(/secret|letmein|nobody/);
    await (await process(`redis://:the%20secret@127.0.0.1:${redis.port}/1`)).ping();
  });

  it('says that a server cannot be reached, and why, without what is secret', async () => {
    const refusal: unknown = await process('redis://:letmein-7@127.0.0.1:1', { patienceMs: 100 }).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ kind: 'retryable', message: expect.stringMatching(/REDIS_URL: redis:\/\/127\.0\.0\.1:1\/0 cannot be reached: .*ECONNREFUSED/) });
    expect(String(refusal)).not.toContain('letmein');
  });

  it('gives up on something that listens and is no Redis', async () => {
    const mute = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(process(`redis://127.0.0.1:${port}`, { patienceMs: 500 })).rejects.toMatchObject({ kind: 'retryable' });
    await new Promise((resolve) => mute.close(resolve));
  });

  it.each(['', 'localhost', 'http://localhost:6379', 'redis://', 'redis://host/zero', 'redis://host/1/2', 'redis://:p%zz@host', 'redis://host?db=1'])('refuses %j as an address', async (uri) => {
    await expect(process(uri)).rejects.toMatchObject({ kind: 'rejected', code: 'redis.url', message: expect.stringMatching(/^REDIS_URL /) });
  });

  it('waits for a server that is loading its data', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-redis-'));
    const filled = await server({ folder });
    const wire = await redisWire(filled.uri);
    await wire.command('DEBUG', 'POPULATE', 4_000).catch(() => wire.command('EVAL', "for i = 1, 4000 do redis.call('SET', 'k' .. i, 'v') end return 1", 0));
    await wire.command('SAVE');
    wire.close();
    await filled.stop();
    const warnings: string[] = [];
    const log = { debug: () => undefined, info: () => undefined, error: () => undefined, warn: (_: object, message: string) => warnings.push(message) };
    const slow = await server({ folder, whileLoading: true, args: ['--key-load-delay', '500', '--loading-process-events-interval-bytes', '1024'] });
    const one = await process(slow.uri, { patienceMs: 1_000, log });
    await one.ping();
    expect(warnings).toContainEqual(expect.stringContaining('loading its data'));
    await rm(folder, { recursive: true, force: true });
  });
});
