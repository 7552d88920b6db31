import { expect } from '@jest/globals';
import { InboundEvent, ParleyError } from '@parley/core/contracts';
import type { ConnectorBench } from './descriptor.js';
import type { Rule } from './rules.js';

export function pullRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  rule('pull.pages', async () => {
    const b = await open();
    const { pull, all } = puller(b);
    if (b.pulled === undefined) throw new Error('the descriptor says nothing of pulling');
    const before = (await all(null)).cursor;
    const count = await b.pulled.prepare();
    const first = await all(before);
    expect(first.events).toHaveLength(count);
    expect(new Set(first.events.map((e) => e.eventKey)).size).toBe(count);
    for (const e of first.events) {
      expect(InboundEvent.parse(e)).toEqual(e);
      expect(e.account).toBe(b.installation.account);
    }
    // The same place gives the same again; the new place nothing.
    expect((await all(before)).events).toEqual(first.events);
    expect(await pull(first.cursor)).toMatchObject({ events: [], more: false });
  });

  rule('pull.errors', async () => {
    const b = await open();
    const { pull } = puller(b);
    if (b.pulled === undefined) throw new Error('the descriptor says nothing of pulling');
    await b.pulled.break();
    const failure: unknown = await pull(null).then(
      () => null,
      (e: unknown) => e,
    );
    expect(ParleyError.isInstance(failure)).toBe(true);
    expect(failure).not.toMatchObject({ mayHaveHappened: true });
  });
}

type Page = { events: InboundEvent[]; cursor: string | null; more: boolean };

function puller(b: ConnectorBench): { pull: (cursor: string | null) => Promise<Page>; all: (cursor: string | null) => Promise<{ events: InboundEvent[]; cursor: string | null }> } {
  const inbound = b.connector.inbound;
  if (inbound?.pull === undefined) throw new Error('there is nothing to pull with');
  const run = inbound.pull.bind(inbound);
  const pull = (cursor: string | null) => run(b.installation, cursor, AbortSignal.timeout(5_000));
  return {
    pull,
    async all(cursor) {
      const events: InboundEvent[] = [];
      for (let at = cursor; ; ) {
        const page = await pull(at);
        events.push(...page.events);
        at = page.cursor;
        if (!page.more) return { events, cursor: at };
      }
    },
  };
}
