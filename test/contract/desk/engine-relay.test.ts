import { describe, expect, it } from '@jest/globals';
import { BEN, deskScene, GUEST, WEN, type DeskScene } from './desk-bench.js';

const MINUTE = 60_000;
const RULE = 'This is what “Returns” says: Returns take 30 days.';
const text = (words: string) => ({ parts: [{ type: 'text' as const, text: words }] });
const say = (words: string, id = `s-${words}`) => ({ do: 'say' as const, message: text(words), hostMessageId: id, suggestion: null });

const events = (s: DeskScene, n = 0) => (s.desk.shown[n]?.entries ?? []).flatMap((e) => (e.entry.kind === 'event' ? [e.entry.text] : []));
const messages = (s: DeskScene) => s.place().entries.flatMap((e) => (e.entry.kind === 'message' ? [`${e.entry.from}: ${e.entry.message.parts[0]?.type === 'text' ? e.entry.message.parts[0].text : ''}`] : []));
const statusOf = async (s: DeskScene) => (await s.process.engine.records.conversations.find('all', {})).map((c) => [c.status, c.handoff === null ? null : 'open']);
const handoffs = (s: DeskScene) => s.process.engine.records.handoffs.find('all', { sort: [{ path: 'offeredAt', order: 'asc' }] });

/** A shopper who asked for a person, and was heard. */
async function offered(settings?: Parameters<typeof deskScene>[0]): Promise<DeskScene> {
  const s = await deskScene(settings);
  await s.ask('t-1', 'policy on returns?');
  await s.ask('t-1', 'human please');
  return s;
}

describe('asking for a person', () => {
  it('shows the conversation to the team with all that was said, and tells the shopper so', async () => {
    const s = await offered();
    expect(s.desk.shown).toHaveLength(1);
    expect(s.place().briefing).toMatchObject({ reason: 'asked', hostThread: 't-1', asked: 'human please', shopper: { name: 'Ann', proven: false }, evidence: [{ title: 'Returns', url: null }] });
    expect(s.place().briefing.said.map((l) => `${l.from}: ${l.text}`)).toEqual(['shopper: policy on returns?', `bot: ${RULE}`]);
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/on their list/);
    expect(await statusOf(s)).toEqual([['waiting', 'open']]);
    expect(await handoffs(s)).toMatchObject([{ state: 'offered', team: 'Care', ref: 'place-1' }]);
  });

  it('relays what the shopper and Parley say meanwhile', async () => {
    const s = await offered();
    await s.ask('t-1', 'policy on exchanges?');
    expect(messages(s)).toEqual([expect.stringMatching(/^bot: .*on their list/), 'shopper: policy on exchanges?', `bot: ${RULE}`]);
  });

  it('is not asked twice', async () => {
    const s = await offered();
    await s.ask('t-1', 'human please');
    expect(s.desk.shown).toHaveLength(1);
    expect(await handoffs(s)).toHaveLength(1);
  });

  it('says how many stand before, and when a shut team is back', async () => {
    const s = await offered();
    await s.ask('t-2', 'human please');
    expect(s.saidTo('t-2').at(-1)?.text).toMatch(/Before you: 1\./);
    const week = { mon: [], tue: [{ from: '09:00', to: '17:00' }], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const shut = await offered({ team: { hours: { timeZone: 'UTC', week, holidays: [] } } });
    expect(shut.saidTo('t-1').at(-1)?.text).toMatch(/back Tuesday.*09:00/);
  });

  it('without a team keeps the conversation waiting, with a time set', async () => {
    const s = await offered({ teams: [] });
    expect(s.desk.shown).toEqual([]);
    expect(await statusOf(s)).toEqual([['waiting', 'open']]);
    const [h] = await handoffs(s);
    expect(h?.dueAt).toBeLessThan(Date.parse('2026-11-24T10:00:00Z'));
    for (const hours of [2, 2, 24, 24]) await s.pass(hours * 60 * MINUTE);
    expect(await statusOf(s)).toEqual([['waiting', 'open']]);
    await s.pass(24 * 60 * MINUTE);
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/nobody of the team could come/);
  });
});

describe('an agent', () => {
  it('accepts, writes, and gives back with what was agreed; the bot is silent in between', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, { do: 'accept' });
    expect(s.saidTo('t-1').at(-1)).toEqual({ from: 'system', text: 'Wen of the shop’s team is here now.' });
    expect(s.place().view).toMatchObject({ state: 'accepted', agent: WEN });
    await s.ask('t-1', 'policy on returns?');
    expect(s.saidTo('t-1').filter((m) => m.from === 'bot')).toHaveLength(2);
    expect(s.place().entries.at(-1)?.entry).toMatchObject({ kind: 'suggestion', text: RULE, evidence: [{ title: 'Returns' }] });
    await s.act(s.place(), WEN, say('You may send it back until Friday.'));
    expect(s.saidTo('t-1').at(-1)).toEqual({ from: 'agent', text: 'You may send it back until Friday.' });
    await s.act(s.place(), WEN, { do: 'return', agreed: 'back until Friday' });
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/What you agreed on: back until Friday/);
    expect(s.place().view).toMatchObject({ state: 'returned', dueAt: null });
    expect(await statusOf(s)).toEqual([['bot', null]]);
    await s.ask('t-1', 'policy on returns?');
    expect(s.saidTo('t-1').at(-1)).toEqual({ from: 'bot', text: RULE });
  });

  it('who writes first has taken it', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, say('Hello, this is Wen.'));
    expect(s.saidTo('t-1').slice(-2)).toEqual([{ from: 'system', text: 'Wen of the shop’s team is here now.' }, { from: 'agent', text: 'Hello, this is Wen.' }]);
    expect(await handoffs(s)).toMatchObject([{ state: 'accepted', agent: WEN }]);
  });

  it('who comes second is told who has it; a colleague may still help', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), BEN, { do: 'accept' });
    expect(s.place().told).toEqual([{ agent: 'ben', text: 'Wen has this conversation already.' }]);
    await s.act(s.place(), BEN, say('The lamp is in stock.'));
    expect(s.saidTo('t-1').at(-1)).toEqual({ from: 'agent', text: 'The lamp is in stock.' });
    expect(await handoffs(s)).toMatchObject([{ agent: WEN }]);
  });

  it('who presses twice, or whose event comes twice, is heard once', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, { do: 'accept' }, 'press');
    await s.act(s.place(), WEN, { do: 'accept' }, 'press');
    await s.act(s.place(), WEN, { do: 'accept' });
    expect(s.saidTo('t-1').filter((m) => m.from === 'system')).toHaveLength(1);
    expect(s.place().told).toEqual([]);
  });

  it('keeps notes among colleagues', async () => {
    const s = await offered();
    const before = s.saidTo('t-1');
    await s.act(s.place(), WEN, { do: 'note', message: text('this one again'), hostMessageId: 'n-1' });
    expect(s.saidTo('t-1')).toEqual(before);
  });

  it('of another organisation, or of no team, may do nothing', async () => {
    const s = await offered({ team: { members: ['wen'] } });
    const before = s.saidTo('t-1');
    for (const act of [{ do: 'accept' as const }, say('Hi from outside'), { do: 'close' as const }]) await s.act(s.place(), GUEST, act);
    await s.act(s.place(), BEN, say('Hi'));
    expect(s.saidTo('t-1')).toEqual(before);
    expect(s.place().told.map((t) => t.agent)).toEqual(['guest', 'guest', 'guest', 'ben']);
    expect(await handoffs(s)).toMatchObject([{ state: 'offered', agent: null }]);
  });

  it('takes no more than the team allows at a time', async () => {
    const s = await offered({ team: { capacity: 1 } });
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.ask('t-2', 'human please');
    await s.act(s.place(), WEN, { do: 'accept' });
    expect(s.place().told[0]?.text).toMatch(/You have 1 conversations/);
    await s.act(s.desk.shown[0]!, WEN, { do: 'close' });
    await s.act(s.place(), WEN, { do: 'accept' });
    expect((await handoffs(s)).map((h) => h.state)).toEqual(['closed', 'accepted']);
  });

  it('corrects what was written, and takes back what has not gone out', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, say('It costs 20.', 's-1'));
    await s.act(s.place(), WEN, { do: 'amend', hostMessageId: 's-1', message: text('It costs 25.') });
    expect(s.saidTo('t-1').at(-1)).toEqual({ from: 'agent', text: 'Correction: It costs 25.' });
    await s.act(s.place(), WEN, { do: 'amend', hostMessageId: 's-1', message: null });
    expect(s.place().told.at(-1)?.text).toMatch(/cannot take it back/);
  });

  it('gives it to a colleague', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.act(s.place(), WEN, { do: 'assign', to: BEN });
    expect(await handoffs(s)).toMatchObject([{ state: 'accepted', agent: BEN }]);
    expect(s.place().view).toMatchObject({ agent: BEN });
    expect(events(s)).toContain('Wen gave this conversation to Ben.');
    await s.act(s.place(), BEN, { do: 'assign', to: GUEST });
    expect(await handoffs(s)).toMatchObject([{ agent: BEN }]);
  });

  it('who closes it ends the conversation; what is written afterwards begins anew, and nothing more is sent here', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, say('Done.'));
    await s.act(s.place(), WEN, { do: 'close' });
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/^Wen has closed this conversation/);
    const before = s.saidTo('t-1').length;
    await s.act(s.place(), WEN, say('One more thing'));
    expect(s.saidTo('t-1')).toHaveLength(before);
    expect(s.place().told.at(-1)?.text).toMatch(/over here/);
    await s.ask('t-1', 'policy on returns?');
    expect(await statusOf(s)).toEqual(expect.arrayContaining([['closed', null], ['bot', null]]));
  });

  it('sees what the shopper changes and deletes', async () => {
    const s = await offered();
    await s.process.engine.intake.store('plain', [s.channel.edited('t-1', 'e-1', 'm-2', 'human please, it is about #1001'), s.channel.edited('t-1', 'e-2', 'm-1', null)]);
    await s.work();
    expect(events(s)).toEqual(['The shopper changed an earlier message to: human please, it is about #1001', 'The shopper deleted an earlier message.']);
  });
});

describe('when nobody comes', () => {
  it('the team is reminded, then the next team is asked, then the shopper is told and the bot goes on', async () => {
    const s = await offered({ teams: [{ name: 'Care', lead: 'lena', escalateTo: 'Leads' }, { name: 'Leads', target: 'C-leads', language: 'zh' }] });
    await s.pass(5 * MINUTE + 1);
    expect(events(s)).toEqual(['<@lena> The shopper has been waiting for 5 min. Who can take this?']);
    await s.pass(10 * MINUTE + 1);
    expect(events(s).at(-1)).toMatch(/now goes to Leads/);
    expect(s.desk.shown[0]?.view).toMatchObject({ state: 'closed' });
    expect(s.desk.shown[1]).toMatchObject({ team: 'C-leads', briefing: { asked: 'human please', deskLanguage: 'zh' } });
    await s.pass(30 * MINUTE + 1);
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/nobody of the team could come/);
    expect(s.desk.shown[1]?.view).toMatchObject({ state: 'returned' });
    expect(await statusOf(s)).toEqual([['bot', null]]);
    await s.pass(600 * MINUTE);
    expect((await handoffs(s))[0]).toMatchObject({ state: 'returned', ended: 'nobody-came' });
  });

  it('each step is taken once, however many look', async () => {
    const s = await offered();
    await s.pass(5 * MINUTE + 1);
    for (let n = 0; n < 5; n++) await s.work();
    expect(events(s)).toHaveLength(1);
  });

  it('hours count, the clock does not', async () => {
    const week = { mon: [{ from: '09:00', to: '10:02' }], tue: [{ from: '09:00', to: '17:00' }], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const s = await offered({ team: { hours: { timeZone: 'UTC', week, holidays: [] } } });
    await s.pass(60 * MINUTE);
    expect(events(s)).toEqual([]);
    await s.pass(22 * 60 * MINUTE + 4 * MINUTE);
    expect(events(s)).toHaveLength(1);
  });

  it('an agent who does not answer is reminded, and then somebody else may', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, { do: 'accept' });
    await s.ask('t-1', 'are you there?');
    await s.pass(10 * MINUTE + 1);
    expect(events(s).at(-1)).toMatch(/^Wen, the shopper has been waiting/);
    await s.pass(10 * MINUTE + 1);
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/I have asked the rest of the team/);
    expect(await handoffs(s)).toMatchObject([{ state: 'offered', agent: null }]);
    await s.act(s.place(), BEN, { do: 'accept' });
    expect(s.saidTo('t-1').at(-1)?.text).toMatch(/^Ben/);
  });

  it('an answer in time stops the clock; a conversation nobody writes in is closed', async () => {
    const s = await offered();
    await s.act(s.place(), WEN, say('Here I am.'));
    await s.pass(60 * MINUTE);
    expect(events(s)).toEqual(['Wen has taken this conversation.']);
    await s.pass(24 * 60 * MINUTE);
    expect(await handoffs(s)).toMatchObject([{ state: 'closed', ended: 'idle' }]);
    expect(await statusOf(s)).toEqual([['closed', null]]);
  });
});

describe('trouble', () => {
  it('a desk that is down for minutes gets everything, once and in order', async () => {
    const s = await deskScene();
    s.desk.down = true;
    await s.ask('t-1', 'human please');
    await s.ask('t-1', 'policy on returns?');
    expect(s.desk.shown).toEqual([]);
    s.desk.down = false;
    for (let n = 0; n < 6; n++) await s.pass(6_000);
    expect(s.desk.shown).toHaveLength(1);
    expect(messages(s).map((m) => m.slice(0, 12))).toEqual(['bot: I have ', 'shopper: pol', 'bot: This is']);
  });

  it.each(['decided', 'inserted'] as const)('a process that dies after %s loses and doubles nothing', async (point) => {
    const s = await deskScene();
    await s.restart({ killAt: point });
    await s.ask('t-1', 'human please').catch(() => {});
    await s.restart();
    await s.act(s.place(), WEN, say('Hello'));
    await s.restart();
    expect(s.desk.shown).toHaveLength(1);
    expect(s.saidTo('t-1').map((m) => m.from)).toEqual(['bot', 'system', 'agent']);
    expect(await handoffs(s)).toHaveLength(1);
  });

  it('an act at a place nobody knows changes nothing', async () => {
    const s = await offered();
    const before = await handoffs(s);
    await s.act({ ...s.place(), id: 'elsewhere' }, WEN, { do: 'accept' });
    expect(await handoffs(s)).toEqual(before);
  });

  it('a shopper who is erased meanwhile is gone from the desk’s list as well', async () => {
    const s = await offered();
    const [h] = await handoffs(s);
    if (h === undefined) throw new Error('a hand-off was expected');
    await s.process.engine.identities.erase(h.tenant, h.sealKey);
    await s.pass(6 * MINUTE);
    expect(await handoffs(s)).toMatchObject([{ state: 'closed', ended: 'removed', briefing: null }]);
  });
});
