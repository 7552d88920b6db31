import type { RequestHandler } from 'express';
import type { Log, RandomBytes } from '@parley/core/contracts';

const GIVEN_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request an id and one line when it ends: route pattern, status, time. No address, no query, no body. */
export function requestLog(deps: { log: Log; random: RandomBytes; monotonic: () => number }): RequestHandler {
  const { log, random, monotonic } = deps;
  return (req, res, next) => {
    const given = req.headers['x-request-id'];
    const id = typeof given === 'string' && GIVEN_ID.test(given) ? given : Buffer.from(random(9)).toString('base64url');
    res.setHeader('X-Request-Id', id);
    const begun = monotonic();
    res.on('finish', () => {
      const matched: unknown = req.route;
      const route = typeof matched === 'object' && matched !== null && 'path' in matched ? String(matched.path) : 'none';
      log.debug({ requestId: id, method: req.method, route, status: res.statusCode, ms: Math.round((monotonic() - begun) * 10) / 10 }, 'request');
    });
    next();
  };
}
