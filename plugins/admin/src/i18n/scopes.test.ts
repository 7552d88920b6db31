import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { scopeWords } from './scopes.js';

describe('scope words', () => {
  it('explain every permission that the app manifest asks for', () => {
    const manifest = readFileSync(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url), 'utf8');
    const scopes = /^scopes = "([^"]+)"$/m.exec(manifest)?.[1]?.split(',') ?? [];
    expect(scopes.length).toBeGreaterThan(5);
    expect(scopes.filter((scope) => scopeWords(scope) === null)).toEqual([]);
  });
});
