import { refuse, type Clock, type Endpoint, type HttpReply, type Log, type PublicInstallation, type RateLimit, type RawRequest, type Refusal, type StreamReply, type ThreadEntry, type ThreadLog } from '@parley/core/contracts';
import { admit, type Admitted } from './authorise.js';
import { createBell, type Timer } from './bell.js';
import { rule, takeAll, type WebchatRates } from './rates.js';
import { refusalReply } from './replies.js';

/** Proxies close a connection that is quiet for 30 to 60 s; half of the shortest keeps it. */
const HEARTBEAT_MS = 15_000;
const PAGE = 100;

export interface StreamDeps {
  clock: Clock;
  timer: Timer;
  log: Log;
  threads: ThreadLog;
  limit: RateLimit;
  rates: WebchatRates;
  installationOf(account: string): Promise<PublicInstallation | null>;
  tokenSecrets(): readonly string[];
}

/** `GET /webchat/events`: what was written to the shopper after `n`, and then all that follows, as server-sent events. */
export function streamEndpoint(deps: StreamDeps): Endpoint {
  /** Open streams per thread in this process. */
  const open = new Map<string, number>();

  async function handle(req: RawRequest, now: number): Promise<StreamReply | Refusal> {
    const shopper = await admit(req, now, deps);
    if (!shopper.ok) return shopper;
    const after = cursorOf(req);
    if (after === null) return refuse(400, 'webchat.bad-cursor', 'cursor is not a whole number');
    const who = rule('reads', deps.rates.readsPerShopper, shopper.claims.site, shopper.claims.identity);
    const limited = await takeAll(deps.limit, [who], now);
    if (limited !== null) return limited;
    if ((open.get(who.key) ?? 0) >= deps.rates.streamsPerShopper) {
      return { ok: false, status: 429, code: 'webchat.too-many-streams', reason: 'too many streams of one shopper', retryAfterMs: HEARTBEAT_MS };
    }
    return {
      status: 200,
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Tells nginx and its kin not to gather chunks.
        'x-accel-buffering': 'no',
      },
      async run(write, closed) {
        const held = open.get(who.key) ?? 0;
        // Several requests may have passed the check above before the first of them got here.
        if (held >= deps.rates.streamsPerShopper) return write(named('busy'));
        open.set(who.key, held + 1);
        try {
          await follow(deps, shopper, after, write, closed);
        } catch (e) {
          if (closed.aborted) return;
          deps.log.error({ err: e, installation: shopper.installation.id }, 'an event stream ended early; the widget will resume it');
        } finally {
          const left = (open.get(who.key) ?? 1) - 1;
          if (left > 0) open.set(who.key, left);
          else open.delete(who.key);
        }
      },
    };
  }

  return {
    route: { method: 'GET', path: '/webchat/events', maxBytes: 0, cors: true },
    async handle(req, now): Promise<HttpReply | StreamReply> {
      const answer = await handle(req, now);
      return 'ok' in answer ? refusalReply(answer) : answer;
    },
  };
}

async function follow(deps: StreamDeps, shopper: Admitted, after: number, write: (chunk: string) => Promise<void>, closed: AbortSignal): Promise<void> {
  const { threads } = deps;
  const { place } = shopper;
  const bell = createBell(deps.timer);
  const state = { cursor: after, news: true, expired: false, answering: shopper.installation.answering };
  const over = (): boolean => closed.aborted || state.expired;
  // A caller who is gone takes no more chunks, so a write must not be waited for any longer.
  const gone = closed.aborted ? Promise.resolve() : new Promise<void>((done) => closed.addEventListener('abort', () => done(), { once: true }));
  const put = (chunk: string): Promise<void> => Promise.race([write(chunk), gone]);

  async function catchUp(): Promise<void> {
    for (;;) {
      const page = await threads.after(place, state.cursor, PAGE);
      for (const entry of page) {
        if (over()) return;
        if (entry.n <= state.cursor) continue;
        await put(chunkOf(entry));
        state.cursor = entry.n;
      }
      if (page.length < PAGE) return;
    }
  }

  /** The merchant may switch Parley off and on at any time: nobody should wait for an answer that is not being written. */
  async function tellWhetherAnswering(): Promise<void> {
    const now = (await deps.installationOf(shopper.installation.account))?.answering ?? false;
    if (now === state.answering || over()) return;
    state.answering = now;
    await put(status(now));
  }

  // Listening starts before the first read, so nothing can fall between the two.
  const stop = threads.follow(place, () => {
    state.news = true;
    bell.ring();
  });
  const stopExpiry = deps.timer(Math.max(0, shopper.claims.exp - deps.clock()), () => {
    state.expired = true;
    bell.ring();
  });
  const onClosed = (): void => bell.ring();
  closed.addEventListener('abort', onClosed, { once: true });
  try {
    await put(': open\nretry: 2000\n\n');
    await put(status(state.answering));
    while (!over()) {
      if (state.news) {
        state.news = false;
        await catchUp();
      } else if ((await bell.wait(HEARTBEAT_MS)) === 'quiet') {
        await put(': beat\n\n');
        await tellWhetherAnswering();
      }
    }
    if (!closed.aborted) await put(named('expired'));
  } finally {
    stop();
    stopExpiry();
    closed.removeEventListener('abort', onClosed);
  }
}

function chunkOf(e: ThreadEntry): string {
  const data = { n: e.n, id: e.id, at: e.at, from: e.from, by: e.by, message: e.message, replyTo: e.replyTo };
  return `id: ${e.n}\nevent: message\ndata: ${JSON.stringify(data)}\n\n`;
}

function status(answering: boolean): string {
  return `event: status\ndata: ${JSON.stringify({ answering })}\n\n`;
}

function named(event: string): string {
  return `event: ${event}\ndata: {}\n\n`;
}

/** Where to go on from: the browser's own resume header wins over the address it was opened with. */
function cursorOf(req: RawRequest): number | null {
  const raw = req.headers['last-event-id'] ?? new URLSearchParams(req.query).get('after') ?? '0';
  return /^\d{1,15}$/.test(raw) ? Number(raw) : null;
}
