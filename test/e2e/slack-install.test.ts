import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandoffSettings } from '@parley/core/conversation';
import { z } from 'zod';
import { freePort } from '../../scripts/stack/processes.js';
import { CARE, SECRET, startSlack, WEN, type SlackBench } from '../contract/slack/slack-bench.js';
import { startTestService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';

/** The real service and a strict Slack, over HTTP. */
describe('connecting a Slack workspace', () => {
  let slack: SlackBench;
  let service: TestService;
  beforeAll(async () => {
    const port = await freePort();
    slack = await startSlack(Date.now(), `http://127.0.0.1:${port}/slack/events`);
    service = await startTestService({ env: { PORT: String(port), PARLEY_URL: `http://127.0.0.1:${port}`, SLACK_CLIENT_ID: 'client-1', SLACK_CLIENT_SECRET: 'client-secret', SLACK_SIGNING_SECRETS: SECRET, SLACK_ORIGIN: slack.origin } });
  });
  afterAll(async () => {
    await service.stop();
    await slack.close();
  });

  const engine = () => service.composition.engine;
  const desks = async () => (await engine().installations.ofTenant(service.tenant)).filter((i) => i.connector === 'slack');

  /** Follows a link as a browser does, up to Slack's own page; gives where Slack sends the browser back to, and its cookie. */
  async function setOut(link: string): Promise<{ location: string; cookie: string }> {
    const asked = await fetch(`${service.url}/slack/install?link=${link}`);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('Connect Slack to Test shop');
    const begun = await fetch(`${service.url}/slack/install`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ link }) });
    expect(begun.status).toBe(303);
    const url = begun.headers.get('location') ?? '';
    expect(new URL(url).searchParams.get('scope')).toContain('chat:write');
    const { location } = z.object({ location: z.string() }).parse(await slack.control('/approve', { url }));
    return { location, cookie: (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  }

  it('goes by a link that works once, in the browser it began in', async () => {
    const link = await engine().links.make(service.tenant, 'slack');
    const { location, cookie } = await setOut(link);
    expect((await fetch(location)).status).toBe(403);
    expect((await fetch(location, { headers: { cookie: 'parley-slack=guessed' } })).status).toBe(403);
    expect(await desks()).toEqual([]);
    const done = await fetch(location, { headers: { cookie } });
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('Lantern &amp; Co is connected');
    expect(await desks()).toMatchObject([{ account: 'T:T1SHOP', state: 'active' }]);
    expect((await fetch(location, { headers: { cookie } })).status).toBe(403);
    for (const path of [`/slack/install?link=${link}`, '/slack/install', '/slack/install?link=made-up']) expect((await fetch(`${service.url}${path}`)).status).toBe(403);
  });

  it('does not move a workspace to another shop', async () => {
    const { location, cookie } = await setOut(await engine().links.make(service.tenant, 'slack'));
    const other = await engine().links.make('tn-another', 'slack');
    const swapped = new URL(location);
    swapped.searchParams.set('state', `${other}.${cookie.split('=')[1] ?? ''}`);
    const refused = await fetch(swapped, { headers: { cookie } });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('belongs to another shop');
    expect((await desks()).length).toBe(1);
  });

  it('then carries a conversation from the chat to the team and back', async () => {
    const [desk] = await desks();
    await engine().handoffs.saveSettings(service.tenant, HandoffSettings.parse({ teams: [{ name: 'Care', installation: desk?.id, target: CARE }] }), 'test');
    const session = await service.composition.webchat.mintToken({ account: service.site, customerId: null, existing: undefined, locale: undefined, now: Date.now() });
    if (!('token' in session)) throw new Error('no session was opened');
    const headers = { 'authorization': `Bearer ${session.token}`, 'content-type': 'application/json' };
    const say = (id: string, text: string) => fetch(`${service.url}/webchat/messages`, { method: 'POST', headers, body: JSON.stringify({ id, text }) });
    const history = async () => z.object({ entries: z.array(z.object({ from: z.string(), message: z.object({ parts: z.array(z.object({ text: z.string().optional() })) }) })) }).parse(await (await fetch(`${service.url}/webchat/history`, { headers })).json()).entries.map((e) => `${e.from}: ${e.message.parts[0]?.text ?? ''}`);
    expect((await say('message-1', 'I want to talk to a human')).status).toBe(202);
    const [root] = await until(() => slack.messages(), (m) => m.length > 0, 'the card in Slack');
    expect(JSON.stringify(root?.blocks)).toContain('I want to talk to a human');
    await slack.press(WEN, root?.ts ?? '', 'handoff.accept');
    await until(history, (h) => h.some((line) => line.startsWith('system: Wen Li')), 'the agent’s arrival');
    await slack.write(WEN, 'Hello, how can I help?', root?.ts);
    await until(history, (h) => h.includes('agent: Hello, how can I help?'), 'the agent’s words');
    expect((await say('message-2', 'My lamp is broken')).status).toBe(202);
    await until(() => slack.messages(), (m) => m.some((one) => one.text === 'Shopper: My lamp is broken'), 'the shopper’s words in Slack');
    expect(service.logged.filter((l) => l.level === 'error')).toEqual([]);
  });

  it('refuses what Slack did not sign', async () => {
    const refused = await fetch(`${service.url}/slack/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(refused.status).toBe(401);
  });
});
