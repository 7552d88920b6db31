import { HandoffSettings } from '@parley/core/conversation';
import { engineBench, type EngineBench, type Process } from '../connector/engine-bench.js';
import { plainChannel, SHOP_ACCOUNT, type PlainChannel } from '../desk/relay-desk.js';
import { BOT, CARE, SECRET, startSlack, WEN, type SlackBench } from './slack-bench.js';

export const MONDAY = Date.parse('2026-11-23T10:00:00Z');
export const RULE = 'This is what “Returns” says: Returns take 30 days.';

/** A shop whose team works in Slack, on a clock that moves by hand. */
export interface Story {
  slack: SlackBench;
  bench: EngineBench;
  p: Process;
  channel: PlainChannel;
  ask(text: string, thread?: string): Promise<void>;
  /** Works until nothing is due: what one turn stores in another mailbox is due only then. */
  work(): Promise<void>;
  pass(ms: number): Promise<void>;
  said(thread?: string): { from: string; text: string }[];
  /** The card of the latest conversation, and what stands below it. */
  root(): Promise<{ ts: string; blocks: string }>;
  below(): Promise<{ ts: string; user: string; text: string; blocks: string }[]>;
}

const stories: Story[] = [];

export async function endStories(): Promise<void> {
  for (const s of stories.splice(0)) {
    await s.slack.close();
    await s.bench.close();
  }
}

export async function story(team: object | null = {}, enterprise: string | null = null): Promise<Story> {
  const slack = await startSlack(MONDAY, undefined, enterprise);
  const bench = await engineBench(slack.now);
  const channel = plainChannel(slack.now);
  const p = bench.start({ connectors: () => [slack.connector, channel.connector], delivering: { backoff: { firstMs: 500, capMs: 5_000 } }, pages: ['Returns take 30 days.'] });
  const shop = await p.connect('plain', SHOP_ACCOUNT, { values: {}, expiresAt: null, refreshExpiresAt: null });
  const desk = await p.connect('slack', slack.installation.account, slack.installation.credentials, shop.tenant);
  slack.staffedBy(desk.id, p.engine.office, async (account) => {
    const record = await p.engine.installations.byAccount('slack', account);
    if (record?.state !== 'active') return null;
    const { accessToken = '', botUserId = '' } = (await p.engine.installations.open(record)).credentials.values;
    return { token: accessToken, userId: botUserId };
  });
  if (team !== null) await p.engine.handoffs.saveSettings(shop.tenant, HandoffSettings.parse({ teams: [{ name: 'Care', installation: desk.id, target: CARE, ...team }] }), 'test');
  const { inbound } = slack.connector;
  // The service's trust line, without its HTTP.
  slack.onRequest(async (req) => {
    const verified = inbound.verify(req, [SECRET], slack.now());
    if (!verified.ok) return { status: verified.status, body: '' };
    await inbound.prepare?.(verified);
    const events = inbound.parse(verified);
    const stored = Array.isArray(events) ? await p.engine.intake.store('slack', events) : [];
    const { status, body } = inbound.answer(verified, stored);
    return { status, body: body === undefined ? '' : JSON.stringify(body) };
  });
  let keys = 0;
  const s: Story = {
    slack, bench, p, channel,
    async ask(text, thread = 't-1') {
      await p.engine.intake.store('plain', [channel.event(thread, `m-${++keys}`, text)]);
      await s.work();
    },
    async work() {
      for (let n = 0; n < 4; n++) await p.work();
    },
    async pass(ms) {
      slack.pass(ms);
      await s.work();
    },
    said: (thread = 't-1') => channel.said.filter((m) => m.thread === thread).map(({ from, text }) => ({ from, text })),
    async root() {
      const root = (await slack.messages()).filter((m) => m.threadTs === null && m.user === BOT).at(-1);
      if (root === undefined) throw new Error('nothing is shown in Slack');
      return { ts: root.ts, blocks: JSON.stringify(root.blocks) };
    },
    async below() {
      const { ts } = await s.root();
      return (await slack.messages()).filter((m) => m.threadTs === ts).map((m) => ({ ts: m.ts, user: m.user, text: m.text, blocks: JSON.stringify(m.blocks) }));
    },
  };
  stories.push(s);
  return s;
}

/** A shopper who asked for a person, and whom Wen has accepted. */
export async function accepted(team: object = {}): Promise<Story & { ts: string }> {
  const s = await story(team);
  await s.ask('human please');
  const { ts } = await s.root();
  await s.slack.press(WEN, ts, 'handoff.accept');
  await s.work();
  return Object.assign(s, { ts });
}
