import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { openRedisSignals, type RedisSignalsOptions, type Signals } from '@parley/core/signals';
import { randomUUID } from 'node:crypto';
import { until } from '../../harness/until.js';
import { redisForUse } from '../../servers/redis.js';
import { redisWire, type RedisWire } from '../../servers/redis-wire.js';
import { describeWithRedis } from '../../servers/with-redis.js';

const NOW = Date.UTC(2026, 0, 1);

describeWithRedis('several processes on one Redis', 'any', () => {
  const prefix = `parley:test-${randomUUID().slice(0, 8)}:`;
  let redis: Awaited<ReturnType<typeof redisForUse>>;
  let wire: RedisWire;
  let own = '';
  const opened: Signals[] = [];
  let counted: string[] = [];
  let commands: string[] = [];

  beforeAll(async () => {
    redis = await redisForUse(prefix);
    wire = await redisWire(redis.uri);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((s) => s.close()));
    counted = [];
    commands = [];
    own = '';
  });
  afterAll(async () => {
    wire.close();
    await redis.stop();
  });

  /** Channels know no databases, so their names carry it. */
  const db = (): number => Number(new URL(redis.uri).pathname.slice(1));

  async function process(options: Partial<RedisSignalsOptions> = {}): Promise<Signals> {
    own = own === '' ? `${prefix}${randomUUID().slice(0, 8)}:` : own;
    const signals = await openRedisSignals({ uri: redis.uri, prefix: own, count: (what) => counted.push(what), onCommand: (operation) => commands.push(operation), ...options });
    opened.push(signals);
    return signals;
  }

  /** Listens, and resolves when the others know of it. */
  async function works(signals: Signals, others: readonly Signals[]): Promise<string[]> {
    const heard: string[] = [];
    signals.wake.onWake((mailbox) => heard.push(mailbox));
    const probe = `probe-${randomUUID()}`;
    for (const other of others) {
      await until(
        () => {
          for (let n = 0; n < 50; n++) other.wake.wake(`${probe}-${n}`);
          return new Promise<number>((resolve) => setTimeout(() => resolve(heard.length), 5));
        },
        (n) => n > 0,
        'the first wake-up of a new worker',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    heard.length = 0;
    return heard;
  }
  const mailboxes = (n: number): string[] => Array.from({ length: n }, (_, i) => `mailbox-${i}`);

  it('wakes exactly one worker per mailbox, always the same, and all of them their share', async () => {
    const web = await process();
    const [one, two] = [await process(), await process()];
    const first = await works(one, [web]);
    const second = await works(two, [web, one]);
    first.length = 0;
    for (const m of mailboxes(400)) web.wake.wake(m);
    await until(() => Promise.resolve(first.length + second.length), (n) => n >= 400, 'every wake-up');
    const ofFirst = [...first];
    expect([...first, ...second].sort()).toEqual(mailboxes(400).sort());
    expect(Math.min(first.length, second.length)).toBeGreaterThan(120);
    for (const m of ofFirst) expect([one.wake.comesHere(m), two.wake.comesHere(m)]).toEqual([true, false]);
    first.length = 0;
    second.length = 0;
    for (const m of mailboxes(400)) two.wake.wake(m);
    await until(() => Promise.resolve(first.length + second.length), (n) => n >= 400, 'every wake-up');
    expect(first.sort()).toEqual(ofFirst.sort());
  });

  it('wakes the workers of a mailbox’s own track, and any where none of it is at work', async () => {
    const web = await process();
    const canary = await process({ track: 'canary' });
    const onCanary = await works(canary, [web]);
    const stable = await process();
    const onStable = await works(stable, [web, canary]);
    onCanary.length = 0;
    for (const m of mailboxes(20)) web.wake.wake(m, 'canary');
    for (const m of mailboxes(40).slice(20)) web.wake.wake(m, 'stable');
    await until(() => Promise.resolve(onCanary.length + onStable.length), (n) => n >= 40, 'every wake-up');
    expect(onCanary.sort()).toEqual(mailboxes(20).sort());
    expect(onStable.sort()).toEqual(mailboxes(40).slice(20).sort());
    expect([canary.wake.comesHere('m', 'canary'), canary.wake.comesHere('m'), stable.wake.comesHere('m'), stable.wake.comesHere('m', 'canary')]).toEqual([true, false, true, false]);
    await canary.close();
    onStable.length = 0;
    await until(() => Promise.resolve(stable.wake.comesHere('m', 'canary')), Boolean, 'the end of the canary');
    for (const m of mailboxes(20)) stable.wake.wake(m, 'canary');
    await until(() => Promise.resolve(onStable.length), (n) => n >= 20, 'every wake-up');
    expect(onStable.sort()).toEqual(mailboxes(20).sort());
  });

  it('needs no Redis for what comes here, and one command for many that come at once', async () => {
    const web = await process();
    const one = await process();
    const heard = await works(one, [web]);
    commands.length = 0;
    for (const m of mailboxes(100)) one.wake.wake(m);
    for (const m of mailboxes(100)) web.wake.wake(m);
    for (const m of mailboxes(100)) web.wake.wake(m);
    await until(() => Promise.resolve(heard.length), (n) => n >= 200, 'every wake-up');
    expect(heard).toHaveLength(200);
    expect(commands.filter((c) => c === 'wake.publish')).toHaveLength(1);
  });

  it('turns to a living worker when another is gone', async () => {
    const web = await process();
    const two = await process();
    const second = await works(two, [web]);
    const subscribers = async (): Promise<string[]> => [...String(await wire.command('CLIENT', 'LIST')).matchAll(/id=(\d+) .*name=parley-news /g)].map((m) => m[1] ?? '');
    const before = await subscribers();
    const one = await process();
    const first = await works(one, [web]);
    first.length = 0;
    // Cut off without a word, as a killed process is.
    for (const id of await subscribers()) if (!before.includes(id)) await wire.command('CLIENT', 'KILL', 'ID', id);
    await one.close();
    await until(
      async () => {
        for (const m of mailboxes(50)) web.wake.wake(m);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return new Set(second.filter((m) => m.startsWith('mailbox-'))).size;
      },
      (n) => n === 50,
      'every mailbox at the worker that is left',
    );
    expect(first).toEqual([]);
  });

  it('tells nobody else of a mailbox while its worker only seems to live, and a living one once it is known to be gone', async () => {
    const web = await process();
    const one = await process();
    const heard = await works(one, [web]);
    // A frozen process: its connection stands, but it shows no sign of life any more.
    const frozen = await redisWire(redis.uri);
    await frozen.command('SUBSCRIBE', `${own}${db()}:wake:frozen`);
    const [seconds = '0'] = (await wire.command('TIME')) as string[];
    await wire.command('ZADD', `${own}workers`, (Number(seconds) + 2) * 1_000, 'frozen');
    await wire.command('PUBLISH', `${own}${db()}:workers`, '');
    await until(
      async () => {
        heard.length = 0;
        for (const m of mailboxes(50)) web.wake.wake(m);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return heard.length;
      },
      (n) => n > 0 && n < 50,
      'a share of the mailboxes at the frozen worker',
    );
    await until(
      async () => {
        heard.length = 0;
        for (const m of mailboxes(50)) web.wake.wake(m);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return heard.length;
      },
      (n) => n === 50,
      'every mailbox at the living worker',
    );
    frozen.close();
  });

  it('carries news across, and to its own listeners without Redis', async () => {
    const [one, two] = [await process(), await process()];
    let [here, there, other] = [0, 0, 0];
    one.news.subscribe('a', () => (here += 1));
    two.news.subscribe('a', () => (there += 1));
    two.news.subscribe('b', () => (other += 1));
    await until(() => Promise.resolve([here, there, other]), (n) => n.join() === '1,1,1', 'the first look of every listener');
    one.news.publish('a');
    one.news.publish('a');
    await until(() => Promise.resolve(there), (n) => n === 2, 'the news in the other process');
    expect([here, other]).toEqual([3, 1]);
  });

  it('asks Redis for no channel that nobody follows any more', async () => {
    const one = await process();
    const channels = async (): Promise<number> => ((await wire.command('PUBSUB', 'CHANNELS', `${own}*news:*`)) as string[]).length;
    const stops = mailboxes(1_200).map((topic) => one.news.subscribe(topic, () => undefined));
    await until(channels, (n) => n === 1_200, 'every subscription');
    for (const stop of stops) stop();
    await until(channels, (n) => n === 0, 'the end of every subscription');
  });

  it('loads once for all processes that ask at the same time', async () => {
    const all = await Promise.all([process(), process(), process()]);
    let loads = 0;
    const load = async (): Promise<{ n: number }> => {
      loads += 1;
      await new Promise((resolve) => setTimeout(resolve, 60));
      return { n: loads };
    };
    const got = await Promise.all(all.flatMap((s) => [s.cache.through('k', 60_000, load), s.cache.through('k', 60_000, load)]));
    expect(got).toEqual(Array.from({ length: 6 }, () => ({ n: 1 })));
    expect(loads).toBe(1);
  });

  it('asks nothing of Redis for what it holds a copy of', async () => {
    const one = await process();
    await one.cache.through('k', 60_000, () => Promise.resolve('v'));
    await until(() => Promise.resolve(commands), (c) => c.includes('channels.subscribe'), 'the subscription to drops');
    await one.cache.through('k', 60_000, () => Promise.resolve('other'));
    commands.length = 0;
    for (let n = 0; n < 100; n++) expect(await one.cache.through('k', 60_000, () => Promise.resolve('other'))).toBe('v');
    expect(commands.filter((c) => c.startsWith('cache.'))).toEqual([]);
  });

  it('forgets copies in every process when one drops', async () => {
    const [one, two] = [await process(), await process()];
    for (const s of [one, two, one, two]) expect(await s.cache.through('k', 60_000, () => Promise.resolve('old'))).toBe('old');
    await one.cache.drop('k');
    expect(await one.cache.through('k', 60_000, () => Promise.resolve('new'))).toBe('new');
    await until(() => two.cache.through('k', 60_000, () => Promise.resolve('newer')), (v) => v === 'new', 'the new value in the other process');
  });

  it('keeps nothing that was being loaded when another process dropped it', async () => {
    const [one, two] = [await process(), await process()];
    let finish: (v: string) => void = () => undefined;
    let begun: () => void = () => undefined;
    const began = new Promise<void>((resolve) => (begun = resolve));
    const slow = one.cache.through('k', 60_000, () => {
      begun();
      return new Promise<string>((resolve) => (finish = resolve));
    });
    await began;
    await two.cache.drop('k');
    finish('old');
    expect(await slow).toBe('old');
    await until(() => one.cache.through('k', 60_000, () => Promise.resolve('new')), (v) => v === 'new', 'the new value');
    expect(await two.cache.through('k', 60_000, () => Promise.resolve('newer'))).toBe('new');
  });

  it('does not wait long for a loader that died', async () => {
    const [one, two] = [await process(), await process()];
    const never = one.cache.through('k', 60_000, () => new Promise<string>(() => undefined));
    void never;
    await until(async () => ((await wire.command('KEYS', `${own}loading:*`)) as string[]).length, (n) => n === 1, 'the lock of the loader');
    await one.close();
    expect(await two.cache.through('k', 60_000, () => Promise.resolve('own'))).toBe('own');
  });

  it('shares limits, and refills them by the clock of Redis alone', async () => {
    const [one, two] = [await process(), await process()];
    const rule = { key: 'shared', perMinute: 6, burst: 10 };
    const taken = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? one : two).rates.take(rule, NOW)));
    expect(taken.filter((t) => t.ok)).toHaveLength(10);
    // An hour ahead, and an hour behind: neither opens nor shuts anything.
    for (const skewed of [NOW + 3_600_000, NOW - 3_600_000]) {
      const late = await two.rates.take(rule, skewed);
      expect(late).toMatchObject({ ok: false });
      expect('retryAfterMs' in late && late.retryAfterMs).toBeLessThanOrEqual(10_000);
    }
    const quick = { key: 'quick', perMinute: 6_000, burst: 1 };
    expect((await one.rates.take(quick, NOW)).ok).toBe(true);
    await until(() => two.rates.take(quick, NOW), (t) => t.ok, 'the next token, by the clock of Redis');
  });

  it('leaves nothing in Redis that does not end by itself', async () => {
    const one = await process();
    one.wake.onWake(() => undefined);
    await one.cache.through('k', 60_000, () => Promise.resolve(1));
    await one.rates.take({ key: 'k', perMinute: 1, burst: 5 }, NOW);
    await one.rates.take({ key: 'never', perMinute: 0, burst: 5 }, NOW);
    const keys = await until(async () => (await wire.command('KEYS', `${own}*`)) as string[], (k) => k.length >= 4, 'all keys');
    for (const key of keys) expect({ key, ends: Number(await wire.command('PTTL', key)) > 0 }).toEqual({ key, ends: true });
  });

  it('says nothing in its keys and sealed values of what was asked', async () => {
    const seal = (text: string): string => Buffer.from(text).toString('base64');
    const one = await process({ seal: { seal, open: (sealed) => Buffer.from(sealed, 'base64').toString() } });
    await one.cache.through('orders/ann@example.com', 60_000, () => Promise.resolve({ email: 'ann@example.com' }));
    await one.rates.take({ key: 'proof/ann@example.com', perMinute: 1, burst: 5 }, NOW);
    const keys = (await wire.command('KEYS', `${own}*`)) as string[];
    expect(keys).toHaveLength(2);
    const values = await Promise.all(keys.map((k) => wire.command('GET', k)));
    expect(JSON.stringify([keys, values])).not.toContain('example.com');
  });

  it('takes what is not its own for absent, says so once, and goes on', async () => {
    const warnings: string[] = [];
    const log = { debug: () => undefined, info: () => undefined, error: () => undefined, warn: (_: object, message: string) => warnings.push(message) };
    const one = await process({ log, maxNear: 1 });
    const rule = { key: 'k', perMinute: 1, burst: 2 };
    await one.cache.through('k', 60_000, () => Promise.resolve('v'));
    await one.rates.take(rule, NOW);
    const keys = (await wire.command('KEYS', `${own}*`)) as string[];
    const spoil: ((key: string) => Promise<unknown>)[] = [
      (key) => wire.command('RPUSH', key, 'a', 'b'),
      (key) => wire.command('SET', key, 'not ours'),
      (key) => wire.command('SET', key, '{"parley":1}{', 'PX', 60_000),
      (key) => wire.command('SET', key, 'nan inf', 'PX', 60_000),
    ];
    for (const [n, how] of spoil.entries()) {
      for (const key of keys) {
        await wire.command('DEL', key);
        await how(key);
      }
      await one.cache.through('another', 60_000, () => Promise.resolve('pushes the copy out'));
      expect(await one.cache.through('k', 60_000, () => Promise.resolve(`again ${n}`))).toBe(`again ${n}`);
      expect(await Promise.all([1, 2, 3].map(async () => (await one.rates.take(rule, NOW)).ok))).toEqual([true, true, false]);
    }
    await wire.command('DEL', `${own}workers`);
    await wire.command('SET', `${own}workers`, 'not ours');
    one.wake.onWake(() => undefined);
    await until(() => wire.command('TYPE', `${own}workers`), (t) => t === 'zset', 'the list of workers');
    await wire.command('PUBLISH', `${own}${db()}:dropped`, 'nonsense');
    const members = (await wire.command('ZRANGE', `${own}workers`, 0, -1)) as string[];
    await until(() => wire.command('PUBLISH', `${own}${db()}:wake:${members[0] ?? ''}`, '{"not":"ours"}'), (n) => n === 1, 'the channel of the worker');
    await until(() => Promise.resolve(counted), (c) => c.includes('signals/foreign-wake'), 'the count of the foreign message');
    expect(counted.filter((c) => c === 'signals/foreign-cache').length).toBeGreaterThanOrEqual(spoil.length);
    for (const part of ['cache', 'rate', 'workers', 'wake']) expect(warnings.filter((w) => w.startsWith(`a ${part} key`))).toHaveLength(1);
  });
});
