import { expect } from '@jest/globals';
import { Order, ParleyError, Product, type Action, type Commerce } from '@parley/core/contracts';
import fc from 'fast-check';
import type { CommerceBench, ConnectorBench } from './descriptor.js';
import type { Rule } from './rules.js';
import { anyAnswer } from './strange-answers.js';

type Opened = { b: ConnectorBench; commerce: Commerce; at: CommerceBench };
type Acting = Opened & { actions: NonNullable<Commerce['actions']>; action: Action };

export function commerceRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>, acts: boolean): void {
  const withBench = (name: Rule, prove: (o: Opened) => Promise<void>) =>
    rule(name, async () => {
      const b = await open();
      if (b.connector.commerce === undefined || b.commerce === undefined) throw new Error(`${name}: the descriptor has no commerce bench`);
      await prove({ b, commerce: b.connector.commerce, at: b.commerce });
    });
  const acting = (name: Rule, prove: (o: Acting) => Promise<void>) =>
    withBench(name, async (o) => {
      const { actions } = o.commerce;
      if (actions === undefined || o.at.action === undefined) throw new Error(`${name}: the descriptor has no action`);
      await prove({ ...o, actions, action: o.at.action });
    });

  withBench('commerce.reading', async ({ b, commerce, at }) => {
    for (const q of at.orders) for (const order of await commerce.orders(b.installation, q)) expect(Order.parse(order)).toEqual(order);
    for (const q of at.products) {
      const found = await commerce.products?.(b.installation, q);
      for (const product of found ?? []) expect(Product.parse(product)).toEqual(product);
      expect((found ?? []).length).toBeLessThanOrEqual(q.limit);
    }
  });

  withBench('commerce.strange-answers', async ({ b, at }) => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const { commerce } = at.answering(answer.make);
        const calls = [...at.orders.map((q) => () => commerce?.orders(b.installation, q)), ...at.products.map((q) => () => commerce?.products?.(b.installation, q))];
        const { action } = at;
        if (action !== undefined) calls.push(async () => (await commerce?.actions?.perform(b.installation, action, 'key-1'), []));
        for (const call of calls) {
          try {
            await call();
          } catch (e) {
            if (!ParleyError.isInstance(e)) throw e;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  if (!acts) return;

  acting('commerce.options', async ({ b, actions, at, action }) => {
    if (at.order === undefined) throw new Error('the descriptor has no order');
    const options = await actions.options(b.installation, at.order);
    expect(options.map((o) => o.kind)).toContain(action.kind);
    for (const o of options) {
      expect(['request', 'decide']).toContain(o.mode);
      expect(o.maxMinor === null || (Number.isSafeInteger(o.maxMinor) && o.currency !== null)).toBe(true);
      expect(o.version).not.toBe('');
    }
  });

  acting('commerce.perform', async ({ b, actions, action }) => {
    const first = await actions.perform(b.installation, action, 'key-1');
    if (!('pending' in first)) throw new Error('a job was expected');
    expect(first.hostJob).toMatch(/^\d{19}$/);
    expect(Number.isSafeInteger(Number(first.hostJob))).toBe(false);
    const other = await actions.perform(b.installation, action, 'key-2');
    // Neighbours that are one and the same double.
    expect('pending' in other && other.hostJob).not.toBe(first.hostJob);
    if (b.connector.channel?.laws.resend === 'key') expect(await actions.perform(b.installation, action, 'key-1')).toEqual(first);
    const failure: unknown = await actions.perform(b.installation, { ...action, kind: 'sing' }, 'key-3').catch((e: unknown) => e);
    expect(ParleyError.isInstance(failure) && failure.kind).toBe('rejected');
  });

  acting('commerce.lookup', async ({ b, actions, action, at }) => {
    const begun = await actions.perform(b.installation, action, 'key-1');
    if (!('pending' in begun)) throw new Error('a job was expected');
    if (b.connector.channel?.laws.resend !== 'readback') {
      expect(await actions.lookup(b.installation, action, 'key-1')).toBe('unknown');
      return;
    }
    expect(await actions.lookup(b.installation, action, 'key-2')).toBe('absent');
    expect(await actions.lookup(b.installation, action, 'key-1')).toEqual(begun);
    await at.finish?.(begun.hostJob);
    const receipt = await actions.lookup(b.installation, action, 'key-1');
    expect(receipt).toMatchObject({ id: begun.hostJob, act: action.kind, amountMinor: action.amountMinor, currency: action.currency });
    expect(typeof receipt === 'object' && 'hostId' in receipt && receipt.hostId).toMatch(/^\d{19}$/);
  });
}
