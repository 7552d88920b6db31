import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ParleyError, type Agent, type DeskAct, type Language, type Proposal } from '@parley/core/contracts';
import { COMMAND, CONNECTOR, LEARN_SHORTCUT, type SlackDeps, type SlackSettings } from './config.js';
import { placeName, placeOf } from './desk.js';
import { HOME, homeView, queueWords } from './home.js';
import { homeWord } from './home-words.js';
import { LEARN_FORM, LearnAbout, learnForm, QA, REVIEW_FORM, ReviewAbout, reviewForm } from './knowledge-forms.js';
import { plain } from './mrkdwn.js';
import { visitorOf, type People, type SlackVisitor } from './people.js';
import { FormState, NEW_TEAM, readTeam, TEAM_FORM, TeamAbout, teamForm } from './team-form.js';
import { ask, webClient } from './web-api.js';

/** Links to threads, which never change. */
const LINKS = 10_000;

const Opened = z.object({ tab: z.string() });
const Pressed = z.object({ actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1), trigger_id: z.string() });
const Submitted = z.object({ view: z.object({ id: z.string(), private_metadata: z.string(), state: z.object({ values: FormState }) }) });
const Marked = z.object({ trigger_id: z.string(), channel: z.object({ id: z.string() }), message: z.object({ ts: z.string(), thread_ts: z.string().optional(), user: z.string().optional(), parent_user_id: z.string().optional(), text: z.string().optional() }) });
const Permalink = z.object({ permalink: z.url() });

/** What pages note for the conversations' own mailboxes. */
export interface Noted {
  key: string;
  place: string;
  by: Agent;
  act: DeskAct;
}

/** What a payload is about, as the reader knows it. */
export interface PageContext {
  accountOf(context: unknown): string;
  note(context: unknown, noted: Noted): void;
}

/** Parley's own pages in Slack: App Home with its forms, the slash command, and the shortcut on a message. */
export function listenForPages(app: App, settings: SlackSettings, deps: SlackDeps, people: People, on: PageContext): void {
  const links = new LRUCache<string, string>({ max: LINKS });
  const { office } = deps;

  /** The addresses of threads, looked up at once; a list without one still shows everything else. */
  async function linksTo(account: string, places: readonly (string | null)[]): Promise<(place: string) => string | null> {
    const bot = await deps.botOf(account);
    await Promise.all(
      places.filter((p) => p !== null && !links.has(p)).map(async (place) => {
        if (place === null || bot === null) return;
        const { channel, ts } = placeOf(place);
        try {
          links.set(place, Permalink.parse(await ask('asking for a link', () => webClient(bot.token, settings, deps).chat.getPermalink({ channel, message_ts: ts }))).permalink);
        } catch (e) {
          if (!ParleyError.isInstance(e)) throw e;
          deps.log.debug({ connector: CONNECTOR, code: e.code }, 'a thread’s address is not known');
        }
      }),
    );
    return (place) => links.get(place) ?? null;
  }

  async function boardOf(account: string, visitor: SlackVisitor) {
    const installation = await deps.deskOf(account);
    const board = installation === null ? null : await office.board(installation, visitor);
    const linkOf = await linksTo(account, board === null ? [] : [...board.queue, ...board.mine].map((item) => item.place));
    return { installation, board, linkOf };
  }

  /** Shows the page anew. Nothing is lost when it fails: opening it again shows it. */
  function publish(account: string, visitor: SlackVisitor): void {
    deps.later(async () => {
      const bot = await deps.botOf(account);
      const { board, linkOf } = await boardOf(account, visitor);
      if (bot === null || board === null) return;
      await ask('showing the home page', () => webClient(bot.token, settings, deps).views.publish({ user_id: visitor.agent.id, view: homeView(board, visitor.language, linkOf) }));
    });
  }

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (!Opened.safeParse(event).success || event.tab !== 'home') return;
    const account = on.accountOf(context);
    publish(account, await visitorOf(people, account, event.user, body));
  });

  app.action(/^home\./, async ({ body, context, ack, client }) => {
    await ack();
    const account = on.accountOf(context);
    const read = Pressed.safeParse(body);
    const [pressed] = read.success ? read.data.actions : [];
    if (!read.success || pressed === undefined || pressed.action_id === HOME.open) return;
    const visitor = await visitorOf(people, account, body.user.id, body, pressed.action_id === HOME.drop);
    const installation = await deps.deskOf(account);
    if (installation === null) return;
    const value = pressed.value ?? '';
    switch (pressed.action_id) {
      case HOME.addTeam:
      case HOME.editTeam: {
        const view = await teamView(installation, visitor, pressed.action_id === HOME.editTeam ? value : null);
        if (view !== null) await open(client, read.data.trigger_id, view);
        return;
      }
      case HOME.use: {
        const proposal: Proposal | null = await office.proposal(installation, visitor, value);
        if (proposal === null) publish(account, visitor);
        else await open(client, read.data.trigger_id, reviewForm(proposal, visitor.language));
        return;
      }
      case HOME.drop:
        await office.review(installation, visitor, value, { do: 'drop' });
        break;
    }
    publish(account, visitor);
  });

  /** The team as it stands now, or a new one; null for who may not change it, and where it is gone. */
  async function teamView(installation: string, visitor: SlackVisitor, name: string | null): Promise<ModalView | null> {
    const board = await office.board(installation, visitor);
    if (board.may !== 'run') return null;
    const team = name === null ? { ...NEW_TEAM, language: visitor.language } : board.teams.find((t) => t.name === name);
    if (team === undefined) return null;
    const timeZone = team.hours === 'as-set' || team.hours === null ? visitor.timeZone : team.hours.timeZone;
    return teamForm(team, { before: name, timeZone, hoursShown: team.hours !== 'as-set' }, visitor.language);
  }

  async function open(client: WebClient, trigger_id: string, view: ModalView): Promise<void> {
    try {
      await ask('opening a form', () => client.views.open({ trigger_id, view }));
    } catch (e) {
      // Slack takes a form within three seconds of the press, or not at all: whoever pressed sees nothing open, and presses again.
      if (!ParleyError.isInstance(e)) throw e;
      deps.log.warn({ connector: CONNECTOR, code: e.code }, 'a form could not be opened');
    }
  }

  app.view(TEAM_FORM, async ({ ack, body, context }) => {
    const account = on.accountOf(context);
    const sent = submitted(body, TeamAbout);
    const installation = await deps.deskOf(account);
    if (sent === null || installation === null) return ack();
    const visitor = await visitorOf(people, account, body.user.id, body, true);
    const read = readTeam(sent.values, sent.about, visitor.language);
    if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
    const refused = (field: string, id: Parameters<typeof homeWord>[1]) => ack({ response_action: 'errors', errors: { [field]: homeWord(visitor.language, id) } });
    const inside = await join(account, read.form.target);
    if (inside !== 'in') return refused('team.channel', inside === 'later' ? 'error.channel.wait' : 'error.channel');
    switch (await office.saveTeam(installation, visitor, sent.about.before, read.form)) {
      case 'not-allowed':
        return refused('team.name', 'error.may');
      case 'name-taken':
        return refused('team.name', 'error.name');
      case 'gone':
        return refused('team.name', 'error.gone');
      case 'saved':
        await ack();
        publish(account, visitor);
    }
  });

  /** Parley hears what is written in a channel only when it is in it. A private one it can only be invited to. */
  async function join(account: string, channel: string): Promise<'in' | 'refused' | 'later'> {
    const bot = await deps.botOf(account);
    if (bot === null) return 'refused';
    try {
      await ask('joining a channel', () => webClient(bot.token, settings, deps).conversations.join({ channel }));
      return 'in';
    } catch (e) {
      if (!ParleyError.isInstance(e)) throw e;
      // A private channel that it can name it has been invited to.
      if (e.code === 'slack.method-not-supported-for-channel-type') return 'in';
      return e.kind === 'retryable' ? 'later' : 'refused';
    }
  }

  app.view(REVIEW_FORM, async ({ ack, body, context }) => {
    const account = on.accountOf(context);
    const sent = submitted(body, ReviewAbout);
    const installation = await deps.deskOf(account);
    if (sent === null || installation === null) return ack();
    const visitor = await visitorOf(people, account, body.user.id, body, true);
    const outcome = await office.review(installation, visitor, sent.about.proposal, { do: 'use', question: textIn(sent.values, QA.question), answer: textIn(sent.values, QA.answer) });
    if (outcome !== 'done') return ack({ response_action: 'errors', errors: { [QA.question]: homeWord(visitor.language, outcome === 'decided' ? 'error.decided' : 'error.may') } });
    await ack();
    publish(account, visitor);
  });

  app.shortcut(LEARN_SHORTCUT, async ({ shortcut, context, ack, client }) => {
    await ack();
    const account = on.accountOf(context);
    const read = Marked.safeParse(shortcut);
    if (!read.success) return;
    const { channel, message, trigger_id } = read.data;
    const { language } = await visitorOf(people, account, shortcut.user.id, shortcut);
    // Below a message of ours, or that message itself.
    const ours = (message.parent_user_id ?? message.user) === context.botUserId;
    const about = { place: placeName(channel.id, message.thread_ts ?? message.ts) };
    await open(client, trigger_id, ours ? learnForm(about, plain(message.text ?? ''), language) : notice(language));
  });

  app.view(LEARN_FORM, async ({ ack, body, context }) => {
    await ack();
    const sent = submitted(body, LearnAbout);
    if (sent === null) return;
    const account = on.accountOf(context);
    const { agent } = await visitorOf(people, account, body.user.id, body);
    const [question, answer] = [textIn(sent.values, QA.question).slice(0, 500), textIn(sent.values, QA.answer).slice(0, 5_000)];
    if (question !== '' && answer !== '') on.note(context, { key: `${agent.id}/${sent.id}`, place: sent.about.place, by: agent, act: { do: 'learn', question, answer } });
  });

  app.command(COMMAND, async ({ command, context, ack, body }) => {
    const account = on.accountOf(context);
    const visitor = await visitorOf(people, account, command.user_id, body);
    await ack({ response_type: 'ephemeral', text: await answerTo(account, visitor, command.text.trim()) });
  });

  async function answerTo(account: string, visitor: SlackVisitor, words: string): Promise<string> {
    const { language } = visitor;
    const { installation, board, linkOf } = await boardOf(account, visitor);
    if (installation === null || board === null) return homeWord(language, 'home.none');
    if (words === '') return queueWords(board, language, linkOf);
    if (!/^h-/i.test(words)) return homeWord(language, 'command.help');
    const found = await office.find(installation, visitor, words);
    if (found === null) return homeWord(language, 'command.unknown', { number: plain(words).slice(0, 20) });
    return queueWords({ ...board, queue: [found] }, language, await linksTo(account, [found.place]));
  }
}

function submitted<T>(body: unknown, about: z.ZodType<T>): { id: string; about: T; values: FormState } | null {
  const read = Submitted.safeParse(body);
  if (!read.success) return null;
  const { id, private_metadata, state } = read.data.view;
  const whose = about.safeParse(parsedJson(private_metadata));
  return whose.success ? { id, about: whose.data, values: state.values } : null;
}

function textIn(values: FormState, field: string): string {
  return values[field]?.['v']?.value?.trim() ?? '';
}

/** A word to whoever used the shortcut where it has nothing to do. */
function notice(language: Language): ModalView {
  const text = (id: Parameters<typeof homeWord>[1]) => ({ type: 'plain_text' as const, text: homeWord(language, id) });
  return { type: 'modal', title: text('form.learn'), close: text('form.cancel'), blocks: [{ type: 'section', text: text('learn.elsewhere') }] };
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
