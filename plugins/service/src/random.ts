import { randomFillSync } from 'node:crypto';
import type { RandomBytes } from '@parley/core/contracts';

const POOL = 16_384;

/** Strong random bytes out of a pool that is filled in one go: asking the system for twelve bytes at a time cost more than sealing with them. No byte is handed out twice. */
export function pooledRandom(): RandomBytes {
  const pool = Buffer.alloc(POOL);
  let used = POOL;
  return (size) => {
    if (size > POOL) return randomFillSync(Buffer.alloc(size));
    if (used + size > POOL) {
      randomFillSync(pool);
      used = 0;
    }
    const bytes = Buffer.from(pool.subarray(used, used + size));
    pool.fill(0, used, used + size);
    used += size;
    return bytes;
  };
}
