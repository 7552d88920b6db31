import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Queue, UnrecoverableError, WaitingError, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { Bug, Retryable, type Clock, type Log } from '../../contracts/index.js';
import { redisAddress } from '../redis/address.js';
import { connected } from '../redis/connect.js';
import { connectionOptions, isReply, RedisLink } from '../redis/link.js';
import { Reports } from '../redis/reports.js';
import { ATTEMPTS, checkName, dataOf, endedWithin, progressFilter, REMEMBERED, reasonOf, waitAfter } from './attempts.js';
import type { JobHandler, JobKind, JobOptions, Jobs, JobStatus } from './port.js';

export interface RedisJobsOptions {
  /** As for `openRedisSignals`. The Redis must not evict keys (`maxmemory-policy noeviction`): BullMQ keeps its queues in many of them. */
  uri: string;
  /** What every key begins with; `parley:` when left out. */
  prefix?: string;
  clock?: Clock;
  random?: () => number;
  log?: Log;
  /** How long `close` lets jobs run on before it tells them to stop, and how long it then waits; 5,000 ms each when left out. */
  graceMs?: number;
  /** A job whose process has not been heard of for this long is another's; 30,000 ms when left out. */
  takeOverMs?: number;
  /** How long `add` and `status` wait for an answer; 2,000 ms when left out. */
  commandTimeoutMs?: number;
  /** How long to wait for the server at the start; 10,000 ms when left out. */
  patienceMs?: number;
}

const DAY_S = 24 * 60 * 60;
/** A job that takes every process down that runs it ends as failed, instead of going round for ever. */
const MAX_CRASHES = 3;

const STATES: Readonly<Record<string, JobStatus['state']>> = { completed: 'done', failed: 'failed', active: 'active', waiting: 'waiting', delayed: 'waiting', prioritized: 'waiting', 'waiting-children': 'waiting' };

/**
 * Jobs that every process sees, over BullMQ: each kind is a queue of its own. Throws like `openRedisSignals`. Processes' clocks may differ: `runAt` and the
 * waits between attempts are off by as much.
 */
export async function openRedisJobs(options: RedisJobsOptions): Promise<Jobs> {
  const address = redisAddress(options.uri);
  const prefix = `${options.prefix ?? 'parley:'}jobs`;
  const clock = options.clock ?? Date.now;
  const random = options.random ?? (() => randomBytes(4).readUInt32BE() / 2 ** 32);
  const { log } = options;
  const graceMs = options.graceMs ?? 5_000;
  const takeOverMs = options.takeOverMs ?? 30_000;
  const reports = new Reports(log, () => {});
  // Whoever adds a job is told soon that it cannot be; whoever works waits for as long as it takes.
  const asking = new RedisLink({ address, name: 'parley-jobs', commandTimeoutMs: options.commandTimeoutMs ?? 2_000, random, reports, onCommand: () => {} });
  try {
    await connected(asking, { address, patienceMs: options.patienceMs ?? 10_000, monotonic: () => performance.now(), log });
  } catch (e) {
    await asking.close();
    throw e;
  }
  let working: Redis | null = null;
  const queues = new Map<string, Queue>();
  const workers = new Map<string, Worker>();
  const aborts = new Map<string, AbortController>();
  let stopping = false;
  let closing: Promise<void> | null = null;

  function queueOf(kind: string): Queue {
    let queue = queues.get(kind);
    if (queue === undefined) {
      queue = new Queue(kind, { connection: asking.client, prefix, defaultJobOptions: { removeOnComplete: { age: DAY_S, count: REMEMBERED }, removeOnFail: { age: 7 * DAY_S, count: REMEMBERED }, backoff: { type: 'custom' } } });
      queue.on('error', (e) => complain(kind, e));
      queues.set(kind, queue);
    }
    return queue;
  }

  /** Connections are reported by their links; what is left is worth a line. */
  function complain(kind: string, e: Error): void {
    if (isReply(e)) reports.refused('jobs', e);
    else log?.debug({ kind, error: e.message }, 'BullMQ reports');
  }

  async function ask<T>(operation: string, run: () => Promise<T>): Promise<T> {
    if (closing !== null) throw new Bug('the jobs were asked after they were closed', { code: 'jobs.closed' });
    try {
      return await asking.send(operation, run);
    } catch (e) {
      if (!isReply(e)) throw e;
      throw new Retryable(`Redis refuses ${operation}: ${reasonOf(e)}`, { code: 'jobs.refused', cause: e });
    }
  }

  async function attempt<D>(kind: JobKind<D>, handler: JobHandler<D>, job: Job, token: string | undefined): Promise<void> {
    const id = idOf(kind.name, job);
    const abort = new AbortController();
    aborts.set(id, abort);
    const progress = progressFilter((share) => void job.updateProgress(share).catch((e: unknown) => log?.debug({ job: id, error: reasonOf(e) }, 'progress was not kept')));
    try {
      await handler({ id, data: dataOf(kind, job.data), attempt: job.attemptsMade + 1, signal: abort.signal, progress });
    } catch (e) {
      if (stopping) {
        // Back in its place for the next process, no attempt the fewer.
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const wait = waitAfter(e, job.attemptsMade + 1, random);
      log?.warn({ job: id, failures: job.attemptsMade + 1, error: reasonOf(e) }, 'an attempt at a job failed');
      throw wait === null ? new UnrecoverableError(reasonOf(e)) : new Failure(e, wait);
    } finally {
      aborts.delete(id);
    }
  }

  function work<D>(kind: JobKind<D>, handler: JobHandler<D>): Worker {
    working ??= workingConnection();
    const worker = new Worker(kind.name, (job, token) => attempt(kind, handler, job, token), {
      connection: working,
      prefix,
      concurrency: kind.atOnce ?? 1,
      lockDuration: takeOverMs,
      stalledInterval: takeOverMs / 2,
      maxStalledCount: MAX_CRASHES,
      settings: { backoffStrategy: (_failures, _type, e) => (e instanceof Failure ? e.waitMs : 0) },
    });
    worker.on('error', (e) => complain(kind.name, e));
    worker.on('stalled', (job) => log?.warn({ job: `${kind.name}/${job}` }, 'a job whose process was lost is run again'));
    worker.on('lockRenewalFailed', (jobs) => {
      for (const job of jobs) aborts.get(`${kind.name}/${job}`)?.abort(new Error('another process has taken the job over'));
    });
    return worker;
  }

  function workingConnection(): Redis {
    const connection = new Redis({ ...connectionOptions(address, 'parley-jobs-work', random), maxRetriesPerRequest: null });
    connection.on('error', (e: Error) => log?.debug({ redis: address.shown, error: e.message }, 'the connection of the jobs broke'));
    return connection;
  }

  async function close(): Promise<void> {
    const ended = Promise.allSettled([...workers.values()].map((w) => w.close()));
    if (!(await endedWithin(graceMs, ended))) {
      stopping = true;
      for (const abort of aborts.values()) abort.abort(new Error('the process stops'));
      await endedWithin(graceMs, ended);
    }
    await Promise.allSettled([...queues.values()].map((q) => q.close()));
    working?.disconnect();
    await asking.close();
  }

  return {
    define(kind, handler) {
      checkName(kind);
      if (workers.has(kind.name)) throw new Bug(`${kind.name} jobs have a handler already`, { code: 'jobs.defined-twice' });
      workers.set(kind.name, work(kind, handler));
    },
    async add<D>(kind: JobKind<D>, data: D, { key, runAt, attempts }: JobOptions = {}) {
      checkName(kind);
      const checked = dataOf(kind, data);
      const job = await ask('jobs.add', () =>
        queueOf(kind.name).add(kind.name, checked, {
          attempts: attempts ?? kind.attempts ?? ATTEMPTS,
          delay: runAt === undefined ? 0 : Math.max(0, runAt - clock()),
          ...(key === undefined ? {} : { deduplication: { id: key } }),
        }),
      );
      return idOf(kind.name, job);
    },
    async status(id) {
      const [kind = '', own = ''] = id.split('/');
      if (!/^[a-z][a-z0-9-]{0,60}$/.test(kind) || own === '') return null;
      // Ids come from outside: a kind nobody added here is looked up without leaving anything behind.
      const queue = queues.get(kind) ?? new Queue(kind, { connection: asking.client, prefix, skipMetasUpdate: true });
      // The state first: a job read before it failed holds no reason yet, and must not be told as failed without one.
      const state = STATES[await ask('jobs.status', () => queue.getJobState(own))];
      const job = state === undefined ? undefined : await ask('jobs.status', () => queue.getJob(own));
      if (!queues.has(kind)) await queue.close();
      if (job === undefined || state === undefined) return null;
      const progress = state === 'done' ? 1 : typeof job.progress === 'number' ? job.progress : 0;
      // Of a job that came through in the end BullMQ keeps the last failure.
      const reason = state === 'done' ? null : job.failedReason || null;
      return { id, kind, state, progress, failures: state === 'done' ? job.attemptsMade - 1 : job.attemptsMade, reason };
    },
    close: () => (closing ??= close()),
  };
}

/** Carries a failure and its wait through BullMQ. */
class Failure extends Error {
  readonly waitMs: number;

  constructor(cause: unknown, waitMs: number) {
    super(reasonOf(cause), { cause });
    this.waitMs = waitMs;
  }
}

function idOf(kind: string, job: { id?: string | undefined }): string {
  if (job.id === undefined) throw new Bug(`BullMQ gave a ${kind} job no id`, { code: 'jobs.no-id' });
  return `${kind}/${job.id}`;
}
