import { z } from 'zod';
import type { RedisLink } from './link.js';
import { Script } from './script.js';

/**
 * KEYS: value, lock. ARGV: token, how long the lock holds, a value to throw away first (or ''). What is under the keys and
 * not ours (another type, no end) is thrown away.
 */
const ASK = new Script(
  'cache.ask',
  `
local foreign = 0
local value = redis.pcall('GET', KEYS[1])
if value then
  local left = redis.call('PTTL', KEYS[1])
  if type(value) == 'string' and left > 0 and value ~= ARGV[3] then return {'value', value, left, 0} end
  if type(value) ~= 'string' or left < 0 or value == ARGV[3] then foreign = 1 end
  redis.call('UNLINK', KEYS[1])
end
if not redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
  if redis.call('PTTL', KEYS[2]) >= 0 then return {'busy', '', 0, foreign} end
  redis.call('UNLINK', KEYS[2])
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
  foreign = 1
end
return {'yours', '', 0, foreign}
`,
);
const Asked = z.tuple([z.enum(['value', 'busy', 'yours']), z.string(), z.number(), z.number()]);

/** KEYS: value, lock. ARGV: token, value, its time. Kept only by whoever still holds the lock: a drop takes it away. */
const KEEP = new Script(
  'cache.keep',
  `
if redis.pcall('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('UNLINK', KEYS[2])
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
`,
);

/** KEYS: lock. ARGV: token. */
const GIVE_UP = new Script('cache.give-up', `if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('UNLINK', KEYS[1]) end return 0`);

/** KEYS: lock. ARGV: token, how long the lock holds on. */
const RENEW = new Script('cache.renew', `if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`);

/** KEYS: value, lock. ARGV: channel, message. */
const DROP = new Script('cache.drop', `redis.call('UNLINK', KEYS[1], KEYS[2]) redis.call('PUBLISH', ARGV[1], ARGV[2]) return 1`);

/** A key's place in Redis: its value, and the lock of whoever loads it. */
export interface Slot {
  value: string;
  lock: string;
}

/** What is under a key: its value and the milliseconds it has left, the task to load it, or somebody else at it. */
export type Answer = { is: 'value'; text: string; leftMs: number } | { is: 'yours' } | { is: 'busy' };

/** The cache's commands, each one round trip. All throw what `RedisLink.send` throws. */
export const cacheCommands = {
  async ask(link: RedisLink, slot: Slot, set: { token: string; lockMs: number; discard: string }): Promise<Answer & { foreign: boolean }> {
    const [is, text, leftMs, foreign] = Asked.parse(await ASK.run(link, [slot.value, slot.lock], [set.token, set.lockMs, set.discard]));
    return { ...(is === 'value' ? { is, text, leftMs } : { is }), foreign: foreign === 1 };
  },
  /** Whether it was kept. */
  keep: async (link: RedisLink, slot: Slot, set: { token: string; text: string; ttlMs: number }): Promise<boolean> => (await KEEP.run(link, [slot.value, slot.lock], [set.token, set.text, set.ttlMs])) === 1,
  giveUp: (link: RedisLink, slot: Slot, token: string): Promise<unknown> => GIVE_UP.run(link, [slot.lock], [token]),
  renew: (link: RedisLink, slot: Slot, set: { token: string; lockMs: number }): Promise<unknown> => RENEW.run(link, [slot.lock], [set.token, set.lockMs]),
  drop: (link: RedisLink, slot: Slot, told: { channel: string; message: string }): Promise<unknown> => DROP.run(link, [slot.value, slot.lock], [told.channel, told.message]),
};
