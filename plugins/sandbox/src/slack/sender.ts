// Tells the app what happened: signed, with Slack's patience and its retries.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { SlackHostState } from './state.js';

/** Slack waits three seconds. Events come again at once, after a minute and after five; presses and forms do not. */
const PATIENCE_MS = 3_000;
const RETRY_AFTER_MS = [0, 60_000, 300_000] as const;

const eventId = z.object({ event_id: z.string() });

export interface Told {
  readonly status: number;
  readonly body: string;
}

export function createSender(state: SlackHostState, options: { fetch: typeof fetch; timeFactor: number }) {
  const timers = new Set<NodeJS.Timeout>();

  /** One signed request. `at` and `secret` may be another's, for tests of what must be refused. */
  async function request(kind: string, contentType: string, body: string, headers: Record<string, string> = {}, forged: { at?: number; secret?: string } = {}): Promise<Told> {
    const timestamp = String(Math.floor((forged.at ?? state.now()) / 1_000));
    const signature = `v0=${createHmac('sha256', forged.secret ?? state.app.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const began = performance.now();
    let told: Told = { status: 0, body: '' };
    try {
      const response = await options.fetch(state.app.requestUrl, {
        method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { 'content-type': contentType, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature, 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)', ...headers },
      });
      told = { status: response.status, body: await response.text() };
    } catch {
      // No answer within its time: status 0, which is what the ledger shows.
    }
    state.ledger.append({ direction: 'out', host: 'slack', kind: `slack.${kind}`, key: kind === 'event' ? eventId.safeParse(JSON.parse(body)).data?.event_id : undefined, status: told.status, ms: performance.now() - began, detail: { bytes: body.length, retry: headers['x-slack-retry-num'] ?? null } });
    return told;
  }

  const form = (payload: object): string => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

  /** An event, until it is taken or Slack gives up. Resolves with the first attempt's outcome. */
  async function event(payload: object, attempt = 0): Promise<Told> {
    const retry: Record<string, string> = attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' };
    const told = await request('event', 'application/json', JSON.stringify(payload), retry);
    const wait = RETRY_AFTER_MS[attempt];
    if ((told.status < 200 || told.status > 299) && wait !== undefined) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void event(payload, attempt + 1);
      }, wait * options.timeFactor);
      timer.unref();
      timers.add(timer);
    }
    return told;
  }

  return {
    event,
    /** What somebody pressed or sent: once, and its answer is shown to them. */
    interaction: (payload: object) => request('interaction', 'application/x-www-form-urlencoded', form(payload)),
    command: (fields: Record<string, string>) => request('command', 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
    request,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Sender = ReturnType<typeof createSender>;
