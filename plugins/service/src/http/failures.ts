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

const NOTHING_HERE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Parley</title></head>
<body><main><h1>There is nothing here</h1><p>This is the service behind a shop’s chat. The chat is on the shop’s own pages, its settings are in the shop’s admin.</p>
<h1 lang="zh">这里没有页面</h1><p lang="zh">这是店铺在线客服的后台服务。聊天窗口在店铺页面上，设置在店铺后台里。</p></main></body></html>
`;

export function notFound(counts: Counts): RequestHandler {
  return (req, res) => {
    counts.add('refused/http.404');
    // Somebody who typed an address reads a page; programs get the usual refusal.
    if (req.accepts(['json', 'html']) === 'html') res.status(404).type('html').send(NOTHING_HERE);
    else sendRefusal(res, { status: 404, code: 'http.not-found' });
  };
}
