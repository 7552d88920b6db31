import { afterEach, describe, expect, it } from '@jest/globals';
import { CARE, WEN } from './slack-bench.js';
import { accepted, endStories, story } from './slack-story.js';

afterEach(endStories);

const HOUR = 3_600_000;

describe('an organisation that lets the app in everywhere', () => {
  it('has one installation, whose people, presses, forms, pages and commands are its own', async () => {
    const s = await story({}, 'E1ORG');
    const [desk] = (await s.p.engine.installations.all()).filter((i) => i.connector === 'slack');
    expect(desk?.account).toBe('E:E1ORG');
    await s.ask('human please');
    const { ts } = await s.root();
    await s.slack.press(WEN, ts, 'handoff.accept');
    await s.work();
    await s.slack.write(WEN, 'Hello from the group', ts);
    await s.work();
    expect(s.said().at(-1)).toEqual({ from: 'agent', text: 'Hello from the group' });
    expect(await s.slack.shownHome(WEN)).toContain('With you (1)');
    await s.slack.control('/command', { user: WEN, channel: CARE, command: '/parley', text: '' });
    expect((await s.slack.seen()).ephemerals.at(-1)?.text).toMatch(/^Waiting: 0\. With you: 1\./);
    await s.slack.press(WEN, ts, 'handoff.return');
    const form = (await s.slack.seen()).views.at(-1);
    await s.slack.control('/submit', { user: WEN, view: form?.id, values: { words: { words: { value: 'done' } } } });
    await s.work();
    expect(s.said().at(-1)?.text).toContain('What you agreed on: done');
  });
});

describe('tokens that rotate', () => {
  it('are renewed before their twelve hours end, and threads go on as if nothing was', async () => {
    const s = await accepted({ times: { idleMinutes: 43_200 } });
    const calls = () => s.slack.ledger.find({ kind: 'slack.call' });
    for (let n = 0; n < 3; n++) {
      s.slack.pass(11 * HOUR);
      await s.slack.write(WEN, `good morning ${n}`, s.ts);
      await s.ask(`and good morning to you ${n}`);
      s.slack.pass(2 * HOUR);
      await s.ask(`still there ${n}?`);
    }
    expect(s.said().filter((m) => m.from === 'agent').map((m) => m.text)).toEqual(['good morning 0', 'good morning 1', 'good morning 2']);
    expect((await s.below()).filter((m) => /still there \d/.test(m.text))).toHaveLength(3);
    expect(calls().filter((e) => e.detail['method'] === 'oauth.v2.access' && e.detail['ok'] === true).length).toBeGreaterThan(2);
    expect(calls().filter((e) => e.detail['error'] === 'token_expired')).toEqual([]);
  });

  it('that end all the same are renewed once, whoever meets it', async () => {
    const s = await accepted();
    await s.slack.control('/expire', {});
    await s.ask('are you there?');
    await s.ask('hello?');
    expect((await s.below()).filter((m) => m.text.includes('are you there?'))).toHaveLength(1);
    const [desk] = (await s.p.engine.installations.all()).filter((i) => i.connector === 'slack');
    expect(desk?.state).toBe('active');
  });
});
