import type { z } from 'zod';
import type { Instant } from '../../contracts/index.js';

/**
 * A kind of background work: reading a shop's pages anew, training, a report. Every process that adds or runs such jobs names the same
 * kind. Data holds ids, never personal data: it lies in Redis as it is.
 */
export interface JobKind<D> {
  /** Small letters, digits and hyphens. */
  name: string;
  data: z.ZodType<D>;
  /** How often a job is tried at most; 3 when left out. */
  attempts?: number;
  /** Jobs of this kind that one process runs at once; 1 when left out. Kinds never wait for each other. */
  atOnce?: number;
}

/** One attempt at a job, as its handler sees it. */
export interface JobRun<D> {
  id: string;
  data: D;
  /** From 1. */
  attempt: number;
  /** Aborted when this process stops, or when another has taken the job over: whatever is thrown then counts as no failure. */
  signal: AbortSignal;
  /** How much is done, 0 to 1. Cheap: it is sent only when it has moved. */
  progress(share: number): void;
}

/**
 * Does the work; a job may be run again after a crash in the middle of it, so doing it twice must be harmless. What is thrown decides what follows: `Rejected`,
 * `Unauthorized` and `Bug` end the job as failed; `Retryable` and everything else is tried again later, while attempts are left.
 */
export type JobHandler<D> = (run: JobRun<D>) => Promise<void>;

export interface JobOptions {
  /** While a job of the kind waits or runs under this key, adding another adds nothing. */
  key?: string;
  /** Not before this instant. */
  runAt?: Instant;
  /** Instead of the kind's own. */
  attempts?: number;
}

export interface JobStatus {
  id: string;
  kind: string;
  /** `waiting` for its time, a free place or its next attempt; `failed` for good. */
  state: 'waiting' | 'active' | 'done' | 'failed';
  /** 0 to 1. */
  progress: number;
  /** Attempts that have failed. */
  failures: number;
  /** Why the last attempt failed. */
  reason: string | null;
}

/**
 * Background work that may be lost with Redis' memory: only what is asked for again by itself, or by a person who sees it
 * missing, may be a job. Whatever a shopper waits for is a turn.
 */
export interface Jobs {
  /** Runs jobs of this kind in this process from now on. */
  define<D>(kind: JobKind<D>, handler: JobHandler<D>): void;
  /** Returns the job's id, or that of the one already there under its key. Throws `Rejected` where the data is not of the kind, `Retryable` where it could not be kept. */
  add<D>(kind: JobKind<D>, data: D, options?: JobOptions): Promise<string>;
  /** Null where the job is unknown, or was forgotten: the newest thousand of a kind are remembered, for a day (failed ones for a week). */
  status(id: string): Promise<JobStatus | null>;
  /** Takes no more work and lets what runs end; what takes too long is told to stop, and waits for another process. */
  close(): Promise<void>;
}
