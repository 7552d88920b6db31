// The calls that the app makes: authentication, faults, and the way to each part of the host.
import express, { type Request, type Response, type Router } from 'express';
import type { Account } from './account.js';
import { act, jobOf, jobsBy } from './actions.js';
import { encode } from './bare-integers.js';
import { addNote, assignmentsOf, notesOf, open, withdraw, type DeskResult } from './desk.js';
import type { Fate } from './faults.js';
import { refused, type Outcome } from './outcome.js';
import { pull } from './pulling.js';
import { recordAction, recordDesk, recordRefusal, recordSend, type Answered } from './records.js';
import { lookUp, send } from './sending.js';
import { refusal, SIGNATURE_HEADER } from './signature.js';
import type { WorstState } from './state.js';

/** A call that has been let in: who calls, and the JSON body of a POST. */
interface Call {
  readonly account: Account;
  readonly body: unknown;
  readonly key: string | undefined;
  readonly request: Request;
}

/** What a call came to, and how it is recorded once it is known what happens to the answer. */
interface Handled {
  readonly outcome: Outcome;
  readonly record: (how: Answered) => void;
}

const REFUSALS: Record<'unsigned' | 'bad_signature' | 'stale', string> = {
  unsigned: `the header ${SIGNATURE_HEADER} is missing or malformed`,
  bad_signature: 'the signature is not that of this body',
  stale: 'the signature is more than 300 seconds off',
};

/** Routes below `/worst/<account>/<path secret>`. Must see raw bodies: mount before any body parser. */
export function appRoutes(state: WorstState): Router {
  const router = express.Router({ mergeParams: true, caseSensitive: true });
  router.use(express.raw({ type: () => true, limit: '64kb' }));
  router.use((error: unknown, _request: Request, response: Response, next: (error: unknown) => void) => {
    if (typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large') {
      answer(response, refused(413, 'body_too_large', 'at most 64 kB'));
    } else next(error);
  });

  const write = (path: string, kind: string, handle: (call: Call) => Handled): void => {
    router.post(path, (request, response) => serve(state, request, response, kind, true, handle));
  };
  const read = (path: string, kind: string, handle: (call: Call) => Handled): void => {
    router.get(path, (request, response) => serve(state, request, response, kind, false, handle));
  };
  const desk = (call: Call, name: string, result: DeskResult): Handled => ({ outcome: result.outcome, record: (how) => recordDesk(state, call.account, name, result, how) });
  const looked = (call: Call, outcome: Outcome, reference: unknown): Handled => ({
    outcome,
    record: (how) => state.ledger.append({
      direction: 'in', host: 'worst', kind: 'worst-host.lookup', key: typeof reference === 'string' ? reference : undefined, status: outcome.status, ms: how.ms,
      detail: { account: call.account.name, thread: call.request.query['thread'] ?? null, found: countIn(outcome), code: outcome.code },
    }),
  });

  write('/messages', 'worst-host.send', (call) => {
    const result = send(state, call.account, call.body, call.key, false);
    return { outcome: result.outcome, record: (how) => recordSend(state, call.account, result, { ...how, passive: false }) };
  });
  read('/messages', 'worst-host.lookup', (call) => looked(call, lookUp(call.account, call.request.query, state.now()), call.request.query['reference']));
  write('/actions', 'worst-host.action', (call) => {
    const result = act(state, call.account, call.body, call.key);
    return { outcome: result.outcome, record: (how) => recordAction(state, call.account, result, call.account.setup.flavour === 'key' ? call.key : undefined, how) };
  });
  read('/actions', 'worst-host.lookup', (call) => looked(call, jobsBy(call.account, call.request.query['reference']), call.request.query['reference']));
  read('/actions/:job', 'worst-host.lookup', (call) => looked(call, jobOf(call.account, parameter(call, 'job')), parameter(call, 'job')));
  write('/desk/assignments', 'worst-host.desk', (call) => desk(call, 'open', open(state, call.account, call.body)));
  read('/desk/assignments', 'worst-host.lookup', (call) => looked(call, assignmentsOf(call.account, call.request.query['thread']), undefined));
  write('/desk/assignments/:assignment/notes', 'worst-host.desk', (call) => desk(call, 'note', addNote(state, call.account, parameter(call, 'assignment'), call.body)));
  read('/desk/assignments/:assignment/notes', 'worst-host.lookup', (call) =>
    looked(call, notesOf(call.account, parameter(call, 'assignment'), call.request.query['reference']), call.request.query['reference']));
  write('/desk/assignments/:assignment/withdraw', 'worst-host.desk', (call) => desk(call, 'withdraw', withdraw(call.account, parameter(call, 'assignment'))));
  read('/pull', 'worst-host.pull', (call) => {
    const { cursor, limit } = call.request.query;
    const outcome = pull(call.account, cursor, limit);
    return {
      outcome,
      record: (how) => state.ledger.append({
        direction: 'in', host: 'worst', kind: 'worst-host.pull', status: outcome.status, ms: how.ms,
        detail: { account: call.account.name, cursor: cursor ?? '', events: countIn(outcome), code: outcome.code },
      }),
    };
  });
  router.use((_request, response) => answer(response, refused(404, 'not_found', 'no such address')));
  return router;
}

function serve(state: WorstState, request: Request, response: Response, kind: string, writes: boolean, handle: (call: Call) => Handled): void {
  const began = performance.now();
  const account = state.accounts.get(String(request.params['account']));
  if (account?.setup.pathSecret !== request.params['secret'] || !account) {
    answer(response, refused(404, 'not_found', 'no such address'));
    return;
  }
  const key = request.get('idempotency-key');
  const turnAway = (outcome: Outcome): void => {
    recordRefusal(state, account, kind, key, outcome.status, outcome.code ?? '');
    answer(response, outcome);
  };
  const raw: unknown = request.body;
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
  const unfit = refusal(request.get(SIGNATURE_HEADER), account.setup.secret, bytes.length > 0 ? bytes : request.originalUrl, state.now());
  if (unfit) {
    turnAway(refused(401, unfit, REFUSALS[unfit]));
    return;
  }
  const body = writes ? parse(bytes) : null;
  if (body === undefined) {
    turnAway(refused(400, 'bad_json', 'the body is not JSON in UTF-8'));
    return;
  }

  const fate = account.dice.request();
  const struck = fate.refuse === null ? null : strike(fate.refuse, account.dice.faults.retryAfter);
  const handled = struck ? null : handle({ account, body, key, request });
  const outcome = handled?.outcome ?? struck;
  if (!outcome) return;
  const withheld = writes && outcome.code === null ? fate.withhold : null;
  if (handled) handled.record({ withheld, ms: performance.now() - began });
  else recordRefusal(state, account, kind, key, outcome.status, outcome.code ?? '');
  const finish = (): void => conclude(state, request, response, outcome, withheld, account.dice.faults.hangMs);
  if (fate.slow) state.later(account.dice.faults.slowMs, finish);
  else finish();
}

function conclude(state: WorstState, request: Request, response: Response, outcome: Outcome, withheld: Fate['withhold'], hangMs: number): void {
  if (withheld === null) answer(response, outcome);
  else if (withheld === 'lie') answer(response, refused(500, 'internal', 'something went wrong'));
  else if (withheld === 'close') request.socket.destroy();
  else state.later(hangMs, () => request.socket.destroy());
}

function strike(how: NonNullable<Fate['refuse']>, retryAfter: number): Outcome {
  if (how === 'tooFast') return { ...refused(429, 'too_fast', 'slow down'), headers: { 'retry-after': String(retryAfter) } };
  return how === 'unavailable' ? refused(503, 'unavailable', 'come back later') : refused(500, 'internal', 'something went wrong');
}

function answer(response: Response, outcome: Outcome): void {
  if (response.destroyed || response.headersSent) return;
  response.status(outcome.status).set({ 'content-type': 'application/json; charset=utf-8', ...outcome.headers }).send(encode(outcome.body));
}

/** JSON of UTF-8 bytes; undefined when they are not that. */
function parse(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch {
    return undefined;
  }
}

function parameter(call: Call, name: string): string {
  const value = call.request.params[name];
  return typeof value === 'string' ? value : '';
}

/** How many things a look-up or a pull gave. */
function countIn(outcome: Outcome): number {
  const list = Object.values(outcome.body).find((value) => Array.isArray(value));
  return Array.isArray(list) ? list.length : outcome.code === null ? 1 : 0;
}
