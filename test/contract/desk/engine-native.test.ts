import { describe, expect, it } from '@jest/globals';
import { HandoffSettings } from '@parley/core/conversation';
import { ACCOUNT, worstEngine, type WorstEngine } from '../connector/worst-engine.js';
import type { Process } from '../connector/engine-bench.js';

const MINUTE = 60_000;
const WEN = { id: 'a-1', name: 'Wen' };

/** A shopper of a host with a desk of its own, who asked for a person. */
async function asked(flavour: 'key' | 'readback' | 'blind' = 'key'): Promise<{ w: WorstEngine; p: Process; agent: (act: object) => Promise<void> }> {
  const w = await worstEngine(flavour);
  const process = await w.start({ pages: ['Returns take 30 days.'] });
  await process.engine.handoffs.saveSettings(process.installation.tenant, HandoffSettings.parse({ teams: [{ name: 'Care', installation: process.installation.id, target: 'any' }] }), 'test');
  const p: Process = {
    ...process,
    // The desk's event comes in its own mailbox and is stored once more in the shopper's.
    async work() {
      for (let n = 0; n < 3; n++) await process.work();
    },
  };
  await w.write('t-1', 'm-1', 'human please');
  await p.work();
  return {
    w,
    p,
    async agent(act) {
      await w.host.control('/desk', { account: ACCOUNT, thread: 't-1', agent: WEN, ...act });
      await p.work();
    },
  };
}

const handoff = async (p: Process) => (await p.engine.records.handoffs.find('all', {}))[0];
const deskOf = async (w: WorstEngine) => (await w.host.thread(ACCOUNT, 't-1')).assignments;
const statusOf = async (p: Process) => (await p.engine.records.conversations.find('all', {})).map((c) => c.status);

describe.each(['key', 'readback', 'blind'] as const)('a host’s own desk (%s)', (flavour) => {
  it('gets the thread with its briefing; its agent speaks through the host alone, and gives it back', async () => {
    const { w, p, agent } = await asked(flavour);
    expect(await deskOf(w)).toMatchObject([{ state: 'waiting', note: expect.stringContaining('human please') }]);
    await agent({ act: 'accept' });
    expect(await handoff(p)).toMatchObject({ state: 'accepted', agent: { id: 'a-1', name: 'Wen', outside: false } });
    const shown = await w.shown('t-1');
    await w.write('t-1', 'm-2', 'policy on returns?');
    await p.work();
    await agent({ act: 'say', text: 'Send it back, please.' });
    // Nothing of ours reaches the shopper; the agent has a proposal instead.
    expect(await w.shown('t-1')).toEqual(shown);
    expect((await deskOf(w))[0]?.notes.at(-1)).toMatch(/^Suggestion:\nThis is what “Returns” says: Returns take 30 days\.\nReturns/);
    expect(await handoff(p)).toMatchObject({ unansweredSince: null });
    await agent({ act: 'return' });
    expect(await handoff(p)).toMatchObject({ state: 'returned' });
    expect(await statusOf(p)).toEqual(['bot']);
    expect((await w.shown('t-1')).at(-1)).toMatch(/Wen has left the conversation/);
  });
});

describe('a host’s own desk where nobody comes', () => {
  it('is asked to give the thread back, and the shopper is told', async () => {
    const { w, p } = await asked();
    for (const minutes of [6, 11, 31]) {
      w.host.pass(minutes * MINUTE);
      await p.work();
    }
    expect(await handoff(p)).toMatchObject({ state: 'returned', ended: 'nobody-came' });
    expect(await deskOf(w)).toMatchObject([{ state: 'withdrawn' }]);
    expect((await w.shown('t-1')).at(-1)).toMatch(/nobody of the team could come/);
  });

  it('closes what an agent closes, and tells nobody twice', async () => {
    const { w, p, agent } = await asked();
    await agent({ act: 'accept' });
    await agent({ act: 'close' });
    expect(await handoff(p)).toMatchObject({ state: 'closed', ended: 'closed' });
    expect(await statusOf(p)).toEqual(['closed']);
    expect(await w.shown('t-1')).toHaveLength(1);
  });
});
