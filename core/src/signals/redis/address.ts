import type { RedisOptions } from 'ioredis';
import { Rejected } from '../../contracts/index.js';

/** Where a Redis is, read from its URI. */
export interface RedisAddress {
  /** What a connection needs; holds the password. */
  connect: Pick<RedisOptions, 'host' | 'port' | 'db' | 'username' | 'password' | 'tls'>;
  /** The same for people: without user and password. */
  shown: string;
  db: number;
}

const PROTOCOLS: readonly string[] = ['redis:', 'rediss:'];

/**
 * Reads `redis://[[user]:password@]host[:port][/db]`, or `rediss://` for TLS. Throws `Rejected` naming REDIS_URL and what
 * is wrong with it, never its user or password.
 */
export function redisAddress(uri: string): RedisAddress {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (url === null || !PROTOCOLS.includes(url.protocol)) throw refused('is not an address of the form redis://[[user]:password@]host[:port][/db], or rediss:// for TLS');
  if (url.hostname === '') throw refused('names no host');
  if (url.search !== '' || url.hash !== '') throw refused('has something after ? or #, which is not supported; a password with such characters must be percent-encoded');
  const path = url.pathname.replace(/^\//, '');
  if (!/^\d{0,5}$/.test(path)) throw refused('may have nothing but the number of a database after the host');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? 6379 : Number(url.port);
  const db = Number(path);
  const username = decoded(url.username);
  const password = decoded(url.password);
  return {
    connect: {
      host,
      port,
      db,
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password }),
      ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    },
    shown: `${url.protocol}//${url.hostname}:${port}/${db}`,
    db,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw refused('has a % in its user or password that starts no percent-encoding', cause);
  }
}

function refused(what: string, cause?: unknown): Rejected {
  return new Rejected(`REDIS_URL ${what}`, { code: 'redis.url', ...(cause === undefined ? {} : { cause }) });
}
