import { describe, it } from '@jest/globals';
import { HOW_TO_GET_REDIS, redisAt } from './redis.js';

/**
 * Tests that need a Redis. Without one they are skipped and say so; where CI is set they fail instead.
 * @param need `any` takes the one REDIS_URL names before one of its own; `own` is for tests that stop and start it
 */
export function describeWithRedis(name: string, need: 'any' | 'own', body: () => void): void {
  if (redisAt.binary !== null || (need === 'any' && redisAt.given !== null)) {
    describe(name, body);
    return;
  }
  const how = need === 'any' ? `${HOW_TO_GET_REDIS}, or set REDIS_URL to one that tests may write to.` : `${HOW_TO_GET_REDIS}; these tests stop and start it, so REDIS_URL does not serve.`;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false') {
    describe(name, () => {
      it('has a Redis to run with', () => {
        throw new Error(`There is no redis-server here. ${how}`);
      });
    });
    return;
  }
  // Past jest, which shows nothing of files that have only skipped tests.
  process.stderr.write(`NOT RUN: "${name}". There is no redis-server here. ${how}\n`);
  describe.skip(name, body);
}
