import { afterAll, beforeAll } from '@jest/globals';
import { openRedisSignals } from '@parley/core/signals';
import { randomUUID } from 'node:crypto';
import { redisForUse } from '../../servers/redis.js';
import { redisWire, type RedisWire } from '../../servers/redis-wire.js';
import { describeWithRedis } from '../../servers/with-redis.js';
import { describeSignals } from './suite.js';

describeWithRedis('the signals over Redis', 'any', () => {
  const prefix = `parley:test-${randomUUID().slice(0, 8)}:`;
  let redis: Awaited<ReturnType<typeof redisForUse>>;
  let wire: RedisWire;
  beforeAll(async () => {
    redis = await redisForUse(prefix);
    wire = await redisWire(redis.uri);
  });
  afterAll(async () => {
    wire.close();
    await redis.stop();
  });

  /** Time is not waited for: what has an end in Redis is brought nearer to it. */
  async function age(own: string, ms: number): Promise<void> {
    for (const key of (await wire.command('KEYS', `${own}cache:*`)) as string[]) {
      const left = Number(await wire.command('PTTL', key));
      await wire.command('PEXPIRE', key, left - ms);
    }
  }

  let opened = 0;
  describeSignals('redis', async () => {
    const own = `${prefix}${(opened += 1)}:`;
    let ahead = 0;
    const signals = await openRedisSignals({ uri: redis.uri, prefix: own, monotonic: () => performance.now() + ahead, limitsRefilledBy: 'caller' });
    return {
      signals,
      async pass(ms) {
        ahead += ms;
        await age(own, ms);
      },
      settled: () =>
        new Promise<void>((resolve) => {
          const stop = signals.news.subscribe(`settled-${randomUUID()}`, () => {
            stop();
            resolve();
          });
        }),
      dispose: () => signals.close(),
    };
  });
});
