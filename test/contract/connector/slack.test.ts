import { createHmac } from 'node:crypto';
import type { RawRequest } from '@parley/core/contracts';
import { BOT, CARE, SECRET, startSlack, TEAM, WEN } from '../slack/slack-bench.js';
import type { ConnectorBench } from './descriptor.js';
import { describeConnector } from './suite.js';

const NOW = Date.parse('2026-11-23T10:00:00Z');

function signed(body: Uint8Array | string, { at = NOW, secret = SECRET, type = 'application/json' } = {}): RawRequest {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes).digest('hex');
  return { method: 'POST', path: '/slack/events', query: '', headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` }, params: {}, body: bytes, remote: '127.0.0.1' };
}

const event = (id: string, inner: object) => JSON.stringify({ token: 'x', team_id: TEAM, api_app_id: 'A0', type: 'event_callback', event_id: id, event_time: NOW / 1_000, authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false }], event: inner });
const said = (ts: string, text: string, more: object = {}) => ({ type: 'message', channel: CARE, channel_type: 'channel', user: WEN, text, ts, thread_ts: '1795428000.000100', parent_user_id: BOT, ...more });
const form = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const pressed = (action_id: string, value: string) => form({ type: 'block_actions', team: { id: TEAM }, user: { id: WEN, name: 'wen', team_id: TEAM }, api_app_id: 'A0', token: 'x', is_enterprise_install: false, enterprise: null, trigger_id: 't-1', container: { type: 'message', message_ts: '1795428000.000100', channel_id: CARE }, channel: { id: CARE }, actions: [{ type: 'button', action_id, block_id: 'b', action_ts: '1795428001.000200', value }] });
const FORM = 'application/x-www-form-urlencoded';

async function make(): Promise<ConnectorBench> {
  const slack = await startSlack(NOW);
  const { connector, installation } = slack;
  const first = event('Ev1', said('1795428002.000300', 'Hello, this is Wen'));
  return {
    connector,
    now: NOW,
    installation,
    inbound: {
      secrets: [SECRET],
      samples: [
        { name: 'an agent’s words', request: signed(first), events: 1 },
        { name: 'a note', request: signed(event('Ev2', said('1795428003.000300', '// again this one'))), events: 1 },
        { name: 'a press', request: signed(pressed('handoff.accept', 'h-1'), { type: FORM }), events: 1 },
        { name: 'an edit', request: signed(event('Ev3', { type: 'message', subtype: 'message_changed', channel: CARE, ts: '1795428009.000100', message: said('1795428002.000300', 'Hello'), previous_message: said('1795428002.000300', 'Hallo') })), events: 1 },
        { name: 'a bot’s message', request: signed(event('Ev4', said('1795428004.000300', 'beep', { bot_id: 'B9' }))), events: 0 },
        { name: 'words elsewhere', request: signed(event('Ev5', { type: 'message', channel: CARE, user: WEN, text: 'lunch?', ts: '1795428005.000300' })), events: 0 },
        { name: 'an uninstall', request: signed(event('Ev6', { type: 'app_uninstalled' })), events: 1 },
      ],
      repeated: signed(first, { at: NOW + 60_000 }),
      unsigned: { ...signed(first), headers: { 'content-type': 'application/json' } },
      forged: signed(first, { secret: 'somebody else' }),
      stale: signed(first, { at: NOW - 301_000 }),
      future: signed(first, { at: NOW + 301_000 }),
      signed: (body) => signed(body),
      // In a shared channel the outer team may be another organisation's.
      foreign: [signed(first.replace(`"team_id":"${TEAM}"`, '"team_id":"T9OTHER"')), { ...signed(first), query: 'team_id=T9OTHER', headers: { ...signed(first).headers, 'x-team-id': 'T9OTHER' } }],
      bigId: null,
    },
    async events() {
      const read = [];
      for (const request of [signed(first), signed(event('Ev6', { type: 'app_uninstalled' }))]) {
        const verified = connector.inbound.verify(request, [SECRET], NOW);
        if (!verified.ok) throw new Error(verified.reason);
        await connector.inbound.prepare?.(verified);
        const events = connector.inbound.parse(verified);
        if (Array.isArray(events)) read.push(...events);
      }
      return read;
    },
    desk: {
      hostThread: 'thread-1',
      team: CARE,
      async seen() {
        const messages = await slack.messages();
        return messages.filter((m) => m.threadTs === null).map((root) => {
          const blocks = JSON.stringify(root.blocks);
          return { state: blocks.includes('handoff.accept') ? 'waiting' as const : blocks.includes('handoff.return') ? 'accepted' as const : 'over' as const, head: blocks, notes: messages.filter((m) => m.threadTs === root.ts).map((m) => sectionsOf(m.blocks)) };
        });
      },
      accept: () => Promise.resolve(),
      refusedOpening: (desk, i, b) => desk.open(i, 'C2QUIET', b, 'h-9', AbortSignal.timeout(5_000)),
      files: async () =>
        Promise.all((await slack.messages()).flatMap((m) => m.files).map(async (f) => ({ name: f.name, bytes: new Uint8Array(await (await fetch(`${slack.origin.replace('/slack', '')}${f.url}`)).arrayBuffer()) }))),
      maxNote: 3_000,
      sizeOf: (note) => note.length,
    },
    close: () => slack.close(),
  };
}

function sectionsOf(blocks: readonly unknown[]): string {
  return blocks.flatMap((b) => (typeof b === 'object' && b !== null && 'text' in b && typeof b.text === 'object' && b.text !== null && 'text' in b.text && typeof b.text.text === 'string' ? [b.text.text] : [])).join('\n');
}

describeConnector(
  {
    name: 'slack',
    make,
    exempt: {
      'inbound.lossless': 'Slack’s ids are short strings and its timestamps are decimal strings; no number beyond 2^53 is ever sent',
      'inbound.passive': 'Slack shows nothing of an acknowledgement; what is said goes over the Web API',
    },
  },
  ['install', 'inbound', 'desk'],
);
