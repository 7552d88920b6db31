import { Bug, type Log, Retryable } from '../../contracts/index.js';
import { asStorageError, sqliteCode } from './sqlite-errors.js';
import type { Statements } from './statements.js';

/** Bounds of one group: they bound how long one commit may hold the event loop. */
export interface GroupLimits {
  /** Writes per commit; 256 when left out. */
  maxWrites?: number;
  /** Payload bytes per commit (one larger write still goes, alone); 4 MiB when left out. */
  maxBytes?: number;
}

/** From this many writes in a group on, the next group is gathered for a moment. */
const BUSY = 6;
const BUSY_WAIT_MS = 1;

interface Write {
  bytes: number;
  /** Runs the statements; what it returns tells the caller, and is called only once the group is committed. */
  attempt: () => () => void;
  reject: (error: Error) => void;
}

/**
 * Group commit. Writes that arrive within one turn of the event loop run in submission order in one transaction with
 * one fsync, and nobody hears of an outcome, good or bad, before that transaction is committed. A write that fails by
 * itself fails alone; a commit that fails fails its whole group, and the next group starts afresh.
 * A write may change data with one statement only: that is what lets it fail without a trace inside a group.
 */
export class GroupWriter {
  readonly #statements: Statements;
  readonly #maxWrites: number;
  readonly #maxBytes: number;
  readonly #log: Log | undefined;
  readonly #undone: () => void;
  #queue: Write[] = [];
  #scheduled = false;
  /** Writes in the last group: how busy it is. */
  #lastGroup = 0;
  #closed = false;

  /** @param undone called when a group's writes were all taken back */
  constructor(statements: Statements, limits: GroupLimits, log: Log | undefined, undone: () => void = () => {}) {
    this.#undone = undone;
    this.#statements = statements;
    this.#maxWrites = limits.maxWrites ?? 256;
    this.#maxBytes = limits.maxBytes ?? 4 * 1024 * 1024;
    this.#log = log;
  }

  /** Queues a write; resolves with what it returned once that is durable. `bytes` is a rough payload size. */
  submit<R>(bytes: number, work: () => R): Promise<R> {
    if (this.#closed) return Promise.reject(new Bug('the store is closed: nothing can be written', { code: 'storage.closed' }));
    return new Promise<R>((resolve, reject) => {
      const attempt = (): (() => void) => {
        const result = work();
        return () => resolve(result);
      };
      this.#queue.push({ bytes, attempt, reject });
      this.#schedule();
    });
  }

  /** Commits everything queued, then refuses what comes later. */
  close(): void {
    this.#closed = true;
    while (this.#queue.length > 0) this.#commit(this.#take());
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const flush = () => {
      this.#scheduled = false;
      if (this.#queue.length === 0) return;
      const group = this.#take();
      this.#lastGroup = group.length;
      this.#commit(group);
      // What did not fit goes in the next turn, so that reads and sockets get theirs in between.
      if (this.#queue.length > 0) this.#schedule();
    };
    // A lone write goes at once. Where many come, a moment's wait lets more of them share one fsync.
    if (this.#lastGroup >= BUSY) setTimeout(flush, BUSY_WAIT_MS);
    else setImmediate(flush);
  }

  #take(): Write[] {
    let count = 0;
    let bytes = 0;
    for (const write of this.#queue) {
      bytes += write.bytes;
      if (count > 0 && (count >= this.#maxWrites || bytes > this.#maxBytes)) break;
      count += 1;
    }
    const group = this.#queue.slice(0, count);
    this.#queue = this.#queue.slice(count);
    return group;
  }

  #commit(group: readonly Write[]): void {
    const outcomes: (() => void)[] = [];
    try {
      this.#statements.run('BEGIN IMMEDIATE');
      for (const write of group) outcomes.push(this.#attempt(write));
      this.#statements.run('COMMIT');
    } catch (error) {
      this.#fail(group, error);
      return;
    }
    for (const outcome of outcomes) outcome();
  }

  #attempt(write: Write): () => void {
    try {
      return write.attempt();
    } catch (error) {
      // SQLite ends the transaction itself on a full disk or a failing device; then the whole group is lost.
      if (!this.#statements.inTransaction) throw error;
      return () => write.reject(asStorageError(error, 'write'));
    }
  }

  #fail(group: readonly Write[], error: unknown): void {
    this.#undone();
    let reason = asStorageError(error, `commit of ${group.length} writes`);
    try {
      this.#statements.rollback();
    } catch (second) {
      reason = new Retryable(`${reason.message}; rolling back failed too`, { code: 'storage.rollback', cause: second, mayHaveHappened: true });
    }
    this.#log?.error({ writes: group.length, code: sqliteCode(error) }, 'a group of writes could not be committed');
    for (const write of group) write.reject(reason);
  }
}
