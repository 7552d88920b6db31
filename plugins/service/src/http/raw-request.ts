import type { Request } from 'express';
import type { RawRequest } from '@parley/core/contracts';

/** An Express request whose body was read raw, as connectors take it. */
export function rawRequest(req: Request): RawRequest {
  const mark = req.originalUrl.indexOf('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.params)) if (typeof value === 'string') params[name] = value;
  const body: unknown = req.body;
  return {
    method: req.method,
    path: mark < 0 ? req.originalUrl : req.originalUrl.slice(0, mark),
    query: mark < 0 ? '' : req.originalUrl.slice(mark + 1),
    headers,
    params,
    body: Buffer.isBuffer(body) ? body : new Uint8Array(),
    remote: req.ip ?? 'unknown',
  };
}
