// What people do in a workspace, and what the app is told of it.
import { z } from 'zod';
import type { Sender, Told } from './sender.js';
import type { SlackHostState } from './state.js';
import { shown } from './web-api.js';
import type { Channel, Message, MessageFile, Workspace } from './workspace.js';

function envelope(state: SlackHostState, w: Workspace, event: object, more: object = {}): object {
  const [token] = [...w.tokens.values()];
  return {
    token: 'unused', team_id: w.id, context_team_id: w.id, api_app_id: 'A0SANDBOX', type: 'event_callback', event_id: state.nextId('Ev'), event_time: Math.floor(state.now() / 1_000),
    authorizations: [{ enterprise_id: null, team_id: w.id, user_id: token?.botUser ?? 'U0', is_bot: true, is_enterprise_install: false }], is_ext_shared_channel: false, event, ...more,
  };
}

/** Whether the app hears of what happens in a channel: it is in it, and may read it. */
function heard(w: Workspace, channel: Channel): boolean {
  const [token] = [...w.tokens.values()];
  return w.installed && token !== undefined && channel.members.has(token.botUser) && ['channels:history', 'groups:history'].some((s) => token.scopes.includes(s));
}

function inChannel(w: Workspace, user: string, channelId: string): Channel {
  const channel = w.channels.get(channelId);
  if (channel === undefined) throw new Error(`there is no channel ${channelId}`);
  if (!w.people.has(user) || !channel.members.has(user)) throw new Error(`${user} is not in ${channelId}`);
  return channel;
}

/** Somebody writes; resolves with the message's timestamp and what the app answered. */
export async function write(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; text: string; threadTs?: string | undefined; files?: readonly MessageFile[] | undefined }): Promise<{ ts: string; told: Told | null }> {
  const channel = inChannel(w, given.user, given.channel);
  const message: Message = { ts: state.nextTs(), channel: channel.id, user: given.user, text: given.text, blocks: [], threadTs: given.threadTs ?? null, metadata: null, files: given.files ?? [], edited: false };
  channel.messages.push(message);
  const person = w.people.get(given.user);
  const subtype = message.files.length === 0 ? {} : { subtype: 'file_share' };
  const told = heard(w, channel) ? await sender.event(envelope(state, w, { ...shown(w, channel, message, false), ...subtype, channel: channel.id, channel_type: 'channel', event_ts: message.ts, ...(person === undefined ? {} : { user_team: person.team, team: person.team }) }, { is_ext_shared_channel: channel.shared })) : null;
  return { ts: message.ts, told };
}

/** Somebody changes or deletes what they wrote. */
export async function amend(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; ts: string; text: string | null }): Promise<Told | null> {
  const channel = inChannel(w, given.user, given.channel);
  const message = channel.messages.find((m) => m.ts === given.ts && m.user === given.user);
  if (message === undefined) throw new Error('nobody changes what others wrote');
  const before = shown(w, channel, message, false);
  if (given.text === null) channel.messages.splice(channel.messages.indexOf(message), 1);
  else Object.assign(message, { text: given.text, edited: true });
  if (!heard(w, channel)) return null;
  const common = { type: 'message', channel: channel.id, channel_type: 'channel', hidden: true, ts: state.nextTs(), previous_message: before };
  const event = given.text === null ? { ...common, subtype: 'message_deleted', deleted_ts: given.ts } : { ...common, subtype: 'message_changed', message: { ...shown(w, channel, message, false), edited: { user: given.user, ts: state.nextTs() } } };
  return sender.event(envelope(state, w, event));
}

const WithActions = z.looseObject({ type: z.literal('actions'), block_id: z.string().optional(), elements: z.array(z.looseObject({ type: z.string(), action_id: z.string(), value: z.string().optional() })) });

/** Somebody presses a button of a message, or picks a person in it. */
export async function press(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; ts: string; action: string; selectedUser?: string | undefined }): Promise<Told> {
  const channel = inChannel(w, given.user, given.channel);
  const message = channel.messages.find((m) => m.ts === given.ts);
  const block = message?.blocks.map((b) => WithActions.safeParse(b)).find((b) => b.success && b.data.elements.some((e) => e.action_id === given.action))?.data;
  const element = block?.elements.find((e) => e.action_id === given.action);
  if (message === undefined || block === undefined || element === undefined) throw new Error(`the message shows no ${given.action}`);
  const trigger = state.nextId('trigger.');
  w.triggers.set(trigger, { at: state.now(), user: given.user });
  const person = w.people.get(given.user);
  const action = { type: element.type, action_id: element.action_id, block_id: block.block_id ?? 'b', action_ts: state.nextTs(), ...(element.value === undefined ? {} : { value: element.value }), ...(given.selectedUser === undefined ? {} : { selected_user: given.selectedUser }) };
  return sender.interaction({
    type: 'block_actions', team: { id: w.id, domain: w.id.toLowerCase() }, user: { id: given.user, username: person?.name, name: person?.name, team_id: person?.team ?? w.id }, api_app_id: 'A0SANDBOX', token: 'unused', is_enterprise_install: false, enterprise: null,
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: false, ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }) },
    channel: { id: channel.id, name: channel.name }, message: shown(w, channel, message, false), trigger_id: trigger, response_url: 'https://hooks.slack.com/actions/unused', actions: [action],
  });
}

const Problems = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });

/** Somebody sends a form they have open. Errors leave it open. */
export async function submit(sender: Sender, w: Workspace, given: { user: string; view: string; values: Record<string, Record<string, { value: string }>> }): Promise<Told> {
  const open = w.views.get(given.view);
  if (open === undefined || open.user !== given.user) throw new Error('nobody has that form open');
  const told = await sender.interaction({
    type: 'view_submission', team: { id: w.id, domain: w.id.toLowerCase() }, user: { id: given.user, username: w.people.get(given.user)?.name, team_id: w.people.get(given.user)?.team ?? w.id }, api_app_id: 'A0SANDBOX', token: 'unused', is_enterprise_install: false, enterprise: null, trigger_id: 'unused', response_urls: [],
    view: { ...open.view, id: open.id, hash: '1', state: { values: given.values } },
  });
  let problems = false;
  try {
    problems = Problems.safeParse(JSON.parse(told.body)).success;
  } catch {
    // An empty body closes the form.
  }
  if (told.status === 200 && !problems) w.views.delete(given.view);
  return told;
}

/** An administrator removes the app: its tokens die, and it is told. */
export async function uninstall(state: SlackHostState, sender: Sender, w: Workspace): Promise<void> {
  const gone = envelope(state, w, { type: 'app_uninstalled' });
  const [token] = [...w.tokens.values()];
  const revoked = envelope(state, w, { type: 'tokens_revoked', tokens: { oauth: [], bot: [token?.botUser ?? 'U0'] } });
  w.tokens.clear();
  w.refreshToken = null;
  w.installed = false;
  // Slack promises no order between the two.
  await sender.event(revoked);
  await sender.event(gone);
}
