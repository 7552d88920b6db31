// The Web API's addresses: who calls, whether they may, and what faults are switched on.
import express, { type Request, type Response, type Router } from 'express';
import { access } from './oauth.js';
import type { SlackHostState } from './state.js';
import { callMethod, type Answer } from './web-api.js';
import type { Workspace } from './workspace.js';

/** Answers that came too late for nobody: taken, and the connection closed. */
type Fault = 'ratelimited' | 'unavailable' | 'withhold' | { error: string } | null;

export function apiRoutes(state: SlackHostState): Router {
  const router = express.Router();
  router.post('/:method', express.urlencoded({ extended: false, limit: '2mb' }), (request: Request<{ method: string }>, response) => {
    const began = performance.now();
    const { method } = request.params;
    const args = argsOf(request);
    const found = method === 'oauth.v2.access' ? null : owner(state, request, args);
    const fault: Fault = found === null || 'error' in found ? null : drawn(found.workspace, method);
    const answer: Answer = found === null ? access(state, args) : 'error' in found ? { ok: false, error: found.error } : fault === 'ratelimited' || fault === 'unavailable' ? { ok: false, error: fault } : fault !== null && fault !== 'withhold' ? { ok: false, error: fault.error } : callMethod(state, method, { ...found, args });
    const status = fault === 'ratelimited' || answer['retryAfter'] !== undefined ? 429 : fault === 'unavailable' ? 503 : 200;
    state.ledger.append({
      direction: 'in', host: 'slack', kind: 'slack.call', key: keyOf(args), status: fault === 'withhold' ? 0 : status, ms: performance.now() - began,
      detail: { method, workspace: found === null || 'error' in found ? null : found.workspace.id, channel: args['channel'] ?? null, thread: args['thread_ts'] ?? null, ok: answer.ok, error: answer.ok ? null : answer['error'], withheld: fault === 'withhold', text: args['text'] ?? null, ts: answer['ts'] ?? null },
    });
    reply(response, { fault, status, answer, retryAfter: found === null || 'error' in found ? 1 : found.workspace.faults.retryAfter });
  });
  return router;
}

function reply(response: Response, { fault, status, answer, retryAfter }: { fault: Fault; status: number; answer: Answer; retryAfter: number }): void {
  if (fault === 'withhold') {
    response.destroy();
    return;
  }
  if (status === 429) response.setHeader('Retry-After', String(typeof answer['retryAfter'] === 'number' ? answer['retryAfter'] : retryAfter));
  response.status(status).json(answer);
}

function argsOf(request: Request): Record<string, string> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

function owner(state: SlackHostState, request: Request, args: Record<string, string>) {
  const value = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? args['token'];
  if (value === undefined) return { error: 'not_authed' };
  for (const workspace of state.workspaces.values()) {
    const token = workspace.tokens.get(value);
    if (token === undefined) continue;
    return token.expiresAt !== null && token.expiresAt < state.now() ? { error: 'token_expired' } : { workspace, token };
  }
  return { error: 'invalid_auth' };
}

/** The next fault of a workspace, used up. */
function drawn(w: Workspace, method: string): Fault {
  const f = w.faults;
  if (f.ratelimited > 0) {
    f.ratelimited -= 1;
    return 'ratelimited';
  }
  if (f.unavailable > 0) {
    f.unavailable -= 1;
    return 'unavailable';
  }
  if (f.errors > 0 && f.error !== null) {
    f.errors -= 1;
    return { error: f.error };
  }
  if (f.blind > 0 && (method === 'conversations.history' || method === 'conversations.replies')) {
    f.blind -= 1;
    return 'ratelimited';
  }
  if (f.withholdFiles > 0 && method === 'files.completeUploadExternal') {
    f.withholdFiles -= 1;
    return 'withhold';
  }
  if (f.withhold > 0 && method === 'chat.postMessage') {
    f.withhold -= 1;
    return 'withhold';
  }
  return null;
}

/** Our caller's own key of a post, where it gave one: how a test finds what really arrived. */
function keyOf(args: Record<string, string>): string | undefined {
  try {
    const metadata: unknown = JSON.parse(args['metadata'] ?? 'null');
    if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return undefined;
    const payload: unknown = metadata.event_payload;
    return typeof payload === 'object' && payload !== null && 'key' in payload && typeof payload.key === 'string' ? payload.key : undefined;
  } catch {
    // Metadata that is no JSON is refused by the method itself.
    return undefined;
  }
}
