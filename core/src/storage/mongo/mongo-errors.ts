import mongoose from 'mongoose';
import { Bug, ParleyError, Retryable } from '../../contracts/index.js';
import { DuplicateKey } from '../errors.js';
import { errorCause, errorCode, errorName } from '../rules/error-shape.js';
import { tooLarge } from './bodies.js';

const { MongoError, MongoNetworkError, MongoServerError, MongoWriteConcernError } = mongoose.mongo;

/** The number a server answered with, or null where the error is none of a server's. */
export function serverCode(error: unknown): number | null {
  return error instanceof MongoServerError && typeof error.code === 'number' ? error.code : null;
}

export const AUTHENTICATION_FAILED: readonly number[] = [18, 8000];
export const NO_RIGHT = 13;
export const DUPLICATE_KEY = 11000;

/**
 * Passing trouble, by the server's own list of error codes: not the primary (any more), shutting down, interrupted,
 * out of time, write conflicts, majority not readable yet.
 */
const PASSING = new Set([6, 7, 24, 46, 50, 89, 91, 112, 133, 134, 189, 202, 262, 317, 9001, 10058, 10107, 11600, 11601, 11602, 13435, 13436]);
const DISK_FULL = 14031;
const TOO_LARGE = new Set([10334, 17419, 17420]);
/** A path that leads through something else than an object, and adding to what is no number. */
const NOT_VIABLE = 28;
const TYPE_MISMATCH = 14;

/** What the system says of a broken connection; the driver hands such errors on as they are when a write meets a closed socket. */
const BROKEN = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);
/** What it says where there never was a connection. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** What the driver says when nothing was sent: no server to send to, or no connection free in time. */
const NOT_SENT = new Set(['MongoServerSelectionError', 'MongooseServerSelectionError', 'MongoWaitQueueTimeoutError', 'MongoTopologyClosedError', 'MongoPoolClosedError', 'MongoPoolClearedError']);

/**
 * Brings what the driver threw into the error family. Connection, time and fail-over trouble is `Retryable`, and says
 * whether the write may have happened; what only an operator can mend at run time (rights, a full disk) is so too: work
 * waits and nothing is lost. What a server says of a refused write may hold values of the document, so only its code is kept.
 * @param writing whether data was to be changed
 */
export function asStorageError(error: unknown, doing: string, writing: boolean): Error {
  if (error instanceof DuplicateKey || ParleyError.isInstance(error)) return error;
  const name = errorName(error);
  const system = errorCode(error) ?? errorCode(errorCause(error)) ?? '';
  if (NOT_SENT.has(name) || NOT_CONNECTED.has(system)) {
    return new Retryable(`${doing}: ${name === 'MongoWaitQueueTimeoutError' ? 'no connection to MongoDB was free in time' : 'MongoDB cannot be reached'}`, { code: 'storage.unreachable', cause: error });
  }
  if (error instanceof MongoWriteConcernError) return new Retryable(`${doing}: a majority of MongoDB's members did not confirm in time`, { code: 'storage.majority', mayHaveHappened: writing });
  if (error instanceof MongoNetworkError || name === 'MongoOperationTimeoutError' || BROKEN.has(system)) {
    return new Retryable(`${doing}: the connection to MongoDB failed`, { code: 'storage.connection', cause: error, mayHaveHappened: writing });
  }
  const code = serverCode(error);
  if (code !== null) return ofServer(code, nameOf(error), doing, writing, labelled(error));
  // Longer than the driver's own buffer: it refuses to write it before any server sees it.
  if (name === 'RangeError') return tooLarge(doing);
  return new Bug(`${doing}: ${name}`, { code: 'storage.mongo', cause: error });
}

function ofServer(code: number, name: string, doing: string, writing: boolean, retryable: boolean): Error {
  if (TOO_LARGE.has(code)) return tooLarge(doing);
  if (code === DISK_FULL) return new Retryable(`${doing}: MongoDB's disk is full; free space on it`, { code: 'storage.full' });
  if (code === NO_RIGHT || AUTHENTICATION_FAILED.includes(code)) {
    return new Retryable(`${doing}: MongoDB refuses the user of MONGODB_URI (${name}); give it the readWrite role on the database, or the right password`, { code: 'storage.auth' });
  }
  if (PASSING.has(code) || retryable) return new Retryable(`${doing}: MongoDB is busy or changing its primary (${name})`, { code: 'storage.busy', mayHaveHappened: writing });
  if (code === NOT_VIABLE) return new Bug(`${doing}: a path leads through something else than an object`, { code: 'storage.path' });
  if (code === TYPE_MISMATCH) return new Bug(`${doing}: what is to be raised is no number`, { code: 'storage.inc' });
  return new Bug(`${doing}: MongoDB refused it (${name})`, { code: 'storage.mongo' });
}

function nameOf(error: unknown): string {
  const code = serverCode(error);
  const name: unknown = error instanceof MongoServerError ? error.codeName : undefined;
  return typeof name === 'string' ? `${code} ${name}` : String(code);
}

function labelled(error: unknown): boolean {
  return error instanceof MongoError && (error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('TransientTransactionError'));
}

/**
 * Which unique index refused a write: `id`, or the index's name in the spec; null where the error is another.
 * By the key pattern, which servers send since 4.4, so that an index an operator made under another name is known too.
 */
export function takenIndex(error: unknown, unique: readonly { name: string; keys: readonly string[] }[]): string | null {
  if (serverCode(error) !== DUPLICATE_KEY || !(error instanceof MongoServerError)) return null;
  const named = /index: (?:[^\s]*\.\$)?([^\s]+)/.exec(error.message)?.[1];
  const pattern: unknown = error['keyPattern'];
  const keys = typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : null;
  if (keys?.join() === '_id' || named === '_id_') return 'id';
  const known = keys === null ? undefined : unique.find((index) => index.keys.join() === keys.join());
  return known?.name ?? named ?? 'unknown';
}
