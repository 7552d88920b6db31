import { expect } from '@jest/globals';
import type { Briefing, Desk, DeskEntry, DeskRef, DeskView } from '@parley/core/contracts';
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

  /** As the core does it: where the host knows no keys, it is looked for before it is tried again. */
  async function opened({ b, desk, at }: Opened, key: string, asked?: string): Promise<DeskRef> {
    const there = desk.laws.resend === 'readback' ? await desk.find?.(b.installation, { in: 'team', team: at.team }, key, b.now - 60_000) : 'absent';
    const sent = typeof there === 'object' ? there : await desk.open(b.installation, at.team, brief(at, asked), key, never);
    return { hostId: sent.hostId, language: 'en' };
  }
  async function posted({ b, desk }: Opened, ref: DeskRef, e: DeskEntry, key: string): Promise<string> {
    const there = desk.laws.resend === 'readback' ? await desk.find?.(b.installation, { in: 'handoff', ref }, key, b.now - 60_000) : 'absent';
    return typeof there === 'object' ? there.hostId : (await desk.post(b.installation, ref, e, key, never)).hostId;
  }

  withBench('desk.open', async (o) => {
    const { b, desk, at } = o;
    const ref = await opened(o, 'h-1');
    expect(ref.hostId).not.toBe('');
    // Repeated after a lost answer: one place.
    expect(await opened(o, 'h-1')).toEqual(ref);
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    expect((await at.seen())[0]?.head).toContain('Wants to talk about a refund.');
    expect((await failureOf(at.refusedOpening(desk, b.installation, brief(at)))).kind).toBe('rejected');
  });

  withBench('desk.post', async (o) => {
    const { b, desk, at } = o;
    const ref = await opened(o, 'h-1');
    const find = desk.find?.bind(desk);
    expect(await find?.(b.installation, { in: 'handoff', ref }, 'n-1', b.now)).toBe('absent');
    const first = await posted(o, ref, entry('Where is my money? 钱呢？'), 'n-1');
    expect(await posted(o, ref, entry('Where is my money? 钱呢？'), 'n-1')).toBe(first);
    expect(await find?.(b.installation, { in: 'handoff', ref }, 'n-1', b.now - 60_000)).toMatchObject({ hostId: first });
    await posted(o, ref, entry('It is on its way.', 'bot'), 'n-2');
    const [seen] = await at.seen();
    expect(seen?.notes).toHaveLength(2);
    expect(seen?.notes[0]).toContain('Where is my money? 钱呢？');
  });

  withBench('desk.long', async (o) => {
    const { at } = o;
    const ref = await opened(o, 'h-1', '长'.repeat(3_000));
    const long = '很长的投诉。'.repeat(1_200);
    await posted(o, ref, entry(long), 'n-1');
    await posted(o, ref, entry(long), 'n-1');
    const [seen] = await at.seen();
    for (const note of seen?.notes ?? []) expect(at.sizeOf(note)).toBeLessThanOrEqual(at.maxNote);
    expect((seen?.notes ?? []).map((n) => n.replace(/^[^\n]*\n|^Shopper: /, '')).join('')).toContain(long);
  });

  withBench('desk.files', async (o) => {
    const { b, desk, at } = o;
    if (!desk.laws.files || desk.attach === undefined || desk.fetchFile === undefined || at.files === undefined) throw new Error('a desk whose laws allow files brings and fetches them; one without is exempted with its reason');
    const ref = await opened(o, 'h-1');
    const bytes = Buffer.from(Array.from({ length: 3_000 }, (_, n) => n % 256));
    const attached = async (key: string) => {
      const there = desk.laws.resend === 'readback' ? await desk.find?.(b.installation, { in: 'handoff', ref }, key, b.now - 60_000) : 'absent';
      if (typeof there !== 'object') await desk.attach?.(b.installation, ref, { name: '照片 (1).png', mime: 'image/png', bytes }, key, never);
    };
    await attached('f-1');
    await attached('f-1');
    await attached('f-2');
    const files = await at.files();
    expect(files.map((f) => Buffer.from(f.bytes).equals(bytes))).toEqual([true, true]);
    for (const elsewhere of ['https://elsewhere.example/picture.png', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'no address']) expect((await failureOf(desk.fetchFile(b.installation, elsewhere, 1_000, never))).kind).toBe('rejected');
  });

  withBench('desk.reflect', async (o) => {
    const { b, desk, at } = o;
    const ref = await opened(o, 'h-1');
    await desk.reflect(b.installation, ref, view('offered'), brief(at), never);
    expect((await at.seen()).map((s) => s.state)).toEqual(['waiting']);
    await desk.reflect(b.installation, ref, view('returned'), brief(at), never);
    await desk.reflect(b.installation, ref, view('closed'), brief(at), never);
    expect((await at.seen()).map((s) => s.state)).toEqual(['over']);
    if (desk.mode === 'relay') return;
    const next = await opened(o, 'h-2');
    expect(next.hostId).not.toBe(ref.hostId);
    await at.accept(next);
    // An agent was faster: that must be heard, not swallowed.
    expect((await failureOf(desk.reflect(b.installation, next, view('returned'), brief(at), never))).kind).toBe('rejected');
  });
}
