import { z } from 'zod';
import type { DeskAct, MessagePart } from '@parley/core/contracts';
import { plain } from './mrkdwn.js';

/** A message's timestamp, which is its id as well: seconds and six digits. */
const Timestamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const File = z.object({ name: z.string().nullish(), mimetype: z.string().nullish(), size: z.number().int().nonnegative().nullish(), url_private: z.url().max(2_000).nullish() });
const Inner = z.object({ subtype: z.string().optional(), ts: Timestamp, thread_ts: Timestamp.optional(), parent_user_id: z.string().optional(), user: z.string().min(1).optional(), bot_id: z.string().optional(), text: z.string().optional(), files: z.array(File).optional() });
/** The fields of a `message` event that are looked at; `message`, `previous_message` and `deleted_ts` tell of changes. */
export const SlackMessage = Inner.extend({ channel: z.string().min(1).max(100), message: Inner.optional(), previous_message: Inner.optional(), deleted_ts: Timestamp.optional() });
type SlackMessage = z.infer<typeof SlackMessage>;
type Inner = z.infer<typeof Inner>;

/** What an agent did in a thread of ours. */
export interface ThreadAct {
  channel: string;
  thread: string;
  user: string;
  act: DeskAct;
  at: number;
}

/** Begins a note that stays among agents. */
const NOTE = /^(?:\/\/|note:|备注[:：])\s*/i;
/** A file with a message is an agent's word as well; other subtypes are Slack's own notices. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Reads one message of a thread that this bot began; null for everything else, bots' messages and its own above all. */
export function messageOf(m: SlackMessage, botUser: string | null): ThreadAct | null {
  if (m.subtype === 'message_changed') return changed(m, botUser);
  if (m.subtype === 'message_deleted') return deleted(m, botUser);
  if (!WRITTEN.has(m.subtype) || !isAgentsInOurThread(m, botUser)) return null;
  const parts = partsOf(m);
  if (parts.length === 0) return null;
  const text = m.text ?? '';
  const note = NOTE.exec(text);
  const message = { parts: note === null ? parts : partsOf({ ...m, text: text.slice(note[0].length) }) };
  return { channel: m.channel, thread: m.thread_ts ?? m.ts, user: m.user ?? '', at: instantOf(m.ts), act: note === null ? { do: 'say', message, hostMessageId: m.ts, suggestion: null } : { do: 'note', message, hostMessageId: m.ts } };
}

function changed(m: SlackMessage, botUser: string | null): ThreadAct | null {
  const now = m.message;
  // Slack tells of unfurled links in the same way: then the words are the same.
  if (now === undefined || !isAgentsInOurThread(now, botUser) || now.text === m.previous_message?.text) return null;
  const parts = partsOf(now);
  if (parts.length === 0 || NOTE.test(now.text ?? '')) return null;
  return { channel: m.channel, thread: now.thread_ts ?? now.ts, user: now.user ?? '', at: instantOf(m.ts), act: { do: 'amend', hostMessageId: now.ts, message: { parts } } };
}

function deleted(m: SlackMessage, botUser: string | null): ThreadAct | null {
  const before = m.previous_message;
  if (before === undefined || m.deleted_ts === undefined || !isAgentsInOurThread(before, botUser)) return null;
  return { channel: m.channel, thread: before.thread_ts ?? before.ts, user: before.user ?? '', at: instantOf(m.ts), act: { do: 'amend', hostMessageId: m.deleted_ts, message: null } };
}

/** Below a message of this bot's, by a person: a bot that answers a bot never ends. */
function isAgentsInOurThread(m: Inner, botUser: string | null): boolean {
  if (m.bot_id !== undefined || m.user === undefined || m.thread_ts === undefined || m.thread_ts === m.ts) return false;
  return botUser !== null && m.user !== botUser && (m.parent_user_id === undefined || m.parent_user_id === botUser);
}

function partsOf(m: Inner): MessagePart[] {
  const text = plain(m.text ?? '').slice(0, 20_000);
  const files = (m.files ?? []).slice(0, 10).map(filePart);
  return [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...files];
}

function filePart(f: z.infer<typeof File>): MessagePart {
  const name = (f.name ?? 'file').slice(0, 300);
  const mime = (f.mimetype ?? 'application/octet-stream').slice(0, 100);
  const at = { mime, ...(f.size === undefined || f.size === null ? {} : { bytes: f.size }), ...(f.url_private === undefined || f.url_private === null ? {} : { url: f.url_private }) };
  return mime.startsWith('image/') ? { type: 'image', ...at, alt: name } : { type: 'file', ...at, name };
}

function instantOf(ts: string): number {
  return Math.round(Number(ts) * 1_000);
}
