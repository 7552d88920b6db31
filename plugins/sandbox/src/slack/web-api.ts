// The methods of Slack's Web API that an app of this kind calls. HTTP 200 with `ok: false` and the documented error names.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { blockFault, viewFault } from './block-rules.js';
import { completeUpload, uploadUrl } from './files.js';
import type { SlackHostState } from './state.js';
import type { Channel, Message, MessageFile, Token, Workspace } from './workspace.js';

/** What a method answers: `ok: true` with fields, or an error's name. */
export type Answer = ({ ok: true } & Record<string, unknown>) | ({ ok: false; error: string } & Record<string, unknown>);
/** A call with its arguments as the SDK sends them: strings, objects as JSON. */
export interface Call {
  readonly workspace: Workspace;
  readonly token: Token;
  readonly args: Readonly<Record<string, string>>;
}

/** Scopes that each method needs, one of them. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.join': ['channels:join'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'users.info': ['users:read'],
};

/** Slack lets through about one post a second a channel, with a burst. */
const BURST = 20;
const WINDOW_MS = 10_000;
const TRIGGER_MS = 3_000;

const no = (error: string, more: Record<string, unknown> = {}): Answer => ({ ok: false, error, ...more });
const bool = z.enum(['true', 'false', '1', '0']).optional().transform((v) => v === 'true' || v === '1');

function json(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return Symbol('not JSON');
  }
}

/** Runs a method for whoever the token is of. */
export function callMethod(state: SlackHostState, method: string, call: Call): Answer {
  const { token } = call;
  const needed = SCOPES[method];
  if (needed !== undefined && !needed.some((s) => token.scopes.includes(s))) return no('missing_scope', { needed: needed.join(','), provided: token.scopes.join(',') });
  switch (method) {
    case 'auth.test':
      return { ok: true, url: `https://${call.workspace.id.toLowerCase()}.slack.com/`, team: call.workspace.name, team_id: call.workspace.id, user_id: token.botUser, bot_id: `B${token.botUser.slice(1)}`, is_enterprise_install: false };
    case 'auth.revoke':
      call.workspace.tokens.delete(token.value);
      return { ok: true, revoked: true };
    case 'chat.postMessage':
      return postMessage(state, call);
    case 'chat.postEphemeral':
      return postEphemeral(state, call);
    case 'chat.update':
      return update(call);
    case 'chat.delete':
      return remove(call);
    case 'chat.getPermalink':
      return permalink(state, call);
    case 'conversations.join':
      return join(call);
    case 'files.getUploadURLExternal':
      return uploadUrl(state, call);
    case 'files.completeUploadExternal':
      return completeUpload(state, call, placeOf(call));
    case 'conversations.replies':
      return replies(call);
    case 'conversations.history':
      return history(call);
    case 'users.info':
      return userInfo(call);
    case 'views.open':
      return openView(state, call);
    case 'views.publish':
      return publishView(call);
    default:
      return no('unknown_method', { req_method: method });
  }
}

/** The channel, where the bot may write in it. */
function writable({ workspace, token, args }: Call): Channel | Answer {
  const channel = workspace.channels.get(args['channel'] ?? '');
  if (channel === undefined) return no('channel_not_found');
  if (channel.archived) return no('is_archived');
  if (!channel.members.has(token.botUser)) return no('not_in_channel');
  return channel;
}

/** Words and blocks of a message, as Slack takes them. */
function contentOf(args: Call['args']): { text: string; blocks: unknown[] } | Answer {
  const text = args['text'] ?? '';
  const blocks = json(args['blocks']) ?? [];
  if (text === '' && Array.isArray(blocks) && blocks.length === 0) return no('no_text');
  if (text.length > 40_000) return no('msg_too_long');
  const fault = blockFault(blocks, 50, false);
  if (fault !== null || !Array.isArray(blocks)) return no('invalid_blocks', { response_metadata: { messages: [`[ERROR] ${fault ?? 'blocks are no list'}`] } });
  return { text, blocks };
}

function postMessage(state: SlackHostState, call: Call): Answer {
  const { workspace, token, args } = call;
  const channel = writable(call);
  if ('ok' in channel) return channel;
  const content = contentOf(args);
  if ('ok' in content) return content;
  const threadTs = args['thread_ts'] ?? null;
  if (threadTs !== null && !channel.messages.some((m) => m.ts === threadTs && m.threadTs === null)) return no('thread_not_found');
  const metadata = json(args['metadata']);
  const meta = z.object({ event_type: z.string().regex(/^[a-z][a-z0-9_]*$/i), event_payload: z.record(z.string(), z.unknown()) }).optional().safeParse(metadata);
  if (!meta.success) return no('invalid_metadata_format');
  const now = state.now();
  const recent = (workspace.posted.get(channel.id) ?? []).filter((at) => at > now - WINDOW_MS);
  if (workspace.limited && recent.length >= BURST) return no('ratelimited', { retryAfter: Math.max(1, Math.ceil(((recent[0] ?? now) + WINDOW_MS - now) / 1_000)) });
  if (workspace.limited) workspace.posted.set(channel.id, [...recent, now]);
  const message: Message = { ts: state.nextTs(), channel: channel.id, user: token.botUser, ...content, threadTs, metadata: meta.data ?? null, files: [], edited: false };
  channel.messages.push(message);
  return { ok: true, channel: channel.id, ts: message.ts, message: shown(workspace, channel, message, false) };
}

function postEphemeral(state: SlackHostState, call: Call): Answer {
  const channel = writable(call);
  if ('ok' in channel) return channel;
  const { workspace, args } = call;
  const user = args['user'] ?? '';
  if (!workspace.people.has(user)) return no('user_not_found');
  if (!channel.members.has(user)) return no('user_not_in_channel');
  const content = contentOf(args);
  if ('ok' in content) return content;
  workspace.ephemerals.push({ channel: channel.id, user, threadTs: args['thread_ts'] ?? null, ...content, at: state.now() });
  return { ok: true, message_ts: state.nextTs() };
}

/** Where a file is shared to, where the bot may write there. */
function placeOf(call: Call): { post(message: Message): void } | Answer {
  const channel = writable({ ...call, args: { ...call.args, channel: call.args['channel_id'] ?? '' } });
  if ('ok' in channel) return channel;
  const thread = call.args['thread_ts'];
  if (thread !== undefined && !channel.messages.some((m) => m.ts === thread)) return no('thread_not_found');
  return { post: (message) => void channel.messages.push(message) };
}

function permalink(state: SlackHostState, { workspace, args }: Call): Answer {
  const channel = workspace.channels.get(args['channel'] ?? '');
  if (channel === undefined) return no('channel_not_found');
  const message = channel.messages.find((m) => m.ts === args['message_ts']);
  if (message === undefined) return no('message_not_found');
  const page = new URL(`/slack/${workspace.id}/archives/${channel.id}/p${message.ts.replace('.', '')}`, state.origin());
  return { ok: true, channel: channel.id, permalink: page.toString() };
}

/** A public channel takes a bot that asks; of a private one it hears only when it was invited. */
function join({ workspace, token, args }: Call): Answer {
  const channel = workspace.channels.get(args['channel'] ?? '');
  if (channel === undefined || (channel.secret && !channel.members.has(token.botUser))) return no('channel_not_found');
  if (channel.archived) return no('is_archived');
  if (channel.secret) return no('method_not_supported_for_channel_type');
  channel.members.add(token.botUser);
  return { ok: true, channel: { id: channel.id, name: channel.name, is_member: true } };
}

function own(call: Call): { channel: Channel; message: Message } | Answer {
  const channel = writable(call);
  if ('ok' in channel) return channel;
  const message = channel.messages.find((m) => m.ts === call.args['ts']);
  if (message === undefined) return no('message_not_found');
  return { channel, message };
}

function update(call: Call): Answer {
  const found = own(call);
  if ('ok' in found) return found;
  if (found.message.user !== call.token.botUser) return no('cant_update_message');
  const content = contentOf(call.args);
  if ('ok' in content) return content;
  Object.assign(found.message, content, { edited: true });
  return { ok: true, channel: found.channel.id, ts: found.message.ts, text: content.text };
}

function remove(call: Call): Answer {
  const found = own(call);
  if ('ok' in found) return found;
  if (found.message.user !== call.token.botUser) return no('cant_delete_message');
  found.channel.messages.splice(found.channel.messages.indexOf(found.message), 1);
  return { ok: true, channel: found.channel.id, ts: found.message.ts };
}

function readable({ workspace, token, args }: Call): Channel | Answer {
  const channel = workspace.channels.get(args['channel'] ?? '');
  if (channel === undefined) return no('channel_not_found');
  return channel.members.has(token.botUser) ? channel : no('not_in_channel');
}

function listed(call: Call, channel: Channel, all: readonly Message[]): Answer {
  const meta = bool.parse(call.args['include_all_metadata']);
  const oldest = Number(call.args['oldest'] ?? '0');
  const limit = Math.min(Number(call.args['limit'] ?? '100'), 999);
  const within = all.filter((m) => Number(m.ts) >= oldest);
  return { ok: true, messages: within.slice(0, limit).map((m) => shown(call.workspace, channel, m, meta)), has_more: within.length > limit };
}

function replies(call: Call): Answer {
  const channel = readable(call);
  if ('ok' in channel) return channel;
  const root = call.args['ts'] ?? '';
  const all = channel.messages.filter((m) => m.ts === root || m.threadTs === root);
  return all.length === 0 ? no('thread_not_found') : listed(call, channel, all);
}

function history(call: Call): Answer {
  const channel = readable(call);
  if ('ok' in channel) return channel;
  return listed(call, channel, channel.messages.filter((m) => m.threadTs === null).toReversed());
}

function userInfo({ workspace, args }: Call): Answer {
  const person = workspace.people.get(args['user'] ?? '');
  if (person === undefined) return no('user_not_found');
  return { ok: true, user: { id: person.id, team_id: person.team, name: person.name, real_name: person.displayName, tz: person.timeZone, is_admin: person.admin, is_owner: false, ...(bool.parse(args['include_locale']) ? { locale: person.locale } : {}), is_bot: person.isBot, is_restricted: person.restricted, is_ultra_restricted: false, ...(person.team === workspace.id ? {} : { is_stranger: true }), profile: { display_name: person.displayName, real_name: person.displayName } } };
}

function openView(state: SlackHostState, { workspace, args }: Call): Answer {
  const trigger = workspace.triggers.get(args['trigger_id'] ?? '');
  if (trigger === undefined) return no('invalid_trigger_id');
  workspace.triggers.delete(args['trigger_id'] ?? '');
  if (state.now() - trigger.at > TRIGGER_MS) return no('expired_trigger_id');
  const view = json(args['view']);
  const fault = viewFault(view, 'modal');
  if (fault !== null || typeof view !== 'object' || view === null) return no('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${fault ?? 'no view'}`] } });
  const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
  workspace.views.set(id, { id, user: trigger.user, view: view as Record<string, unknown> });
  return { ok: true, view: { ...view, id, hash: '1' } };
}

function publishView({ workspace, args }: Call): Answer {
  const user = args['user_id'] ?? '';
  if (!workspace.people.has(user)) return no('invalid_arguments', { response_metadata: { messages: ['[ERROR] no such user'] } });
  const view = json(args['view']);
  const fault = viewFault(view, 'home');
  if (fault !== null || typeof view !== 'object' || view === null) return no('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${fault ?? 'no view'}`] } });
  workspace.homes.set(user, view as Record<string, unknown>);
  return { ok: true, view: { ...view, id: `VH${user}`, hash: '1' } };
}

/** A message as the API shows it. */
export function shown(workspace: Workspace, channel: Channel, m: Message, metadata: boolean, urlOf?: (file: MessageFile) => string): Record<string, unknown> {
  const bot = workspace.people.get(m.user)?.isBot === true;
  const root = m.threadTs === null ? null : channel.messages.find((r) => r.ts === m.threadTs);
  return {
    type: 'message', user: m.user, text: m.text, ts: m.ts,
    ...(m.blocks.length === 0 ? {} : { blocks: m.blocks }),
    ...(bot ? { bot_id: `B${m.user.slice(1)}`, app_id: 'A0SANDBOX' } : {}),
    ...(m.threadTs === null ? {} : { thread_ts: m.threadTs, ...(root === undefined || root === null ? {} : { parent_user_id: root.user }) }),
    ...(m.files.length === 0 ? {} : { files: m.files.map(({ id, name, mimetype, size, url }) => ({ id, name, mimetype, size, ...(urlOf === undefined ? { url_private: url } : { url_private: urlOf({ id, name, mimetype, size, url }) }) })) }),
    ...(metadata && m.metadata !== null ? { metadata: m.metadata } : {}),
  };
}
