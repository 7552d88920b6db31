import { App, LogLevel, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import { ParleyError, type Agent, type DeskAct, type InboundEvent } from '@parley/core/contracts';
import { idOf } from '@parley/core/security/signatures';
import { ACTIONS, FIELD, FORMS, handoffOfBlock } from './blocks.js';
import { CONNECTOR, type SlackDeps, type SlackSettings } from './config.js';
import { ask } from './web-api.js';
import { placeName } from './desk.js';
import { editForm, returnForm } from './forms.js';
import { agentOf, type People } from './people.js';
import { sdkLog } from './sdk-log.js';
import { listenForPages, parsedJson } from './pages.js';
import { messageOf, SlackMessage } from './thread-message.js';

/** What one request comes to: events to store, and what Slack is answered once they are. */
export interface Reading {
  events: InboundEvent[];
  /** The body of a form's answer; undefined where an empty 200 says it all. */
  answer: object | undefined;
}

/** Reads one verified payload. */
export type Reader = (account: string, body: Record<string, unknown>) => Promise<Reading>;

/** What listeners are given beside Bolt's own: where they put what they read. */
interface Sink {
  account: string;
  reading: Reading;
}

const Held = z.object({ parleySink: z.custom<Sink>((value) => typeof value === 'object' && value !== null) });
const Envelope = z.object({ event_id: z.string().min(1).max(100), event_time: z.number().int().nonnegative().max(100_000_000_000) });
const Revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) });
const Pressed = z.object({
  actions: z.array(z.object({ action_id: z.string(), action_ts: z.string(), block_id: z.string().optional(), value: z.string().optional(), selected_user: z.string().nullish() })).min(1),
  trigger_id: z.string(),
  container: z.object({ channel_id: z.string(), message_ts: z.string(), thread_ts: z.string().optional() }),
  message: z.object({ blocks: z.array(z.unknown()).optional() }).optional(),
});
const Submitted = z.object({
  view: z.object({ id: z.string(), hash: z.string().optional(), callback_id: z.string(), private_metadata: z.string(), state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }) }),
});
/** What a form carries from the press that opened it to its being sent: signed by nobody, so it names places and nothing more. */
export const FormFor = z.strictObject({ place: z.string().max(200), suggestion: z.string().max(200).nullable(), language: z.enum(['zh', 'en']) });

/** Our own receiver: requests come from the service's routes, so it has nothing to start. */
const PASSIVE: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };

/**
 * Slack's payloads through the vendor's own reading (Bolt): who pressed what where. Listeners only note what happened; the one thing done at once is
 * opening a form, for which Slack gives three seconds.
 */
export function createReader(settings: SlackSettings, deps: SlackDeps, people: People): Reader {
  const app = new App({
    receiver: PASSIVE,
    // Bolt asks before every listener, and again for the token: an installation that is not (yet) connected is parked by the core, not dropped here.
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const bot = await deps.botOf(isEnterpriseInstall && enterpriseId !== undefined ? `E:${enterpriseId}` : `T:${teamId ?? ''}`);
      return bot === null ? {} : { botToken: bot.token, botUserId: bot.userId };
    },
    // Whether a message is our own is looked at where it is read: Bolt would ask Slack for the bot's id.
    ignoreSelf: false,
    tokenVerificationEnabled: false,
    logLevel: LogLevel.ERROR,
    logger: sdkLog(deps.log),
    clientOptions: { timeout: 2_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, allowAbsoluteUrls: false, fetch: deps.fetch, ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }) },
  });
  // Whoever asked hears what went wrong, not in what the SDK has wrapped it: a store that is away for a while is no fault of the request.
  app.error((e) => {
    throw e.original ?? e;
  });

  const sinkOf = (context: unknown): Sink => Held.parse(context).parleySink;

  /** One act at a desk's place, told once however often Slack tells it. */
  function noted(sink: Sink, of: { key: string; place: string; by: Agent; act: DeskAct; at?: number | null; handoff?: string | null }): void {
    sink.reading.events.push({ account: sink.account, eventKey: idOf('slack', of.key), at: of.at ?? null, mailbox: { kind: 'thread', hostThread: of.place }, body: { type: 'desk', by: of.by, act: of.act, handoff: of.handoff ?? null } });
  }

  app.event('message', async ({ event, body, context }) => {
    const sink = sinkOf(context);
    const envelope = Envelope.safeParse(body);
    const written = SlackMessage.safeParse(event);
    if (!envelope.success || !written.success) return;
    const read = messageOf(written.data, context.botUserId ?? null);
    if (read === null) return;
    const by = await agentOf(people, sink.account, read.user, body);
    noted(sink, { key: envelope.data.event_id, place: placeName(read.channel, read.thread), by, act: read.act, at: read.at });
  });

  for (const type of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(type, ({ body, event, context }) => {
      const sink = sinkOf(context);
      const envelope = Envelope.safeParse(body);
      // A user's own token says nothing of the bot's.
      const ofTheBot = type === 'app_uninstalled' || Revoked.safeParse(event).success;
      if (!envelope.success || !ofTheBot) return Promise.resolve();
      sink.reading.events.push({ account: sink.account, eventKey: idOf('slack', envelope.data.event_id), at: envelope.data.event_time * 1_000, mailbox: { kind: 'entity', topic: 'lifecycle', entity: sink.account }, body: { type: 'lifecycle', change: 'uninstalled' } });
      return Promise.resolve();
    });
  }

  app.action(/^(?:handoff|suggestion)\./, async ({ body, context, ack, client }) => {
    await ack();
    const sink = sinkOf(context);
    const read = Pressed.safeParse(body);
    if (!read.success) return;
    const { container, trigger_id } = read.data;
    const [pressed] = read.data.actions;
    if (pressed === undefined) return;
    const place = placeName(container.channel_id, container.thread_ts ?? container.message_ts);
    const by = await agentOf(people, sink.account, body.user.id, body);
    // Slack takes a form within three seconds of the press, or not at all: whoever pressed sees nothing open, and presses again.
    const open = async (view: Parameters<typeof client.views.open>[0]['view']) => {
      await ask('opening a form', () => client.views.open({ trigger_id, view })).catch((e: unknown) => {
        if (!ParleyError.isInstance(e)) throw e;
        deps.log.warn({ connector: CONNECTOR, code: e.code }, 'a form could not be opened');
      });
    };
    const language = await people.languageOf(sink.account);
    switch (pressed.action_id) {
      case ACTIONS.giveBack:
        return open(returnForm({ place, suggestion: null, language }));
      case ACTIONS.edit:
        return open(editForm({ place, suggestion: pressed.value ?? null, language }, read.data.message?.blocks ?? []));
    }
    const act = await actOf(pressed);
    if (act !== null) noted(sink, { key: `${body.user.id}/${pressed.action_id}/${pressed.action_ts}`, place, by, act, handoff: handoffNamed(pressed) });

    async function actOf(p: typeof pressed): Promise<DeskAct | null> {
      switch (p?.action_id) {
        case ACTIONS.accept:
          return { do: 'accept' };
        case ACTIONS.suggest:
          return { do: 'suggest' };
        case ACTIONS.close:
          return { do: 'close' };
        case ACTIONS.send:
          return p.value === undefined ? null : { do: 'send', suggestion: p.value };
        case ACTIONS.assign:
          return p.selected_user ? { do: 'assign', to: await agentOf(people, sink.account, p.selected_user, body) } : null;
        default:
          return null;
      }
    }
  });

  app.view(new RegExp(`^(?:${FORMS.edit}|${FORMS.giveBack})$`.replaceAll('.', '\\.')), async ({ ack, body, context }) => {
    const sink = sinkOf(context);
    const read = Submitted.safeParse(body);
    const about = read.success ? FormFor.safeParse(parsedJson(read.data.view.private_metadata)) : null;
    if (!read.success || about?.success !== true) return ack();
    const { view } = read.data;
    const words = view.state.values[FIELD.block]?.[FIELD.action]?.value?.trim() ?? '';
    if (view.callback_id === FORMS.edit && words === '') return ack({ response_action: 'errors', errors: { [FIELD.block]: await people.wordFor(sink.account, 'modal.empty') } });
    await ack();
    const by = await agentOf(people, sink.account, body.user.id, body);
    const key = `${body.user.id}/${view.id}`;
    const { place, suggestion } = about.data;
    if (view.callback_id === FORMS.giveBack) noted(sink, { key, place, by, act: { do: 'return', agreed: words.slice(0, 2_000) } });
    else noted(sink, { key, place, by, act: { do: 'say', message: { parts: [{ type: 'text', text: words.slice(0, 5_000) }] }, hostMessageId: view.id, suggestion } });
  });

  listenForPages(app, settings, deps, people, { accountOf: (context) => sinkOf(context).account, note: (context, of) => noted(sinkOf(context), of) });

  return async (account, body) => {
    const reading: Reading = { events: [], answer: undefined };
    await app.processEvent({
      body,
      customProperties: { parleySink: { account, reading } satisfies Sink },
      ack: (response: unknown) => {
        if (typeof response === 'object' && response !== null) reading.answer = response;
        return Promise.resolve();
      },
    });
    return reading;
  };
}

function handoffNamed(pressed: { value?: string | undefined; block_id?: string | undefined; action_id: string }): string | null {
  if (pressed.action_id.startsWith('suggestion.')) return null;
  return pressed.value ?? (pressed.block_id === undefined ? null : handoffOfBlock(pressed.block_id));
}
