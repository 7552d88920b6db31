import { describe, expect, it } from '@jest/globals';
import { createTenantShares } from './tenant-shares.js';

describe('shares of a worker', () => {
  it('gives a tenant so many places, and pokes who waits when one is free', () => {
    const poked: string[] = [];
    const shares = createTenantShares(2, (mailbox) => poked.push(mailbox));
    const first = shares.enter('t1', 'a');
    expect(first).not.toBeNull();
    expect(shares.enter('t1', 'b')).not.toBeNull();
    expect(shares.enter('t1', 'c')).toBeNull();
    expect(shares.enter('t1', 'c')).toBeNull();
    expect(shares.enter('t1', 'd')).toBeNull();
    expect(shares.enter('t2', 'e')).not.toBeNull();
    expect([shares.waits('t1', 'c'), shares.waits('t1', 'a'), shares.waits('t2', 'c')]).toEqual([true, false, false]);
    first?.();
    expect(poked).toEqual(['c']);
    expect(shares.waits('t1', 'c')).toBe(false);
    expect(shares.enter('t1', 'c')).not.toBeNull();
  });

  it('counts a place once, however often it is given back', () => {
    const shares = createTenantShares(1, () => {});
    const leave = shares.enter('t1', 'a');
    leave?.();
    leave?.();
    expect(shares.enter('t1', 'a')).not.toBeNull();
    expect(shares.enter('t1', 'b')).toBeNull();
  });
});
