import { expect } from '@jest/globals';
import type { Briefing, Desk, DeskEntry, DeskView } from '@parley/core/contracts';
import { failureOf } from './channel-rules.js';
import { briefingFor, type ConnectorBench, type DeskBench } from './descriptor.js';
import type { Rule } from './rules.js';

type Opened = { b: ConnectorBench; desk: Desk; at: DeskBench };

const entry = (text: string, from: 'shopper' | 'bot' = 'shopper'): DeskEntry => ({ kind: 'message', from, message: { parts: [{ type: 'text', text }] } });
const never = new AbortController().signal;

export function deskRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  const withBench = (name: Rule, prove: (o: Opened) => Promise<void>) =>
    rule(name, async () => {
      const b = await open();
      if (b.connector.desk === undefined || b.desk === undefined) throw new Error(`${name}: the descriptor has no desk bench`);
      await prove({ b, desk: b.connector.desk, at: b.desk });
    });
  const brief = (at: DeskBench, asked = 'Wants to talk about a refund.'): Briefing => briefingFor(at.hostThread, asked);
  const view = (state: DeskView['state']): DeskView => ({ handoff: 'h-1', number: 'H-1', state, agent: null, dueAt: null, priority: 'normal', deskLanguage: 'en', ended: null });

  withBench('desk.open', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, at.team, brief(at), 'h-1', never);
    expect(ref.hostId).not.toBe('');
    // Repeated after a lost answer, and asked for again by somebody else: one assignment.
    expect((await desk.open(b.installation, at.team, brief(at), 'h-1', never)).hostId).toBe(ref.hostId);
    expect((await desk.open(b.installation, at.team, brief(at), 'h-2', never)).hostId).toBe(ref.hostId);
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    expect((await failureOf(desk.open(b.installation, at.team, { ...brief(at), hostThread: 'nobody wrote here' }, 'h-3', never))).kind).toBe('rejected');
  });

  withBench('desk.post', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, at.team, brief(at), 'h-1', never);
    const find = desk.find?.bind(desk);
    expect(await find?.(b.installation, { in: 'handoff', ref }, 'n-1', b.now)).toBe('absent');
    const sent = await desk.post(b.installation, ref, entry('Where is my money? 钱呢？'), 'n-1', never);
    expect((await desk.post(b.installation, ref, entry('Where is my money? 钱呢？'), 'n-1', never)).hostId).toBe(sent.hostId);
    expect(await find?.(b.installation, { in: 'handoff', ref }, 'n-1', b.now)).toMatchObject({ hostId: sent.hostId });
    await desk.post(b.installation, ref, entry('It is on its way.', 'bot'), 'n-2', never);
    const [seen] = await at.seen();
    expect(seen?.notes).toHaveLength(2);
    expect(seen?.notes[0]).toContain('Where is my money? 钱呢？');
  });

  withBench('desk.long', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, at.team, brief(at, '长'.repeat(3_000)), 'h-1', never);
    const long = '很长的投诉。'.repeat(500);
    await desk.post(b.installation, ref, entry(long), 'n-1', never);
    await desk.post(b.installation, ref, entry(long), 'n-1', never);
    const [seen] = await at.seen();
    for (const note of seen?.notes ?? []) expect(Buffer.byteLength(note)).toBeLessThanOrEqual(at.maxNote);
    expect((seen?.notes ?? []).join('')).toContain(long);
  });

  withBench('desk.reflect', async ({ b, desk, at }) => {
    const ref = await desk.open(b.installation, at.team, brief(at), 'h-1', never);
    await desk.reflect(b.installation, ref, view('offered'), never);
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    await desk.reflect(b.installation, ref, view('returned'), never);
    await desk.reflect(b.installation, ref, view('closed'), never);
    expect((await at.seen()).map((s) => s.state)).toEqual(['withdrawn']);
    const next = await desk.open(b.installation, at.team, brief(at), 'h-2', never);
    expect(next.hostId).not.toBe(ref.hostId);
    await at.accept(next);
    // An agent was faster: that must be heard, not swallowed.
    expect((await failureOf(desk.reflect(b.installation, next, view('returned'), never))).kind).toBe('rejected');
  });
}
