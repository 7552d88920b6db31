import type { RequestHandler } from 'express';
import type { Log, RandomBytes } from '@parley/core/contracts';

/** Methods that are worth a series of their own; whoever invents others makes none. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const GIVEN_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request an id and one line when it ends: route pattern, status, time. No address, no query, no body. */
export function requestLog(deps: { log: Log; random: RandomBytes; monotonic: () => number; onAnswered: (seen: { method: string; route: string; status: number; ms: number }) => void }): RequestHandler {
  const { log, random, monotonic, onAnswered } = deps;
  return (req, res, next) => {
    const given = req.headers['x-request-id'];
    const id = typeof given === 'string' && GIVEN_ID.test(given) ? given : Buffer.from(random(9)).toString('base64url');
    res.setHeader('X-Request-Id', id);
    const begun = monotonic();
    res.on('finish', () => {
      const matched: unknown = req.route;
      const route = typeof matched === 'object' && matched !== null && 'path' in matched ? String(matched.path) : 'none';
      const seen = { method: METHODS.has(req.method) ? req.method : 'other', route, status: res.statusCode, ms: Math.round((monotonic() - begun) * 10) / 10 };
      onAnswered(seen);
      log.debug({ requestId: id, ...seen }, 'request');
    });
    next();
  };
}
