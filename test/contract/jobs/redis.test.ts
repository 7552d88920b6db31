import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { openRedisJobs, type Jobs, type RedisJobsOptions } from '@parley/core/signals';
import { randomUUID } from 'node:crypto';
import { until } from '../../harness/until.js';
import { redisForUse, startRedis, type RedisServer } from '../../servers/redis.js';
import { redisWire } from '../../servers/redis-wire.js';
import { describeWithRedis } from '../../servers/with-redis.js';
import { describeJobs, gate, reaches, SYNC } from './suite.js';

describeWithRedis('the jobs over Redis', 'any', () => {
  const prefix = `parley:test-${randomUUID().slice(0, 8)}:`;
  let redis: Awaited<ReturnType<typeof redisForUse>>;
  beforeAll(async () => {
    redis = await redisForUse(prefix);
  });
  afterAll(async () => {
    await redis.stop();
  });

  let opened = 0;
  describeJobs('redis', async () => {
    const jobs = await openRedisJobs({ uri: redis.uri, prefix: `${prefix}${(opened += 1)}:`, graceMs: 200 });
    return { jobs, dispose: () => jobs.close() };
  });
});

describeWithRedis('the jobs of several processes on a Redis that fails', 'own', () => {
  let redis: RedisServer;
  const processes: Jobs[] = [];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((j) => j.close()));
  });
  afterAll(async () => {
    await redis.stop();
  });

  let own = '';
  async function process(options: Partial<RedisJobsOptions> = {}): Promise<Jobs> {
    const jobs = await openRedisJobs({ uri: redis.uri, prefix: own, graceMs: 100, takeOverMs: 500, commandTimeoutMs: 300, ...options });
    processes.push(jobs);
    return jobs;
  }
  const fresh = (): string => (own = `parley:test-${randomUUID().slice(0, 8)}:`);

  it('shares jobs, keys and progress', async () => {
    fresh();
    const [web, worker] = [await process(), await process()];
    const held = gate();
    worker.define(SYNC, async (run) => {
      run.progress(0.3);
      await held.pass;
    });
    const id = await web.add(SYNC, { installation: 'a' }, { key: 'a' });
    expect(await worker.add(SYNC, { installation: 'a' }, { key: 'a' })).toBe(id);
    await until(() => web.status(id), (s) => s?.progress === 0.3, 'the progress in the other process');
    held.open();
    await reaches(web, id, 'done');
  });

  it('gives a job that was stopped with its process to the next one, no attempt the fewer', async () => {
    fresh();
    const [one, two] = [await process(), await process()];
    one.define(SYNC, (run) => new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(new Error('stopped')))));
    const id = await one.add(SYNC, { installation: 'a' });
    await reaches(two, id, 'active');
    await one.close();
    const attempts: number[] = [];
    two.define(SYNC, (run) => {
      attempts.push(run.attempt);
      return Promise.resolve();
    });
    await reaches(two, id, 'done');
    expect(attempts).toEqual([1]);
  });

  it('takes over from a process that is gone without a word', async () => {
    fresh();
    const [dead, alive] = [await process({ graceMs: 1 }), await process()];
    const never = gate();
    dead.define(SYNC, () => never.pass);
    const id = await dead.add(SYNC, { installation: 'a' });
    await reaches(alive, id, 'active');
    // Closing gives up on a handler that does not listen; its lock is renewed no more.
    await dead.close();
    let ran = 0;
    alive.define(SYNC, () => {
      ran += 1;
      return Promise.resolve();
    });
    await reaches(alive, id, 'done');
    expect(ran).toBe(1);
    never.open();
  });

  it('says soon that a job could not be kept, and works again when Redis is back with nothing', async () => {
    fresh();
    const [web, worker] = [await process(), await process()];
    worker.define(SYNC, () => Promise.resolve());
    await reaches(web, await web.add(SYNC, { installation: 'a' }), 'done');
    redis.pause();
    await expect(web.add(SYNC, { installation: 'b' })).rejects.toMatchObject({ kind: 'retryable', code: 'redis.unreachable' });
    redis.resume();
    await redis.restartWithLoss();
    const id = await until(() => web.add(SYNC, { installation: 'c' }, { key: 'c' }).catch(() => null), (got) => got !== null, 'a job that is kept');
    await reaches(web, id ?? '', 'done');
  });

  it('ends a job as failed whose data a newer release wrote', async () => {
    fresh();
    const jobs = await process();
    const id = await jobs.add(SYNC, { installation: 'a' });
    const wire = await redisWire(redis.uri);
    await wire.command('HSET', `${own}jobs:sync:${id.split('/')[1] ?? ''}`, 'data', '{"tenant":"t"}');
    wire.close();
    jobs.define(SYNC, () => Promise.resolve());
    expect(await reaches(jobs, id, 'failed')).toMatchObject({ reason: expect.stringMatching(/^jobs\.data: this is no data of a sync job/) });
  });
});
