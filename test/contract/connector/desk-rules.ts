import { expect } from '@jest/globals';
import type { Desk, DeskEntry } from '@parley/core/contracts';
import { failureOf } from './channel-rules.js';
import type { ConnectorBench, DeskBench } from './descriptor.js';
import type { Rule } from './rules.js';

type Opened = { b: ConnectorBench; desk: Desk; at: DeskBench };

const entry = (text: string, from: DeskEntry['from'] = 'shopper'): DeskEntry => ({ from, message: { parts: [{ type: 'text', text }] } });

export function deskRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  const withBench = (name: Rule, prove: (o: Opened) => Promise<void>) =>
    rule(name, async () => {
      const b = await open();
      if (b.connector.desk === undefined || b.desk === undefined) throw new Error(`${name}: the descriptor has no desk bench`);
      await prove({ b, desk: b.connector.desk, at: b.desk });
    });
  const brief = (at: DeskBench, summary = 'Wants to talk about a refund.') => ({ conversation: at.conversation, reason: 'the shopper asked', summary });

  withBench('desk.open', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, brief(at), 'h-1');
    expect(ref.hostId).not.toBe('');
    // Repeated after a lost answer, and asked for again by somebody else: one assignment.
    expect(await desk.open(b.installation, brief(at), 'h-1')).toEqual(ref);
    expect(await desk.open(b.installation, brief(at), 'h-2')).toEqual(ref);
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    expect((await failureOf(desk.open(b.installation, { ...brief(at), conversation: 'nobody wrote here' }, 'h-3'))).kind).toBe('rejected');
  });

  withBench('desk.post', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, brief(at), 'h-1');
    const find = desk.find?.bind(desk);
    expect(await find?.(b.installation, ref, 'n-1')).toBe('absent');
    const sent = await desk.post(b.installation, ref, entry('Where is my money? 钱呢？'), 'n-1');
    expect((await desk.post(b.installation, ref, entry('Where is my money? 钱呢？'), 'n-1')).hostId).toBe(sent.hostId);
    expect(await find?.(b.installation, ref, 'n-1')).toMatchObject({ hostId: sent.hostId });
    await desk.post(b.installation, ref, entry('It is on its way.', 'bot'), 'n-2');
    const [seen] = await at.seen();
    expect(seen?.notes).toHaveLength(2);
    expect(seen?.notes[0]).toContain('Where is my money? 钱呢？');
  });

  withBench('desk.long', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, brief(at, '长'.repeat(3_000)), 'h-1');
    const long = '很长的投诉。'.repeat(500);
    await desk.post(b.installation, ref, entry(long), 'n-1');
    await desk.post(b.installation, ref, entry(long), 'n-1');
    const [seen] = await at.seen();
    for (const note of seen?.notes ?? []) expect(Buffer.byteLength(note)).toBeLessThanOrEqual(at.maxNote);
    expect((seen?.notes ?? []).join('')).toContain(long);
  });

  withBench('desk.reflect', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, brief(at), 'h-1');
    await desk.reflect(b.installation, ref, 'offered');
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    await desk.reflect(b.installation, ref, 'returned');
    await desk.reflect(b.installation, ref, 'closed');
    expect((await at.seen()).map((s) => s.state)).toEqual(['withdrawn']);
    const next = await desk.open(b.installation, brief(at), 'h-2');
    expect(next).not.toEqual(ref);
    await at.accept(next);
    // An agent was faster: that must be heard, not swallowed.
    expect((await failureOf(desk.reflect(b.installation, next, 'returned'))).kind).toBe('rejected');
  });
}
