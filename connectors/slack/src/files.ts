import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { Rejected, Retryable, type DeskFile } from '@parley/core/contracts';
import { idOf } from '@parley/core/security/signatures';
import { CONNECTOR, type SlackSettings } from './config.js';
import { ask } from './web-api.js';

/** Where Slack keeps files. */
const FILES = 'https://files.slack.com';

const Ticket = z.object({ upload_url: z.url(), file_id: z.string() });

/** A file's name with a mark of our key, by which it is found again: messages with files carry no metadata of ours. */
export function markedName(name: string, key: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem.slice(0, 60)}-${markOf(key)}${ending.slice(0, 12)}`;
}

export function bearsMark(name: string, key: string): boolean {
  return name.includes(`-${markOf(key)}`);
}

function markOf(key: string): string {
  return idOf('slack-file', key).replace(/[^A-Za-z0-9]/g, '').slice(0, 10);
}

/** Uploads in Slack's three steps; the file is in the thread with the last. Source: docs.slack.dev, "Working with files". */
export async function uploadFile(client: WebClient, fetch: typeof globalThis.fetch, to: { channel: string; thread: string; comment: string }, file: DeskFile, signal: AbortSignal): Promise<string> {
  const { upload_url, file_id } = Ticket.parse(await ask('asking where a file may go', () => client.files.getUploadURLExternal({ filename: file.name, length: file.bytes.length })));
  const put = await fetch(upload_url, { method: 'POST', redirect: 'error', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from(file.bytes), signal }).catch((e: unknown) => {
    throw new Retryable('Slack: uploading a file: no answer', { code: 'slack.no-answer', connector: CONNECTOR, cause: e });
  });
  if (!put.ok) throw new (put.status >= 500 || put.status === 429 ? Retryable : Rejected)(`Slack: uploading a file: HTTP ${put.status}`, { code: 'slack.upload', connector: CONNECTOR });
  await ask('sharing a file', () => client.files.completeUploadExternal({ files: [{ id: file_id, title: file.name }], channel_id: to.channel, thread_ts: to.thread, initial_comment: to.comment }));
  return file_id;
}

/** A file's bytes with the bot's token, from Slack's own address and no other; a page to sign in at is no file. */
export async function downloadFile(token: string, url: string, most: number, signal: AbortSignal, settings: SlackSettings, fetch: typeof globalThis.fetch): Promise<{ mime: string; bytes: Uint8Array }> {
  const home = settings.apiUrl === undefined ? FILES : new URL(settings.apiUrl).origin;
  const no = (why: string, code: string) => new Rejected(`Slack: fetching a file: ${why}`, { code: `slack.file-${code}`, connector: CONNECTOR });
  if (!URL.canParse(url) || new URL(url).origin !== home) throw no('it is not at Slack', 'elsewhere');
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal }).catch((e: unknown) => {
    throw new Retryable('Slack: fetching a file: no answer', { code: 'slack.no-answer', connector: CONNECTOR, cause: e });
  });
  if (response.status >= 500 || response.status === 429) throw new Retryable(`Slack: fetching a file: HTTP ${response.status}`, { code: 'slack.http', connector: CONNECTOR });
  const mime = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (response.status !== 200 || response.body === null || mime === 'text/html') throw no(`HTTP ${response.status} ${mime}`, 'refused');
  if (Number(response.headers.get('content-length') ?? '0') > most) throw no('it is too large', 'large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > most) throw no('it is too large', 'large');
    pieces.push(piece);
  }
  return { mime, bytes: Buffer.concat(pieces) };
}
