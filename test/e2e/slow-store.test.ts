import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandoffSettings } from '@parley/core/conversation';
import { freePort } from '../../scripts/stack/processes.js';
import { CARE, GUEST, SECRET, startSlack, TEAM, WEN, type SlackBench } from '../contract/slack/slack-bench.js';
import { startWire, type Wire } from '../fault/wire.js';
import { startTestService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { sharedServers, sharedServersAt, type SharedServers } from '../servers/shared.js';

const WHAT = 'the tests of a slow store';
/** What Slack gives. */
const PATIENCE_MS = 3_000;

(sharedServersAt(WHAT) ? describe : describe.skip)('Slack’s three seconds and a store that takes longer', () => {
  let servers: SharedServers;
  let wire: Wire;
  let slack: SlackBench;
  let service: TestService;

  beforeAll(async () => {
    servers = await sharedServers(WHAT);
    const mongo = new URL(servers.env.MONGODB_URI);
    wire = await startWire([Number(mongo.port)]);
    mongo.host = `127.0.0.1:${wire.port}`;
    const port = await freePort();
    slack = await startSlack(Date.now(), `http://127.0.0.1:${port}/slack/events`);
    service = await startTestService({ env: { ...servers.env, MONGODB_URI: mongo.toString(), PORT: String(port), PARLEY_URL: `http://127.0.0.1:${port}`, SLACK_CLIENT_ID: 'client-1', SLACK_CLIENT_SECRET: 'client-secret', SLACK_SIGNING_SECRETS: SECRET, SLACK_ORIGIN: slack.origin } });
    const { engine } = service.composition;
    const { record } = await engine.installations.grant('slack', { accounts: [{ account: `T:${TEAM}`, name: 'Lantern & Co' }], scopes: [...slack.installation.scopes], credentials: slack.installation.credentials }, `T:${TEAM}`, service.tenant);
    await engine.handoffs.saveSettings(service.tenant, HandoffSettings.parse({ teams: [{ name: 'Care', installation: record.id, target: CARE }] }), 'test');
    const [chat] = (await engine.installations.ofTenant(service.tenant)).filter((i) => i.connector === 'webchat');
    await engine.intake.store('webchat', [{ account: chat?.account ?? '', eventKey: 'm-1', at: null, mailbox: { kind: 'thread', hostThread: 't-1' }, body: { type: 'message', from: { id: 'ann' }, message: { parts: [{ type: 'text', text: 'human please' }] }, hostMessageId: 'm-1' } }]);
    await until(root, (ts) => ts !== null, 'a card in Slack');
    // Everybody at hand is known by name, as a moment after the first press of each.
    for (const user of [WEN, GUEST]) await slack.press(user, (await root()) ?? '', 'handoff.suggest');
  }, 120_000);
  afterAll(async () => {
    wire.slow(0);
    await service.stop();
    await slack.close();
    await wire.stop();
    await servers.stop();
  }, 60_000);

  const root = async () => (await slack.messages()).find((m) => m.threadTs === null)?.ts ?? null;
  const stored = async (kind: string) => service.composition.engine.records.turns.count('all', { kind });
  /** How long the last request of a kind took, and what it was answered, as Slack saw it. */
  const lastOf = (kind: string) => slack.ledger.find({ kind: `slack.${kind}` }).at(-1);

  it('takes events and presses in time when each answer of the store is a second late', async () => {
    const ts = (await root()) ?? '';
    wire.slow(1_000);
    const { told } = await slack.write(WEN, 'a moment please', ts);
    expect(told?.status).toBe(200);
    expect(lastOf('event')?.ms).toBeLessThan(2_500);
    expect(await slack.press(WEN, ts, 'handoff.suggest')).toMatchObject({ status: 200 });
    expect(lastOf('interaction')?.ms).toBeLessThan(2_500);
    wire.slow(0);
  }, 60_000);

  it('acknowledges nothing that it could not store: events come again and are stored once', async () => {
    const ts = (await root()) ?? '';
    await until(() => stored('desk'), (n) => n > 0, 'an act that is stored');
    wire.slow(4_000);
    const before = slack.ledger.last();
    const { told } = await slack.write(WEN, 'still there?', ts);
    expect(told?.status).toBe(503);
    expect(lastOf('event')?.ms).toBeLessThan(PATIENCE_MS);
    wire.slow(0);
    await until(() => Promise.resolve(slack.ledger.since(before).filter((e) => e.kind === 'slack.event')), (tries) => tries.some((e) => e.status === 200), 'Slack’s retry to be taken');
    const said = await until(() => service.composition.engine.records.turns.find('all', { where: { kind: 'desk' }, limit: 100 }), (turns) => turns.every((t) => t.state === 'done'), 'everything to be worked off');
    expect(new Set(said.map((t) => t.id)).size).toBe(said.length);
  }, 60_000);

  it('tells whoever presses that it was not taken, within Slack’s time', async () => {
    const ts = (await root()) ?? '';
    wire.slow(4_000);
    const before = (await slack.seen()).ephemerals.length;
    expect(await slack.press(WEN, ts, 'handoff.suggest')).toMatchObject({ status: 503 });
    expect(lastOf('interaction')?.ms).toBeLessThan(PATIENCE_MS);
    expect((await slack.seen()).ephemerals.slice(before)).toMatchObject([{ user: WEN, text: expect.stringMatching(/Not taken.*press again/) }]);
    wire.slow(0);
  }, 60_000);

  it('keeps a form open with what was typed', async () => {
    const ts = (await root()) ?? '';
    // Whoever wrote first has it.
    await until(async () => (await slack.messages()).find((m) => m.ts === ts), (m) => JSON.stringify(m?.blocks).includes('handoff.return'), 'the acceptance to be shown');
    await slack.press(WEN, ts, 'handoff.return');
    const form = (await slack.seen()).views.at(-1);
    wire.slow(4_000);
    const told = await slack.control('/submit', { user: WEN, view: form?.id, values: { words: { words: { value: 'free label' } } } });
    expect(JSON.stringify(told)).toMatch(/errors.*Not taken/);
    wire.slow(0);
    expect((await slack.seen()).views).toHaveLength(1);
    await until(async () => { await slack.control('/submit', { user: WEN, view: form?.id, values: { words: { words: { value: 'free label' } } } }); return (await slack.seen()).views; }, (views) => views.length === 0, 'the form to be taken');
    const [h] = await until(() => service.composition.engine.records.handoffs.find('all', {}), ([one]) => one?.state === 'returned', 'the return');
    expect(h?.ended).toBe('returned');
    // What was stored late after all is known again: nothing is done twice.
    const returns = (await service.composition.engine.records.turns.find('all', { where: { kind: 'desk' }, limit: 100 })).filter((t) => t.id === h?.doneBy['end']);
    expect(returns).toHaveLength(1);
  }, 60_000);
});
