import { pino, type DestinationStream } from 'pino';
import type { Log } from '@parley/core/contracts';

/** Field names whose values never reach a log, wherever they stand. */
const SECRET_FIELDS = ['authorization', 'cookie', 'token', 'accessToken', 'refreshToken', 'secret', 'email', 'phone', 'text', 'body'];

/** Structured logs to standard output. Facts are ids, codes and counts; the named fields are cut out should one slip in. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_FIELDS.flatMap((f) => [f, `*.${f}`]), censor: '[cut]' },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (facts, message) => log.debug(facts, message),
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
  };
}
