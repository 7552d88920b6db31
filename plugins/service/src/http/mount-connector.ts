import { raw, type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ParleyError, refuse, type Clock, type Connector, type Endpoint, type HttpReply, type Inbound, type Log, type RateLimit, type RawRequest, type Refusal, type Route, type Secret, type SecretRef, type StreamReply, type Verified } from '@parley/core/contracts';
import type { Installations, Intake, Pulling } from '@parley/core/conversation';
import type { Counts } from '../counts.js';
import { rawRequest } from './raw-request.js';
import { sendRefusal, sendReply, sendStream } from './reply.js';

export interface MountDeps {
  intake: Intake;
  installations: Installations;
  pulling: Pulling;
  rates: RateLimit;
  counts: Counts;
  clock: Clock;
  log: Log;
  /** Secrets valid now for what a connector names. Empty: nothing can be verified. */
  secretsOf(connector: string, ref: SecretRef): Promise<readonly Secret[]>;
  /** Fires when the service is stopping: open streams end. */
  stopping: AbortSignal;
}

type Handler = (req: Request, res: Response) => Promise<void>;

/** Lets a connector's paths listen: events are verified, stored, and only then acknowledged. */
export function mountConnector(app: Express, connector: Connector, deps: MountDeps): void {
  const { inbound } = connector;
  for (const route of inbound?.routes ?? []) if (inbound !== undefined) listen(app, route, takeEvents(connector.id, inbound, deps));
  for (const endpoint of connector.endpoints ?? []) listen(app, endpoint.route, answerEndpoint(connector.id, endpoint, deps), knocking(connector.id, endpoint, deps));
  refuseOtherMethods(app, [...(inbound?.routes ?? []), ...(connector.endpoints ?? []).map((e) => e.route)], deps.counts);
}

/** After all routes, since hosts use one path with several methods: every other method of a path is refused. */
function refuseOtherMethods(app: Express, routes: readonly Route[], counts: Counts): void {
  for (const path of new Set(routes.map((r) => r.path))) {
    const methods = routes.filter((r) => r.path === path).flatMap((r) => [...(r.method === 'GET' ? ['GET', 'HEAD'] : [r.method]), ...(r.cors === true ? ['OPTIONS'] : [])]);
    const allow = [...new Set(methods)].join(', ');
    app.all(path, (_req, res) => {
      counts.add('refused/http.method');
      res.setHeader('Allow', allow);
      sendRefusal(res, { status: 405, code: 'http.method' });
    });
  }
}

/** @param first what is asked of a request's head before its body is read */
function listen(app: Express, route: Route, handle: Handler, first: RequestHandler[] = []): void {
  if (route.cors === true) app.options(route.path, preflight);
  const cors = (_req: Request, res: Response, next: NextFunction) => {
    if (route.cors === true) {
      res.setHeader('Access-Control-Allow-Origin', '*');
      res.setHeader('Access-Control-Expose-Headers', 'retry-after');
    }
    next();
  };
  const body = raw({ type: () => true, limit: route.maxBytes, inflate: false });
  const run = (req: Request, res: Response, next: NextFunction) => void handle(req, res).catch(next);
  if (route.method === 'GET') app.get(route.path, cors, run);
  else app.post(route.path, cors, ...first, body, run);
}

/** Tokens travel in a header, never in a cookie, so any origin may ask; it still needs a token. */
function preflight(_req: Request, res: Response): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  res.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, last-event-id');
  res.setHeader('Access-Control-Max-Age', '86400');
  res.status(204).end();
}

function takeEvents(connector: string, inbound: Inbound, deps: MountDeps): Handler {
  const { intake, rates, counts, clock, log } = deps;

  /** The trust line: secret, signature and freshness. */
  async function verify(request: RawRequest): Promise<Refusal | Verified> {
    const ref = inbound.secretOf(request);
    if ('ok' in ref) return ref;
    return inbound.verify(request, await deps.secretsOf(connector, ref), clock());
  }

  /** Behind it: form, rate, and storing. Only what passes all of it is stored. */
  async function take(verified: Verified): Promise<Refusal | HttpReply> {
    await inbound.prepare?.(verified);
    const events = inbound.parse(verified);
    if ('ok' in events) return events;
    for (const rule of inbound.limits?.(verified) ?? []) {
      const token = await rates.take({ ...rule, key: `${connector}/${rule.key}` }, clock());
      if (!token.ok) return { ...refuse(429, `${connector}.rate`, 'a rate limit is used up'), retryAfterMs: token.retryAfterMs };
    }
    const stored = await intake.store(connector, events);
    for (const s of stored) counts.add(`accepted/${s.state}`);
    if (events.length === 0) counts.add('accepted/without-event');
    if (inbound.pull !== undefined) {
      const installation = await deps.installations.byAccount(connector, verified.account);
      if (installation !== null) deps.pulling.announced(installation);
    }
    return inbound.answer(verified, stored);
  }

  /** Not stored, or not in time: then it is not acknowledged either. What is stored later all the same is known again when it is repeated. */
  async function unavailable(verified: Verified, why: unknown): Promise<HttpReply> {
    counts.add(`unavailable/${connector}`);
    log.error({ connector, code: ParleyError.isInstance(why) ? why.code : 'intake.late', error: why instanceof Error ? why.message : 'not stored within the host’s patience' }, 'an event was not taken');
    return (await inbound.unavailable?.(verified)) ?? { status: 503, body: { error: { code: 'http.unavailable', message: 'Not taken; please try again.' } } };
  }

  return async (req, res) => {
    const verified = await verify(rawRequest(req));
    const taken = verified.ok ? await inTime(inbound.patienceMs, take(verified), (why) => unavailable(verified, why), (e) => log.warn({ connector, code: ParleyError.isInstance(e) ? e.code : 'unexpected', error: e instanceof Error ? e.message : String(e) }, 'an event that was answered as not taken failed later')) : verified;
    if ('code' in taken) {
      counts.add(`refused/${taken.code}`);
      log.debug({ connector, code: taken.code }, taken.reason);
      sendRefusal(res, taken);
    } else sendReply(res, taken);
  };
}

/** What a work comes to within so many milliseconds; what is said instead when it is late, or cannot be done for the time being. A late one goes on; `failedLater` hears when it fails. */
async function inTime<T>(ms: number | undefined, work: Promise<T>, otherwise: (why: unknown) => Promise<T>, failedLater: (e: unknown) => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    if (ms !== undefined) timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    const first = await Promise.race([work, late]);
    if (first !== 'late') return first;
    work.catch(failedLater);
    return await otherwise(null);
  } catch (e) {
    if (!ParleyError.isInstance(e) || e.kind !== 'retryable') throw e;
    return await otherwise(e);
  } finally {
    clearTimeout(timer);
  }
}

/** What is refused here is never read: Node throws the body away as it comes. */
function knocking(connector: string, endpoint: Endpoint, deps: MountDeps): RequestHandler[] {
  if (endpoint.knock === undefined) return [];
  return [
    (req, res, next) => {
      const refused = endpoint.knock?.(rawRequest(req), deps.clock()) ?? null;
      if (refused === null) {
        next();
        return;
      }
      countRefusal(connector, refused, deps.counts);
      sendReply(res, refused);
    },
  ];
}

function countRefusal(connector: string, reply: HttpReply | StreamReply, counts: Counts): void {
  if (reply.status >= 400) counts.add(`refused/${connector}.endpoint-${reply.status}`);
}

function answerEndpoint(connector: string, endpoint: Endpoint, deps: MountDeps): Handler {
  return async (req, res) => {
    const reply = await endpoint.handle(rawRequest(req), deps.clock());
    if (req.method === 'HEAD' && 'run' in reply) {
      sendReply(res, { status: reply.status, headers: reply.headers });
      return;
    }
    countRefusal(connector, reply, deps.counts);
    if ('run' in reply) await sendStream(res, reply, deps.stopping);
    else sendReply(res, reply);
  };
}
