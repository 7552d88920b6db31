// What people do in a workspace, and what the app is told of it.
import { z } from 'zod';
import { addedFile, bare, privateUrl } from './files.js';
import type { Sender, Told } from './sender.js';
import type { SlackHostState } from './state.js';
import { shown } from './web-api.js';
import type { Channel, Message, Workspace } from './workspace.js';

function envelope(state: SlackHostState, w: Workspace, event: object, more: object = {}): object {
  const [token] = [...w.tokens.values()];
  return {
    token: 'unused', team_id: w.id, context_team_id: w.id, api_app_id: 'A0SANDBOX', type: 'event_callback', event_id: state.nextId('Ev'), event_time: Math.floor(state.now() / 1_000),
    ...(w.enterprise === null ? {} : { enterprise_id: w.enterprise }), authorizations: [{ enterprise_id: w.enterprise, team_id: w.id, user_id: token?.botUser ?? 'U0', is_bot: true, is_enterprise_install: w.everywhere }], is_ext_shared_channel: false, event, ...more,
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
export async function write(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; text: string; threadTs?: string | undefined; files?: readonly { name: string; mimetype: string; size?: number | undefined; data?: string | undefined }[] | undefined }): Promise<{ ts: string; told: Told | null }> {
  const channel = inChannel(w, given.user, given.channel);
  const message: Message = { ts: state.nextTs(), channel: channel.id, user: given.user, text: given.text, blocks: [], threadTs: given.threadTs ?? null, metadata: null, files: (given.files ?? []).map((f) => bare(addedFile(state, w, f))), edited: false };
  channel.messages.push(message);
  const person = w.people.get(given.user);
  const subtype = message.files.length === 0 ? {} : { subtype: 'file_share' };
  const told = heard(w, channel) ? await sender.event(envelope(state, w, { ...shown(w, channel, message, false, (f) => privateUrl(state, w, f)), ...subtype, channel: channel.id, channel_type: 'channel', event_ts: message.ts, ...(person === undefined ? {} : { user_team: person.team, team: person.team }) }, { is_ext_shared_channel: channel.shared })) : null;
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

const Element = z.looseObject({ type: z.string(), action_id: z.string(), value: z.string().optional() });
const WithActions = z.union([
  z.looseObject({ type: z.literal('actions'), block_id: z.string().optional(), elements: z.array(Element) }),
  z.looseObject({ type: z.literal('section'), block_id: z.string().optional(), accessory: Element }).transform((b) => ({ ...b, elements: [b.accessory] })),
]);

/** The element somebody pressed, among those that are shown. */
function shownElement(blocks: unknown, action: string, value: string | undefined): { element: z.infer<typeof Element>; block: string } {
  for (const one of Array.isArray(blocks) ? blocks : []) {
    const block = WithActions.safeParse(one);
    const element = block.success ? block.data.elements.find((e) => e.action_id === action && (value === undefined || e.value === value)) : undefined;
    if (block.success && element !== undefined) return { element, block: block.data.block_id ?? 'b' };
  }
  throw new Error(`nothing shown is called ${action}`);
}

/** What every payload of a person's says of them. */
function whose(w: Workspace, user: string): object {
  const person = w.people.get(user);
  return { team: { id: w.id, domain: w.id.toLowerCase() }, user: { id: user, username: person?.name, name: person?.name, team_id: person?.team ?? w.id }, api_app_id: 'A0SANDBOX', token: 'unused', is_enterprise_install: w.everywhere, enterprise: w.enterprise === null ? null : { id: w.enterprise, name: w.enterprise } };
}

function trigger(state: SlackHostState, w: Workspace, user: string): string {
  const id = state.nextId('trigger.');
  w.triggers.set(id, { at: state.now(), user });
  return id;
}

/** Somebody presses a button of a message or of the app's page, or picks a person in it. */
export async function press(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel?: string | undefined; ts?: string | undefined; action: string; value?: string | undefined; selectedUser?: string | undefined }): Promise<Told> {
  const pressed = (blocks: unknown) => {
    const { element, block } = shownElement(blocks, given.action, given.value);
    return { type: element.type, action_id: element.action_id, block_id: block, action_ts: state.nextTs(), ...(element.value === undefined ? {} : { value: element.value }), ...(given.selectedUser === undefined ? {} : { selected_user: given.selectedUser }) };
  };
  if (given.channel === undefined) {
    const home = w.homes.get(given.user);
    const action = pressed(home?.['blocks']);
    return sender.interaction({ type: 'block_actions', ...whose(w, given.user), container: { type: 'view', view_id: `VH${given.user}` }, view: { ...home, id: `VH${given.user}`, type: 'home' }, trigger_id: trigger(state, w, given.user), actions: [action] });
  }
  const channel = inChannel(w, given.user, given.channel);
  const message = channel.messages.find((m) => m.ts === given.ts);
  if (message === undefined) throw new Error('there is no such message');
  const action = pressed(message.blocks);
  const hook = state.nextId('hook');
  w.hooks.set(hook, { channel: channel.id, user: given.user, threadTs: message.threadTs, at: state.now(), used: 0 });
  return sender.interaction({
    type: 'block_actions', ...whose(w, given.user),
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: false, ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }) },
    channel: { id: channel.id, name: channel.name }, message: shown(w, channel, message, false), trigger_id: trigger(state, w, given.user), response_url: new URL(`/slack/hooks/actions/${w.id}/${hook}`, state.origin()).toString(), actions: [action],
  });
}

/** Somebody uses a shortcut in a message's menu. */
export function messageAction(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; ts: string; callback: string }): Promise<Told> {
  const channel = inChannel(w, given.user, given.channel);
  const message = channel.messages.find((m) => m.ts === given.ts);
  if (message === undefined) throw new Error('there is no such message');
  return sender.interaction({ type: 'message_action', ...whose(w, given.user), callback_id: given.callback, trigger_id: trigger(state, w, given.user), message_ts: message.ts, action_ts: state.nextTs(), channel: { id: channel.id, name: channel.name }, message: shown(w, channel, message, false), response_url: new URL('/slack/hooks/actions/unused', state.origin()).toString() });
}

const Said = z.object({ text: z.string(), response_type: z.literal('ephemeral').optional() });

/** Somebody types a slash command; what the app answers at once is shown to them alone. */
export async function command(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string; channel: string; command: string; text: string }): Promise<Told> {
  const channel = inChannel(w, given.user, given.channel);
  const told = await sender.command({ token: 'unused', team_id: w.id, team_domain: w.id.toLowerCase(), channel_id: channel.id, channel_name: channel.name, user_id: given.user, user_name: w.people.get(given.user)?.name ?? '', command: given.command, text: given.text, api_app_id: 'A0SANDBOX', is_enterprise_install: String(w.everywhere), ...(w.enterprise === null ? {} : { enterprise_id: w.enterprise, enterprise_name: w.enterprise }), response_url: new URL('/slack/hooks/actions/unused', state.origin()).toString(), trigger_id: trigger(state, w, given.user) });
  const said = told.status === 200 ? Said.safeParse(parsed(told.body)) : null;
  w.ephemerals.push({ channel: channel.id, user: given.user, threadTs: null, text: said?.success === true ? said.data.text : `${given.command} failed with the error “operation_timeout”`, blocks: [], at: state.now() });
  return told;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Somebody opens the app's own page. */
export async function openHome(state: SlackHostState, sender: Sender, w: Workspace, given: { user: string }): Promise<Told | null> {
  if (!w.installed) return null;
  const home = w.homes.get(given.user);
  return sender.event(envelope(state, w, { type: 'app_home_opened', user: given.user, channel: `D${given.user}`, tab: 'home', event_ts: state.nextTs(), ...(home === undefined ? {} : { view: { ...home, id: `VH${given.user}` } }) }));
}

const Problems = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });

/** What a form's field holds when it is sent: exactly one of these, by the kind of field. */
export const FieldValue = z.strictObject({
  value: z.string().nullable(),
  selected_conversation: z.string().nullable(),
  selected_user: z.string().nullable(),
  selected_users: z.array(z.string()),
  selected_option: z.strictObject({ value: z.string() }).nullable(),
  selected_options: z.array(z.strictObject({ value: z.string() })),
  selected_time: z.string().nullable(),
}).partial();
export type FieldValue = z.infer<typeof FieldValue>;

/** Somebody sends a form they have open. Errors leave it open, and are shown in it. */
export async function submit(sender: Sender, w: Workspace, given: { user: string; view: string; values: Record<string, Record<string, FieldValue>> }): Promise<Told> {
  const open = w.views.get(given.view);
  if (open === undefined || open.user !== given.user) throw new Error('nobody has that form open');
  const told = await sender.interaction({ type: 'view_submission', ...whose(w, given.user), trigger_id: 'unused', response_urls: [], view: { ...open.view, id: open.id, hash: '1', state: { values: given.values } } });
  const problems = Problems.safeParse(parsed(told.body));
  if (told.status === 200 && !problems.success) w.views.delete(given.view);
  else w.views.set(given.view, { ...open, errors: problems.success ? problems.data.errors : { '': 'We had some trouble connecting. Try again?' } });
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
