import { conversationPage, transcript, type ConversationPage, type Transcript } from './conversations.js';
import { desk, link, type Desk } from './desk.js';
import { Failure, failureOf } from './failure.js';
import { overview, settings, type Overview, type Settings, type SettingsChange } from './overview.js';
import { fieldsOf, flag, number, Unreadable, type Read } from './read.js';

/** By this header the service asks for a fresh session token and one more try. https://shopify.dev/docs/apps/build/authentication-authorization */
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** The service's admin API. Every method throws a `Failure`, or the signal's reason when it was aborted. */
export interface Api {
  readonly overview: (signal: AbortSignal) => Promise<Overview>;
  /** `before` is the `next` of the page ahead, null for the newest. */
  readonly conversations: (before: number | null, signal: AbortSignal) => Promise<ConversationPage>;
  readonly transcript: (id: string, signal: AbortSignal) => Promise<Transcript>;
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>;
  /** Starts reading the shop's pages anew; the overview tells when that is done. */
  readonly refreshKnowledge: () => Promise<void>;
  /** Where people take over, and by which teams. */
  readonly desk: (signal: AbortSignal) => Promise<Desk>;
  /** A single-use link that connects a Slack workspace. */
  readonly slackLink: () => Promise<string>;
  /** Sends again what could not be delivered; resolves with how many were taken up. */
  readonly redrive: () => Promise<number>;
}

export interface ApiOptions {
  /** A fresh proof from the host of who looks; rejects with a `Failure` of kind `host` outside of it. */
  readonly sessionToken: () => Promise<string>;
  fetch: typeof fetch;
  /** How long an answer may take, in ms. */
  timeoutMs: number;
  /** Conversations on one page of the list. */
  pageSize: number;
}

interface Ask<T> {
  method: 'GET' | 'PATCH' | 'POST';
  path: string;
  read: Read<T>;
  body?: unknown;
  signal?: AbortSignal;
}

/** Makes the API. Each request carries a session token of its own: they live for one minute only. */
export function createApi(options: ApiOptions): Api {
  async function once(ask: Ask<unknown>, signal: AbortSignal): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json', Authorization: `Bearer ${await within(signal, options.sessionToken())}` });
    const init: RequestInit = { method: ask.method, headers, signal, credentials: 'omit', cache: 'no-store' };
    if (ask.body !== undefined) {
      headers.set('Content-Type', 'application/json');
      init.body = JSON.stringify(ask.body);
    }
    return options.fetch(ask.path, init);
  }

  async function ask<T>(request: Ask<T>): Promise<T> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
    try {
      let response = await once(request, signal);
      if (response.status === 401 && response.headers.has(RETRY_HEADER)) response = await once(request, signal);
      const body = await jsonOf(response);
      if (!response.ok) throw failureOf(response.status, body);
      return request.read(body, 'answer');
    } catch (e) {
      request.signal?.throwIfAborted();
      if (e instanceof Failure) throw e;
      if (timeout.aborted) throw new Failure('slow', `no answer within ${options.timeoutMs} ms`, { cause: e });
      if (e instanceof Unreadable) throw new Failure('unreadable', e.message, { cause: e });
      // The only other thing that fetch throws: the request did not get through.
      if (e instanceof TypeError) throw new Failure('offline', e.message, { cause: e });
      throw new Failure('broken', e instanceof Error ? e.message : String(e), { cause: e });
    }
  }

  const started: Read<boolean> = (value, path) => fieldsOf(value, path)('started', flag);
  const redriven: Read<number> = (value, path) => fieldsOf(value, path)('redriven', number);

  return {
    overview: (signal) => ask({ method: 'GET', path: '/api/admin/overview', read: overview, signal }),
    conversations: (before, signal) => {
      const query = new URLSearchParams({ limit: String(options.pageSize), ...(before === null ? {} : { before: String(before) }) });
      return ask({ method: 'GET', path: `/api/admin/conversations?${query.toString()}`, read: conversationPage, signal });
    },
    transcript: (id, signal) => ask({ method: 'GET', path: `/api/admin/conversations/${encodeURIComponent(id)}`, read: transcript, signal }),
    changeSettings: (change) => ask({ method: 'PATCH', path: '/api/admin/settings', read: settings, body: change }),
    refreshKnowledge: async () => {
      await ask({ method: 'POST', path: '/api/admin/knowledge/refresh', read: started });
    },
    desk: (signal) => ask({ method: 'GET', path: '/api/admin/handoff', read: desk, signal }),
    slackLink: () => ask({ method: 'POST', path: '/api/admin/slack/link', read: link }),
    redrive: () => ask({ method: 'POST', path: '/api/admin/deliveries/redrive', read: redriven }),
  };
}

/** The JSON of an answer; null where a proxy or a crash answered with something else. */
async function jsonOf(response: Response): Promise<unknown> {
  const content = await response.text();
  try {
    const parsed: unknown = JSON.parse(content);
    return parsed;
  } catch (e) {
    if (!response.ok) return null;
    throw new Failure('unreadable', 'the answer is not JSON', { cause: e });
  }
}

/** Waits no longer than the signal allows: a host that never answers must not leave the page loading for ever. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
