import { describe, expect, it } from '@jest/globals';
import { shopifySessionToken } from './shopify.js';

describe('the session token', () => {
  it('comes from App Bridge', async () => {
    await expect(shopifySessionToken({ shopify: { idToken: () => Promise.resolve('abc') } })()).resolves.toBe('abc');
  });

  it.each([{}, { shopify: null }, { shopify: {} }, { shopify: { idToken: 'abc' } }, { shopify: { idToken: () => Promise.resolve('') } }, { shopify: { idToken: () => Promise.reject(new Error('closed')) } }])('fails as host in %p', async (scope) => {
    await expect(shopifySessionToken(scope)()).rejects.toMatchObject({ name: 'Failure', kind: 'host' });
  });
});
