import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ParleyError, type Log } from '@parley/core/contracts';
import type { Counts } from '../counts.js';
import { sendRefusal } from './reply.js';

/** Errors of Express's own body reader that are the caller's doing. */
const STATUS_OF_TYPE: Readonly<Record<string, 400 | 413 | 415>> = {
  'entity.too.large': 413,
  'encoding.unsupported': 415,
  'charset.unsupported': 415,
  'request.aborted': 400,
  'request.size.invalid': 400,
  'entity.verify.failed': 400,
  'parameters.too.many': 413,
  'stream.encoding.set': 400,
};

/** The last word on a request: no stack and no inner message ever leaves the house. */
export function failureHandler(deps: { counts: Counts; log: Log }): ErrorRequestHandler {
  const { counts, log } = deps;
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = callersFault(error);
    if (status !== null) {
      counts.add(`refused/http.${status}`);
      sendRefusal(res, { status, code: `http.${status}` });
      return;
    }
    counts.add('failed');
    log.error(
      { requestId: res.getHeader('X-Request-Id'), method: req.method, code: ParleyError.isInstance(error) ? error.code : 'unexpected', error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'a request failed',
    );
    const retryable = ParleyError.isInstance(error) && error.kind === 'retryable';
    res.status(retryable ? 503 : 500).json({ error: { code: retryable ? 'http.unavailable' : 'http.failed', message: 'Something went wrong on our side.' } });
  };
}

function callersFault(error: unknown): 400 | 413 | 415 | null {
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null) return null;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const known = STATUS_OF_TYPE[type];
  if (known !== undefined) return known;
  return 'status' in error && error.status === 400 ? 400 : null;
}

export function notFound(counts: Counts): RequestHandler {
  return (_req, res) => {
    counts.add('refused/http.404');
    sendRefusal(res, { status: 404, code: 'http.not-found' });
  };
}
