import type { WebClient } from '@slack/web-api';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { Bug, ParleyError, Rejected, Retryable, type Briefing, type Desk, type DeskView, type Installation, type Sent } from '@parley/core/contracts';
import { card, entry, MAX_TEXT } from './blocks.js';
import { CONNECTOR, type SlackDeps, type SlackSettings } from './config.js';
import { bearsMark, downloadFile, markedName, uploadFile } from './files.js';
import { cut, escaped } from './mrkdwn.js';
import { word } from './words.js';
import { ask, webClient } from './web-api.js';

/** Under which our keys stand in a message's metadata, to be found again. */
const EVENT_TYPE = 'parley_delivery';
/** Messages looked through for one of ours. */
const LOOKED_AT = 100;

const Posted = z.object({ ts: z.string(), channel: z.string() });
const Found = z.object({ messages: z.array(z.object({ ts: z.string(), metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(), files: z.array(z.object({ name: z.string().optional() })).optional() })) });

/** A conversation is a thread in the team's channel: `channel:ts` of its first message. */
export function placeName(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/** The same, read. */
export function placeOf(hostId: string): { channel: string; ts: string } {
  const [channel, ts] = hostId.split(':');
  if (channel === undefined || ts === undefined) throw new Bug(`${hostId} is no place in Slack`, { code: 'slack.place', connector: CONNECTOR });
  return { channel, ts };
}

/** When Slack took a message: its timestamp is its id as well. */
function sentOf(hostId: string, ts: string): Sent {
  return { hostId, at: Math.round(Number(ts) * 1_000) };
}

export function slackDesk(settings: SlackSettings, deps: SlackDeps): Desk {
  function clientOf(i: Installation): WebClient {
    return webClient(i.credentials.values['accessToken'], settings, deps);
  }

  /** Checked here too, and not only by Slack, whose message says less. */
  function inTime(signal: AbortSignal): void {
    if (signal.aborted) throw new Retryable('called off before anything was sent', { code: 'slack.called-off', connector: CONNECTOR });
  }

  async function put(i: Installation, to: { channel: string; thread_ts?: string }, message: { text: string; blocks: KnownBlock[] }, key: string): Promise<z.infer<typeof Posted>> {
    const answer = await ask('posting a message', () =>
      clientOf(i).chat.postMessage({ ...to, ...message, unfurl_links: false, unfurl_media: false, metadata: { event_type: EVENT_TYPE, event_payload: { key } } }),
    );
    return Posted.parse(answer);
  }

  async function search(i: Installation, at: { channel: string; ts: string | null }, key: string, since: number): Promise<{ ts: string } | 'absent' | 'unknown'> {
    const client = clientOf(i);
    const window = { channel: at.channel, oldest: String(Math.max(0, since / 1_000 - 60)), inclusive: true, include_all_metadata: true, limit: LOOKED_AT };
    try {
      const answer = await ask('looking for a message', () => (at.ts === null ? client.conversations.history(window) : client.conversations.replies({ ...window, ts: at.ts })));
      const found = Found.parse(answer).messages.find((m) => (m.metadata?.event_type === EVENT_TYPE && m.metadata.event_payload['key'] === key) || m.files?.some((f) => f.name !== undefined && bearsMark(f.name, key)) === true);
      return found === undefined ? 'absent' : { ts: found.ts };
    } catch (e) {
      // Apps that Slack has not reviewed may look once a minute: then it cannot be told just now.
      if (ParleyError.isInstance(e) && e.kind === 'retryable') return 'unknown';
      throw e;
    }
  }

  return {
    mode: 'relay',
    laws: { maxText: MAX_TEXT, files: true, resend: 'readback' },

    async open(i, team, b, key, signal) {
      inTime(signal);
      const { ts, channel } = await put(i, { channel: team }, card(b, offered(b)), key);
      return sentOf(placeName(channel, ts), ts);
    },

    /** A long entry becomes several messages; the last bears the plain key, so that finding it means that all are there. */
    async post(i, ref, e, key, signal) {
      const { channel, ts } = placeOf(ref.hostId);
      const messages = entry(e, ref.language);
      let last = '';
      for (const [n, message] of messages.entries()) {
        inTime(signal);
        const own = n === messages.length - 1 ? key : `${key}/${n + 1}`;
        // Of several the earlier ones may be there from a try that broke off.
        const there = messages.length === 1 ? 'absent' : await search(i, { channel, ts }, own, Number(ts) * 1_000);
        last = (typeof there === 'object' ? there : await put(i, { channel, thread_ts: ts }, message, own)).ts;
      }
      return sentOf(last, last);
    },

    async attach(i, ref, file, key, signal) {
      inTime(signal);
      const { channel, ts } = placeOf(ref.hostId);
      const id = await uploadFile(clientOf(i), deps.fetch, { channel, thread: ts, comment: word(ref.language, 'from.shopper') }, { ...file, name: markedName(file.name, key) }, signal);
      return sentOf(id, String(deps.clock() / 1_000));
    },

    fetchFile: (i, url, most, signal) => downloadFile(i.credentials.values['accessToken'] ?? '', url, most, signal, settings, deps.fetch),

    async find(i, at, key, since) {
      const where = at.in === 'team' ? { channel: at.team, ts: null } : placeOf(at.ref.hostId);
      const found = await search(i, where, key, since);
      if (typeof found === 'string') return found;
      return sentOf(at.in === 'team' ? placeName(where.channel, found.ts) : found.ts, found.ts);
    },

    async amend(i, ref, hostId, e, signal) {
      inTime(signal);
      const { channel } = placeOf(ref.hostId);
      const [message] = e === null ? [] : entry(e, ref.language);
      const client = clientOf(i);
      await ask('changing a message', () => (message === undefined ? client.chat.delete({ channel, ts: hostId }) : client.chat.update({ channel, ts: hostId, ...message })));
    },

    async reflect(i, ref, v, b, signal) {
      inTime(signal);
      const { channel, ts } = placeOf(ref.hostId);
      if (b === null) throw new Rejected('Slack shows how a hand-off stands on its briefing, which is gone', { code: 'slack.no-briefing', connector: CONNECTOR });
      await ask('updating a card', () => clientOf(i).chat.update({ channel, ts, ...card(b, v) }));
    },

    async tell(i, ref, agent, text, signal) {
      inTime(signal);
      const { channel, ts } = placeOf(ref.hostId);
      await ask('telling an agent', () => clientOf(i).chat.postEphemeral({ channel, thread_ts: ts, user: agent.id, text: cut(escaped(text), MAX_TEXT) }));
    },
  };
}

/** How it stands when it is first shown. */
function offered(b: Briefing): DeskView {
  return { handoff: b.handoff, number: b.number, state: 'offered', agent: null, dueAt: b.dueAt, priority: b.priority, deskLanguage: b.deskLanguage, ended: null };
}
