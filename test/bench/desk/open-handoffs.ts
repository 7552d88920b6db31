import { z } from 'zod';
import { openChat, type ChatClient } from '../../../scripts/stack/chat-client.js';
import { CHANNEL, connectSlack, SLACK_KEYS, WORKSPACE } from '../../../scripts/stack/connect-slack.js';
import { freePort } from '../../../scripts/stack/processes.js';
import { startStack, type Stack, type StackOptions } from '../../../scripts/stack/stack.js';
import { until } from '../../harness/until.js';
import { UNLIMITED } from '../turns/embedded.js';
import { startSlackHost, type SlackHost } from './slack-host.js';

/** Who works at the desk; each has their share of the conversations. */
const AGENTS = ['U0MEI', 'U0SAM', 'U0ADA'] as const;
/** Conversations opened and accepted at once. */
const AT_ONCE = 10;

/** A shopper and the thread their conversation is shown in, accepted by an agent. */
export interface OpenHandoff {
  chat: ChatClient;
  agent: string;
  ts: string;
}

/** Service, shop and Slack, with so many hand-offs open. */
export interface DeskBench {
  stack: Stack;
  slack: SlackHost;
  handoffs: OpenHandoff[];
  close(): Promise<void>;
}

const Seen = z.object({ channels: z.array(z.object({ id: z.string(), messages: z.array(z.object({ ts: z.string(), threadTs: z.string().nullable(), blocks: z.array(z.unknown()) })) })) });

/** @param more further options of the stack: shared servers */
export async function openHandoffs(count: number, more: Partial<StackOptions> = {}): Promise<DeskBench> {
  const servicePort = await freePort();
  const slack = await startSlackHost(`http://localhost:${servicePort}`);
  const stack = await startStack({ ...more, servicePort, service: { ...UNLIMITED, SLACK_CLIENT_ID: SLACK_KEYS.clientId, SLACK_CLIENT_SECRET: SLACK_KEYS.clientSecret, SLACK_SIGNING_SECRETS: SLACK_KEYS.signingSecret, SLACK_ORIGIN: `${slack.url}/slack` } });
  const close = async () => {
    await stack.stop();
    await slack.close();
  };
  try {
    await connectSlack({ serviceUrl: stack.serviceUrl, slackUrl: slack.url, shop: stack.shop, control: (path, body) => (path.startsWith('/slack/') ? slack.control(path, body) : stack.control(path, body)) }, 100);
    // What is measured is ours; Slack itself lets about one post a second into a channel.
    await slack.control(`${WORKSPACE}/limits`, { on: false });
    const handoffs: OpenHandoff[] = [];
    for (let n = 0; n < count; n += AT_ONCE) handoffs.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, i) => openOne(stack, slack, n + i)))));
    return { stack, slack, handoffs, close };
  } catch (e) {
    await close();
    throw e;
  }
}

async function openOne(stack: Stack, slack: SlackHost, n: number): Promise<OpenHandoff> {
  const chat = await openChat(await stack.session(null));
  const words = `I want to talk to a person, number ${n} of the bench`;
  const arrived = new Promise<string>((resolve) => {
    slack.onEntry((e) => {
      if (e.kind === 'slack.call' && e.detail['method'] === 'chat.postMessage' && e.detail['thread'] === null && String(e.detail['text']).includes(words)) resolve(String(e.detail['ts']));
    });
  });
  await chat.send(words);
  const ts = await arrived;
  const agent = AGENTS[n % AGENTS.length] ?? AGENTS[0];
  await slack.control(`${WORKSPACE}/press`, { user: agent, channel: CHANNEL, ts, action: 'handoff.accept' });
  const accepted = async () => Seen.parse(await slack.control(`${WORKSPACE}/as/${agent}`)).channels.find((c) => c.id === CHANNEL)?.messages.find((m) => m.ts === ts);
  await until(accepted, (m) => JSON.stringify(m?.blocks).includes('handoff.return'), `hand-off ${n} to be accepted`);
  return { chat, agent, ts };
}
