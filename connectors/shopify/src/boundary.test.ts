import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const here = new URL('.', import.meta.url);
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const text = (name: string): string => readFileSync(new URL(name, here), 'utf8');
const imports = (name: string): string[] => [...text(name).matchAll(/(?:from|import) '([^']+)'/g)].map((match) => match[1] ?? '');

describe('the edges of the connector', () => {
  it('lead to the contracts, the signatures, the SDK, zod and Node alone', () => {
    const allowed = /^(\.\.?\/|node:|zod$|@parley\/core\/(contracts|security\/signatures)$|@shopify\/shopify-api(\/|$))/;
    expect(sources.flatMap(imports).filter((name) => !allowed.test(name))).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  it('keep the process-wide hook of the SDK in one file', () => {
    expect(sources.filter((name) => /shopify-api\/(runtime|adapters)/.test(text(name)))).toEqual(['sdk-fetch.ts']);
  });

  it('keep tokens out of the way of webhooks', () => {
    const reached = new Set<string>();
    const follow = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const next of imports(name)) if (next.startsWith('./')) follow(next.slice(2).replace(/\.js$/, '.ts'));
    };
    follow('inbound.ts');
    for (const name of ['tokens.ts', 'sdk.ts', 'sdk-fetch.ts', 'admin.ts']) expect([...reached]).not.toContain(name);
  });
});
