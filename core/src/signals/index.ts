export * from './port.js';
export { createMemorySignals } from './memory/signals.js';
export { openRedisSignals, type RedisSignalsOptions } from './redis/open.js';
export * from './jobs/port.js';
export { createMemoryJobs, type MemoryJobsOptions } from './jobs/memory.js';
export { openRedisJobs, type RedisJobsOptions } from './jobs/redis.js';
