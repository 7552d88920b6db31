import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase, mongoServerClasses, startMongoServer } from './mongo.js';
import { HOW_TO_GET_REDIS, redisAt, redisForUse } from './redis.js';

/** A MongoDB and a Redis that processes share: the ones MONGODB_URI and REDIS_URL name, each with room of its own, or servers of our own. */
export interface SharedServers {
  /** What the service is started with to use them. */
  env: { MONGODB_URI: string; REDIS_URL: string; REDIS_PREFIX: string };
  stop(): Promise<void>;
}

/**
 * Whether both can be had here. What is missing is said loudly; with CI=true that is an error.
 * @param what the tests that cannot run without them
 */
export function sharedServersAt(what: string): boolean {
  const mongo = process.env['MONGODB_URI'] !== undefined || mongoServerClasses(what) !== null;
  const redis = redisAt.binary !== null || redisAt.given !== null;
  if (redis) return mongo;
  const message = `${what}: there is no redis-server here. ${HOW_TO_GET_REDIS}, or set REDIS_URL.`;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false') throw new Error(message);
  process.stderr.write(`NOT RUN: ${message}\n`);
  return false;
}

/**
 * @param what who asks, for the message where there is none
 * @param heap memory for a database server of our own, as Java writes it: it slows down and stands still as it fills
 */
export async function sharedServers(what: string, heap?: string): Promise<SharedServers> {
  const prefix = `test-${randomUUID().slice(0, 8)}:`;
  const redis = await redisForUse(prefix);
  const envAt = (mongodb: string) => ({ MONGODB_URI: inDatabase(mongodb), REDIS_URL: redis.uri, REDIS_PREFIX: prefix });
  const given = process.env['MONGODB_URI'];
  if (given !== undefined) return { env: envAt(given), stop: () => redis.stop() };
  const classes = mongoServerClasses(what);
  if (classes === null) {
    await redis.stop();
    throw new Error(`${what} need a MongoDB: see above for how to get one`);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-shared-'));
  const mongo = await startMongoServer(classes, { file: path.join(folder, 'shared.mv'), ...(heap === undefined ? {} : { heap }) });
  return {
    env: envAt(mongo.uri),
    async stop() {
      await redis.stop();
      await mongo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function inDatabase(uri: string): string {
  const url = new URL(uri);
  url.pathname = `/${freshDatabase()}`;
  return url.toString();
}
