import { LogLevel, type Logger } from '@slack/web-api';
import { ParleyError, type Log } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';

/** What the SDK would print, in our log: its warnings are things we hear of as errors, and handle. */
export function sdkLog(log: Log): Logger {
  const line = (parts: unknown[]): string => parts.map((p) => (ParleyError.isInstance(p) ? p.code : p instanceof Error ? p.message : String(p))).join(' ').slice(0, 1_000);
  return {
    debug: (...parts: unknown[]) => log.debug({ connector: CONNECTOR }, line(parts)),
    info: (...parts: unknown[]) => log.debug({ connector: CONNECTOR }, line(parts)),
    warn: (...parts: unknown[]) => log.debug({ connector: CONNECTOR }, line(parts)),
    error: (...parts: unknown[]) => log.warn({ connector: CONNECTOR }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.ERROR,
    setName: () => {},
  };
}
