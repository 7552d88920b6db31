import { afterEach, describe, expect, it } from '@jest/globals';
import { BEN, CARE, GUEST, WEN } from './slack-bench.js';
import { accepted, endStories, RULE, story, type Story } from './slack-story.js';

afterEach(endStories);

const field = (value: object) => ({ v: value });
/** What somebody fills into the form of a team. */
function teamFields(over: Record<string, object> = {}): Record<string, object> {
  const number = (n: number) => field({ value: String(n) });
  return {
    'team.name': field({ value: 'Night' }), 'team.channel': field({ selected_conversation: 'C2QUIET' }), 'team.language': field({ selected_option: { value: 'zh' } }), 'team.members': field({ selected_users: [] }), 'team.lead': field({ selected_user: WEN }),
    'team.capacity': number(2), 'team.accept': number(3), 'team.escalate': number(4), 'team.giveUp': number(5), 'team.reply': number(6),
    'team.days': field({ selected_options: [{ value: 'mon' }, { value: 'sun' }] }), 'team.from': field({ selected_time: '18:00' }), 'team.to': field({ selected_time: '00:00' }), ...over,
  };
}
const pressHome = (s: Story, user: string, action: string, value?: string) => s.slack.control('/press', { user, action, ...(value === undefined ? {} : { value }) });
async function send(s: Story, user: string, values: object): Promise<string> {
  const form = (await s.slack.seen()).views.at(-1);
  if (form === undefined) throw new Error('no form is open');
  return JSON.stringify(await s.slack.control('/submit', { user, view: form.id, values }));
}
const openForms = async (s: Story) => (await s.slack.seen()).views.map((v) => JSON.stringify(v.view));
const settings = async (s: Story) => s.p.engine.handoffs.settingsOf((await s.p.engine.installations.all())[0]?.tenant ?? '');

describe('App Home', () => {
  it('shows who waits with a way there, what is with the visitor, and the figures, in the language of each', async () => {
    const s = await story();
    await s.ask('human please, where is <my> parcel');
    const wen = await s.slack.shownHome(WEN);
    expect(wen).toMatch(/Waiting for somebody \(1\).*where is &lt;my&gt; parcel.*archives\/C1CARE\/p\d+.*With you \(0\).*Handed to the team\\n\*1\*/s);
    expect(await s.slack.shownHome(BEN)).toMatch(/等待接手（1）.*由您接待（0）/s);
    const { ts } = await s.root();
    s.slack.pass(120_000);
    await s.slack.press(WEN, ts, 'handoff.accept');
    await s.work();
    expect(await s.slack.shownHome(WEN)).toMatch(/Nobody is waiting.*With you \(1\).*Accepted\\n\*1 \(100 %\)\*.*2 min \/ 2 min/s);
  });

  it('tells a guest nothing, and shows settings to change only to those who run the workspace', async () => {
    const s = await story();
    await s.ask('human please');
    expect(await s.slack.shownHome(GUEST)).not.toMatch(/Waiting|等待/);
    expect(await s.slack.shownHome(WEN)).toContain('home.team.edit');
    expect(await s.slack.shownHome(BEN)).not.toContain('home.team');
  });

  it('sets up the first team, joins its channel, and conversations go there', async () => {
    const s = await story(null);
    expect(await s.slack.shownHome(WEN)).toContain('No team yet');
    await pressHome(s, WEN, 'home.team.new');
    expect((await openForms(s))[0]).toMatch(/Times are those of Asia\/Shanghai/);
    await send(s, WEN, teamFields());
    expect(await openForms(s)).toEqual([]);
    const { teams } = await settings(s);
    expect(teams).toMatchObject([{ name: 'Night', target: 'C2QUIET', language: 'zh', lead: WEN, capacity: 2, times: { acceptMinutes: 3, escalateMinutes: 4, giveUpMinutes: 5, replyMinutes: 6 }, hours: { timeZone: 'Asia/Shanghai', week: { mon: [{ from: '18:00', to: '24:00' }], tue: [], sun: [{ from: '18:00', to: '24:00' }] } } }]);
    await s.ask('human please');
    const seen = await s.slack.seen();
    expect(seen.channels.find((c) => c.id === 'C2QUIET')?.messages.filter((m) => m.threadTs === null)).toHaveLength(1);
    const acts = await s.p.engine.audit.list((await s.p.engine.installations.all())[0]?.tenant ?? '', { acts: ['handoff.settings'], limit: 5 });
    expect(acts).toMatchObject([{ actor: `slack/${WEN}`, detail: 'team Night added' }]);
  });

  it('changes a team and leaves what the form does not show as it was', async () => {
    const s = await story({ approvers: [BEN], times: { idleMinutes: 77 } });
    await s.slack.shownHome(WEN);
    await pressHome(s, WEN, 'home.team.edit', 'Care');
    await send(s, WEN, teamFields({ 'team.name': field({ value: 'Care' }), 'team.channel': field({ selected_conversation: CARE }), 'team.days': field({ selected_options: [] }) }));
    expect((await settings(s)).teams).toMatchObject([{ name: 'Care', target: CARE, approvers: [BEN], hours: null, capacity: 2, times: { idleMinutes: 77, acceptMinutes: 3 } }]);
  });

  it.each([
    [{ 'team.accept': field({ value: 'soon' }) }, 'team.accept', /whole number of minutes/],
    [{ 'team.capacity': field({ value: '0' }) }, 'team.capacity', /from 1 to 100/],
    [{ 'team.name': field({ value: 'Care' }) }, 'team.name', /Another team/],
    [{ 'team.channel': field({ selected_conversation: 'C9NOWHERE' }) }, 'team.channel', /cannot get in there/],
    [{ 'team.from': field({ selected_time: '19:00' }), 'team.to': field({ selected_time: '18:00' }) }, 'team.to', /after the beginning/],
  ])('says what is wrong with a form: %j', async (over, at, words) => {
    const s = await story();
    await s.slack.shownHome(WEN);
    await pressHome(s, WEN, 'home.team.new');
    const answer = await send(s, WEN, teamFields(over));
    expect(answer).toContain(at);
    expect(answer).toMatch(words);
    expect((await settings(s)).teams).toHaveLength(1);
    expect(await openForms(s)).toHaveLength(1);
  });

  it('changes nothing for who may not, whatever they send', async () => {
    const s = await story();
    await s.slack.shownHome(WEN);
    await pressHome(s, WEN, 'home.team.new');
    const form = (await s.slack.seen()).views[0];
    // Somebody who was an administrator when the form was opened.
    await s.slack.control('/demote', { user: WEN });
    expect(JSON.stringify(await s.slack.control('/submit', { user: WEN, view: form?.id, values: teamFields() }))).toContain('Only those who run this workspace');
    expect((await settings(s)).teams).toHaveLength(1);
  });
});

describe('what agents teach', () => {
  it('an edited suggestion waits for review, with numbers taken out, and is used once somebody said so', async () => {
    const s = await accepted();
    await s.ask('policy on returns of order #1001?');
    const suggestion = (await s.below()).at(-1);
    await s.slack.press(WEN, suggestion?.ts ?? '', 'suggestion.edit');
    await send(s, WEN, { words: { words: { value: 'Thirty days, write to ann@shop.example.' } } });
    await s.work();
    const home = await s.slack.shownHome(WEN);
    expect(home).toMatch(/For review.*policy on returns of order.*Parley suggested.*Wen Li would say.*Thirty days/s);
    expect(home).not.toContain('ann@shop.example');
    expect(home).toContain(RULE.slice(0, 20));
    expect(await s.slack.shownHome(BEN)).not.toContain('Thirty days');

    await pressHome(s, WEN, 'home.proposal.use');
    await send(s, WEN, { question: field({ value: 'Can I return things?' }), answer: field({ value: 'Thirty days, and we pay the parcel.' }) });
    expect(await s.slack.shownHome(WEN)).not.toContain('For review');
    expect(s.p.kept).toMatchObject([{ kind: 'faq', title: 'Can I return things?', body: 'Thirty days, and we pay the parcel.' }]);
  });

  it('a suggestion sent as it is teaches nothing', async () => {
    const s = await accepted();
    await s.ask('policy on returns?');
    const suggestion = (await s.below()).at(-1);
    await s.slack.press(WEN, suggestion?.ts ?? '', 'suggestion.edit');
    await send(s, WEN, { words: { words: { value: ` ${RULE} ` } } });
    await s.work();
    expect(await s.slack.shownHome(WEN)).not.toContain('For review');
  });

  it('a message kept as knowledge waits in the same place; decided once; dropped changes nothing', async () => {
    const s = await accepted();
    const { ts } = await s.slack.write(WEN, 'We ship to Norway twice a week.', s.ts);
    await s.work();
    await s.slack.control('/shortcut', { user: WEN, channel: CARE, ts, callback: 'learn' });
    expect((await openForms(s))[0]).toContain('We ship to Norway twice a week.');
    await send(s, WEN, { question: field({ value: 'Do you ship to Norway?' }), answer: field({ value: 'Yes, twice a week.' }) });
    await s.work();
    expect((await s.slack.seen()).ephemerals.at(-1)).toMatchObject({ user: WEN, text: expect.stringContaining('proposal') });
    expect(await s.slack.shownHome(WEN)).toContain('Do you ship to Norway?');
    await pressHome(s, WEN, 'home.proposal.use');
    await pressHome(s, WEN, 'home.proposal.drop');
    expect(await send(s, WEN, { question: field({ value: 'Do you ship to Norway?' }), answer: field({ value: 'Yes.' }) })).toContain('decided this already');
    expect(s.p.kept).toEqual([]);
  });

  it('the shortcut elsewhere explains itself', async () => {
    const s = await story();
    const { ts } = await s.slack.write(WEN, 'lunch at noon?');
    await s.slack.control('/shortcut', { user: WEN, channel: CARE, ts, callback: 'learn' });
    expect((await openForms(s))[0]).toContain('no message of a conversation');
  });
});

describe('/parley', () => {
  const typed = async (s: Story, user: string, text: string) => {
    await s.slack.control('/command', { user, channel: CARE, command: '/parley', text });
    return (await s.slack.seen()).ephemerals.at(-1)?.text ?? '';
  };

  it('shows who waits, finds a conversation by its number, and helps', async () => {
    const s = await story();
    await s.ask('human please');
    expect(await typed(s, WEN, '')).toMatch(/^Waiting: 1\. With you: 0\.\n• <http.*\|H-\w{6}> asked for a person: human please$/);
    const number = /H-\w{6}/.exec(await typed(s, WEN, ''))?.[0] ?? '';
    expect(await typed(s, WEN, number.toLowerCase())).toContain(`|${number}>`);
    expect(await typed(s, WEN, 'H-ZZZZZZ')).toContain('There is no conversation H-ZZZZZZ');
    expect(await typed(s, BEN, 'what?')).toContain('/parley H-XXXXXX');
    expect(await typed(s, GUEST, number)).not.toContain('human please');
  });
});
