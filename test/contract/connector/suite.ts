import { afterEach, beforeAll, describe, expect } from '@jest/globals';
import { Doc, ParleyError, type Connector, type DocRef } from '@parley/core/contracts';
import fc from 'fast-check';
import { channelRules } from './channel-rules.js';
import { commerceRules } from './commerce-rules.js';
import type { ConnectorBench, ConnectorDescriptor } from './descriptor.js';
import { deskRules } from './desk-rules.js';
import { inboundRules } from './inbound-rules.js';
import { pullRules } from './pull-rules.js';
import { ruleOf, type Rule } from './rules.js';

/** Which facets a connector has: what it has, it must prove. */
export type Facet = 'install' | 'inbound' | 'pull' | 'channel' | 'commerce' | 'actions' | 'desk' | 'knowledge';

/**
 * The behaviour every connector must show, facet by facet. The facets are stated, and checked against the connector, so
 * that one that loses a facet does not pass by having nothing to prove.
 */
export function describeConnector(descriptor: ConnectorDescriptor, facets: readonly Facet[]): void {
  describe(`the connector ${descriptor.name}`, () => {
    const benches: ConnectorBench[] = [];
    const open = async (): Promise<ConnectorBench> => {
      const bench = await descriptor.make();
      benches.push(bench);
      return bench;
    };
    afterEach(async () => {
      for (const b of benches.splice(0)) await b.close();
    });
    const rule = ruleOf(descriptor.exempt ?? {});

    beforeAll(async () => {
      const b = await descriptor.make();
      await b.close();
      expect({ facets: facetsOf(b.connector) }).toEqual({ facets: [...facets].sort() });
    });

    if (facets.includes('install')) installRules(rule, open);
    if (facets.includes('inbound')) inboundRules(rule, open);
    if (facets.includes('pull')) pullRules(rule, open);
    if (facets.includes('channel')) channelRules(rule, open);
    if (facets.includes('commerce')) commerceRules(rule, open, facets.includes('actions'));
    if (facets.includes('desk')) deskRules(rule, open);
    if (facets.includes('knowledge')) knowledgeRules(rule, open);
  });
}

function facetsOf(c: Connector): Facet[] {
  const has: Record<Facet, boolean> = {
    install: c.install !== undefined,
    inbound: c.inbound !== undefined,
    pull: c.inbound?.pull !== undefined,
    channel: c.channel !== undefined,
    commerce: c.commerce !== undefined,
    actions: c.commerce?.actions !== undefined,
    desk: c.desk !== undefined,
    knowledge: c.knowledge !== undefined,
  };
  return (Object.keys(has) as Facet[]).filter((f) => has[f]).sort();
}

function installRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  rule('install.garbage', async () => {
    const { connector, now } = await open();
    const { install } = connector;
    if (install === undefined) throw new Error('there is nothing to install with');
    const token = fc.oneof(fc.string(), fc.array(fc.base64String(), { minLength: 3, maxLength: 3 }).map((parts) => parts.join('.')));
    await fc.assert(
      fc.asyncProperty(token, fc.uint8Array({ maxLength: 200 }), async (proof, body) => {
        const req = { method: 'POST', path: '/', query: `session=${encodeURIComponent(proof)}`, headers: { authorization: `Bearer ${proof}` }, params: {}, body, remote: '203.0.113.7' };
        const failure: unknown = await install.complete(req, now).catch((e: unknown) => e);
        expect(ParleyError.isInstance(failure) && failure.kind).toMatch(/^(unauthorized|rejected)$/);
        if (install.staff !== undefined) expect(await install.staff(req, now)).toMatchObject({ ok: false });
      }),
      { numRuns: 60 },
    );
  });
}

function knowledgeRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  rule('knowledge.docs', async () => {
    const { connector, installation } = await open();
    const { knowledge } = connector;
    if (knowledge === undefined) throw new Error('there is nothing to read');
    const refs: DocRef[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: { items: DocRef[]; cursor: string | null } = await knowledge.list(installation, cursor);
      refs.push(...page.items);
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== null && pages < 100);
    expect(cursor).toBeNull();
    expect(refs.length).toBeGreaterThan(0);
    expect(new Set(refs.map((r) => r.id)).size).toBe(refs.length);
    const docs = await knowledge.read(installation, refs);
    for (const doc of docs) {
      expect(Doc.parse(doc)).toEqual(doc);
      expect(refs.map((r) => r.id)).toContain(doc.id);
    }
    expect(docs.length).toBeGreaterThan(0);
    expect(await knowledge.read(installation, [])).toEqual([]);
    expect(knowledge.docOf('customer', 'gid://nobody')).toBeNull();
  });
}
