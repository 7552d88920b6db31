import { describe, expect, it } from '@jest/globals';
import { redisAddress } from './address.js';
import { reconnectWait } from './link.js';

describe('the address of a Redis', () => {
  it.each([
    ['redis://cache', { host: 'cache', port: 6379, db: 0 }, 'redis://cache:6379/0'],
    ['redis://:p%40ss@10.0.0.1:7000/3', { host: '10.0.0.1', port: 7000, db: 3, password: 'p@ss' }, 'redis://10.0.0.1:7000/3'],
    ['rediss://desk:secret@cache.example.com', { host: 'cache.example.com', port: 6379, db: 0, username: 'desk', password: 'secret', tls: {} }, 'rediss://cache.example.com:6379/0'],
    ['redis://[::1]:6380/', { host: '::1', port: 6380, db: 0 }, 'redis://[::1]:6380/0'],
  ])('reads %s, and shows it without what is secret', (uri, connect, shown) => {
    expect(redisAddress(uri)).toEqual({ connect, shown, db: connect.db });
  });

  it('is tried again ever more seldom, never all at once', () => {
    expect([1, 2, 3, 20].map((n) => reconnectWait(n, () => 0))).toEqual([25, 50, 100, 1_000]);
    expect([1, 2, 3, 20].map((n) => reconnectWait(n, () => 0.999))).toEqual([50, 100, 200, 1_999]);
  });
});
