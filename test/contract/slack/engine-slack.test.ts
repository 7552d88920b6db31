import { afterEach, describe, expect, it } from '@jest/globals';
import { BEN, BOT, CARE, FOREIGN, GUEST, WEN } from './slack-bench.js';
import { accepted, endStories, RULE, story, type Story } from './slack-story.js';

afterEach(endStories);

const deskCalls = (s: Story, method: string) => s.slack.ledger.find({ kind: 'slack.call' }).filter((e) => e.detail['method'] === method);

describe('the whole story in Slack', () => {
  it('is a card, an acceptance, words both ways, and the return with what was agreed', async () => {
    const s = await story();
    await s.ask('policy on returns?');
    await s.ask('human please, <!channel> *now*');
    const { ts, blocks } = await s.root();
    expect(blocks).toMatch(/asked for a person.*human please, &lt;!channel&gt;.*handoff\.accept/s);
    expect(blocks).toContain(RULE);

    const told = await s.slack.press(WEN, ts, 'handoff.accept');
    expect(told).toMatchObject({ status: 200 });
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'system', text: 'Wen Li of the shop’s team is here now.' });
    expect((await s.root()).blocks).toMatch(new RegExp(`With <@${WEN}>.*handoff\\.return`, 's'));

    await s.ask('may I send it back?');
    expect((await s.below()).map((m) => m.text).join('\n')).toContain('Shopper: may I send it back?');
    await s.slack.write(WEN, 'Yes: see <https://shop.example/r|our page> &amp; write until Friday', ts);
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'agent', text: 'Yes: see our page (https://shop.example/r) & write until Friday' });
    await s.slack.write(WEN, '// this customer again', ts);
    await s.work();
    expect(s.said().at(-1)?.text).toMatch(/^Yes/);

    await s.slack.press(WEN, ts, 'handoff.return');
    const [form] = (await s.slack.seen()).views;
    if (form === undefined) throw new Error('no form was opened');
    await s.slack.control('/submit', { user: WEN, view: form.id, values: { words: { words: { value: 'free return until Friday' } } } });
    await s.work();
    expect(s.said().at(-1)?.text).toBe('Wen Li has left the conversation. What you agreed on: free return until Friday');
    const over = (await s.root()).blocks;
    expect(over).not.toMatch(/handoff\.(accept|close|return)/);
    await s.ask('policy on returns?');
    expect(s.said().at(-1)).toEqual({ from: 'bot', text: RULE });
  });

  it('offers what Parley would say: sent as it is, or changed in a form', async () => {
    const s = await accepted();
    await s.ask('policy on returns?');
    const suggestion = (await s.below()).at(-1);
    expect(suggestion?.blocks).toContain('suggestion.send');
    await s.slack.press(WEN, suggestion?.ts ?? '', 'suggestion.send');
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'agent', text: RULE });

    await s.slack.press(WEN, suggestion?.ts ?? '', 'suggestion.edit');
    const [form] = (await s.slack.seen()).views;
    expect(JSON.stringify(form?.view)).toContain(RULE);
    const empty = await s.slack.control('/submit', { user: WEN, view: form?.id, values: { words: { words: { value: '  ' } } } });
    expect(JSON.stringify(empty)).toContain('Write something first.');
    await s.slack.control('/submit', { user: WEN, view: form?.id, values: { words: { words: { value: 'Thirty days, and we pay the parcel.' } } } });
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'agent', text: 'Thirty days, and we pay the parcel.' });
    expect((await s.slack.seen()).views).toEqual([]);
  });

  it('carries corrections and deletions', async () => {
    const s = await accepted();
    const { ts } = await s.slack.write(WEN, 'It costs 20.', s.ts);
    await s.work();
    await s.slack.control('/amend', { user: WEN, channel: CARE, ts, text: 'It costs 25.' });
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'agent', text: 'Correction: It costs 25.' });
    await s.slack.control('/amend', { user: WEN, channel: CARE, ts, text: null });
    await s.work();
    expect((await s.slack.seen()).ephemerals.at(-1)).toMatchObject({ user: WEN, text: expect.stringContaining('cannot take it back') });
  });

  it('is given to a colleague by name, and closed', async () => {
    const s = await accepted();
    await s.slack.press(WEN, s.ts, 'handoff.assign', BEN);
    await s.work();
    expect((await s.root()).blocks).toContain(`With <@${BEN}>`);
    await s.slack.press(BEN, s.ts, 'handoff.close');
    await s.work();
    expect(s.said().at(-1)?.text).toMatch(/^Ben has closed this conversation/);
  });
});

/** The smallest picture there is. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('files', () => {
  it('of an agent reach the shopper as pictures; what is no picture, or too large, stays behind with a word to its writer', async () => {
    const s = await accepted();
    await s.slack.write(WEN, 'Here is your label', s.ts, { files: [{ name: 'label.png', mimetype: 'image/png', data: DOT }] });
    await s.work();
    expect(s.channel.parts.at(-1)).toMatchObject([{ type: 'text', text: 'Here is your label' }, { type: 'image', mime: 'image/png', alt: 'label.png' }]);
    expect(JSON.stringify(s.channel.parts)).not.toContain('files-pri');
    await s.slack.write(WEN, '', s.ts, { files: [{ name: 'film.png', mimetype: 'image/png', size: 50_000_000 }] });
    await s.slack.write(WEN, 'see this', s.ts, { files: [{ name: 'terms.pdf', mimetype: 'application/pdf', data: DOT }] });
    await s.work();
    expect(s.channel.parts.at(-1)).toEqual([{ type: 'text', text: 'see this' }]);
    expect((await s.slack.seen()).ephemerals.map((e) => e.text)).toEqual([expect.stringMatching(/film\.png.*10 MB/), expect.stringMatching(/terms\.pdf.*takes pictures/)]);
  });

  it('of the shopper stand in the thread once, whatever happens to Slack’s answer', async () => {
    const s = await accepted();
    const [chat] = (await s.p.engine.installations.all()).filter((i) => i.connector === 'plain');
    const { blob } = await s.p.engine.blobs.put(chat?.id ?? '', 'shopper of t-1', 'image/png', Buffer.from(DOT, 'base64'));
    await s.slack.control('/faults', { withholdFiles: 1 });
    await s.p.engine.intake.store('plain', [s.channel.event('t-1', 'p-1', 'it looks like this', [{ type: 'image', blob, mime: 'image/png', bytes: 70 }])]);
    for (let n = 0; n < 5; n++) await s.pass(6_000);
    const shared = (await s.slack.seen()).channels.flatMap((c) => c.messages).filter((m) => m.files.length > 0);
    expect(shared).toMatchObject([{ user: BOT, threadTs: s.ts, files: [{ name: expect.stringMatching(/^picture-2-\w{10}\.png$/), mimetype: 'image/png' }] }]);
    expect(await (await fetch(`${s.slack.origin.replace('/slack', '')}${shared[0]?.files[0]?.url ?? ''}`)).arrayBuffer()).toHaveProperty('byteLength', Buffer.from(DOT, 'base64').length);
  });
});

describe('who may not', () => {
  it.each([[GUEST, 'a guest'], [FOREIGN, 'somebody of another organisation']])('%s, %s, is told so and changes nothing', async (user) => {
    const s = await story();
    await s.ask('human please');
    const { ts } = await s.root();
    const before = s.said();
    await s.slack.press(user, ts, 'handoff.accept');
    await s.slack.write(user, 'Give me her address', ts);
    await s.work();
    expect(s.said()).toEqual(before);
    expect((await s.slack.seen()).ephemerals.map((e) => e.user)).toEqual([user, user]);
    expect((await s.p.engine.records.handoffs.find('all', {}))[0]).toMatchObject({ state: 'offered' });
  });

  it('two who accept at once: one has it, the other hears who', async () => {
    const s = await story();
    await s.ask('human please');
    const { ts } = await s.root();
    await Promise.all([s.slack.press(WEN, ts, 'handoff.accept'), s.slack.press(BEN, ts, 'handoff.accept')]);
    await s.work();
    expect(s.said().filter((m) => m.from === 'system')).toHaveLength(1);
    expect((await s.slack.seen()).ephemerals).toHaveLength(1);
  });

  it('bots, Parley’s own words and other threads say nothing to a shopper', async () => {
    const s = await accepted();
    const before = s.said();
    const { ts } = await s.slack.write(WEN, 'lunch at noon?');
    await s.slack.write(BEN, 'yes', ts);
    await s.slack.control('/write', { user: BOT, channel: CARE, text: 'beep', threadTs: s.ts });
    await s.work();
    expect(s.said()).toEqual(before);
  });
});

describe('trouble with Slack', () => {
  it('an agent who is quicker than Slack’s own answer to the opening is heard', async () => {
    const s = await story();
    // What Slack took is not answered, and looking for it is not allowed for a while.
    await s.slack.control('/faults', { withhold: 1, blind: 3 });
    await s.ask('human please');
    const { ts } = await s.root();
    await s.slack.write(WEN, 'I am on it', ts);
    await s.work();
    for (let n = 0; n < 10; n++) await s.pass(12_000);
    expect(s.said().filter((m) => m.from === 'agent')).toEqual([{ from: 'agent', text: 'I am on it' }]);
  });

  it('a lost answer doubles nothing', async () => {
    const s = await story();
    await s.slack.control('/faults', { withhold: 1 });
    await s.ask('human please');
    for (let n = 0; n < 4; n++) await s.pass(6_000);
    expect((await s.slack.messages()).filter((m) => m.threadTs === null)).toHaveLength(1);
    await s.slack.control('/faults', { withhold: 1 });
    await s.ask('are you there?');
    for (let n = 0; n < 4; n++) await s.pass(6_000);
    expect((await s.below()).filter((m) => m.text === 'Shopper: are you there?')).toHaveLength(1);
  });

  it('a form that Slack does not open leaves everything as it was, and opens at the next press', async () => {
    const s = await accepted();
    await s.slack.control('/faults', { error: 'expired_trigger_id', errors: 1 });
    expect(await s.slack.press(WEN, s.ts, 'handoff.return')).toMatchObject({ status: 200 });
    expect((await s.slack.seen()).views).toEqual([]);
    await s.slack.press(WEN, s.ts, 'handoff.return');
    expect((await s.slack.seen()).views).toHaveLength(1);
  });

  it('a rate limit is waited out as long as Slack asks', async () => {
    const s = await story();
    await s.slack.control('/faults', { ratelimited: 1, retryAfter: 30 });
    await s.ask('human please');
    await s.pass(20_000);
    expect(await s.slack.messages()).toEqual([]);
    await s.pass(15_000);
    expect((await s.slack.messages()).length).toBeGreaterThan(0);
    expect(deskCalls(s, 'chat.postMessage').filter((e) => e.status === 429)).toHaveLength(1);
  });

  it('a channel that was archived ends dead, is seen, and the ladder goes on', async () => {
    const s = await story();
    await s.slack.control('/archive', { channel: CARE });
    await s.ask('human please');
    const turns = await s.p.turns();
    expect(turns.some((t) => t.attention === 'dead')).toBe(true);
    for (const minutes of [6, 11, 31]) await s.pass(minutes * 60_000);
    expect(s.said().at(-1)?.text).toMatch(/nobody of the team could come/);
  });

  it('a revoked token has the installation ask for a new one', async () => {
    const s = await story();
    await s.slack.control('/revoke', {});
    await s.ask('human please');
    const [desk] = (await s.p.engine.installations.all()).filter((i) => i.connector === 'slack');
    expect(desk?.state).toBe('needs-reauth');
  });

  it('a workspace that removes the app is uninstalled, and its shoppers are not left with nobody', async () => {
    const s = await accepted();
    await s.slack.control('/uninstall', {});
    await s.work();
    const [desk] = (await s.p.engine.installations.all()).filter((i) => i.connector === 'slack');
    expect(desk?.state).toBe('uninstalled');
    expect(s.said().at(-1)?.text).toMatch(/nobody of the team could come/);
    await s.ask('policy on returns?');
    expect(s.said().at(-1)).toEqual({ from: 'bot', text: RULE });
  });
});
