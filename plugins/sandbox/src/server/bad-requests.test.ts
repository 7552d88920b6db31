import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openBench, SHOP, type Bench } from './bench.fixture.js';

let bench: Bench;
let token: string;
beforeAll(async () => {
  bench = await openBench();
  token = (await bench.connect()).access_token;
});
afterAll(() => bench.close());

const GRAPHQL = `/hosts/${SHOP}/admin/api/2026-07/graphql.json`;
const TOKEN = `/hosts/${SHOP}/admin/oauth/access_token`;

describe('bad requests', () => {
  it('are refused by both endpoints without the sandbox failing', async () => {
    const body = fc.oneof(fc.string(), fc.json(), fc.record({ query: fc.string(), variables: fc.jsonValue() }).map((value) => JSON.stringify(value)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(GRAPHQL, TOKEN), body, async (path, text) => {
        const reply = await bench.post(path, text, { 'x-shopify-access-token': token });
        expect(reply.status).toBeLessThan(500);
        expect(reply.json).not.toHaveProperty('data');
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  it('of any search text are answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '1', ':', '"', "'", '(', ')', '-', '*', '\\', '<', '>', ' ', 'OR', 'NOT', 'name', 'email', 'id', 'created_at', '单') }), async (query) => {
        const reply = await bench.query('query Q($query: String) { orders(first: 1, query: $query) { nodes { id } } customers(first: 1, query: $query) { nodes { id } } }', { query });
        expect(reply.status).toBe(200);
        expect(reply.json).toHaveProperty('extensions');
        if (JSON.stringify(reply.json).includes('"errors"')) expect(reply.text).toMatch(/NOT_EMULATED|THROTTLED/);
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  it('nested without end are refused unread, and too large ones with 413', async () => {
    for (const query of ['{ a '.repeat(50_000), `${'{ shop '.repeat(1400)}{ id }${'}'.repeat(1400)}`]) {
      const deep = await bench.query(query);
      expect(deep.status).toBe(200);
      expect(deep.json).toHaveProperty('errors');
    }
    expect((await bench.post(GRAPHQL, 'x'.repeat(3_000_000))).status).toBe(413);
  });

  it('with a broken path get 400, not a failure', async () => {
    expect((await bench.get(`/store/${SHOP}/apps/parley/%zz`)).status).toBe(400);
  });
});
